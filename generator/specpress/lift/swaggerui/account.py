"""Accounts for what stands on a page: known parts, and all the rest."""

from __future__ import annotations

import re
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.swaggerui import EMPTIED_ROW, UNKNOWN_CLASSES
from specpress.lift.rendering.account import Account
from specpress.lift.swaggerui.classes import unknown
from specpress.lift.swaggerui.dom import words
from specpress.readers.element import Element

_READ: Final = frozenset(
    "opblock-summary-method opblock-summary-path opblock-summary-path__deprecated"
    " opblock-summary-description"
    " opblock-description opblock-tag parameter__name parameter__type"
    " parameter__deprecated parameter__in parameter__extension renderedmarkdown markdown"
    " model-example model-box servers base-url info models response-col_status"
    " response-controls headers opblock-title".split()
)
"""Parts that are read, with all inside."""
_IGNORED: Final = frozenset(
    "opblock-external-docs-wrapper opblock-external-docs execute-wrapper try-out"
    " opblock-section-header responses-header col_header btn auth-wrapper topbar"
    " download-contents servers-title view-line-link tab-header example highlight-code"
    " response-control-media-type headers__title dialog-ux loading-container errors-wrapper"
    " json-schema-array json-schema-form-item parameter__empty_value_toggle body-param"
    " opblock-title_normal filter schemes-title body-param-options live-responses-table"
    " curl-command request-url examples-select callbacks-container computed-server"
    " json-schema-2020-12 copy-to-clipboard opblock-loading-animation tab"
    " server-variables microlight model-container opblock-deprecated-label".split()
)
"""Parts that say nothing about the API, or say it again."""
_FIELDS: Final = frozenset("input select textarea button option label".split())
_TEXT: Final = 60
_SHOWN: Final = 8
"""How many unknown classes are named."""
_NOTHING: Final = re.compile(
    r"no parameters|no links|no content|controls accept header\.|"
    r"example values are not available for .*|",
    re.IGNORECASE,
)


def account(root: Element, report: Report) -> None:
    """Report each part of the reference below *root* that is neither read nor known."""
    taken = Account(report)
    scope = root.first("swagger-ui") or root
    if names := unknown(scope):
        shown = ", ".join(map(repr, names[:_SHOWN]))
        report.add(UNKNOWN_CLASSES.at(scope.span, names=shown))
    for row in filter(_is_emptied, scope.walk()):
        report.add(EMPTIED_ROW.at(row.span, text=words(row)[0][:_TEXT]))
    known = _READ | _IGNORED
    for each in scope.walk():
        if (
            known.intersection(each.classes)
            or each.tag in _FIELDS
            or _NOTHING.fullmatch(words(each)[0])
            or (each.tag in ("h2", "h3", "h4") and not each.classes)
        ):
            taken.take(each)
    inside = [each for each in scope.walk() if each.has("opblock")]
    for block in inside:
        taken.settle(block)


def _is_emptied(row: Element) -> bool:
    """Return whether *row*, of a parameter or a header, has no name in its first cell."""
    if row.tag != "tr" or not row.children:
        return False
    is_parameter = "data-param-name" in row.attributes or row.has("parameters")
    named = row.first("parameter__name") is not None
    if is_parameter:
        return not named
    is_header = row.has("header-row") or row.first("header-col") is not None
    return is_header and any(not words(cell)[0] for cell in row.children[::2])
