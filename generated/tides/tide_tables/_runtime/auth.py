"""Credentials: where each kind goes in a request, and which an operation gets."""

from __future__ import annotations

import os
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias

from .failures import MissingCredentialsError
from .types import Requirements

if TYPE_CHECKING:
    from ssl import SSLContext

    from .settings import Settings
    from .transport import AsyncHttpClient, HttpClient

Location: TypeAlias = Literal["header", "query", "cookie", "connection"]

_UNSAFE = re.compile(r"[\x00-\x1f\x7f]")
_UNSAFE_COOKIE = re.compile(r"[^!#-+\--:<-\[\]-~]")


def from_env(name: str | None) -> str | None:
    """Return the environment variable *name*; None where it is unset or empty."""
    return os.environ.get(name) or None if name else None


def check(value: str, location: Location, name: str) -> str:
    """Return *value*; raise `ValueError`, without it, where it would break out of
    its place."""
    unsafe = _UNSAFE_COOKIE if location == "cookie" else _UNSAFE
    blank = location == "header" and value != value.strip()
    if blank or unsafe.search(value):
        raise ValueError(f"the credential for {name!r} holds a forbidden character")
    return value


class Credential:
    """A header, query parameter or cookie that authenticates; its repr hides it.

    *ready* is False while a value is missing; *sources* are the environment variables
    that it was looked for in. One that is *live* is made as a request is sent.
    """

    __slots__ = ("_value", "live", "location", "name", "sources")

    def __init__(
        self,
        location: Location,
        name: str,
        value: str | None,
        sources: tuple[str | None, ...],
    ) -> None:
        if value is not None:
            check(value, location, name)
        self.live = False
        self.location: Location = location
        self.name = name
        self.sources = tuple(source for source in sources if source)
        self._value = value

    @property
    def ready(self) -> bool:
        """Whether there is a value to send."""
        return self._value is not None

    def reveal(self) -> str:
        """Return the value as it is sent."""
        return self._value or ""

    def scoped(self, scopes: tuple[str, ...]) -> Credential:
        """Return this credential for an operation that needs *scopes*."""
        return self

    def tls(self) -> SSLContext | None:
        """Return what connections are made with, where that is what authenticates."""
        return None

    def together(
        self,
        credentials: Iterable[Credential],
        client: HttpClient | AsyncHttpClient,
        settings: Settings,
    ) -> object:
        """Return what the HTTP library sends a request with, beside what stands in it:
        nothing, unless this is a live one."""
        return None

    def __repr__(self) -> str:
        state = "***" if self.ready else "not given"
        return f"{type(self).__name__}({self.location} {self.name!r}: {state})"


class Basic(Credential):
    """HTTP basic authentication (RFC 7617), in UTF-8."""

    __slots__ = ()

    def __init__(
        self,
        username: str | None = None,
        password: str | None = None,
        *,
        username_env: str | None = None,
        password_env: str | None = None,
    ) -> None:
        user = from_env(username_env) if username is None else username
        secret = from_env(password_env) if password is None else password
        value = None
        if user is not None and secret is not None and (user or secret):
            if ":" in user or _UNSAFE.search(user + secret):
                raise ValueError(
                    "a username must not hold a colon, nor either a control character"
                )
            value = "Basic " + b64encode(f"{user}:{secret}".encode()).decode()
        super().__init__("header", "Authorization", value, (username_env, password_env))


class Bearer(Credential):
    """A bearer token (RFC 6750)."""

    __slots__ = ()

    def __init__(
        self, token: str | None = None, *, token_env: str | None = None
    ) -> None:
        found = from_env(token_env) if token is None else token
        value = f"Bearer {found}" if found else None
        super().__init__("header", "Authorization", value, (token_env,))


class ApiKey(Credential):
    """A key sent as the header, query parameter or cookie *name*."""

    __slots__ = ()

    def __init__(
        self,
        name: str,
        location: Literal["header", "query", "cookie"],
        key: str | None = None,
        *,
        key_env: str | None = None,
    ) -> None:
        found = from_env(key_env) if key is None else key
        super().__init__(location, name, found or None, (key_env,))


Credentials: TypeAlias = Mapping[str, Credential | None]
"""What a client was given, by the name of the security scheme."""


def choose(
    operation: str, requirements: Requirements, given: Credentials
) -> tuple[Credential, ...]:
    """Return what to send: the first requirement that is wholly given.

    Sending nothing is the last resort, and only where the operation allows it.
    """
    for requirement in filter(None, requirements):
        found: list[Credential] = []
        for need in requirement:
            name = need if isinstance(need, str) else need[0]
            if (credential := given.get(name)) and credential.ready:
                if not isinstance(need, str):
                    credential = credential.scoped(need[1:])
                found.append(credential)
        if len(found) == len(requirement):
            return tuple(found)
    if () in requirements or not requirements:
        return ()
    raise MissingCredentialsError(_missing(operation, requirements, given))


def _missing(operation: str, requirements: Requirements, given: Credentials) -> str:
    """Return the message for an operation whose credentials are not there."""
    choice = [[n if isinstance(n, str) else n[0] for n in r] for r in requirements]
    schemes = " or ".join(" with ".join(names) for names in choice)
    known = [c for names in choice for n in names if (c := given.get(n))]
    sources = dict.fromkeys(s for c in known if not c.ready for s in c.sources)
    hint = f" or set {', '.join(sources)}" if sources else ""
    return f"{operation} needs credentials ({schemes}): pass them to the client{hint}"
