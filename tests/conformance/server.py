"""The mock server: started on the loopback interface, ended by its own id."""

from __future__ import annotations

import json
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import httpx2

from conformance.tools import BUILD, NODE, Unavailable

_COVERAGE: Final = BUILD / "coverage.json"
_PACKAGES: Final = "node_modules/@typespec"


@contextmanager
def mock_server() -> Iterator[str]:
    """Yield the URL of a mock server that runs inside the block."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://localhost:{port}"
    _COVERAGE.unlink(missing_ok=True)
    # It prints bodies that differ, which fails where they are XML: that ends nothing.
    command = ["node", "--unhandled-rejections=warn", "--import", "./loopback.mjs"]
    command += [f"{_PACKAGES}/spector/cmd/cli.mjs", "serve"]
    command += [f"{_PACKAGES}/http-specs/specs", "--port", str(port)]
    command += ["--coverageFile", str(_COVERAGE)]
    with (BUILD / "server.log").open("w") as log:
        server = subprocess.Popen(
            command, cwd=NODE, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )
        try:
            _wait(server, url)
            yield url
        finally:
            _stop(server, url)


def coverage() -> dict[str, str]:
    """Return what the mock server wrote of each scenario when it stopped."""
    if not _COVERAGE.is_file():
        return {}
    reports = json.loads(_COVERAGE.read_text())
    return {name: how for each in reports for name, how in each["results"].items()}


def _wait(server: subprocess.Popen[bytes], url: str) -> None:
    """Return when *server* answers at *url*."""
    until = time.monotonic() + 120
    while time.monotonic() < until and server.poll() is None:
        try:
            httpx2.get(f"{url}/.coverage", timeout=2)
            return
        except httpx2.TransportError:
            time.sleep(0.3)
    raise Unavailable(
        "the mock server does not start; see build/conformance/server.log"
    )


def _stop(server: subprocess.Popen[bytes], url: str) -> None:
    """Let *server* write its coverage and end; end it where it does not."""
    try:
        httpx2.post(f"{url}/.admin/stop", timeout=5)
        server.wait(20)
    except (httpx2.HTTPError, subprocess.TimeoutExpired):
        server.terminate()
        server.wait(10)
