"""A real API, documented as pages and as OpenAPI, is one API."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from support.sayable import sayable, told

from specpress.config import Config
from specpress.diagnostics import Report
from specpress.ir.compare import differences
from specpress.ir.nodes import Api
from specpress.pipeline import lower_document, read_document
from specpress.store import DictStore

TWILIO = Path(__file__).resolve().parents[3].parent / "shared/corpus/httpdoc-twilio"


def _api(files: dict[str, bytes]) -> Api:
    store, report = DictStore(files), Report()
    document = read_document(store, store.names(), report)
    assert document is not None
    return lower_document(document, Config(package="p", output="o", sources=()), report)


@pytest.mark.skipif(not TWILIO.exists(), reason="the real pages are not here")
def test_twilio_is_one_api() -> None:
    """The pages and the description they were made from differ in nothing that a page
    can say: 199 operations, and something of each kind is compared."""
    text = (TWILIO / "twilio.yaml").read_text("utf-8")
    description = told(yaml.load(text, Loader=yaml.CSafeLoader))
    pages = {path.name: path.read_bytes() for path in (TWILIO / "pages").iterdir()}

    lifted = sayable(_api(pages))
    dumped = yaml.dump(description, Dumper=yaml.CSafeDumper, allow_unicode=True)
    stated = sayable(_api({"twilio.yaml": dumped.encode()}))

    assert differences(lifted, stated) == ()
    assert len(stated.operations) == 199
    assert any(operation.body for operation in stated.operations)
    assert any(operation.parameters for operation in stated.operations)
