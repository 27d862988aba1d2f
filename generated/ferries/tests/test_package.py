"""The package itself: light to import, complete, and the same for sync and async use."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pydantic
import pytest

package: Any = pytest.importorskip("skerry_ferries")

Case = dict[str, Any]
ROOT = Path(__file__).parent.parent


def test_import_is_light() -> None:
    """Importing the client loads neither pydantic nor the HTTP library, and warns not."""
    code = (
        "import sys; from skerry_ferries import MISSING, AsyncClient, Client, RetryPolicy\n"
        "print({'httpx', 'httpx2', 'pydantic', 'asyncio', 'email'} & {*sys.modules})"
    )
    command = [sys.executable, "-W", "error", "-c", code]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (done.stdout, done.stderr) == ("set()\n", "")


def test_public_names() -> None:
    """All that is public is there, can be listed, and nothing else can be had."""
    assert package.__all__ == sorted(package.__all__)
    assert set(package.__all__) <= set(dir(package))
    assert {"ApiError", "AsyncClient", "Client", "MISSING"} <= {*package.__all__}
    assert all(getattr(package, name) is not None for name in package.__all__)
    errors = package.errors
    raised = {n for n in dir(errors) if inspect.isclass(getattr(errors, n))}
    assert raised <= set(errors.__all__)
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = package.no_such_name


def test_models(facts: Case) -> None:
    """Each declared type is among the models, complete, and pydantic can use it."""
    adapter = import_module("skerry_ferries._runtime.adapter").adapter
    for name in facts["types"]:
        type_ = getattr(package.models, name)
        assert adapter(type_).validator
        assert name not in facts["models"] or issubclass(type_, pydantic.BaseModel)
        assert name not in facts["models"] or type_.__name__ == name


def test_further_names(facts: Case) -> None:
    """A type that was written out in many places is one type under all its names."""
    for name, holder in facts["further_names"].items():
        assert getattr(package.models, name) is getattr(package.models, holder)


def test_enums(facts: Case) -> None:
    """A type of fixed values names just those of the description."""
    for name, values in facts["enums"].items():
        named = literals(getattr(package.models, name))
        plain = all(isinstance(value, str) for value in values)
        assert not plain or {*named} == {*values}, name  # `typing` shares equal ones


def literals(type_: Any) -> list[object]:
    """Return the values in all the ``Literal`` inside *type_*."""
    if get_origin(type_) is Literal:
        return list(get_args(type_))
    return [value for part in get_args(type_) for value in literals(part)]


def test_signature(operation: Case) -> None:
    """A method takes its arguments by name, and is the same in both clients."""
    slots = {s["argument"]: s.get("bound", s["required"]) for s in operation["slots"]}
    options = {operation["options"].get(name, name) for name in OPTIONS}
    choices = {*operation.get("choices", ())} - slots.keys()
    made: list[inspect.Signature] = []
    for kind in (package.Client, package.AsyncClient):
        method = kind(base_url="https://api.example.com", transport=object())
        for name in operation["call"]:
            method = getattr(method, name)
        made.append(inspect.signature(method))
        awaited = kind is package.AsyncClient and not operation.get("only_streams")
        assert inspect.iscoroutinefunction(method) == awaited
        assert inspect.getdoc(method)
    parameters = made[0].parameters

    assert made[0] == made[1]
    last = [*parameters.values()][-1]
    if last.kind is inspect.Parameter.VAR_KEYWORD:
        options = {last.name}
    assert parameters.keys() == slots.keys() | options | choices
    kinds = {p.kind for p in parameters.values() if p is not last}
    assert kinds <= {inspect.Parameter.KEYWORD_ONLY}
    required = {n: p.default is p.empty for n, p in parameters.items() if n in slots}
    assert required == slots


OPTIONS = ("timeout", "extra_headers", "extra_query", "server_url")


def test_readme() -> None:
    """The examples in the README are Python."""
    text = (ROOT / "README.md").read_text("utf-8")
    examples = re.findall(r"^```python\n(.*?)^```", text, re.DOTALL | re.MULTILINE)

    assert examples
    for example in examples:
        compile(example, "README.md", "exec")


def test_missing() -> None:
    """`MISSING` is what the fields of models are when they are absent."""
    assert package.MISSING is pydantic.MISSING
