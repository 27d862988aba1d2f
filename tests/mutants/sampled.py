"""`make mutants OF=...`: faults sampled from the emitted modules of any description.

What the run-time does is the same for all clients; its faults are those of `run.py`.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

import httpx2  # noqa: F401 - loaded once for all, before the forks
import jsonschema  # noqa: F401 - for the same reason
import pydantic  # noqa: F401 - for the same reason
import pytest
from tally import Tally

ROOT: Final = Path(__file__).resolve().parent.parent.parent
CORPUS: Final = ROOT.parent / "shared" / "corpus"
AIM: Final = 90
PACKAGE: Final = "mutated"
THREE: Final = (
    "firecracker/firecracker.yaml",
    "ably/ably.yaml",
    "sendgrid/tsg_suppressions_v3.yaml",
)
"""A Swagger 2.0, an OpenAPI 3.0 and an OpenAPI 3.1 description, of three vendors."""

_SWAPPED: Final = {
    "StrictStr": "StrictInt",
    "StrictInt": "StrictStr",
    "StrictBool": "StrictStr",
    "WireDateTime": "WireDate",
    "WireDate": "WireDateTime",
    "list": "set",
}
_LONGEST: Final = 600
"""The most seconds that tests take; a fault that makes them longer is found."""

_TYPING: Final = ("TYPE_CHECKING", "overload")


class Mutant(NamedTuple):
    """A piece of a file, from byte to byte, and what to put in its place."""

    file: str
    kind: str
    start: int
    end: int
    new: str

    @property
    def digest(self) -> str:
        """The hash that decides whether it is among the sample."""
        return hashlib.sha256(repr(self).encode()).hexdigest()


def mutants(folder: Path, file: Path) -> list[Mutant]:
    """Return every fault that can be put into *file*.

    None in what only type checkers read, annotations of functions and overloads among
    it: no run can tell such a fault. None in documentation.
    """
    source = file.read_bytes()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    name = file.relative_to(folder).as_posix()

    def made(node: ast.AST, kind: str, new: str) -> Mutant:
        begin = starts[node.lineno - 1] + node.col_offset  # type: ignore[attr-defined]  # expressions have them
        end = starts[node.end_lineno - 1] + node.end_col_offset  # type: ignore[attr-defined]  # the same
        return Mutant(name, kind, begin, end, new)

    return [made(*each) for each in _found(ast.parse(source))]


def _found(node: ast.AST) -> Iterator[tuple[ast.AST, str, str]]:
    for child in _read(node):
        match child:
            case ast.Constant(value=bool() as value):
                yield child, "flag", str(not value)
            case ast.Constant(value=str() as value):
                yield child, "text", repr(f"{value}X")
            case ast.Constant(value=int() | float() as value):
                yield child, "number", repr(value + 1)
            case ast.Name(id=name) if name in _SWAPPED:
                yield child, "type", _SWAPPED[name]
            case ast.Tuple(elts=[*_, ast.Call()]) if len(child.elts) > 1:
                items = ", ".join(ast.unparse(each) for each in child.elts[:-1])
                yield child, "last item", f"({items},)"
            case ast.Call(keywords=[*_, ast.keyword(arg=str())]):
                shorter = ast.Call(child.func, child.args, child.keywords[:-1])
                yield child, "last option", ast.unparse(shorter)
            case ast.Dict(keys=[_, *_]):
                fewer = ast.Dict(child.keys[1:], child.values[1:])
                yield child, "first member", ast.unparse(fewer)
            case _:
                pass
        yield from _found(child)


def _read(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the parts of *node* that mean something when the module runs."""
    if isinstance(node, ast.If) and ast.unparse(node.test) in _TYPING:
        yield from node.orelse
        return
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        names = [ast.unparse(each) for each in node.decorator_list]
        if _TYPING[1] not in names:
            yield from (d for d in node.args.kw_defaults if d is not None)
            yield from node.body
        return
    for child in ast.iter_child_nodes(node):
        is_text = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        if not is_text and not isinstance(child, ast.ImportFrom | ast.Import):
            yield child


def emitted(client: Path) -> list[Path]:
    """Return the modules of *client* that its description decides."""
    package = client / PACKAGE
    return [p for p in sorted(package.rglob("*.py")) if "_runtime" not in p.parts]


def measure(client: Path, count: int, seconds: float) -> dict[str, Tally]:
    """Put *count* faults into *client*, one at a time, for so many *seconds*; return
    the tallies by kind of fault, and print the survivors."""
    begun = time.monotonic()
    every = [m for path in emitted(client) for m in mutants(client, path)]
    chosen = sorted(every, key=lambda m: m.digest)[:count]
    tallies: dict[str, Tally] = defaultdict(lambda: Tally(0, 0))
    for mutant in chosen:
        if time.monotonic() - begun > seconds:
            break
        path = client / mutant.file
        source = path.read_bytes()
        wrong = source[: mutant.start] + mutant.new.encode() + source[mutant.end :]
        path.write_bytes(wrong)
        survived = _green(client, runtime=False) and _green(client, runtime=True)
        path.write_bytes(source)
        tallies[mutant.kind] += Tally(not survived, 1)
        if survived:
            line = source[: mutant.start].count(b"\n") + 1
            old = source[mutant.start : mutant.end].decode()
            print(f"  survived: {mutant.file}:{line}: {old[:90]} -> {mutant.new[:90]}")
            sys.stdout.flush()
    return dict(tallies)


def _green(client: Path, *, runtime: bool) -> bool:
    """Return whether the tests of *client* pass: those of the run-time, or all others.

    A copy of this process runs them, which has loaded what takes long to load.
    """
    every = sorted((client / "tests").glob("test_*.py"))
    files = [p for p in every if p.name.startswith("test_runtime_") == runtime]
    pid = os.fork()
    if not pid:
        signal.alarm(_LONGEST)
        os.chdir(client)
        sys.dont_write_bytecode = True
        silence = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silence, stream)
        status: int = 1
        with suppress(BaseException):
            status = pytest.main(
                ["-x", "-q", "-p", "no:cacheprovider", *map(str, files)]
            )
        os._exit(int(status))
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) in (0, 5)


def main(paths: list[str], count: int, seconds: float) -> int:
    """Measure the clients of *paths*, below the corpus; 1 where one is below the aim."""
    short = 0
    for name in paths:
        with tempfile.TemporaryDirectory() as temporary:
            client = Path(temporary) / "client"
            chosen = ["-q", "-o", str(client), "--package", PACKAGE, "--keep-going"]
            file = CORPUS / name
            generate = [sys.executable, "-m", "specpress", "generate", str(file)]
            subprocess.run([*generate, *chosen], check=False)
            if not all(_green(client, runtime=each) for each in (False, True)):
                sys.exit(f"the tests of {name} fail without any fault")
            tallies = measure(client, count, seconds)
        total = sum(tallies.values(), Tally(0, 0))
        kinds = ", ".join(
            f"{k} {t.killed}/{t.total}" for k, t in sorted(tallies.items())
        )
        print(f"{name}: {total.killed}/{total.total}  {total.percent:.1f} %  ({kinds})")
        sys.stdout.flush()
        short += total.percent < AIM
    return int(short > 0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", default=list(THREE))
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seconds", type=float, default=1800)
    arguments = parser.parse_args()
    sys.exit(main(arguments.paths, arguments.count, arguments.seconds))
