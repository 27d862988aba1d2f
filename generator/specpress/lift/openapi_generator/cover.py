"""The beginning of a page of the html generator: title, version, licence."""

from __future__ import annotations

from typing import Final

from specpress.lift.rendering.account import Account
from specpress.lift.rendering.draft import Draft
from specpress.lift.rendering.markdown import markdown
from specpress.readers.element import Element
from specpress.tree import Node

_LABELS: Final = ("More information:", "Contact Info:", "Version:", "BasePath:")


def read_cover(body: Element, draft: Draft, account: Account) -> None:
    """Add title, version, contact, licence and base path to *draft*."""
    title = next((each for each in body.children if each.tag == "h1"), None)
    if title is not None and title.text.text.strip():
        account.take(title)
        text, span = title.text.trimmed()
        draft.info["title"] = Node(text, span)
    contact: dict[str, object] = {}
    for part in body.all("app-desc"):
        account.take(part)
        text, span = part.text.trimmed()
        label = next((each for each in _LABELS if text.startswith(each)), "")
        rest = text.removeprefix(label).strip()
        if label == "More information:":
            contact["url"] = rest
        elif label == "Contact Info:":
            contact["email"] = rest
        elif label == "Version:" and rest:
            draft.info["version"] = Node(rest, span)
        elif label == "BasePath:":
            if rest:
                draft.servers.append(Node.of({"url": rest}, span))
        elif not label and text and "description" not in draft.info:
            draft.info["description"] = Node(markdown(part).strip(), part.inner)
    if contact:
        draft.info["contact"] = Node.of(contact)
    _license(body, draft, account)


def _license(body: Element, draft: Draft, account: Account) -> None:
    name, url = body.first("license-info"), body.first("license-url")
    account.take(name, url)
    if name is not None and name.text.text.strip():
        text, span = name.text.trimmed()
        told = {"name": text}
        if url is not None and url.text.text.strip().startswith("http"):
            told["url"] = url.text.text.strip()
        draft.info["license"] = Node.of(told, span)
