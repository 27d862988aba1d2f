"""One operation of a client, called with values from its description and read back."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import unquote

import httpx2
from hypothesis import HealthCheck, Phase, given, reject, settings
from hypothesis import strategies as st
from hypothesis.errors import HypothesisException, Unsatisfiable

from roundtrip.bodies import LINES, difference, essence, is_json, is_xml
from roundtrip.client import Caller, Method, crossed
from roundtrip.described import FORM, Described, Input, Payload
from roundtrip.files import Unsayable
from roundtrip.styles import (
    RESERVED,
    from_header,
    from_pairs,
    from_path,
    pairs_of,
)
from roundtrip.texts import alike, same, worth
from roundtrip.values import JSON, Maker, Place, text_of

_ASCII: Final = "".join(map(chr, range(0x21, 0x7F)))
_MARKUP: Final = JSON.alphabet.replace("\n", "").replace("\t", "")


@dataclass
class Tried:
    """What came of one operation."""

    sent: int = 0
    differences: list[str] = field(default_factory=list[str])
    refused: Counter[str] = field(default_factory=Counter[str])
    unsayable: Counter[str] = field(default_factory=Counter[str])


def trial(caller: Caller, method: Method, known: Described, examples: int) -> Tried:
    """Call *method* with *examples* for each of its bodies; return what differed."""
    tried = Tried()
    offered = [b for b in (method.operation.body, *method.operation.bodies) if b]
    payloads: list[Payload | None] = []
    for body in offered:
        found = [p for p in known.payloads if _is(p.media_type, body.media_type)]
        if found:
            payloads.append(found[0])
        else:
            tried.unsayable["a body that the description has elsewhere"] += 1
    for each in known.payloads:
        if not any(_is(each.media_type, b.media_type) for b in offered):
            tried.unsayable["a media type that the client leaves out"] += 1
    names = {**{a: p[0] for a, p in method.parameters.items()}, **method.fields}
    tried.differences += crossed(names)
    for payload in payloads or [None]:
        _hypothesis(caller, method, known, payload, examples, tried)
    return tried


def _is(described: str, offered: str) -> bool:
    return described == offered or essence(described) == essence(offered)


def _hypothesis(
    caller: Caller,
    method: Method,
    known: Described,
    payload: Payload | None,
    examples: int,
    tried: Tried,
) -> None:
    """Try until *examples* were sent, or as often as there is hope."""

    @settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def run(data: st.DataObject) -> None:
        if not _once(caller, method, known, payload, tried, data):
            reject()

    try:
        run()
    except Unsatisfiable:
        pass
    except (HypothesisException, RecursionError) as error:
        tried.unsayable[f"hypothesis: {type(error).__name__}"] += 1


def _once(
    caller: Caller,
    method: Method,
    known: Described,
    payload: Payload | None,
    tried: Tried,
    data: st.DataObject,
) -> bool:
    """Make one call, note what came of it, and return whether it was sent."""
    try:
        values = list(_values(known, data))
        arguments = _arguments(method, values)
        body = _NOTHING
        if payload is not None:
            body = _body(method, known, payload, data, arguments)
        request = caller.send(method.name, arguments)
    except Unsayable as error:
        tried.unsayable[str(error)] += 1
        return False
    except TypeError as error:
        if "required keyword-only argument" not in str(error):
            tried.differences.append(f"TypeError: {error}"[:600])
        tried.unsayable["an argument that the description does not speak of"] += 1
        return False
    except caller.refused as error:
        violation = error.violations[0]  # type: ignore[attr-defined]  # of the client
        tried.refused[
            f"{violation.argument}: {violation.rule}: {violation.message}"
        ] += 1
        return False
    tried.sent += 1
    try:
        for wrong in _differences(known, payload, values, body, request):
            tried.differences.append(f"{wrong} <- {arguments!r}"[:600])
    except Unsayable as error:
        tried.unsayable[str(error)] += 1
    except (ValueError, LookupError, TypeError) as error:
        wrong = f"{type(error).__name__}: {error}"
        shown = f"{request.url.raw_path!r} {request.content[:120]!r}"
        tried.differences.append(f"{wrong} in {shown} <- {arguments!r}"[:600])
    return True


_NOTHING: Final[Any] = object()


def _values(known: Described, data: st.DataObject) -> Iterator[tuple[Input, Any]]:
    """Yield the parameters that the call is made with, and their values."""
    for each in known.inputs:
        if not each.required and data.draw(st.integers(0, 2)) == 0:
            continue
        avoid = RESERVED.get((each.style, each.place), "")
        if each.place == "header" and each.style == "simple":
            avoid = "" if _is_scalar(each, known, data) else avoid
        inside = 2 if each.style != "deepObject" else 4
        alphabet = _ASCII if each.place in ("header", "cookie") else JSON.alphabet
        if each.media_type is not None or each.place == "querystring":
            place = Place(alphabet=alphabet, avoid="", null=False, native=False)
        else:
            place = Place(alphabet, avoid, null=False, inside=inside - 1)
        if each.reserved:
            place = place._replace(alphabet=_ASCII, avoid=f"{avoid}/?#[]@!$&'()*+,;=%.")
        value = Maker(data.draw, known.dialect, place).value(each.schema)
        yield each, value


def _is_scalar(each: Input, known: Described, data: st.DataObject) -> bool:
    schema = each.schema if isinstance(each.schema, dict) else {}
    return schema.get("type") in ("string", "integer", "number", "boolean")


def _arguments(method: Method, values: list[tuple[Input, Any]]) -> dict[str, Any]:
    wires = {place: argument for argument, place in method.parameters.items()}
    made = {}
    for each, value in values:
        argument = wires.get((each.name, each.place))
        if argument is None:
            raise Unsayable("a parameter that the client does not have")
        made[argument] = value
    return made


def _body(
    method: Method,
    known: Described,
    payload: Payload,
    data: st.DataObject,
    arguments: dict[str, Any],
) -> Any:
    """Add what is to be the body to *arguments*, and return it."""
    own = essence(payload.media_type)
    place = JSON
    if is_xml(own):
        place = Place(alphabet=_MARKUP)
    elif own == FORM or own.startswith("multipart/"):
        place = Place(null=False, files=own.startswith("multipart/"))
    maker = Maker(data.draw, known.dialect, place)
    if not payload.required and data.draw(st.integers(0, 3)) == 0:
        return _NOTHING
    if payload.item is not None or own in LINES:
        schema = payload.item if payload.item is not None else {}
        value: Any = [maker.value(schema) for _ in range(data.draw(st.integers(0, 3)))]
    elif not _is_structured(own):
        text = own.startswith("text/") and "*" not in own
        strategy = st.text(min_size=1) if text else st.binary(min_size=1)
        value = data.draw(strategy)
        if text and payload.schema not in (None, {}):
            value = maker.value(payload.schema)
            value = (
                value if isinstance(value, str) else json.dumps(value, default=text_of)
            )
    else:
        value = maker.value({} if payload.schema is None else payload.schema)
        bodies = (method.operation.body, *method.operation.bodies)
        spread = any(b.spread and _is(payload.media_type, b.media_type) for b in bodies)
        wires = {wire: argument for argument, wire in method.fields.items()}
        fits = spread and isinstance(value, dict) and value.keys() <= wires.keys()
        if fits and (method.body is None or (value and data.draw(st.booleans()))):
            arguments.update({wires[name]: each for name, each in value.items()})
            if method.choice is not None:
                arguments[method.choice] = payload.media_type
            return value if value or payload.required else _NOTHING
    if method.choice is not None:
        arguments[method.choice] = payload.media_type
    if method.body is not None:
        arguments[method.body] = value
        return value
    raise Unsayable("members that no argument is for")


def _is_structured(own: str) -> bool:
    form = own == FORM or own.startswith("multipart/")
    return form or is_json(own) or is_xml(own)


def _differences(
    known: Described,
    payload: Payload | None,
    values: list[tuple[Input, Any]],
    body: Any,
    request: httpx2.Request,
) -> Iterator[str]:
    """Yield in what *request* is not what the call said."""
    if request.method != known.method:
        yield f"method {request.method}"
    target = request.url.raw_path.decode("ascii")
    path, _, query = target.partition("?")
    yield from _path(known.path, path, values)
    pairs = pairs_of(query)
    for each, value in values:
        if each.place in ("query", "querystring"):
            found = _query(each, pairs, value)
            if not _equal(each, value, found):
                yield f"query {each.name!r}: {found!r} for {value!r} in {query!r}"
        elif each.place == "header":
            text = request.headers.get(each.name)
            found = None if text is None else _header(each, text, value)
            if not _equal(each, value, found):
                yield f"header {each.name!r}: {text!r} for {value!r}"
    if pairs:
        yield f"query that nobody gave: {pairs!r}"
    yield from _cookies(request, values)
    if body is _NOTHING or payload is None:
        if request.content:
            yield f"a body that nobody gave: {request.content[:100]!r}"
        return
    media_type = request.headers.get("content-type", "")
    yield from filter(
        None, [difference(payload, known.dialect, media_type, request.content, body)]
    )


def _equal(each: Input, value: Any, found: Any) -> bool:
    if each.media_type is None:
        return alike(value, found)
    if not isinstance(found, str):
        return found is None and worth(value) in (None, [], {})
    if is_json(each.media_type):
        return same(value, json.loads(found))
    if essence(each.media_type) == FORM and isinstance(value, dict):
        payload = Payload(each.media_type, each.schema, False, {})
        return not difference(payload, "", FORM, found.encode("ascii"), value)
    return alike(value, found)


def _query(each: Input, pairs: list[tuple[str, str]], value: Any) -> Any:
    if each.place == "querystring":
        mine, pairs[:] = list(pairs), []
        if each.media_type and is_json(each.media_type):
            return unquote("&".join("=".join(p) if p[1] else p[0] for p in mine))
        return "&".join("=".join(p) for p in mine)
    if each.media_type is not None:
        return from_pairs(pairs, each.name, "form", True, "")
    return from_pairs(pairs, each.name, each.style, each.explode, value)


def _header(each: Input, text: str, value: Any) -> Any:
    if each.media_type is not None:
        return text
    if not text and worth(value) in ([], {}):
        return None  # a list of nothing (RFC 9110, 5.6.1.2)
    return from_header(text, each.explode, value)


def _path(template: str, path: str, values: list[tuple[Input, Any]]) -> Iterator[str]:
    """Yield the parameters that *path* does not hold where *template* says."""
    if "?" in template or "#" in template:
        raise Unsayable("a path with a query or a fragment")
    known = {each.name: (each, v) for each, v in values if each.place == "path"}
    pieces = re.split(r"\{([^{}]*)\}", template)
    pattern = ""
    names: list[str] = []
    for index, piece in enumerate(pieces):
        if index % 2 and piece in known:
            pattern += "(.*)" if known[piece][0].reserved else "([^/]*)"
            names.append(piece)
        else:
            pattern += re.escape(f"{{{piece}}}" if index % 2 else piece)
    found = re.fullmatch(f".*?{pattern}", unquote_literals(path, pattern))
    if found is None:
        yield f"path {path!r} for {template!r}"
        return
    for name, text in zip(names, found.groups(), strict=True):
        each, value = known[name]
        if each.media_type is not None:
            fine = _equal(each, value, unquote(text))
        else:
            read = from_path(text, name, each.style, each.explode, value)
            fine = alike(value, read)
        if not fine:
            yield f"path {name!r}: {text!r} for {value!r}"


def unquote_literals(path: str, pattern: str) -> str:
    """Return *path*; braces that nobody fills are encoded there and not in *pattern*."""
    return path.replace("%7B", "{").replace("%7D", "}") if "{" in pattern else path


def _cookies(request: httpx2.Request, values: list[tuple[Input, Any]]) -> Iterator[str]:
    if any(
        each.place == "header" and each.name.lower() == "cookie" for each, _ in values
    ):
        return
    text = request.headers.get("cookie", "")
    cut = [piece.partition("=") for piece in text.split("; ")] if text else []
    pairs = [(name, value) for name, _, value in cut]
    for each, value in values:
        if each.place != "cookie":
            continue
        if each.media_type is not None:
            found = from_pairs(pairs, each.name, "form", True, "")
        elif each.style == "cookie":
            found = from_pairs(pairs, each.name, "form", each.explode, value, str)
        else:
            found = from_pairs(pairs, each.name, each.style, each.explode, value)
        if not _equal(each, value, found):
            yield f"cookie {each.name!r}: {found!r} for {value!r} in {text!r}"
    if pairs:
        yield f"cookies that nobody gave: {pairs!r}"
