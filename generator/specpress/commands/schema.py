"""``specpress schema``: the JSON Schemas, for editors and other programs."""

from __future__ import annotations

import json

import click


@click.command("schema")
@click.argument("what", type=click.Choice(["config", "fidelity", "ir", "report"]))
def command(what: str) -> int:
    """Print the JSON Schema of the configuration, the ledger, the IR, or a report."""
    made = {"config": _config, "fidelity": _fidelity, "ir": _ir, "report": _report}
    schema = made[what]()
    click.echo(json.dumps(schema, indent=2))
    return 0


# Each schema imports only what it describes.


def _config() -> dict[str, object]:
    from specpress.config.schema import schema

    return schema()


def _fidelity() -> dict[str, object]:
    from specpress.ledger.model import schema

    return schema()


def _ir() -> dict[str, object]:
    from specpress.ir.schema import schema

    return schema()


def _report() -> dict[str, object]:
    from specpress.commands.report import schema

    return schema()
