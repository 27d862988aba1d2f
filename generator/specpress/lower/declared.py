"""Names of the schemas that references point at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specpress.document.heirs import BASE
from specpress.ir.nodes import Name
from specpress.ir.words import pascal
from specpress.tree import Node, split

_PLACES: Final = frozenset("""
    components schemas paths properties schema content requestBody responses parameters
    requestBodies allOf anyOf oneOf
    """.split())


def declared_name(id_: str, schema: Node, called: Mapping[str, str]) -> Name:
    """Return the name wanted for *schema*, which stands at the pointer *id_*.

    *called* is what the description wants some of its components called.

    >>> declared_name("#/components/schemas/Pet", Node({}), {}).firmness
    'component'
    >>> declared_name("#/components/schemas/Pet/properties/tag", Node({}), {}).text
    'PetTag'
    """
    path = split(id_[1:])
    if len(path) == 3 and path[:2] == ("components", "schemas"):
        if path[2].endswith(BASE):  # not a name that the description gives
            text = f"{path[2].removesuffix(BASE)}Base"
            return Name(text, "title", (text,))
        return Name(called.get(path[2], path[2]), "component", path[2:])
    told = tuple(token for token in path if token not in _PLACES)
    if title := schema.get_text("title"):
        return Name(title, "title", told)
    return Name("".join(map(pascal, told)) or "Document", "path", told)
