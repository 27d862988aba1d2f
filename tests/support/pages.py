"""Reference pages made by tests, in the format of the seed."""

from __future__ import annotations

import html
import json


def page(
    name: str,
    *,
    method: str = "GET",
    target: str = "\\things",
    parameters: tuple[tuple[str, str, str, str], ...] = (),
    schema: object = None,
    schema_text: str | None = None,
    host: str | None = "api.example.com:443",
) -> str:
    """Return the page of operation *name*.

    *parameters* are name, place, type and whether required. *schema_text* stands for
    *schema* where the JSON is to be broken.
    """
    if schema is not None:
        schema_text = json.dumps(schema, indent=2)
    rows = "".join(
        f'<dt class="parameter"><span class="parameter-name">{html.escape(title)}</span> '
        f'[ in: <span class="parameter-location">{place}</span> type: '
        f'<span class="parameter-type">{type_}</span> ]</dt>'
        f'<dd class="parameter"><span class="parameter-description">The {title}.</span> '
        f'<span class="parameter-required">{required}</span></dd>'
        for title, place, type_, required in parameters
    )
    listed = f'<dl class="parameters"><h3>Parameters</h3>{rows}</dl>' if rows else ""
    lines = [
        (
            f'<span class="request-line">{method}</span> '
            f'<span class="http-target">{html.escape(target)}</span> '
            '<span class="http-version">HTTP/1.1</span>'
        )
    ]
    headers = {"host": host, "accept": "application/json"}
    if schema_text is not None:
        headers["content-type"] = "application/json"
    lines += [
        f'<span class="header-line">{key}</span>: '
        f'<span class="header-value">{value}</span>'
        for key, value in headers.items()
        if value is not None
    ]
    body = "" if schema_text is None else "&#xA;null"
    request = ""
    if schema_text is not None:
        request = (
            '<section class="requestContent"><h3>Request Body Schema</h3>'
            f'<pre class="schema">{html.escape(schema_text)}</pre></section>'
        )
    return (
        f"<!DOCTYPE html><html><head><title></title></head><body><article>"
        '<section class="requestOverview">'
        f'<h1 class="request-summary">{name}</h1></section>\n'
        '<section class="http"><h3>HTTP Request</h3><pre class="http-example">'
        f"{'&#xA;'.join(lines)}&#xA;{body}</pre></section>\n"
        f"{listed}\n{request}"
        '<section class="responses"><h2>Responses</h2><ul class="responses">'
        '<li class="response"><pre class="http-example">'
        '<span class="http-version">HTTP/1.1</span> '
        '<span class="status-line">200</span> '
        '<span class="status-description">OK</span>&#xA;'
        '<span class="header-line">content-type</span>: '
        '<span class="header-value">application/json</span>&#xA;&#xA;'
        "null</pre></li></ul></section>\n</article></body></html>\n"
    )
