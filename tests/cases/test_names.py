"""Names in descriptions that Python, or a client, has other uses for."""

from __future__ import annotations

import inspect
import json
import typing
from pathlib import Path
from typing import Any

import pytest
from support.cases import Case, described
from support.cases import build as build_whole

TEXT = {"type": "string"}


def build(description: str, tmp_path: Path, **settings: Any) -> Case:
    """Return the client of *description*, without what makes no difference to names."""
    return build_whole(description, tmp_path, format=False, tests=False, **settings)


def _object(*names: str) -> dict[str, object]:
    return {"type": "object", "properties": dict.fromkeys(names, TEXT)}


def _fields(model: Any) -> dict[str, str]:
    """Return the attributes of *model* by the names they have on the wire."""
    fields = model.model_fields
    wire = ((field.serialization_alias, name) for name, field in fields.items())
    return {name if alias is None else alias: name for alias, name in wire}


def _same(model: Any, value: dict[str, object]) -> bool:
    """Tell whether *value* comes out of *model* as it went in, attribute by attribute."""
    made = model.model_validate(value)
    names = _fields(model)
    return made.model_dump(mode="json") == value and all(
        getattr(made, names[key]) == item for key, item in value.items()
    )


def _api(paths: dict[str, object], **more: object) -> str:
    info = {"title": "Names", "version": "1"}
    return json.dumps({"openapi": "3.1.0", "info": info, "paths": paths, **more})


def _operation(**more: object) -> dict[str, object]:
    return {"responses": {"204": {"description": "Done."}}, **more}


def _query(*names: str) -> list[dict[str, object]]:
    return [{"name": name, "in": "query", "schema": TEXT} for name in names]


ALIKE = (
    "StartTime",
    "startTime",
    "start-time",
    "start_time",
    "start time",
    "@start.time",
    "",
    "+2",
    "-2",
    "2nd",
    "🙂",
    "$",
)


def test_properties_that_make_one_name(tmp_path: Path) -> None:
    """Each of many properties of the same words has an attribute of its own; the plain
    name is that of the property that is called so, and other schemas don't matter."""
    made = build(described({"M": _object(*ALIKE), "N": _object("startTime")}), tmp_path)
    names = _fields(made.models.M)

    assert len({*names.values()}) == len(ALIKE)
    assert names["start_time"] == "start_time"
    assert _fields(made.models.N) == {"startTime": "start_time"}
    assert _same(made.models.M, {name: f"value of {name}" for name in ALIKE})
    alone = build(described({"M": _object(*ALIKE)}), tmp_path)
    assert _fields(alone.models.M) == names


WORDS = ("from", "class", "None", "True", "match", "type", "async", "await", "lambda")


def test_keywords(tmp_path: Path) -> None:
    """Keywords get an underscore behind them wherever they are names: properties,
    parameters, groups, methods and types; soft keywords stay as they are."""
    choice = {"type": "string", "enum": ["def", "None", "x"]}
    schemas = {
        "M": _object(*WORDS, "print", "self", "cls"),
        "None": _object("a"),
        "class": choice,
    }
    spec = json.loads(described(schemas))
    spec["paths"]["/x"] = {
        "get": _operation(
            operationId="import", tags=["pass"], parameters=_query(*WORDS, "self")
        )
    }
    made = build(json.dumps(spec), tmp_path, grouping="tag")
    names = _fields(made.models.M)

    assert names["from"] == "from_"
    assert names["class"] == "class_"
    assert (names["match"], names["type"]) == ("match", "type")
    assert _same(made.models.M, dict.fromkeys((*WORDS, "print", "self", "cls"), "v"))
    assert made.models.None_.model_validate({"a": "b"}).a == "b"
    assert "Literal['def', 'None', 'x']" in str(made.models.Class)
    client = made.client(None, status=204)
    client.pass_.import_(from_="f", async_="a", self_="s", match="m")
    query = dict(made.requests[-1].url.params)
    assert query == {"from": "f", "async": "a", "self": "s", "match": "m"}


def test_properties_named_like_types(tmp_path: Path) -> None:
    """A property may be named like its own type, or like anything that a module of
    models imports: the hints of all fields can be had, and names stay recognisable."""
    own = {
        "date": {"type": "string", "format": "date"},
        "datetime": {"type": "string", "format": "date-time"},
        "time": {"type": "string", "format": "time"},
        "uuid": {"type": "string", "format": "uuid"},
        "int": {"type": "integer", "default": 1},
        "list": {"type": "array", "items": TEXT},
        "dict": {"type": "object"},
        "Any": {},
        "Literal": {"const": "x"},
        "Decimal": {"type": "number"},
        "E": {"$ref": "#/components/schemas/E"},
    }
    plain = dict.fromkeys(
        ("str", "Field", "field", "Optional", "cast", "MISSING"), TEXT
    )
    schemas: dict[str, object] = {
        "M": {"type": "object", "properties": {**own, **plain}},
        "E": {"type": "string", "enum": ["a", "b"]},
    }
    made = build(described(schemas), tmp_path)
    names = _fields(made.models.M)

    hints = typing.get_type_hints(made.models.M)
    assert set(names.values()) <= set(hints)
    assert [names[n] for n in ("date", "datetime", "uuid")] == [
        "date",
        "datetime",
        "uuid",
    ]
    value = {
        "date": "2024-02-03",
        "uuid": "2f1a52a2-6a5c-4f2b-8c2e-0b1a7a5ad5b4",
        "int": 7,
        "list": ["x"],
        "dict": {"k": 1},
        "Literal": "x",
        "E": "a",
        "str": "s",
        "Field": "f",
        "MISSING": "m",
    }
    assert made.models.M.model_validate(value).model_dump(mode="json") == value


INTERNAL = (
    "Client",
    "Response",
    "List",
    "Any",
    "datetime",
    "BaseModel",
    "Model",
    "Exception",
    "Unset",
    "File",
    "Annotated",
    "TypeAlias",
    "Field",
    "object",
    "Union",
)


def test_schemas_named_like_what_is_imported(tmp_path: Path) -> None:
    """Types may be named like what modules import, build or are: all of them are there
    together, under names that begin as the description's do."""
    schemas: dict[str, object] = {name: _object("a", "b") for name in INTERNAL}
    schemas["Enum"] = {"type": "string", "enum": ["p", "q"]}
    schemas["Holder"] = {
        "type": "object",
        "properties": {n: {"$ref": f"#/components/schemas/{n}"} for n in schemas},
    }
    made = build(described(schemas), tmp_path)

    for name in INTERNAL:
        given = [
            n for n in (name, f"{name}_", name.capitalize()) if n in dir(made.models)
        ]
        assert given, name
        model = getattr(made.models, given[0])
        assert model.model_validate({"a": "1"}).a == "1", name
    held = {name: {"a": "x"} for name in INTERNAL} | {"Enum": "p"}
    holder = made.models.Holder.model_validate(held)
    assert holder.model_dump(mode="json", exclude_unset=True) == held


IN_PATH = [
    {"name": name, "in": "path", "required": True, "schema": TEXT}
    for name in ("id", "client")
]
PLACES = [
    {"name": "id", "in": "query", "required": True, "schema": {"type": "integer"}},
    {"name": "id", "in": "header", "schema": TEXT},
    {"name": "id", "in": "cookie", "schema": TEXT},
    {"name": "v", "in": "query", "required": True, "schema": {"type": "integer"}},
]
OURS = ("body", "self", "timeout", "headers", "url", "args", "kwargs", "extra_query")
BODY = {"content": {"application/json": {"schema": _object("id", "note")}}}


def _crowded(tmp_path: Path, *more: str) -> Case:
    item = {
        "parameters": [*IN_PATH, {"name": "v", "in": "query", "schema": TEXT}],
        "post": _operation(
            operationId="doIt",
            parameters=[*PLACES, *_query(*OURS, *more)],
            requestBody=BODY,
        ),
    }
    return build(_api({"/p/{id}/{client}": item}), tmp_path)


def _arguments(made: Case, method: str) -> list[str]:
    return list(inspect.signature(getattr(made.client(), method)).parameters)


def test_parameters_of_one_name(tmp_path: Path) -> None:
    """Parameters of one name in several places, and those named like our own arguments,
    can each be set by itself; the operation's own definition replaces its path's."""
    made = _crowded(tmp_path)
    client = made.client(None, status=204)
    query = {"self_": "s", "url": "u", "args": "a", "kwargs": "k", "headers": "h"}

    client.do_it(
        id="p",
        client="c",
        id_2=7,
        id_3="h",
        id_4="k",
        v=3,
        body="q",
        **query,
        request_body={"id": "b"},
    )

    request = made.requests[-1]
    assert request.url.path == "/p/p/c"
    assert dict(request.url.params) == {
        "id": "7",
        "v": "3",
        "body": "q",
        "self": "s",
        "url": "u",
        "args": "a",
        "kwargs": "k",
        "headers": "h",
    }
    assert request.headers["id"] == "h"
    assert request.headers["cookie"] == "id=k"
    assert made.sent() == {"id": "b"}


def test_one_more_parameter_renames_none(tmp_path: Path) -> None:
    """A parameter that is added at the end leaves the names of all others alone."""
    before = _arguments(_crowded(tmp_path), "do_it")
    after = _arguments(_crowded(tmp_path, "extra", "ID", "client_id"), "do_it")

    assert [name for name in after if name in before] == before
    assert len(after) == len(before) + 3


def test_odd_operation_ids(tmp_path: Path) -> None:
    """Whatever operationIds there are, each operation has a method of its own, and its
    name does not depend on the order in which they stand."""
    paths = {
        "/a": {"get": _operation(), "post": _operation(operationId="import")},
        "/b": {
            "get": _operation(operationId="get.thing"),
            "put": _operation(operationId="get-thing"),
        },
        "/c": {
            "get": _operation(operationId="getThing"),
            "delete": _operation(operationId="123"),
            "patch": _operation(operationId=""),
            "options": _operation(operationId="取得"),
        },
    }
    made = build(_api(paths), tmp_path)
    backward = {
        path: dict([*item.items()][::-1]) for path, item in [*paths.items()][::-1]
    }
    other = build(_api(backward), tmp_path)

    def called(case: Case) -> dict[str, str]:
        client = case.client(None, status=204)
        public = vars(type(client)).items()
        found: dict[str, str] = {}
        for name, method in public:
            if callable(method) and not name.startswith("_"):
                getattr(client, name)()
                request = case.requests[-1]
                found[name] = f"{request.method} {request.url.path}"
        return found

    methods = called(made)
    assert sorted(methods.values()) == sorted(
        f"{method.upper()} {path}" for path, item in paths.items() for method in item
    )
    assert called(other) == methods
    assert methods["import_"] == "POST /a"
    assert any("get_thing" in text for text in made.reported)


def test_tags_that_fold_together(tmp_path: Path) -> None:
    """Tags that differ in case and signs only are one group, and a group may be called
    like a module that the client itself imports."""
    paths = {
        f"/{n}": {"get": _operation(operationId=f"op{n}", tags=tags)}
        for n, tags in enumerate(
            (
                ["My Tag", "models"],
                ["MyTag", "my-tag"],
                ["json", "types"],
                ["enum"],
                ["models"],
            )
        )
    }
    made = build(_api(paths), tmp_path, grouping="tag")
    client = made.client(None, status=204)

    client.my_tag.op0()
    client.my_tag.op1()
    client.json.op2()
    client.enum.op3()
    client.models.op4()
    assert [request.url.path for request in made.requests] == [
        f"/{n}" for n in range(5)
    ]


def test_an_empty_tag_is_none(tmp_path: Path) -> None:
    """An operation whose only tag is empty hangs on the client itself."""
    made = build(
        _api({"/d": {"get": _operation(operationId="d", tags=[""])}}), tmp_path
    )

    made.client(None, status=204).d()
    assert made.requests[-1].url.path == "/d"


DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10)),
}


def test_files_on_every_system(tmp_path: Path) -> None:
    """No two files differ only by case, and none is named like a device of Windows."""
    names = (
        "URL",
        "Url",
        "url",
        "Con",
        "AUX",
        "nul",
        "COM1",
        *(f"T{n}" for n in range(9)),
    )
    spec = json.loads(
        described({name: _object(f"of_{n}") for n, name in enumerate(names)})
    )
    made = build(json.dumps(spec), tmp_path)
    files = [p.relative_to(made.folder) for p in made.folder.rglob("*") if p.is_file()]

    folded = [
        path.as_posix().lower() for path in files if "__pycache__" not in path.parts
    ]
    assert len({*folded}) == len(folded)
    stems = {part.partition(".")[0].lower() for path in files for part in path.parts}
    assert stems & DEVICES == set()
    fields = {
        tuple(_fields(getattr(made.models, n)))
        for n in dir(made.models)
        if hasattr(getattr(made.models, n), "model_fields")
    }
    assert fields >= {(f"of_{n}",) for n in range(len(names))}


def test_dotted_names(tmp_path: Path) -> None:
    """Names with dots, tildes, slashes and percent signs are names like others, and
    what refers to them finds them."""
    refs = {
        "a.b.C": "a.C",
        "a.bC": "a.bC",
        "a.C": "a.b.C",
        "x~y": "x~0y",
        "p%q": "p%25q",
    }
    schemas = {
        name: {
            "type": "object",
            "properties": {f"of{n}": {"$ref": f"#/components/schemas/{ref}"}},
        }
        for n, (name, ref) in enumerate(refs.items())
    }
    spec = json.loads(
        described(
            {
                "All": {
                    "type": "object",
                    "properties": {
                        f"p{n}": {"$ref": f"#/components/schemas/{ref}"}
                        for n, ref in enumerate(
                            ("a.b.C", "a.bC", "a.C", "x~0y", "p%25q")
                        )
                    },
                }
            }
        )
    )
    spec["components"]["schemas"] |= schemas
    made = build(json.dumps(spec), tmp_path)

    models = {
        n: getattr(made.models, n)
        for n in dir(made.models)
        if hasattr(getattr(made.models, n), "model_fields") and n != "Model"
    }
    assert len(models) == 6
    value = {"p0": {"of0": {"of2": {}}}, "p1": {"of1": {}}, "p3": {"of3": {}}}
    whole = models["All"].model_validate(value)
    assert whole.model_dump(mode="json") == value
    assert type(whole.p0.of0) is type(models["All"].model_validate({"p2": {}}).p2)


LOCALS = (
    "d",
    "data",
    "obj",
    "key",
    "value",
    "values",
    "m",
    "json",
    "cls",
    "self",
    "fields",
    "params",
    "response",
    "request",
    "cookies",
    "httpx",
    "httpx2",
    "quote",
    "url",
    "client",
    "operation",
    "result",
    "body",
    "headers",
    "options",
    "kwargs",
)


def test_names_of_our_own_variables(tmp_path: Path) -> None:
    """Properties and parameters may have the names of variables inside the client."""
    spec = json.loads(described({"M": _object(*LOCALS)}))
    spec["paths"]["/x"] = {
        "get": _operation(operationId="g", parameters=_query(*LOCALS))
    }
    made = build(json.dumps(spec), tmp_path)

    assert _same(made.models.M, {name: f"v {name}" for name in LOCALS})
    assert _same(made.models.M, {name: f"v {name}" for name in reversed(LOCALS)})
    client = made.client(None, status=204)
    ours = {"timeout", "extra_headers", "extra_query", "server_url", "request_options"}
    client.g(**{name: name for name in _arguments(made, "g") if name not in ours})
    query = dict(made.requests[-1].url.params)
    assert set(query) == set(LOCALS)
    assert all(value.rstrip("_") == name for name, value in query.items())


@pytest.mark.parametrize(
    "name", ["__class__", "__init__", "model_dump", "model_fields"]
)
def test_names_of_what_classes_have(tmp_path: Path, name: str) -> None:
    """A property named like an attribute of every model is a field like others."""
    made = build(described({"M": _object(name, "other")}), tmp_path)

    assert _same(made.models.M, {name: "x", "other": "y"})
