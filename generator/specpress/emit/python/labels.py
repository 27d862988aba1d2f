"""Labels of enums: which values have names, and what docstrings say of them."""

from __future__ import annotations

from collections.abc import Iterable

from specpress.emit.prose import plain_text
from specpress.ir.types import Enum, Label, Type


def has_names(type_: Type) -> bool:
    """Return whether *type_* is an enum with a value that has a name."""
    return isinstance(type_, Enum) and any(named_labels(type_.labels))


def label_lines(type_: Type, constants: str | None) -> list[str]:
    """Return what the docstring of an enum says of its values: where its *constants*
    are, and the descriptions of those that have none."""
    labels = type_.labels if isinstance(type_, Enum) else ()
    lines = [f"- `{label.value.text}`: {text}" for label, text in _described(labels)]
    said = ["\n".join(lines)] if lines else []
    return [*said, f"`{constants}` has its values by name."] if constants else said


def named_labels(labels: Iterable[Label]) -> list[Label]:
    """Return those of *labels* that make constants: named ones of scalars."""
    scalar = (str, int, float, bool)
    return [
        each for each in labels if each.name and isinstance(each.value.value, scalar)
    ]


def _described(labels: Iterable[Label]) -> list[tuple[Label, str]]:
    """Return those of *labels* that make no constant, with their descriptions."""
    named = named_labels(labels := list(labels))
    rest = [label for label in labels if label not in named]
    return [(label, text) for label in rest if (text := label_text(label))]


def label_text(label: Label) -> str:
    """Return the description of *label* on one line."""
    return " ".join(plain_text(label.description or "").split())
