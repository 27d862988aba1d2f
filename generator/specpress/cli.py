"""The command line: commands imported when called, and what becomes of exceptions."""

from __future__ import annotations

import importlib
import os
import platform
import sys
import traceback
from collections.abc import Sequence
from typing import Final

import click

from specpress._version import VERSION
from specpress.commands.outcome import BUG, Stop, show

COMMANDS: Final = {
    "bundle": "Write the one document that the files of a description make.",
    "check": "Tell whether the generated clients are up to date and untouched.",
    "explain": "Explain a diagnostic: its cause and its remedy.",
    "generate": "Generate clients from descriptions or reference pages.",
    "init": "Write a configuration file to start from.",
    "inspect": "Show operations, types, and where each fact came from.",
    "lift": "Write the OpenAPI document that reference pages describe.",
    "lock": "Lock what references lead to outside the input folder.",
    "mine": "Show what descriptions say in words and schemas leave out.",
    "schema": "Print a JSON Schema: of the configuration, the ledger, the IR or a report.",
}


class Commands(click.Group):
    """The commands by name: each is a module, imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command *cmd_name*, importing its module."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"specpress.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, message="specpress %(version)s")
def root() -> None:
    """Turn API descriptions and reference pages into typed, tested Python clients."""


def run(arguments: Sequence[str]) -> int:
    """Run the command line with *arguments* and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a test may have put another kind of stream there
            reconfigure(errors="backslashreplace")
    try:
        result = root.main(list(arguments), "specpress", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except Stop as stop:
        show(stop)
        return stop.status
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted; nothing was changed", err=True)
        return 130
    except BrokenPipeError:  # who read our output has gone, as in `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception:  # noqa: BLE001 - whatever it is, it is a bug to be reported
        _report_bug(arguments)
        return BUG


def _report_bug(arguments: Sequence[str]) -> None:
    """Say that specpress is at fault, and what a report of it needs."""
    click.echo(traceback.format_exc(), err=True)
    click.echo(
        "This is a bug in specpress; nothing was written. Please report it with the lines "
        "above, the description if you may share it, and:\n"
        f"  specpress {VERSION}, Python {platform.python_version()}, "
        f"{platform.system()}\n"
        f"  arguments: {' '.join(arguments)}",
        err=True,
    )
