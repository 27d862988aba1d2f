"""Whether a description has bodies of XML, for which its schemas say how."""

from __future__ import annotations

from typing import Final

from specpress.ir.xml import is_xml
from specpress.tree import Node

NO_XML: Final = "no body is XML"
"""Why what a schema says of XML is not used."""

_LISTS: Final = ("consumes", "produces")


def has_xml(document: Node) -> bool:
    """Return whether *document*, of any version, names a media type of XML."""
    work = [document]
    while work:
        node = work.pop()
        if isinstance(node.value, list):
            work += node.list
        for key, member in node.items():
            if key == "content" and any(map(is_xml, member.map)):
                return True
            if key in _LISTS and any(is_xml(each.text or "") for each in member.list):
                return True
            work.append(member)
    return False
