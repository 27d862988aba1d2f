"""Ids of operations: their own, or what their methods and paths make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from specpress.ir.words import pascal


def operation_ids(stated: Sequence[tuple[str | None, str, str]]) -> tuple[str, ...]:
    """Return an id for each operation, of which its operationId, method and path are
    given: the operationId where no other has it, else one of method and path.

    >>> operation_ids([("getPet", "GET", "/pets/{id}"), (None, "GET", "/pets")])
    ('getPet', 'GetPets')
    >>> operation_ids([("get", "GET", "/a"), ("get", "GET", "/b")])
    ('GetA', 'GetB')
    """
    uses = Counter(id_ for id_, _, _ in stated)
    derived = [
        id_ if id_ and uses[id_] == 1 else pascal(f"{method.lower()} {path}")
        for id_, method, path in stated
    ]
    again = Counter(derived)
    return tuple(
        name if name == id_ or again[name] == 1 else f"{name}X{_hash(method, path)}"
        for name, (id_, method, path) in zip(derived, stated, strict=True)
    )


def _hash(method: str, path: str) -> str:
    """Return what tells two paths apart whose words are the same."""
    return sha256(f"{method} {path}".encode()).hexdigest()[:8]
