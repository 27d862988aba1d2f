"""The styles: each makes pages of a description that was cut down, by its words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from markdown_it import MarkdownIt

from lift_styles.parts import (
    Row,
    all_operations,
    body,
    curl,
    esc,
    media_of,
    placed,
    rows,
    sample,
    title,
    values,
)
from lift_styles.wording import Wording

Json = dict[str, Any]
Style = Callable[[Json, Wording], tuple[str, str]]


def _page(doc: Json, inner: str, *, extra: str = "") -> str:
    name = esc(doc["info"]["title"])
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{name}</title>'
        f"<style>p {{ margin: 0 }}</style></head>\n<body>{extra}\n{inner}\n</body></html>\n"
    )


# --- one page of headings and a table for each method -----------------------------


def headings(doc: Json, words: Wording) -> tuple[str, str]:
    """Return a page as that of a messenger's bots: a heading and a table a method."""
    by_name = all(
        p == f"/{o.get('operationId')}" and m == "post"
        for p, m, o in all_operations(doc)
    )
    base = doc["servers"][0]["url"]
    out = [f"<h1>{esc(doc['info']['title'])}</h1>"]
    if by_name:
        out.append(
            "<h3>Making requests</h3><p>All queries must be served over HTTPS, in this form: "
            f"<code>{base}/METHOD_NAME</code>.</p><p>We support <strong>GET</strong> and <strong>POST</strong>"
            " HTTP methods. Parameters are sent as application/json.</p>"
        )
    else:
        out.append(
            f"<h3>Making requests</h3><p>The base URL is <code>{base}</code>.</p>"
        )
    out.append("<h3>Available types</h3><p>All types are JSON objects.</p>")
    for name, schema in doc["components"]["schemas"].items():
        out.append(
            f'<h4><a class="anchor" name="{name.lower()}" href="#{name.lower()}"><i class="anchor-icon"></i></a>{name}</h4>'
        )
        said = esc(schema.get("description", ""))
        if "oneOf" in schema:
            tail = "It should be one of" if not said else ""
            out.append(
                f"<p>{said or 'This object is a choice.'} {tail}</p>"
                if said
                else f"<p>{tail}</p>"
            )
            out.append(
                "<ul>"
                + "".join(f"<li>{_linked(words.type(s))}</li>" for s in schema["oneOf"])
                + "</ul>"
            )
            continue
        out.append(f"<p>{said}</p>" if said else "")
        out.append(_object_table(rows(schema), words))
    out.append("<h3>Available methods</h3><p>All of them are listed below.</p>")
    for path, method, operation in all_operations(doc):
        name = title(operation)
        out.append(
            f'<h4><a class="anchor" name="x" href="#x"><i class="anchor-icon"></i></a>{esc(name)}</h4>'
        )
        if not by_name:
            out.append(f"<p><code>{method.upper()} {path}</code></p>")
        if operation.get("description"):
            out.append(f"<p>{esc(operation['description'])}</p>")
        for place, found in placed(operation):
            out.append(f"<h5>{words.label(place)}</h5>" + _table(found, words))
        if (sent := body(operation)) is not None:
            if not by_name:
                out.append(
                    f"<h5>{words.label('body')}</h5><p>Content-Type: <code>{sent[0]}</code></p>"
                )
            found = rows(sent[1])
            out.append(
                _table(found, words)
                if found
                else f"<p>{_linked(words.type(sent[1]))}</p>"
            )
        if not by_name:
            out.append(_responses(operation, words, "h5"))
    return "index.html", _page(doc, f'<div id="dev_page_content">{"".join(out)}</div>')


def _linked(said: str) -> str:
    return re.sub(
        r"\b([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)\b",
        lambda m: (
            f'<a href="#{m[1].lower()}">{m[1]}</a>' if m[1] not in _WORDS else m[1]
        ),
        esc(said),
    )


_WORDS = frozenset(
    "Array List String Integer Boolean Number Object Int Bool Hash Map JSON ISO UUID URL File Any Dictionary".split()
)


def _object_table(found: list[Row], words: Wording) -> str:
    optional = any(not row.required for row in found)
    head = f"<th>Field</th><th>{words.headers['type']}</th><th>{words.headers['description']}</th>"
    lines = []
    for row in found:
        said = esc(row.description)
        if optional and not row.required:
            said = f"<em>Optional</em>. {said}"
        lines.append(
            f"<tr><td>{row.name}</td><td>{_linked(words.type(row.schema))}</td><td>{said}{_value_list(row, words)}{_child_table(row, words)}</td></tr>"
        )
    if not optional and found:
        pass
    return f'<table class="table"><thead><tr>{head}</tr></thead><tbody>{"".join(lines)}</tbody></table>'


def _value_list(row: Row, words: Wording) -> str:
    if not row.values:
        return ""
    said = words.headers["values"].format("").strip(" :") + ":"
    return (
        f"<p>{said}</p><ul>"
        + "".join(f"<li><code>{v}</code></li>" for v in row.values)
        + "</ul>"
    )


def _child_table(row: Row, words: Wording) -> str:
    return _table(row.children, words) if row.children else ""


def _table(found: list[Row], words: Wording) -> str:
    h = words.headers
    head = f"<th>{h['name']}</th><th>{h['type']}</th><th>{h['required']}</th><th>{h['description']}</th>"
    lines = "".join(
        f"<tr><td>{row.name}</td><td>{_linked(words.type(row.schema))}</td><td>{words.mark(required=row.required)}</td>"
        f"<td>{esc(row.description)}{_value_list(row, words)}{_child_table(row, words)}</td></tr>"
        for row in found
    )
    return f'<table class="table"><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>'


def _responses(operation: Json, words: Wording, tag: str) -> str:
    h = words.headers
    if not operation["responses"]:
        return ""
    lines = "".join(
        f"<tr><td>{status}</td><td>{esc(r['description'])}</td><td>{media_of(r)}</td></tr>"
        for status, r in operation["responses"].items()
    )
    return (
        f"<{tag}>{words.label('response')}</{tag}><table><tr><th>{h['status']}</th><th>{h['description']}</th>"
        f"<th>{h['media']}</th></tr>{lines}</table>"
    )


# --- two columns: text on the left, samples on the right ---------------------------


def columns(doc: Json, words: Wording) -> tuple[str, str]:
    """Return a page of two columns, with boxes for arguments and samples beside."""
    nav = "".join(
        f'<li><a href="#{i}">{esc(title(o))}</a></li>'
        for i, (_, _, o) in enumerate(all_operations(doc))
    )
    out = [
        (
            f'<section class="intro"><h1>{esc(doc["info"]["title"])}</h1><p>The API is organized around REST. The base URL of all requests is'
            f" <code>{doc['servers'][0]['url']}</code></p></section>"
        )
    ]
    for index, (path, method, operation) in enumerate(all_operations(doc)):
        left = [f"<h2>{esc(title(operation))}</h2>"]
        left.append(
            f'<div class="endpoint"><span class="badge {method}">{method.upper()}</span> <span class="url">{path}</span></div>'
        )
        if operation.get("description"):
            left.append(f"<p>{esc(operation['description'])}</p>")
        for place, found in placed(operation):
            left.append(f"<h5>{words.label(place)}</h5>" + _boxes(found, words))
        if (sent := body(operation)) is not None:
            left.append(f"<h5>{words.label('body')} <small>({sent[0]})</small></h5>")
            found = rows(sent[1])
            left.append(
                _boxes(found, words) if found else f"<p>{esc(words.type(sent[1]))}</p>"
            )
        if operation["responses"]:
            left.append(f"<h5>{words.label('response')}</h5><dl class=\"responses\">")
            for status, response in operation["responses"].items():
                media = (
                    f" <code>{media_of(response)}</code>" if media_of(response) else ""
                )
                left.append(
                    f"<dt>{status}</dt><dd>{esc(response['description'])}{media}</dd>"
                )
            left.append("</dl>")
        right = f'<pre class="highlight"><code class="language-bash">{esc(curl(doc, path, method, operation, words))}</code></pre>'
        out.append(
            f'<section class="method" id="{index}"><div class="method-area"><div class="doc">{"".join(left)}</div>'
            f'<div class="example"><h6>Example request</h6>{right}</div></div></section>'
        )
    side = f'<div class="sidebar"><nav><ul>{nav}</ul></nav></div>'
    return "index.html", _page(
        doc, f'<div class="content">{"".join(out)}</div>', extra=side
    )


def _boxes(found: list[Row], words: Wording) -> str:
    lines = []
    for row in found:
        inner = ""
        if row.children:
            inner = f"<details><summary>Child attributes</summary>{_boxes(row.children, words)}</details>"
        said = (
            f'<div class="desc"><p>{esc(row.description)}</p></div>'
            if row.description
            else ""
        )
        mark = (
            f' <span class="mark">{"Required" if row.required else "optional"}</span>'
        )
        lines.append(
            f'<li class="param"><div class="param-head"><span class="name">{row.name}</span> <span class="type">{esc(words.type(row.schema))}</span>{mark}</div>'
            f"{said}{_value_list(row, words)}{inner}</li>"
        )
    return f'<ul class="params">{"".join(lines)}</ul>'


# --- lists of definitions -----------------------------------------------------------


def definitions(doc: Json, words: Wording) -> tuple[str, str]:
    """Return a page that defines every parameter in a list of definitions."""
    out = [
        f"<h1>{esc(doc['info']['title'])}</h1><p>Base URL: <tt>{doc['servers'][0]['url']}</tt></p>"
    ]
    for path, method, operation in all_operations(doc):
        out.append(
            f"<h2>{esc(title(operation))}</h2><pre>{method.upper()} {path}</pre>"
        )
        if operation.get("description"):
            out.append(f"<p>{esc(operation['description'])}</p>")
        for place, found in placed(operation):
            out.append(f"<h3>{words.label(place)}</h3>" + _definitions(found, words))
        if (sent := body(operation)) is not None:
            out.append(f"<h3>{words.label('body')}</h3><p><code>{sent[0]}</code></p>")
            found = rows(sent[1])
            out.append(
                _definitions(found, words)
                if found
                else f"<p>{esc(words.type(sent[1]))}</p>"
            )
        if operation["responses"]:
            out.append(f"<h3>{words.label('response')}</h3><ul>")
            for status, response in operation["responses"].items():
                media = f" ({media_of(response)})" if media_of(response) else ""
                out.append(
                    f"<li><b>{status}</b> &ndash; {esc(response['description'])}{media}</li>"
                )
            out.append("</ul>")
    return "index.html", _page(doc, "\n".join(out))


def _definitions(found: list[Row], words: Wording) -> str:
    lines = []
    for row in found:
        mark = "required" if row.required else "optional"
        inner = _definitions(row.children, words) if row.children else ""
        lines.append(
            f"<dt><code>{row.name}</code> <i>({esc(words.type(row.schema))}, {mark})</i></dt>"
            f"<dd>{esc(row.description)}{_value_list(row, words)}{inner}</dd>"
        )
    return f"<dl>{''.join(lines)}</dl>"


# --- tables in tables ---------------------------------------------------------------


def nested(doc: Json, words: Wording) -> tuple[str, str]:
    """Return a page where one table holds an operation, with tables in its cells."""
    out = [
        f"<h1>{esc(doc['info']['title'])}</h1><p>All paths are relative to {doc['servers'][0]['url']}</p>"
    ]
    h = words.headers
    for path, method, operation in all_operations(doc):
        out.append(f"<h2>{esc(title(operation))}</h2>")
        out.append(
            f"<table class=call><tr><th>Method<td>{method.upper()}<tr><th>URL<td>{path}</table>"
        )
        if operation.get("description"):
            out.append(f"<p>{esc(operation['description'])}</p>")
        groups = list(placed(operation))
        sent = body(operation)
        found = rows(sent[1]) if sent else []
        if found:
            groups.append(("body", found))
        if groups:
            head = f"<tr><th>{h['name']}<th>{h['type']}<th>{h['required']}<th>{h['description']}"
            out.append(f"<h3>Parameters</h3><table>{head}")
            for place, listed in groups:
                said = words.label(place)
                out.append(
                    f"<tr><td colspan=4><b>{said}</b></td></tr>{_plain_rows(listed, words)}"
                )
            out.append("</table>")
        if sent is not None:
            note = "" if found else f"<p>{esc(words.type(sent[1]))}</p>"
            out.append(
                f"<h3>{words.label('body')}</h3><p>Content-Type: {sent[0]}</p>{note}"
            )
        out.append(_responses(operation, words, "h3"))
    return "index.html", _page(doc, "\n".join(out))


def _plain_rows(found: list[Row], words: Wording) -> str:
    lines = []
    for row in found:
        below = ""
        if row.children:
            h = words.headers
            below = (
                f"<table border=1><tr><th>{h['name']}</th><th>{h['type']}</th><th>{h['required']}</th><th>{h['description']}</th></tr>"
                f"{_plain_rows(row.children, words)}</table>"
            )
        said = esc(row.description) + (
            f"<br>{esc(values(row, words)).replace('`', '')}" if False else ""
        )
        lines.append(
            f"<tr><td><tt>{row.name}</tt></td><td>{esc(words.type(row.schema))}</td><td>{words.mark(required=row.required)}</td>"
            f"<td>{said}{_value_list(row, words)}{below}</td></tr>"
        )
    return "".join(lines)


# --- Markdown on a forge ------------------------------------------------------------


def markdown(doc: Json, words: Wording) -> tuple[str, str]:
    """Return a page in Markdown, as it lies in a repository."""
    h = words.headers
    out = [
        f"# {doc['info']['title']}",
        "",
        f"Base URL: `{doc['servers'][0]['url']}`",
        "",
    ]
    for path, method, operation in all_operations(doc):
        out += [f"## {title(operation)}", ""]
        if operation.get("description"):
            out += [_md(operation["description"]), ""]
        out += ["```plaintext", f"{method.upper()} {path}", "```", ""]
        for place, found in placed(operation):
            out += [f"### {words.label(place)}", "", *_md_table(found, words), ""]
        if (sent := body(operation)) is not None:
            out += [f"### {words.label('body')}", "", f"Content-Type: `{sent[0]}`", ""]
            found = rows(sent[1])
            out += (
                [*_md_table(found, words), ""]
                if found
                else [words.type(sent[1]).replace("<", "\\<"), ""]
            )
        out += [
            "Example request:",
            "",
            "```shell",
            curl(doc, path, method, operation, words),
            "```",
            "",
        ]
        if operation["responses"]:
            out += [
                f"### {words.label('response')}",
                "",
                f"| {h['status']} | {h['description']} | {h['media']} |",
                "|---|---|---|",
            ]
            out += [
                f"| `{s}` | {_md(r['description'])} | {media_of(r)} |"
                for s, r in operation["responses"].items()
            ]
            out.append("")
    if doc["components"]["schemas"]:
        out += ["# Objects", ""]
    for name, schema in doc["components"]["schemas"].items():
        out += [f"## {name} object", ""]
        if schema.get("description"):
            out += [_md(schema["description"]), ""]
        if "oneOf" in schema:
            out += [
                "It is one of:" if not schema.get("description") else "",
                "",
                *(f"- `{words.type(s)}`" for s in schema["oneOf"]),
                "",
            ]
            continue
        out += [*_md_table(rows(schema), words), ""]
    return "README.md", "\n".join(out)


def _md(said: str) -> str:
    return (
        said.replace("|", "\\|")
        .replace("<", "\\<")
        .replace("_", "\\_")
        .replace("*", "\\*")
        .replace("[", "\\[")
    )


def _md_table(
    found: list[Row],
    words: Wording,
) -> list[str]:
    h = words.headers
    lines = [
        f"| {h['name']} | {h['type']} | {h['required']} | {h['description']} |",
        "| --- | --- | --- | --- |",
    ]
    listed = any(row.values for row, _ in _flat(found, ""))
    if listed:
        lines = [
            f"| {h['name']} | {h['type']} | {h['required']} | Allowed values | {h['description']} |",
            "| --- | --- | --- | --- | --- |",
        ]
    for row, prefix in _flat(found, ""):
        shown = ", ".join(f"`{v}`" for v in row.values)
        cells = [
            f"`{prefix}{row.name}`",
            _md(words.type(row.schema)),
            words.mark(required=row.required),
        ]
        if listed:
            cells.append(shown)
        lines.append("| " + " | ".join([*cells, _md(row.description)]) + " |")
    return lines


def _flat(found: list[Row], prefix: str) -> list[tuple[Row, str]]:
    out: list[tuple[Row, str]] = []
    for row in found:
        out.append((row, prefix))
        array = row.schema.get("type") == "array"
        out += _flat(row.children, f"{prefix}{row.name}{'[]' if array else ''}.")
    return out


def forge(doc: Json, words: Wording) -> tuple[str, str]:
    """Return the page of `markdown` as a forge shows it."""
    _, said = markdown(doc, words)
    made = MarkdownIt("commonmark").enable("table").render(said)
    made = re.sub(
        r"<h(\d)>(.*?)</h\1>",
        r'<div class="markdown-heading"><h\1 tabindex="-1" class="heading-element" dir="auto">\2</h\1>'
        r'<a class="anchor" aria-label="Permalink" href="#x"><svg class="octicon"></svg></a></div>',
        made,
    )
    made = re.sub(
        r"<pre><code class=\"language-(\w+)\">",
        r'<div class="highlight highlight-source-\1"><pre>',
        made,
    )
    made = made.replace("</code></pre>", "</pre></div>")
    shell = '<header class="AppHeader"><a href="/">Home</a></header><nav><ul><li><a href="/x">Code</a></li></ul></nav>'
    article = f'<main><div class="Box"><article class="markdown-body entry-content">{made}</article></div></main>'
    return "blob.html", _page(doc, article, extra=shell)


# --- plain text ---------------------------------------------------------------------


def plain(doc: Json, words: Wording) -> tuple[str, str]:
    """Return a page whose text stands in one ``<pre>``."""
    name = doc["info"]["title"]
    out = [name, "=" * len(name), "", f"Base URL: {doc['servers'][0]['url']}", ""]
    for path, method, operation in all_operations(doc):
        head = title(operation)
        out += [head, "-" * len(head), "", f"    {method.upper()} {path}", ""]
        if operation.get("description"):
            out += [*_wrapped(operation["description"]), ""]
        for place, found in placed(operation):
            out += [f"{words.label(place)}:", "", *_text_rows(found, words, 4), ""]
        if (sent := body(operation)) is not None:
            out += [f"{words.label('body')} ({sent[0]}):", ""]
            found = rows(sent[1])
            out += (
                [*_text_rows(found, words, 4), ""]
                if found
                else [f"    {words.type(sent[1])}", ""]
            )
        if operation["responses"]:
            out += [f"{words.label('response')}:", ""]
            for status, response in operation["responses"].items():
                media = f" [{media_of(response)}]" if media_of(response) else ""
                out.append(f"    {status}  {response['description']}{media}")
            out.append("")
    return (
        "api.html",
        f"<html><head><title>{esc(name)}</title></head><body><pre>\n{esc(chr(10).join(out))}\n</pre></body></html>\n",
    )


def _wrapped(said: str, indent: int = 0) -> list[str]:
    lines: list[str] = []
    line = " " * indent
    for word in said.split():
        if len(line) + len(word) > 76 and line.strip():
            lines.append(line.rstrip())
            line = " " * indent
        line += f"{word} "
    return [*lines, line.rstrip()]


def _text_rows(found: list[Row], words: Wording, indent: int) -> list[str]:
    lines: list[str] = []
    for row in found:
        mark = "required" if row.required else "optional"
        said = f"{row.name} ({words.type(row.schema)}, {mark})"
        if row.values:
            said = f"{row.name} ({words.type(row.schema)}, {mark}, one of: {' | '.join(str(v) for v in row.values)})"
        lines.append(" " * indent + said)
        if row.description:
            lines += _wrapped(row.description, indent + 4)
        lines += _text_rows(row.children, words, indent + 4)
    return lines


STYLES: dict[str, tuple[Style, bool]] = {
    "headings": (headings, True),
    "columns": (columns, False),
    "definitions": (definitions, False),
    "nested": (nested, False),
    "markdown": (markdown, True),
    "forge": (forge, True),
    "plain": (plain, False),
}
"""The styles, each with whether it describes objects in sections of their own."""

_ = (json, sample)
