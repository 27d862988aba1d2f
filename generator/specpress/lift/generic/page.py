"""One hand-made page to one document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.generic import NO_OPERATIONS, PATH_SERVER, TWICE
from specpress.lift.generic.account import account
from specpress.lift.generic.blocks import Section
from specpress.lift.generic.candidates import Candidate
from specpress.lift.generic.context import Context
from specpress.lift.generic.facts import Fact
from specpress.lift.generic.gather import gather
from specpress.lift.generic.gathered import Gathered
from specpress.lift.generic.inner import text_of
from specpress.lift.generic.objects import Described, read_objects, schema_of
from specpress.lift.generic.operation import read_operation
from specpress.lift.generic.rpc import Named, find_named, named_candidates
from specpress.lift.generic.server import find_base, find_schemes, server_node
from specpress.lift.generic.survey import survey
from specpress.lift.generic.unstated import unstated_candidates
from specpress.lift.generic.where import MEDIA
from specpress.readers.slices import decoded
from specpress.source import NOWHERE, Source, Span
from specpress.tree import Node

_VERSION: Final = "3.1.0"
_TITLE: Final = re.compile(r"<title[^>]*>([^<]+)</title>", re.IGNORECASE)


def read_page(
    source: Source, root: Section, context: Context, report: Report
) -> Node | None:
    """Return the document that the page *root* shows, or None with the reason reported."""
    candidates = survey(root, context)
    taken = _sections(candidates)
    named = find_named(root)
    if named is not None:
        candidates += named_candidates(root, named, taken, context)
        context.envelope = named.envelope
        taken |= _sections(candidates)
    if not candidates:
        candidates = unstated_candidates(root, context)
        taken = _sections(candidates)
    objects = read_objects(root, taken, context)
    if not candidates and not objects:
        report.add(
            NO_OPERATIONS.at(
                source.span(0, min(80, len(source.text))), name=source.name
            )
        )
        return None
    context.known = frozenset(each.name for each in objects)
    context.files = frozenset(each.name for each in objects if each.contents)
    context.media = _media(root)
    gathered = [(each, gather(each, context)) for each in candidates]
    context.convention = _convention(gathered, objects)
    base = find_base(root, (each.endpoint.server for each in candidates))
    prefix = _prefix(base[0] if base else "", candidates, named)
    paths = _paths(gathered, prefix, context, report)
    members: dict[str, Node] = {"openapi": Node(_VERSION, origin="default")}
    title, where = _title(root, source)
    members["info"] = Node.of(
        {"title": title, "version": "0.0.0"}, where, origin="default"
    )
    url = named.base if named is not None else base[0] if base else None
    if url is not None:
        members["servers"] = server_node(url, base[1] if base else NOWHERE)
    elif candidates:
        report.add(PATH_SERVER.at())
    members["paths"] = paths
    components: dict[str, Node] = {}
    if objects:
        schemas: dict[str, Node] = {}
        for each in objects:
            schemas.setdefault(each.name, schema_of(each, context))
        components["schemas"] = Node(dict(schemas))
    schemes = find_schemes(
        root, [curl for _, found in gathered for curl in found.commands]
    )
    if schemes is not None:
        components["securitySchemes"] = schemes
        members["security"] = Node([Node({name: Node([])}) for name in schemes.map])
    if components:
        members["components"] = Node(components)
    account(root, taken, context, report)
    return Node(members)


def _sections(candidates: Sequence[Candidate]) -> set[int]:
    """Return the sections of *candidates*, by identity."""
    return {
        id(section)
        for each in candidates
        for part in each.parts
        for section in part.sections
    }


def _media(root: Section) -> str | None:
    """Return the media type of bodies that the page states for all operations."""
    for section in root.walk():
        for block in section.blocks:
            text = text_of(block)
            if re.search(
                r"\b(?:request|body|bodies|post|payload|sen[dt]|encoded|JSON)\b",
                text,
                re.IGNORECASE,
            ) and (found := MEDIA.findall(text)):
                return (
                    "application/json"
                    if "application/json" in found
                    else found[0].rstrip(".,")
                )
    return None


def _convention(
    gathered: Sequence[tuple[Candidate, Gathered]], objects: Sequence[Described]
) -> bool | None:
    """Return what a field without a mark is, as the page's tables with marks have it."""
    marks: set[bool] = set()

    def look(facts: Sequence[Fact]) -> None:
        for fact in facts:
            if fact.marked and fact.required is not None:
                marks.add(fact.required)
            look(fact.children)

    for _, found in gathered:
        for group in found.groups:
            if not group.column:
                look(group.facts)
    for each in objects:
        if not each.column:
            look(each.facts)
    return not marks.pop() if len(marks) == 1 else None


def _prefix(base: str, candidates: Sequence[Candidate], named: Named | None) -> str:
    """Return the path of the server, when the paths of operations repeat it."""
    path = re.sub(r"^https?://[^/]+", "", base).rstrip("/")
    if not path or named is not None:
        return ""
    own = [each.endpoint for each in candidates]
    repeated = sum(each.path.startswith(f"{path}/") for each in own)
    return path if repeated else ""


def _paths(
    gathered: Sequence[tuple[Candidate, Gathered]],
    prefix: str,
    context: Context,
    report: Report,
) -> Node:
    paths: dict[str, dict[str, Node]] = {}
    sizes: dict[tuple[str, str], int] = {}
    for candidate, found in gathered:
        target = candidate.endpoint
        path = target.path
        if prefix and path.startswith(f"{prefix}/"):
            path = path[len(prefix) :]
        size = (
            sum(len(g.facts) for g in found.groups)
            + len(found.responses)
            + len(found.description)
        )
        methods = paths.setdefault(path, {})
        if target.method in methods:
            report.add(TWICE.at(target.span, method=target.method.upper(), path=path))
            if size <= sizes[path, target.method]:
                continue
        methods[target.method] = read_operation(candidate, found, context, report)
        sizes[path, target.method] = size
    _name_once(paths)
    made: dict[str, Node] = {}
    for path, methods in paths.items():
        first = next(iter(methods.values()))
        made[path] = Node(dict(methods), first.span, first.key_span)
    return Node({**made})


def _name_once(paths: dict[str, dict[str, Node]]) -> None:
    """Tell operations of one name apart by their methods, else take the name away."""
    for tell in (True, False):
        names = Counter(
            node.get_text("operationId")
            for methods in paths.values()
            for node in methods.values()
        )
        for methods in paths.values():
            for method, node in methods.items():
                name = node.get_text("operationId")
                if name and names[name] > 1:
                    methods[method] = _renamed(
                        node, f"{name}{method.title()}" if tell else ""
                    )


def _renamed(node: Node, name: str) -> Node:
    members = dict(node.map)
    old = members.pop("operationId")
    members.setdefault("summary", old)
    if name:
        members["operationId"] = Node(name, old.span, old.key_span, "default")
    return Node(members, node.span, node.key_span, node.origin)


def _title(root: Section, source: Source) -> tuple[str, Span]:
    head = _TITLE.search(source.text[:20000])
    if head is not None and (text := decoded(source, *head.span(1)).trimmed())[0]:
        return " ".join(text[0].split()), text[1]
    first = next((s.heading for s in root.walk() if s.heading is not None), None)
    if first is not None:
        return first.text, first.span
    return source.name.rpartition("/")[2].rpartition(".")[0] or "API", NOWHERE
