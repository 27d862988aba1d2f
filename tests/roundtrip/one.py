"""One description: its client generated, each of its operations tried."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import shutil
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any, Final

from roundtrip.client import Caller
from roundtrip.described import described
from roundtrip.files import Unsayable
from roundtrip.trial import trial
from specpress.cli import run

_SHOWN: Final = 6


def generated(file: Path, out: Path, package: str, options: tuple[str, ...]) -> str:
    """Generate the client of *file* into *out*; return what was said where none came."""
    chosen = ["-o", str(out), "--package", package, "--keep-going", "--no-tests"]
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        run(
            [
                "generate",
                str(file),
                *chosen,
                "--grouping",
                "flat",
                "--no-format",
                *options,
            ]
        )
    return "" if (out / package).is_dir() else said.getvalue()[-300:]


def examined(
    file: Path,
    out: Path,
    package: str,
    *,
    examples: int,
    seconds: float,
    options: tuple[str, ...] = (),
) -> dict[str, Any]:
    """Return the counts of *file*: operations done, differences and what can't be said.

    Stops after *seconds*; what was not reached is counted as left.
    """
    begun = time.monotonic()
    shutil.rmtree(out, ignore_errors=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    os.chdir(out.parent)
    result: dict[str, Any] = {"operations": 0, "done": 0, "sent": 0, "left": 0}
    reasons: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    differences: list[str] = []
    result |= {"reasons": reasons, "refused": refused, "differences": differences}
    try:
        known = described(file)
    except Unsayable as error:
        reasons[str(error)] += 1
        return result
    result["operations"] = len(known)
    if not known:
        return result
    if said := generated(file, out, package, options):
        reasons["no client"] += len(known)
        result["said"] = said
        return result
    sys.path.insert(0, str(out))
    sys.dont_write_bytecode = True
    caller = Caller(importlib.import_module(package))
    methods = {(m.operation.method, m.operation.path): m for m in caller.methods()}
    for key, operation in known.items():
        if time.monotonic() - begun > seconds:
            result["left"] += 1
            continue
        method = methods.get(key)
        if method is None or isinstance(operation, Unsayable):
            reasons[str(operation) if method else "not in the client"] += 1
            continue
        tried = trial(caller, method, operation, examples)
        where = " ".join(key)
        differences += [f"{where}: {each}" for each in tried.differences[:_SHOWN]]
        result["sent"] += tried.sent
        if tried.sent and not tried.differences:
            result["done"] += 1
        elif not tried.differences:
            why = next(iter(tried.unsayable), "")
            reasons[why or "every call was refused"] += 1
        for why, count in tried.refused.most_common(2):
            refused[f"{where}: {why}"[:200]] += count
        result.setdefault("partly", Counter()).update(
            tried.unsayable if tried.sent else ()
        )
    return result
