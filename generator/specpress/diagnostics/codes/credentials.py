"""Diagnostics of security schemes."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

OWN_SCHEME: Final = Code(
    "CRE001",
    Severity.WARNING,
    "the client does not know the HTTP scheme {scheme!r} of {name!r}; it sends the "
    "value that it is given for it",
    "HTTP scheme that the client can't work out",
    "The client works out basic, digest and bearer. For another scheme its user passes "
    "what follows the scheme's name in the Authorization header, or a function that "
    "makes it.",
    fidelity="approximated",
)
NO_URL: Final = Code(
    "CRE002",
    Severity.WARNING,
    "the security scheme {name!r} lacks its {member!r}; whoever needs it has to pass it",
    "security scheme without one of its addresses",
    "OpenAPI requires this address. Without it the client takes an access token, or an "
    "address that it is given with the credentials.",
    fidelity="approximated",
)
BAD_URL: Final = Code(
    "CRE003",
    Severity.WARNING,
    "the {member!r} of the security scheme {name!r} can't be {url!r}; left out",
    "address of a security scheme that can't be used",
    "The addresses of a flow are http or https URLs with a host, or relative to the "
    "server's, without credentials or a fragment.",
    fidelity="approximated",
)
PLAIN_URL: Final = Code(
    "CRE004",
    Severity.NOTE,
    "the {member!r} of the security scheme {name!r} is not https; nothing secret is "
    "sent there unless the caller allows it",
    "address of a security scheme that is not https",
    "OAuth 2.0 requires TLS (RFC 6749, 3.1 and 3.2). Pass `allow_http=True` with the "
    "credentials to use it all the same.",
)
BAD_KEY: Final = Code(
    "CRE005",
    Severity.WARNING,
    "the {location} {key!r} of the security scheme {name!r} has a name that can't be "
    "sent; left out",
    "API key under a name that can't be sent",
    "The name of a header or a cookie is a token: letters, digits and some marks, no "
    "spaces (RFC 9110, 5.6.2; RFC 6265, 4.1.1).",
    fidelity="approximated",
)
