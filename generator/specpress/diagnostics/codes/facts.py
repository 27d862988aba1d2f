"""Diagnostics of lowering that are about servers, parameters and names."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

RELATIVE_SERVER: Final = Code(
    "LOW020",
    Severity.NOTE,
    "the server {url!r} has no host; `base_url` must be given, and it is put behind it",
    "server without a host",
    "Its URL is relative to where the description was read, which nobody knows any "
    "more. Set 'base_url' in the configuration to the whole address.",
    setting="base_url",
)
NO_VARIABLE: Final = Code(
    "LOW050",
    Severity.WARNING,
    "the server {url!r} has a variable {name!r} without a value; left out",
    "server with a variable that has no default",
    "Each variable in a server's URL needs a default. Give it one in an overlay, or set "
    "'base_url' in the configuration.",
    setting="base_url",
    fidelity="approximated",
)
BAD_SERVER: Final = Code(
    "LOW051",
    Severity.WARNING,
    "the server {url!r} {fault}; left out",
    "server that nothing can be sent to",
    "A server is an http or https URL with a host, without a query, a fragment or "
    "credentials.",
    setting="base_url",
    fidelity="approximated",
)
ODD_DEFAULT: Final = Code(
    "LOW052",
    Severity.WARNING,
    "the default {default!r} of the server's variable {name!r} is none of its values;"
    " allowed",
    "default of a server's variable that is not listed",
    "The values of a variable are those of its 'enum'. The default is taken for one "
    "more.",
    fidelity="repaired",
)
ODD_TAG: Final = Code(
    "LOW055",
    Severity.WARNING,
    "the tag {tag} is no text; left out",
    "tag that is no text",
    "The tags of an operation are names.",
    fidelity="unused",
)
PARAMETER_TEXT: Final = Code(
    "LOW056",
    Severity.WARNING,
    "the parameter {name!r} is written as {media_type!r}; it is sent as text",
    "parameter with a media type that the client does not write",
    "The client writes JSON. Text of another media type is for the caller to make.",
    fidelity="approximated",
)
