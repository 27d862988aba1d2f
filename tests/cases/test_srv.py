"""Servers, run: which one a request goes to, and who has the last word."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.cases import Case, build

PATHS = """
paths:
  /x:
    servers: [{url: 'https://up.a.test'}]
    post: {operationId: own, responses: {'204': {description: Done.}}}
    get: {operationId: plain, servers: [{url: ''}], responses: {'204': {description: Done.}}}
  /y: {get: {operationId: other, responses: {'204': {description: Done.}}}}
"""
CHOSEN = """
openapi: 3.1.0
info: {title: Servers, version: '1'}
servers:
- url: https://{region}.a.test:{port}/{base}/
  variables:
    region: {default: eu, enum: [eu, us], description: Where it runs.}
    port: {default: '8443'}
    base: {default: v1}
- {url: /api/v2, description: relative}
- {url: https://sandbox.a.test, description: For trying out}
"""
RELATIVE = """
openapi: 3.1.0
info: {title: Servers, version: '1'}
servers: [{url: /api/v2/}]
"""
NONE = """
openapi: 3.1.0
info: {title: Servers, version: '1'}
"""


def called(case: Case, name: str, **options: object) -> str:
    """Return the URL that the operation *name* goes to."""
    client = case.client(status=204, **{"base_url": None, **options})
    getattr(client, name)()
    return str(case.requests[-1].url)


@pytest.fixture(scope="module")
def chosen(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A client whose server has variables, and whose operations have servers."""
    return build(CHOSEN + PATHS, tmp_path_factory.mktemp("srv"))


def test_variables_are_arguments(chosen: Case) -> None:
    """The parts of a server's URL are chosen when the client is made."""
    assert called(chosen, "other") == "https://eu.a.test:8443/v1/y"
    assert called(chosen, "other", region="us", port="1", base="a/b") == (
        "https://us.a.test:1/a/b/y"
    )


def test_values_that_are_not_listed_are_refused(chosen: Case) -> None:
    """Another value than the description has is an error when the client is made."""
    with pytest.raises(ValueError, match="region must be one of 'eu', 'us', not 'xx'"):
        called(chosen, "other", region="xx")
    with pytest.raises(ValueError, match="port is no part of a URL"):
        called(chosen, "other", port="1@evil.test")


def test_operations_go_to_their_own_servers(chosen: Case) -> None:
    """The nearest server wins: the operation's, else the path's, else the API's."""
    assert called(chosen, "own") == "https://up.a.test/x"
    assert called(chosen, "plain") == "https://eu.a.test:8443/v1/x"


@pytest.mark.parametrize("name", ["own", "plain", "other"])
def test_who_calls_has_the_last_word(chosen: Case, name: str) -> None:
    """A server that the client is told is that of all operations."""
    url = called(chosen, name, base_url="https://b.test/p/")

    assert url.startswith("https://b.test/p/")


def test_other_servers_are_told(chosen: Case) -> None:
    """The docstring names the servers that one may choose as well."""
    doc = " ".join(str(chosen.package.Client.__init__.__doc__).split())

    assert "Other servers: `https://sandbox.a.test` (For trying out)." in doc
    assert "`region`: Where it runs." in doc


def test_a_relative_server_is_put_behind_the_given_one(tmp_path: Path) -> None:
    """Its path is added to the server that must be given, and only once."""
    case = build(RELATIVE + PATHS, tmp_path)
    with pytest.raises(TypeError, match="base_url"):
        case.package.Client()

    for base in ("https://b.test", "https://b.test/api/v2"):
        assert called(case, "other", base_url=base) == "https://b.test/api/v2/y"
        assert called(case, "own", base_url=base) == "https://b.test/api/v2/x"
    assert [line[:6] for line in case.reported] == ["LOW020"]


def test_without_a_server_one_must_be_given(tmp_path: Path) -> None:
    """No server in the description: the client asks for one."""
    case = build(NONE + PATHS, tmp_path)
    with pytest.raises(TypeError, match="base_url"):
        case.package.Client()

    assert called(case, "other", base_url="https://b.test/") == "https://b.test/y"
