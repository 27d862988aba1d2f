"""How the command starts, and how it ends when something is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.cli import Run
from support.pages import page

from specpress import __version__, plugin
from specpress.cli import COMMANDS


def _python(
    code: str, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_version_imports_nothing() -> None:
    """The version is answered before click, or anything else heavy, is imported."""
    done = _python(
        "import sys; before = set(sys.modules); sys.argv = ['specpress', '--version']; "
        "from specpress.__main__ import main; main(); "
        "print(sorted(set(sys.modules) - before))"
    )

    version, modules = done.stdout.decode().splitlines()
    assert version == f"specpress {__version__}"
    assert modules == "['specpress', 'specpress.__main__', 'specpress._version']"


def test_help_imports_no_command() -> None:
    """The list of commands is printed without importing them."""
    done = _python(
        "import sys; from specpress.cli import run; run(['--help']); "
        "print([m for m in sys.modules if m in ('msgspec', 'rich', 'black', 'bs4')])"
    )

    text = done.stdout.decode()
    assert text.endswith("[]\n")
    assert all(f"  {name} " in text for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(run: Run, name: str) -> None:
    """Every command listed exists and explains itself."""
    ran = run(name, "--help")

    assert ran.status == 0
    assert ran.out.startswith(f"Usage: specpress {name} ")


def test_usage_errors(run: Run) -> None:
    """Wrong usage exits with 2."""
    assert run("genrate").status == 2
    assert run("generate", "--nonsense").status == 2
    assert run("lift").status == 2


def test_no_configuration(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a configuration the command says what to do."""
    monkeypatch.chdir(tmp_path)

    ran = run("generate")

    assert ran.status == 2
    assert "error[CFG001]" in ran.err
    assert "specpress init" in ran.err


def test_a_bug_of_ours(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An exception that nobody expected exits with 70 and says what to report."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("oh dear")

    monkeypatch.setattr("specpress.pipeline.lower", fail)

    ran = run("generate")

    assert ran.status == 70
    assert "ZeroDivisionError: oh dear" in ran.err
    assert f"specpress {__version__}, Python " in ran.err
    assert "arguments: generate" in ran.err
    assert not (project / "client").exists()


def test_a_bug_in_one_operation(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An exception in one operation exits with 70, too; --keep-going writes the rest."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("oh dear")

    monkeypatch.setattr("specpress.lower.operations.lower_responses", fail)

    ran = run("generate")
    assert ran.status == 70
    assert "error[LOW070]: specpress itself fails here (ZeroDivisionError" in ran.err
    assert "Traceback" not in ran.err
    assert not (project / "client").exists()

    assert run("generate", "--keep-going").status == 70
    assert (project / "client" / "demo" / "client.py").exists()


def test_interrupted(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends the command without a traceback, and nothing is written."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("specpress.pipeline.lower", interrupt)

    ran = run("generate")

    assert ran.status == 130
    assert "Traceback" not in ran.err
    assert not (project / "client").exists()


ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
COMMAND = "import sys; from specpress.cli import run; sys.exit(run(sys.argv[1:]))"


def test_any_text_on_any_terminal(project: Path) -> None:
    """Where only ASCII can be printed, other text is escaped, never an error."""
    name = "pages/g\u00f6t.html"
    (project / name).write_text("\u540d \U0001f600", encoding="utf-8")

    done = _python(COMMAND, "generate", **ASCII)

    assert done.returncode == 1, done.stderr
    assert b"pages/g\\xf6t.html:1:1: error[" in done.stderr
    assert b"\\u540d" in done.stderr

    text = page("getThing", target="\\\u540d", parameters=())
    (project / name).write_text(text, encoding="utf-8")
    done = _python(COMMAND, "inspect", name, **ASCII)
    assert done.returncode == 0, done.stderr
    assert b"g\\xf6t.html:2:" in done.stdout


def test_two_at_once(project: Path, run: Run) -> None:
    """Two runs at the same time both succeed and leave one whole client."""
    command = [sys.executable, "-c", COMMAND, "generate"]
    both = [subprocess.Popen(command) for _ in range(2)]

    assert [process.wait(60) for process in both] == [0, 0]
    assert run("check").status == 0
    assert sorted(p.name for p in project.iterdir()) == [
        "client",
        "pages",
        "specpress.toml",
    ]


def test_what_plugins_import() -> None:
    """What third parties may import is listed, sorted, and there."""
    assert plugin.__all__ == sorted(plugin.__all__)
    assert all(hasattr(plugin, name) for name in plugin.__all__)
