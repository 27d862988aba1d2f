"""The URLs of servers: chosen parts, paths below a given server, and own servers."""

from __future__ import annotations

import pytest

from __package_name__._runtime.operation import Operation
from __package_name__._runtime.prepare import prepare
from __package_name__._runtime.servers import below, server_url
from __package_name__._runtime.settings import make_settings

TEMPLATE = "https://{region}.a.test:{port}/v1"


def test_parts_of_a_url_are_filled_in() -> None:
    """A template has its variables' values, unless another server is given."""
    parts = [("region", "us", "eu", "us"), ("port", "8443")]

    assert server_url(None, TEMPLATE, *parts) == "https://us.a.test:8443/v1"
    assert server_url("https://b.test", TEMPLATE, *parts) == "https://b.test"


def test_values_that_are_not_listed_are_refused() -> None:
    """Only what the description lists may stand in a URL, and nothing that ends it."""
    with pytest.raises(
        ValueError, match=r"^region must be one of 'eu', 'us', not 'x'$"
    ):
        server_url(None, TEMPLATE, ("region", "x", "eu", "us"), ("port", "1"))
    for value in ("1 2", "a@b", "a?b", "a#b", "{port}", "a\\b"):
        with pytest.raises(ValueError, match=r"^port is no part of a URL: "):
            server_url(None, TEMPLATE, ("region", "eu"), ("port", value))


@pytest.mark.parametrize(
    "url", ["https://a.test", "https://a.test/", "https://a.test/v2"]
)
def test_a_path_is_put_behind_a_server(url: str) -> None:
    """A path that the server's URL does not end with is put behind it, once."""
    assert below(url, "/v2") == "https://a.test/v2"


@pytest.mark.parametrize(
    ("own", "url"), [(True, "https://b.test/x"), (False, "https://a.test/x")]
)
def test_operations_have_servers_of_their_own(own: bool, url: str) -> None:
    """An operation goes to its own server, unless the client was told another one."""
    settings = make_settings(
        base_url="https://a.test",
        auth={},
        retry=None,
        validate=True,
        strict=False,
        on_drift=None,
        headers=None,
        own_servers={} if own else None,
    )
    operation = Operation[object]("x", "GET", "/x", server="https://b.test")

    assert prepare(operation, {}, None, settings, {}, {}).url == url
