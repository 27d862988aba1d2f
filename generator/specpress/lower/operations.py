"""The operations: each method of each path."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from msgspec.structs import replace

from specpress.config.near import hint
from specpress.diagnostics import Report
from specpress.diagnostics.codes.facts import ODD_TAG
from specpress.diagnostics.codes.lower import (
    BAD_PART,
    DERIVED_ID,
    SAME_ID,
    UNKNOWN_OPERATION,
)
from specpress.diagnostics.codes.polling import NO_READER
from specpress.document.dialects import deprecated
from specpress.ir.nodes import Argument, Operation, Pagination, Polling
from specpress.ir.values import Json
from specpress.lower.bodies import lower_body, lower_responses
from specpress.lower.called import called
from specpress.lower.contained import contained
from specpress.lower.context import Context
from specpress.lower.ids import operation_ids
from specpress.lower.incoming import lower_callbacks
from specpress.lower.keywords import brief
from specpress.lower.methods import methods
from specpress.lower.paging import pagination, retries
from specpress.lower.parameters import lower_parameters
from specpress.lower.places import is_true, place
from specpress.lower.prose import described
from specpress.lower.security import Security
from specpress.lower.servers import own_servers
from specpress.tree import Node

_BARE: Final = frozenset(("operationId", "summary", "description", "tags"))
"""What is kept of an operation that can't be lowered whole."""
_LITERAL: Final = "/%:@!$&'()*+,;=-._~?"
_PLACEHOLDER: Final = re.compile(r"(\{[^{}]+\})")


@dataclass(frozen=True, slots=True)
class _Place:
    """One method of one path, before it is lowered."""

    path: str
    item: Node
    path_node: Node
    method: str
    node: Node
    id: str | None


def lower_operations(context: Context, security: Security) -> tuple[Operation, ...]:
    """Return the operations in the order of the document."""
    places = list(_places(context))
    ids = operation_ids([(each.id, each.method, each.path) for each in places])
    operations: list[Operation] = []
    everywhere = retries(context.document, context.report)
    for each, id_ in zip(places, ids, strict=True):
        _note_id(each, id_, context)
        operation = _contained(each, id_, context, security)
        operations.append(replace(operation, retries=operation.retries or everywhere))
    known = [operation.id for operation in operations]
    operations = [_with_reader(op, known, context.report) for op in operations]
    for name in context.config.operations:
        if name not in known:
            near = hint(name, known) if len(known) < 20 else _near_only(name, known)
            context.report.add(UNKNOWN_OPERATION.at(name=name, hint=near))
    return tuple(operations)


def _contained(
    each: _Place, id_: str, context: Context, security: Security
) -> Operation:
    """Return the operation *each*; where that fails, one that takes the parameters of
    its path as text and its body as bytes."""

    def bare() -> Operation:
        body = each.node.get("requestBody")
        content: dict[str, object] = {"content": {"*/*": {}}}
        known = {k: v for k, v in each.node.items() if k in _BARE}
        if body is not None:
            known["requestBody"] = Node.of(content, body.span, body.key_span)
        node = Node(known, each.node.span, each.node.key_span)
        alone = dataclasses.replace(each, node=node, item=Node({}))
        return _operation(alone, id_, context, security)

    return contained(
        lambda: _operation(each, id_, context, security),
        bare,
        place(each.node),
        "its arguments are not typed",
        context.report,
    )


def _near_only(name: str, known: list[str]) -> str:
    near = hint(name, known)
    return near if near.startswith("did") else f"there are {len(known)} others"


def _places(context: Context) -> Iterator[_Place]:
    paths = context.document.get("paths")
    for path, path_node in paths.items() if paths else ():
        if path.startswith("x-"):
            continue
        target = context.refs.resolve(path_node, "the path is left out")
        if target is None:
            continue
        item = target.node
        for method, node in methods(item):
            if not node.is_object:
                what = f"{method} {path}"
                context.report.add(BAD_PART.at(place(node), what=what))
                continue
            id_ = node.get_text("operationId") or None
            yield _Place(path, item, path_node, method, node, id_)


def _note_id(each: _Place, id_: str, context: Context) -> None:
    """Report that the operation is called *id_*, when it says something else."""
    values = {"method": each.method, "path": each.path}
    if each.id is None:
        context.report.add(DERIVED_ID.at(place(each.node), **values, name=id_))
    elif each.id != id_:
        span = each.node.map["operationId"].span
        same = SAME_ID.at(span, **values, name=each.id, instead=id_)
        context.report.add(same)


def _encoded(path: str) -> str:
    """Return *path* with what an URL can't hold percent-encoded, but for placeholders.

    A query stays one.

    >>> _encoded("/a b/{c d}"), _encoded("/a?kind=b c")
    ('/a%20b/{c d}', '/a?kind=b%20c')
    """
    parts = _PLACEHOLDER.split(path)
    parts[::2] = (quote(part, safe=_LITERAL) for part in parts[::2])
    return "".join(parts)


def _sent(path: str) -> str:
    """Return what is sent of *path*: all but a fragment, by which authors tell
    operations of one path apart (https://www.rfc-editor.org/rfc/rfc9110, 4.2.5)."""
    return path.partition("#")[0]


def _tags(node: Node, context: Context) -> tuple[str, ...]:
    """Return the tags of the operation *node*, each once."""
    tags = node.get("tags")
    if tags is not None and tags.text:
        return (tags.text,)
    listed = tags.list if tags else ()
    for tag in listed:
        if tag.text is None:
            context.report.add(ODD_TAG.at(tag.span, tag=brief(tag)))
    return tuple(dict.fromkeys(tag.text for tag in listed if tag.text))


def _pages(id_: str, context: Context) -> Pagination | None:
    """Return how the configuration says that the operation *id_* has pages."""
    settings = context.config.operations.get(id_)
    if settings is None or settings.pages is True:
        return None
    if settings.pages is False:
        return Pagination(style="none", origin="config")
    given = {
        key: getattr(settings.pages, key) for key in settings.pages.__struct_fields__
    }
    return Pagination(**given, origin="config")


def _with_reader(operation: Operation, known: list[str], report: Report) -> Operation:
    """Return *operation*, that waits for nothing where no operation is to be asked."""
    told = operation.polling
    if told is None or told.reader is None or told.reader in known:
        return operation
    values = {"operation": operation.id, "name": told.reader}
    report.add(NO_READER.at(told.span, **values, hint=hint(told.reader, known)))
    return replace(operation, polling=None)


def _polling(id_: str, context: Context) -> Polling | None:
    """Return how the configuration says to wait for what the operation *id_* begins."""
    settings = context.config.operations.get(id_)
    if settings is None or settings.poll is True:
        return None
    if settings.poll is False:
        return Polling(style="none", origin="config")
    told = settings.poll
    return Polling(
        reader=told.reader,
        arguments=tuple(
            Argument(parameter=name, source=source)
            for name, source in told.arguments.items()
        ),
        status=told.status,
        done=tuple(map(Json.of, told.done)),
        failed=tuple(map(Json.of, told.failed)),
        origin="config",
    )


def _operation(
    each: _Place, id_: str, context: Context, security: Security
) -> Operation:
    node = each.node
    lists = [x for x in (each.item.get("parameters"), node.get("parameters")) if x]
    body = node.get("requestBody")
    responses = node.get("responses")
    return Operation(
        id=id_,
        method=each.method,
        path=_encoded(_sent(each.path)),
        summary=node.get_text("summary") or each.item.get_text("summary"),
        description=described(node) or described(each.item),
        parameters=lower_parameters(
            _sent(each.path), each.path_node, id_, lists, context
        ),
        body=None if body is None else lower_body(body, context),
        responses=tuple(lower_responses(id_, responses, context) if responses else ()),
        security=security.of(id_, node),
        servers=own_servers((node, each.item), context),
        callbacks=lower_callbacks(node, context),
        tags=_tags(node, context),
        deprecated=is_true(node.get("deprecated")) or deprecated(node),
        called=called(node, "operation", context.report),
        group=called(node, "group", context.report),
        pagination=_pages(id_, context) or pagination(node, context.report),
        polling=_polling(id_, context),
        retries=retries(node, context.report),
        span=place(node),
        origin=node.origin,
    )
