"""What using an emitted client costs against httpx2 and pydantic by hand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from textwrap import dedent
from typing import Final

from measuring import Row, cost, in_turn, ratio, table

_CALLS: Final = Path(__file__).parent / "calls.py"

_CLIENT: Final = """
import httpx2
from {package} import Client

def answer(request):
    return httpx2.Response(201, json={{"sid": "CA1"}})

client = Client(username="AC", password="b", transport=httpx2.MockTransport(answer))
client.{method}(account_sid="AC" + "0" * 32, to="+15558675310", from_="+15017122661")
"""

_BY_HAND: Final = """
import httpx2
from pydantic import BaseModel

class CreateCall(BaseModel):
    To: str
    From: str
    Url: str | None = None
    StatusCallbackEvent: list[str] | None = None
    Record: bool | None = None
    Timeout: int | None = None

def answer(request):
    return httpx2.Response(201, json={"sid": "CA1"})

body = CreateCall(To="+15558675310", From="+15017122661")
with httpx2.Client(
    auth=("AC", "b"), transport=httpx2.MockTransport(answer)
) as client:
    client.post(
        f"https://api.twilio.com/2010-04-01/Accounts/AC{'0' * 32}/Calls.json",
        data=body.model_dump(exclude_none=True),
    ).json()
"""


def importing(client: Path, package: str, rounds: int) -> str:
    """Return the table of the import and the first call of *package* in *client*."""
    calling = _CLIENT.format(package=package, method="create_call")

    def python(code: str) -> list[str | Path]:
        return [sys.executable, "-c", dedent(code)]

    taken = in_turn(
        {
            "client": lambda: cost(python(f"from {package} import Client"), client),
            "httpx2": lambda: cost(python("import httpx2"), client),
            "call": lambda: cost(python(calling), client),
            "hand": lambda: cost(python(_BY_HAND), client),
        },
        rounds,
    )
    client_, httpx2, call, hand = (
        taken[n].cpu for n in ("client", "httpx2", "call", "hand")
    )
    rows = [
        Row(f"from {package} import Client, CPU", f"{client_ * 1000:.0f} ms"),
        Row("import httpx2, CPU", f"{httpx2 * 1000:.0f} ms"),
        Row("ratio", ratio(client_, httpx2), "under 1.1"),
        Row("process with one call, CPU", f"{call * 1000:.0f} ms"),
        Row("the same by hand, CPU", f"{hand * 1000:.0f} ms"),
        Row("ratio", ratio(call, hand), "under 1.3"),
    ]
    return table(f"import and first call of {package}, {rounds} rounds", rows)


def calling(client: Path) -> str:
    """Return the table of a call through the seed's client in *client*."""
    done = subprocess.run(
        [sys.executable, str(_CALLS)],
        cwd=client,
        stdout=subprocess.PIPE,
        check=True,
    )
    taken: dict[str, float] = json.loads(done.stdout)
    rows = [
        Row("a call through the client, CPU", f"{taken['client'] * 1e6:.0f} us"),
        Row("the same with httpx2 alone, CPU", f"{taken['bare'] * 1e6:.0f} us"),
        Row("ratio", ratio(taken["client"], taken["bare"]), "under 1.3"),
    ]
    return table("a call with six arguments, validated, both on a mock transport", rows)
