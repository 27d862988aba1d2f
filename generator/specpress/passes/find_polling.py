"""Operations that begin what takes long, recognised by names, types and statuses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple, cast

from msgspec.structs import replace

from specpress.diagnostics import Report
from specpress.ir.nodes import Api, Argument, Operation, Polling
from specpress.ir.types import Type
from specpress.ir.walk import shape
from specpress.passes.page_words import word
from specpress.passes.poll_states import States, answer_type, id_in, members, states_of
from specpress.passes.poll_words import BEGINS, HEADERS

_PLACE: Final = re.compile(r"\{([^{}]+)\}")


class _Reader(NamedTuple):
    """An operation that tells how far something is."""

    operation: Operation
    answer: Type
    states: States


class _Way(NamedTuple):
    """How to call a reader, by what that is known, and how sure that makes it."""

    arguments: tuple[Argument, ...]
    evidence: str
    is_sure: bool


def find_polling(api: Api, report: Report) -> Api:
    """Return *api* in which each operation that begins what takes long says how to wait
    for its end, and so does the operation that tells how far it is.

    What the configuration tells stands. By what others were recognised is their
    evidence, which `inspect` shows: *report* is told nothing.
    """
    types = {decl.id: decl.type for decl in api.types}
    readers = [r for op in api.operations for r in _reader(op, types)]
    found = {op.id: _found(op, readers, types) for op in api.operations}
    asked = {p.reader: p for p in found.values() if p is not None and p.reader}

    def settled(operation: Operation) -> Operation:
        told = operation.polling
        if told is not None:
            return replace(operation, polling=None if told.style == "none" else told)
        polling = found[operation.id]
        if polling is None and operation.id in asked:
            of = asked[operation.id]
            evidence = f"what begins it, and {of.status}"
            span = operation.span
            polling = replace(
                of, reader=None, arguments=(), evidence=evidence, span=span
            )
        return replace(operation, polling=polling)

    return replace(api, operations=tuple(map(settled, api.operations)))


def _reader(operation: Operation, types: Mapping[str, Type]) -> Iterator[_Reader]:
    """Yield *operation* where it tells how far something is."""
    answer = answer_type(operation)
    states = states_of(answer, types) if operation.method == "GET" else None
    if answer is not None and states is not None and "{" in operation.path:
        yield _Reader(operation, answer, states)


def _found(
    operation: Operation, readers: Sequence[_Reader], types: Mapping[str, Type]
) -> Polling | None:
    """Return how to wait for what *operation* begins; None where nothing is sure."""
    if operation.method in ("GET", "HEAD", "QUERY", "DELETE") or operation.polling:
        return None
    for reader in readers:
        way = next(_ways(operation, reader, types), None)
        if way is None or _sets(operation, reader.states, types):
            continue
        accepted = any(r.status == "202" for r in operation.responses)
        states = reader.states
        if not (states.is_running or accepted or way.is_sure):
            continue
        said = [way.evidence, f"{states.path} of {reader.operation.id}"]
        said += ["status 202"] if accepted else []
        return Polling(
            reader=reader.operation.id,
            arguments=way.arguments,
            status=states.path,
            done=states.done,
            failed=states.failed,
            evidence=", ".join(said),
            span=operation.span,
            origin="default",
        )
    return None


def _ways(
    operation: Operation, reader: _Reader, types: Mapping[str, Type]
) -> Iterator[_Way]:
    """Yield how what *operation* answers leads to *reader*, the surest way first."""
    yield from _links(operation, reader.operation)
    here, there = operation.path.rstrip("/"), reader.operation.path.rstrip("/")
    rest = _rest(here, there)
    mine = answer_type(operation)
    same = mine is not None and shape(mine) == shape(reader.answer)
    alike = same or states_of(mine, types) is not None
    accepted = any(r.status == "202" for r in operation.responses)
    if rest is not None and _PLACE.fullmatch(rest) and operation.method == "POST":
        name = rest[1:-1]
        source, said = _id(operation, mine, name, here, types)
        if source is not None and (alike or accepted):
            given = (Argument(parameter=name, source=source), *_same(here, there))
            yield from _whole(operation, reader.operation, given, said)
    rest = _rest(there, here)
    begins = rest is not None and word(rest).startswith(BEGINS) and "{" not in rest
    if here.count("{") and _shape(here) == _shape(there) and accepted and alike:
        yield from _whole(
            operation, reader.operation, _same(here, there), "the same path"
        )
    elif begins and (accepted or same):
        said = f"the path that ends in {rest!r}"
        yield from _whole(operation, reader.operation, _same(here, there), said)


def _sets(operation: Operation, states: States, types: Mapping[str, Type]) -> bool:
    """Return whether *operation* is told the state: then it is the caller's to end it."""
    contents = operation.body.contents if operation.body else ()
    return any(
        word(field.name) == word(states.way[-1])
        for content in contents
        if content.type is not None
        for _, field in members(content.type, types)
    )


def _links(operation: Operation, reader: Operation) -> Iterator[_Way]:
    """Yield how links (OpenAPI 3.2, "Link Object") lead to *reader*."""
    for response in operation.responses:
        for link in response.links if response.status[0] == "2" else ():
            values = link.values.value if link.values is not None else None
            if link.target == reader.id and isinstance(values, dict):
                given = tuple(
                    Argument(parameter=name.rpartition(".")[2], source=source)
                    for name, source in cast("dict[str, object]", values).items()
                    if isinstance(source, str) and source.startswith("$")
                )
                said = f"the link {link.name!r}"
                for way in _whole(operation, reader, given, said):
                    yield way._replace(is_sure=True)


def _id(
    operation: Operation,
    answer: Type | None,
    name: str,
    path: str,
    types: Mapping[str, Type],
) -> tuple[str | None, str]:
    """Return where in what *operation* answers the parameter *name* is, and what says
    so: a member of the *answer*, or a header that leads there."""
    about = path.rpartition("/")[2]
    if (way := id_in(answer, name, about, types)) is not None:
        pointer = "/".join(
            ("", *(step.replace("~", "~0").replace("/", "~1") for step in way))
        )
        return f"$response.body#{pointer}", f"the answer's {'.'.join(way)}"
    for response in operation.responses:
        for header in response.headers if response.status[0] == "2" else ():
            if word(header.name) in HEADERS:
                return f"$response.header.{header.name}", f"the header {header.name}"
    return None, ""


def _whole(
    operation: Operation, reader: Operation, given: tuple[Argument, ...], said: str
) -> Iterator[_Way]:
    """Yield the way to *reader* where it needs no more than is *given*, and what
    *operation* needs as well."""
    known = {argument.parameter for argument in given}
    own = {(p.name, p.location) for p in operation.parameters if p.required}
    more: list[Argument] = []
    for parameter in reader.parameters:
        if not parameter.required or parameter.name in known:
            continue
        if (parameter.name, parameter.location) not in own:
            return
        source = f"$request.{parameter.location}.{parameter.name}"
        more.append(Argument(parameter=parameter.name, source=source))
    yield _Way((*given, *more), said, is_sure=False)


def _shape(path: str) -> str:
    """Return *path* without the names in it."""
    return _PLACE.sub("{}", path)


def _rest(path: str, longer: str) -> str | None:
    """Return the one segment that *longer* has behind *path*, if that is so."""
    head, _, rest = longer.rpartition("/")
    return rest if rest and _shape(head) == _shape(path) else None


def _same(here: str, there: str) -> tuple[Argument, ...]:
    """Return the parameters of the path *there* that stand at one place *here*."""
    pairs = zip(_PLACE.findall(there), _PLACE.findall(here), strict=False)
    return tuple(
        Argument(parameter=theirs, source=f"$request.path.{ours}")
        for theirs, ours in pairs
    )
