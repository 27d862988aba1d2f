"""A renderer of OpenAPI 3.0 descriptions to reference pages, in the format's grammar."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote, urlsplit

Json = dict[str, Any]
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_LOCATIONS = ("path", "query", "header")


def rendered(description: Json) -> dict[str, bytes]:
    """Return the pages of *description*, an OpenAPI 3.0 one, an operation a page."""
    return dict(_pages(description))


def _pages(document: Json) -> Iterator[tuple[str, bytes]]:
    for path, item in (document.get("paths") or {}).items():
        item = follow(document, item)
        for method in METHODS:
            if method in item:
                page = _page(document, path, item, method, item[method])
                yield f"{item[method].get('operationId', '')}.md", page.encode()


def follow(document: Json, node: Any) -> Any:
    """Return what *node* points at, or itself."""
    while isinstance(node, dict) and "$ref" in node:
        target: Any = document
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part.replace("~1", "/").replace("~0", "~")]
        node = target
    return node


def inlined(document: Json, schema: Any, trail: tuple[str, ...] = ()) -> Any:
    """Return *schema* with references written out, those back into themselves left."""
    match schema:
        case {"$ref": str(ref)}:
            if ref in trail:
                return {"$ref": ref}
            target = follow(document, {"$ref": ref})
            return inlined(document, target, (*trail, ref))
        case dict():
            return {k: inlined(document, v, trail) for k, v in schema.items()}
        case list():
            return [inlined(document, item, trail) for item in schema]
        case _:
            return schema


def escaped(text: str) -> str:
    """Return *text* as the tool encodes it: all but plain ASCII as references."""
    return re.sub(
        r"[<>&\"'+]|[^ -~]", lambda found: f"&#x{ord(found[0]):X};", text
    ).replace("&#x22;", "&quot;")


def _page(document: Json, path: str, item: Json, method: str, operation: Json) -> str:
    own = [follow(document, p) for p in operation.get("parameters") or ()]
    shared = [follow(document, p) for p in item.get("parameters") or ()]
    summary, description = operation.get("summary"), operation.get("description")
    heading = summary if summary is not None else operation.get("operationId", "")
    parts = [
        f"<!DOCTYPE html><html><head><title>{escaped(summary or '')}</title>",
        '<meta charset="utf-8"/></head><body><article>',
        '<section class="requestOverview">',
        f'<h1 class="request-summary">{escaped(heading)}</h1>' if heading else "",
        f'<p class="request-description">{description}</p>' if description else "",
        "</section>",
        _request(document, path, method, [*shared, *own], operation),
        _parameters(document, own) if own or shared else "",
        _schema(document, operation),
        '<section class="responses"><h2>Responses</h2><ul class="responses">',
        *_responses(document, operation),
        "</ul></section></article></body></html>",
    ]
    return "".join(parts)


def _request(
    document: Json, path: str, method: str, parameters: list[Json], operation: Json
) -> str:
    query = {p["name"]: _exploded(p) for p in parameters if p["in"] == "query"}
    names = ",".join(f"{quote(k, safe='')}{'*' * v}" for k, v in query.items())
    target = path.replace("/", "\\") + (f"{{?{names}}}" if names else "")
    lines = [
        f'<span class="request-line">{method.upper()}</span> ',
        f'<span class="http-target">{escaped(target)}</span> ',
        '<span class="http-version">HTTP/1.1</span>&#xA;',
    ]
    if servers := document.get("servers"):
        url = urlsplit(servers[0]["url"])
        port = url.port or (80 if url.scheme == "http" else 443)
        lines.append(_header("host", f"{url.hostname}:{port}"))
    responses = (follow(document, r) for r in operation["responses"].values())
    accepted = dict.fromkeys(m for r in responses for m in r.get("content") or ())
    if accepted:
        lines.append(_header("accept", ",".join(accepted)))
    if body := follow(document, operation.get("requestBody")):
        media, content = next(iter(body["content"].items()))
        lines += [_header("content-type", media), _example(document, content)]
    example = f'<pre class="http-example">{"".join(lines)}</pre>'
    return f'<section class="http"><h3>HTTP Request</h3>{example}</section>'


def _exploded(parameter: Json) -> bool:
    return bool(parameter.get("explode", parameter.get("style", "form") == "form"))


def _header(name: str, value: str) -> str:
    return (
        f'<span class="header-line">{name}</span>: '
        f'<span class="header-value">{escaped(value)}</span>&#xA;'
    )


def _example(document: Json, content: Mapping[str, Any]) -> str:
    examples = [follow(document, e) for e in (content.get("examples") or {}).values()]
    value = examples[0].get("value") if examples else None
    return "&#xA;" + escaped(json.dumps(value, indent=2, default=str))


def _type(document: Json, parameter: Json) -> str:
    return str((follow(document, parameter.get("schema")) or {}).get("type") or "")


def _parameters(document: Json, parameters: list[Json]) -> str:
    entries = [
        f'<dt class="parameter"><span class="parameter-name">{escaped(p["name"])}'
        f'</span> [ in: <span class="parameter-location">{p["in"]}</span> type: '
        f'<span class="parameter-type">{_type(document, p)}</span>'
        ' ]</dt><dd class="parameter"><span class="parameter-description">'
        f'{p.get("description") or ""}</span> <span class="parameter-required">'
        f'{"required" if p.get("required") else "optional"}</span></dd>'
        for location in _LOCATIONS
        for p in parameters
        if p["in"] == location
    ]
    return f'<dl class="parameters"><h3>Parameters</h3>{"".join(entries)}</dl>'


def _schema(document: Json, operation: Json) -> str:
    body = follow(document, operation.get("requestBody"))
    if not body:
        return ""
    schema = inlined(document, next(iter(body["content"].values())).get("schema", {}))
    text = escaped(json.dumps(schema, indent=2, ensure_ascii=False, default=str))
    return (
        '<section class="requestContent"><h3>Request Body Schema</h3>'
        f'<pre class="schema">{text}</pre></section>'
    )


def _responses(document: Json, operation: Json) -> Iterator[str]:
    for status, response in operation["responses"].items():
        response = follow(document, response)
        content = response.get("content") or {}
        rest = [
            _header("content-type", media) + _example(document, shown)
            for media, shown in list(content.items())[:1]
        ]
        yield (
            '<li class="response"><pre class="http-example">'
            f'<span class="status-line">{status}</span> '
            f'<span class="status-description">{escaped(response["description"])}'
            f'</span>\n{"".join(rest)}</pre></li>'
        )
