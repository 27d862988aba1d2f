"""Grouping: which operations hang on which attribute of the client."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from specpress.config import Config
from specpress.emit.python.symbols import words
from specpress.ir.nodes import Api, Operation
from specpress.ir.words import fold

SINGLE: Final = 20
"""The most operations of a flat client that share the one module ``client.py``."""


def group_words(api: Api, config: Config) -> dict[str, str | None]:
    """Return the word that each operation, by its id, is grouped under; None for none.

    By the first tag where every operation has one, or as the configuration says: by
    ``tag``, by ``path`` (see `path_word`), or ``flat``. A group that the description
    wants an operation in counts before its tags. Words that are the same but for their
    case and signs are one, as it comes first.
    """
    tagged = all(op.group or op.tags for op in api.operations)
    by_tag = config.grouping == "tag" or (config.grouping == "auto" and tagged)
    first: dict[str, str] = {}
    out: dict[str, str | None] = {}
    for operation in api.operations:
        word = _word(operation, config, by_tag=by_tag)
        out[operation.id] = word and first.setdefault(fold(word) or word, word)
    return out


def _word(operation: Operation, config: Config, *, by_tag: bool) -> str | None:
    if config.grouping == "path":
        return path_word(operation.path)
    if config.grouping == "flat":
        return None
    return operation.group or (operation.tags[0] if by_tag and operation.tags else None)


def path_word(path: str) -> str:
    """Return the last literal segment of *path*, without a file's extension.

    >>> path_word("/v1/Accounts/{Sid}/Calls/{Id}.json"), path_word("/{id}")
    ('Calls', 'root')
    """
    literal = [part for part in path.split("/") if part and "{" not in part]
    if not literal:
        return "root"
    stem, dot, _ = literal[-1].rpartition(".")
    return stem if dot and stem else literal[-1]


def method_words(
    operations: Sequence[Operation], groups: Mapping[str, str | None]
) -> dict[str, str]:
    """Return what each operation is called in its group: its id without the group's word.

    The whole id stays where nothing would be left, or where two would be the same.
    """
    short = {op.id: _without(op.id, groups[op.id]) for op in operations}
    count = Counter((groups[id_], text.lower()) for id_, text in short.items())
    return {
        id_: text if count[groups[id_], text.lower()] == 1 else id_
        for id_, text in short.items()
    }


def _without(id_: str, group: str | None) -> str:
    """Return *id_* without the words of *group* at its end or beginning."""
    if group is None:
        return id_
    own, drop = words(id_), [_singular(word) for word in words(group)]
    folded, size = [_singular(word) for word in own], len(drop)
    if folded[-size:] == drop and len(own) > size:
        return " ".join(own[:-size])
    if folded[:size] == drop and len(own) > size:
        return " ".join(own[size:])
    return id_


def _singular(word: str) -> str:
    word = word.lower()
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
