"""Views of the labels of enums: constants for values that have names."""

from __future__ import annotations

from specpress.emit.python.docstrings import docstring
from specpress.emit.python.labels import label_text, named_labels
from specpress.emit.python.model_views import FieldView, TypeView
from specpress.emit.python.reserved import HARD_KEYWORDS
from specpress.emit.python.shape import annotated, literal
from specpress.emit.python.symbols import Scope
from specpress.emit.render import Snippet
from specpress.ir.nodes import TypeDecl
from specpress.ir.types import Enum, Label


def label_view(decl: TypeDecl, name: str, alias: str) -> TypeView:
    """Return the view of the constants *name* of *decl*, an enum called *alias*."""
    labels = decl.type.labels if isinstance(decl.type, Enum) else ()
    scope = Scope()
    fields = tuple(_field(label, scope) for label in named_labels(labels))
    doc = docstring([f"The values of `{alias}` by name."], indent=4)
    none, uses = Snippet(""), frozenset({"Final"})
    head = Snippet(f"class {name}:")
    return TypeView(
        Snippet(name), head, doc, True, fields, "", none, (), uses, frozenset()
    )


def _field(label: Label, scope: Scope) -> FieldView:
    name = label.name or ""
    if name.startswith("__"):  # which a class would keep to itself
        name = f"_{name.lstrip('_')}"
    name = scope.add(f"{name}_" if name in HARD_KEYWORDS else name)
    text = label_text(label)
    line = annotated(name, "Final", literal(label.value.value), indent=4)
    doc = docstring([text], indent=4, compact=True) if text else Snippet("")
    return FieldView(line, doc, bool(text))
