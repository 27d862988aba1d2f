"""Where on a page the operations are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from specpress.lift.generic.blocks import Block, Code, Heading, Items, Para, Section, Table
from specpress.lift.generic.columns import read_columns
from specpress.lift.generic.context import Context
from specpress.lift.generic.curl import read_curl
from specpress.lift.generic.endpoint import (
    METHODS,
    Endpoint,
    endpoint,
    endpoints,
    rest_of,
)
from specpress.lift.generic.vocabulary import column_role, normal, section_role

_HTTP: Final = re.compile(r"\s+HTTP/\d(?:\.\d)?\s*$")
_AROUND: Final = frozenset(
    "endpoint request parameters example example-request body query path url header".split()
)
_LABEL: Final = re.compile(r"^[A-Za-z ]{1,30}:\s*")


@dataclass(frozen=True, slots=True)
class Part:
    """A block of an operation, with the sections around it, the innermost last."""

    sections: tuple[Section, ...]
    block: Block


@dataclass(slots=True)
class Candidate:
    """An operation: what names it, and the part of the page that describes it.

    *title* is what it is called, *brief* what an index says of it.
    """

    endpoint: Endpoint
    title: Heading | None
    parts: list[Part] = field(default_factory=list[Part])
    brief: str = ""
    name: str = ""
    sure: float = 1.0


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
        for candidate in _candidates(owner, found[key], owners)
    ]
    return _indexed(made, index)


def _owner(section: Section) -> Section:
    """Return the section of the operation that *section* names: not that of a part."""
    while section.parent is not None and section.heading is not None:
        role = section_role(section.title)
        label = section.heading.level == 7
        if not endpoints(section.title, section.heading.span) and (label or role in _AROUND):
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
            context.read(heading, f"operation {_show(named)}")
            yield None, named
    role = section_role(section.title)
    if role in ("example-request", "example-response", "response", "errors", "example"):
        return
    method: tuple[Block, str] | None = None
    for block in section.blocks:
        if isinstance(block, Table | Items) and _is_index(block, section, context, index):
            continue
        named = _named(block, method, section)
        method = None
        if named:
            context.read(block, f"operation {_show(named)}")
            yield block, named
        elif isinstance(block, Para) and block.text.strip(" :").lower() in METHODS:
            method = (block, block.text.strip(" :").upper())
            context.read(block, "method")


def _show(named: list[Endpoint]) -> str:
    return ", ".join(f"{each.method.upper()} {each.path}" for each in named)


def _named(
    block: Block, method: tuple[Block, str] | None, section: Section
) -> list[Endpoint]:
    match block:
        case Para() | Heading():
            return _in_words(block, method)
        case Code():
            return _in_code(block, method)
        case Table():
            return _in_table(block, section)
        case Items():
            return _in_pairs([entry.text for entry in block.entries], block)
        case _:
            return []


def _in_words(block: Para | Heading, method: tuple[Block, str] | None) -> list[Endpoint]:
    text = block.text
    loose = bool(block.words.marked("code", "badge", "strong"))
    if method is not None and re.match(r"/|https?://", text):
        made = endpoint(method[1], text.split()[0], block.span)
        return [made] if made else []
    named = endpoints(text, block.span, loose=loose)
    if not named:
        if loose and (found := _badged(block)):
            return [found]
        return _in_pairs(text.split("\n"), block)
    rest = _LABEL.sub("", rest_of(text))
    alone = len(rest) <= 30 or len(rest.split()) <= 4
    whole = any(endpoints(piece.text, piece.span, loose=True) for piece in block.words.marked("code", "strong"))
    start = re.match(r"[\W_]*(?:GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE)\b", text)
    if alone or (start and (whole or len(text) < 160)):
        return named
    return []


def _badged(block: Para | Heading) -> Endpoint | None:
    """Return the endpoint of a badge with a method beside a path."""
    pieces = [p for p in block.words.pieces if p.text.strip()]
    for one, two in zip(pieces, pieces[1:], strict=False):
        path = two.text.strip().split("\n")[0].split(" ")[0]
        if one.text.strip().lower() in METHODS and re.match(r"/|https?://", path):
            if len(block.text) < len(one.text) + len(two.text) + 40:
                return endpoint(one.text.strip(), path, block.span)
    return None


def _in_code(block: Code, method: tuple[Block, str] | None) -> list[Endpoint]:
    lines = [line.strip() for line in block.text.split("\n")]
    lines = [line for line in lines if line]
    if not lines or len(lines) > 40:
        return []
    if method is not None and re.match(r"/|https?://", lines[0]):
        made = endpoint(method[1], lines[0], block.span)
        return [made] if made else []
    found: list[Endpoint] = []
    for line in lines:
        bare = _HTTP.sub("", line)
        named = endpoints(bare, block.span)
        if not named or len(rest_of(bare).split()) > 3 or not re.match(r"\W*[A-Z]{3,7}\b", bare):
            break
        found += named
    return found


def _in_table(block: Table, section: Section) -> list[Endpoint]:
    """Return what a table of one operation says: its method and path side by side."""
    columns = read_columns(block)
    if columns.kind == "endpoints" and len(columns.rows) == 1 + ("produces" in columns.roles) * 9:
        return _rows(block)
    if columns.kind == "endpoints" and (len(columns.rows) == 1 or "produces" in columns.roles):
        return _rows(block)
    pairs = [f"{row.cells[0].text}: {row.cells[1].text}" for row in block.rows if len(row.cells) == 2]
    return _in_pairs(pairs, block) if len(pairs) == len(block.rows) else []


def _rows(block: Table) -> list[Endpoint]:
    columns = read_columns(block)
    found: list[Endpoint] = []
    for row in columns.rows:
        cells = row.cells
        if max(columns.roles["method"], columns.roles["path"]) < len(cells):
            methods = re.findall(r"[A-Za-z]+", cells[columns.roles["method"]].text)
            place = cells[columns.roles["path"]].text.split("\n")[0].strip("` ")
            for method in methods:
                if method.lower() in METHODS and (made := endpoint(method, place, row.span)):
                    found.append(made)
    return found


def _in_pairs(lines: list[str], block: Block) -> list[Endpoint]:
    """Return the endpoint of lines such as ``Method: GET`` and ``URL: /things``."""
    said: dict[str, str] = {}
    for line in lines:
        label, colon, value = line.partition(":")
        role = column_role(label.strip("*` "))
        if colon and role in ("method", "path") and value.strip():
            said.setdefault(role, value.strip().strip("`*"))
    if "path" not in said or "method" not in said:
        return []
    method = re.match(r"[A-Za-z]+", said["method"])
    if method is None or method[0].lower() not in METHODS or not re.match(r"/|https?://", said["path"]):
        return []
    made = endpoint(method[0], said["path"].split()[0], block.span)
    return [made] if made else []


def _is_index(
    block: Table | Items, section: Section, context: Context, index: list[Candidate]
) -> bool:
    """Take *block* when it lists several operations, each in a row."""
    found: list[Candidate] = []
    if isinstance(block, Table):
        columns = read_columns(block)
        if columns.kind != "endpoints" or "produces" in columns.roles or len(columns.rows) < 2:
            found = _index_of_one_column(block)
        else:
            at = columns.roles.get("description")
            for row in columns.rows:
                single = Table((row,), row.span, row.path)
                for each in _cells(columns.roles, row.cells, single):
                    brief = row.cells[at].text if at is not None and at < len(row.cells) else ""
                    found.append(Candidate(each, section.heading, brief=brief))
    else:
        for entry in block.entries:
            named = endpoints(entry.text, entry.span, loose=bool(entry.words.marked("code")))
            if not named or not re.match(r"\W*[A-Z]+\b", entry.text) or entry.blocks:
                found = []
                break
            rest = rest_of(entry.text)
            found += [Candidate(each, section.heading, brief=rest) for each in named]
    if len(found) < 2:
        return False
    index.extend(found)
    context.read(block, f"index of {len(found)} operations")
    return True


def _index_of_one_column(block: Table) -> list[Candidate]:
    """Return the operations of a table with a method and path in one cell of each row."""
    found: list[Candidate] = []
    rows = [row for row in block.rows if not row.head]
    for row in rows:
        named = endpoints(row.cells[0].text, row.span)
        if not named or len(rest_of(row.cells[0].text)) > 20:
            return []
        brief = row.cells[1].text if len(row.cells) > 1 else ""
        found += [Candidate(each, None, brief=brief) for each in named]
    return found


def _cells(roles: object, cells: object, single: Table) -> list[Endpoint]:
    assert isinstance(roles, dict) and isinstance(cells, tuple)
    if max(roles["method"], roles["path"]) >= len(cells):
        return []
    methods = re.findall(r"[A-Za-z]+", cells[roles["method"]].text)
    place = cells[roles["path"]].text.split("\n")[0].strip("` ")
    made = [endpoint(m, place, single.span) for m in methods if m.lower() in METHODS]
    return [each for each in made if each is not None]


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
            if made is None or normal(owner.title) == "" or section_role(owner.title) == "auth" or id(owner) in owners:
                continue
            owners[id(owner)] = owner
            found.setdefault(id(owner), []).append((section, block, [made]))
            inside.update(id(each) for each in owner.walk())
            break


def _candidates(
    owner: Section,
    found: list[tuple[Section, Block | None, list[Endpoint]]],
    owners: dict[int, Section],
) -> Iterator[Candidate]:
    """Yield the operations that *owner* describes, each with its part of it."""
    parts = list(_parts(owner, (), owners))
    order = {id(part.block): at for at, part in enumerate(parts)}
    cuts = [(order.get(id(block), 0) if block is not None else 0, block, named) for _, block, named in found]
    cuts.sort(key=lambda cut: cut[0])
    groups: list[tuple[int, list[Endpoint]]] = []
    last = -2
    for at, block, named in cuts:
        if groups and (at == last + 1 or at == last or _same(groups[-1][1], named)):
            known = {(e.method, e.path) for e in groups[-1][1]}
            groups[-1][1].extend(e for e in named if (e.method, e.path) not in known)
        else:
            groups.append((at, list(named)))
        last = at if block is not None else -1
    for number, (at, named) in enumerate(groups):
        begin = 0 if number == 0 else at
        end = groups[number + 1][0] if number + 1 < len(groups) else len(parts)
        own = parts[begin:end]
        title = owner.heading
        if number and isinstance(own[0].block, Para):
            title = None
        if len(groups) > 1 and own:
            inner = own[-1].sections if number == 0 else own[0].sections
            title = next((s.heading for s in reversed(inner) if s.heading and section_role(s.title) is None), title)
        for each in _full(named):
            yield Candidate(each, title, own)


def _same(group: list[Endpoint], named: list[Endpoint]) -> bool:
    """Return whether *named* says again what *group* says."""
    known = {(e.method, _shape(e.path)) for e in group}
    return all(
        (e.method, _shape(e.path)) in known
        or any(m == e.method and (p.endswith(_shape(e.path)) or _shape(e.path).endswith(p)) for m, p in known)
        for e in named
    )


def _full(named: list[Endpoint]) -> list[Endpoint]:
    """Return *named* without those that another one, with more of the path, repeats."""
    kept: list[Endpoint] = []
    for each in named:
        longer = [
            o
            for o in named
            if o is not each and o.method == each.method
            and _shape(o.path).endswith(_shape(each.path)) and len(o.path) > len(each.path)
        ]
        if not longer or longer[0].server:
            if not any(k.method == each.method and k.path == each.path for k in kept):
                if not (longer and longer[0].server):
                    kept.append(each)
                elif not any(k.method == longer[0].method and k.path == longer[0].path for k in kept):
                    kept.append(longer[0])
    return kept


def _shape(path: str) -> str:
    return re.sub(r"\{[^{}]*\}", "{}", path).rstrip("/")


def _parts(
    section: Section, around: tuple[Section, ...], owners: dict[int, Section]
) -> Iterator[Part]:
    """Yield the blocks of *section* and below, without those of other operations."""
    here = (*around, section)
    for block in section.blocks:
        yield Part(here, block)
    for inner in section.sections:
        if id(inner) not in owners:
            yield from _parts(inner, here, owners)


def _indexed(made: list[Candidate], index: list[Candidate]) -> list[Candidate]:
    """Return *made* with what the *index* says, and its operations that have no section."""
    known = {(each.endpoint.method, _shape(each.endpoint.path)): each for each in made}
    out = list(made)
    for each in index:
        key = (each.endpoint.method, _shape(each.endpoint.path))
        full = known.get(key) or next(
            (c for (m, p), c in known.items() if m == key[0] and (p.endswith(key[1]) or key[1].endswith(p))), None
        )
        if full is None:
            known[key] = each
            out.append(each)
        elif full is not each and not full.brief:
            full.brief = each.brief
    return out
