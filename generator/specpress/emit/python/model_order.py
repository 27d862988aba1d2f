"""The order of a module of models: everything stands after what its line evaluates.

Annotations of fields are evaluated late, the right-hand sides of aliases at once. So in
a group of types that refer to each other the classes come first, then the aliases, and
then the classes are completed; an alias that needs itself is evaluated late, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from specpress.emit.python.components import components
from specpress.emit.python.model_views import TypeView, late_alias_lines
from specpress.emit.render import Snippet

_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Block:
    """A class or a line of a module; *after_class* asks for a second empty line."""

    type: TypeView
    line: Snippet
    is_class: bool
    has_doc: bool
    after_class: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """The *blocks* of a module, and the names of the classes to complete at its end."""

    blocks: tuple[Block, ...]
    rebuilt: tuple[Snippet, ...]
    uses: frozenset[str]


def ordered(ids: Sequence[str], views: Mapping[str, TypeView]) -> Order:
    """Return the order of the types *ids* in their module."""
    graph = _inside(ids, views)
    blocks: list[Block] = []
    rebuilt: list[Snippet] = []
    for group in components(graph):
        first = group[0]
        if len(group) == 1 and first not in graph[first]:
            view = views[first]
            blocks += _private(view)
            blocks.append(_block(view))
            continue
        members = {id_: views[id_] for id_ in group}
        classes = [view for view in members.values() if view.is_class]
        private = [block for view in classes for block in _private(view)]
        names = {view.name for view in members.values()}
        late = [block for block in private if names & set(_WORD.findall(block.line))]
        blocks += [block for block in private if block not in late]
        blocks += [_block(view) for view in classes]
        blocks += _aliases(members)
        blocks += late
        if len(group) > 1 or late:
            rebuilt += [view.name for view in classes]
    text = "\n".join(block.line for block in blocks)
    uses = {name for name in ("TypeAliasType", "TYPE_CHECKING") if name in text}
    return Order(tuple(_spaced(blocks)), tuple(rebuilt), frozenset(uses))


def _block(view: TypeView) -> Block:
    return Block(
        view, view.line, view.is_class, has_doc=bool(view.doc) and not view.is_class
    )


def _private(view: TypeView) -> list[Block]:
    return [Block(view, line, is_class=False, has_doc=False) for line in view.aliases]


def _aliases(members: Mapping[str, TypeView]) -> Iterator[Block]:
    """Yield the aliases among *members*, those after others that need them."""
    graph = _inside(
        [id_ for id_, view in members.items() if not view.is_class], members
    )
    for group in components(graph):
        first = group[0]
        if len(group) > 1 or first in graph[first]:
            line = late_alias_lines([members[id_] for id_ in group])
            yield Block(members[first], line, is_class=False, has_doc=False)
        else:
            yield _block(members[first])


def _inside(ids: Sequence[str], views: Mapping[str, TypeView]) -> dict[str, list[str]]:
    return {id_: sorted(views[id_].refers & set(ids)) for id_ in ids}


def _spaced(blocks: Sequence[Block]) -> Iterator[Block]:
    before = False
    for block in blocks:
        yield Block(block.type, block.line, block.is_class, block.has_doc, before)
        before = block.is_class
