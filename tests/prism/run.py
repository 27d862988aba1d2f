"""`make prism`: the emitted tests of ten descriptions, live against Prism's mock server."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parent.parent
CORPUS: Final = ROOT.parent / "shared" / "corpus"
BUILD: Final = ROOT / "build" / "prism"
_LIFE: Final = 600
"""The most seconds that a server lives."""

_STARTS: Final = 60
_FAILED: Final = re.compile(
    r"^FAILED \S+::test_request_is_exact\[(.+?)\](?: - (.*))?$", re.MULTILINE
)


def main(only: str) -> int:
    """Run those with *only* in their path, print a line for each; 1 for refusals of ours."""
    if not CORPUS.is_dir() or shutil.which("npm") is None:
        print("SKIPPED: the descriptions, or npm, are not there")
        return 0
    known = tomllib.loads((HERE / "descriptions.toml").read_text("utf-8"))
    prism = _install()
    bad = total = excused = 0
    for path, about in known.items():
        if only not in path:
            continue
        name = re.sub(r"\W+", "_", Path(path).stem).lower()
        client = BUILD / "clients" / name
        _generate(CORPUS / path, client, f"p_{name}")
        try:
            with _mock(prism, CORPUS / path, BUILD / f"{name}.log") as url:
                sent, failed = _tests(client, url)
        except (subprocess.TimeoutExpired, RuntimeError) as error:
            print(f"{path}: {error}")
            bad += 1
            continue
        reasons: dict[str, str] = about.get("prism_is_wrong", {})
        ours = {k: v for k, v in failed.items() if not any(r in v for r in reasons)}
        total, bad, excused = (
            total + sent,
            bad + len(ours),
            excused + len(failed) - len(ours),
        )
        print(
            f"{path}: {sent} sent, {len(ours)} refused, {len(failed) - len(ours)} excused"
        )
        for case, why in sorted(ours.items()):
            print(f"    {case}: {why[:300]}")
        for case, why in reasons.items():
            print(f"    Prism: {case}: {why}")
        sys.stdout.flush()
    print(
        f"in all: {total} requests sent, {bad} refused, {excused} refused wrongly by Prism"
    )
    return int(bad > 0)


def _install() -> Path:
    """Return the program, installed below the build folder by the checked-in list."""
    BUILD.mkdir(parents=True, exist_ok=True)
    program = BUILD / "node_modules" / ".bin" / "prism"
    if not program.exists():
        shutil.copy(HERE / "package.json", BUILD / "package.json")
        npm = ["npm", "install", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(npm, cwd=BUILD, check=True, timeout=_LIFE)
    return program


def _generate(description: Path, client: Path, package: str) -> None:
    shutil.rmtree(client, ignore_errors=True)
    chosen = ["-q", "-o", str(client), "--package", package, "--no-format"]
    command = [sys.executable, "-m", "specpress", "generate", str(description), *chosen]
    subprocess.run([*command, "--keep-going"], check=False, timeout=_LIFE)


@contextmanager
def _mock(prism: Path, description: Path, log: Path) -> Iterator[str]:
    """Serve *description* on this machine, for a while and for as long as it is used."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(prism), "mock", "--errors", "-h", "127.0.0.1", "-p", str(port)]
    with log.open("wb") as said:
        server = subprocess.Popen(
            ["timeout", str(_LIFE), *command, str(description)],
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        for _ in range(_STARTS * 10):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            if server.poll() is not None:
                raise RuntimeError(f"Prism has ended: {log.read_text('utf-8')[-500:]}")
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        with suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGTERM)
        server.wait(20)


def _tests(client: Path, url: str) -> tuple[int, dict[str, str]]:
    """Return how many requests were sent to *url*, and which were refused and why."""
    options = [
        "-q",
        "-rf",
        "--tb=no",
        "-p",
        "no:cacheprovider",
        "-k",
        "request_is_exact",
    ]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "tests/test_requests.py"],
        cwd=client,
        env={**os.environ, "SPECPRESS_LIVE": url, "COLUMNS": "2000"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=_LIFE,
    )
    failed = dict(_FAILED.findall(done.stdout))
    found = re.findall(r"(\d+) (passed|failed)", done.stdout)
    counts = {word: int(n) for n, word in found}
    if not counts:
        raise RuntimeError(done.stdout[-800:])
    return sum(counts.values()), failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
