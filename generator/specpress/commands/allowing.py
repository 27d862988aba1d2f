"""The flags that let a command read outside its input folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from specpress.commands.locking import Lock, beyond
from specpress.commands.outcome import Stop
from specpress.config.allow import bad_entry
from specpress.diagnostics.codes.config import BAD_FLAG
from specpress.store import Elsewhere

_Command = TypeVar("_Command", bound=Callable[..., object])


def allow_options(command: _Command) -> _Command:
    """Return *command* with the flags --allow and --update-lock."""
    lock = click.option(
        "--update-lock", is_flag=True, help="Write specpress.lock first."
    )
    allow = click.option(
        "--allow",
        multiple=True,
        metavar="URL|FOLDER",
        help="Where references may lead beside the input folder. May be repeated.",
    )
    return allow(lock(command))


def allowed(
    allow: tuple[str, ...], lock: Lock | None
) -> Callable[[Path], Elsewhere] | None:
    """Return what makes the reader of all that *allow* lets be read, as locked or to be
    noted in *lock*; ends the command when an entry can't be allowed."""
    for entry in allow:
        if reason := bad_entry(entry):
            raise Stop([BAD_FLAG.at(flag="--allow", value=entry, reason=reason)])
    return beyond(Path.cwd(), allow, lock)
