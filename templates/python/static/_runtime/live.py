"""`Live`: credentials that are made anew for each request, and may cost requests."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from .auth import Credential, from_env
from .steps import Steps, provided

if TYPE_CHECKING:
    from .settings import Settings
    from .transport import AsyncHttpClient, HttpClient


class Ask:
    """What a credential is wanted for; its repr hides what is secret.

    *rejected* is what was given before, which the server has answered with 401, and
    *challenges* are the ``WWW-Authenticate`` headers of that answer (RFC 9110, 11.6.1).
    """

    __slots__ = ("base", "challenges", "content", "method", "rejected", "scopes", "url")

    def __init__(
        self,
        method: str,
        url: str,
        scopes: tuple[str, ...] = (),
        rejected: str | None = None,
        challenges: tuple[str, ...] = (),
        *,
        base: str = "",
        content: bytes | None = None,
    ) -> None:
        self.method = method
        self.url = url
        self.scopes = scopes
        self.rejected = rejected
        self.challenges = challenges
        self.base = base
        self.content = content

    def __repr__(self) -> str:
        place = self.url.partition("?")[0]  # credentials may be behind
        return f"<Ask {self.method} {place} scopes={self.scopes}>"


Provider: TypeAlias = Callable[[Ask], str]
"""What a `Client` may be given in place of a value: called for each request, and again
when the server rejected what it gave."""
AsyncProvider: TypeAlias = Callable[[Ask], "str | Awaitable[str]"]
"""The same for an `AsyncClient`; it may be a coroutine function."""
ValueInput: TypeAlias = "str | Provider"
AsyncValueInput: TypeAlias = "str | AsyncProvider"


class Live(Credential, ABC):
    """A credential whose value comes from steps."""

    __slots__ = ("asked",)

    rounds: ClassVar[int] = 1
    """How often a request is sent again after a 401."""

    def __init__(
        self,
        value: str | None = None,
        sources: tuple[str | None, ...] = (),
    ) -> None:
        super().__init__("header", "Authorization", value, sources)
        self.live = True
        self.asked: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether there is a value to send, or what makes one."""
        return self.live or super().ready

    @abstractmethod
    def value(self, ask: Ask) -> Steps[str | None]:
        """Return what to send for *ask*; None to send nothing, or no more."""

    def learn(self, url: str, headers: Mapping[str, str]) -> None:
        """Keep what the *headers* of an answer from *url* tell for the next request."""

    def together(
        self,
        credentials: Iterable[Credential],
        client: HttpClient | AsyncHttpClient,
        settings: Settings,
    ) -> object:
        """Return what lets *client* send a request with the live of *credentials*."""
        # Imported here so that start-up stays fast: it loads the HTTP library.
        from .signing import Signing

        live = [c for c in credentials if isinstance(c, Live) and c.live]
        return Signing(live, client, settings)


class Http(Live):
    """A scheme of HTTP that only the user knows: *value* follows its name on the wire,
    unless it begins with it."""

    __slots__ = ("_provider", "_scheme")

    def __init__(
        self,
        scheme: str,
        value: str | AsyncProvider | None = None,
        *,
        value_env: str | None = None,
    ) -> None:
        found = from_env(value_env) if value is None else value
        self._scheme = scheme
        self._provider = found if callable(found) else None
        text = found if isinstance(found, str) and found else None
        super().__init__(None if text is None else self._named(text), (value_env,))
        self.live = self._provider is not None

    def value(self, ask: Ask) -> Steps[str | None]:
        """Return what the user's function gives for *ask*."""
        provider = self._provider
        if provider is None:
            return None
        if ask.rejected is not None:
            ask.rejected = ask.rejected.removeprefix(f"{self._scheme} ")
        text = yield from provided(
            lambda: provider(ask), f"the {self._scheme} provider"
        )
        return self._named(text)

    def _named(self, text: str) -> str:
        """Return *text* after the name of the scheme."""
        lead = f"{self._scheme} "
        return text if text.lower().startswith(lead.lower()) else lead + text
