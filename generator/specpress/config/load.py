"""From layers of settings to a `Config`: the file's tables, then the flags."""

from __future__ import annotations

import keyword
import re
import sys
import tomllib
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias, cast
from urllib.parse import urlsplit

import msgspec

from specpress.config.allow import bad_entry
from specpress.config.check import Problem, problems
from specpress.config.model import Config
from specpress.config.near import hint
from specpress.config.places import Path, Place, places
from specpress.diagnostics.codes import config as codes
from specpress.diagnostics.model import Diagnostic, Report
from specpress.source import NOWHERE, Source, Span

Layer: TypeAlias = Mapping[str, object]

_CLIENTS: Final = "client"
_TAKEN: Final = {"conftest", "httpx", "httpx2", "pydantic", "pytest", "tests"}
_AT: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class Table(NamedTuple):
    """The settings of one client as a file has them, and where each stands.

    *paths* are those of the tables that were merged, the last one the client's own.
    """

    settings: Layer
    source: Source | None = None
    places: Mapping[Path, Place] = {}
    paths: tuple[Path, ...] = ((),)

    def span(self, path: Path = (), *, key: bool = False) -> Span:
        """Return where the setting *path*, or the nearest table around it, stands."""
        if self.source is None:
            return NOWHERE
        for length in range(len(path), -1, -1):
            for table in reversed(self.paths):
                if place := self.places.get((*table, *path[:length])):
                    exact = length == len(path) and not key
                    return self.source.span(*(place.value if exact else place.key))
        return self.source.span(0, 0)


def read_tables(source: Source, report: Report, *, pyproject: bool) -> list[Table]:
    """Return the tables of the clients in *source*, an unfit one left out.

    Settings outside the ``[[client]]`` tables hold for all clients; without such a
    table they are the one client's. With *pyproject* they lie in ``[tool.specpress]``.
    """
    try:
        data: dict[str, object] = tomllib.loads(source.text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        report.add(_not_toml(source, str(error)))
        return []
    root: Path = ("tool", "specpress") if pyproject else ()
    for key in root:
        inner = data.get(str(key))
        data = cast("dict[str, object]", inner) if isinstance(inner, dict) else {}
    if pyproject and not data:
        report.add(codes.MISSING_SETTING.at(source.span(0, 0), path="[tool.specpress]"))
        return []
    where = places(source.text)
    shared = {key: value for key, value in data.items() if key != _CLIENTS}
    own = data.get(_CLIENTS)
    if own is None:
        tables = [Table(shared, source, where, (root,))]
    else:
        items = cast("list[object]", own) if isinstance(own, list) else [own]
        tables = [
            Table(merge(shared, cast("Layer", item)), source, where, paths)
            for index, item in enumerate(items)
            if isinstance(item, dict)
            for paths in ((root, (*root, _CLIENTS, index)),)
        ]
        if not isinstance(own, list) or len(tables) < len(items):
            span = Table({}, source, where, (root,)).span((_CLIENTS,))
            wanted = {"path": _CLIENTS, "expected": "[[client]] tables"}
            report.add(codes.WRONG_VALUE.at(span, got="something else", **wanted))
            return []
        if not tables:
            report.add(codes.MISSING_SETTING.at(source.span(0, 0), path="[[client]]"))
    return [table for table in tables if _sound(table, report)]


def merge(*layers: Layer) -> dict[str, object]:
    """Return the settings of *layers*, the last to set a key winning.

    None stands for not set. Tables are merged key by key, unless their types differ.

    >>> merge({"auth": {"a": {"type": "basic"}}}, {"auth": {"b": {"type": "bearer"}}})
    {'auth': {'a': {'type': 'basic'}, 'b': {'type': 'bearer'}}}
    """
    merged: dict[str, object] = {}
    for layer in layers:
        for key, value in layer.items():
            old = merged.get(key)
            if isinstance(value, Mapping) and isinstance(old, Mapping):
                table, under = cast("Layer", value), cast("Layer", old)
                same = table.get("type") == under.get("type")
                merged[key] = merge(under, table) if same else dict(table)
            elif value is not None:
                merged[key] = value
    return merged


def make_config(table: Table, flags: Layer, report: Report) -> Config | None:
    """Return the settings of *table* with *flags* laid over, or None with a report."""
    settings = merge(table.settings, flags)
    found = list(problems(settings, msgspec.inspect.type_info(Config)))
    for problem in found:
        _report(problem, table, report)
    if found:
        return None
    config = msgspec.convert(settings, Config)
    before = len(report.diagnostics)
    if reason := bad_package(config.package):
        span = NOWHERE if "package" in flags else table.span(("package",))
        report.add(codes.BAD_PACKAGE.at(span, name=config.package, reason=reason))
    _check_base_url(config, table, report)
    _check_schemes(config, table, report)
    for index, entry in enumerate(config.allow):
        if reason := bad_entry(entry):
            wanted = "a folder or the beginning of an https URL"
            values = {"path": f"allow[{index}]", "got": f"{entry!r}: {reason}"}
            span = table.span(("allow", index))
            report.add(codes.WRONG_VALUE.at(span, expected=wanted, **values))
    return config if len(report.diagnostics) == before else None


def bad_package(name: str) -> str | None:
    """Return why *name* can't be the name of a package, or None.

    >>> bad_package("class")
    'it is a keyword'
    """
    if not (name.isascii() and name.isidentifier()):
        return "it is not an identifier of letters, digits and underscores"
    if keyword.iskeyword(name):
        return "it is a keyword"
    if name in sys.stdlib_module_names:
        return "it would hide a module of the standard library"
    if name in _TAKEN:
        return "it would hide a module that the client or its tests import"
    return None


def _sound(table: Table, report: Report) -> bool:
    type_ = msgspec.inspect.type_info(Config)
    found = list(problems(table.settings, type_, partial=True))
    for problem in found:
        _report(problem, table, report)
    return not found


def _report(problem: Problem, table: Table, report: Report) -> None:
    span = table.span(problem.path, key=problem.on_key)
    report.add(problem.code.at(span, **problem.values))


def _check_base_url(config: Config, table: Table, report: Report) -> None:
    if config.base_url is None:
        return
    try:
        parts = urlsplit(config.base_url)
    except ValueError:  # unbalanced brackets of an IPv6 address
        parts = urlsplit("")
    if parts.scheme in {"http", "https"} and parts.netloc and not parts.query:
        return
    expected = "an http or https URL without a query"
    values = {"path": "base_url", "expected": expected, "got": repr(config.base_url)}
    report.add(codes.WRONG_VALUE.at(table.span(("base_url",)), **values))


def _check_schemes(config: Config, table: Table, report: Report) -> None:
    wanted: list[tuple[Path, Sequence[Sequence[str]]]] = [
        (("operations", key, "security"), operation.security or ())
        for key, operation in config.operations.items()
    ]
    wanted.append((("security",), config.security or ()))
    for path, choices in wanted:
        for index, choice in enumerate(choices):
            for number, name in enumerate(choice):
                if name not in config.auth:
                    span = table.span((*path, index, number))
                    known = hint(name, config.auth)
                    report.add(codes.UNKNOWN_SCHEME.at(span, name=name, hint=known))


def _not_toml(source: Source, message: str) -> Diagnostic:
    match = _AT.search(message)
    reason = message[: match.start()] if match else message
    offset = len(source.text.rstrip())
    if match and match[1]:
        offset = source.offset(int(match[1]), int(match[2]))
    span = source.span(offset, min(offset + 1, len(source.text)))
    return codes.NOT_TOML.at(span, reason=reason[:1].lower() + reason[1:])
