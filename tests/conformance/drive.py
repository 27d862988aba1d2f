"""One scenario, driven through the client of its description."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from inspect import signature
from itertools import islice
from typing import Any, Final
from urllib.parse import urlsplit

from conformance.answers import difference
from conformance.bodies import essence, from_bytes, is_file, raw
from conformance.calls import keywords
from conformance.clients import Described
from conformance.inexpressible import Inexpressible
from conformance.methods import NoPlace, beside, method
from conformance.operations import Found, matching, resolved

_FORCED: Final = 100
"""More pages than any scenario has."""


@dataclass(frozen=True)
class Outcome:
    """What became of a scenario: "pass", "fail" or "inexpressible", and why."""

    scenario: str
    folder: str
    state: str
    why: str = ""


class Failed(Exception):
    """A client did not do what a scenario expects."""


def drive(
    folder: str,
    scenario: Mapping[str, Any],
    described: Sequence[Described],
    base_url: str,
) -> Outcome:
    """Return what becomes of the *scenario* of *folder* at the server *base_url*."""

    def outcome(state: str, why: str = "") -> Outcome:
        return Outcome(scenario["scenario"], folder, state, why)

    try:
        calls = list(scenario["calls"])
        while calls:
            del calls[: _call(calls, described, base_url)]
    except Inexpressible as error:
        return outcome("inexpressible", str(error))
    except (Failed, NoPlace) as error:
        return outcome("fail", str(error))
    except Exception as error:  # noqa: BLE001  # whatever a client raises is a finding
        text = " ".join(str(error).split())
        return outcome("fail", f"{type(error).__name__}: {text}"[:400])
    return outcome("pass")


def _call(
    calls: Sequence[Mapping[str, Any]], described: Sequence[Described], base_url: str
) -> int:
    """Make the first of *calls*; return how many of them were made."""
    call = calls[0]
    made, found = _operation(call, described)
    if made.fault:
        raise Failed(f"no client: {made.fault}")
    package = made.module()
    seen: list[str] = []
    answered: list[Any] = []

    def on_response(request: Any, response: Any) -> None:
        seen.append(urlsplit(str(response.request.url)).path)
        answered.append(response)

    secrets = _secrets(found, call, package.Client)
    with package.Client(
        base_url=base_url,
        retry=package.RetryPolicy(attempts=1),
        on_response=on_response,
        validate=call["response"]["status"] < 400,  # what is refused must be sent
        **secrets,
    ) as client:
        bound = method(client, found.method, found.path)
        given = keywords(found, call, bound, package, base_url)
        follow = [c for c in calls[1:] if not _operations(c, described)]
        pages = beside(client, bound, "_iter") if follow else None
        if pages is not None:
            got = list(islice(pages(**given).pages(), _FORCED))
            _check_pages(calls, got, seen)
            return len(calls)
        if follow:
            raise Failed("nothing follows the link to the next page")
        try:
            result = bound(**given)
            if hasattr(result, "__next__"):
                with result:
                    result = list(result)
            status = None
        except package.ApiError as error:
            status, result = error.status, error.body
    made_up = call["handled"] and call["response"]["body"] is None
    if made_up and status is None and result is not None:
        call = {**call, "response": {**call["response"], "body": _said(answered[-1])}}
    _check(found, call, status, result)
    return 1


def _said(response: Any) -> dict[str, Any]:
    """Return what a mock answered that makes its answers as it goes."""
    text = {"text": response.text}
    kind = response.headers.get("content-type", "")
    return {"type": kind, "content": text}


def _check_pages(
    calls: Sequence[Mapping[str, Any]], got: Sequence[Any], seen: Sequence[str]
) -> None:
    """Raise `Failed` if *got* are not the pages that *calls* answer."""
    wanted = [urlsplit(call["uri"]).path for call in calls]
    if list(seen) != wanted:
        raise Failed(f"asked {list(seen)} for the pages {wanted}")
    for call, page in zip(calls, got, strict=True):
        expected = json.loads(raw(call["response"]["body"]["content"]))
        if fault := difference(expected, page):
            raise Failed(f"the page differs at {fault}")


def _check(
    found: Found, call: Mapping[str, Any], status: int | None, result: Any
) -> None:
    """Raise `Failed` if *result* is not what *call* answers."""
    answer = call["response"]
    wrong = answer["status"] >= 400
    if wrong != (status is not None) or (status and status != answer["status"]):
        raise Failed(f"status {status or 'of success'}: {str(result)[:300]}")
    body = answer["body"]
    if body is None or found.method == "head":
        if result not in (None, b"", True):
            raise Failed(f"a result {result!r} where nothing was answered")
        return
    expected = expected_answer(found, answer)
    if fault := difference(expected, result):
        raise Failed(f"the answer differs at {fault}")


def expected_answer(found: Found, answer: Mapping[str, Any]) -> Any:
    """Return what the *answer* of a mock says."""
    body = answer["body"]
    data = raw(body["content"]) if body["content"] else b""
    kind = essence(body["type"])
    responses = found.operation["responses"]
    said = responses.get(str(answer["status"])) or responses.get("default") or {}
    contents = resolved(found.document, said).get("content", {})
    known = {essence(name): each for name, each in contents.items()}
    schema = known.get(kind, {}).get("schema", {})
    if kind.endswith("json") and not is_file(found.document, schema):
        return json.loads(data)
    return from_bytes(found.document, schema, kind, data)


def _operations(
    call: Mapping[str, Any], described: Sequence[Described]
) -> list[tuple[Described, Found]]:
    """Return the operations that *call* may be of, the best last."""
    found = [
        (made, each)
        for made in described
        for each in matching(made.document, call["method"], call["uri"])
    ]
    return sorted(found, key=lambda pair: _closeness(pair[1], call))


def _operation(
    call: Mapping[str, Any], described: Sequence[Described]
) -> tuple[Described, Found]:
    """Return the operation that *call* is of."""
    if not (found := _operations(call, described)):
        where = f"{call['method'].upper()} {call['uri']}"
        raise Inexpressible(f"the description has no operation for {where}")
    return found[-1]


def _closeness(found: Found, call: Mapping[str, Any]) -> tuple[int, int]:
    """Return how well *found* fits what *call* expects."""
    request = call["request"]
    version = found.document["info"]["version"]
    fits = 1 if version in found.captured.values() else 0
    for parameter in found.parameters:
        values = request["query"] if parameter["in"] == "query" else request["headers"]
        if parameter["name"] in values:
            allowed = resolved(found.document, parameter.get("schema", {})).get("enum")
            fits += 1 if not allowed or values[parameter["name"]] in allowed else -1
    return fits, -found.path.count("{")


def _secrets(found: Found, call: Mapping[str, Any], client: Any) -> dict[str, str]:
    """Return the credentials that *call* expects, as arguments of *client*."""
    headers = {k.lower(): str(v) for k, v in call["request"]["headers"].items()}
    names = [
        n for n in signature(client).parameters if n not in ("base_url", "options")
    ]
    schemes = found.document.get("components", {}).get("securitySchemes", {})
    out: dict[str, str] = {}
    for scheme, said in schemes.items():
        key = said.get("name", "authorization").lower()
        if key not in headers and call["response"]["status"] < 400:
            continue
        value = headers.get(key, "Bearer invalid")
        if key == "authorization":
            value = value.partition(" ")[2]
        words = "".join(scheme.lower().split("_"))
        near = [n for n in names if n.replace("_", "").startswith(words)]
        if chosen := (near or names)[:1]:
            out[chosen[0]] = value
    return out
