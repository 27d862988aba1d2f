"""An operation of the html generator: a box with a method, a path and sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import UNKNOWN_METHOD
from specpress.diagnostics.codes.rendering import NO_HEADING, UNKNOWN_SECTION
from specpress.lift.openapi_generator import request
from specpress.lift.openapi_generator.answers import Answer, read_answers
from specpress.lift.openapi_generator.fields import Entry, entries
from specpress.lift.openapi_generator.types import Types
from specpress.lift.rendering.account import Account
from specpress.lift.rendering.draft import METHODS
from specpress.lift.rendering.markdown import between, markdown
from specpress.lift.rendering.selectors import selector
from specpress.readers.element import Element
from specpress.source import Span
from specpress.tree import Node

_PLACES: Final = {
    "path parameters": "path",
    "request headers": "header",
    "header parameters": "header",
    "query parameters": "query",
    "cookie parameters": "cookie",
}
_FORM: Final = "form parameters"
_BODY: Final = "request body"
_OTHER: Final = ("consumes", "produces", "return type", "example data", "responses")

Operation = tuple[str, str, Node]


@dataclass(slots=True)
class _Box:
    """What the sections of a box say."""

    parameters: list[tuple[str, Entry]] = field(default_factory=list[tuple[str, Entry]])
    form: list[Entry] = field(default_factory=list[Entry])
    body: Entry | None = None
    consumes: list[str] = field(default_factory=list[str])
    produces: list[str] = field(default_factory=list[str])
    examples: list[str] = field(default_factory=list[str])
    returned: tuple[str, Span] | None = None
    answers: list[Answer] = field(default_factory=list[Answer])


def read_method(
    box: Element,
    trail: Sequence[Element],
    types: Types,
    account: Account,
    report: Report,
) -> Operation | None:
    """Return the method, the path and the operation (OpenAPI 3.0.3, 4.7.10) in *box*.

    None, with the reason reported, when there is none.
    """
    verb, target = box.first("http-method"), box.first("method-path")
    code = target.first("huge") if target else None
    if verb is None or code is None:
        what = "an operation"
        lacks = "method and path"
        report.add(NO_HEADING.at(box.span, what=what, lacks=lacks))
        account.take(box)
        return None
    account.take(target)
    method, span = verb.text.trimmed()
    path, path_span = between(code, verb.span.end, code.inner.end).text.trimmed()
    if method.lower() not in METHODS:
        report.add(UNKNOWN_METHOD.at(span, method=method))
        account.take(box)
        return None
    members = _names(box, account)
    found = _sections(box, trail, account, report)
    if made := request.parameters(found.parameters, types, report):
        members["parameters"] = Node(made, made[0].span)
    if found.body is not None:
        body = request.body(found.body, found.consumes, types, report)
        members["requestBody"] = body
    elif found.form:
        members["requestBody"] = request.form(found.form, found.consumes, types, report)
    members["responses"] = read_answers(
        found.answers,
        found.returned,
        found.produces,
        found.examples,
        types,
        report,
        path_span,
    )
    return method.lower(), path, Node(members, box.span, path_span)


def _names(box: Element, account: Account) -> dict[str, Node]:
    members: dict[str, Node] = {}
    summary, notes = box.first("method-summary"), box.first("method-notes")
    account.take(summary, notes)
    if summary is not None:
        nickname = summary.first("nickname")
        end = nickname.span.start if nickname else summary.inner.end
        part = between(summary, summary.inner.start, end)
        text = markdown(part).strip()
        text = text.removesuffix("(").strip() if nickname else text
        if text:
            members["summary"] = Node(text, part.inner)
        if nickname is not None and nickname.text.text.strip():
            name, span = nickname.text.trimmed()
            members["operationId"] = Node(name, span)
    if notes is not None and (text := markdown(notes).strip()):
        members["description"] = Node(text, notes.inner)
    return members


def _sections(
    box: Element, trail: Sequence[Element], account: Account, report: Report
) -> _Box:
    """Return what the sections say; each is a heading with what follows it."""
    found = _Box()
    heads = [i for i, each in enumerate(box.children) if each.tag == "h3"]
    for number, at in enumerate(heads):
        until = heads[number + 1] if number + 1 < len(heads) else len(box.children)
        head = box.children[at]
        end = box.children[until].span.start if until < len(box.children) else None
        part = between(box, head.span.end, end or box.inner.end)
        title = head.text.text.strip().lower()
        if not _read(title, part, found, account):
            path = selector((*trail, box, head))
            text = head.text.text.strip()
            report.add(UNKNOWN_SECTION.at(head.span, path=path, text=text))
            account.take(part.inner)
        account.take(head)
    return found


def _read(title: str, part: Element, found: _Box, account: Account) -> bool:
    """Read the section *title*; return False when the tool has no such section."""
    if title in _PLACES or title in (_FORM, _BODY):
        shown = entries(part, account, defaults=True)
        if title == _FORM:
            found.form.extend(shown)
        elif title == _BODY:
            found.body = shown[0] if shown else found.body
        else:
            found.parameters.extend((_PLACES[title], each) for each in shown)
        return True
    if title not in _OTHER:
        return False
    account.take(part.inner)
    if title in ("consumes", "produces"):
        listed = found.consumes if title == "consumes" else found.produces
        codes = [each for each in part.walk() if each.tag == "code"]
        listed.extend(each.text.text.strip() for each in codes)
    elif title == "return type":
        text, span = part.text.trimmed()
        found.returned = ("".join(text.split()), span)
    elif title == "example data":
        _example(part, found)
        found.answers.extend(_answers(part))
    else:
        found.answers.extend(_answers(part))
    return True


def _example(part: Element, found: _Box) -> None:
    """Note the media type of an example; those below responses are not counted."""
    kind = part.first("example-data-content-type")
    if kind is not None and not found.answers:
        media = kind.text.text.partition(":")[2].strip()
        found.examples.append(media)


def _answers(part: Element) -> list[Answer]:
    """Return the responses in *part*: a status, a text, and a link to a type."""
    heads = [i for i, each in enumerate(part.children) if _status(each) is not None]
    found: list[Answer] = []
    for number, at in enumerate(heads):
        head = part.children[at]
        status = (_status(head) or head).text.text.strip()
        until = heads[number + 1] if number + 1 < len(heads) else len(part.children)
        inside = part.children[at + 1 : until]
        end = part.children[until].span.start if until < len(part.children) else 0
        link = inside[-1] if inside and _is_type(inside[-1]) else None
        stop = link.span.start if link else end or part.inner.end
        text = markdown(between(part, head.span.end, stop)).strip()
        type_ = link.text.text.strip() if link else None
        found.append(Answer(status, text, type_, head.inner))
    return found


def _status(element: Element) -> Element | None:
    """Return the heading that *element* is, or that is all that stands in it."""
    inner = next((each for each in element.walk() if each.tag == "h4"), None)
    if inner is None or inner.text.text.strip() != element.text.text.strip():
        return None
    return inner


def _is_type(element: Element) -> bool:
    """Return whether *element* is the link to a response's type."""
    href = element.attributes.get("href", "")
    return element.tag == "a" and href == f"#{element.text.text.strip()}"
