"""JSON values as Python source."""

from __future__ import annotations

from typing import cast

from specpress.emit.python.shape import bracketed, literal, string


def python_value(value: object, *, indent: int = 0) -> str:
    """Return plain JSON *value* as an expression, at column *indent* or right of it.

    >>> print(python_value({"a": [1, None]}))
    {"a": [1, None]}
    """
    match value:
        case dict():
            members = cast("dict[str, object]", value).items()
            pairs = [
                f"{string(k)}: {python_value(v, indent=indent + 4)}" for k, v in members
            ]
            return bracketed("{", pairs, "}", indent=indent, after=1)
        case list():
            items = cast("list[object]", value)
            parts = [python_value(item, indent=indent + 4) for item in items]
            return bracketed("[", parts, "]", indent=indent, after=1)
        case _:
            return literal(value)
