"""What the API sends of its own accord: bytes in, values out, or an error."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from __package_name__ import PayloadError, Scheme, Signature, SignatureError, webhooks

Case = dict[str, Any]
Frozen = Callable[[Any], Any]

DATA: Case = json.loads((Path(__file__).parent / "data/webhooks.json").read_text())
SIGNATURE = Signature(
    Scheme("X-Signed", ("timestamp", "body"), mark="v1=", between=",", time_mark="t="),
    "key",
    clock=lambda: 1000,
)


def cases(kind: str) -> list[Any]:
    """Return the events and their cases of *kind*, or a test that is skipped."""
    found = [
        pytest.param(event, case, id=f"{event['name']}-{case['label']}")
        for event in DATA["events"]
        for case in event[kind]
    ]
    none = pytest.mark.skip(f"nothing that is sent has any case among its {kind}")
    return found or [pytest.param({}, {}, marks=none)]


def parsed(event: Case, text: str, media_type: str | None, **options: Any) -> Any:
    """Return what the parser of *event* makes of *text*."""
    headers = {"Content-Type": media_type} if media_type else {}
    return getattr(webhooks, event["parser"])(text.encode(), headers, **options)


def body(case: Case, value: Any) -> str:
    """Return the text of *case*, or of *value* as JSON."""
    return str(case.get("text", json.dumps(value, ensure_ascii=False)))


@pytest.mark.parametrize(("event", "case"), cases("successes"))
def test_bodies(frozen: Frozen, event: Case, case: Case) -> None:
    """A body is read as its type, with all that was sent, and more than is known."""
    drifts: list[Any] = []
    text, kind = body(case, case["value"]), case["media_type"]
    value = parsed(event, text, kind, strict=True, on_drift=drifts.append)

    assert frozen(value) == case["value"]
    assert case["returns"] in (None, type(value).__name__)
    assert drifts == []
    if case.get("open"):
        more = case["value"] | {"unheard-of": {"a": [1, None]}}
        assert frozen(parsed(event, json.dumps(more), None, strict=True)) == more


@pytest.mark.parametrize(("event", "case"), cases("drifts"))
def test_drift(frozen: Frozen, event: Case, case: Case) -> None:
    """A body that breaks the description is kept and reported; not where it is strict."""
    good = next(x for x in event["successes"] if x["label"] == case["of"])
    sent = good["value"] | case["put"]
    if case["rule"] == "required":
        del sent[case["path"]]
    drifts: list[Any] = []
    value = parsed(event, json.dumps(sent), None, on_drift=drifts.append)

    assert frozen(value) == sent
    assert {event.path for event in drifts} == {case["path"]}
    assert f"{event['name']}: {case['path']}" in str(drifts[0])
    with pytest.raises(PayloadError) as caught:
        parsed(event, json.dumps(sent), None, strict=True)
    assert case["path"] in str(caught.value)


@pytest.mark.parametrize(("event", "case"), cases("successes"))
def test_what_is_no_body(event: Case, case: Case) -> None:
    """Text that is not of its media type is an error, and so is nothing at all."""
    kind = case["media_type"]
    for text in ["", *(["{oops"] if "json" in kind or "xml" in kind else [])]:
        with pytest.raises(PayloadError, match="unexpected body"):
            parsed(event, text, kind)


@pytest.mark.parametrize(("event", "case"), cases("successes"))
def test_signed(frozen: Frozen, event: Case, case: Case) -> None:
    """A signed body is read; none that is changed, old, or not signed."""
    from hmac import digest

    parse, text = getattr(webhooks, event["parser"]), body(case, case["value"])
    sent = {"content-type": case["media_type"]}
    made = {t: digest(b"key", f"{t}.{text}".encode(), "sha256") for t in (1000, 9)}
    signed = {t: sent | {"x-signed": f"t={t},v1={made[t].hex()}"} for t in made}

    assert frozen(parse(text, signed[1000], signature=SIGNATURE)) == case["value"]
    for changed, headers in (
        (f" {text}", signed[1000]),
        (text, signed[9]),
        (text, sent),
    ):
        with pytest.raises(SignatureError):
            parse(changed, headers, signature=SIGNATURE)


def test_headers(frozen: Frozen) -> None:
    """Each header that is documented is read, whatever its case; others are None."""
    headers: Any = vars(webhooks).get(
        "WebhookHeaders"
    )  # none, where none is documented
    for case in DATA["headers"]:
        told = headers({case["name"].upper(): case["text"]})

        assert frozen(getattr(told, case["attribute"])) == case["value"]
        assert getattr(headers({}), case["attribute"]) is None
