"""What ``fidelity.json`` holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from specpress.ledger.state import Status

FIDELITY: Final = "fidelity.json"
"""The name of the ledger in the output folder."""


class _Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all parts share."""


class Counts(_Strict, frozen=True, kw_only=True):
    """How many parts of a description are in which state."""

    honoured: int = 0
    approximated: int = 0
    dropped: int = 0
    unused: int = 0


class Entry(_Strict, frozen=True, kw_only=True, omit_defaults=True):
    """A part of a file and its state. *at* is a JSON Pointer (RFC 6901), or, in a page,
    where the part begins and ends (exclusive) by line and column, as in ``3:1-3:17``;
    empty for the whole file. *why* says how it was approximated, or why it is dropped
    or unused."""

    at: str
    status: Status
    why: str = ""


class Repair(_Strict, frozen=True, kw_only=True):
    """A part of a file that breaks the rules and is honoured all the same, and *how*."""

    at: str
    how: str


class FileFidelity(_Strict, frozen=True, kw_only=True):
    """What became of one *file*, "" for what is in none. An entry covers all that lies
    beneath its pointer, or inside its span, unless a deeper entry says otherwise; the
    first one covers the whole file."""

    file: str
    entries: tuple[Entry, ...]
    repairs: tuple[Repair, ...] = ()


class Fidelity(_Strict, frozen=True, kw_only=True):
    """What became of a description: nothing in it is left unsaid.

    Parts are the objects that OpenAPI names (operations, parameters, schemas ...) and
    the other keys of such objects; what stands inside an example, an enumeration or an
    extension counts with it. *honoured* parts are sent, enforced, decoded or printed by
    the client; *approximated* ones are there, but wider or plainer than described;
    *dropped* ones are not in the client; *unused* ones say nothing that a client could
    act on, or document what it does not print. *kinds* has the counts by what the parts
    are; *repaired* is how many repairs there are, whose parts count as honoured.
    """

    format: int = 1
    counts: Counts
    repaired: int
    kinds: dict[str, Counts]
    files: tuple[FileFidelity, ...]

    def encode(self) -> str:
        """Return the ledger as it is written: JSON, an entry a line.

        Two ledgers differ in the lines of what a change gained or lost.
        """
        kinds = ",\n".join(
            f"    {_json(kind)}: {_json(counts)}" for kind, counts in self.kinds.items()
        )
        files = ",\n".join(_file_text(each) for each in self.files)
        return (
            f'{{\n  "format": {self.format},\n  "counts": {_json(self.counts)},\n'
            f'  "repaired": {self.repaired},\n  "kinds": {{\n{kinds}\n  }},\n'
            f'  "files": [\n{files}\n  ]\n}}\n'
        )


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _file_text(file: FileFidelity) -> str:
    lists = [
        f'      "{key}": [{_lines(items)}]'
        for key, items in (("entries", file.entries), ("repairs", file.repairs))
    ]
    inside = ",\n".join(lists)
    return f'    {{\n      "file": {_json(file.file)},\n{inside}\n    }}'


def _lines(items: Iterable[msgspec.Struct]) -> str:
    lines = ",\n".join(f"        {_json(item)}" for item in items)
    return f"\n{lines}\n      " if lines else ""


def schema() -> dict[str, object]:
    """Return the JSON Schema of ``fidelity.json``."""
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, **msgspec.json.schema(Fidelity)}
