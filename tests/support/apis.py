"""Small APIs for tests of the emitter, hostile ones among them."""

from __future__ import annotations

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
from specpress.ir.security import ApiKeyAuth, BasicAuth, BearerAuth, Requirement
from specpress.ir.types import (
    Enum,
    Field,
    Integer,
    List,
    Map,
    Object,
    Ref,
    String,
    Union,
)
from specpress.ir.values import Json

HOSTILE = (
    "a'; exit(99); '",
    '"""]; exit(99); """',
    "{{ exit(99) }}{% raw %}",
    "\\",
    "\n\r\u2028",
    "__class__",
    "self",
    "models",
    "list",
    "timeout",
    "extra_headers",
    "body",
    "MISSING",
    "import",
    "model_config",
    "json",
    "é",
    "❤",
    "",
    "a b",
    "a-b",
    "A_B",
)
"""Names that break out of quotes, collide, or mean something to Python."""


def hostile() -> Api:
    """Return an API that is named, described and valued with hostile text."""
    fields = tuple(
        Field(
            name=name,
            type=String(max_length=9 + n) if n % 2 else List(item=Ref(target="e")),
            required=n % 3 == 0,
            description=f"About {name}: {HOSTILE[1]}",
            default=Json.of(name),
        )
        for n, name in enumerate(HOSTILE)
    )
    types = (
        TypeDecl(
            id="e",
            name=Name("Literal", "component"),
            type=Enum(values=tuple(Json.of(text) for text in HOSTILE)),
            description=HOSTILE[1],
        ),
        TypeDecl(id="o", name=Name("Field", "title"), type=Object(fields=fields)),
    )
    operations = tuple(
        Operation(
            id=f"{name}{n}",
            method="POST",
            path=f"/x/{n}/{{p}}",
            summary=name,
            description=f"{name}\n\n{HOSTILE[1]}",
            parameters=(
                Parameter(
                    name="p",
                    location="path",
                    type=String(),
                    required=True,
                    style="simple",
                ),
                Parameter(name=f"q{name}", location="query", type=Integer(minimum=1)),
            ),
            body=Body(
                required=True,
                contents=(
                    Content(media_type="application/json", type=Ref(target="o")),
                ),
            ),
            responses=(
                Response(
                    status="200",
                    contents=(
                        Content(media_type="application/json", type=Ref(target="o")),
                    ),
                ),
            ),
        )
        for n, name in enumerate(HOSTILE)
    )
    return Api(
        title=HOSTILE[1],
        version="v1.0-SNAPSHOT+2024",
        description=HOSTILE[0],
        operations=operations,
        types=types,
    )


def grouped() -> Api:
    """Return an API with tags, all kinds of credentials, and recursive types."""
    pet = Object(
        fields=(
            Field(name="name", type=String(min_length=1), required=True),
            Field(
                name="parent",
                type=Union(members=(Ref(target="pet"), Ref(target="cat"))),
            ),
            Field(name="extra", type=Map(value=Integer())),
        )
    )
    cat = Object(fields=(Field(name="kittens", type=List(item=Ref(target="pet"))),))
    answer = Response(
        status="200",
        contents=(Content(media_type="application/json", type=Ref(target="pet")),),
    )
    security = (
        Requirement(schemes=("basic", "key")),
        Requirement(schemes=("token",)),
    )
    listed = Response(
        status="200",
        contents=(
            Content(media_type="application/json", type=List(item=Ref(target="pet"))),
        ),
    )
    return Api(
        title="Pets",
        version="1.2.3",
        servers=(Server(url="https://pets.example/v1"),),
        schemes=(
            BasicAuth(id="basic", username_env="PETS_USER"),
            BearerAuth(id="token", token_env="PETS_TOKEN"),
            ApiKeyAuth(id="key", name="X-Key", location="header"),
        ),
        operations=(
            Operation(
                id="getPet",
                method="GET",
                path="/pets/{id}",
                tags=("pets",),
                parameters=(
                    Parameter(
                        name="id",
                        location="path",
                        type=String(format="uuid"),
                        required=True,
                    ),
                ),
                responses=(answer,),
                security=security,
            ),
            Operation(
                id="listPets",
                method="GET",
                path="/pets",
                tags=("pets",),
                responses=(listed, Response(status="204")),
            ),
        ),
        types=(
            TypeDecl(id="pet", name=Name("Pet", "component"), type=pet),
            TypeDecl(id="cat", name=Name("Cat", "component"), type=cat),
        ),
    )


def recursive() -> Api:
    """Return an API whose types need each other in every way that can be written."""
    tree = Object(
        fields=(
            Field(name="children", type=List(item=Ref(target="tree"), min_items=1)),
            Field(name="size", type=Integer(minimum=0), required=True),
            Field(name="value", type=Ref(target="value")),
        )
    )
    value = Union(members=(Ref(target="tree"), Ref(target="leaf")))
    leaf = Object(fields=(Field(name="text", type=String(), required=True),))
    nested = Union(members=(String(), List(item=Ref(target="nested"))))
    left = Map(value=Union(members=(Ref(target="right"), Integer())))
    right = List(item=Ref(target="left"))
    named = {
        "tree": tree,
        "value": value,
        "leaf": leaf,
        "nested": nested,
        "left": left,
        "right": right,
    }
    answers = tuple(
        Operation(
            id=f"get {name}",
            method="GET",
            path=f"/{name}",
            responses=(
                Response(
                    status="200",
                    contents=(
                        Content(media_type="application/json", type=Ref(target=name)),
                    ),
                ),
            ),
        )
        for name in ("value", "nested", "right")
    )
    return Api(
        title="Recursive",
        version="1",
        operations=answers,
        types=tuple(
            TypeDecl(id=id_, name=Name(id_, "component"), type=type_)
            for id_, type_ in named.items()
        ),
    )
