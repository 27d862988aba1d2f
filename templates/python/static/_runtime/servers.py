"""URLs of servers whose parts are chosen, and of those that are only known in part."""

from __future__ import annotations

import re


def server_url(given: str | None, template: str, *variables: tuple[str, ...]) -> str:
    """Return *given*, or else *template* with its *variables* filled in.

    Each is a name, the chosen value and all that it may be; raise `ValueError` for
    another one, or for one that is no part of a URL.
    """
    if given is not None:
        return given
    url = template
    for name, value in chosen(*variables).items():
        url = url.replace(f"{{{name}}}", value)
    return url


def chosen(*variables: tuple[str, ...]) -> dict[str, str]:
    """Return what was chosen for *variables*, as `server_url` takes them, by name."""
    found: dict[str, str] = {}
    for name, value, *known in variables:
        if known and value not in known:
            listed = ", ".join(map(repr, known))
            raise ValueError(f"{name} must be one of {listed}, not {value!r}")
        if re.search(r"[\s?#@\\{}]", value):
            raise ValueError(f"{name} is no part of a URL: {value!r}")
        found[name] = value
    return found


def below(url: str, path: str) -> str:
    """Return *url* with *path* behind it, unless it ends with that already.

    >>> below("https://a.example/", "/v2"), below("https://a.example/v2", "/v2")
    ('https://a.example/v2', 'https://a.example/v2')
    """
    plain = url.rstrip("/")
    return plain if plain.endswith(path) else f"{plain}{path}"
