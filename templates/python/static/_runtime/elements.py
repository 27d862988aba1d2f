"""From XML to data as JSON would have them; nothing outside the document is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers.expat import ExpatError, ParserCreate

from .xml import ANY, NIL, Shape, made

DEPTH = 200
"""How deep elements may stand in each other."""


@dataclass(slots=True)
class Element:
    """An element by its name without a prefix, what is in it, and its own *text*."""

    name: str
    attributes: dict[str, str]
    inside: list[Element] = field(default_factory=list["Element"])
    text: str = ""
    is_nil: bool = False


def value_of(content: bytes, shape: Shape) -> object:
    """Return the data in *content*, a document, by their *shape*.

    Raises `ValueError` for what is no document, and for one with a type declaration:
    entities are what attacks are made of.
    """
    root = parsed(content)
    if shape.kind == "array":
        return _items(root.inside, shape)
    return _value(root, shape)


def parsed(content: bytes) -> Element:
    """Return the root of *content*; raise `ValueError` where there is none."""
    parser = ParserCreate(namespace_separator=" ")
    top = Element("", {})
    stack = [top]

    def begin(name: str, attributes: dict[str, str]) -> None:
        if len(stack) > DEPTH:
            raise ValueError(f"elements stand more than {DEPTH} deep")
        known = {_local(key): value for key, value in attributes.items()}
        nil = attributes.get(f"{NIL} nil") in ("true", "1")
        made = Element(_local(name), known, is_nil=nil)
        stack[-1].inside.append(made)
        stack.append(made)

    def refuse(*_: object) -> None:
        raise ValueError("a document type declaration is not read")

    def data(text: str) -> None:
        stack[-1].text += text

    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda name: stack.pop() and None
    parser.CharacterDataHandler = data
    parser.StartDoctypeDeclHandler = refuse
    parser.buffer_text = True
    try:
        parser.Parse(content, True)
    except ExpatError as error:
        raise ValueError(str(error)) from None
    return top.inside[0]


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _value(element: Element, shape: Shape) -> object:
    """Return what *element* holds."""
    if element.is_nil:
        return None
    match shape.kind:
        case "object":
            return _object(element, shape)
        case "array":
            return _items(element.inside, shape)
        case "any" if element.inside or element.attributes:
            return _object(element, shape)
        case _:
            return _scalar(element.text, shape)


def _object(element: Element, shape: Shape) -> dict[str, object]:
    """Return the members that *element* has, those without a shape as text."""
    found: dict[str, object] = {}
    left = list(element.inside)
    attributes = dict(element.attributes)
    attributes.pop("nil", None)
    for key, maker in shape.fields.items():
        known = made(maker)
        name = known.name or key
        if known.node == "attribute":
            if (text := attributes.pop(name, None)) is not None:
                found[key] = _listed(text, known)
        elif known.node in ("text", "cdata"):
            if element.text.strip() or not element.inside:
                found[key] = _scalar(element.text, known)
        elif known.kind == "array" and known.node != "element":
            inner = made(known.item).name or key
            here = [each for each in left if each.name == inner]
            if here:
                found[key] = _items(here, known)
                left = [each for each in left if each.name != inner]
        else:
            match = next((each for each in left if each.name == name), None)
            if match is not None:
                found[key] = _value(match, known)
                left.remove(match)
    rest = made(shape.item)
    for each in left:
        _add(found, each.name, _value(each, rest))
    for name, text in attributes.items():
        found.setdefault(name, text)
    return found


def _add(found: dict[str, object], name: str, value: object) -> None:
    """Put *value* under *name*, in a list with others of that name."""
    if name not in found:
        found[name] = value
        return
    before = found[name]
    found[name] = [*before, value] if isinstance(before, list) else [before, value]


def _items(elements: list[Element], shape: Shape) -> list[object]:
    item = made(shape.item)
    return [_value(each, item) for each in elements]


def _listed(text: str, shape: Shape) -> object:
    """Return what an attribute holds: the items of a list have blanks between them."""
    if shape.kind != "array":
        return _scalar(text, shape)
    return [_scalar(part, made(shape.item)) for part in text.split()]


def _scalar(text: str, shape: Shape = ANY) -> object:
    """Return *text* as a number or a boolean where *shape* says that it is one."""
    bare = text.strip()
    try:
        if shape.kind == "integer":
            return int(bare)
        if shape.kind == "number":
            return float(bare)
    except ValueError:
        return text
    if shape.kind == "boolean":
        return {"true": True, "1": True, "false": False, "0": False}.get(bare, text)
    return text
