"""What prose states of a fact that a schema has: found without the grammar of mining.

The definition is conservative and knows no sentences:

- *values*: there are at least two, each of them stands in the description within code
  marks, quotes or bold type, and so does a cue (can be, one of, values, allowed ...);
- *default*: the value stands right behind the word default, or before ``(default)`` or
  ``by default``;
- *range*: the bound stands within thirty characters after a cue of its side in the same
  sentence, or at that end of ``1-100`` or ``1 to 100``;
- *length*: the same, and characters, digits or letters follow, or length stands before;
  of lists, the bound stands within thirty characters after a cue.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

Facts: TypeAlias = Mapping[str, object]

KINDS: Final = {
    "values": "values",
    "default": "default",
    **dict.fromkeys(("minimum", "maximum"), "range"),
    **dict.fromkeys(("exclusiveMinimum", "exclusiveMaximum"), "range"),
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems"), "length"),
}
"""The kinds of facts by the keys that hold them."""

_CUE: Final = re.compile(
    r"\b(one of|can be|could be|may be|either|values?|options?|allowed|valid|possible|"
    r"accept\w*|must be|supported|types? (are|is)|enum)\b",
    re.IGNORECASE,
)
_MARKED: Final = (
    r"(?:[`\"\u201c\u2018']|<code>|\*\*){}(?:[`\"\u201d\u2019']|</code>|\*\*)"
)
_LOW: Final = r"min\w*|at least|greater than or equal to|between|from|range"
_HIGH: Final = (
    r"max\w*|at most|up to|no more than|less than or equal to|not exceed|"
    r"limit(?:ed to)?|between|from|range"
)
_NUMBERS: Final = frozenset(("integer", "number"))


def stated(facts: Facts, text: str, types: frozenset[str]) -> Iterator[str]:
    """Yield the keys of those of *facts*, of a value of *types*, that *text* states."""
    for key, value in facts.items():
        number = isinstance(value, int | float) and not isinstance(value, bool)
        match KINDS[key]:
            case "values" if isinstance(value, list) and types != {"boolean"}:
                if len(value) > 1 and _CUE.search(text) and _all_marked(value, text):
                    yield key
            case "default" if value not in (None, "", [], {}):
                if _default(value, text):
                    yield key
            case "range" if number and types and types <= _NUMBERS:
                if _bound(key, value, text):
                    yield key
            case "length" if isinstance(value, int) and value > 1:
                if _length(key, value, text):
                    yield key
            case _:
                pass


def _all_marked(values: list[object], text: str) -> bool:
    return all(
        re.search(_MARKED.format(re.escape(str(value))), text) for value in values
    )


def _default(value: object, text: str) -> bool:
    shown = json.dumps(value) if isinstance(value, bool) else str(value)
    word = re.escape(shown)
    after = r"default(s|ed)?\b(?: (?:value|is|to|of|:|=)| ?[:=])*[ :=`\"'*\u201c]*"
    before = r"[`\"'\u201d]? ?(?:\(default\)|by default)"
    found = re.search(rf"{after}{word}\b(?!-)|{word}{before}", text, re.IGNORECASE)
    return found is not None


def _number(value: object) -> str:
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return rf"(?<![\d.,\w-]){re.escape(text)}(?:\.0+)?(?![\d\w]|[.,]\d)"


def _bound(key: str, value: object, text: str) -> bool:
    cue = _LOW if key.lower().endswith("minimum") else _HIGH
    number = _number(value)
    found = re.search(rf"(?:{cue})[^.;]{{0,30}}?{number}", text, re.IGNORECASE)
    range_ = rf"\d ?(?:-|\u2013|to|and|\.\.) ?{number}"
    return found is not None or (cue is _HIGH and re.search(range_, text) is not None)


def _length(key: str, value: int, text: str) -> bool:
    number = rf"(?<![\d.,\w])(?:{value}|{value:,})(?![\d\w]|[.,]\d)"
    if key.endswith("Items"):
        cue = _LOW if key.startswith("min") else _HIGH
        pattern = rf"(?:{cue})[^.;]{{0,30}}?{number}"
    else:
        unit = r"(?: |-)?(?:\w+ )?(?:char|digit|letter)"
        pattern = rf"{number}{unit}|length[^.;]{{0,20}}{number}"
    return re.search(pattern, text, re.IGNORECASE) is not None
