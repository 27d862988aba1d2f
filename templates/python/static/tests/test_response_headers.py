"""Headers of responses: read as their types, and kept as text where they are not."""

from __future__ import annotations

import json
from typing import Any

import httpx2
import pytest

package: Any = pytest.importorskip("__package_name__")
runtime: Any = pytest.importorskip("__package_name__._runtime.response_headers")

Case = dict[str, Any]


def response(name: str, text: str) -> httpx2.Response:
    """Return a response with the header *name*."""
    return httpx2.Response(200, headers={name: text})


def test_values(facts: Case, frozen: Any) -> None:
    """Each header is read from the response, or from what came with it."""
    for case in facts.get("headers", ()):
        headers = package.Headers(response(case["name"], case["text"]))

        assert frozen(getattr(headers, case["attribute"])) == case["value"]


def test_what_is_not_there(facts: Case) -> None:
    """A header that did not come is None."""
    for case in facts.get("headers", ()):
        assert getattr(package.Headers(response("x", "y")), case["attribute"]) is None


@pytest.mark.parametrize(
    ("text", "model", "options", "value"),
    [
        ("a", str, {}, "a"),
        ("12", str, {}, "12"),
        ("12", int, {}, 12),
        ("true", bool, {}, True),
        ("many", int, {}, "many"),
        ("a, b", list[str], {}, ["a", "b"]),
        ("1,2", list[int], {}, [1, 2]),
        ("a", list[str], {}, ["a"]),
        ("a,1,b,2", dict[str, int], {}, {"a": 1, "b": 2}),
        ("a=1, b=2", dict[str, int], {"explode": True}, {"a": 1, "b": 2}),
        ('{"a":[1]}', dict[str, list[int]], {"as_json": True}, {"a": [1]}),
        ("{oops", dict[str, int], {"as_json": True}, "{oops"),
    ],
)
def test_styles(text: str, model: object, options: Case, value: object) -> None:
    """A header is in the style "simple", or JSON; what is neither stays text."""
    header = runtime.Header("X-A", lambda: model, **options)
    kind: Any = type("Headers", (runtime.ResponseHeaders,), {"a": header})

    assert kind(response("x-a", text)).a == value
    assert kind.a is header
    assert json.dumps(value)
