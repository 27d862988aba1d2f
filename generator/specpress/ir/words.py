"""Words inside names: how text is split, folded and joined, for any target."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_WORD: Final = re.compile(  # over the letters' kinds, not over the letters
    "(?:Um*){2,}s(?![lsm])d*"  # a plural of capitals: IDs, URLs
    "|(?:Um*)+(?![ls])d*"  # capitals: HTTP, and the HTTP of HTTPServer
    "|(?:Um*)?[ls][lsm]*d*"  # Call, call, sha256
    "|d+"
)


def words(text: str) -> tuple[str, ...]:
    """Return the words of *text* in lower case; empty when it has no letter or digit.

    Digits stay with the letters before them; punctuation is left out.

    >>> words("http-method"), words("StartTime<"), words("X-API-Key")
    (('http', 'method'), ('start', 'time'), ('x', 'api', 'key'))
    >>> words("HTTPServer2"), words("sha256Hash"), words("userIDs"), words("2fa_code")
    (('http', 'server2'), ('sha256', 'hash'), ('user', 'ids'), ('2', 'fa', 'code'))
    """
    return tuple(word.lower() for word in _split(text))


def fold(text: str) -> str:
    """Return what two texts share when they would make the same name in any case.

    >>> fold("Call_Status") == fold("callStatus")
    True
    """
    return unicodedata.normalize("NFKC", "".join(words(text)).casefold())


def pascal(text: str) -> str:
    """Return the words of *text* joined, each with a capital; capitals are kept.

    >>> pascal("http-method"), pascal("CreateSMSRequest"), pascal("HTTP_METHOD")
    ('HttpMethod', 'CreateSMSRequest', 'HttpMethod')
    """
    shouting = text.upper() == text
    return "".join(
        word.capitalize() if shouting else word[:1].upper() + word[1:]
        for word in _split(text)
    )


def _split(text: str) -> list[str]:
    text = unicodedata.normalize("NFKC", text)  # as Python does with identifiers
    kinds = "".join(map(_kind, text))
    return [text[m.start() : m.end()] for m in _WORD.finditer(kinds)]


def _kind(letter: str) -> str:
    if letter.isdigit():
        return "d"
    if letter == "_" or not f"a{letter}".isidentifier():
        return " "
    if letter.isupper():
        return "U"
    if not letter.isidentifier():
        return "m"  # a mark, which belongs to the letter before it
    return "s" if letter == "s" else "l"
