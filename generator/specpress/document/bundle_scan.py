"""The first walk: every reference of all files, and what is to become of each."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping

from specpress.diagnostics import Report
from specpress.diagnostics.codes.bundle import NO_SCHEMA, REMOTE, WRONG_KIND
from specpress.diagnostics.codes.refs import DANGLING, LOOP
from specpress.document.bundle_edits import Edit, Key
from specpress.document.bundle_files import Files, Unresolved
from specpress.document.bundle_items import Item, below, outermost, place
from specpress.document.bundle_meant import follow, meant
from specpress.document.bundle_parts import Place
from specpress.document.bundle_resolve import Found, Resolver
from specpress.document.bundle_schemas import Names
from specpress.document.grammar import PARTS, Kind, is_map, item, kind_at
from specpress.document.repair.references import names_schema
from specpress.document.sections import INSTEAD, section
from specpress.tree import Node


class Scan:
    """What the walk over *files*, from the file *entry* on, finds.

    *edits* are by the identity of the objects that they are about (their values, which
    YAML aliases share). *targets* have to get a place in the document, *sites* are
    where something takes a reference's place, *aliases* the components that are
    nothing but a reference to a target.
    """

    def __init__(self, entry: str, version: str, files: Files, report: Report) -> None:
        self.entry = entry
        self.version = version
        self.files = files
        self.edits: dict[int, list[Edit]] = {}
        self.targets: dict[Key, Node] = {}
        self.sites: dict[Place, Place] = {}
        self.aliases: dict[Key, list[Place]] = {}
        self._report = report
        self._resolver = Resolver(files, entry, report)
        self.names = Names(files, self._resolver, entry)
        self._queue: deque[tuple[Place, Node, Kind]] = deque()
        self._seen: dict[Kind, set[int]] = {kind: set() for kind in PARTS}
        self._fine: set[tuple[Kind, str]] = set()
        self._later: list[tuple[Item, Place]] = []
        self._one = len(files.parts[entry].resources) == 1

    def run(self) -> None:
        """Walk all that can be reached.

        References to URIs that nothing has yet wait: a file read later may have it.
        """
        root = self.files.parts[self.entry].root
        self._queue.append((Place(self.entry), root, "document"))
        waiting = -1
        while self._queue or self._later:
            while self._queue:
                self._walk(*self._queue.popleft())
            later, self._later = self._later, []
            last = len(later) == waiting
            waiting = len(later)
            for each, start in later:
                self._reference(each, start, last=last)

    def inlined(self, node: Node) -> list[Node]:
        """Return what takes the place of the reference that *node* is."""
        edits = self.edits.get(id(node.value), ())
        return [e.found.node for e in edits if e.found and e.how == "inline"]

    def _walk(self, start: Place, root: Node, kind: Kind) -> None:
        """Go through the objects of *root*, which is of *kind* and stands at *start*."""
        stack = [Item(root, kind, None, "")]
        while stack:
            each = stack.pop()
            value = each.node.value
            if isinstance(value, list):
                inner = item(each.kind)
                stack += [
                    Item(value[index], inner, each, str(index))
                    for index in range(len(value) - 1, -1, -1)
                ]
            elif isinstance(value, dict) and id(value) not in self._seen[each.kind]:
                self._seen[each.kind].add(id(value))
                if self._object(each, value, start):
                    stack += [*below(each, value)][::-1]

    def _object(self, each: Item, value: dict[str, Node], start: Place) -> bool:
        """Note what is to become of an object; return whether to go on below it."""
        ref = value.get("$ref")
        if ref is not None and isinstance(ref.value, str):
            self._reference(each, start)
            if not self.counts_beside(each.kind):
                return False
        if each.kind == "schema" and self.names.concern(value):
            here = place(each, start)
            for key, found in self.names.note(value, here, outermost(each, start)):
                self._edit(Edit("point", value[key], "schema", here, found, key), value)
            for found in self.names.mapped(value, here):
                self._add((found.place, "schema"), found.node)
        return True

    def counts_beside(self, kind: Kind) -> bool:
        """Return whether what stands beside a reference says something.

        In schemas it does from 3.1 on; a Reference Object has only texts beside it.
        """
        if kind == "schema":
            return self.version >= "3.1"
        return kind in ("path_item", "plain") or is_map(kind)

    def _reference(self, each: Item, start: Place, *, last: bool = False) -> None:
        """Note what is to become of the reference that *each* is."""
        value, kind = each.node.map, each.kind
        ref = value["$ref"]
        local = start.file == self.entry
        assert ref.text is not None
        if local and self._one and (kind, ref.text) in self._fine:
            return
        here = place(each, start)
        try:
            found = follow(self._resolver, ref, here, kind)
            edit = self._planned(self._resolver.end(found), each, start)
        except Unresolved as error:
            if local and ref.text.startswith("#") and error.code in (DANGLING, LOOP):
                return  # who uses it reports it
            if error.code is WRONG_KIND and names_schema(value, kind, ref.text):
                return  # repair makes it the schema
            if error.code is REMOTE and not last:
                self._later.append((each, start))
                return
            instead = INSTEAD.get(kind, "it is left out")
            values = {**error.values, "ref": ref.text, "instead": instead}
            akin = kind == "schema" and error.code is WRONG_KIND
            code = NO_SCHEMA if akin else error.code
            self._report.add(code.at(ref.span, **values))
            edit = Edit("gone", ref, kind, here)
        if edit is None:
            self._fine.add((kind, ref.text))
        else:
            self._edit(edit, value)

    def _planned(self, found: Found, each: Item, start: Place) -> Edit | None:
        """Return what becomes of a reference to *found*; None: it stays as it is."""
        kind, value, here = each.kind, each.node.map, place(each, start)
        ref = value["$ref"]
        found, wrapped = meant(self._resolver, found, each, start)
        local = found.place.file == self.entry
        if wrapped:
            return Edit("wrap", ref, kind, here, found)
        if section(kind, self.version) is None:
            stays = kind == "media" or (kind == "path_item" and len(value) == 1)
            if not (local and stays):
                return Edit("inline", ref, kind, here, found)
        if local and found.place.tokens == self._resolver.literal(ref):
            return None
        return Edit("point", ref, kind, here, found)

    def _edit(self, edit: Edit, value: Mapping[str, Node]) -> None:
        """Take down *edit*, and what it refers to.

        What is met as two kinds of things is what it was met as first.
        """
        edits = self.edits.setdefault(id(value), [])
        if any(known.key == edit.key for known in edits):
            return
        edits.append(edit)
        if edit.found is None:
            return
        place_, node = edit.found.place, edit.found.node
        if edit.how == "inline":
            self.sites.setdefault(place_, edit.here)
            self._queue.append((place_, node, edit.kind))
        else:
            self._add(edit.target, node)
            if edit.how == "point" and len(value) == 1:
                self.aliases.setdefault(edit.target, []).append(edit.here)

    def _add(self, target: Key, node: Node) -> None:
        """Take down that *target* is referred to."""
        place_, kind = target
        if place_.file != self.entry:
            if target in self.targets:
                return
            self.targets[target] = node
        elif kind_at(place_.tokens) is not None:
            return  # the walk over the entry comes there
        self._queue.append((place_, node, kind))
