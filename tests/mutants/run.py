"""How many faults in the seed's client its own tests find, module by module."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from faults import hand_written
from tally import Tally, survivors, tallies

ROOT: Final = Path(__file__).resolve().parent.parent.parent
CONFIG: Final = ROOT / "specs" / "twilio-call" / "specpress.toml"
PACKAGE: Final = "twilio_call"
AIM: Final = 90

# mutmut's own imports load what this test forbids; a fault in it is hand-written.
SETTINGS: Final = f"""
[mutmut]
source_paths = {PACKAGE}
also_copy = README.md
pytest_add_cli_args =
    -p
    no:cacheprovider
    --deselect
    tests/test_package.py::test_import_is_light
"""


def prepare(folder: Path) -> Path:
    """Return a fresh copy of the seed's client in *folder*."""
    arguments = ["generate", "-q", "--config", str(CONFIG), "-o", str(folder)]
    subprocess.run([sys.executable, "-m", "specpress", *arguments], check=True)
    (folder / "setup.cfg").write_text(SETTINGS, "utf-8")
    return folder


def mutate(client: Path) -> None:
    """Let mutmut make its mutants of *client* and run the tests against each."""
    command = [sys.executable, "-m", "mutmut", "run"]
    with (client / "mutmut.log").open("wb") as log:
        subprocess.run(
            [*command, "--max-children", str(os.cpu_count() or 1)],
            cwd=client,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            check=True,
        )


def show(title: str, rows: dict[str, Tally]) -> None:
    """Print *rows*, the modules below the aim marked."""
    print(f"{title}\n")
    width = max(len(name) for name in (*rows, "in all"))
    for name, tally in [*rows.items(), ("in all", sum(rows.values(), Tally(0, 0)))]:
        if tally.total:
            mark = "" if tally.percent >= AIM else f"  below {AIM} %"
            share = f"{tally.killed}/{tally.total}"
            print(f"  {name:<{width}}  {share:>9}  {tally.percent:5.1f} %{mark}")
    print(flush=True)


def main(scratch: Path, listed: Path) -> None:
    """Run both kinds of faults in *scratch*, where no settings of ours reach."""
    by_hand, alive = hand_written(prepare(scratch / "by-hand"))
    show("faults written by hand", by_hand)
    for fault in alive:
        print(f"  survived: {fault}\n", flush=True)
    client = prepare(scratch / "client")
    mutate(client)
    show("mutants of mutmut", tallies(client, PACKAGE))
    listed.parent.mkdir(exist_ok=True)
    listed.write_text(survivors(client, PACKAGE), "utf-8")
    print(f"the survivors are in {listed.relative_to(ROOT)}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        main(Path(temporary), ROOT / "build" / "survivors.txt")
