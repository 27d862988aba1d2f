"""`Problem`: what pydantic finds wrong, in the words of the API's description."""

from __future__ import annotations

from typing import NamedTuple

from pydantic_core import MISSING, ErrorDetails, ValidationError

from .json import is_list, is_object
from .located import Path, located
from .violation import Violation, required

_RULES = {
    "missing": "required",
    "literal_error": "enum",
    "enum": "enum",
    "union_tag_invalid": "enum",
    "union_tag_not_found": "required",
    "string_pattern_mismatch": "pattern",
    "string_too_short": "min_length",
    "string_too_long": "max_length",
    "bytes_too_short": "min_length",
    "bytes_too_long": "max_length",
    "greater_than_equal": "minimum",
    "less_than_equal": "maximum",
    "greater_than": "exclusive_minimum",
    "less_than": "exclusive_maximum",
    "too_short": "min_items",
    "too_long": "max_items",
    "extra_forbidden": "additional",
    "int_from_float": "type",
    "finite_number": "type",
    "none_required": "type",
    "string_unicode": "type",
}
_OBJECT_RULES = {"too_short": "min_properties", "too_long": "max_properties"}
_TEXT_RULES = {"too_short": "min_length", "too_long": "max_length"}
_ENDINGS = {
    "type": "type",
    "parsing": "format",
    "inexact": "format",
    "error": "format",
}


class Problem(NamedTuple):
    """One finding: *path* leads to it through the data, *value* is what stands there."""

    path: Path
    rule: str
    message: str
    expected: str
    value: object

    @property
    def steps(self) -> str:
        """The path behind something else: ``.items[0].status``."""
        steps = [f"[{s}]" if isinstance(s, int) else f".{s}" for s in self.path]
        return "".join(steps)

    @property
    def place(self) -> str:
        """The path as text: ``items[0].status``."""
        return self.steps.removeprefix(".")

    def violation(self, argument: str, name: str = "") -> Violation:
        """Return the problem as one of *argument*, which *name* is on the wire."""
        place = (name + self.steps).removeprefix(".")
        if self.rule == "required":
            return required(argument, place)
        message = self.message[:1].lower() + self.message[1:]
        return Violation(argument, place, self.rule, message, self.value)


def problems(error: ValidationError, data: object) -> list[Problem]:
    """Return what *error* found in *data*: one for each place.

    A union gives one error for each member: the one that says most is kept, which is
    the first that isn't about the type, or else one of what is inside.
    """
    found: dict[Path, Problem] = {}
    for detail in error.errors():
        problem = _problem(detail, data)
        known = found.get(problem.path)
        if known is None or known.rule == "type" != problem.rule:
            found[problem.path] = problem
    around = {path[:size] for path in found for size in range(len(path))}
    return [p for p in found.values() if p.rule != "type" or p.path not in around]


def _problem(detail: ErrorDetails, data: object) -> Problem:
    """Return *detail* in our words."""
    kind, message, got = detail["type"], detail["msg"], detail["input"]
    more: Path = ()
    if kind == "missing":
        more = detail["loc"][-1:]
    elif kind in ("union_tag_invalid", "union_tag_not_found"):
        told = detail.get("ctx", {})
        more = (str(told["discriminator"]).split("' | '")[0].strip("'"),)
        if kind == "union_tag_invalid":
            words = " or ".join(str(told["expected_tags"]).rsplit(", ", 1))
            message = f"Input should be {words}"
    path = located(detail["loc"][: -1 if kind == "missing" else None], data, got)
    lacking = kind in ("missing", "union_tag_not_found")
    if more and not lacking and is_object(got):
        got = got.get(str(more[0]))
    return Problem(
        path=(*path, *more),
        rule=_rule(kind, got),
        message=message,
        expected="a value" if lacking else message.removeprefix("Input should be "),
        value=MISSING if lacking else got,
    )


def _rule(kind: str, value: object) -> str:
    """Return the keyword of JSON Schema, or the like, for pydantic's *kind* of error."""
    more = _OBJECT_RULES if is_object(value) else _TEXT_RULES
    rules = _RULES if is_list(value) else _RULES | more
    return rules.get(kind) or _ENDINGS.get(kind.rpartition("_")[2], kind)
