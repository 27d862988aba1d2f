"""Codes of what is wrong with an overlay, or does not fit the document."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

INVALID: Final = Code(
    "OVL001",
    Severity.ERROR,
    "no valid overlay at {pointer!r}: {reason}; none of its actions are done",
    "invalid overlay",
    "The file does not satisfy the official JSON Schema of the Overlay Specification at"
    " this place.",
    fidelity="dropped",
)

VERSION: Final = Code(
    "OVL002",
    Severity.ERROR,
    "the overlay is of version {version!r}, and 1.0 and 1.1 are known; none of its"
    " actions are done",
    "unknown version of an overlay",
    "Overlays of the Overlay Specification 1.0 and 1.1 are applied.",
    fidelity="dropped",
)

BAD_PATH: Final = Code(
    "OVL003",
    Severity.ERROR,
    "{path!r} is no JSONPath ({reason}); the action is left out",
    "bad JSONPath in an overlay",
    "Targets and sources of copies are queries of RFC 9535. Names that are no"
    " identifiers stand in brackets, as in $.paths['/pets'].get or $['x-internal'].",
    fidelity="dropped",
)

NO_MATCH: Final = Code(
    "OVL004",
    Severity.WARNING,
    "the action matches nothing: {path!r}",
    "action that matches nothing",
    "The target of this action selects no node of the document, so nothing is changed."
    " Has the description changed since the overlay was written, or does an action"
    " before this one remove what it is for?",
    fidelity="unused",
)

MIXED_TARGETS: Final = Code(
    "OVL005",
    Severity.ERROR,
    "{path!r} selects {found}; the action is left out",
    "targets of different kinds",
    "The targets of an update or a copy are all objects, all arrays or all primitive"
    " values (Overlay 1.1). Narrow the target, or split the action.",
    fidelity="dropped",
)

INCOMPATIBLE: Final = Code(
    "OVL006",
    Severity.ERROR,
    "{given} can't be merged with {there} at {pointer!r}; what is there stays",
    "values that can't be merged",
    "Objects merge with objects, arrays with arrays, and primitive values replace"
    " primitive values. To replace a value by one of another kind, remove it first.",
    fidelity="dropped",
)

OTHER_DOCUMENT: Final = Code(
    "OVL007",
    Severity.NOTE,
    "the overlay extends {extends!r}, and is applied to {document!r}",
    "overlay of another document",
    "The overlay names the description it was written for, and it is another file. It"
    " is applied all the same.",
)

ROOT: Final = Code(
    "OVL008",
    Severity.ERROR,
    "the action removes the whole document; left out",
    "removal of everything",
    "A removal takes something out of the object or array it stands in; the root stands"
    " in none.",
    fidelity="dropped",
)

UNCLEAR: Final = Code(
    "OVL009",
    Severity.ERROR,
    "the action has both an update and a copy; left out",
    "action that says two things",
    "Either of update and copy has no effect beside the other (Overlay 1.1). Make two"
    " actions of it.",
    fidelity="dropped",
)

SOURCES: Final = Code(
    "OVL010",
    Severity.ERROR,
    "{path!r} selects {count} values to copy, not one; the action is left out",
    "several sources of a copy",
    "What is copied is a single node. Narrow the query.",
    fidelity="dropped",
)

NO_SOURCE: Final = Code(
    "OVL011",
    Severity.WARNING,
    "there is nothing to copy at {path!r}; the action changes nothing",
    "copy of nothing",
    "The query selects no node of the document as it is at this point: after the"
    " actions before.",
    fidelity="unused",
)

IDLE: Final = Code(
    "OVL012",
    Severity.WARNING,
    "the action neither updates, copies nor removes; it changes nothing",
    "action that does nothing",
    "An action has an 'update', a 'copy' (Overlay 1.1) or 'remove: true'.",
    fidelity="unused",
)

NEWER: Final = Code(
    "OVL013",
    Severity.NOTE,
    "{what} is not allowed in Overlay 1.0; read as Overlay 1.1",
    "overlay of 1.0 that uses 1.1",
    "The overlay says to be of version 1.0, and uses what 1.1 added: a 'copy', a"
    " 'description' in its info, a target that is a primitive value. Say"
    " 'overlay: 1.1.0'.",
    fidelity="repaired",
)

NO_OVERLAY: Final = Code(
    "OVL014",
    Severity.ERROR,
    "there is no overlay file {path!r}",
    "missing overlay",
    "The path is relative to the configuration file, or to the current folder when it"
    " is given on the command line.",
)
