"""The answer of an authorization server that comes to this machine."""

from __future__ import annotations

import urllib.error
import urllib.request
from threading import Thread
from urllib.parse import urlsplit

import pytest

from __package_name__._runtime.loopback import LoopbackRedirect
from __package_name__._runtime.tokens import TokenError


def get(url: str, statuses: list[int]) -> None:
    """Add the status of *url* to *statuses*."""
    try:
        with urllib.request.urlopen(url) as response:
            statuses.append(response.status)
    except urllib.error.HTTPError as error:
        statuses.append(error.code)


def test_only_the_answer_counts(capfd: pytest.CaptureFixture[str]) -> None:
    """Requests without the page's state, or elsewhere, are turned away; nothing is
    printed."""
    statuses: list[int] = []
    threads: list[Thread] = []

    def browse(page: str) -> None:
        assert page == "https://id.example/ask?state=s"
        tries = ["", "x?code=c&state=s", "back?code=c&state=t", "back?state=s"]

        def user() -> None:
            for target in [*tries, "back?code=secret&state=s"]:
                get(f"{base}/{target}", statuses)

        threads.append(Thread(target=user))
        threads[0].start()

    redirect = LoopbackRedirect(path="/back", browse=browse, timeout=20)
    parts = urlsplit(redirect.uri)
    base = f"http://{parts.netloc}"
    assert (parts.hostname, parts.path) == ("127.0.0.1", "/back")
    answer = redirect("https://id.example/ask?state=s")
    threads[0].join(20)

    assert answer == f"{base}/back?code=secret&state=s"
    assert statuses == [404, 404, 404, 404, 200]
    assert "secret" not in "".join(capfd.readouterr())


def test_nobody_comes_back() -> None:
    """After its time the port is free again."""
    port = 0
    for _ in range(2):
        times = iter([0.0, 10.0])
        redirect = LoopbackRedirect(
            port, browse=lambda _: None, timeout=10, clock=times.__next__
        )
        uri = redirect.uri
        assert redirect.uri == uri
        assert port in (0, urlsplit(uri).port)
        port = urlsplit(uri).port or 0
        with pytest.raises(TokenError, match="nobody came back from the browser"):
            redirect("https://id.example/ask?state=s")
