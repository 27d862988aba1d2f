"""Commands of curl, read as data."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field
from typing import Final

_VALUE: Final = frozenset(
    "-X --request -H --header -d --data --data-raw --data-ascii --data-binary"
    " --data-urlencode -F --form --form-string -u --user --json --url -A --user-agent"
    " -o --output -b --cookie -e --referer -m --max-time --connect-timeout -T"
    " --upload-file --oauth2-bearer -x --proxy --cacert -E --cert --key".split()
)
_SHORT: Final = re.compile(r"-[a-zA-Z]{2,}")


@dataclass(slots=True)
class Curl:
    """What a command sends."""

    method: str = ""
    url: str = ""
    headers: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    data: list[str] = field(default_factory=list[str])
    form: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    fields: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    user: str | None = None
    json: bool = False
    get: bool = False

    @property
    def media_type(self) -> str | None:
        """The media type of the body, None without one."""
        for name, value in self.headers:
            if name.lower() == "content-type":
                return value.split(";")[0].strip()
        if self.form:
            return "multipart/form-data"
        if self.json:
            return "application/json"
        if self.get or not (self.data or self.fields):
            return None
        body = "".join(self.data).lstrip()
        if body.startswith(("{", "[")):
            return "application/json"
        return "application/x-www-form-urlencoded"


def read_curl(text: str) -> Curl | None:
    """Return what the first command of curl in *text* sends, or None.

    Nothing is run. Words behind a pipe, ``;`` or ``&&`` belong to other programs.

    >>> read = read_curl('curl -X PUT https://x.com/a -d "{\\\\"b\\\\": 1}"')
    >>> read.method, read.url, read.media_type
    ('PUT', 'https://x.com/a', 'application/json')
    """
    begin = re.search(r"(?:^|[\s$;`(])curl\s", text)
    if begin is None:
        return None
    command = re.sub(r"\\\s*\n|\^\s*\n", " ", text[begin.start() :].lstrip("$ ;`(\n"))
    words = _split(command)
    if words is None:
        return None
    found = Curl()
    at = 1
    while at < len(words):
        word = words[at]
        at += 1
        if word in ("|", ";", "&&", ">", "||", "curl", "\n"):
            break
        if word.startswith("--") and "=" in word:
            name, _, value = word.partition("=")
            _take(found, name, value)
        elif word in _VALUE:
            _take(found, word, words[at] if at < len(words) else "")
            at += 1
        elif word in ("-G", "--get"):
            found.get = True
        elif word in ("-I", "--head"):
            found.method = "HEAD"
        elif _SHORT.fullmatch(word):
            at = _bundled(found, word, words, at)
        elif not word.startswith("-") and not found.url:
            found.url = word
    if not found.method:
        sends = bool(found.data or found.fields or found.form or found.json)
        found.method = "POST" if sends and not found.get else "GET"
    return found if found.url else None


def _split(command: str) -> list[str] | None:
    """Return the words of the first command: it ends at a line end outside quotes."""
    try:
        return shlex.split(command[: _end(command)])
    except ValueError:  # a quotation that never ends
        return None


def _end(command: str) -> int:
    quote = ""
    for at, char in enumerate(command):
        if quote:
            escaped = quote == '"' and command[at - 1] == "\\"
            quote = "" if char == quote and not escaped else quote
        elif char in "\"'":
            quote = char
        elif char == "\n":
            return at
    return len(command)


def _bundled(found: Curl, word: str, words: list[str], at: int) -> int:
    """Take short options that stand together, such as ``-sXPOST``."""
    for index, letter in enumerate(word[1:], 1):
        option = f"-{letter}"
        if option == "-G":
            found.get = True
        if option in _VALUE:
            rest = word[index + 1 :]
            if rest:
                _take(found, option, rest)
                return at
            _take(found, option, words[at] if at < len(words) else "")
            return at + 1
    return at


def _take(found: Curl, option: str, value: str) -> None:
    match option:
        case "-X" | "--request":
            found.method = value.strip("\"'").upper()
        case "-H" | "--header":
            name, _, rest = value.partition(":")
            found.headers.append((name.strip(), rest.strip()))
        case "--oauth2-bearer":
            found.headers.append(("Authorization", f"Bearer {value}"))
        case "-F" | "--form" | "--form-string":
            name, _, rest = value.partition("=")
            found.form.append((name, rest))
        case "--json":
            found.json = True
            found.data.append(value)
        case "-u" | "--user":
            found.user = value
        case "--url":
            found.url = value
        case "-T" | "--upload-file":
            found.method = found.method or "PUT"
        case (
            "-d"
            | "--data"
            | "--data-raw"
            | "--data-ascii"
            | "--data-binary"
            | "--data-urlencode"
        ):
            _data(found, value)
        case _:
            pass


def _data(found: Curl, value: str) -> None:
    if value.lstrip()[:1] in ("{", "[", "@", ""):
        found.data.append(value)
        return
    pairs = [part.partition("=") for part in value.split("&")]
    if all(sep and re.fullmatch(r"[\w.$\[\]%-]+", name) for name, sep, _ in pairs):
        found.fields += [(name, rest) for name, _, rest in pairs]
    else:
        found.data.append(value)
