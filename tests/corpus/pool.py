"""Processes, a few at a time, each with its share of memory and time."""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

_SPACE: Final = 4 << 30
"""Bytes of address space: what is resident is less, and held to its own bound."""

_PAUSE: Final = 0.02


class Job(NamedTuple):
    """Something to do, named by *key*; what it returns must be JSON."""

    key: str
    work: Callable[[], dict[str, Any]]
    bounded: bool = True
    """Whether its memory is; other programs reserve more than they use."""


def run_all(
    jobs: Iterable[Job], scratch: Path, *, workers: int, seconds: int
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the key and result of each of *jobs* as it ends.

    One that is killed by a signal, or takes longer than *seconds*, has a result with
    nothing but ``died``.
    """
    scratch.mkdir(parents=True, exist_ok=True)
    running: dict[int, tuple[Job, float]] = {}
    waiting = iter(jobs)
    more = True
    try:
        while more or running:
            while more and len(running) < workers:
                job = next(waiting, None)
                if job is None:
                    more = False
                else:
                    running[_start(job, scratch)] = job, time.monotonic()
            time.sleep(_PAUSE)
            for pid, (job, begun) in list(running.items()):
                late = time.monotonic() - begun > seconds
                if late:
                    _kill(pid)
                ended, status = os.waitpid(pid, 0 if late else os.WNOHANG)
                if ended:
                    del running[pid]
                    _kill(pid)  # what it started and left behind
                    code = os.waitstatus_to_exitcode(status)
                    died = f"over {seconds} s" if late else f"ended with {code}"
                    yield job.key, _result(scratch / f"{pid}.json", died)
    finally:
        for pid in running:
            _kill(pid)


def _start(job: Job, scratch: Path) -> int:
    """Start *job* in a process, and a group of processes, of its own; return its id."""
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        return pid
    try:
        os.setsid()
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if job.bounded:
            resource.setrlimit(resource.RLIMIT_AS, (_SPACE, _SPACE))
        os.dup2(os.open(os.devnull, os.O_RDWR), 0)
        result = job.work()
        (scratch / f"{os.getpid()}.json").write_text(json.dumps(result), "utf-8")
    except BaseException as error:  # noqa: BLE001 - a child never returns
        text = "".join(traceback.format_exception(error))[-4000:]
        failure = json.dumps({"died": repr(error)[:400], "traceback": text})
        (scratch / f"{os.getpid()}.json").write_text(failure, "utf-8")
    finally:
        os._exit(0)


def _kill(pid: int) -> None:
    """End *pid* and all that it started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def _result(file: Path, died: str) -> dict[str, Any]:
    """Return what a process wrote to *file*, or that it *died*."""
    try:
        result: dict[str, Any] = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {"died": died}
    file.unlink()
    return result
