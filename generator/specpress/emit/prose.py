"""Prose of descriptions: Markdown and HTML turned into plain text."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

_BLOCKS: Final = frozenset(
    "address article blockquote center dd details div dl dt fieldset figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section summary table tbody thead "
    "tr ul".split()
)
_INLINE: Final = frozenset(
    "a abbr b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s "
    "samp small span strike strong sub sup time td th tt u var wbr".split()
)
_SILENT: Final = frozenset({"script", "style", "template"})
_MARKUP: Final = re.compile(r"[<&`*_\[\]#>|~\\]|^\s*([-+]|\d+[.)])\s", re.MULTILINE)
_GAPS: Final = re.compile(r"\n{3,}")


@lru_cache(maxsize=4096)
def plain_text(prose: str) -> str:
    """Return *prose*, Markdown with HTML in it, as plain text in paragraphs.

    Links keep their address in parentheses, lists their marks and code its backticks.
    Tags that are no HTML (placeholders such as ``<currency>``) stay as they are;
    entities are decoded once.
    """
    if not _MARKUP.search(prose):
        return "\n".join(line.strip() for line in prose.strip().splitlines())
    text = "".join(_blocks(_markdown().parse(prose)))
    lines = [line.rstrip() for line in text.split("\n")]
    return _GAPS.sub("\n\n", "\n".join(lines)).strip()


def wrap(text: str, width: int) -> list[str]:
    """Return plain *text* as lines of at most *width* columns where words allow it."""
    out: list[str] = []
    for paragraph in text.split("\n\n"):
        if out:
            out.append("")
        for line in _unfold(paragraph):
            body = line.lstrip(" ")
            lead = " " * (len(line) - len(body))
            mark = re.match(r"(?:[-*]|\d+\.) ", body)
            hang = lead + " " * (len(mark[0]) if mark else 0)
            out += textwrap.wrap(
                body,
                max(width, 20),
                initial_indent=lead,
                subsequent_indent=hang,
                break_long_words=False,
                break_on_hyphens=False,
            )
    return out


def _unfold(paragraph: str) -> Iterator[str]:
    """Yield the lines that must begin anew: list items and indented code."""
    held = ""
    for line in paragraph.split("\n"):
        if not line.strip():
            continue
        if held and not re.match(r"\s|[-*] |\d+\. ", line):
            held = f"{held} {line.strip()}"
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable("table")


def _blocks(tokens: list[Token]) -> Iterator[str]:
    marks: list[int | None] = []
    for token in tokens:
        depth = "  " * max(len(marks) - 1, 0)
        match token.type:
            case "bullet_list_open":
                marks.append(None)
            case "ordered_list_open":
                marks.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                marks.pop()
                yield "\n"
            case "list_item_open":
                number = marks[-1]
                yield f"\n{depth}" + ("- " if number is None else f"{number}. ")
                marks[-1] = None if number is None else number + 1
            case "inline":
                yield _inline(token.children or [])
            case "fence" | "code_block":
                yield "\n\n" + textwrap.indent(token.content.rstrip("\n"), "    ")
                yield "\n\n"
            case "html_block":
                yield "\n\n" + _html(token.content) + "\n\n"
            case "hr":
                yield "\n\n"
            case "paragraph_close":
                yield "" if token.hidden else "\n\n"
            case "heading_close" | "blockquote_close" | "tr_close" | "table_close":
                yield "\n\n"
            case "td_close" | "th_close":
                yield "  "
            case _:
                pass


def _inline(tokens: list[Token]) -> str:
    out: list[str] = []
    links: list[tuple[str, int]] = []
    for token in tokens:
        match token.type:
            case "code_inline":
                out.append(f"`{_escape(token.content)}`")
            case "softbreak" | "hardbreak":
                out.append("\n")
            case "html_inline":
                out.append(token.content)
            case "image":
                out.append(_escape(token.content))
            case "link_open":
                links.append((str(token.attrGet("href") or ""), len(out)))
            case "link_close":
                href, start = links.pop()
                shown = html.unescape("".join(out[start:]))
                if href and href not in {shown, f"mailto:{shown}"} and _speaks(href):
                    out.append(f" ({_escape(href)})")
            case _:
                out.append(_escape(token.content))
    text = "".join(out)
    return _html(text) if "<" in text or "&" in text else text


def _speaks(href: str) -> bool:
    """Tell whether the address *href* is worth reading: no script, no mere anchor."""
    return not re.match(r"(?i)\s*(javascript|data|vbscript):|#", href)


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _html(markup: str) -> str:
    parser = _Text()
    parser.feed(markup)
    parser.close()
    return "".join(parser.out)


class _Text(HTMLParser):
    """Collects the text of a fragment of HTML; tags it does not know stay text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self._href: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "br":
            self.out.append("\n")
        elif tag == "li":
            self.out.append("\n- ")
        elif tag in _BLOCKS:
            self.out.append("\n\n")
        elif tag in {"code", "tt", "kbd", "samp"}:
            self.out.append("`")
        elif tag == "a":
            self._href.append(dict(attrs).get("href") or "")
        elif tag not in _INLINE:
            self.out.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BLOCKS:
            self.out.append("\n\n")
        elif tag in {"code", "tt", "kbd", "samp"}:
            self.out.append("`")
        elif tag == "a":
            href = self._href.pop() if self._href else ""
            if href and _speaks(href):
                self.out.append(f" ({href})")
        elif tag not in _INLINE and tag not in {"li", "br"}:
            self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.out.append(data)
