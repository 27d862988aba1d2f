"""What a reference means that breaks the rules, where that is clear."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.codes.bundle import (
    MISPLACED,
    NO_FILE,
    NO_POINTER,
    OUTSIDE,
    WRONG_KIND,
)
from specpress.diagnostics.codes.refs import DANGLING
from specpress.document.bundle_files import Unresolved
from specpress.document.bundle_items import Item, outermost
from specpress.document.bundle_misplaced import akin, check_value, known_kind, name_of
from specpress.document.bundle_parts import Place
from specpress.document.bundle_resolve import Found, Resolver
from specpress.document.grammar import Kind
from specpress.document.repair.references import mend
from specpress.tree import Node

_MISSES: Final = (NO_FILE, OUTSIDE, DANGLING)
_OF_SCHEMA: Final = ("header", "parameter")
_WRAPPED: Final = ("response", "body")


def follow(resolver: Resolver, ref: Node, here: Place, kind: Kind) -> Found:
    """Return what *ref*, at *here*, names as an object of *kind*. Raises Unresolved.

    What names no file and no place may be the name of a component, a pointer without its
    ``#``, or differ by case: it means the one place that it is like, in its file or else
    in the entry. In the entry itself the repairs see to those that are pointers.
    """
    try:
        return resolver.follow(ref, here)
    except Unresolved as error:
        text = ref.text or ""
        own = here.file == resolver.entry
        if error.code not in _MISSES or (own and text.startswith("#")):
            raise
        for file in dict.fromkeys((here.file, resolver.entry)):
            pointer = mend(text, kind, resolver.files.parts[file].root)
            if pointer is not None:
                values = {
                    "ref": text,
                    "meant": pointer if file == here.file else file + pointer,
                }
                resolver.report.add(NO_POINTER.at(ref.span, **values))
                return resolver.follow(Node(pointer, ref.span), Place(file))
        raise


def meant(
    resolver: Resolver, found: Found, each: Item, start: Place
) -> tuple[Found, bool]:
    """Return what is meant by *found* where an object of the kind of *each* belongs, and
    whether that is the schema of such an object.

    *each* was met on a walk that began at *start*. Raises Unresolved.
    """
    kind, beside = each.kind, each.node.map
    ref = beside["$ref"]
    known = known_kind(resolver.files.parts[found.place.file], found)
    if known in (kind, "plain", None) or kind == "plain":
        check_value(found.node, kind)
        return found, False
    assert known is not None
    told = {"ref": ref.text, "found": name_of(known), "expected": name_of(kind)}
    elsewhere = found.place.file != resolver.entry  # in it, repair sees to these
    named = elsewhere and kind in _OF_SCHEMA and (kind == "header" or "name" in beside)
    if known == "schema" and (named or kind in _WRAPPED):
        instead = "read as its schema" if named else "read as the schema of JSON"
        resolver.report.add(MISPLACED.at(ref.span, instead=instead, **told))
        return found, True
    if kind == "schema" and known == "document":
        root = outermost(each, start)
        instead = "the schema in which it stands is used"
        given = Found(root, resolver.at(root)), instead
    elif (other := akin(found, known, kind)) is not None:
        given = other
    else:
        raise Unresolved(WRONG_KIND, **told)
    resolver.report.add(MISPLACED.at(ref.span, instead=given[1], **told))
    return given[0], False
