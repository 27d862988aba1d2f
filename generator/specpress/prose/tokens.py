"""Descriptions as tokens: words, numbers, marked values, signs and breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final, Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal["word", "number", "code", "quoted", "sign", "item", "break"]


class Token(NamedTuple):
    """A piece of a description: *text* as meant, at *start* to *end* of it as written.

    *low* is the text as patterns have it: in lower case, with plain apostrophes, and
    without the full stop of an abbreviation. A *marked* one is set apart by bold type, as values often are; *spaced* tells
    whether white space stands before it.
    """

    kind: Kind
    text: str
    start: int
    end: int
    low: str
    marked: bool = False
    spaced: bool = False


_ONE: Final = re.compile(
    r"""
      (?P<fence>```(?:[^`]|`{1,2}(?!`)){0,20000}```)
    | (?P<code>``[^\n]{1,200}?``|`[^`\n]{1,200}`
        |<(?P<tag>code|tt|samp|kbd)\b[^<>]{0,200}>[^<>\n]{0,200}</(?P=tag)>)
    | (?P<rule>\n[ \t]*\|?[ \t]*:?-{3,}[-:|\ \t]*(?=\n|$))
    | (?P<item>(?:\n|^|(?<=:)[ ](?=[-*\u2022][ ]))[ \t>]*(?:[-*+\u2022\u00b7\u2013][ \t]+|\d{1,3}[.)][ \t]+|\|[ \t]*)|<li\b[^<>]{0,200}>)
    | (?P<break>\n[ \t]*(?=\n)|\n\#{1,6}[ ]|</?(?:p|br|ul|ol|dl|dt|dd|div|tr|h\d|table)\b[^<>]{0,200}>)
    | (?P<mark>\*\*|__(?=\w)|(?<=\w)__(?!\w)|</?(?:b|strong|em|i)>)
    | (?P<skip>\[(?=[^\[\]\n]{1,300}\]\()|</?[a-zA-Z!][^<>]{0,300}>|\]\([^()\s]{0,1000}(?:\s"[^"\n]{0,200}")?\)
        |https?://[^\s<>")\]]{1,1000}|&nbsp;|\\(?=[^\w\s]))
    | (?P<line>\n)
    | (?P<space>[ \t\r\f\v\u00a0]+)
    | (?P<quoted>"[^"\n]{0,80}"|\u201c[^\u201d\n]{0,80}\u201d|\u201e[^\u201c\u201d\n]{0,80}[\u201c\u201d]|\u00ab[^\u00bb\n]{0,80}\u00bb
        |(?<![\w)])(?:'[^'\n]{1,80}'|\u2018[^\u2019\n]{1,80}\u2019)(?!\w)|&quot;[^&\n]{1,80}&quot;)
    | (?P<date>\d{4}-\d\d-\d\d\w*|\d+(?:\.\d+){2,}|\d\d?:\d\d(?::\d\d)?)
    | (?P<number>(?:(?<![\w)\]`'"])[-\u2212+])?(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![^\W_]))
    | (?P<abbr>(?i:e\.\s?g|i\.\s?e|etc|vs|incl|approx|max|min|no|resp)\.(?=[\s,:)\d`'"])|\.\.\.|\u2026)
    | (?P<count>(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?=-\w))
    | (?P<word>[^\W\d]\w*(?:['\u2019](?!s\b)\w+|[-.]\w+|\[\])*|\d+(?:[^\W\d_]\w*)(?:-\w+)*)
    | (?P<possessive>['\u2019]s\b)
    | (?P<sign>[<>!=]=|&[lg]t;=?|&\w{2,8};|&\#\d+;|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_SIGNS: Final = {
    "\u2013": "-",
    "\u2014": "-",
    "\u2212": "-",
    "\u2264": "<=",
    "\u2265": ">=",
}
_SHORT: Final = 60  # characters; a line that ends before may well end a sentence


def tokens(text: str) -> list[Token]:
    """Return *text*, Markdown with HTML in it, as tokens in their order.

    Takes time in proportion to the length: every repetition in the grammar of tokens is
    bounded, or can't be read in two ways.
    """
    found = [*_tokens(text)]
    bold = [False, *(token.marked for token in found), False]
    for index, token in enumerate(found):
        if token.marked and (bold[index] or bold[index + 2]):
            found[index] = token._replace(marked=False)  # a phrase is no value
    return found


def _tokens(text: str) -> Iterator[Token]:
    marked = False
    spaced = False
    begins = 0  # where the line does
    for found in _ONE.finditer(text):
        kind, piece = str(found.lastgroup), found[0]
        if kind == "tag":
            kind = "code"
        start, end = found.span()
        match kind:
            case "space" | "skip":
                spaced = spaced or kind == "space"
                continue
            case "mark":
                marked = not piece.startswith("</") and (piece[0] == "<" or not marked)
                continue
            case "line":
                if _ends(text, begins, end):
                    yield Token("break", "", start, end, "")
                begins, spaced = end, True
                continue
            case "fence" | "break" | "rule":
                begins, marked = end, False
                yield Token("break", "", start, end, "")
            case "item":
                begins, marked = end, False
                yield Token("item", "", start, end, "")
            case "code":
                inside = _inside(piece)
                yield Token("code", inside, start, end, inside.lower(), marked, spaced)
            case "quoted":
                inside = _unquoted(piece)
                yield Token(
                    "quoted", inside, start, end, inside.lower(), marked, spaced
                )
            case "number":
                plain = piece.replace(",", "").replace("\u2212", "-")
                yield Token("number", plain, start, end, plain, marked, spaced)
            case "sign":
                sign = unescape(piece)
                sign = _SIGNS.get(sign, sign)
                yield Token("sign", sign, start, end, sign, marked, spaced)
            case _:
                piece = "\u2026" if piece == "..." else piece
                low = piece.lower().replace("\u2019", "'")
                low = low.rstrip(".") or low
                yield Token("word", piece, start, end, low, marked, spaced)
        spaced = False


def _ends(text: str, begins: int, end: int) -> bool:
    """Return whether the line that ends at *end* is broken where it need not be, and
    what comes next begins like a sentence: then it is one of its own."""
    if text[begins:end].rstrip().endswith(":"):
        return True  # a list may follow
    following = text[end : end + 40].lstrip(" \t")
    if not following[:1].isupper():
        return False
    first = following.split(maxsplit=1)[0]
    return end - begins + len(first) < _SHORT


def _inside(piece: str) -> str:
    """Return what the *piece* of code says, without its marks and quotes."""
    text = unescape(re.sub(r"^<[^<>]*>|</\w+>$", "", piece)).strip("`").strip()
    quotes = len(text) > 1 and text[0] == text[-1] and text[0] in "\"'"
    return text[1:-1] if quotes else text


def _unquoted(piece: str) -> str:
    """Return *piece* without the quotes around it, or the code marks within."""
    inner = piece.removeprefix("&quot;").removesuffix("&quot;")
    inner = inner[1:-1] if inner == piece else inner
    return inner[1:-1] if len(inner) > 2 and inner[0] == inner[-1] == "`" else inner
