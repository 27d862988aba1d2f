"""``specpress generate``."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest
from support.cli import Run, Tree

from specpress.commands.report import schema
from specpress.config import Config
from specpress.diagnostics import Report
from specpress.ir.codec import encode
from specpress.pipeline import read_api
from specpress.store import DictStore


def test_writes_a_client(project: Path, run: Run, tree: Tree) -> None:
    """The client of the configuration is written, and the closing table says so."""
    ran = run("generate")

    assert ran.status == 0, ran.err
    written = tree(project / "client")
    assert {"demo/client.py", "demo/__init__.py", ".specpress.json"} <= set(written)
    head, row, fidelity = ran.out.splitlines()
    assert head.split() == (
        "client operations types tests files time diagnostics".split()
    )
    assert row.split()[:3] == ["demo", "2", "1"]
    assert f"{len(written)} ({len(written)} new)" in row
    ledger = (project / "client" / "fidelity.json").read_text("utf-8")
    counts = json.loads(ledger)["counts"]
    assert fidelity == (
        f"fidelity: {counts['honoured']} honoured, 0 approximated, 0 dropped, "
        f"{counts['unused']} not used"
    )


def test_a_second_run_touches_nothing(project: Path, run: Run, tree: Tree) -> None:
    """When nothing changed no file is written, and --fail-on-change is content."""
    assert run("generate", "--fail-on-change").status == 1
    before = tree(project)

    assert run("generate", "--fail-on-change").status == 0

    assert tree(project) == before


def test_only_what_changed_is_written(project: Path, run: Run, tree: Tree) -> None:
    """A page that goes takes its files along; unchanged files keep their time."""
    run("generate")
    before = tree(project / "client")
    (project / "pages/makeThing.html").unlink()

    assert run("generate").status == 0

    after = tree(project / "client")
    assert "demo/models.py" in before
    assert "demo/models.py" not in after
    same = "demo/_runtime/client.py"
    assert after[same] == before[same]
    assert after["demo/client.py"] != before["demo/client.py"]


def test_dry_run(project: Path, run: Run, tree: Tree) -> None:
    """A dry run lists every file it would write, and writes none."""
    before = tree(project)

    ran = run("generate", "--dry-run", "--quiet")

    assert ran.status == 0
    assert "new      client/demo/client.py" in ran.out.splitlines()
    assert tree(project) == before


def test_stdout(project: Path, run: Run, tree: Tree) -> None:
    """One file can be printed as it would be written."""
    run("generate")
    text = (project / "client/demo/client.py").read_text()
    before = tree(project)

    assert run("generate", "--stdout", "demo/client.py").out == text
    assert tree(project) == before

    ran = run("generate", "--stdout", "demo/clent.py")
    assert ran.status == 2
    assert "did you mean 'demo/client.py'?" in ran.err


def test_from_ir(project: Path, run: Run) -> None:
    """From the IR of the pages comes the client of the pages."""
    pages = {p.name: p.read_bytes() for p in (project / "pages").iterdir()}
    store = DictStore(pages)
    config = Config(package="demo", output="client", sources=("pages",))
    api = read_api(store, store.names(), config, Report())
    assert api is not None
    Path("api.json").write_bytes(encode(api))
    run("generate")
    flags = ("--package", "demo", "--no-tests", "--no-format", "--from-ir", "api.json")

    assert run("generate", "-o", "other", *flags).status == 0

    skipped = shutil.ignore_patterns(".specpress.json")
    shutil.copytree("client", "a", ignore=skipped)
    shutil.copytree("other", "b", ignore=skipped)
    for path in Path("a").rglob("*.py"):
        assert (Path("b") / path.relative_to("a")).read_bytes() == path.read_bytes()
    assert run("check", "-o", "other", *flags).status == 0


def test_bad_ir(project: Path, run: Run) -> None:
    """A file that holds no IR is a diagnostic that says where it went wrong."""
    Path("api.json").write_text('{"title": 1}')

    ran = run("generate", "--from-ir", "api.json")

    assert ran.status == 1
    assert ran.err.startswith("api.json: error[CFG015]: not the IR of this version")
    assert "$.title" in ran.err


def test_unsound_ir(project: Path, run: Run) -> None:
    """An IR that refers to what is not there is refused, not generated from."""
    api = '{"title": "", "version": "", "types": [{"id": "A", "name": '
    api += (
        '{"text": "A", "firmness": "path"}, "type": {"type": "ref", "target": "B"}}]}'
    )
    Path("api.json").write_text(api)

    ran = run("generate", "--from-ir", "api.json")

    assert ran.status == 1
    assert "api.json: error[CFG015]" in ran.err
    assert "'B'" in ran.err


def test_one_off(project: Path, run: Run, tree: Tree) -> None:
    """Pages, -o and --package are enough; the configuration is then not looked at."""
    Path("specpress.toml").write_text("nonsense")

    ran = run(
        "generate",
        "pages/getThing.html",
        *("-o", "out", "--package", "thing", "--no-tests", "--no-format"),
        *("--auth", "key=api-key,name=X-Key", "--auth", "basic", "--security", "key"),
        *("--set", 'operations.getThing.name = "thing"', "--grouping", "flat"),
        *("--base-url", "https://other.example", "--project", "--title", "Things"),
    )

    assert ran.status == 0, ran.err
    text = Path("out/thing/client.py").read_text()
    assert "def thing(" in text
    assert "https://other.example" in text
    assert "X-Key" in text
    assert Path("out/pyproject.toml").is_file()


def test_flags_over_the_configuration(project: Path, run: Run) -> None:
    """A flag wins over the configuration file."""
    assert run("generate", "demo", "--base-url", "https://flag.example").status == 0

    assert "https://flag.example" in Path("client/demo/client.py").read_text()


def test_output_flag_over_the_configuration(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With --config, -o is relative to the current folder, the rest to the file."""
    (project / "sub").mkdir()
    monkeypatch.chdir(project / "sub")

    assert run("generate", "--config", "../specpress.toml", "-o", "here").status == 0

    assert (project / "sub/here/demo/client.py").is_file()
    assert not (project / "client").exists()


def test_json_report(project: Path, run: Run) -> None:
    """For machines one JSON object is printed, and it meets the published schema."""
    ran = run("generate", "--format", "json")

    report = json.loads(ran.out)
    jsonschema.validate(report, schema())
    assert (report["status"], report["written"]) == (0, True)
    (client,) = report["clients"]
    assert client["operations"] == 2
    assert {"path": "demo/client.py", "state": "new"} in client["files"]
    places = [d for d in client["diagnostics"] if "line" in d]
    assert places
    assert places[0]["file"].startswith("pages/")
    assert ran.err == ""


def test_json_of_wrong_settings(project: Path, run: Run) -> None:
    """For machines wrong settings are said in the same JSON report, with their place."""
    Path("specpress.toml").write_text('package = "demo"\noutptu = "x"\n')

    for command in ("generate", "check"):
        ran = run(command, "--format", "json")

        assert (ran.status, ran.err) == (2, "")
        report = json.loads(ran.out)
        jsonschema.validate(report, schema())
        assert report["status"] == 2
        found = report["diagnostics"][0]
        assert (found["code"], found["file"], found["line"]) == (
            "CFG003",
            "specpress.toml",
            2,
        )


def test_errors_write_nothing(project: Path, run: Run, tree: Tree) -> None:
    """After an error nothing is written, not even the other clients."""
    text = Path("specpress.toml").read_text()
    Path("specpress.toml").write_text(
        f"[[client]]\n{text}\n[[client]]\n"
        'package = "bad"\noutput = "bad"\nsources = ["bad.html"]\n'
    )
    Path("bad.html").write_text("no page at all")
    before = tree(project)

    ran = run("generate")
    assert ran.status == 1
    assert "bad.html:1:1: error[HTM" in ran.err
    assert tree(project) == before

    assert run("generate", "demo").status == 0
    assert Path("client/demo").is_dir()
    assert not Path("bad").exists()


def test_keep_going(project: Path, run: Run) -> None:
    """With --keep-going what there is is written, and the status stays 1."""
    Path("pages/bad.html").write_text("no page at all")

    assert run("generate").status == 1
    assert not Path("client").exists()

    assert run("generate", "--keep-going").status == 1
    assert "def get_thing(" in Path("client/demo/client.py").read_text()


def test_edited_files(project: Path, run: Run, tree: Tree) -> None:
    """A file edited by hand stops the run until --force is given."""
    run("generate")
    path = project / "client/demo/client.py"
    text = path.read_text()
    path.write_text(text + "# mine\n")
    before = tree(project)

    ran = run("generate")
    assert ran.status == 1
    assert ran.err.endswith(
        "client/demo/client.py: error[WRT001]: this file was edited by hand; nothing was "
        "written (--force overwrites it)\n"
    )
    assert tree(project) == before

    assert run("generate", "--force").status == 0
    assert path.read_text() == text


def test_a_deleted_file_comes_back(project: Path, run: Run) -> None:
    """A generated file that was deleted is written again."""
    run("generate")
    path = project / "client/demo/client.py"
    path.unlink()

    assert run("generate").status == 0
    assert path.is_file()


def test_foreign_files(project: Path, run: Run, tree: Tree) -> None:
    """A folder that holds other files is refused with their list, or forced."""
    (project / "client/d").mkdir(parents=True)
    (project / "client/d/notes.txt").write_text("mine")
    (project / "client/README.md").write_text("mine")
    before = tree(project)

    ran = run("generate")
    assert ran.status == 1
    lines = ran.err.splitlines()[-2:]
    assert [line.split(":")[0] for line in lines] == [
        "client/README.md",
        "client/d/notes.txt",
    ]
    assert all("error[WRT002]" in line for line in lines)
    assert tree(project) == before

    assert run("generate", "--force").status == 0
    assert (project / "client/d/notes.txt").read_text() == "mine"
    assert (project / "client/README.md").read_text() != "mine"

    (project / "client/mine.py").write_text("mine")
    assert run("generate", "--fail-on-change").status == 0


@pytest.mark.parametrize("text", ["[]", '{"format": 2}', "<<<<<<< mine", '{"a": 1}'])
def test_broken_manifest(project: Path, run: Run, text: str) -> None:
    """A manifest that can't be read stops the run, unless forced."""
    run("generate")
    (project / "client/.specpress.json").write_text(text)

    for command in ("generate", "check"):
        ran = run(command)
        assert ran.status == 1
        assert "client/.specpress.json: error[WRT004]: not a manifest" in ran.err

    assert run("generate", "--force").status == 0
    assert run("check").status == 0


def test_a_manifest_owns_nothing_outside(project: Path, run: Run) -> None:
    """A manifest that names files outside its folder is not believed."""
    run("generate")
    path = project / "client/.specpress.json"
    manifest = json.loads(path.read_text())
    for name in ("../specpress.toml", "/etc/passwd", "a//b", "c:/x", "d\\..\\..\\e"):
        path.write_text(json.dumps(manifest | {"outputs": {name: "0" * 64}}))
        assert run("generate").status == 1, name


def test_same_bytes_elsewhere(
    project: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same pages give the same bytes in another folder, the manifest included."""
    run("generate")
    other = tmp_path / "deep" / "elsewhere"
    shutil.copytree(project / "pages", other / "pages")
    shutil.copy(project / "specpress.toml", other)
    (other / "sub").mkdir()
    monkeypatch.chdir(other / "sub")

    assert run("generate").status == 0

    for path in (project / "client").rglob("*"):
        if path.is_file():
            there = other / "client" / path.relative_to(project / "client")
            assert there.read_bytes() == path.read_bytes()
    manifest = (other / "client/.specpress.json").read_text()
    assert str(tmp_path) not in manifest
    assert json.loads(manifest)["inputs"].keys() == {"getThing.html", "makeThing.html"}
    assert run("generate", "-o", "other").status == 0
    assert Path("other/.specpress.json").read_text() == manifest


def test_output_is_no_folder(project: Path, run: Run) -> None:
    """A file where the output folder goes is a diagnostic, not a traceback."""
    (project / "client").write_text("a file")

    ran = run("generate")

    assert ran.status == 1
    assert "client: error[WRT003]: can't write: " in ran.err
    assert (project / "client").read_text() == "a file"
