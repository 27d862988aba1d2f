"""Where in the one document each thing stands that was in another file."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.bundle import RENAMED
from specpress.document.bundle_edits import Key
from specpress.document.bundle_parts import Place, Tokens
from specpress.document.bundle_scan import Scan
from specpress.document.bundle_uris import stem
from specpress.document.grammar import METHODS
from specpress.document.sections import section
from specpress.tree import join

_HOISTED: Final = ("$defs", "definitions")  # what stands there has a name of its own
_ODD: Final = re.compile(r"[^A-Za-z0-9._-]+")  # OpenAPI 3.2, Components Object
_TELLS_NOTHING: Final = frozenset(
    (
        *METHODS,
        *"schema items content properties responses parameters requestBody allOf".split(),
        *"anyOf oneOf additionalProperties not headers default value".split(),
    )
)


@dataclass(slots=True)
class Layout:
    """The places in the document: *components* by what stands there, *mounted* of them
    the aliases that they replace, *renamed* the names they would have had.

    A component that is nothing but a reference to a file holds that file's content. What
    lies in something that has a place is referred to there. All else becomes a component,
    called by the last token of its pointer, or by its file.
    """

    scan: Scan
    report: Report
    mounted: dict[Key, Place] = field(default_factory=dict[Key, Place])
    components: dict[Key, Tokens] = field(default_factory=dict[Key, Tokens])
    renamed: dict[Key, str] = field(default_factory=dict[Key, str])
    _roots: dict[Place, Tokens | Place] = field(
        default_factory=dict["Place", "Tokens | Place"]
    )

    def __post_init__(self) -> None:
        self._roots.update(self.scan.sites)
        unnamed = [
            key
            for key in sorted(self.scan.targets, key=lambda key: len(key[0].tokens))
            if self._around(key[0], whole=False) is None and not self._mount(key)
        ]
        self._name(unnamed)

    def locate(self, key: Key) -> Tokens:
        """Return the tokens of the pointer to *key* in the document."""
        if key in self.components:
            return self.components[key]
        return self._locate(key[0], whole=False) or ()

    def _mount(self, key: Key) -> bool:
        """Return whether a component that is nothing but a reference to *key* takes its
        place: the one of its name, or else the first."""
        places = section(key[1], self.scan.version)
        found = {
            tokens[-1]: (tokens, holder)
            for holder in self.scan.aliases.get(key, ())
            if (tokens := self._locate(holder, whole=True)) and tokens[:-1] == places
        }
        if not found:
            self._roots.setdefault(key[0], ())  # named later
            return False
        wanted = next(_candidates(key[0]))
        alike = [name for name in found if name.casefold() == wanted.casefold()]
        chosen = found.get(wanted) or found[(alike or list(found))[0]]
        self.components[key], self.mounted[key] = chosen
        self._roots[key[0]] = self.components[key]
        return True

    def _around(self, place: Place, *, whole: bool) -> Place | None:
        """Return the innermost thing around *place* that has a place."""
        tokens = place.tokens
        for length in range(len(tokens) - (not whole), -1, -1):
            below = tokens[length:]
            if len(below) > 1 and below[-2] in _HOISTED:
                continue
            if (around := Place(place.file, tokens[:length])) in self._roots:
                return around
        return None

    def _locate(self, place: Place, *, whole: bool, steps: int = 0) -> Tokens | None:
        """Return where *place* is in the document, by what is around it."""
        if place.file == self.scan.entry:
            return place.tokens
        around = self._around(place, whole=whole)
        if around is None or steps > len(self._roots):
            return None
        root: Tokens | Place | None = self._roots[around]
        if isinstance(root, Place):
            root = self._locate(root, whole=True, steps=steps + 1)
        return None if not root else (*root, *place.tokens[len(around.tokens) :])

    def _name(self, keys: list[Key]) -> None:
        """Give each of *keys* a name; those that want the same one take longer ones.

        Not even the first keeps it, since that would depend on the order.
        """
        names = {key: _candidates(key[0]) for key in keys}
        given = {key: next(names[key]) for key in keys}
        plain = dict(given)
        taken = {kind: self._taken(kind) for kind in {kind for _, kind in keys}}
        while clashing := _clashing(given, taken):
            for key in clashing:
                given[key] = next(names[key])
        for key, name in given.items():
            places = section(key[1], self.scan.version)
            assert places is not None
            self.components[key] = self._roots[key[0]] = (*places, name)
            if name != plain[key]:
                self.renamed[key] = plain[key]
                span = self.scan.targets[key].span
                self.report.add(RENAMED.at(span, name=plain[key], new=name))

    def _taken(self, kind: str) -> set[str]:
        """Return the names that components of *kind* have already."""
        places = section(kind, self.scan.version) or ()
        taken = {t[-1] for t in self.components.values() if t[:-1] == places}
        return taken | self._stated(places)

    def _stated(self, places: Tokens) -> set[str]:
        """Return the names that the description itself gives at *places*."""
        nodes = [self.scan.files.parts[self.scan.entry].root]
        for token in places:
            inner = [child for node in nodes if (child := node.get(token)) is not None]
            nodes = [*inner, *(n for node in inner for n in self.scan.inlined(node))]
        return {name for node in nodes for name in node.map}


def _clashing(given: Mapping[Key, str], taken: Mapping[str, set[str]]) -> list[Key]:
    """Return those whose name another has, or is taken."""
    counted = Counter((kind, name) for (_, kind), name in given.items())
    return [
        key
        for key, name in given.items()
        if counted[key[1], name] > 1 or name in taken[key[1]]
    ]


def _candidates(place: Place) -> Iterator[str]:
    """Yield names for what stands at *place*, each longer than the one before."""
    file = stem(place.file)
    folders = [_sane(each) for each in posixpath.dirname(place.file).split("/")]
    folders = [each for each in folders if each]
    tokens = [_sane(token) for token in place.tokens]
    telling = [t for t in tokens if t and t not in _TELLS_NOTHING and not t.isdecimal()]
    base = telling[-1] if telling else _sane(file)
    if tokens and tokens[-1] != base:
        base = f"{base}_{tokens[-1]}" if tokens[-1] else base
    yield base
    more = [*folders, *([_sane(file)] if tokens else [])]
    for count in range(1, len(more) + 1):
        yield "_".join([base, *more[-count:]])
    whole = "_".join([base, *more, *tokens])
    yield whole
    digest = hashlib.sha256(f"{place.file}#{join(place.tokens)}".encode()).hexdigest()
    for length in range(8, len(digest), 8):
        yield f"{whole}_{digest[:length]}"


def _sane(text: str) -> str:
    """Return *text* with what a component's name may not have as underscores."""
    return _ODD.sub("_", text).strip("_")
