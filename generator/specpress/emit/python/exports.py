"""Entries of the tables of lazy exports: a module, and the names that it holds."""

from __future__ import annotations

from collections.abc import Sequence

from specpress.emit.python.shape import string
from specpress.emit.render import LINE, Snippet


def home_entry(module: str, names: Sequence[str], *, indent: int = 12) -> Snippet:
    """Return the item of a dict that says where *names* are, at *indent* columns.

    >>> print(home_entry(".pets", ["Pet", "PetKind"]))
    ".pets": "Pet PetKind",
    """
    head = f"{string(module)}: "
    line = f"{head}{string(' '.join(names))},"
    if len(names) == 1 or indent + len(line) <= LINE:
        return Snippet(line)
    pad = " " * (indent + 4)
    rows: list[list[str]] = [[]]
    for name in names:
        row = " ".join((*rows[-1], name))
        if rows[-1] and len(pad) + len(row) + 3 > LINE:
            rows.append([])
        rows[-1].append(name)
    texts = [" ".join(row) for row in rows]
    spaced = [f"{text} " for text in texts[:-1]] + texts[-1:]
    lines = "".join(f"{pad}{string(text)}\n" for text in spaced)
    return Snippet(f"{head}(\n{lines}{' ' * indent}),")
