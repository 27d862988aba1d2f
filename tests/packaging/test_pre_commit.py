"""The hooks, run by the real pre-commit in a repository made for it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from support.packaging import ROOT, SEED, call, must, skip_offline, tree

_GIT = ("git", "-c", "user.name=T", "-c", "user.email=t@example.com")
_SHIPPED = (
    ".pre-commit-hooks.yaml",
    "LICENSE",
    "README.md",
    "generator",
    "pyproject.toml",
    "templates",
)
_SETTINGS = """\
package = "twilio_call"
output = "client"
sources = ["pages"]
"""
_HOOKS = """\
repos:
  - repo: {repository}
    rev: {commit}
    hooks:
      - id: specpress-generate
      - id: specpress-check
"""


def _commit_all(folder: Path) -> str:
    """Make *folder* a repository, commit everything, and return the commit."""
    must([*_GIT, "init", "--quiet", "--initial-branch=main"], folder)
    must([*_GIT, "add", "--all"], folder)
    must([*_GIT, "commit", "--quiet", "--no-verify", "--message", "All"], folder)
    return must([*_GIT, "rev-parse", "HEAD"], folder).strip()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository that uses the hooks of this checkout, as it is now."""
    ours, theirs = tmp_path / "specpress", tmp_path / "project"
    ours.mkdir()
    ignored = shutil.ignore_patterns("__pycache__", ".*_cache")
    for name in _SHIPPED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, ours / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, ours / name)
    commit = _commit_all(ours)
    (theirs / "pages").mkdir(parents=True)
    shutil.copy(SEED, theirs / "pages")
    (theirs / "specpress.toml").write_text(_SETTINGS)
    hooks = _HOOKS.format(repository=ours, commit=commit)
    (theirs / ".pre-commit-config.yaml").write_text(hooks)
    _commit_all(theirs)
    return theirs


def test_hooks(project: Path, tmp_path: Path) -> None:
    """The first run writes and fails, the second passes and touches nothing."""

    def run(hook: str) -> tuple[int, str]:
        command = [sys.executable, "-m", "pre_commit", "run", hook, "--all-files"]
        done = call(command, project, PRE_COMMIT_HOME=str(tmp_path / "home"))
        skip_offline(done.stdout)
        assert done.returncode in {0, 1}, done.stdout
        return done.returncode, done.stdout

    status, said = run("specpress-check")
    assert status == 1, said
    assert not (project / "client").exists()

    status, said = run("specpress-generate")
    assert status == 1, said
    assert "Failed" in said
    assert (project / "client/twilio_call/client.py").is_file()
    first = tree(project)

    for hook in ("specpress-generate", "specpress-check"):
        status, said = run(hook)
        assert status == 0, said
        assert "Passed" in said
        assert tree(project) == first

    page = project / "pages/CreateCall.html"
    page.write_text(page.read_text("utf-8").replace("outgoing", "ingoing"), "utf-8")
    assert run("specpress-check")[0] == 1
    assert run("specpress-generate")[0] == 1
    assert run("specpress-generate")[0] == 0
