"""Random IRs, small and full of collisions, for property tests."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

from hypothesis import strategies as st
from msgspec.structs import replace

from specpress.ir.nodes import (
    Api,
    Argument,
    Body,
    Content,
    Header,
    Incoming,
    Name,
    Operation,
    Parameter,
    Polling,
    Response,
    Server,
    TypeDecl,
)
from specpress.ir.parts import Encoding, PartHeader
from specpress.ir.security import (
    ApiKeyAuth,
    BasicAuth,
    BearerAuth,
    DigestAuth,
    Flow,
    HttpAuth,
    MutualTls,
    OAuth2,
    OpenIdConnect,
    Requirement,
    Scope,
    Scopes,
    SecurityScheme,
)
from specpress.ir.types import (
    Anything,
    Boolean,
    Enum,
    Field,
    Integer,
    Label,
    List,
    Map,
    Nothing,
    Null,
    Number,
    Object,
    Pattern,
    Ref,
    Rule,
    String,
    Tag,
    Told,
    Type,
    Union,
)
from specpress.ir.values import Json
from specpress.source import Span

_Item = TypeVar("_Item")

NAMES = ("Pet", "pet", "p_et", "Status", "a", "b", "a-b", "aB", "Straße", "*", "from")
names = st.sampled_from(NAMES)
titles = st.none() | names
spans = st.builds(Span, st.sampled_from(("a", "b")), st.integers(0, 9), st.just(9))
origins = st.sampled_from(("stated", "example", "config"))
scalars = st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from("ab")
json_values = st.builds(Json.of, scalars | st.lists(scalars, max_size=2))
bounds = st.none() | st.integers(0, 3) | st.sampled_from((0.5, 1.5))
counts = st.none() | st.integers(0, 3)
formats = st.none() | st.sampled_from(("uri", "http-method", "Pet"))
schemas = st.sampled_from(({"not": {"const": 1}}, {"maxLength": 2}))
rules = st.lists(
    st.builds(Rule, keyword=st.just("not"), schema=schemas.map(Json.of)), max_size=1
).map(tuple)
encodings = st.builds(
    Encoding,
    name=st.none() | names,
    index=st.none() | st.integers(0, 1),
    media_types=st.sampled_from(((), ("image/png", "image/*"))),
    headers=st.lists(
        st.builds(PartHeader, name=names, value=titles, required=st.booleans()),
        max_size=1,
    ).map(tuple),
    style=st.sampled_from((None, "form", "deepObject")),
    explode=st.none() | st.booleans(),
    allow_reserved=st.none() | st.booleans(),
    span=spans,
)
enum_values = st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True)


told = st.lists(
    st.builds(
        Told,
        kind=st.sampled_from(("values", "default", "condition")),
        value=json_values,
        sentence=names,
        end=counts.map(lambda count: count or 0),
        against=st.booleans(),
        span=spans,
    ),
    max_size=1,
).map(tuple)


def _place(encoding: Encoding) -> tuple[str | None, int | None]:
    """Return which part *encoding* is about."""
    return encoding.name, encoding.index


def labelled(values: Sequence[str]) -> Enum:
    """Return an enum of *values*, each with the name of the value in capitals."""
    labels = [Label(value=Json.of(v), name=v.upper(), description=v) for v in values]
    return Enum(values=tuple(map(Json.of, values)), labels=tuple(labels))


leaves: st.SearchStrategy[Type] = st.one_of(
    st.builds(Anything, rules=rules, span=spans),
    st.builds(Nothing),
    st.builds(Null, rules=rules, span=spans),
    st.builds(Boolean, span=spans),
    st.builds(Integer, format=formats, minimum=bounds, multiple_of=bounds),
    st.builds(Number, format=formats, exclusive_maximum=bounds, span=spans),
    st.builds(String, format=formats, max_length=counts, pattern=st.none()),
    st.builds(
        Enum,
        values=enum_values.map(lambda values: tuple(map(Json.of, values))),
        format=formats,
        title=titles,
        description=titles,
        rules=rules,
        span=spans,
    ),
    enum_values.map(labelled),
)


def _fields(types: st.SearchStrategy[Type]) -> st.SearchStrategy[tuple[Field, ...]]:
    field = st.builds(
        Field,
        name=names,
        called=titles,
        type=types,
        required=st.booleans(),
        description=titles,
        default=st.none() | json_values,
        read_only=st.booleans(),
        write_only=st.booleans(),
        origin=origins,
        span=spans,
    )
    return st.lists(field, max_size=3, unique_by=lambda f: f.name).map(tuple)


def _patterns(
    types: st.SearchStrategy[Type],
) -> st.SearchStrategy[tuple[Pattern, ...]]:
    pattern = st.builds(Pattern, pattern=st.sampled_from(("^x-", "a")), type=types)
    return st.lists(pattern, max_size=1).map(tuple)


def _around(types: st.SearchStrategy[Type]) -> st.SearchStrategy[Type]:
    kinds = (
        st.builds(
            List,
            item=types,
            prefix=st.lists(types, max_size=2).map(tuple),
            min_items=counts,
            implied=st.booleans(),
            span=spans,
        ),
        st.builds(Map, value=types, patterns=_patterns(types), span=spans),
        st.builds(
            Object,
            fields=_fields(types),
            patterns=_patterns(types),
            additional=types,
            implied=st.booleans(),
            title=titles,
            description=titles,
            span=spans,
        ),
        st.lists(types, min_size=1, max_size=3).flatmap(_union),
    )
    # Not one_of: what hypothesis prints of it would be very long.
    return st.integers(0, len(kinds) - 1).flatmap(lambda kind: kinds[kind])


def _union(members: list[Type]) -> st.SearchStrategy[Type]:
    """Return unions of *members*, some of them told apart by a property."""
    plain = st.builds(
        Union, members=st.just(tuple(members)), rules=rules, title=titles, span=spans
    )
    tag = st.builds(
        Tag,
        value=st.sampled_from("abc"),
        type=st.sampled_from(members),
        implied=st.booleans(),
    )
    told = st.builds(
        Union,
        members=st.just(tuple(members)),
        discriminator=st.just("kind"),
        tags=st.lists(tag, max_size=3, unique_by=lambda t: t.value).map(tuple),
        fallback=st.none() | st.sampled_from(members),
        title=titles,
        span=spans,
    )
    return plain | told


@lru_cache
def types(ids: tuple[str, ...] = ()) -> st.SearchStrategy[Type]:
    """Return types in which the named types *ids* are used."""
    ref = st.builds(Ref, target=st.sampled_from(ids or ("",)), rules=rules, span=spans)
    refs = [ref] if ids else []
    return st.recursive(st.one_of(leaves, *refs), _around, max_leaves=5)


def _over_values(type_: Type) -> Type:
    """Return *type_* without references that might mean nothing but themselves."""
    match type_:
        case Ref():
            return List(item=type_)
        case Union(members=members):
            return replace(type_, members=tuple(map(_over_values, members)))
        case _:
            return type_


@st.composite
def decls(draw: st.DrawFn) -> tuple[TypeDecl, ...]:
    """Return named types that refer to each other, and to themselves over values."""
    texts = draw(st.lists(names, max_size=3, unique=True))
    ids = tuple(f"#/components/schemas/{text}" for text in texts)
    made: list[TypeDecl] = []
    anything = types(ids)
    for id_, text in zip(ids, texts, strict=True):
        made.append(
            TypeDecl(
                id=id_,
                name=Name(text, "component", (text,)),
                type=_over_values(draw(anything)),
                description=draw(titles),
                span=draw(spans),
            )
        )
    return tuple(made)


SECURITY = (
    (),
    (Requirement(),),
    (Requirement(schemes=("main",)),),
    (Requirement(schemes=("main",), scopes=(Scopes(scheme="main", names=("read",)),)),),
)
_FLOW = Flow(
    kind="clientCredentials",
    token_url="https://a/token",
    scopes=(Scope(name="read", description="to read"), Scope(name="write")),
    span=Span("a", 1, 2),
)
SCHEMES: tuple[SecurityScheme, ...] = (
    BasicAuth(id="main", username_env="U"),
    DigestAuth(id="main", password_env="P"),
    BearerAuth(id="main", format="JWT", deprecated=True),
    HttpAuth(id="main", scheme="Hoba"),
    ApiKeyAuth(id="main", name="k", location="cookie", description="of the desk"),
    MutualTls(id="main", certificate_env="C"),
    OAuth2(id="main", flows=(_FLOW,), client_id_env="I", metadata_url="https://a/m"),
    OpenIdConnect(id="main", url="/oidc"),
)


pollings = st.builds(
    Polling,
    style=st.sampled_from(("status", "none")),
    arguments=st.lists(
        st.builds(Argument, parameter=names, source=st.just("$response.body#/id")),
        max_size=1,
    ).map(tuple),
    status=titles,
    done=st.lists(json_values, max_size=2).map(tuple),
    failed=st.lists(json_values, max_size=1).map(tuple),
    evidence=titles,
    span=spans,
)


def contents(pool: Sequence[Type]) -> st.SearchStrategy[tuple[Content, ...]]:
    """Return bodies in which types out of *pool* are used."""
    kinds = st.sampled_from(pool)
    content = st.builds(
        Content,
        media_type=st.sampled_from(("application/json", "text/plain")),
        type=st.none() | kinds,
        schema=st.none() | json_values,
        item=st.none() | kinds,
        item_schema=st.none() | json_values,
        per_item=st.booleans(),
        terminator=titles,
        examples=st.lists(json_values, max_size=1).map(tuple),
        encodings=st.lists(encodings, max_size=2, unique_by=_place).map(tuple),
        origin=origins,
        span=spans,
    )
    return st.lists(content, max_size=2).map(tuple)


def incoming(pool: Sequence[Type]) -> st.SearchStrategy[tuple[Incoming, ...]]:
    """Return what the server sends, in which types out of *pool* are used."""
    parameter = st.builds(
        Parameter,
        name=names,
        location=st.sampled_from(("query", "header")),
        type=st.sampled_from(pool),
        required=st.booleans(),
        default=st.none() | json_values,
        span=spans,
    )
    one = st.builds(
        Incoming,
        name=names,
        method=st.sampled_from(("GET", "POST")),
        url=st.none() | st.just("{$request.body#/url}"),
        component=titles,
        parameters=st.lists(
            parameter, max_size=2, unique_by=lambda p: (p.name, p.location)
        ).map(tuple),
        contents=contents(pool),
        span=spans,
    )
    return st.lists(one, max_size=2).map(tuple)


@st.composite
def operations(draw: st.DrawFn, id_: str, pool: Sequence[Type]) -> Operation:
    """Return the operation *id_*, in which types out of *pool* are used."""
    kinds = st.sampled_from(pool)
    header = st.builds(
        Header, name=names, type=kinds, explode=st.booleans(), media_type=titles
    )
    response = st.builds(
        Response,
        status=st.sampled_from(("200", "4XX", "default")),
        contents=contents(pool),
        headers=st.lists(header, max_size=1).map(tuple),
    )
    parameter = st.builds(
        Parameter,
        name=names,
        called=titles,
        location=st.sampled_from(("path", "query", "header")),
        type=kinds,
        required=st.just(True),
        default=st.none() | json_values,
        span=spans,
    )
    parameters = draw(
        st.lists(parameter, max_size=3, unique_by=lambda p: (p.name, p.location))
    )
    in_path = [f"{{{p.name}}}" for p in parameters if p.location == "path"]
    return Operation(
        id=id_,
        called=draw(titles),
        group=draw(titles),
        method=draw(st.sampled_from(("GET", "POST"))),
        path="/".join(["", id_, *in_path]),
        parameters=tuple(parameters),
        body=draw(st.none() | st.builds(Body, contents=contents(pool), span=spans)),
        responses=tuple(
            draw(st.lists(response, max_size=2, unique_by=lambda r: r.status))
        ),
        security=draw(st.sampled_from(SECURITY)),
        callbacks=draw(incoming(pool)),
        polling=draw(st.none() | pollings),
        tags=draw(st.sampled_from(((), ("pets",)))),
        origin=draw(origins),
        span=draw(spans),
    )


@st.composite
def apis(draw: st.DrawFn) -> Api:
    """Return an API as lowering could make it: sound, types not yet named."""
    declared = draw(decls())
    ids = tuple(decl.id for decl in declared)
    pool = draw(st.lists(types(ids), min_size=1, max_size=4))
    wanted = draw(st.lists(names, max_size=3, unique=True))
    return Api(
        title="t",
        version="1",
        servers=draw(
            st.sampled_from(((), (Server(url="https://a", origin="config"),)))
        ),
        schemes=(draw(st.sampled_from(SCHEMES)),),
        operations=tuple(draw(operations(id_, pool)) for id_ in wanted),
        webhooks=draw(incoming(pool)),
        types=declared,
    )


def reordered(api: Api, order: Sequence[int]) -> Api:
    """Return *api* with its operations and types moved around by *order*."""

    def moved(items: Sequence[_Item]) -> tuple[_Item, ...]:
        keys = [order[i % len(order)] for i in range(len(items))]
        pairs = sorted(range(len(items)), key=lambda i: (keys[i], -i))
        return tuple(items[i] for i in pairs)

    return replace(api, operations=moved(api.operations), types=moved(api.types))
