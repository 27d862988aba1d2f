"""Credentials of a generated client: which requirement is met, and what is sent."""

from __future__ import annotations

import importlib
import logging
import pickle
from pathlib import Path
from typing import Any

import httpx2
import pytest
from support.cases import SHARED, Case, build

CASE = SHARED / "aut-01.yaml"
FLOWS = """
openapi: 3.2.0
info: {title: Flows, version: '1'}
servers: [{url: 'https://api.example.com/v1'}]
security: [{oauth: [read]}]
paths:
  /a: {get: {operationId: read, responses: {'204': {description: ok}}}}
  /b: {get: {operationId: write, security: [{oauth: [write]}], responses: {'204': {description: ok}}}}
  /c: {get: {operationId: open, security: [], responses: {'204': {description: ok}}}}
  /d: {get: {operationId: discovered, security: [{oidc: [openid]}], responses: {'204': {description: ok}}}}
  /e: {get: {operationId: digested, security: [{dig: []}], responses: {'204': {description: ok}}}}
  /f: {get: {operationId: shown, security: [{mtls: []}], responses: {'204': {description: ok}}}}
  /g: {get: {operationId: other, security: [{hoba: []}], responses: {'204': {description: ok}}}}
  /h: {get: {operationId: implied, security: [{imp: [x]}], responses: {'204': {description: ok}}}}
components:
  securitySchemes:
    dig: {type: http, scheme: Digest}
    hoba: {type: http, scheme: HOBA}
    mtls: {type: mutualTLS}
    oidc: {type: openIdConnect, openIdConnectUrl: 'https://id.example.com/.well-known/openid-configuration'}
    imp: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://id.example.com/ask', scopes: {x: y}}}}
    oauth:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: 'https://id.example.com/token', scopes: {read: '', write: ''}}
        authorizationCode: {authorizationUrl: 'https://id.example.com/ask', tokenUrl: 'https://id.example.com/token', scopes: {}}
        password: {tokenUrl: 'https://id.example.com/token', scopes: {}}
        deviceAuthorization: {deviceAuthorizationUrl: 'https://id.example.com/device', tokenUrl: 'https://id.example.com/token', scopes: {}}
"""


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The client of the shared case."""
    if not CASE.is_file():
        pytest.skip("the shared cases are not there")
    return build(CASE.read_text("utf-8"), tmp_path_factory.mktemp("aut"))


@pytest.fixture(scope="module")
def flows(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A client with every kind of scheme that costs requests or connections."""
    return build(FLOWS, tmp_path_factory.mktemp("flows"))


def sent(case: Case, name: str, **given: object) -> httpx2.Request:
    """Return the request of the operation *name* with the credentials *given*."""
    getattr(case.client(**given), name)()
    return case.requests[-1]


ALL = {
    "bearer_token": "s1",
    "key_api_key": "s 2&",
    "app_api_key": "s3",
    "basic_username": "u",
    "basic_password": "s4",
    "ck_api_key": "s5",
}


@pytest.mark.parametrize(
    ("name", "given", "header", "query"),
    [
        ("a", ["bearer_token"], {"authorization": "Bearer s1"}, ""),
        ("a", ["key_api_key", "app_api_key"], {"x-app": "s3"}, "api%20key=s%202%26"),
        ("a", [*ALL], {"authorization": "Bearer s1"}, ""),
        ("b", [*ALL], {}, ""),
        ("c", [], {}, ""),
        (
            "c",
            ["basic_username", "basic_password"],
            {"authorization": "Basic dTpzNA=="},
            "",
        ),
        ("d", ["ck_api_key"], {"cookie": "sid=s5"}, ""),
    ],
)
def test_one_requirement_is_met(
    shared: Case, name: str, given: list[str], header: dict[str, str], query: str
) -> None:
    """The first requirement that is wholly given is met, and no other: `AUT-01`."""
    request = sent(shared, name, **{key: ALL[key] for key in given})
    names = {"authorization", "x-app", "cookie"} & {*request.headers}
    assert {name: request.headers[name] for name in names} == header
    assert request.url.query.decode() == query


@pytest.mark.parametrize(
    ("name", "given"),
    [("a", []), ("a", ["key_api_key"]), ("a", ["app_api_key"]), ("d", [*ALL][:-1])],
)
def test_half_a_requirement_is_none(shared: Case, name: str, given: list[str]) -> None:
    """What is missing is told before anything is sent, without what is there."""
    before = len(shared.requests)
    with pytest.raises(shared.package.errors.MissingCredentialsError) as caught:
        sent(shared, name, **{key: ALL[key] for key in given})
    assert len(shared.requests) == before
    assert "s 2&" not in str(caught.value)


def test_secrets_are_not_shown(shared: Case, caplog: pytest.LogCaptureFixture) -> None:
    """Neither a repr, a log nor an error has them; no redirect takes them along."""
    caplog.set_level(logging.DEBUG)
    found: list[httpx2.Request] = []

    def move(request: httpx2.Request) -> httpx2.Response:
        found.append(request)
        return httpx2.Response(302, headers={"location": "https://evil.example/"})

    client = shared.package.Client(
        base_url="https://api.example.com",
        transport=httpx2.MockTransport(move),
        key_api_key="secret",
        app_api_key="secret",
    )
    with pytest.raises(shared.package.ApiError) as caught:
        client.a()
    assert len(found) == 1
    logged = "".join(record.getMessage() for record in caplog.records)
    shown = [client, caught.value, caught.value.request, pickle.dumps(caught.value)]
    assert "secret" not in f"{shown} {caught.value} {logged}"


def answering(
    case: Case, *replies: httpx2.Response
) -> tuple[Any, list[httpx2.Request]]:
    """Return the options of a client that gets *replies* in turn, and its requests."""
    found: list[httpx2.Request] = []
    left = iter(replies)

    def answer(request: httpx2.Request) -> httpx2.Response:
        found.append(request)
        return next(left)

    return {"transport": httpx2.MockTransport(answer)}, found


def token(name: str) -> httpx2.Response:
    """Return the answer that has the access token *name*."""
    return httpx2.Response(200, json={"access_token": name, "token_type": "Bearer"})


DONE = 204


def test_client_credentials(flows: Case) -> None:
    """The token endpoint is the description's, the scopes are the operation's."""
    replies = [token("T1"), httpx2.Response(DONE), token("T2"), httpx2.Response(DONE)]
    options, found = answering(flows, *replies, httpx2.Response(DONE))
    grant = flows.package.OAuth2ClientCredentials("id", "s")
    client = flows.package.Client(oauth_token=grant, **options)
    client.read()
    client.write()
    client.read()

    assert [str(r.url) for r in found[::2]] == [
        *["https://id.example.com/token"] * 2,
        "https://api.example.com/v1/a",
    ]
    assert found[0].content == b"grant_type=client_credentials&scope=read"
    assert found[2].content == b"grant_type=client_credentials&scope=read+write"
    sent = [r.headers["authorization"] for r in (found[1], found[3], found[4])]
    assert sent == ["Bearer T1", "Bearer T2", "Bearer T2"]


def test_discovery(flows: Case) -> None:
    """OpenID Connect needs no address but that of the description."""
    document = {
        "issuer": "https://id.example.com",
        "token_endpoint": "https://id.example.com/k",
    }
    replies = [httpx2.Response(200, json=document), token("T"), httpx2.Response(DONE)]
    options, found = answering(flows, *replies)
    grant = flows.package.OAuth2ClientCredentials("id", "s")
    flows.package.Client(oidc_token=grant, **options).discovered()
    assert [str(r.url) for r in found[:2]] == [
        "https://id.example.com/.well-known/openid-configuration",
        "https://id.example.com/k",
    ]
    assert found[2].headers["authorization"] == "Bearer T"


def test_digest(flows: Case) -> None:
    """A challenge is answered, and the answer is no secret."""
    challenge = {"www-authenticate": 'Digest realm="r", nonce="n", qop="auth"'}
    replies = [httpx2.Response(401, headers=challenge), httpx2.Response(DONE)]
    options, found = answering(flows, *replies)
    client = flows.package.Client(dig_username="u", dig_password="s", **options)
    client.digested()
    assert (
        found[1].headers["authorization"].startswith('Digest username="u", realm="r"')
    )


@pytest.mark.parametrize(
    ("name", "given", "header"),
    [
        ("other", {"hoba_authorization": "x"}, "HOBA x"),
        ("other", {"hoba_authorization": lambda _: "y"}, "HOBA y"),
        ("implied", {"imp_token": "t"}, "Bearer t"),
        ("read", {"oauth_token": "t"}, "Bearer t"),
        ("read", {"oauth_token": lambda ask: "-".join(ask.scopes)}, "Bearer read"),
        ("discovered", {"oidc_token": "t"}, "Bearer t"),
        ("shown", {"mtls_certificate": "c.pem"}, None),
        ("open", {"oauth_token": "t"}, None),
    ],
)
def test_what_is_passed(
    flows: Case, name: str, given: dict[str, Any], header: str | None
) -> None:
    """Each kind of scheme takes what its users have, and sends it in its place."""
    options, found = answering(flows, httpx2.Response(DONE))
    getattr(flows.package.Client(**given, **options), name)()
    assert found[0].headers.get("authorization") == header


def test_public_names(flows: Case) -> None:
    """A package has the names that its users pass, no others, and loads them lazily."""
    names = """
        Ask ClientCertificate DevicePrompt LoopbackRedirect OAuth2AuthorizationCode
        OAuth2ClientCredentials OAuth2DeviceCode OAuth2Password OAuth2RefreshToken
        Token TokenError
    """.split()
    assert {*names} <= {*flows.package.__all__}
    assert all(getattr(flows.package, name) for name in names)
    assert "RFC 9700" in (flows.package.OAuth2Password.__doc__ or "")
    runtime = f"{flows.package.__name__}._runtime"
    assert importlib.import_module(f"{runtime}.tokens").TokenError


def test_only_what_is_used(tmp_path: Path) -> None:
    """A client without such schemes has none of their modules and names."""
    plain = FLOWS.replace("oauth: [read]", "imp: []").split("  /b:")[0] + (
        "components: {securitySchemes: {imp: {type: oauth2, flows: {implicit: "
        "{authorizationUrl: 'https://id.example.com/ask', scopes: {}}}}}}"
    )
    case = build(plain, tmp_path)
    assert not [name for name in case.package.__all__ if "OAuth" in name]
    modules = {path.stem for path in (tmp_path.rglob("_runtime/*.py"))}
    assert not {"oauth", "live", "signing", "grants", "digest"} & modules
