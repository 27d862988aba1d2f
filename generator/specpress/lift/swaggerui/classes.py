"""The class names that Swagger UI (3 to 5) writes: what bears another is not known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specpress.readers.element import Element

_KNOWN: Final = frozenset(
    (
        "active arrow auth-wrapper authorization__btn authorize base-url block"
        " block-desktop body-param body-param-content-type body-param-edit"
        " body-param-options body-param__example body-param__text brace-close"
        " brace-open btn callbacks-container cancel col col-12 col-12-desktop"
        " col_header collapsed computed-server content-type content-type-wrapper"
        " controls-accept-header copy-to-clipboard curl curl-command deprecated"
        " description dialog-ux download-contents errors-wrapper example"
        " example__section example__section-header examples-select"
        " examples-select-element examples-select__section-label execute"
        " execute-content-type execute-wrapper expand-operation extension"
        " external-docs fallback false filter header-col header-row headers"
        " headers-wrapper headers__title highlight-code info information-container"
        " inner-object is-open json-schema-array json-schema-form-item link"
        " live-responses-table loading loading-container locked main markdown"
        " microlight model model-box model-box-control model-container"
        " model-deprecated model-example model-hint model-hint--embedded"
        " model-jump-to-path model-title model-title__text model-toggle models"
        " models-control models-jump-to-path no-desc no-margin nostyle object"
        " opblock opblock-body opblock-control-arrow opblock-deprecated"
        " opblock-deprecated-label opblock-description opblock-description-wrapper"
        " opblock-external-docs opblock-external-docs-wrapper"
        " opblock-loading-animation opblock-section opblock-section-header"
        " opblock-section-request-body opblock-section-wrapper opblock-summary"
        " opblock-summary-control opblock-summary-description opblock-summary-method"
        " opblock-summary-path opblock-summary-path-description-wrapper"
        " opblock-summary-path__deprecated opblock-tag opblock-tag-section"
        " opblock-title opblock-title_normal open operation-tag-content"
        " parameter-controls parameter__default parameter__deprecated"
        " parameter__empty_value_toggle parameter__enum parameter__extension"
        " parameter__in parameter__name parameter__type parameters"
        " parameters-col_description parameters-col_name parameters-container"
        " pointer primitive prop prop-enum prop-format prop-name prop-type property"
        " property-row renderedmarkdown renderedMarkdown request-url required"
        " response response-col_description response-col_description__inner"
        " response-col_links response-col_status response-content-type"
        " response-control-examples response-control-examples__title"
        " response-control-media-type response-control-media-type--accept-controller"
        " response-control-media-type__accept-message"
        " response-control-media-type__title response-controls responses-header"
        " responses-inner responses-table responses-wrapper scheme-container schemes"
        " schemes-server-container schemes-title server-variables servers"
        " servers-title star svg-assets swagger-container swagger-ui tab tab-header"
        " tab-item tabitem table-container tablinks title topbar topbar-wrapper"
        " try-out try-out__btn undefined unlocked version version-stamp"
        " view-line-link webhooks webhooks-container wrapper"
    )
    .lower()
    .split()
)
_FAMILIES: Final = re.compile(
    r"json-schema-2020-12(?:-(?:accordion|body|core-keyword|expand|head|json-viewer|keyword"
    r"|property|-embedded)\S*|__(?:attribute|constraint|title)\S*)?"
    r"|opblock-(?:summary-)?(?:get|put|post|delete|patch|head|options|trace|query)"
    r"|hljs\S*|language-\S*|info__\S*|svg-\S*|sc-\S*|css-\S*"
)
_FOREIGN: Final = ("renderedmarkdown", "markdown", "highlight-code", "microlight")
"""Classes of what holds text of the description, with classes of its own."""


def unknown(scope: Element) -> list[str]:
    """Return the class names in *scope* that the tool does not write, each once."""
    return list(dict.fromkeys(_unknown(scope)))


def _unknown(element: Element) -> Iterator[str]:
    for child in element.children:
        for name in child.classes:
            if name not in _KNOWN and not _FAMILIES.fullmatch(name):
                yield name
        if not any(map(child.has, _FOREIGN)):
            yield from _unknown(child)
