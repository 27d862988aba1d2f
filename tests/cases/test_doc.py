"""Documentation, run: what a description says in words is in docstrings, as text."""

from __future__ import annotations

import ast
import json

import pytest
from support.cases import Case, build

M = {
    "type": "object",
    "title": "The great M",
    "description": '# H1\n\n* a `code` **b**\n* c_ |d| :e:\n\n```json\n{"a": 1}\n```\n'
    "<p>x &amp; y &lt;br&gt;</p> <a href='javascript:alert(1)'>z</a>",
    "externalDocs": {"url": "https://docs.a.test/m", "description": "More on M"},
    "properties": {
        "a": {"type": "string", "title": "First of all", "examples": ["abc"]},
        "b": {"type": "string", "deprecated": True, "description": 'Old \\ """ one'},
        "kind": {
            "oneOf": [
                {"const": "cat", "title": "Cat", "description": "It says *meow*."},
                {"const": "dog", "description": "It barks."},
            ]
        },
    },
}
PATH = {
    "get": {
        "operationId": "find",
        "summary": "Find one",
        "description": 'Look """ for\tit.',
        "externalDocs": {"url": "https://docs.a.test/find"},
        "deprecated": True,
        "parameters": [
            {
                "name": "state",
                "in": "query",
                "deprecated": True,
                "schema": {
                    "oneOf": [{"const": "on", "title": "Lit"}, {"const": "off"}]
                },
            },
            {"name": "n", "in": "query", "schema": {"type": "integer", "default": 5}},
        ],
        "responses": {
            "200": {
                "description": "One.",
                "headers": {"X-Left": {"schema": {"type": "integer"}}},
                "content": {
                    "application/json": {"schema": {"$ref": "#/components/schemas/M"}}
                },
            }
        },
    }
}
DESCRIPTION = json.dumps(
    {
        "openapi": "3.1.0",
        "info": {"title": "Docs", "version": "1", "description": "What it is."},
        "externalDocs": {"url": "https://docs.a.test"},
        "paths": {"/x": PATH},
        "components": {"schemas": {"M": M}},
    }
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A client of a description that is full of words."""
    return build(DESCRIPTION, tmp_path_factory.mktemp("doc"))


def docstrings(case: Case) -> str:
    """Return all docstrings of the client's own modules, one after the other."""
    found: list[str] = []
    for path in sorted(case.folder.glob("*/*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                found.append(str(node.value.value))
    return "\n".join(found)


SAID = [
    "What it is.",
    "See also: https://docs.a.test",
    "The great M",
    "More on M: https://docs.a.test/m",
    "x & y <br>",
    'First of all. Example: `"abc"`.',
    "Deprecated.",
    '- `"cat"`: Cat: It says meow.',
    '- `"dog"`: It barks.',
    'Look """ for',
    "See also: https://docs.a.test/find",
    '- `"on"`: Lit',
    "n: Default: `5`.",
    "Headers of the response: `X-Left`.",
]


@pytest.mark.parametrize("text", SAID)
def test_words_are_in_docstrings(case: Case, text: str) -> None:
    """Titles, descriptions, examples, links and deprecations are where people look."""
    assert text in docstrings(case)


def test_nothing_active_is_left(case: Case) -> None:
    """Neither a script nor a tag of HTML comes through; entities are decoded once."""
    text = docstrings(case)

    assert "javascript:" not in text
    assert not {"<p>", "<a ", "&amp;", "&lt;"} & {*text.split()}
    assert "**" not in text


def test_enums_with_words_are_enums(case: Case) -> None:
    """Alternatives of constants are one enum: a value that is none of them is refused."""
    with pytest.raises(case.package.RequestValidationError):
        case.client().find(state="dim")
    case.client({}).find(state="on")

    assert case.requests[-1].url.query == b"state=on"
