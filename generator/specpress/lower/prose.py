"""What a description says in words: descriptions, titles and where to read more."""

from __future__ import annotations

from specpress.document.dialects import deprecation
from specpress.ir.words import fold
from specpress.tree import Node


def described(node: Node, name: str | None = None) -> str | None:
    """Return the text of *node*: its ``description``, what to use where it is
    deprecated, and its ``externalDocs``.

    With *name*, its ``title`` comes first, unless that only says the name again.
    """
    title = node.get_text("title") if name is not None else None
    if title and fold(title) == fold(name or ""):
        title = None
    text, more = node.get_text("description"), _more(node.get("externalDocs"))
    parts = (title, text, deprecation(node), more)
    told = list(dict.fromkeys(part.strip() for part in parts if part))
    return "\n\n".join(filter(None, told)) or None


def _more(docs: Node | None) -> str | None:
    """Return *docs*, an External Documentation Object, as a sentence in Markdown."""
    url = docs.get_text("url") if docs else None
    if docs is None or not url:
        return None
    about = " ".join((docs.get_text("description") or "See also").split()).rstrip(".:")
    return f"{about}: <{url}>" if ":" in url else f"{about}: `{url}`"
