"""The gate of the templates, and the pack they come from."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, UndefinedError

from specpress.emit.packs import find_pack
from specpress.emit.render import Snippet, UnquotedTextError, environment


def render(template: str, **values: object) -> str:
    """Return *template* rendered with *values*."""
    made = environment(DictLoader({"t": template}))
    return made.get_template("t").render(**values)


@pytest.mark.parametrize("value", ["text", 1.5, None, True, ["x"]])
def test_unquoted_text_is_refused(value: object) -> None:
    """Only snippets and integers are printed: a forgotten quote fails at once."""
    with pytest.raises(UnquotedTextError):
        render("{{ x }}", x=value)


def test_snippets_and_integers_are_printed() -> None:
    """Text known to be source goes through as it is."""
    assert render("{{ x }} {{ n }}", x=Snippet("a\nb"), n=3) == "a\nb 3"


def test_an_unknown_name_is_an_error() -> None:
    """A view without the field a template asks for fails, and prints nothing."""
    with pytest.raises(UndefinedError):
        render("{{ x.missing }}", x=Snippet("a"))


def test_templates_are_small_and_name_their_view() -> None:
    """Each template begins with its view's name and stays under 120 lines."""
    for path in sorted(find_pack().root.glob("*.j2")):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith("{# view: "), path.name
        assert len(lines) <= 120, path.name


def test_the_pack_has_static_files() -> None:
    """Static files come by their path in a client, and Python only."""
    static = find_pack().static()
    assert "_runtime/lazy.py" in static
    assert all(path.endswith((".py", "py.typed")) for path in static)
