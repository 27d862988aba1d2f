"""What docstrings say beside descriptions: of values, defaults, examples and the like."""

from __future__ import annotations

from specpress.emit.python.labels import label_lines
from specpress.ir.nodes import Header, Parameter, Response
from specpress.ir.types import Enum, Field, Null, Type, Union
from specpress.ir.values import Json

_LONGEST = 60
"""An example that is longer says more of itself than of its field."""


def remarks(thing: Field | Parameter) -> str:
    """Return what is said of *thing* in a sentence each; empty where nothing is.

    A default is the server's: the client does not send it.
    """
    said: list[str] = []
    if thing.default is not None:
        said.append(f"Default: `{thing.default.text}`.")
    if (example := _example(thing)) is not None:
        said.append(f"Example: `{example.text}`.")
    if isinstance(thing, Field) and thing.read_only:
        said.append("Set by the server.")
    if thing.deprecated:
        said.append("Deprecated.")
    return " ".join(said)


def with_remarks(text: str, remarks_: str) -> str:
    """Return *text*, a description, with *remarks_* at its end.

    >>> with_remarks("The name", "Deprecated.")
    'The name. Deprecated.'
    """
    if not text or not remarks_:
        return text or remarks_
    if "\n" in text:
        return f"{text}\n\n{remarks_}"
    return f"{text}{'' if text[-1] in '.!?:;)' else '.'} {remarks_}"


def _example(thing: Field | Parameter) -> Json | None:
    """Return an example of *thing* that is worth a word."""
    shown = (e for e in thing.examples if len(e.text) <= _LONGEST and "`" not in e.text)
    found = next(shown, None)
    return None if found == thing.default or isinstance(thing.type, Enum) else found


def values_said(type_: Type) -> str:
    """Return what is said of the values of an enum, as a list; empty for other types."""
    if isinstance(type_, Union):
        others = [m for m in type_.members if not isinstance(m, Null)]
        return values_said(others[0]) if len(others) == 1 else ""
    return "\n".join(label_lines(type_, None))


def headers_said(responses: tuple[Response, ...]) -> str:
    """Return a sentence that names the headers of the successes among *responses*."""
    good = [r for r in responses if r.status.startswith("2")]
    named: dict[str, Header] = {h.name.lower(): h for r in good for h in r.headers}
    if not named:
        return ""
    listed = ", ".join(f"`{header.name}`" for header in named.values())
    return f"Headers of the response: {listed}."
