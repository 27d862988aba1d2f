"""Which operation of a description a request belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

_METHODS: Final = frozenset("get put post delete options head patch trace".split())


@dataclass(frozen=True)
class Found:
    """An operation, and what a request's path says of its variables, still encoded."""

    document: Mapping[str, Any]
    method: str
    path: str
    operation: Mapping[str, Any]
    parameters: tuple[Mapping[str, Any], ...]
    captured: Mapping[str, str]
    server: Mapping[str, str] | None
    fixed: frozenset[str]
    """Names in the query that the path itself has."""


def resolved(document: Mapping[str, Any], value: Any) -> Any:
    """Return *value*, or what it refers to within *document*."""
    while isinstance(value, Mapping) and "$ref" in value:
        target: Any = document
        for step in value["$ref"].removeprefix("#/").split("/"):
            step = unquote(step).replace("~1", "/").replace("~0", "~")
            target = target[step]
        value = target
    return value


def matching(document: Mapping[str, Any], method: str, uri: str) -> Iterator[Found]:
    """Yield each operation of *document* that may be asked with *method* at *uri*."""
    wanted = urlsplit(uri).path.rstrip("/")
    for path, item in document.get("paths", {}).items():
        for server in item.get("servers") or document.get("servers") or [{"url": "/"}]:
            template = server_path(server) + path
            plain, _, query = template.partition("?")
            hit = _pattern(plain.rstrip("/"), server).fullmatch(wanted)
            if hit is None or method not in item.keys() & _METHODS:
                continue
            operation = item[method]
            parameters = [*item.get("parameters", []), *operation.get("parameters", [])]
            named = {}
            for each in parameters:
                parameter = resolved(document, each)
                named[parameter["in"], parameter["name"]] = parameter
            captured = {_unmasked(k): v for k, v in hit.groupdict().items()}
            variables = server.get("variables", {})
            yield Found(
                document,
                method,
                path,
                operation,
                tuple(named.values()),
                captured,
                {k: captured[k] for k in variables if k in captured} or None,
                frozenset(name for name, _ in parse_qsl(query)),
            )


def server_path(server: Mapping[str, Any]) -> str:
    """Return the path of a *server*, whose first variable may be all before it."""
    url = server["url"]
    if url.startswith("{"):
        url = url.partition("}")[2]
    return re.sub(r"^\w+://[^/]*", "", url).rstrip("/")


def _pattern(template: str, server: Mapping[str, Any]) -> re.Pattern[str]:
    """Return what the paths of *template* look like."""
    pieces = re.split(r"\{([^{}]+)\}", template)
    out = ""
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            out += re.escape(piece)
            continue
        variable = server.get("variables", {}).get(piece, {})
        choice = "|".join(map(re.escape, variable.get("enum", [])))
        out += f"(?P<{_masked(piece)}>{choice or '.+?'})"
    return re.compile(out)


def _masked(name: str) -> str:
    """Return *name* as a group's name."""
    return "v" + name.encode().hex()


def _unmasked(group: str) -> str:
    """Return the name that *group* stands for."""
    return bytes.fromhex(group[1:]).decode()
