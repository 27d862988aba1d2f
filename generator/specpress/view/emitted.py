"""The Python text of single operations and types, cut from an emitted client."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Emitted:
    """Texts as they stand in the client: *methods* by the id of the operation, *types*
    by their name in Python."""

    methods: dict[str, str] = field(default_factory=dict[str, str])
    types: dict[str, str] = field(default_factory=dict[str, str])


def emitted(files: Mapping[str, str], package: str) -> Emitted:
    """Return the texts of the methods and types in *files*, those of *package*."""
    found = Emitted()
    for path, text in files.items():
        inside = path.removeprefix(f"{package}/")
        if inside.startswith("models"):
            _types(text, found)
        elif inside.startswith("client"):
            _methods(text, found)
    return found


def _types(text: str, found: Emitted) -> None:
    body = ast.parse(text).body
    for node, after in zip(body, [*body[1:], None], strict=True):
        end = node
        match node:
            case ast.ClassDef(name=name):
                pass
            case ast.AnnAssign(target=ast.Name(id=name)):
                if isinstance(after, ast.Expr):  # the docstring of an alias
                    end = after
            case _:
                continue
        found.types[name] = _cut(text, node, end)


def _methods(text: str, found: Emitted) -> None:
    tree = ast.parse(text)
    ids = dict(_tables(tree))
    for class_ in ast.walk(tree):
        if not isinstance(class_, ast.ClassDef):
            continue
        for method in class_.body:
            if isinstance(method, ast.FunctionDef):
                for id_ in {ids[name] for name in _names(method) & ids.keys()}:
                    found.methods.setdefault(id_, _cut(text, method, method))


def _tables(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield the constants of operations and the ids of those."""
    for node in tree.body:
        match node:
            case ast.AnnAssign(
                target=ast.Name(id=name),
                value=ast.Call(args=[ast.Constant(value=str(id_)), *_]),
            ):
                yield name, id_
            case _:
                pass


def _names(method: ast.FunctionDef) -> set[str]:
    """Return the names that the body of *method* uses."""
    return {
        node.id
        for statement in method.body
        for node in ast.walk(statement)
        if isinstance(node, ast.Name)
    }


def _cut(text: str, first: ast.stmt, last: ast.stmt) -> str:
    """Return the lines from *first* to *last*, without what all are indented by."""
    lines = text.splitlines()[first.lineno - 1 : last.end_lineno]
    indent = len(lines[0]) - len(lines[0].lstrip())
    return "\n".join(line[indent:] if line.strip() else "" for line in lines)
