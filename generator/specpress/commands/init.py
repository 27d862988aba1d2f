"""``specpress init``: a configuration file to start from."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

import click

from specpress.commands.jobs import SETTINGS
from specpress.commands.outcome import Stop
from specpress.config.load import bad_package
from specpress.diagnostics.codes.config import BAD_PACKAGE
from specpress.diagnostics.model import Report
from specpress.write import write_file

_START: Final = """\
# Settings of specpress; 'specpress schema config' prints the JSON Schema of them all.

[[client]]
package = {package}
output = {output}
sources = {sources}
# base_url = "https://api.example.com/v1"

# Security schemes, by name; the values are names of environment variables.
# [client.auth.basic]
# type = "basic"
# username_env = "API_USERNAME"
# password_env = "API_PASSWORD"
"""


@click.command("init")
@click.argument("sources", nargs=-1, metavar="[PAGE|FOLDER|GLOB...]")
@click.option("-o", "--output", metavar="FOLDER", help="Where the client is to go.")
@click.option("--package", metavar="NAME", help="The client's import name.")
def command(sources: tuple[str, ...], output: str | None, package: str | None) -> int:
    """Write a specpress.toml to start from; one that exists is left alone."""
    path = Path(SETTINGS)
    if path.exists():
        raise click.UsageError(f"there is a {SETTINGS} already")
    name = package or _guess(Path.cwd().name)
    if reason := bad_package(name):
        raise Stop([BAD_PACKAGE.at(name=name, reason=reason)])
    text = _START.format(
        package=_toml(name),
        output=_toml(output or name),
        sources=_toml(list(sources) or ["pages"]),
    )
    report = Report()
    if not write_file(path, text.encode("utf-8"), report):
        raise Stop(report)
    click.echo(f"wrote {SETTINGS}; next: specpress generate")
    return 0


def _guess(folder: str) -> str:
    """Return a package name made of the name of *folder*."""
    name = re.sub(r"[^a-z0-9]+", "_", folder.lower()).strip("_")
    return "client" if bad_package(name) else name


def _toml(value: object) -> str:
    """Return *value*, text or a list of texts, in TOML, which here is JSON."""
    return json.dumps(value, ensure_ascii=False)
