"""Calls of the seed's client against the same with httpx2 alone; prints JSON."""

from __future__ import annotations

import gc
import importlib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, Final

import httpx2

sys.path.insert(0, str(Path.cwd()))

_ROUNDS: Final = 31
_CALLS: Final = 100
_ACCOUNT: Final = "AC" + "0123456789abcdef" * 2
_URL: Final = f"https://api.twilio.com/2010-04-01/Accounts/{_ACCOUNT}/Calls.json"
_ANSWER: Final = json.dumps({"sid": "CA1", "status": "queued"}).encode()
_SENT: Final[set[tuple[str, str, bytes]]] = set()


def answer(request: httpx2.Request) -> httpx2.Response:
    """Answer any *request*, noting what came."""
    _SENT.add((request.method, str(request.url), request.content))
    headers = {"content-type": "application/json"}
    return httpx2.Response(201, headers=headers, content=_ANSWER)


def through_client() -> Callable[[], object]:
    """Return a call through the emitted client."""
    package: Any = importlib.import_module("twilio_call")
    transport = httpx2.MockTransport(answer)
    client = package.Client(username="user", password="word", transport=transport)

    def call() -> object:
        return client.create_call(
            account_sid=_ACCOUNT,
            to="+15558675310",
            from_="+15017122661",
            url="https://example.com/answer.xml",
            status_callback_event=["initiated", "answered"],
            record=True,
        )

    return call


def by_hand() -> Callable[[], object]:
    """Return the same call with httpx2 alone."""
    transport = httpx2.MockTransport(answer)
    client = httpx2.Client(auth=("user", "word"), transport=transport)

    def call() -> object:
        data = {
            "From": "+15017122661",
            "Record": "true",
            "StatusCallbackEvent": ["initiated", "answered"],
            "To": "+15558675310",
            "Url": "https://example.com/answer.xml",
        }
        headers = {"accept": "application/json"}
        return client.post(_URL, data=data, headers=headers).json()

    return call


def seconds(call: Callable[[], object]) -> float:
    """Return the CPU seconds that *call* takes, over many."""
    begun = time.process_time()
    for _ in range(_CALLS):
        call()
    return (time.process_time() - begun) / _CALLS


def main() -> None:
    """Take both sides in turn and print the medians."""
    sides = {"client": through_client(), "bare": by_hand()}
    results = [call() for call in sides.values()]
    if results[0] != results[1] or len(_SENT) != 1:
        sys.exit(f"the two sides differ: {results}, {_SENT}")
    taken: dict[str, list[float]] = {name: [] for name in sides}
    gc.collect()
    gc.freeze()
    for _ in range(_ROUNDS):
        for name, call in sides.items():
            taken[name].append(seconds(call))
    print(json.dumps({name: median(times) for name, times in taken.items()}))


if __name__ == "__main__":
    main()
