"""The server that a request example names."""

from __future__ import annotations

import re
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import BAD_HOST, ODD_PORT
from specpress.lift.httpdoc.message import Message
from specpress.tree import Node

_HOST: Final = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^\s:/@?#\\]+)(?::([0-9]{1,5}))?")


def read_server(message: Message, report: Report) -> Node | None:
    """Return the list of the one server that the page names, or None.

    The port tells the scheme: 443 means https, 80 http. Any other one is taken for
    https, with a warning.
    """
    header = message.header("host")
    if header is None:
        return None
    found = _HOST.fullmatch(header.value)
    if found is None:
        report.add(BAD_HOST.at(header.span, host=header.value))
        return None
    host, port = found[1], found[2]
    url = f"http://{host}" if port == "80" else f"https://{host}"
    if port not in (None, "80", "443"):
        url = f"{url}:{port}"
        report.add(ODD_PORT.at(header.span, port=port, url=url))
    return Node.of([{"url": url}], header.span)
