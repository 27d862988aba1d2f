"""Codes of what pages of neoteroi's MkDocs plugin leave open."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

HIDDEN_TYPE: Final = Code(
    "NEO001",
    Severity.WARNING,
    "the page does not show the schema {name!r}; accepting any value",
    "schema not shown",
    "The tool shows fields of objects and single types. Of a schema that is put"
    " together from others (allOf, oneOf, anyOf) it shows nothing.",
    fidelity="approximated",
)

HIDDEN_SCHEME: Final = Code(
    "NEO002",
    Severity.WARNING,
    "the page does not tell how the security scheme {name!r} of type {type!r} works;"
    " it is left out: put into the configuration of the client: auth.NAME = {{ type ="
    ' "api-key" }} (with name and location), or "bearer"',
    "security scheme not told",
    "The tool shows the type of a security scheme, but neither the name of an API key"
    " nor the addresses of OAuth 2 or OpenID Connect.",
    fidelity="approximated",
    setting="auth",
)
