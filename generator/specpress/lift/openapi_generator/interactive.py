"""The html2 generator: articles, with schemas as JSON in scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import KINDS_LOST
from specpress.lift.base import Page
from specpress.lift.openapi_generator.article import Article, read_article
from specpress.lift.openapi_generator.samples import Samples
from specpress.lift.openapi_generator.types import Types
from specpress.lift.rendering.account import Account
from specpress.lift.rendering.draft import Draft
from specpress.lift.rendering.markdown import markdown
from specpress.lift.rendering.references import closed
from specpress.lift.rendering.scripts import json_after
from specpress.readers.element import Element
from specpress.readers.raw import PLAIN
from specpress.tree import Node

_DEFINED: Final = re.compile(r"\bdefs\[\"((?:[^\"\\]|\\.)*)\"\]\s*=\s*")
_LOST: Final = (
    "limits, defaults and descriptions of the items of parameters, names and flows of"
    " security schemes, and deprecation"
)


class InteractiveHtml:
    """The lifter of pages of OpenAPI Generator's ``html2``."""

    name = "openapi-generator-html2"

    def accepts(self, page: Page) -> bool:
        """Return whether *page* has the tool's articles."""
        text = page.source.text
        if "defsParser" not in text and "methodsubtable" not in text:
            return False
        root = page.root(PLAIN)
        return root is not None and any(_articles(root))

    def lift(self, page: Page, report: Report) -> Node | None:
        """Return the document that *page* shows."""
        root = page.root(PLAIN)
        if root is None:
            return None
        body = next((each for each in root.walk() if each.tag == "body"), root)
        draft = Draft(page.source, report)
        account = Account(report)
        draft.schemas.update(_models(body, report))
        types = Types(draft.schemas.keys(), report)
        _cover(body, draft, account)
        samples = Samples()
        for section, trail in _sections(body):
            _section(section, trail, draft, types, account, samples, report)
        draft.servers.extend(samples.servers())
        draft.schemes.update(samples.schemes(report))
        account.settle(body)
        whole = draft.node()
        return closed(whole, draft.schemas, report)

    def finish(self, document: Node, report: Report) -> Node:
        """Return *document*; report what no page of the tool says."""
        report.add(KINDS_LOST.at(tool="OpenAPI Generator's html2", lost=_LOST))
        return document


def _articles(root: Element) -> Iterator[Element]:
    for each in root.walk():
        if each.tag == "article" and each.attributes.get("data-name"):
            yield each


def _models(body: Element, report: Report) -> dict[str, Node]:
    """Return the models that scripts define."""
    found: dict[str, Node] = {}
    for script in (each for each in body.walk() if each.tag == "script"):
        text = script.source.text[script.inner.start : script.inner.end]
        for match in _DEFINED.finditer(text):
            name = match[1].replace('\\"', '"')
            what = f"the model {name!r}"
            node = json_after(script, match.end(), what, "script", report)
            if node is not None:
                found.setdefault(name, node)
    return found


def _cover(body: Element, draft: Draft, account: Account) -> None:
    """Add title, version, description, contact and licence to *draft*."""
    ids = {each.attributes.get("id", ""): each for each in body.walk()}
    project, about = ids.get("project"), ids.get("app-description")
    account.take(ids.get("sidenav"), project, about, ids.get("welcome-to-apidoc"))
    account.take(ids.get("generator"), *_footer(ids.get("footer")))
    if project is not None and project.text.text.strip():
        text, span = project.text.trimmed()
        draft.info["title"] = Node(" ".join(text.split()), span)
    if about is not None and (told := markdown(about).strip()):
        draft.info["description"] = Node(told, about.inner)
    contact: dict[str, object] = {}
    for part in body.all("app-desc"):
        text, span = part.text.trimmed()
        label, _, rest = text.partition(":")
        rest = rest.strip()
        if label == "Version":
            account.take(part)
        if label == "Version" and rest:
            draft.info["version"] = Node(rest, span)
        elif label in ("Information URL", "Contact Info"):
            contact["url" if label == "Information URL" else "email"] = rest
    if contact:
        draft.info["contact"] = Node.of(contact)
    name = body.first("license-info")
    if name is not None and name.text.text.strip():
        text, span = name.text.trimmed()
        draft.info["license"] = Node.of({"name": text}, span)


def _footer(footer: Element | None) -> list[Element]:
    """Return the parts of the footer that the tool writes."""
    names = ("app-desc", "license-info", "license-url")
    every = list(footer.walk()) if footer is not None else []
    return [e for e in every if e.tag == "p" or any(e.has(name) for name in names)]


def _sections(body: Element) -> Iterator[tuple[Element, tuple[Element, ...]]]:
    """Yield the sections that hold articles, each with the elements around it."""

    def walk(
        element: Element, trail: tuple[Element, ...]
    ) -> Iterator[tuple[Element, tuple[Element, ...]]]:
        for child in element.children:
            if child.tag == "section" or child.tag == "article":
                yield child, (*trail, element)
            else:
                yield from walk(child, (*trail, element))

    yield from walk(body, ())


def _section(
    section: Element,
    trail: Sequence[Element],
    draft: Draft,
    types: Types,
    account: Account,
    samples: Samples,
    report: Report,
) -> None:
    """Add the operations of *section*, which is a tag."""
    head = next((each for each in section.children if each.tag == "h1"), None)
    account.take(head)
    tag: Node | None = None
    if head is not None and section.tag == "section":
        text, span = head.text.trimmed()
        tag = Node(text, span)
        draft.tags.setdefault(text, Node({"name": tag}, span))
    for article in [section] if section.tag == "article" else _articles(section):
        found = read_article(
            Article(article, (*trail, section)), types, account, samples, report
        )
        if found is None:
            continue
        method, path, operation = found
        members = dict(operation.map)
        if tag is not None:
            members["tags"] = Node([tag], tag.span)
        draft.add(method, path, Node(members, operation.span, operation.key_span))
