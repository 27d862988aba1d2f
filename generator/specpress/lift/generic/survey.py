"""Where on a page the operations are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specpress.lift.generic.blocks import (
    Block,
    Code,
    Items,
    Para,
    Section,
    Table,
)
from specpress.lift.generic.candidates import Candidate
from specpress.lift.generic.context import Context
from specpress.lift.generic.curl import read_curl
from specpress.lift.generic.endpoint import (
    METHODS,
    Endpoint,
    endpoint,
    endpoints,
)
from specpress.lift.generic.index import indexed, is_index
from specpress.lift.generic.mentions import named_by
from specpress.lift.generic.shares import candidates
from specpress.lift.generic.vocabulary import column_role, normal, section_role

_AROUND: Final = frozenset(
    "endpoint request parameters example example-request body query path url header".split()
)


def survey(root: Section, context: Context) -> list[Candidate]:
    """Return the operations of the page *root*, in its order."""
    found: dict[int, list[tuple[Section, Block | None, list[Endpoint]]]] = {}
    owners: dict[int, Section] = {}
    index: list[Candidate] = []
    for section in root.walk():
        for block, named in _mentions(section, context, index):
            owner = _owner(section)
            owners.setdefault(id(owner), owner)
            found.setdefault(id(owner), []).append((section, block, named))
    _from_samples(root, owners, found, context)
    made = [
        candidate
        for key, owner in owners.items()
        for candidate in candidates(owner, found[key], owners)
    ]
    return indexed(made, index)


def _owner(section: Section) -> Section:
    """Return the section of the operation that *section* names: not that of a part."""
    while section.parent is not None and section.heading is not None:
        role = section_role(section.title)
        label = section.heading.level == 7
        if not endpoints(section.title, section.heading.span) and (
            label or role in _AROUND
        ):
            section = section.parent
        else:
            break
    return section


def _mentions(
    section: Section, context: Context, index: list[Candidate]
) -> Iterator[tuple[Block | None, list[Endpoint]]]:
    """Yield the blocks of *section* that name an operation; None for its heading."""
    heading = section.heading
    if heading is not None:
        loose = bool(heading.words.marked("code", "badge"))
        if named := endpoints(heading.text, heading.span, loose=loose):
            context.name(heading, f"operation {_show(named)}")
            yield None, named
    if labelled := _labelled(section):
        block, made = labelled
        context.name(block, f"operation {_show([made])}")
        yield block, [made]
    role = section_role(section.title)
    if role in ("example-request", "example-response", "response", "errors", "example"):
        return
    method: tuple[Block, str] | None = None
    for block in section.blocks:
        if isinstance(block, Table | Items) and is_index(
            block, section, context, index
        ):
            continue
        named = named_by(block, method)
        method = None
        if named:
            context.name(block, f"operation {_show(named)}")
            yield block, named
        elif isinstance(block, Para) and block.text.strip(" :").lower() in METHODS:
            method = (block, block.text.strip(" :").upper())
            context.name(block, "method")


def _labelled(section: Section) -> tuple[Block, Endpoint] | None:
    """Return the endpoint of labels "Method" and "URL" with a text below each."""
    said: dict[str, tuple[Block, str]] = {}
    for inner in section.sections:
        role = column_role(inner.title)
        first = next(iter(inner.blocks), None)
        if role in ("method", "path") and isinstance(first, Para | Code):
            said.setdefault(role, (first, first.text.strip("` ").split("\n")[0]))
    if set(said) != {"method", "path"}:
        return None
    block, path = said["path"]
    method = re.match(r"[A-Za-z]+", said["method"][1])
    if method is None or method[0].lower() not in METHODS:
        return None
    if not re.match(r"/|https?://", path):
        return None
    made = endpoint(method[0], path.split()[0], block.span)
    return (block, made) if made else None


def _show(named: list[Endpoint]) -> str:
    return ", ".join(f"{each.method.upper()} {each.path}" for each in named)


def _from_samples(
    root: Section,
    owners: dict[int, Section],
    found: dict[int, list[tuple[Section, Block | None, list[Endpoint]]]],
    context: Context,
) -> None:
    """Add sections that name no operation, but show a command that calls one."""
    inside = {id(each) for owner in owners.values() for each in owner.walk()}
    for section in root.walk():
        if id(section) in inside or any(id(each) in owners for each in section.walk()):
            continue
        for block in section.blocks:
            if not isinstance(block, Code) or (curl := read_curl(block.text)) is None:
                continue
            made = endpoint(curl.method, curl.url, block.span)
            owner = _owner(section)
            if (
                made is None
                or normal(owner.title) == ""
                or section_role(owner.title) == "auth"
                or id(owner) in owners
            ):
                continue
            owners[id(owner)] = owner
            found.setdefault(id(owner), []).append((section, block, [made]))
            inside.update(id(each) for each in owner.walk())
            break
