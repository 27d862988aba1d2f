"""``specpress explain``: what a diagnostic means and what to do about it."""

from __future__ import annotations

import textwrap

import click

from specpress.config.near import hint
from specpress.diagnostics.codes import ALL


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> int:
    """Explain the diagnostic CODE: its cause and its remedy; list all without one."""
    if code is None:
        for known in ALL.values():
            click.echo(f"{known.id}  {known.severity:8}{known.title}")
        return 0
    found = ALL.get(code.upper())
    if found is None:
        raise click.UsageError(f"no diagnostic is called {code!r}; {_hint(code)}")
    click.echo(f"{found.id}: {found.title} ({found.severity})\n")
    click.echo(textwrap.fill(found.help, 80))
    click.echo(f"\nThe message: {found.message}")
    return 0


def _hint(code: str) -> str:
    near = hint(code.upper(), ALL)
    return near if "did you" in near else "'specpress explain' lists all"
