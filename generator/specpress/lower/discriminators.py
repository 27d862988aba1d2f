"""Discriminators: which property tells variants apart, and by which values."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final, NamedTuple
from urllib.parse import unquote

from specpress.diagnostics import Report
from specpress.diagnostics.codes.unions import NO_PROPERTY, NO_VARIANT
from specpress.document.heirs import BASE
from specpress.document.refs import pointed
from specpress.ir.types import Ref, Tag
from specpress.lower.keywords import brief
from specpress.lower.places import place
from specpress.tree import Node, split

_COMPONENTS: Final = ("components", "schemas")


class Told(NamedTuple):
    """How variants are told apart: what a `Union` says of it."""

    discriminator: str | None = None
    tags: tuple[Tag, ...] = ()
    fallback: Ref | None = None


def told_apart(
    discriminator: Node, choice: Node, document: Node, report: Report
) -> Told:
    """Return how *discriminator* tells the schemas in *choice* apart.

    A value stands for what ``mapping`` gives it, else for the component of its name
    (OpenAPI 3.2, 4.25.4 "Mapping Values"); what is mapped to no variant is reported.
    """
    name = discriminator.get_text("propertyName")
    if name is None:
        report.add(NO_PROPERTY.at(place(discriminator)))
        return Told()
    variants = {f"#{pointer}": pointer for pointer in _variants(choice, document)}
    names = {_name(pointer): id_ for id_, pointer in variants.items()}

    def variant(node: Node, value: str) -> Ref | None:
        id_ = _target(node, variants, names)
        if id_ is None:
            values = {"value": value, "target": node.text or brief(node)}
            report.add(NO_VARIANT.at(node.span, **values))
            return None
        return Ref(target=id_, span=node.span)

    mapping = discriminator.get("mapping")
    pairs = mapping.items() if mapping is not None else ()
    found = ((value, variant(node, value)) for value, node in pairs)
    tags = [Tag(value=v, type=ref) for v, ref in found if ref is not None]
    known = {tag.value for tag in tags}
    for word, id_ in names.items():
        if word is not None and word not in known:
            tags.append(Tag(value=word, type=Ref(target=id_), implied=True))
    default = discriminator.get("defaultMapping")
    fallback = None if default is None else variant(default, "any other")
    return Told(name, tuple(tags), fallback)


def _target(
    node: Node, variants: dict[str, str], names: dict[str | None, str]
) -> str | None:
    """Return the id of the variant that *node*, a name or a reference, stands for.

    A reference into another file is known by the last word in it, since a bundled
    document has one component of that name.
    """
    text = node.text or ""
    if text in names:
        return names[text]
    if (id_ := f"#{unquote(text[1:])}") in variants:
        return id_
    file, _, fragment = text.partition("#")
    word = split(unquote(fragment))[-1] if fragment.startswith("/") else ""
    return names.get(word) or names.get(PurePosixPath(unquote(file)).stem)


def _variants(choice: Node, document: Node) -> Iterator[str]:
    """Yield the pointers of the schemas in *choice*, and in the unions among them."""
    seen: set[str] = set()
    queue = [*choice.list][::-1]
    while queue:
        node = queue.pop()
        for key in ("oneOf", "anyOf"):
            inner = node.get(key)
            queue += [] if inner is None else [*inner.list][::-1]
        pointer = _pointer(node)
        target = None if pointer is None else pointed(document, pointer)
        if pointer is not None and target is not None and pointer not in seen:
            seen.add(pointer)
            yield pointer
            queue.append(target)


def _pointer(schema: Node) -> str | None:
    ref = schema.get_text("$ref") or ""
    return unquote(ref[1:]) if ref.startswith("#") and ref[1:2] in ("", "/") else None


def _name(pointer: str) -> str | None:
    """Return the name of the component at *pointer*; None where there is none.

    A parent's own keywords have the parent's name.
    """
    path = split(pointer)
    is_component = len(path) == 3 and path[:2] == _COMPONENTS
    return path[2].removesuffix(BASE) if is_component else None
