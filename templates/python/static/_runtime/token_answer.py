"""What a token endpoint answers, read (RFC 6749, 5.1 and 5.2)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import cast

from .redact import HIDDEN
from .steps import Reply
from .tokens import Token, TokenError

_LONGEST = 200


def members_of(reply: Reply) -> dict[str, object]:
    """Return the members of the JSON object in *reply*; none where there is no such."""
    try:
        value: object = json.loads(reply.content)
    except ValueError:
        return {}
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def token_of(
    url: str,
    reply: Reply,
    scopes: tuple[str, ...],
    secrets: Sequence[str],
    *,
    now: float,
    leeway: float,
) -> Token:
    """Return the token in *reply*, asked for *scopes*; raise `TokenError` without one.

    What *secrets* the server repeats in its answer are not shown.
    """
    members = members_of(reply)
    access = members.get("access_token")
    kind = members.get("token_type", "bearer")
    if reply.status != 200 or not isinstance(access, str) or not access:
        raise refusal(url, reply, secrets)
    if not isinstance(kind, str) or kind.lower() != "bearer":
        raise TokenError(url, "the token is none for bearers", status=reply.status)
    refresh = members.get("refresh_token")
    return Token(
        access,
        refresh if isinstance(refresh, str) and refresh else None,
        _end(members.get("expires_in"), now, leeway),
        scopes,
    )


def refusal(url: str, reply: Reply, secrets: Sequence[str]) -> TokenError:
    """Return the error that *reply* of *url* stands for, without any of *secrets*."""
    members = members_of(reply)
    error = members.get("error")
    said = members.get("error_description")
    return TokenError(
        url,
        _shown(error, secrets) if isinstance(error, str) else "no token in the answer",
        _shown(said, secrets) if isinstance(said, str) else None,
        reply.status,
    )


def _shown(text: str, secrets: Sequence[str]) -> str:
    """Return *text*, of a server, without *secrets* and as one short line."""
    for secret in filter(None, secrets):
        text = text.replace(secret, HIDDEN)
    line = "".join(c if c.isprintable() else " " for c in text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}..."


def _end(seconds: object, now: float, leeway: float) -> float | None:
    """Return when a token that lasts *seconds* counts as spent, None for never.

    One that does not last long keeps at least half of its time.
    """
    if isinstance(seconds, str) and seconds.isascii() and seconds.isdigit():
        seconds = int(seconds)
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return None
    return now + seconds - min(leeway, seconds / 2)
