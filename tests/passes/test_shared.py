"""Descriptions that no one here wrote: they become sound APIs, whatever they hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from specpress.config import Config
from specpress.diagnostics import Report
from specpress.document.upgrade import upgrade
from specpress.ir.codec import decode, encode
from specpress.ir.nodes import Api, Body
from specpress.ir.types import Enum, Object, Ref
from specpress.ir.verify import verify
from specpress.ir.walk import holder
from specpress.lower import lower
from specpress.passes import run_passes
from specpress.pipeline import read_document
from specpress.store import DictStore
from specpress.tree import Node

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
CONFIG = Config(package="p", output="o", sources=())
LARGEST = 200_000
KINDS = ("oas30", "oas31", "oas32")

pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the shared corpus is not beside this repository"
)


def _described() -> list[Path]:
    """Return the OpenAPI descriptions in JSON that are small enough for a test."""
    manifest = (CORPUS / "MANIFEST.tsv").read_text("utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in manifest]
    paths = (CORPUS / row[0] for row in rows if row[1] in KINDS)
    return [p for p in paths if p.suffix == ".json" and p.stat().st_size < LARGEST]


def test_every_description_becomes_a_sound_api() -> None:
    """Lowering and the passes end with a sound API that its JSON keeps."""
    found = _described()
    for path in found:
        try:
            document = Node.of(json.loads(path.read_text("utf-8-sig")))
        except ValueError:  # some are wrong on purpose
            continue
        api = lower(upgrade(document, Report()), CONFIG, Report())
        done = run_passes(api, Report())

        assert verify(done, final=True) == (), path
        assert decode(encode(done)) == done, path
    assert len(found) > 20


@pytest.fixture(scope="module")
def api() -> Api:
    """Return the API of the largest set of reference pages."""
    pages = CORPUS / "httpdoc-twilio" / "pages"
    files = {path.name: path.read_bytes() for path in pages.iterdir()}
    report = Report()
    document = read_document(DictStore(files), sorted(files), report)
    assert document is not None
    done = run_passes(lower(upgrade(document, report), CONFIG, report), report)
    assert not report.failed
    return done


def test_every_page_becomes_an_operation(api: Api) -> None:
    """Each of the pages is an operation, and each object body a named type."""
    bodies = [op.body for op in api.operations if op.body]
    types = {decl.id: decl for decl in api.types}

    assert (len(api.operations), len(bodies)) == (199, 62)
    assert all(
        isinstance(holder(_ref(body).target, types).type, Object) for body in bodies
    )


def _ref(body: Body) -> Ref:
    (content,) = body.contents
    assert isinstance(content.type, Ref)
    return content.type


def test_an_enum_of_many_pages_is_one_type(api: Api) -> None:
    """The enum that many pages write out is one type, named by its format."""
    found = [decl for decl in api.types if decl.name.firmness == "format"]

    assert [decl.id for decl in found] == ["http-method"]
    assert isinstance(found[0].type, Enum)
    assert all(decl.span.file.endswith(".md") for decl in api.types)
