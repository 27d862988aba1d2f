"""The template environment and its gate: only known Python text is printed."""

from __future__ import annotations

from typing import Final

from jinja2 import BaseLoader, Environment, StrictUndefined, Undefined


class Snippet(str):
    """Text that is known to be fit for the file it is printed into."""

    __slots__ = ()


class UnquotedTextError(Exception):
    """A template printed a value that is neither a `Snippet` nor an integer."""


def only_snippets(value: object) -> object:
    """Return *value* when it is a `Snippet` or an integer.

    Raises UnquotedTextError otherwise: text of a description never reaches a source
    file unquoted.
    """
    if isinstance(value, Snippet | int) and not isinstance(value, bool):
        return value
    if isinstance(value, Undefined):
        return value  # it raises an error of its own, with the missing name
    raise UnquotedTextError(f"{type(value).__name__} {value!r} is not a Snippet")


def environment(loader: BaseLoader) -> Environment:
    """Return the environment in which the templates of *loader* are rendered."""
    made = Environment(
        loader=loader,
        undefined=StrictUndefined,
        finalize=only_snippets,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    made.filters.clear()  # what Jinja offers returns plain text, which is not printed
    return made


LINE: Final = 88
"""The line length that black keeps to."""
