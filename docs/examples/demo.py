"""Generate the client of specs/twilio-call and make one call that leaves no process."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx2

ROOT = Path(__file__).resolve().parent.parent.parent
CONFIG = ROOT / "specs" / "twilio-call" / "specpress.toml"
ACCOUNT = "AC" + "0123456789abcdef" * 2


def generate(output: Path) -> None:
    """Write the client below *output*, as a user would."""
    arguments = ["generate", "--config", str(CONFIG), "--output", str(output)]
    print(f"$ specpress generate --config {CONFIG.relative_to(ROOT)}", flush=True)
    command = [sys.executable, "-m", "specpress", *arguments, "--force"]
    subprocess.run(command, check=True)


def show(request: httpx2.Request) -> None:
    """Print *request* as it would go out."""
    print(f"\n{request.method} {request.url.raw_path.decode()} HTTP/1.1")
    for name, value in request.headers.raw:
        print(f"{name.decode()}: {value.decode()}")
    print(f"\n{request.content.decode()}\n")


def call(output: Path) -> None:
    """Make one call through the client below *output*, answered in this process."""
    import httpx2

    def answer(request: httpx2.Request) -> httpx2.Response:
        show(request)
        return httpx2.Response(201, json={"sid": "CA1", "status": "queued"})

    sys.path.insert(0, str(output))
    twilio_call: Any = importlib.import_module("twilio_call")
    http = httpx2.Client(transport=httpx2.MockTransport(answer))
    with twilio_call.Client(
        username=ACCOUNT, password="not-a-secret", http_client=http
    ) as client:
        answered = client.create_call(
            account_sid=ACCOUNT,
            to="+15558675310",
            from_="+15017122661",
            url="https://example.com/answer.xml",
            status_callback_event=["initiated", "answered"],
            record=True,
            timeout=30,
        )
    print(f"the client returned {answered!r}")


if __name__ == "__main__":
    target = Path(sys.argv[1]).absolute()
    generate(target)
    call(target)
