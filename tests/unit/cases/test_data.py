"""The data of the emitted tests: what they say of an API of odd corners."""

from __future__ import annotations

import json
from typing import Any

import pytest
from msgspec.structs import replace

from specpress.diagnostics import Report
from specpress.emit.cases import Naming
from specpress.emit.cases import test_data as make_data
from specpress.ir.nodes import Api, Operation, Parameter
from specpress.ir.types import Field, Integer, Object, Ref, String

Data = dict[str, Any]


@pytest.fixture
def data(api: Api, names: Naming) -> dict[str, Data]:
    """The data by file."""
    return {path: json.loads(text) for path, text in make_data(api, names).items()}


def operation(data: dict[str, Data], name: str) -> Data:
    """Return the data of the operation whose method is *name*."""
    return data[f"data/operations/{name}.json"]


def request(data: dict[str, Data], name: str, label: str) -> Data:
    """Return one request of an operation."""
    return next(r for r in operation(data, name)["requests"] if r["label"] == label)


def test_the_same_every_time(api: Api, names: Naming) -> None:
    """The data are the same bytes whenever they are made, and have no machine in them."""
    assert make_data(api, names) == make_data(api, names)


def test_requests_of_required_arguments(data: dict[str, Data]) -> None:
    """With the required arguments only, no other is sent."""
    sent = request(data, "addpet", "required")

    assert sent["target"].startswith("/v1/owners/")
    assert sent["body"] == '{"Name":"examp"}'
    assert sent["headers"]["host"] == "pets.example.com:8443"
    assert sent["headers"]["content-type"] == "application/json"
    assert sent["headers"]["accept"] == "application/json"
    assert sent["headers"]["authorization"].startswith("Basic dXNlci0xOnNlY3JldC1")
    assert sent["checked"]


def test_requests_of_all_arguments(data: dict[str, Data]) -> None:
    """With all arguments the body is in the description's order, whatever theirs is."""
    sent = request(data, "addpetbyform", "all")

    assert sent["body"].startswith(
        "Name=examp&kind=cat&born%3C=2024-05-01&legs=0&weight="
        f"{sent['arguments']['weight_']}&tags=example-tags&tags=example-tags-2"
        "&owner=example-owner&sound=true&extra=%7B%22key1%22%3A"
        f"{sent['arguments']['extra_']['key1']}%7D&mother=%7B%22Name%22%3A%22examp%22"
    )
    assert next(iter(sent["arguments"])) == "mother_"
    assert sent["arguments"]["born_"] == {"$date": "2024-05-01"}
    assert sent["headers"]["x-api-key"] == "secret-key"
    assert sent["headers"]["cookie"] == "session=secret-key"
    assert sent["checked"]


def test_parameters_everywhere(data: dict[str, Data]) -> None:
    """Path, query and header values are encoded, each by its own rules."""
    sent = request(data, "listpets", "odd")
    since = "2024-05-17T00%3A30%3A00Z"

    assert sent["target"].startswith(
        "/v1/pets/%C3%BC%20b%2Fc%3Fd%26e%3Df%2Bg%23h%2541~%2A%27%22%5C?limit="
    )
    assert f"&since%3C={since}&tag=example-tag&tag=example-tag-2&ids=" in sent["target"]
    assert "%7C" in sent["target"]
    assert sent["target"].endswith("&api%20key=secret-key")
    assert sent["headers"]["x-trace"] == "a b;c=d"
    assert "authorization" not in sent["headers"]


def test_bytes_are_marked(data: dict[str, Data]) -> None:
    """What a caller passes as bytes is marked, and sent as it is."""
    sent = request(data, "putphoto", "required")

    assert sent["arguments"]["body"] == {"$bytes": sent["body"]}
    assert sent["headers"]["content-type"] == "image/png"


def test_trials(data: dict[str, Data]) -> None:
    """Each argument has what it must refuse, with the client's words for the rules."""
    slots = {s["name"]: s for s in operation(data, "addpet")["slots"]}
    rules = [r for case in slots["legs"]["invalid"] for r in case["rules"] or ["null"]]

    assert {"type", "minimum", "maximum", "multiple_of", "null"} <= {*rules}
    assert {case["value"] for case in slots["legs"]["valid"]} == {0, 8}
    assert slots["legs"]["valid"][0]["sends"] == '"legs":0'
    assert None not in {c["value"] for c in slots["owner"]["invalid"]}
    assert slots["tags"]["invalid"][-2]["name"] == "tags[0]"
    kind = next(s for s in operation(data, "listpets")["slots"] if s["name"] == "kind")
    assert [c["value"] for c in kind["invalid"]] == [12345, "", ".", ".."]


def test_answers(data: dict[str, Data]) -> None:
    """Successes and errors have a status of their own, and drifts break one place."""
    pet = operation(data, "addpet")

    assert [(a["status"], a["returns"]) for a in pet["successes"]] == [
        (201, "Pet"),
        (204, "NoneType"),
    ]
    assert [(a["status"], a["raises"]) for a in pet["errors"]] == [(418, "ClientError")]
    assert ("Name", "required") in {(d["path"], d["rule"]) for d in pet["drifts"]}
    assert operation(data, "listpets")["errors"][0]["raises"] == "NotFoundError"
    assert operation(data, "setnote")["successes"][0]["status"] == 200
    assert operation(data, "addpetbyform")["errors"][0]["status"] == 418


def test_the_client_as_a_whole(data: dict[str, Data]) -> None:
    """The data know what a client is made with."""
    client = data["data/client.json"]

    assert client["base_url"] == "https://pets.example.com:8443/v1"
    assert not client["base_url_required"]
    assert client["credentials"]["user"] == "user-1"
    assert client["environment"]["PETS_USER"] == "user-1"
    assert client["in_environment"] == ["user", "secret"]
    assert client["enums"] == {"Kind": ["cat", "dog"]}


def test_without_a_sample_there_is_a_warning(api: Api, names: Naming) -> None:
    """An operation that can't be called is left out of the tests, visibly."""
    impossible = Parameter(
        name="id",
        location="path",
        type=Integer(minimum=2, maximum=1),
        required=True,
        style="simple",
    )
    broken = replace(api.operations[0], parameters=(impossible,))
    report = Report()
    files = make_data(replace(api, operations=(broken,)), names, report)

    assert list(files) == ["data/client.json"]
    assert [d.code.id for d in report] == ["TST001"]


def test_operations_without_names_are_left_out(api: Api, names: Naming) -> None:
    """What is not emitted is not tested."""
    other = Operation(id="other", method="GET", path="/")
    files = make_data(replace(api, operations=(other,)), names)

    assert list(files) == ["data/client.json"]


def test_an_optional_argument_without_a_sample(api: Api, names: Naming) -> None:
    """An optional argument that nothing satisfies is just not given."""
    listing = api.operations[2]
    odd = replace(listing.parameters[5], type=String(pattern="^a$", min_length=2))
    parameters = (*listing.parameters[:5], odd, *listing.parameters[6:])
    changed = replace(listing, parameters=parameters)
    files = make_data(replace(api, operations=(changed,)), names)
    (all_,) = [
        r
        for r in json.loads(files["data/operations/listpets.json"])["requests"]
        if r["label"] == "all"
    ]

    assert "x_trace" not in all_["arguments"]


def test_an_optional_body_that_can_not_be_made(api: Api, names: Naming) -> None:
    """An optional body that nothing satisfies is not sent, and its fields not tried."""
    form = api.operations[1]
    assert form.body is not None
    endless = Field(name="Name", type=Ref(target="Pet"), required=True)
    types = (replace(api.types[0], type=Object(fields=(endless,))), *api.types[1:])
    optional = replace(form, body=replace(form.body, required=False))
    changed = replace(api, operations=(optional,), types=types)
    files = make_data(changed, names)
    made = json.loads(files["data/operations/addpetbyform.json"])

    assert [r["body"] for r in made["requests"]] == [None]
    assert "content-type" not in made["requests"][0]["headers"]
    assert [slot["invalid"] + slot["valid"] for slot in made["slots"]] == [[]]
