"""The list of parameters, and the parameters that stand in the target only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import (
    INCOMPLETE_PARAMETER,
    NOT_IN_TARGET,
    NOT_LISTED,
    REPEATED_PARAMETER,
    REQUIRED_CONFLICT,
    UNDESCRIBED_PARAMETER,
    UNKNOWN_LOCATION,
    UNKNOWN_REQUIRED,
    UNLISTED_PARAMETERS,
)
from specpress.lift.httpdoc.target import Placeholder, Target
from specpress.lift.httpdoc.types import parameter_schema
from specpress.readers.element import Element
from specpress.source import Span
from specpress.tree import Node

_LOCATIONS: Final = ("path", "query", "header", "cookie")
_REQUIRED: Final = {"required": True, "optional": False}

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of the list: a term, and the detail after it."""

    term: Element
    detail: Element | None

    def part(self, name: str) -> Element | None:
        """Return the part *name* of the entry, or None."""
        found = self.term.first(name)
        return found or (self.detail.first(name) if self.detail else None)


@dataclass(frozen=True, slots=True)
class Parameters:
    """The parameters of an operation as OpenAPI has them."""

    listed: list[Node]
    recovered: list[Node]
    """Those that only the target has: the list leaves out what is declared for the
    whole path. Path parameters first; their origin is *template*."""


def read_parameters(scope: Element, target: Target, report: Report) -> Parameters:
    """Return the parameters in the list and in *target*."""
    lists = [each for each in scope.all("parameters") if not each.has("parameter")]
    listed: dict[Key, Node] = {}
    for entry in (entry for each in lists for entry in _entries(each, report)):
        if (parameter := _parameter(entry, target, report)) is None:
            continue
        key = (str(parameter.get_text("in")), str(parameter.get_text("name")))
        if key in listed:
            shown = {"location": key[0], "name": key[1]}
            report.add(REPEATED_PARAMETER.at(parameter.span, **shown))
        listed.setdefault(key, parameter)
    recovered = _only_in_target(set(listed), target, report)
    if lists and not listed and not recovered:
        report.add(UNLISTED_PARAMETERS.at(lists[0].span))
    return Parameters(list(listed.values()), recovered)


def _only_in_target(listed: set[Key], target: Target, report: Report) -> list[Node]:
    in_query = {
        found.name
        for location, name in listed
        if location == "query" and (found := target.query(name))
    }
    in_path = [each for each in target.in_path if ("path", each.name) not in listed]
    others = [each for each in target.in_query if each.name not in in_query]
    return [
        *(_recovered(each, "path", report) for each in in_path),
        *(_recovered(each, "query", report) for each in others),
    ]


def _entries(parameters: Element, report: Report) -> Iterator[_Entry]:
    """Yield the entries of the list, each term with its detail."""
    term: Element | None = None
    for element in parameters.all("parameter"):
        if element.tag == "dt":
            if term is not None:
                yield _Entry(term, None)
            term = element
        elif term is not None:
            yield _Entry(term, element)
            term = None
        else:
            report.add(INCOMPLETE_PARAMETER.at(element.span, what="name"))
    if term is not None:
        yield _Entry(term, None)


def _parameter(entry: _Entry, target: Target, report: Report) -> Node | None:
    """Return the parameter that *entry* describes, or None with the reason reported."""
    named = entry.part("parameter-name")
    placed = entry.part("parameter-location")
    name, name_span = named.text.trimmed() if named else ("", entry.term.span)
    place, place_span = placed.text.trimmed() if placed else ("", entry.term.span)
    if not name or not place:
        what = "place" if name else "name"
        report.add(INCOMPLETE_PARAMETER.at(entry.term.span, what=what))
        return None
    place = place.lower()
    if place not in _LOCATIONS:
        report.add(UNKNOWN_LOCATION.at(place_span, location=place, name=name))
        return None
    members = {"name": Node(name, name_span), "in": Node(place, place_span)}
    if description := _description(entry, name, report):
        members["description"] = description
    members["required"] = _required(entry, name, place, report)
    schema = parameter_schema(entry.part("parameter-type"), name, entry.term, report)
    _place_in_target(members, name, place, name_span, schema, target, report)
    members["schema"] = schema
    return Node(members, entry.term.span, name_span)


def _place_in_target(
    members: dict[str, Node],
    name: str,
    place: str,
    span: Span,
    schema: Node,
    target: Target,
    report: Report,
) -> None:
    """Compare the parameter with the target; add what only the target tells."""
    if place == "path":
        found = name in (each.name for each in target.in_path)
    elif place == "query":
        placeholder = target.query(name)
        found = placeholder is not None
        several = schema.get_text("type") in (None, "array", "object")
        if placeholder and several and not placeholder.exploded:
            members["explode"] = Node(False, placeholder.span, origin="template")
    else:
        return
    if not found:
        report.add(NOT_IN_TARGET.at(span, location=place, name=name))


def _description(entry: _Entry, name: str, report: Report) -> Node | None:
    element = entry.part("parameter-description")
    if element is None:
        what = "description"
        said = UNDESCRIBED_PARAMETER.at(
            entry.term.span, name=name, what=what, instead="leaving it empty"
        )
        report.add(said)
        return None
    text = element.markup.strip()
    return Node(text, element.inner) if text else None


def _required(entry: _Entry, name: str, place: str, report: Report) -> Node:
    element = entry.part("parameter-required")
    in_path = place == "path"
    taken = "required" if in_path else "optional"
    if element is None:
        span = entry.term.span
        said = {
            "name": name,
            "what": "required flag",
            "instead": f"taking it as {taken}",
        }
        report.add(UNDESCRIBED_PARAMETER.at(span, **said))
        return Node(in_path, span, origin="default")
    mark, span = element.text.trimmed()
    required = _REQUIRED.get(mark.lower())
    if required is None:
        report.add(UNKNOWN_REQUIRED.at(span, mark=mark, name=name, taken=taken))
        return Node(in_path, span, origin="default")
    if in_path and not required:
        report.add(REQUIRED_CONFLICT.at(span, name=name, mark=mark))
        return Node(True, span, origin="default")
    return Node(required, span)


def _recovered(
    placeholder: Placeholder, place: Literal["path", "query"], report: Report
) -> Node:
    """Return the parameter of which only the target tells."""
    taken = "a required string" if place == "path" else "an optional string"
    span = placeholder.span
    report.add(NOT_LISTED.at(span, name=placeholder.name, taken=taken))
    data = {
        "name": placeholder.name,
        "in": place,
        "required": place == "path",
        "schema": {"type": "string"},
    }
    return Node.of(data, span, span, "template")
