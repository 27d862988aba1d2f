"""Extensions of vendors in a client: what they may say, and what they can't."""

from __future__ import annotations

import ast
import inspect
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from support.cases import Case, build, described

ORDERS: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Orders", "version": "1"},
    "paths": {
        "/orders/{order-id}": {
            "get": {
                "operationId": "OrdersController_findOne",
                "x-fern-sdk-group-name": ["shop", "orders"],
                "x-fern-sdk-method-name": "fetch",
                "x-deprecated": "Use search.",
                "parameters": [
                    {
                        "name": "order-id",
                        "in": "path",
                        "required": True,
                        "schema": {"type": "string"},
                        "x-fern-parameter-name": "number",
                    },
                    {
                        "name": "st",
                        "in": "query",
                        "schema": {"$ref": "#/components/schemas/StatusDTO"},
                        "x-ms-client-name": "status",
                    },
                ],
                "responses": {
                    "200": {
                        "description": "One.",
                        "content": {
                            "application/json": {
                                "schema": {"$ref": "#/components/schemas/OrderDTO"}
                            }
                        },
                    }
                },
            }
        }
    },
    "components": {
        "schemas": {
            "OrderDTO": {
                "type": "object",
                "x-speakeasy-name-override": "Order",
                "properties": {
                    "st": {
                        "$ref": "#/components/schemas/StatusDTO",
                        "x-fern-property-name": "status",
                    },
                    "kind": {
                        "type": "string",
                        "enum": ["a", "b"],
                        "x-enum-descriptions": ["By air.", "By boat."],
                    },
                },
            },
            "StatusDTO": {
                "type": "integer",
                "enum": [0, 1, 9],
                "x-ms-client-name": "Status",
                "x-enum-varnames": ["New", "class", "__doc__"],
                "x-enum-descriptions": {"0": "Just made."},
            },
        }
    },
}


def test_names_are_given(tmp_path: Path) -> None:
    """Groups, methods, arguments, types and fields are called as extensions say, and
    are sent and read by the names of the wire."""
    made = build(json.dumps(ORDERS), tmp_path, format=False, tests=False)
    client = made.client({"st": 1, "kind": "a"})

    order = client.shop_orders.fetch(number="7", status=9)

    request = made.requests[-1]
    assert (request.url.path, dict(request.url.params)) == ("/orders/7", {"st": "9"})
    assert type(order).__name__ == "Order"
    assert (order.status, order.kind) == (1, "a")
    doc = inspect.getdoc(type(client.shop_orders).fetch) or ""
    assert "Use search." in doc
    assert "Deprecated." in doc


def test_values_are_named(tmp_path: Path) -> None:
    """Values with names are constants beside their type, which calls take."""
    made = build(json.dumps(ORDERS), tmp_path, format=False, tests=False)
    values = made.models.StatusValues

    assert (values.New, values.class_, values._doc__) == (0, 1, 9)
    made.client({"st": 0}).shop_orders.fetch(number="7", status=values.New)
    assert dict(made.requests[-1].url.params) == {"st": "0"}
    (source,) = made.folder.glob("*/models.py")
    text = source.read_text("utf-8")
    assert '    """Just made."""' in text
    assert '- `"b"`: By boat.' in text


USE = """\
from {package} import Client
from {package}.models import StatusValues

Client(base_url="https://x.example").shop_orders.fetch(number="7", status=StatusValues.New)
"""


def test_named_values_have_their_types(tmp_path: Path) -> None:
    """A strict type checker takes a constant for a value of its enum."""
    made = build(json.dumps(ORDERS), tmp_path, tests=False)
    (made.folder / "use.py").write_text(USE.format(package=made.package.__name__))

    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "use.py"]
    done = subprocess.run(
        command, cwd=made.folder, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout


HOSTILE = {
    "E": {
        "type": "string",
        "enum": ['x"\n    exit(99)#', "y');exit(99)#", "C:\\logs\\"],
        "x-enum-varnames": ["A=exit(99)#", "mro", "B"],
        "x-ms-enum": {
            "name": 'E"',
            "values": [{"value": "C:\\logs\\", "description": 'd"""\nexit(99)'}],
        },
    }
}


def test_hostile_values_and_labels(tmp_path: Path) -> None:
    """Values are exact whatever they hold; a name that is none is ignored and told."""
    made = build(described(HOSTILE), tmp_path)

    assert all(repr(value) in str(made.models.E) for value in HOSTILE["E"]["enum"])
    values = {k: v for k, v in vars(made.models.EValues).items() if k[:2] != "__"}
    assert values == {"mro": "y');exit(99)#", "B": "C:\\logs\\"}
    assert "'A=exit(99)#'" in " ".join(made.reported)


MAPPED = {
    "M": {
        "type": "object",
        "customBasePath": "os.path\nexit(99)\n#.x",
        "x-python-import": {"module": "os\nexit(99)\nimport os", "name": "system"},
        "x-python-class-name": "int",
        "x-go-type-import": {"path": "os"},
        "properties": {
            "a": {
                "type": "string",
                "x-python-type": "__import__('os').system('x')",
                "customTypePath": "a.b;exit(99)",
                "x-default-factory": "exit",
                "default_factory": "lambda: exit(99)",
                "x-decorator": "exit",
            }
        },
    }
}


def _shape(case: Case) -> dict[str, str]:
    """Return each module of *case* as its syntax tree, but for docstrings' words."""
    name = case.package.__name__
    files = sorted(case.folder.rglob("*.py"))
    return {
        file.relative_to(case.folder / name)
        .as_posix(): ast.dump(ast.parse(file.read_text("utf-8")))
        .replace(name, "client")
        for file in files
    }


def test_no_extension_chooses_code(tmp_path: Path) -> None:
    """What extensions say of imports, types, bases, decorators and factories changes
    nothing in the client."""
    plain = {"M": {"type": "object", "properties": {"a": {"type": "string"}}}}
    told = build(described(MAPPED), tmp_path, tests=False)
    bare = build(described(plain), tmp_path, tests=False)

    assert _shape(told) == _shape(bare)
    assert told.models.M.model_validate({"a": "x"}).a == "x"
