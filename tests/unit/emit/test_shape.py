"""Python text: literals that say what was meant, in the shape that black gives."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specpress.emit.format import format_text
from specpress.emit.python.docstrings import docstring
from specpress.emit.python.shape import (
    annotated,
    bracketed,
    from_import,
    laid_out,
    literal,
    string,
)
from specpress.emit.python.values import python_value

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(st.text())
def test_a_string_literal_says_the_string(text: str) -> None:
    """A literal evaluates to its text, on one line and with nothing invisible in it."""
    made = string(text)
    assert ast.literal_eval(made) == text
    assert made.isprintable()
    assert format_text(f"x = {made}\n").startswith("x = ")


@given(st.text(alphabet="'\"\\ab"))
def test_black_keeps_the_quotes(text: str) -> None:
    """The quotes are those that black would choose."""
    line = f"x = {string(text)}\n"
    assert format_text(line) == line


@given(JSON)
def test_a_value_says_the_json(value: object) -> None:
    """JSON as Python source evaluates to the same JSON."""
    assert ast.literal_eval(python_value(value)) == value


@given(st.lists(st.text(max_size=120), min_size=1, max_size=3))
def test_a_docstring_ends_where_it_should(paragraphs: list[str]) -> None:
    """Whatever the prose is, the function is one docstring and nothing more."""
    source = f"def f():\n    {docstring(paragraphs, indent=4)}\n"
    (function,) = ast.parse(source).body
    assert isinstance(function, ast.FunctionDef)
    assert len(function.body) == 1
    assert ast.get_docstring(function) is not None


@pytest.mark.parametrize(
    "prose",
    [
        "Plain.",
        'It ends with a quote: "it\'s"',
        '"Quoted" at the start',
        '"""]; exit(99); """',
        "A backslash \\ and \\N{BULLET} and \\u0041",
        "tab\there",
        "x" * 120,
        "word " * 40,
        "separator \u2028 and bidi \u202e and zero width \u200b",
        "nul \x00 and escape \x1b[31m",
        "ends with a backslash \\",
    ],
)
def test_black_leaves_docstrings_alone(prose: str) -> None:
    """A docstring is in black's form already, and nothing in it is invisible."""
    source = f"def f():\n    {docstring([prose, 'More.'], indent=4)}\n"
    assert format_text(source) == source
    short = f"def f():\n    {docstring([prose], indent=4)}\n"
    assert format_text(short) == short
    field = docstring(["More.", prose], indent=4, compact=True)
    source = f"class A:\n    x: int\n    {field}\n"
    assert format_text(source) == source
    assert all(line.isprintable() for line in source.split("\n"))


@pytest.mark.parametrize("width", range(60, 96))
def test_black_leaves_brackets_alone(width: int) -> None:
    """Calls are on one line, on a line of their own, or one item a line, as in black."""
    items = ["aaaa=1", "bbbb=2", "c" * (width - 20)]
    source = bracketed("x = f(", items, ")") + "\n"
    assert format_text(source) == source
    deep = f"if x:\n    {bracketed('y = f(', items, ')', indent=4)}\n"
    assert format_text(deep) == deep


def test_a_signature_has_one_argument_a_line() -> None:
    """Without hugging, what does not fit on a line takes a line an item."""
    items = ["self", "*", "a" * 40, "b" * 40]
    made = bracketed("def f(", items, ") -> None:", hug=False)
    assert made.count("\n") == 5


def test_imports_are_sorted_as_isort_does() -> None:
    """Constants come first, then classes, then functions."""
    line = from_import("m", ["b", "A", "MISSING", "a", "Client"])
    assert line == "from m import MISSING, A, Client, a, b"


def test_a_literal_is_a_scalar() -> None:
    """Containers have no literal here: they would print text of a description raw."""
    with pytest.raises(TypeError, match="no literal for list"):
        literal([])


@pytest.mark.parametrize("width", range(10, 90, 4))
def test_black_leaves_annotations_alone(width: int) -> None:
    """An annotated name with a default breaks where black breaks it."""
    type_ = "T" * width + " | MISSING"
    for value in ("MISSING", 'absent("Some")', ""):
        line = annotated("some_name", type_, value, indent=4)
        if value != "MISSING":
            source = f"class A:\n    {line}\n"
            assert format_text(source) == source
    item = annotated("some_name", type_, "MISSING", indent=8, after=1)
    head = bracketed("def f(", ["self", item, "b: int"], "): ...", indent=4, hug=False)
    source = f"class A:\n    {head}\n"
    assert format_text(source) == source or len(source.split("\n")) == 2


EXPRESSIONS = (
    "{0}",
    "{0} | {0} | None",
    "Literal[{0}, {0}]",
    "list[{0}]",
    "list[{0} | None] | None",
    'Annotated[StrictStr, Field(min_length=1, pattern="{0}{0}")]',
    "list[Annotated[list[{0}], UNIQUE]]",
    "Annotated[Literal[{0}, {0}] | str, OPEN]",
    "dict[str, Annotated[StrictStr, Field(min_length=1, max_length=10)]] | {0}",
)


@pytest.mark.parametrize("expression", EXPRESSIONS)
@pytest.mark.parametrize("width", range(4, 92, 6))
def test_black_leaves_aliases_alone(expression: str, width: int) -> None:
    """An alias of any type expression breaks where black breaks it."""
    text = expression.format("T" * width)
    long = laid_out("Some" + "e" * 50 + ": TypeAlias = ", text)
    assert format_text(f"{long}\n") == f"{long}\n"
    line = laid_out("Some: TypeAlias = ", text)
    assert format_text(f"{line}\n") == f"{line}\n"
