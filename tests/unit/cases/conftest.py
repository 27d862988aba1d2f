"""An API of odd corners, in the IR, and the names its client would have."""

from __future__ import annotations

import pytest

from specpress.emit.cases import Naming, OperationNames
from specpress.ir.nodes import (
    Api,
    Body,
    Content,
    Name,
    Operation,
    Parameter,
    Response,
    Server,
    TypeDecl,
)
from specpress.ir.security import ApiKeyAuth, BasicAuth, Requirement
from specpress.ir.types import (
    Boolean,
    Enum,
    Field,
    Integer,
    List,
    Map,
    Null,
    Number,
    Object,
    Ref,
    String,
    Union,
)
from specpress.ir.values import Json

PET = Object(
    fields=(
        Field(name="Name", type=String(min_length=2, max_length=5), required=True),
        Field(name="kind", type=Ref(target="Kind")),
        Field(name="born<", type=String(format="date")),
        Field(name="legs", type=Integer(minimum=0, maximum=8, multiple_of=2)),
        Field(name="weight", type=Number(exclusive_minimum=0)),
        Field(
            name="tags", type=List(item=String(), min_items=1, max_items=3, unique=True)
        ),
        Field(name="owner", type=Union(members=(String(), Null()))),
        Field(name="sound", type=Boolean()),
        Field(name="extra", type=Map(value=Integer())),
        Field(name="mother", type=Ref(target="Pet")),
    )
)
SCHEMA = {
    "type": "object",
    "required": ["Name"],
    "properties": {
        "Name": {"type": "string", "minLength": 2, "maxLength": 5},
        "kind": {"enum": ["cat", "dog"], "type": "string"},
        "born<": {"type": "string", "format": "date"},
        "legs": {"type": "integer", "minimum": 0, "maximum": 8, "multipleOf": 2},
        "weight": {"type": "number", "exclusiveMinimum": 0},
        "tags": {
            "type": "array",
            "items": {"type": "string"},
            "minItems": 1,
            "maxItems": 3,
            "uniqueItems": True,
        },
        "owner": {"type": ["string", "null"]},
        "sound": {"type": "boolean"},
        "extra": {"type": "object", "additionalProperties": {"type": "integer"}},
        "mother": {"type": "object"},
    },
}


def body(media_type: str) -> Body:
    """Return a required body that is a pet."""
    content = Content(
        media_type=media_type, type=Ref(target="Pet"), schema=Json.of(SCHEMA)
    )
    return Body(required=True, contents=(content,))


def pet(status: str) -> Response:
    """Return a response that is a pet."""
    content = Content(media_type="application/json", type=Ref(target="Pet"))
    return Response(status=status, contents=(content,))


def path(name: str, **more: object) -> Parameter:
    """Return a required path parameter."""
    values = {"type": String(), "style": "simple", "explode": False, **more}
    return Parameter(name=name, location="path", required=True, **values)  # type: ignore[arg-type]


OPERATIONS = (
    Operation(
        id="addPet",
        method="POST",
        path="/owners/{ownerId}/pets",
        parameters=(path("ownerId", type=Integer()),),
        body=body("application/json"),
        responses=(pet("201"), pet("4XX"), Response(status="204")),
        security=(Requirement(schemes=("basic",)),),
    ),
    Operation(
        id="addPetByForm",
        method="POST",
        path="/pets.form",
        body=body("application/x-www-form-urlencoded"),
        responses=(pet("200"), pet("default")),
        security=(Requirement(), Requirement(schemes=("key", "cookie"))),
    ),
    Operation(
        id="listPets",
        method="GET",
        path="/pets/{kind}",
        parameters=(
            path("kind"),
            Parameter(name="limit", location="query", type=Integer(maximum=100)),
            Parameter(name="since<", location="query", type=String(format="date-time")),
            Parameter(name="tag", location="query", type=List(item=String())),
            Parameter(
                name="ids",
                location="query",
                type=List(item=Integer()),
                style="pipeDelimited",
                explode=False,
            ),
            Parameter(
                name="X-Trace",
                location="header",
                type=String(),
                style="simple",
                explode=False,
            ),
            Parameter(name="all", location="query", type=Boolean()),
            Parameter(name="ratio", location="query", type=Number()),
        ),
        responses=(
            Response(
                status="200",
                contents=(
                    Content(
                        media_type="application/json", type=List(item=Ref(target="Pet"))
                    ),
                ),
            ),
            Response(status="404", contents=(Content(media_type="text/plain"),)),
        ),
        security=(Requirement(schemes=("query",)),),
    ),
    Operation(
        id="putPhoto",
        method="PUT",
        path="/pets/{id}/photo",
        parameters=(path("id", type=String(format="uuid")),),
        body=Body(required=True, contents=(Content(media_type="image/png"),)),
        responses=(
            Response(status="200", contents=(Content(media_type="image/png"),)),
        ),
    ),
    Operation(
        id="setNote",
        method="PATCH",
        path="/note",
        body=Body(contents=(Content(media_type="application/json"),)),
        responses=(
            Response(status="2XX", contents=(Content(media_type="application/json"),)),
        ),
    ),
)


@pytest.fixture
def api() -> Api:
    """An API of odd corners."""
    return Api(
        title="Pets",
        version="1",
        servers=(Server(url="https://pets.example.com:8443/v1"),),
        schemes=(
            BasicAuth(
                id="basic", username_env="PETS_USER", password_env="PETS_PASSWORD"
            ),
            ApiKeyAuth(id="key", name="X-Api-Key", location="header"),
            ApiKeyAuth(id="cookie", name="session", location="cookie"),
            ApiKeyAuth(id="query", name="api key", location="query"),
        ),
        operations=OPERATIONS,
        types=(
            TypeDecl(id="Pet", name=Name("Pet", "component"), type=PET),
            TypeDecl(
                id="Kind",
                name=Name("Kind", "component"),
                type=Enum(values=(Json.of("cat"), Json.of("dog"))),
            ),
        ),
    )


@pytest.fixture
def names(api: Api) -> Naming:
    """The names of the client of `api`."""
    fields = {field.name: f"{field.name.lower().strip('<')}_" for field in PET.fields}
    return Naming(
        operations={
            op.id: OperationNames(
                method=(op.id.lower(),),
                parameters=tuple(
                    p.name.lower().strip("<").replace("-", "_") for p in op.parameters
                ),
                media_type=op.body.contents[0].media_type if op.body else None,
                fields=fields if op.body and op.body.contents[0].schema else None,
            )
            for op in api.operations
        },
        types={"Pet": "Pet", "Kind": "Kind"},
        models=frozenset({"Pet"}),
        credentials={
            "basic": {"username": "user", "password": "secret"},
            "key": {"key": "key"},
            "cookie": {"key": "cookie"},
            "query": {"key": "query"},
        },
    )
