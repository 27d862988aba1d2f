"""The stage as a whole: which pages are read, by whom, and what is reported."""

from __future__ import annotations

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from specpress.diagnostics import Code, Report, Severity
from specpress.diagnostics.codes import document, html, json, source
from specpress.lift import builtin, lift
from specpress.lift.builtin import installed
from specpress.lift.httpdoc import HttpDoc
from specpress.store import DictStore

ROOT = Path(__file__).resolve().parents[3]
SEED = ROOT / "specs/twilio-call/CreateCall.html"
_TESTS = ("lift_cases/*/expected.txt", "unit/lift/*.py", "unit/readers/*.py")


class _Closed:
    """A store whose file can't be opened."""

    def read(self, uri: str) -> bytes:
        """Raise PermissionError."""
        raise PermissionError(13, "Permission denied", f"/secret/{uri}")

    def names(self) -> tuple[str, ...]:
        """Return the one name."""
        return ("a.html",)


def _codes(report: Report) -> list[str]:
    return [each.code.id for each in report if each.code.severity is Severity.ERROR]


def test_the_seed_lifts_without_a_warning() -> None:
    """The seed page gives its operation, with notes of what pages can't say only."""
    report = Report()
    lifted = lift(
        DictStore({"CreateCall.html": SEED.read_bytes()}), ["CreateCall.html"], report
    )

    assert lifted is not None
    assert [each.code.id for each in report] == ["HTM060", "HTM062", "HTM063"]
    assert all(each.code.severity is Severity.NOTE for each in report)


def test_every_node_of_a_page_has_a_place() -> None:
    """What was read from a page says where, and what was not says so by its origin."""
    lifted = lift(DictStore({"a.html": SEED.read_bytes()}), ["a.html"], Report())
    assert lifted is not None
    operation = lifted.map["paths"].map["/2010-04-01/Accounts/{AccountSid}/Calls.json"]
    text = SEED.read_text("utf-8")
    pending = [operation]
    while pending:
        node = pending.pop()
        if node.origin == "stated" and isinstance(node.value, str):
            assert text[node.span.start : node.span.end], node
        pending += [*node.map.values(), *node.list]
    post = operation.map["post"]
    schema = (
        post.map["requestBody"].map["content"].map["application/x-www-form-urlencoded"]
    )
    assert text[post.span.start : post.span.end] == "POST"
    assert text[schema.key_span.start : schema.key_span.end].endswith("urlencoded")


def test_a_file_that_cannot_be_opened_is_reported_without_its_full_path() -> None:
    """An unreadable file has its code, and the message no path of the machine."""
    report = Report()

    assert lift(_Closed(), ["a.html"], report) is None
    assert _codes(report) == ["SRC005"]
    assert "secret" not in report.diagnostics[0].message


def test_an_oversized_page_is_refused() -> None:
    """Fifty megabytes of markup are refused without being parsed."""
    report = Report()

    assert (
        lift(DictStore({"a.html": b"<div>" * 10_485_760}), ["a.html"], report) is None
    )
    assert _codes(report) == ["SRC003"]


def test_no_names_are_no_pages() -> None:
    """Nothing to read is an error."""
    report = Report()

    assert lift(DictStore({}), [], report) is None
    assert _codes(report) == ["HTM003"]


@pytest.mark.parametrize(("name", "codes"), [("httpdoc", []), ("redocly", ["HTM006"])])
def test_a_lifter_can_be_named(name: str, codes: list[str]) -> None:
    """The tool that made the pages can be said; an unknown one is an error."""
    report = Report()
    lifted = lift(DictStore({"a.html": SEED.read_bytes()}), ["a.html"], report, name)

    assert _codes(report) == codes
    assert (lifted is None) == bool(codes)


def test_the_most_certain_lifters_come_first() -> None:
    """The built-in lifters come in the order of the table, each name once."""
    tables = (*builtin.EMBEDDED, *builtin.RENDERED, *builtin.GENERIC)
    names = [lifter.name for lifter in installed()]

    assert [make().name for make in tables] == names
    assert len(set(names)) == len(names)


def test_lifters_of_others_come_before_the_generic_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An entry point adds a lifter before the last ones; a built-in name is taken."""

    class Generic(HttpDoc):
        name = "generic"

    class Other(HttpDoc):
        name = "other"

    where = f"{__name__}:Other"
    found = [EntryPoint(name, where, builtin.GROUP) for name in ("other", "httpdoc")]
    monkeypatch.setattr(EntryPoint, "load", lambda _: Other)
    monkeypatch.setattr(builtin, "GENERIC", (Generic,))
    monkeypatch.setattr(builtin, "RENDERED", (HttpDoc,))
    monkeypatch.setattr(builtin, "EMBEDDED", ())
    monkeypatch.setattr(builtin, "entry_points", lambda group: found)

    assert [each.name for each in installed()] == ["httpdoc", "other", "generic"]


def test_every_code_has_a_case() -> None:
    """Each code of these rooms is expected by a case or a test."""
    texts = [
        path.read_text("utf-8")
        for each in _TESTS
        for path in (ROOT / "tests").glob(each)
    ]
    codes = [
        value
        for module in (document, html, json, source)
        for value in vars(module).values()
        if isinstance(value, Code) and not value.id.startswith("DOC02")
    ]
    missing = {c.id for c in codes if not any(c.id in text for text in texts)}

    told_elsewhere = {document.INVALID, document.ODD, document.MORE_INVALID}
    assert missing == {code.id for code in told_elsewhere}  # see tests/unit/document
    assert len({code.id for code in codes}) == len(codes)
