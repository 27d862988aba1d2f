"""The run-time's credentials and its policy for repeating calls."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from skerry_ferries._runtime.auth import (
    ApiKey,
    Basic,
    Bearer,
    Credential,
    Credentials,
    choose,
    from_env,
)
from skerry_ferries._runtime.failures import MissingCredentialsError
from skerry_ferries._runtime.retry import RetryPolicy, repeatable, seconds

Make = Callable[[], Credential]


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set what the tests look up in the environment."""
    monkeypatch.setenv("FULL", "sesame")
    monkeypatch.setenv("EMPTY", "")
    monkeypatch.delenv("UNSET", raising=False)


@pytest.mark.parametrize(
    ("name", "value"),
    [("FULL", "sesame"), ("EMPTY", None), ("UNSET", None), (None, None), ("", None)],
)
def test_environment(name: str | None, value: str | None) -> None:
    """An empty variable is as good as an unset one."""
    assert from_env(name) == value


@pytest.mark.parametrize(
    ("make", "location", "name", "sent"),
    [
        (lambda: Basic("u", "p"), "header", "Authorization", "Basic dTpw"),
        (lambda: Basic("ü", "é"), "header", "Authorization", "Basic w7w6w6k="),
        (lambda: Basic("", "p"), "header", "Authorization", "Basic OnA="),
        (lambda: Basic("u", ""), "header", "Authorization", "Basic dTo="),
        (
            lambda: Basic(username_env="FULL", password_env="FULL"),
            "header",
            "Authorization",
            "Basic c2VzYW1lOnNlc2FtZQ==",
        ),
        (
            lambda: Basic("u", "p", username_env="FULL", password_env="FULL"),
            "header",
            "Authorization",
            "Basic dTpw",
        ),
        (lambda: Bearer("t"), "header", "Authorization", "Bearer t"),
        (lambda: Bearer(token_env="FULL"), "header", "Authorization", "Bearer sesame"),
        (lambda: Bearer("t", token_env="FULL"), "header", "Authorization", "Bearer t"),
        (lambda: ApiKey("X-K", "header", "k k"), "header", "X-K", "k k"),
        (lambda: ApiKey("k", "query", key_env="FULL"), "query", "k", "sesame"),
        (lambda: ApiKey("k", "query", "x", key_env="FULL"), "query", "k", "x"),
        (lambda: ApiKey("k", "cookie", "!#+-/:<[]~"), "cookie", "k", "!#+-/:<[]~"),
    ],
)
def test_ready(make: Make, location: str, name: str, sent: str) -> None:
    """A value given wins over the environment's; its repr shows neither."""
    credential = make()
    assert (credential.location, credential.name) == (location, name)
    assert credential.ready
    assert credential.reveal() == sent
    assert repr(credential) == f"{type(credential).__name__}({location} {name!r}: ***)"


@pytest.mark.parametrize(
    ("make", "sources"),
    [
        (lambda: Basic(), ()),
        (lambda: Basic("u"), ()),
        (lambda: Basic(password="p"), ()),
        (lambda: Basic("", ""), ()),
        (lambda: Basic("u", password_env="EMPTY"), ("EMPTY",)),
        (
            lambda: Basic(username_env="UNSET", password_env="FULL"),
            ("UNSET", "FULL"),
        ),
        (lambda: Bearer(), ()),
        (lambda: Bearer(""), ()),
        (lambda: Bearer("", token_env="FULL"), ("FULL",)),
        (lambda: Bearer(token_env="UNSET"), ("UNSET",)),
        (lambda: ApiKey("k", "query"), ()),
        (lambda: ApiKey("k", "query", "", key_env="FULL"), ("FULL",)),
        (lambda: ApiKey("k", "query", key_env="EMPTY"), ("EMPTY",)),
    ],
)
def test_not_ready(make: Make, sources: tuple[str, ...]) -> None:
    """A credential without a value is not ready, and tells where it looked."""
    credential = make()
    assert not credential.ready
    assert credential.reveal() == ""
    assert credential.sources == sources
    assert repr(credential).endswith(f"{credential.name!r}: not given)")


@pytest.mark.parametrize(
    "make",
    [
        lambda: Basic("a:b", "p"),
        lambda: Basic("a\n", "p"),
        lambda: Basic("a", "p\x7f"),
    ],
)
def test_unsafe_basic(make: Make) -> None:
    """A colon would move the border between username and password."""
    message = "a username must not hold a colon, nor either a control character"
    with pytest.raises(ValueError, match=f"^{message}$"):
        make()
    assert Basic("a", "p:q").reveal() == "Basic YTpwOnE="


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (lambda: Bearer("a\nb"), "Authorization"),
        (lambda: Bearer("a\x7f"), "Authorization"),
        (lambda: Bearer("a "), "Authorization"),
        (lambda: ApiKey("X-K", "header", "\0"), "X-K"),
        (lambda: ApiKey("X-K", "header", " a"), "X-K"),
        (lambda: ApiKey("k", "query", "a\x1f"), "k"),
        *((lambda c=c: ApiKey("k", "cookie", c), "k") for c in '; ,"\\é\t'),
    ],
)
def test_unsafe_values(make: Make, name: str) -> None:
    """What would break out of its place is refused, and not repeated."""
    message = f"the credential for '{name}' holds a forbidden character"
    with pytest.raises(ValueError, match=f"^{message}$"):
        make()


A, B, UNREADY = Bearer("a"), ApiKey("b", "query", "b"), Bearer(token_env="UNSET")
FOUND: list[tuple[Credentials, tuple[tuple[str, ...], ...], tuple[Credential, ...]]] = [
    ({"a": A}, (), ()),
    ({}, (), ()),
    ({"a": A}, (("a",),), (A,)),
    ({"a": A, "b": B}, (("b", "a"),), (B, A)),
    ({"a": None, "b": B}, (("a",), ("b",)), (B,)),
    ({"a": UNREADY, "b": B}, (("a", "b"), ("b",)), (B,)),
    ({"a": A, "b": B}, (("a",), ("b",)), (A,)),
    ({"a": A}, ((), ("a",)), (A,)),
    ({}, ((), ("a",)), ()),
    ({}, (("a",), ()), ()),
    ({"a": UNREADY}, (("a",), ()), ()),
]


@pytest.mark.parametrize(("given", "requirements", "chosen"), FOUND)
def test_choice(
    given: Credentials,
    requirements: tuple[tuple[str, ...], ...],
    chosen: tuple[Credential, ...],
) -> None:
    """The first requirement that is wholly given is met; anonymous comes last."""
    assert choose("op", requirements, given) == chosen


@pytest.mark.parametrize(
    ("given", "requirements", "hint"),
    [
        ({}, (("a",),), "(a): pass them to the client"),
        (
            {"a": UNREADY, "b": ApiKey("b", "query", key_env="EMPTY"), "c": None},
            (("a", "b"), ("c",), ("a",)),
            "(a with b or c or a): pass them to the client or set UNSET, EMPTY",
        ),
        (
            {"a": UNREADY, "b": ApiKey("b", "query", "k", key_env="FULL")},
            (("b", "a"),),
            "(b with a): pass them to the client or set UNSET",
        ),
    ],
)
def test_no_choice(
    given: Credentials, requirements: tuple[tuple[str, ...], ...], hint: str
) -> None:
    """Missing credentials are named, with the variables that could hold them."""
    with pytest.raises(MissingCredentialsError) as caught:
        choose("op", requirements, given)
    assert str(caught.value) == f"op needs credentials {hint}"


def test_repeatable() -> None:
    """Only idempotent methods are repeated, or calls with an idempotency key."""
    for method in ("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "QUERY"):
        assert repeatable(method, {})
    for method in ("POST", "PATCH", "get"):
        assert not repeatable(method, {})
    assert repeatable("POST", {"idempotency-key": ""})
    assert not repeatable("POST", {"idempotency": "k"})


def test_transient_failures() -> None:
    """A transport failure, 408, 429 and 5xx may pass; other statuses do not."""
    policy = RetryPolicy(jitter=0)
    again = [None, 408, 429, 500, 503, 599]
    final = [200, 304, 400, 404, 407, 409, 428, 430, 499, 600]
    assert [policy.pause(1, 0, s, None) for s in again] == [0.5] * 6
    assert [policy.pause(1, 0, s, None) for s in final] == [None] * 10


def test_backoff() -> None:
    """Pauses double up to the maximum, less a random part, for some attempts."""
    policy = RetryPolicy(attempts=7, chance=lambda: 1.0)
    pauses = [policy.pause(tried, 0, 500, None) for tried in range(1, 8)]
    assert pauses == [0.375, 0.75, 1.5, 3.0, 6.0, 6.0, None]
    policy = RetryPolicy(initial=1, maximum=3, jitter=0.5, chance=lambda: 0.5)
    pauses = [policy.pause(tried, 0, None, None) for tried in (1, 2, 3)]
    assert pauses == [0.75, 1.5, None]
    assert RetryPolicy(attempts=1).pause(1, 0, 500, None) is None
    assert 0.375 <= (RetryPolicy().pause(1, 0, 500, None) or 0) <= 0.5


def test_budget() -> None:
    """No pause goes beyond the budget."""
    policy = RetryPolicy(budget=10, jitter=0)
    assert policy.pause(1, 9.5, 500, None) == 0.5
    assert policy.pause(1, 9.6, 500, None) is None
    assert policy.pause(1, 0, 429, "10") == 10
    assert policy.pause(1, 0, 429, "11") is None
    assert RetryPolicy().pause(1, 0, 429, "60") == 60
    assert RetryPolicy().pause(1, 0, 429, "61") is None


def test_retry_after_wins() -> None:
    """A server's wish is kept, unless it can't be read."""
    policy = RetryPolicy(jitter=0, now=lambda: 784111777.0)
    date = "Sun, 06 Nov 1994 08:49:40 GMT"
    assert policy.pause(1, 0, 503, date) == 3.0
    assert policy.pause(1, 0, 503, "0") == 0.0
    assert policy.pause(1, 0, 503, "soon") == 0.5


@pytest.mark.parametrize(
    ("header", "wait"),
    [
        ("0", 0.0),
        ("120", 120.0),
        ("Sun, 06 Nov 1994 08:49:37 GMT", 7.0),
        ("Sun, 06 Nov 1994 08:49:29 GMT", 0.0),
        ("Sun, 06 Nov 1994 09:49:37 +0100", 7.0),
        ("", None),
        ("-1", None),
        ("1.5", None),
        ("1500 ms", 1.5),
        ("soon ms", None),
        ("²", None),
        ("Sun, 06 Nov 99999 08:49:37 GMT", None),
    ],
)
def test_retry_after(header: str, wait: float | None) -> None:
    """It holds whole seconds or a date, else it says nothing."""
    assert seconds(header, 784111770.0) == wait


def test_sleeping_in_a_loop() -> None:
    """The default pause of asynchronous clients is that of asyncio."""
    policy = RetryPolicy()
    pauses: list[float] = []

    async def wait() -> float:
        loop = asyncio.get_running_loop()
        began = loop.time()
        await policy.sleep_async(0.02)
        return loop.time() - began

    assert 0.015 < asyncio.run(wait()) < 5
    RetryPolicy(sleep=pauses.append).sleep(1)
    assert pauses == [1]
