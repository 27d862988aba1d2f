"""The emitted tests themselves: green on the client, red on each fault in it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from specpress.config import Config
from specpress.diagnostics import Report
from specpress.emit.python.backend import emit
from specpress.ir.nodes import (
    Api,
    Body,
    Content,
    Name,
    Operation,
    Parameter,
    Response,
    TypeDecl,
)
from specpress.ir.types import Field, Integer, Object, Ref, String
from specpress.ir.values import Json

FAULTS = {
    "another path": ("client.py", r"/owners/\{ownerId\}/pets", "/owners/{ownerId}/pet"),
    "another method": ("client.py", '"PUT"', '"POST"'),
    "another name": ("client.py", '"since<"', '"since"'),
    "swapped fields": ("client.py", '"kind": kind', '"kind": sound'),
    "an argument lost": ("client.py", '\n *"limit": limit,', ""),
    "no credentials": ("client.py", r'auth=\(\("basic",\),\)', "auth=()"),
    "no limit": ("models.py", r"ge=0, ", ""),
    "another limit": ("models.py", "gt=0", "ge=0"),
    "retry of a POST": ("_runtime/retry.py", '"GET", ', '"GET", "POST", '),
    "spaces as plus": ("_runtime/percent.py", 'space: str = "%20"', 'space: str = "+"'),
}


def written(api: Api, folder: Path) -> Path:
    """Write the client of *api* into *folder*, with its tests, and return it."""
    config = Config(package="pets", output="out", sources=())
    for path, text in emit(api, config, Report()).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def run(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the emitted tests that are not about the runtime alone."""
    command = [sys.executable, "-W", "error", "-m", "pytest", "-qx", "--no-header"]
    command += ["-p", "no:cacheprovider", "--ignore-glob=*test_runtime*", "tests"]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False
    )


def test_green(api: Api, tmp_path: Path) -> None:
    """The emitted tests pass on the client as it is emitted, and none is skipped."""
    done = run(written(api, tmp_path))

    assert done.returncode == 0, done.stdout
    assert "skipped" not in done.stdout


@pytest.mark.parametrize("fault", FAULTS)
def test_red(api: Api, tmp_path: Path, fault: str) -> None:
    """A fault in the client makes the emitted tests fail."""
    file, pattern, replacement = FAULTS[fault]
    path = written(api, tmp_path) / "pets" / file
    text, count = re.subn(pattern, replacement, path.read_text("utf-8"), count=1)
    assert count == 1, f"{pattern!r} is not in {file}"
    path.write_text(text, "utf-8")

    assert run(tmp_path).returncode == 1


def test_bad_examples(tmp_path: Path) -> None:
    """Examples that break their own schemas do not break the emitted tests (TST-01)."""
    model = Object(
        fields=(
            Field(
                name="a",
                type=String(pattern="^x{3}$", min_length=3),
                required=True,
                examples=(Json.of(5),),
            ),
            Field(
                name="d", type=String(format="date"), examples=(Json.of("not-a-date"),)
            ),
        )
    )
    schema = {
        "type": "object",
        "required": ["a"],
        "properties": {
            "a": {"type": "string", "example": 5, "pattern": "^x{3}$", "minLength": 3},
            "d": {"type": "string", "format": "date", "example": "not-a-date"},
        },
    }
    content = Content(
        media_type="application/json",
        type=Ref(target="M"),
        schema=Json.of(schema),
        examples=(Json.of({"a": None}),),
    )
    operation = Operation(
        id="p",
        method="POST",
        path="/x/{id}",
        parameters=(
            Parameter(
                name="id",
                location="path",
                type=Integer(),
                required=True,
                style="simple",
                explode=False,
                examples=(Json.of("null"),),
            ),
        ),
        body=Body(required=True, contents=(content,)),
        responses=(Response(status="200"),),
    )
    api = Api(
        title="T",
        version="1",
        operations=(operation,),
        types=(TypeDecl(id="M", name=Name("M", "component"), type=model),),
    )
    done = run(written(api, tmp_path))

    assert done.returncode == 0, done.stdout
    assert '"body": "{\\"a\\":\\"xxx\\"}"' in (
        tmp_path / "tests/data/operations/p.json"
    ).read_text("utf-8")
