"""What every part of a Swagger 2.0 document is read with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from specpress.diagnostics import Report
from specpress.document.refs import pointed
from specpress.tree import Node, join, split

BODY: Final = "body"
FORM: Final = "formData"
JSON: Final = "application/json"

MediaTypes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """One *document* being upgraded, and the media types of all its operations."""

    document: Node
    report: Report
    consumes: MediaTypes
    produces: MediaTypes

    @classmethod
    def of(cls, document: Node, report: Report) -> Scope:
        """Return the scope of *document*."""
        consumes, produces = texts(document, "consumes"), texts(document, "produces")
        return cls(document, report, consumes, produces)

    def target(self, node: Node) -> Node:
        """Return what *node* refers to; itself when it refers to nothing there is."""
        seen: set[str] = set()
        while (ref := node.get_text("$ref")) is not None and ref not in seen:
            seen.add(ref)
            pointer = unquote(ref[1:])
            local = ref.startswith("#/")
            found = pointed(self.document, pointer) if local else None
            if found is None:
                break
            node = found
        return node

    def moved(self, ref: str) -> str:
        """Return where what *ref* points at in Swagger 2.0 stands in OpenAPI 3.0."""
        if ref.startswith("#/definitions/"):
            return ref.replace("#/definitions/", "#/components/schemas/", 1)
        if not ref.startswith("#/"):
            return ref
        path = self._moved(split(unquote(ref[1:])))
        return "#" + join(path).replace("%", "%25")

    def _moved(self, path: tuple[str, ...]) -> tuple[str, ...]:
        match path:
            case ("responses", name, *rest):
                inner = _in_response(rest, self.produces)
                return ("components", "responses", name, *inner)
            case ("parameters", name, *rest):
                node = pointed(self.document, join(path[:2]))
                if node is not None and location(self.target(node)) == BODY:
                    inner = _in_body(rest, self.consumes)
                    return ("components", "requestBodies", name, *inner)
                return ("components", "parameters", name, *_in_parameter(rest))
            case ("paths", _, _, "responses", _, *rest):
                node = pointed(self.document, join(path[:3]))
                produces = self.local(node, "produces")
                return (*path[:3], "responses", path[4], *_in_response(rest, produces))
            case ("paths", _, _, "parameters", number, *rest):
                return (*path[:3], *self._in_operation(path[:3], number, rest))
            case ("paths", _, "parameters", _, *rest):
                return (*path[:4], *_in_parameter(rest))
            case _:
                return path

    def _in_operation(
        self, path: tuple[str, ...], number: str, rest: list[str]
    ) -> tuple[str, ...]:
        """Return where *rest*, in the parameter *number* of the operation at *path*,
        stands in the upgraded operation."""
        operation = pointed(self.document, join(path))
        given = operation.get("parameters") if operation else None
        nodes = given.list if given else ()
        index = int(number) if number.isdecimal() else len(nodes)
        if index >= len(nodes):
            return ("parameters", number, *rest)
        here = self.target(nodes[index])
        if location(here) == BODY:
            return ("requestBody", *_in_body(rest, self.local(operation, "consumes")))
        before = [location(self.target(node)) for node in nodes[:index]]
        plain = sum(1 for where in before if where not in (BODY, FORM))
        return ("parameters", str(plain), *_in_parameter(rest))

    def local(self, operation: Node | None, key: str) -> MediaTypes:
        """Return the media types that *operation* names under *key*, or else those
        that count for all."""
        if operation is not None and key in operation.map:
            return texts(operation, key)
        return self.consumes if key == "consumes" else self.produces


def texts(node: Node, key: str) -> MediaTypes:
    """Return the strings in the list *key* of *node*, each once."""
    given = node.get(key)
    items = given.list if given else ()
    return tuple(dict.fromkeys(item.text for item in items if item.text))


def location(parameter: Node) -> str | None:
    """Return where *parameter* goes, as it says itself."""
    return parameter.get_text("in")


def _in_response(rest: list[str], produces: MediaTypes) -> tuple[str, ...]:
    if rest[:1] == ["schema"]:
        return ("content", next(iter(produces), JSON), *rest)
    if rest[:1] == ["headers"] and len(rest) > 2:
        return (*rest[:2], "schema", *rest[2:])
    return tuple(rest)


def _in_body(rest: list[str], consumes: MediaTypes) -> tuple[str, ...]:
    if rest[:1] == ["schema"]:
        return ("content", next(iter(consumes), JSON), *rest)
    return tuple(rest)


def _in_parameter(rest: list[str]) -> tuple[str, ...]:
    return ("schema", *rest) if rest[:1] == ["items"] else tuple(rest)
