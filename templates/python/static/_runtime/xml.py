"""Bodies of XML: values written as, and made of, elements and attributes.

The rules are those of OpenAPI's XML Object (3.2, 4.8.26).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Literal, NamedTuple, TypeAlias

from .json import is_list, is_object, plain, wire_text
from .media import charset
from .operation import Body, Encode
from .request import Content

Kind: TypeAlias = Literal[
    "object", "array", "string", "integer", "number", "boolean", "any"
]
Maker: TypeAlias = "Shape | Callable[[], Shape]"
"""A shape, or what gives one that is defined later."""

NIL = "http://www.w3.org/2001/XMLSchema-instance"
_ODD = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME = re.compile(r"[^\W\d][\w.\-]*(?::[^\W\d][\w.\-]*)?")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_IN_QUOTES = {**_ESCAPES, '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}


class Shape(NamedTuple):
    """How a value stands in XML: as which *node*, under which *name*; without one it is
    the one of the member that it is.

    An array is an element around its items only as a node of its own. *fields* are by
    the names of the members of an object, *item* is the shape of the items of an array,
    or of other members.
    """

    kind: Kind
    name: str = ""
    node: Literal["element", "attribute", "text", "cdata", "none"] = "element"
    namespace: str = ""
    prefix: str = ""
    fields: Mapping[str, Maker] = {}
    item: Maker | None = None


ANY = Shape("any")
"""The shape of what nothing is said of."""


def made(maker: Maker | None) -> Shape:
    """Return the shape that *maker* is or gives."""
    if maker is None:
        return ANY
    return maker if isinstance(maker, Shape) else maker()


def write_xml(maker: Maker) -> Encode:
    """Return what writes values of the shape of *maker*."""

    def write(body: Body, value: object) -> tuple[str, Content]:
        return _document(made(maker), body.media_type, value)

    return write


def read_xml(maker: Maker) -> Callable[[bytes], object]:
    """Return what reads values of the shape of *maker*."""

    def read(content: bytes) -> object:
        # Imported here so that start-up stays fast: it loads a parser.
        from .elements import value_of

        return value_of(content, made(maker))

    return read


def _document(shape: Shape, media_type: str, value: object) -> tuple[str, bytes]:
    """Return the media type and the XML of *value*; raise `ValueError` for a value that
    XML can't hold (https://www.w3.org/TR/xml/#charsets)."""
    name = shape.name or "root"
    value = plain(value)
    if shape.kind == "array":
        shape = shape._replace(node="element")
        text = "".join(_member(name, shape, value))
    else:
        text = _element(name, shape, value)
    encoding = charset(media_type)
    head = f'<?xml version="1.0" encoding="{encoding.upper()}"?>\n'
    return media_type, f"{head}{text}".encode(encoding)


def _member(key: str, shape: Shape, value: object) -> Iterator[str]:
    """Yield the elements that the member *key* of an object adds to it."""
    if shape.kind != "array" or not is_list(value):
        yield _element(shape.name or key, shape, value)
        return
    item = made(shape.item)
    wraps = shape.node == "element"
    name = item.name or (shape.name if wraps else "") or key
    items = "".join("".join(_member(name, item, each)) for each in value)
    if wraps:
        yield _tag(shape.name or key, shape, [], items)
    else:
        yield items


def _element(name: str, shape: Shape, value: object) -> str:
    """Return the element *name* that holds *value*."""
    if value is None:
        return _tag(name, shape, [f'xmlns:xsi="{NIL}"', 'xsi:nil="true"'], "")
    if not is_object(value):
        return _tag(name, shape, [], _text(wire_text(value), _ESCAPES))
    attributes: list[str] = []
    inside: list[str] = []
    for key, each in value.items():
        known = made(shape.fields.get(key, shape.item))
        if known.node == "attribute" and each is not None:
            own = _qualified(known.name or key, known)
            attributes += _namespaces(known)
            attributes.append(f'{own}="{_text(_joined(each), _IN_QUOTES)}"')
        elif known.node == "text" and each is not None:
            inside.append(_text(wire_text(each), _ESCAPES))
        elif known.node == "cdata" and each is not None:
            held = _text(wire_text(each), {}).replace("]]>", "]]]]><![CDATA[>")
            inside.append(f"<![CDATA[{held}]]>")
        elif known.node != "attribute":
            inside += _member(key, known, each)
    return _tag(name, shape, attributes, "".join(inside))


def _tag(name: str, shape: Shape, attributes: list[str], inside: str) -> str:
    """Return an element with *attributes* and what is *inside*, both as XML."""
    name = _qualified(name, shape)
    head = " ".join([name, *_namespaces(shape), *dict.fromkeys(attributes)])
    return f"<{head}>{inside}</{name}>" if inside else f"<{head}/>"


def _qualified(name: str, shape: Shape) -> str:
    """Return *name* with the prefix of *shape*; raise `ValueError` for no name."""
    whole = f"{shape.prefix}:{name}" if shape.prefix else name
    if not _NAME.fullmatch(whole):
        raise ValueError(f"{whole!r} is no name in XML")
    return whole


def _namespaces(shape: Shape) -> list[str]:
    """Return the declaration of the namespace of *shape*, if it has one."""
    if not shape.namespace:
        return []
    colon = f":{shape.prefix}" if shape.prefix else ""
    return [f'xmlns{colon}="{_text(shape.namespace, _IN_QUOTES)}"']


def _joined(value: object) -> str:
    """Return *value* as an attribute has it: items with a blank between them."""
    if is_list(value):
        return " ".join(map(wire_text, value))
    return wire_text(value)


def _text(text: str, escapes: Mapping[str, str]) -> str:
    """Return *text* with what means something in XML escaped."""
    if found := _ODD.search(text):
        raise ValueError(f"XML can't hold the character {found[0]!r}")
    return "".join(escapes.get(char, char) for char in text) if escapes else text
