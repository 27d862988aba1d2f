"""An operation of the html2 generator."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import NO_RESPONSES, UNKNOWN_METHOD
from specpress.diagnostics.codes.rendering import NO_HEADING, UNKNOWN_SECTION
from specpress.lift.openapi_generator import request
from specpress.lift.openapi_generator.cells import body_of, entries_of
from specpress.lift.openapi_generator.fields import Entry
from specpress.lift.openapi_generator.samples import Samples
from specpress.lift.openapi_generator.types import Types
from specpress.lift.openapi_generator.wrapped import read_answer
from specpress.lift.rendering.account import Account
from specpress.lift.rendering.draft import METHODS
from specpress.lift.rendering.markdown import markdown
from specpress.lift.rendering.selectors import selector
from specpress.readers.element import Element
from specpress.tree import Node

_PLACES: Final = {
    "path parameters": "path",
    "header parameters": "header",
    "query parameters": "query",
    "cookie parameters": "cookie",
}
_TITLES: Final = ("usage and sdk samples", "scopes", "parameters", "responses")
_STATUS: Final = re.compile(r"-title-([1-5][0-9X]{2}|default|0)\Z", re.IGNORECASE)

Operation = tuple[str, str, Node]


@dataclass(frozen=True, slots=True)
class Article:
    """An article, and the elements around it."""

    element: Element
    trail: Sequence[Element]


def read_article(
    article: Article, types: Types, account: Account, samples: Samples, report: Report
) -> Operation | None:
    """Return the method, the path and the operation (OpenAPI 3.0.3, 4.7.10).

    None, with the reason reported, when the article shows none.
    """
    box = article.element
    target = next(
        (e for e in box.walk() if e.tag == "pre" and e.attributes.get("data-type")),
        None,
    )
    if target is None or not target.text.text.strip():
        name = box.attributes.get("data-name", "")
        said = {"what": f"the operation {name}", "lacks": "method and path"}
        report.add(NO_HEADING.at(box.span, **said))
        account.take(box)
        return None
    method = target.attributes["data-type"].lower()
    path, span = target.text.trimmed()
    account.take(target)
    if method not in METHODS:
        report.add(UNKNOWN_METHOD.at(target.span, method=method))
        account.take(box)
        return None
    members = _names(box, target, account)
    sampled = samples.read(box, path, report)
    account.take(*sampled.parts)
    _headings(box, account)
    _parameters(article, members, sampled.consumes, types, account, report)
    members["responses"] = _responses(article, sampled.accepts, account, report)
    if sampled.security is not None:
        members["security"] = sampled.security
    return method, path, Node(members, box.span, span)


def _names(box: Element, target: Element, account: Account) -> dict[str, Node]:
    members: dict[str, Node] = {}
    name = box.attributes.get("data-name", "")
    head = next((each for each in box.children if each.has("pull-left")), None)
    account.take(head)
    if head is not None:
        told = next((each for each in head.children if each.tag == "p"), None)
        text = markdown(told).strip() if told else ""
        if told is not None and text:
            members["summary"] = Node(text, told.inner)
    if name:
        place = head.span if head else box.span
        members["operationId"] = Node(name, place)
    before = [e for e in box.children if e.span.end <= target.span.start]
    notes = [e for e in before if e.tag == "p" and e is not head]
    account.take(*notes)
    texts = [text for each in notes if (text := prose(each))]
    if texts:
        place = notes[0].source.span(notes[0].span.start, notes[-1].span.end)
        members["description"] = Node("\n\n".join(texts), place)
    return members


def prose(element: Element) -> str:
    """Return the text of *element*, which is Markdown unless it has elements."""
    if element.children:
        return markdown(element).strip()
    return element.text.text.strip()


def _headings(box: Element, account: Account) -> None:
    """Count the headings that the tool always writes as understood."""
    for each in box.walk():
        if each.tag in ("h2", "h3") and each.text.text.strip().lower() in _TITLES:
            account.take(each)


def _parameters(
    article: Article,
    members: dict[str, Node],
    consumes: Sequence[str],
    types: Types,
    account: Account,
    report: Report,
) -> None:
    """Add the parameters and the body: tables, each below its title."""
    shown: list[tuple[str, Entry]] = []
    form: list[Entry] = []
    for title, table, trail in _tables(article):
        word = title.text.text.strip().lower()
        path = selector((*trail, table))
        account.take(title)
        if word == "body parameters":
            body = body_of(table, path, account, report)
            if body is not None:
                members["requestBody"] = body
        elif word == "form parameters":
            form.extend(entries_of(table, path, account, report))
        elif word in _PLACES:
            found = entries_of(table, path, account, report)
            shown.extend((_PLACES[word], each) for each in found)
        else:
            text = title.text.text.strip()
            report.add(UNKNOWN_SECTION.at(table.span, path=path, text=text))
            account.take(table)
    if made := request.parameters(shown, types, report):
        members["parameters"] = Node(made, made[0].span)
    if form:
        members["requestBody"] = request.form(form, consumes, types, report)


def _tables(
    article: Article,
) -> list[tuple[Element, Element, tuple[Element, ...]]]:
    """Return the titles of tables of parameters, each with the table after it."""
    found: list[tuple[Element, Element, tuple[Element, ...]]] = []

    def walk(element: Element, trail: tuple[Element, ...]) -> None:
        title: Element | None = None
        for child in element.children:
            if child.has("methodsubtabletitle"):
                title = child
            elif child.tag == "table" and title is not None:
                found.append((title, child, trail))
                title = None
            else:
                walk(child, (*trail, child))

    walk(article.element, (*article.trail, article.element))
    return found


def _responses(
    article: Article, accepts: Sequence[str], account: Account, report: Report
) -> Node:
    """Return the responses: a heading with the status, scripts, and tables after it."""
    box = article.element
    inside = [e for e in box.walk() if e.tag in ("h3", "script", "p", "ul", "div")]
    responses: dict[str, Node] = {}
    heads = [e for e in inside if _STATUS.search(e.attributes.get("id", ""))]
    for number, head in enumerate(heads):
        end = heads[number + 1].span.start if number + 1 < len(heads) else box.inner.end
        part = [
            e for e in inside if head.span.end <= e.span.start and e.span.end <= end
        ]
        found = _STATUS.search(head.attributes.get("id", ""))
        status = found[1] if found else "default"
        key = "default" if status.lower() in ("default", "0") else status.upper()
        account.take(head, *(e for e in part if e.tag in ("ul", "p")))
        answer = read_answer(head, part, accepts, account, report)
        responses.setdefault(key, answer)
    if not responses:
        report.add(NO_RESPONSES.at(box.span))
        responses["default"] = Node.of({"description": ""}, box.span, origin="default")
    return Node(responses, box.span)
