"""The wheel, installed outside the checkout, does the main job."""

from __future__ import annotations

import importlib.util
import sys
import zipfile
from pathlib import Path

import pytest
from support.packaging import ROOT, SEED, must, tree

from specpress import __version__
from specpress.cli import run


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    out = tmp_path_factory.mktemp("dist")
    here = importlib.util.find_spec("hatchling") is not None
    isolated = ["--no-isolation"] if here else []
    must([sys.executable, "-m", "build", "--wheel", *isolated, "-o", out, ROOT], out)
    (built,) = out.glob("*.whl")
    return built


def test_contents(wheel: Path) -> None:
    """The wheel holds the package, its templates and marker, and nothing else."""
    names = zipfile.ZipFile(wheel).namelist()

    tops = {name.split("/")[0] for name in names}
    assert tops == {"specpress", f"specpress-{__version__}.dist-info"}
    assert {
        "specpress/py.typed",
        "specpress/__main__.py",
        "specpress/_templates/python/pack.toml",
        "specpress/_templates/python/client.py.j2",
        "specpress/_templates/python/static/_runtime/client.py",
    } <= set(names)
    assert not [name for name in names if "__pycache__" in name]
    templates = {p.relative_to(ROOT / "templates").as_posix() for p in _templates()}
    inside = {n.removeprefix("specpress/_templates/") for n in names if "_templ" in n}
    assert inside == templates


def test_main_job(wheel: Path, tmp_path: Path) -> None:
    """Installed in an environment of its own, it generates what the checkout does."""
    must([sys.executable, "-m", "venv", tmp_path / "venv"], tmp_path)
    bin_ = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    must([bin_ / "python", "-m", "pip", "install", "--quiet", wheel], tmp_path)
    flags = [str(SEED), "--package", "twilio_call", "--auth", "basic", "-o"]

    assert must([bin_ / "specpress", "--version"], tmp_path) == (
        f"specpress {__version__}\n"
    )
    must([bin_ / "specpress", "generate", *flags, "out"], tmp_path)
    must([bin_ / "specpress", "check", *flags, "out"], tmp_path)

    where = "import specpress; print(specpress.__file__)"
    place = must([bin_ / "python", "-c", where], tmp_path).strip()
    assert Path(place).is_relative_to(tmp_path)
    assert run(["generate", *flags, str(tmp_path / "ours")]) == 0
    installed, ours = tree(tmp_path / "out"), tree(tmp_path / "ours")
    assert {k: v[0] for k, v in installed.items()} == {k: v[0] for k, v in ours.items()}


def _templates() -> list[Path]:
    files = (p for p in (ROOT / "templates").rglob("*") if p.is_file())
    return [p for p in files if "__pycache__" not in p.parts]
