"""The run-time's small parts: lazy exports, models, findings."""

from __future__ import annotations

import copy
import pickle
import sys
from types import ModuleType

import pytest
from pydantic import MISSING as THEIRS
from pydantic import Field, StrictInt, StrictStr, ValidationError

from kestrel_library._runtime.absent import MISSING as PUBLIC
from kestrel_library._runtime.lazy import lazy, lazy_module
from kestrel_library._runtime.missing import MISSING
from kestrel_library._runtime.models import Model


class Thing(Model):
    """A model whose names differ from those on the wire."""

    from_: StrictStr = Field(validation_alias="From", serialization_alias="From")
    model_size: StrictInt | THEIRS = THEIRS


def test_models() -> None:
    """Models take wire names and their own, write wire names, keep unknown keys."""
    thing = Thing(from_="a")
    assert thing == Thing.model_validate({"From": "a"})
    assert thing.model_dump() == {"From": "a"}
    more = Thing.model_validate({"From": "a", "x": 1})
    assert more.model_dump() == {"From": "a", "x": 1}
    thing.model_size = 1
    assert thing.model_dump() == {"From": "a", "model_size": 1}
    with pytest.raises(ValidationError):
        thing.from_ = 1  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]


def test_missing_stays_itself() -> None:
    """`MISSING` survives copying and pickling; the public one is what models hold."""
    assert PUBLIC is THEIRS is Thing(from_="a").model_size
    assert copy.deepcopy(MISSING) is MISSING
    assert pickle.loads(pickle.dumps(MISSING)) is MISSING


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A package with lazy exports."""
    module = ModuleType("lazy_package")
    monkeypatch.setitem(sys.modules, "lazy_package", module)
    homes = {
        "collections": "OrderedDict",
        "kestrel_library._runtime.auth": "Bearer Basic",
        ".abc": "abc",
    }
    module.__path__ = []
    module.__getattr__, module.__dir__, everything = lazy("lazy_package", homes)  # type: ignore[method-assign]
    assert everything == ["Basic", "Bearer", "OrderedDict", "abc"]
    return module


def test_lazy_names(package: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name is looked up when it's first used, and kept."""
    assert "Bearer" not in vars(package)
    assert {"Bearer", "OrderedDict", "abc", "__name__"} <= set(dir(package))
    assert dir(package) == sorted(dir(package))
    from collections import OrderedDict

    assert package.OrderedDict is OrderedDict
    assert vars(package)["OrderedDict"] is OrderedDict
    inner = ModuleType("lazy_package.abc")
    monkeypatch.setitem(sys.modules, "lazy_package.abc", inner)
    assert package.abc is inner
    with pytest.raises(
        AttributeError, match=r"^module 'lazy_package' has no attribute 'Typo'$"
    ):
        package.Typo  # noqa: B018 - the look-up is what is tested


def test_lazy_modules() -> None:
    """A lazy module stands for one that is imported when something in it is used."""
    module = lazy_module("._runtime.auth", "kestrel_library")
    assert module.__name__ == "kestrel_library._runtime.auth"
    from kestrel_library._runtime.auth import Bearer

    assert module.Bearer is Bearer
    assert lazy_module("collections", "").OrderedDict.__name__ == "OrderedDict"
