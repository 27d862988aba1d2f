"""Bodies of XML: written from arguments, and read as models."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx2
import pytest
from support.cases import Case, build

HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'
TEXT = {"type": "string"}
ITEM = {"type": "string", "xml": {"name": "animal"}}


def _array(items: object, **xml: object) -> dict[str, object]:
    return {"type": "array", "items": items, **({"xml": xml} if xml else {})}


# Of the member "animals": its schema, a value, and the XML inside the root (OpenAPI 3.2,
# "XML Arrays"; 3.0.4, "XML Object Examples").
MEMBERS: dict[str, tuple[object, object, str]] = {
    "text": (TEXT, "a<b", "<animals>a&lt;b</animals>"),
    "named": ({**TEXT, "xml": {"name": "zoo"}}, "a", "<zoo>a</zoo>"),
    "number": ({"type": "integer"}, 5, "<animals>5</animals>"),
    "flag": ({"type": "boolean"}, True, "<animals>true</animals>"),
    "prefixed": (
        {**TEXT, "xml": {"prefix": "s", "namespace": "http://e/s"}},
        "a",
        '<s:animals xmlns:s="http://e/s">a</s:animals>',
    ),
    "null": (
        {"type": ["string", "null"]},
        None,
        '<animals xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>',
    ),
    "array": (_array(TEXT), ["a", "b"], "<animals>a</animals><animals>b</animals>"),
    "array of named": (_array(ITEM), ["a"], "<animal>a</animal>"),
    "named array of named": (_array(ITEM, name="zoo"), ["a"], "<animal>a</animal>"),
    "wrapped": (
        _array(TEXT, wrapped=True),
        ["a", "b"],
        "<animals><animals>a</animals><animals>b</animals></animals>",
    ),
    "wrapped and named": (
        _array(TEXT, wrapped=True, name="zoo"),
        ["a"],
        "<zoo><zoo>a</zoo></zoo>",
    ),
    "wrapped, of named": (
        _array(ITEM, wrapped=True),
        ["a"],
        "<animals><animal>a</animal></animals>",
    ),
    "both named and wrapped": (
        _array(ITEM, wrapped=True, name="zoo"),
        ["a"],
        "<zoo><animal>a</animal></zoo>",
    ),
    "an element by its node": (
        _array(ITEM, nodeType="element"),
        ["a"],
        "<animals><animal>a</animal></animals>",
    ),
    "empty and wrapped": (_array(TEXT, wrapped=True), [], "<animals/>"),
    "objects": (
        _array({"type": "object", "properties": {"n": TEXT}}),
        [{"n": "a"}, {"n": "b"}],
        "<animals><n>a</n></animals><animals><n>b</n></animals>",
    ),
    "cdata": (
        {
            "type": "object",
            "properties": {"t": {**TEXT, "xml": {"nodeType": "cdata"}}},
        },
        {"t": "a]]>b"},
        "<animals><![CDATA[a]]]]><![CDATA[>b]]></animals>",
    ),
    "text and an attribute": (
        {
            "type": "object",
            "properties": {
                "id": {"type": "integer", "xml": {"nodeType": "attribute"}},
                "t": {**TEXT, "xml": {"nodeType": "text"}},
            },
        },
        {"id": 5, "t": "a&b"},
        '<animals id="5">a&amp;b</animals>',
    ),
}


def described(schema: object, version: str = "3.2.0") -> str:
    """Return a description whose operation sends and answers *schema* in an object."""
    zoo = {"type": "object", "properties": {"animals": schema}}
    ref = {"$ref": "#/components/schemas/Zoo"}
    content = {"application/xml": {"schema": ref}}
    operation = {
        "operationId": "put_zoo",
        "requestBody": {"required": True, "content": content},
        "responses": {"200": {"description": "The same.", "content": content}},
    }
    return json.dumps(
        {
            "openapi": version,
            "info": {"title": "Zoo", "version": "1"},
            "servers": [{"url": "https://api.example.com"}],
            "paths": {"/zoo": {"put": operation}},
            "components": {"schemas": {"Zoo": zoo}},
        }
    )


class Echo:
    """A server that answers what it was sent, or *answer*."""

    def __init__(self, answer: bytes | None = None) -> None:
        self.sent: list[httpx2.Request] = []
        self.answer = answer

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        """Answer *request*."""
        self.sent.append(request)
        content = request.content if self.answer is None else self.answer
        headers = {"content-type": "application/xml"}
        return httpx2.Response(200, content=content, headers=headers)


def connect(case: Case, server: Echo, **options: Any) -> Any:
    """Return a client of *server*."""
    return case.package.Client(transport=httpx2.MockTransport(server), **options)


@pytest.mark.parametrize("name", MEMBERS)
def test_a_member_is_written_and_read_again(tmp_path: Path, name: str) -> None:
    """What is sent is what OpenAPI's tables show, and comes back as it went."""
    schema, value, inside = MEMBERS[name]
    case = build(described(schema), tmp_path, tests=False, format=False)
    server, events = Echo(), list[object]()
    zoo = connect(case, server, on_drift=events.append).put_zoo(animals=value)

    assert server.sent[0].content == HEAD + f"<Zoo>{inside}</Zoo>".encode()
    assert server.sent[0].headers["content-type"] == "application/xml"
    assert zoo.model_dump(by_alias=True, exclude_unset=True) == {"animals": value}
    assert events == []


@pytest.fixture(scope="module")
def zoo(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A client whose operation answers an object with numbers in a list."""
    schema = _array({"type": "integer"})
    folder = tmp_path_factory.mktemp("zoo")
    return build(described(schema), folder, tests=False, format=False)


BAD = {
    "an entity": b'<!DOCTYPE z [<!ENTITY e "x">]><Zoo><animals>&e;</animals></Zoo>',
    "an external entity": (
        b'<!DOCTYPE z [<!ENTITY e SYSTEM "file:///etc/hostname">]><Zoo>&e;</Zoo>'
    ),
    "a bomb": (
        b'<!DOCTYPE z [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><Zoo>&b;</Zoo>'
    ),
    "depth": b"<Zoo>" + b"<a>" * 5000 + b"</a>" * 5000 + b"</Zoo>",
    "no end": b"<Zoo><animals>1",
    "no XML": b"nothing",
    "two roots": b"<Zoo/><Zoo/>",
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_not_read_is_kept_and_told(zoo: Case, name: str) -> None:
    """Documents with entities, too deep or broken ones are text, and drift."""
    events: list[Any] = []
    client = connect(zoo, Echo(BAD[name]), on_drift=events.append)
    found = client.put_zoo(animals=[])

    assert found == BAD[name].decode()
    assert [event.expected for event in events] == ["valid application/xml"]


def test_what_is_not_described_is_kept(zoo: Case) -> None:
    """Other elements and attributes stay in the model; odd text is told."""
    content = (
        b'<z:Zoo xmlns:z="http://e/z" open="yes"><animals>1</animals>'
        b"<animals>two</animals><other>3</other><other>4</other></z:Zoo>"
    )
    events: list[Any] = []
    found = connect(zoo, Echo(content), on_drift=events.append).put_zoo(animals=[])

    assert found.animals == [1, "two"]
    assert found.model_extra == {"other": ["3", "4"], "open": "yes"}
    assert [(event.path, event.got) for event in events] == [("animals[1]", "two")]


def test_other_encodings(zoo: Case) -> None:
    """A document says itself how it is encoded."""
    content = '<?xml version="1.0" encoding="ISO-8859-1"?><Zoo><é>x</é></Zoo>'
    found = connect(zoo, Echo(content.encode("latin-1"))).put_zoo(animals=[])

    assert found.model_extra == {"é": "x"}


def test_what_xml_can_not_hold_is_refused(tmp_path: Path) -> None:
    """A control character is a violation, and nothing is sent."""
    case = build(described(TEXT), tmp_path, tests=False, format=False)
    server = Echo()
    with pytest.raises(case.package.RequestValidationError, match="can't hold"):
        connect(case, server).put_zoo(animals="a\x01b")

    assert server.sent == []


@pytest.mark.parametrize("keyword", ["allOf", "anyOf", "oneOf", None])
def test_what_holds_itself_by_a_part_ends(tmp_path: Path, keyword: str | None) -> None:
    """A member that is put together of its own object is written at any depth."""
    ref = {"$ref": "#/components/schemas/Zoo"}
    inner = {keyword: [ref]} if keyword else {**ref, "xml": {"name": "animals"}}
    case = build(described(inner), tmp_path, tests=False, format=False)
    server = Echo()
    client = connect(case, server)

    client.put_zoo(animals={"animals": {}})

    assert server.sent[0].content == HEAD + b"<Zoo><animals><animals/></animals></Zoo>"
