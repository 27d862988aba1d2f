"""The words by which pages say where a description is."""

from __future__ import annotations

import re
from typing import Final

MARKER: Final = re.compile(
    r"""(?<![\w$.-])(?:\\*["'`]|\\+u0022|%22)?(?:openapi|swagger)(?:\\*["'`]|\\+u0022|%22)?"""
    r"""(?:\s*:\s*|%3A)(?:\\*["'`]|\\+u0022|%22)?v?[123](?![\w-])"""
)
"""The key and value that say which version of OpenAPI a description follows, however
often it is quoted."""

LARGE: Final = 256 * 2**10
"""How long a script may be that is more than a page's own few lines."""

ADDRESS_ATTRIBUTES: Final = frozenset(
    ("spec-url", "data-spec-url", "specurl", "apidescriptionurl", "api-description-url")
)
"""Attributes that hold the address of a description and nothing else."""

MAYBE_ATTRIBUTES: Final = frozenset(("data-url", "url", "src", "spec", "data-spec"))
"""Attributes that may hold such an address, on scripts and elements of a page's own."""

CONFIGURATIONS: Final = frozenset(("data-configuration", "configuration", "data-props"))
"""Attributes that hold settings, as JSON."""

ADDRESS_KEYS: Final = frozenset(
    (
        "specurl",
        "spec-url",
        "apidescriptionurl",
        "swaggerurl",
        "openapiurl",
        "configurl",
    )
)
"""Settings that hold the address of a description, or of settings, and nothing else."""

LISTS: Final = frozenset(("urls", "sources", "swaggerurls", "specs"))
"""Settings that hold several descriptions."""

CALLS: Final = re.compile(
    r"\b(?:SwaggerUIBundle|SwaggerUi|SwaggerUI|[Rr]edoc\s*\.\s*init|createApiReference"
    r"|loadSpec|initOpenApi)\s*\(\s*"
)
"""What scripts call to show a description."""

PUSHED: Final = re.compile(r"""\.push\(\s*\[\s*\d+\s*,\s*(?=["'])""")
"""What stands before one of the pieces in which a page holds its data."""

FRAMES: Final = frozenset(
    ("swagger-ui", "swagger-ui-container", "redoc", "redoc-container", "rapidoc")
)
"""Ids, classes and names of elements that are filled from a description."""

SETTERS: Final = re.compile(
    r"(?:init|initiali[sz]er|config|settings)\.js$", re.IGNORECASE
)
"""The names of scripts that say which description a frame is filled from."""

USUAL: Final = tuple(
    f"{stem}.{suffix}"
    for stem in ("openapi", "swagger", "spec", "api", "api-docs", "v3/api-docs")
    for suffix in ("json", "yaml", "yml")
)
"""Usual names of descriptions, the most usual ones first."""

_DESCRIPTION: Final = re.compile(
    r"(?:\.(?:json|ya?ml)|(?:openapi|swagger|api-?docs?|spec|schema)[\w.-]*/?)(?:[?#].*)?$",
    re.IGNORECASE,
)
_LONGEST: Final = 2000


def may_be_address(text: str) -> bool:
    """Return whether *text* can be the address of a description, by its look.

    >>> may_be_address("/v3/api-docs"), may_be_address("#swagger-ui")
    (True, False)
    """
    if not text or len(text) > _LONGEST or text[0] in "#<{" or " " in text.strip():
        return text.startswith("data:")
    return _DESCRIPTION.search(text) is not None
