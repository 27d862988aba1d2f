"""``specpress schema``: the JSON Schemas, for editors and other programs."""

from __future__ import annotations

import json

import click


@click.command("schema")
@click.argument("what", type=click.Choice(["config", "ir", "report"]))
def command(what: str) -> int:
    """Print the JSON Schema of the configuration, of the IR, or of a JSON report."""
    schema = {"config": _config, "ir": _ir, "report": _report}[what]()
    click.echo(json.dumps(schema, indent=2))
    return 0


# Each schema imports only what it describes.


def _config() -> dict[str, object]:
    from specpress.config.schema import schema

    return schema()


def _ir() -> dict[str, object]:
    from specpress.ir.schema import schema

    return schema()


def _report() -> dict[str, object]:
    from specpress.commands.report import schema

    return schema()
