"""A whole page: its operations and the sections behind them, as a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import LOST_REFERENCE, UNKNOWN_METHOD
from specpress.lift.neoteroi import texts
from specpress.lift.neoteroi.adopt import adopted, referring
from specpress.lift.neoteroi.models import (
    read_names,
    read_responses,
    read_schemas,
    read_schemes,
)
from specpress.lift.neoteroi.operation import Reader
from specpress.lift.neoteroi.overview import (
    chapters,
    is_operation,
    read_info,
    read_servers,
    sections,
)
from specpress.lift.neoteroi.stream import Part
from specpress.lift.rendering.draft import Draft
from specpress.lift.rendering.version import settled
from specpress.source import Source
from specpress.tree import Node, split


def read_page(parts: Sequence[Part], source: Source, report: Report) -> Node | None:
    """Return the document that *parts* show, or None when there is no operation."""
    draft = Draft(source, report)
    found = sections(parts)
    draft.info |= read_info(parts)
    draft.servers.extend(read_servers(found.get(texts.SERVERS, ()), report))
    asked: set[str] = set()
    for part in _tables(found.get(texts.SECURITY, ())):
        draft.schemes |= read_schemes(part, report)
        asked.update(name for name, _, _ in read_names(part, Report()))
    for part in _tables(found.get(texts.TAGS, ())):
        for name, span, told in read_names(part, report):
            members = {"name": Node(name, span)}
            whole = members if told is None else {**members, "description": told}
            draft.tags[name] = Node(whole, span)
    _operations(parts, frozenset(asked), draft, report)
    if not draft.operations:
        return None
    schemas = read_schemas(found.get(texts.SCHEMAS, ()), report)
    common = read_responses(found.get(texts.COMMON_RESPONSES, ()), report)
    return _joined(draft.node(), schemas, common, report)


def _tables(parts: Sequence[Part]) -> Iterator[Part]:
    return (part for part in parts if part.kind == "table")


def _operations(
    parts: Sequence[Part], asked: frozenset[str], draft: Draft, report: Report
) -> None:
    for title, inside in chapters(parts):
        starts = [at for at, part in enumerate(inside) if is_operation(part)]
        ends = [*starts[1:], len(inside)]
        for start, stop in zip(starts, ends, strict=False):
            heading = inside[start]
            matched = texts.OPERATION.fullmatch(heading.text)
            assert matched is not None  # is_operation says so
            span = heading.element.span
            if matched[1] not in texts.METHODS:
                if not matched[1].startswith(texts.EXTENSION):
                    report.add(UNKNOWN_METHOD.at(span, method=matched[1]))
                continue
            reader = Reader(asked, report)
            operation = reader.read(inside[start + 1 : stop], span)
            members = dict(operation.map)
            if title.text.lower() != texts.UNTAGGED and title.level == 2:
                tag = Node(title.text, title.element.inner)
                members = {"tags": Node([tag], tag.span), **members}
            if "security" in members:
                members["security"] = _known(members["security"], draft.schemes)
            draft.add(matched[1].lower(), matched[2], Node(members, span, span))


def _known(security: Node, schemes: Mapping[str, Node]) -> Node:
    """Return the requirements of *security* whose schemes the page tells."""
    kept = [each for each in security.list if set(each.map) <= set(schemes)]
    return Node(kept, security.span)


def _joined(
    document: Node,
    schemas: Mapping[str, Node],
    common: Mapping[str, Node],
    report: Report,
) -> Node:
    """Return *document* with its components, every reference pointing at one."""
    written = [*_written(document), *_written(Node(dict(common)))]
    known = adopted(schemas, written)
    paths = referring(document.map["paths"], known)
    answers = referring(Node(dict(common)), known)
    shown = document.get("components")
    components = dict(shown.map) if shown is not None else {}
    if known:
        components = {"schemas": Node(dict(known)), **components}
    if common:
        components["responses"] = answers
    whole = {**document.map, "paths": paths}
    if components:
        whole["components"] = Node(components)
    return settled(_closed(Node(whole), Node(whole), report))


def _written(node: Node) -> list[Node]:
    """Return the schemas of all media types in *node*."""
    found: list[Node] = []
    for key, each in node.items():
        if key == "content":
            found += [s for media in each.map.values() if (s := media.get("schema"))]
        else:
            found += _written(each)
    return found


def _closed(node: Node, document: Node, report: Report) -> Node:
    """Return *node* without references to what *document* does not hold."""
    ref = node.get_text("$ref")
    if ref is not None and not _exists(ref, document):
        report.add(LOST_REFERENCE.at(node.map["$ref"].span, ref=ref))
        rest = {key: each for key, each in node.items() if key != "$ref"}
        return Node(rest, node.span, node.key_span, "default")
    match node.value:
        case dict():
            members = {
                key: _closed(each, document, report) for key, each in node.items()
            }
            return Node(members, node.span, node.key_span, node.origin)
        case list():
            items = [_closed(each, document, report) for each in node.list]
            return Node(items, node.span, node.key_span, node.origin)
        case _:
            return node


def _exists(ref: str, document: Node) -> bool:
    if not ref.startswith("#/"):
        return False
    at: Node | None = document
    for token in split(ref[1:]):
        at = at.get(token) if at is not None else None
    return at is not None
