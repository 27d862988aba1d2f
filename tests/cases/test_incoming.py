"""What an API sends of its own accord, run: webhooks, callbacks, signatures."""

from __future__ import annotations

import json
import subprocess
import sys
from base64 import b64encode
from hmac import digest
from pathlib import Path
from typing import Any

import pytest
from support.cases import Case, build, generated

SHOP = (Path(__file__).parent / "shop.yaml").read_text("utf-8")
SECRET = f"whsec_{b64encode(b'k' * 24).decode()}"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The client of a shop that tells what happens."""
    return build(SHOP, tmp_path_factory.mktemp("shop"), format=False)


@pytest.mark.parametrize(
    ("parser", "body", "expected"),
    [
        ("parse_order_placed", '{"type":"placed","id":"1"}', ("OrderPlaced", [])),
        ("parse_order_placed", '{"type":"placed"}', ("OrderPlaced", ["id"])),
        ("parse_webhook", '{"type":"placed","id":"1"}', ("OrderPlaced", [])),
        ("parse_webhook", '{"type":"sent","to":"x"}', ("OrderSentEvent", [])),
        ("parse_webhook", '{"type":"gone","to":"x"}', ("dict", ["type"])),
        ("parse_sms", "From=a&Count=3", ("SmsEvent", [])),
        ("parse_sms", "From=a&Count=3&Tags=b", ("SmsEvent", [])),
        ("parse_sms", "From=a&Count=b", ("SmsEvent", ["Count"])),
        ("parse_paper", "<paper><n>3</n></paper>", ("PaperEvent", [])),
        ("parse_raw", "text", ("str", [])),
        ("parse_subscribe_on_data", '[{"id":"1","state":"new"}]', ("list", [])),
        ("parse_subscribe_on_end_get", "over", ("str", [])),
    ],
)
def test_bodies(
    case: Case, parser: str, body: str, expected: tuple[str, list[str]]
) -> None:
    """A body is read as the type that it is described with; drift is told by place."""
    drifts: list[Any] = []
    value = getattr(case.package.webhooks, parser)(body, on_drift=drifts.append)

    assert (type(value).__name__, [event.path for event in drifts]) == expected
    assert all(str(event).startswith(event.operation) for event in drifts)
    assert not any("200" in str(event) for event in drifts)


def test_values(case: Case) -> None:
    """What is read is typed: numbers of forms and XML, and what only the server sets."""
    webhooks = case.package.webhooks

    sms = webhooks.parse_sms("From=a&Count=3&Tags=b&new=c")
    assert (sms.count, sms.tags, sms.model_extra) == (3, ["b"], {"new": "c"})
    assert webhooks.parse_paper(b"<paper><n>3</n></paper>").n == 3
    order = webhooks.parse_subscribe_on_data('[{"id":"1","state":"odd"}]')[0]
    assert (order.id, order.state) == ("1", "odd")
    headers = {"X-SHOP-TRY": "2", "x-other": "a"}
    assert webhooks.WebhookHeaders(headers).x_shop_try == 2


def test_the_media_type_that_came(case: Case) -> None:
    """A described media type decides how a body is read; another one changes nothing."""
    webhooks, body = case.package.webhooks, '{"type":"placed","id":"ü"}'

    for kind in ("application/json; charset=utf-8", "text/html", ""):
        assert webhooks.parse_order_placed(body, {"content-type": kind}).id == "ü"
    headers = {"Content-Type": "application/octet-stream", "content-encoding": "gzip"}
    assert webhooks.parse_raw(b"\x00", headers) == b"\x00"


def test_signed_webhooks(case: Case) -> None:
    """Nothing is read before the signature is checked, and secrets stay hidden."""
    package, body = case.package, b'{"type":"placed","id":"1"}'
    signature = package.Signature.standard(SECRET, clock=lambda: 1000.0)
    code = b64encode(digest(b"k" * 24, b"m.1000." + body, "sha256")).decode()
    headers = {"webhook-id": "m", "webhook-timestamp": "1000"}
    headers["webhook-signature"] = f"v1,{code}"
    parse = package.webhooks.parse_order_placed

    assert parse(body, headers, signature=signature).id == "1"
    for changed in (body + b" ", b"{oops", b""):
        with pytest.raises(package.SignatureError):
            parse(changed, headers, signature=signature)
    assert SECRET[6:] not in repr(signature)


def test_what_is_not_read(case: Case) -> None:
    """Parameters that are in the URL are reported: whatever takes requests reads them."""
    assert case.reported == [
        "INC001: 'onData' comes with 'page' in the query, which no parser reads"
    ]


def test_nothing_is_emitted_without_need(tmp_path: Path) -> None:
    """A client of an API that sends nothing has no part of all this."""
    whole = json.loads(json.dumps({"openapi": "3.1.0", "info": {}, "paths": {}}))
    whole["info"] = {"title": "a", "version": "1"}
    whole["paths"]["/a"] = {"get": {"responses": {"204": {"description": "b"}}}}
    names = generated(json.dumps(whole), tests=True).files

    parts = ("webhooks", "incoming", "signature")
    assert [name for name in names if any(part in name for part in parts)] == []


def test_the_import_stays_light(case: Case) -> None:
    """Who imports parsers loads neither pydantic, the HTTP library nor hashes."""
    name = case.package.__name__
    heavy = {"pydantic", "httpx2", "hashlib", "hmac", "base64"}
    code = (
        f"import sys; from {name} import webhooks, Signature; webhooks.parse_sms;"
        f" print(sorted({heavy!r} & sys.modules.keys()))"
    )
    command = [sys.executable, "-S", "-c", code]
    ran = subprocess.run(
        command,
        cwd=case.folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert ran.stdout.strip() == "[]", ran.stderr


def test_emitted_tests_pass(case: Case) -> None:
    """The tests of parsers and signatures that come with the client pass."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    files = ["tests/test_incoming.py", "tests/test_runtime_signature.py"]
    ran = subprocess.run(
        [*command, *files],
        cwd=case.folder,
        capture_output=True,
        timeout=300,
        check=False,
    )

    assert ran.returncode == 0, ran.stdout.decode()[-2000:]
