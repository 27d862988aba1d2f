"""Every setting as a flag, made from the settings' own descriptions."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias, cast

import click
import msgspec
from msgspec import inspect

from specpress.commands.outcome import Stop
from specpress.config import Config
from specpress.config.load import merge
from specpress.diagnostics.codes.config import BAD_FLAG

Command: TypeAlias = Callable[..., object]
Decorator: TypeAlias = Callable[[Command], Command]
Values: TypeAlias = dict[str, object]

_NAMES: Final = {
    "output": ("-o", "--output"),
    "version": ("--api-version",),
    "format": ("--no-format",),  # --format is taken: it is that of what is printed
    "security": ("--security",),
    "auth": ("--auth",),
    "overlays": ("--overlay",),
}
_HELP: Final = {
    "auth": "A security scheme: [ID=]TYPE[,KEY=VALUE...], as in "
    "basic,username_env=USER or main=api-key,name=X-Key. May be repeated.",
    "security": "Schemes that are needed together, as in basic or key+basic; repeated "
    "for a choice; none sends nothing.",
    "overlays": "An overlay file (Overlay 1.0 or 1.1) to lay over the description. May be "
    "repeated; the order counts.",
    "format": "Don't run black over the emitted code.",
}
_LEFT_OUT: Final = {"sources", "operations", "prose"}  # the arguments, and --set


def settings_flags(command: Command) -> Command:
    """Give *command* a flag for each setting."""
    properties = msgspec.json.schema(Config)["$defs"]["Config"]["properties"]
    about = cast("dict[str, dict[str, str]]", properties)
    fields = cast("inspect.StructType", inspect.type_info(Config)).fields
    toml: Decorator = click.option(
        "--set",
        "set",
        multiple=True,
        metavar="TOML",
        help="Any setting, as TOML: "
        'operations.GetPet.name = "pet". May be repeated.',
    )
    options: list[Decorator] = [
        _option(field, about[field.name]["description"])
        for field in fields
        if field.name not in _LEFT_OUT
    ]
    for option in reversed([*options, toml]):
        command = option(command)
    return command


def read_flags(values: Values) -> Values:
    """Return the layer of settings that the flags' *values* make, those not given left
    out; the other values are ignored."""
    known = set(Config.__struct_fields__)
    flags = {k: v for k, v in values.items() if k in known and v not in (None, ())}
    if schemes := cast("Sequence[str]", flags.pop("auth", ())):
        flags["auth"] = dict(_scheme(text) for text in schemes)
    if choices := cast("Sequence[str]", flags.get("security", ())):
        flags["security"] = [c.split("+") for c in choices if c != "none"]
    for text in cast("Sequence[str]", values.get("set", ())):
        try:
            flags = merge(flags, tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            raise Stop(
                [BAD_FLAG.at(flag="--set", value=text, reason=str(error))]
            ) from error
    return flags


def _option(field: inspect.Field, about: str) -> Decorator:
    """Return the decorator that adds the flag of *field*."""
    flag = field.name.replace("_", "-")
    names = _NAMES.get(field.name, (f"--{flag}",))
    type_ = field.type.type if isinstance(field.type, inspect.Metadata) else field.type
    dest = field.name
    help_ = _HELP.get(dest, about)
    match type_:
        case inspect.BoolType() if dest == "format":
            return click.option(
                *names, dest, flag_value=False, default=None, help=help_
            )
        case inspect.BoolType():
            both = f"--{flag}/--no-{flag}"
            return click.option(both, dest, default=None, help=help_)
        case inspect.LiteralType(values=allowed):
            choice = click.Choice([str(v) for v in allowed])
            return click.option(*names, dest, type=choice, help=help_)
        case inspect.IntType() | inspect.UnionType(
            types=(inspect.IntType(), inspect.NoneType())
        ):
            return click.option(*names, dest, type=click.IntRange(min=0), help=help_)
        case inspect.StrType() | inspect.UnionType() if dest not in _HELP:
            return click.option(*names, dest, metavar="TEXT", help=help_)
        case _:
            return click.option(*names, dest, multiple=True, metavar="TEXT", help=help_)


def _scheme(text: str) -> tuple[str, Values]:
    """Return the id and the table of the security scheme that *text* describes."""
    head, *pairs = text.split(",")
    name, _, type_ = head.rpartition("=")
    table: Values = {"type": type_}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals:
            reason = f"{pair!r} is no KEY=VALUE"
            raise Stop([BAD_FLAG.at(flag="--auth", value=text, reason=reason)])
        table[key] = value
    return name or type_, table
