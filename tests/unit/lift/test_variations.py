"""The seed page in every spelling that HTML allows."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from specpress.diagnostics import Report
from specpress.lift import lift
from specpress.store import DictStore

SEED = Path(__file__).resolve().parents[3] / "specs/twilio-call/CreateCall.html"
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>")


def _tags(change: Callable[[re.Match[str]], str]) -> Callable[[str], str]:
    return lambda page: _TAG.sub(change, page)


def _upper(found: re.Match[str]) -> str:
    attributes = re.sub(r"([\w-]+)=", lambda f: f[0].upper(), found[3])
    return f"<{found[1]}{found[2].upper()}{attributes}>"


def _without_ends(page: str) -> str:
    return re.sub(r"</(?:p|li|dt|dd|html|body|head)>", "", page)


def _unquoted(page: str) -> str:
    return re.sub(r'class="([\w-]+)"', r"class=\1", page)


def _other_attributes(page: str) -> str:
    return re.sub(r' class="', '\n  data-x=\'1>2\' id="a" hidden class = "other ', page)


def _commented(page: str) -> str:
    return re.sub(
        r"(<(?:section|dl|dd|li|h1|h3|span)[^<>]*>)",
        r'\1<!-- <span class="parameter-name">no</span> -->',
        page,
    )


def _reencoded(style: Callable[[int], str]) -> Callable[[str], str]:
    references = {"&quot;": 34, "&#xA;": 10, "&#x27;": 39, "&#x2B;": 43}
    return lambda page: re.sub(
        "|".join(references), lambda found: style(references[found[0]]), page
    )


def _lines(end: str) -> Callable[[str], str]:
    return lambda page: page.replace("><", f">{end}<").replace("&#xA;", end)


VARIATIONS: dict[str, Callable[[str], str | bytes]] = {
    "upper case": _tags(_upper),
    "end tags left out": _without_ends,
    "single quotes": lambda page: re.sub(r'="([^"<>]*)"', r"='\1'", page),
    "no quotes": _unquoted,
    "other attributes": _other_attributes,
    "comments": _commented,
    "decimal references": _reencoded("&#{};".format),
    "hexadecimal references": _reencoded("&#X{:04x};".format),
    "no references": _reencoded(chr),
    "line feeds": _lines("\n"),
    "carriage returns and line feeds": _lines("\r\n"),
    "carriage returns": _lines("\r"),
    "byte order mark": lambda page: codecs.BOM_UTF8 + page.encode(),
    "UTF-16": lambda page: page.encode("utf-16"),
    "latin-1": lambda page: page.replace('"utf-8"', '"latin1"').encode("latin-1"),
    "http-equiv": lambda page: page.replace(
        'charset="utf-8"', 'content="text/html; charset=iso-8859-1"'
    ).encode("latin-1"),
    "XHTML": lambda page: f'<?xml version="1.0"?>\n{page}',
    "no doctype": lambda page: page.removeprefix("<!DOCTYPE html>"),
    "only the article": lambda page: page[
        page.index("<article>") : page.index("</body>")
    ],
    "scripts and styles": lambda page: page.replace(
        "</head>",
        "<style>p > a {}</style><script>if (a<b) '</section>'</script></head>",
    ),
    "everything at once": lambda page: _lines("\r\n")(
        _commented(_other_attributes(_without_ends(_tags(_upper)(page))))
    ),
}


def _lifted(page: str | bytes) -> tuple[object, list[str]]:
    data = page if isinstance(page, bytes) else page.encode()
    report = Report()
    document = lift(DictStore({"CreateCall.html": data}), ("CreateCall.html",), report)
    return document and document.plain(), [each.message for each in report]


@pytest.mark.parametrize("variation", VARIATIONS)
def test_legal_variations_change_nothing(variation: str) -> None:
    """However a page is spelled, its document and its diagnostics are the same."""
    page = SEED.read_text("utf-8")
    changed = VARIATIONS[variation](page)

    assert changed not in (page, page.encode())
    assert _lifted(changed) == _lifted(page)


def test_the_file_name_ending_changes_nothing() -> None:
    """A page is recognised by its content, whatever its file is called."""
    data = SEED.read_bytes()
    expected = _lifted(data)[0]
    for name in ("CreateCall.md", "CreateCall.txt", "deep/down/CreateCall.HTM"):
        document = lift(DictStore({name: data}), (name,), Report())
        assert document is not None
        assert document.plain() == expected


def test_a_fault_in_a_page_of_one_line_has_its_exact_place() -> None:
    """An error in the schema points to the line and column of the page itself."""
    page = SEED.read_text("utf-8")
    at = page.index("&quot;type&quot;: &quot;object&quot;") + len("&quot;type&quot;")
    broken = page[:at] + page[at + 1 :]
    report = Report()
    lift(DictStore({"a.html": broken.encode()}), ("a.html",), report)
    fault = next(each for each in report if each.code.id == "JSN001")

    assert "\n" not in page[:at]
    assert fault.span.start == at + 1
    assert broken[fault.span.start : fault.span.end] == "&quot;"
