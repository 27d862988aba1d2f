"""What stands above the operations: title, version, tags, security schemes."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import UNKNOWN_SECTION, UNKNOWN_TEXT
from specpress.lift.rendering.account import Account
from specpress.lift.rendering.draft import Draft
from specpress.lift.rendering.markdown import between, markdown
from specpress.readers.element import Element
from specpress.tree import Node

_FLOWS: Final = {"accessCode": "authorizationCode", "application": "clientCredentials"}
"""The flows of Swagger 2.0 that OpenAPI calls otherwise."""
_TERMS: Final = frozenset(
    ("Name", "In", "Flow", "AuthorizationUrl", "TokenUrl", "Scopes", "Description")
)
_URLS: Final = {"AuthorizationUrl": "authorizationUrl", "TokenUrl": "tokenUrl"}


def read_cover(body: Element, draft: Draft, account: Account, report: Report) -> None:
    """Add title, version, description, base path and tags to *draft*."""
    holder, children = _holder(body)
    title = next((each for each in children if each.tag == "h1"), None)
    info = body.first("sw-info")
    account.take(title, info, *body.all("sw-default-value"))
    if title is not None and title.text.text.strip():
        text, span = title.text.trimmed()
        draft.info["title"] = Node(text, span)
    version, base = body.first("sw-info-version"), body.first("sw-info-basepath")
    if version is not None and version.text.text.strip():
        text, span = version.text.trimmed()
        draft.info["version"] = Node(text, span)
    if base is not None and base.text.text.strip():
        text, span = base.text.trimmed()
        draft.servers.append(Node.of({"url": text}, span))
    words = info.text.text if info is not None and info.has("sw-info") else ""
    for label, shown in (("Version:", version), ("Base URL:", base)):
        if label in words and shown is None and info is not None:
            said = {"text": " ".join(words.split())[:60], "path": info.path}
            report.add(UNKNOWN_TEXT.at(info.span, **said))
    begin = info.span.end if info else title.span.end if title else holder.inner.start
    ends = [e for e in children if e.has("sw-default-value") or e.tag == "h2"]
    if ends and ends[0].span.start > begin:
        part = between(holder, begin, ends[0].span.start)
        account.take(*part.children, part.inner)
        if text := markdown(part).strip():
            draft.info["description"] = Node(text, part.inner)
    _tags(children, draft, account)


def _holder(body: Element) -> tuple[Element, tuple[Element, ...]]:
    """Return the element that holds the title, and its children."""
    for each in body.walk():
        if any(child.tag == "h1" for child in each.children):
            return each, each.children
    return body, body.children


def _tags(children: tuple[Element, ...], draft: Draft, account: Account) -> None:
    """Add the tags (OpenAPI 3.0.3, 4.7.22); the tables below them are navigation."""
    tag: Element | None = None
    for child in children:
        if child.has("swagger-summary-tag"):
            tag = child
            account.take(child)
            text, span = child.text.trimmed()
            name = text.removeprefix("Tag:").strip()
            draft.tags[name] = Node({"name": Node(name, span)}, span)
        elif child.has("swagger--summary") or child.has("sw-tag-external-doc"):
            account.take(child)
            tag = None if child.has("swagger--summary") else tag
        elif child.tag == "h2":
            tag = None
            if child.attributes.get("id", "").startswith("swagger--summary"):
                account.take(child)
        elif tag is not None and child.tag in ("p", "ul", "ol", "pre", "blockquote"):
            account.take(child)
            name = tag.text.text.strip().removeprefix("Tag:").strip()
            held = draft.tags[name]
            told = held.get_text("description")
            text = "\n\n".join(filter(None, (told, markdown(child).strip())))
            members = {**held.map, "description": Node(text, child.inner)}
            draft.tags[name] = Node(members, held.span)


def read_schemes(body: Element, account: Account, report: Report) -> dict[str, Node]:
    """Return the security schemes (OpenAPI 3.0.3, 4.7.23), each a panel."""
    found: dict[str, Node] = {}
    for panel in body.all("panel-security-definition"):
        account.take(panel)
        label = panel.first("security-name")
        prefix = "panel-security-definition-"
        kinds = [name for name in panel.classes if name.startswith(prefix)]
        if label is None or not kinds:
            text = " ".join(panel.text.text.split())[:60]
            report.add(UNKNOWN_SECTION.at(panel.span, path=panel.path, text=text))
            continue
        name, span = label.text.trimmed()
        told = _told(panel)
        for term in told.keys() - _TERMS:
            report.add(UNKNOWN_TEXT.at(panel.span, text=term, path=panel.path))
        members = _scheme(kinds[0].removeprefix(prefix), told)
        if members is None:
            text = kinds[0].removeprefix(prefix)
            report.add(UNKNOWN_TEXT.at(span, text=text, path=panel.path))
            continue
        if about := " ".join(told.get("Description", [])).strip():
            members["description"] = about
        found[name] = Node.of(members, span)
    return found


def _told(panel: Element) -> dict[str, list[str]]:
    """Return the details of *panel* by term."""
    found: dict[str, list[str]] = {}
    term = ""
    for each in panel.walk():
        if each.tag == "dt":
            term = each.text.text.strip().removesuffix(":")
        elif each.tag == "dd" and term:
            found.setdefault(term, []).append(each.text.text.strip())
    return found


def _scheme(kind: str, told: dict[str, list[str]]) -> dict[str, object] | None:
    if kind == "basic":
        return {"type": "http", "scheme": "basic"}
    if kind == "apikey":
        name, place = told.get("Name", [""])[0], told.get("In", ["header"])[0]
        return {"type": "apiKey", "name": name, "in": place}
    if kind != "oauth2":
        return None
    scopes: dict[str, str] = {}
    for line in told.get("Scopes", []):
        name, _, about = line.partition(": ")
        scopes[name.strip().removesuffix(":")] = about.strip()
    flow = told.get("Flow", ["implicit"])[0]
    urls = {key: told[word][0] for word, key in _URLS.items() if word in told}
    flows = {_FLOWS.get(flow, flow): {**urls, "scopes": scopes}}
    return {"type": "oauth2", "flows": flows}
