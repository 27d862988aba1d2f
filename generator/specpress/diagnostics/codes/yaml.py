"""Codes of what is wrong with YAML text."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

BROKEN: Final = Code(
    "YML001",
    Severity.ERROR,
    "broken YAML: {reason}; the text is not read",
    "broken YAML",
    "The text is not YAML at this place. Common causes: an indentation that does not"
    " fit, a tab, a missing quote, or a colon in a text without quotes.",
    fidelity="dropped",
)

DUPLICATE_KEY: Final = Code(
    "YML002",
    Severity.ERROR,
    "the key {key!r} stands twice in one mapping, first at {first}; the text is not"
    " read",
    "duplicate key",
    "Which of the two members counts is undefined, so neither is guessed. Remove or"
    " rename one of them.",
    fidelity="dropped",
)

TAG: Final = Code(
    "YML003",
    Severity.ERROR,
    "the tag {tag!r} is not allowed; the text is not read",
    "YAML tag",
    "A description is plain data. Tags ask a reader to make other things of it, so"
    " none but those of text, mappings and sequences are read. Put quotes around what"
    " shall be text.",
    fidelity="dropped",
)

NO_ANCHOR: Final = Code(
    "YML004",
    Severity.ERROR,
    "there is no anchor {name!r} before this alias; the text is not read",
    "unknown YAML anchor",
    "An alias (*name) repeats what stands at an anchor (&name) further up.",
    fidelity="dropped",
)

ALIAS_LOOP: Final = Code(
    "YML005",
    Severity.ERROR,
    "the alias {name!r} stands inside what it repeats; the text is not read",
    "YAML alias in itself",
    "What would contain itself has no end. Use $ref for recursive schemas.",
    fidelity="dropped",
)

TOO_MANY_NODES: Final = Code(
    "YML006",
    Severity.ERROR,
    "with its aliases written out the text has more than {limit} values; it is not"
    " read",
    "too many YAML aliases",
    "Aliases of aliases multiply. A text that stands for far more values than it is"
    " long is broken or hostile.",
    fidelity="dropped",
)

BAD_KEY: Final = Code(
    "YML007",
    Severity.ERROR,
    "a key is no text; the text is not read",
    "YAML key that is no text",
    "Keys of a description are text: JSON knows no others. Mappings, sequences and"
    " aliases can be no keys.",
    fidelity="dropped",
)

BAD_MERGE: Final = Code(
    "YML008",
    Severity.ERROR,
    "'<<' merges what is no mapping; the text is not read",
    "merge of what is no mapping",
    "The value of a merge key is a mapping or a sequence of mappings, mostly given by"
    " an alias.",
    fidelity="dropped",
)

MORE_DOCUMENTS: Final = Code(
    "YML009",
    Severity.ERROR,
    "a second YAML document begins; the text is not read",
    "more than one YAML document",
    "A file holds one description. Split it, or remove the line ---.",
    fidelity="dropped",
)

TOO_DEEP: Final = Code(
    "YML010",
    Severity.ERROR,
    "the YAML value is nested more than {limit} levels deep; the text is not read",
    "YAML nested too deeply",
    "No description needs this depth; the text is broken or hostile.",
    fidelity="dropped",
)
