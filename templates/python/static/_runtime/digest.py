"""`Digest`: HTTP digest authentication (RFC 7616), its nonces used again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Lock
from urllib.parse import quote, urlsplit

from .auth import from_env
from .challenges import Challenge, digests, parameters
from .live import Ask, Live
from .steps import Steps


def client_nonce() -> str:
    """Return a client nonce."""
    # Imported here so that start-up stays fast: it loads OpenSSL.
    from secrets import token_hex

    return token_hex(16)


class _Session:
    """A *challenge* that is being answered, and how often it was."""

    __slots__ = ("challenge", "cnonce", "count")

    def __init__(self, challenge: Challenge, cnonce: str) -> None:
        self.challenge = challenge
        self.cnonce = cnonce
        self.count = 0


class Digest(Live):
    """A username and a password, of which only hashes are sent.

    The first request to a server goes without them, and gets the challenge. *cnonce*
    makes the client's nonces.
    """

    __slots__ = ("_cnonce", "_lock", "_password", "_sessions", "_username")

    rounds = 2

    def __init__(
        self,
        username: str | None = None,
        password: str | None = None,
        *,
        username_env: str | None = None,
        password_env: str | None = None,
        cnonce: Callable[[], str] = client_nonce,
    ) -> None:
        super().__init__(sources=(username_env, password_env))
        user = from_env(username_env) if username is None else username
        secret = from_env(password_env) if password is None else password
        self.live = bool(user) and secret is not None
        self._username = user or ""
        self._password = secret or ""
        self._cnonce = cnonce
        self._lock = Lock()
        self._sessions: dict[str, _Session] = {}

    def value(self, ask: Ask) -> Steps[str | None]:
        """Return the answer to the server's challenge, or to its last one."""
        yield from ()
        server = _server(ask.url)
        with self._lock:
            session = self._sessions.get(server)
            if ask.challenges:
                found = digests(ask.challenges)
                if not found or not self._may_work(found[0], session, ask.rejected):
                    return None
                session = self._sessions[server] = _Session(found[0], self._cnonce())
            if session is None:
                return None
            session.count += 1
            return self._answer(ask, session, session.count)

    def learn(self, url: str, headers: Mapping[str, str]) -> None:
        """Keep the nonce that the server wants next (RFC 7616, 3.5)."""
        told = parameters(headers.get("authentication-info", ""))
        with self._lock:
            session = self._sessions.get(_server(url))
            if session is not None and (nonce := told.get("nextnonce")):
                challenge = session.challenge.renewed(nonce)
                self._sessions[_server(url)] = _Session(challenge, self._cnonce())

    def _may_work(
        self, challenge: Challenge, session: _Session | None, rejected: str | None
    ) -> bool:
        """Return whether another answer may be taken where *rejected* was not.

        It may where the nonce was stale, or was used before and has been replaced.
        """
        if rejected is None or challenge.stale:
            return True
        used = session is not None and session.count > 1
        return used and f'nonce="{challenge.nonce}"' not in rejected

    def _answer(self, ask: Ask, session: _Session, count: int) -> str | None:
        """Return the header's value; None where the body can't be hashed."""
        challenge, cnonce = session.challenge, session.cnonce
        parts = urlsplit(ask.url)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        if challenge.qop == "auth-int" and ask.content is None:
            return None
        pair = f"{self._username}:{challenge.realm}"
        fields = {
            "realm": challenge.realm,
            "nonce": challenge.nonce,
            "uri": target,
            "response": challenge.response(
                f"{pair}:{self._password}",
                ask.method,
                target,
                ask.content or b"",
                count=f"{count:08x}",
                cnonce=cnonce,
            ),
        }
        user = challenge.hash(pair.encode()) if challenge.userhash else self._username
        plain = user.isascii() or challenge.utf8
        plain = plain and user.isprintable() and not {'"', "\\"} & {*user}
        texts = [f'username="{user}"'] if plain else [f"username*=UTF-8''{quote(user)}"]
        texts += [f'{name}="{_quoted(value)}"' for name, value in fields.items()]
        if challenge.algorithm:
            texts.append(f"algorithm={challenge.algorithm}")
        if challenge.qop:
            texts += [f"qop={challenge.qop}", f"nc={count:08x}", f'cnonce="{cnonce}"']
        if challenge.opaque is not None:
            texts.append(f'opaque="{_quoted(challenge.opaque)}"')
        if challenge.userhash:
            texts.append("userhash=true")
        return f"Digest {', '.join(texts)}"


def _quoted(text: str) -> str:
    """Return *text* as it stands between quotes (RFC 9110, 5.6.4)."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _server(url: str) -> str:
    """Return the origin of *url*: no other is told what this one asked for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
