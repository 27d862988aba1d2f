"""Import blocks of emitted modules, from the names that their text uses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from specpress.emit.python.formats import ALIASES
from specpress.emit.python.shape import from_import, natural
from specpress.emit.render import Snippet

STANDARD: Final = {
    "Iterable": "collections.abc",
    "Mapping": "collections.abc",
    "Sequence": "collections.abc",
    "TYPE_CHECKING": "typing",
    "Annotated": "typing",
    "Decimal": "decimal",
    "Final": "typing",
    "Literal": "typing",
    "Never": "typing",
    "TypeAlias": "typing",
    "UUID": "uuid",
    "Unpack": "typing",
    "cached_property": "functools",
    "overload": "typing",
}
"""Names of the standard library, and where they come from."""

PYDANTIC: Final = dict.fromkeys(
    (
        "MISSING",
        "Field",
        "JsonValue",
        "StrictBool",
        "StrictStr",
    ),
    "pydantic",
) | {"TypeAliasType": "typing_extensions"}
"""Names that modules of models take from pydantic, and from what pydantic needs."""

_THIRD_PARTY: Final = frozenset({"pydantic", "typing_extensions"})

RUNTIME_FIELDS: Final = {
    **dict.fromkeys(
        ("EXACT", "NOTHING", "OPEN", "UNIQUE", "absent"), "_runtime.fields"
    ),
    **{name: f"_runtime.{module}" for name, module in ALIASES.items()},
    **dict.fromkeys(("IMPLIED", "Ruled", "Rules"), "_runtime.rules"),
    "Closed": "_runtime.closed",
    "Model": "_runtime.models",
    "Variants": "_runtime.unions",
}
"""Names that modules of models take from the runtime, below the package."""

CLIENT_RUNTIME: Final = {
    "ApiKey": "_runtime.auth",
    "Basic": "_runtime.auth",
    "Bearer": "_runtime.auth",
    "CertificateInput": "_runtime.certificate",
    "MutualTls": "_runtime.certificate",
    "Digest": "_runtime.digest",
    **dict.fromkeys(("AsyncValueInput", "Http", "ValueInput"), "_runtime.live"),
    **dict.fromkeys(("AsyncTokenInput", "OAuth2", "TokenInput"), "_runtime.oauth"),
    "Places": "_runtime.places",
    "AsyncBaseClient": "_runtime.client",
    "AsyncResource": "_runtime.resource",
    "BaseClient": "_runtime.client",
    "Resource": "_runtime.resource",
    "JsonValue": "_runtime.json",
    "lazy_module": "_runtime.lazy",
    "MISSING": "_runtime.missing",
    "Body": "_runtime.operation",
    "Choice": "_runtime.operation",
    **dict.fromkeys(("Condition", "Conditions"), "_runtime.conditions"),
    "Part": "_runtime.operation",
    **dict.fromkeys(("FileInput", "write_file"), "_runtime.files"),
    "write_form": "_runtime.forms",
    **dict.fromkeys(("write_lines", "write_sequence"), "_runtime.lines"),
    "write_multipart": "_runtime.multipart",
    "Operation": "_runtime.operation",
    "Param": "_runtime.operation",
    "Response": "_runtime.operation",
    "below": "_runtime.servers",
    **dict.fromkeys(("chosen", "server_url"), "_runtime.servers"),
    **dict.fromkeys(("AsyncMethod", "awaited", "like"), "_runtime.twin"),
    "AsyncPagesMethod": "_runtime.paged",
    **dict.fromkeys(("AsyncWaitMethod", "WaitMethod"), "_runtime.waiting"),
    "Polling": "_runtime.polling",
    "Downloads": "_runtime.download",
    "AsyncStreamMethod": "_runtime.streaming",
    "PagesMethod": "_runtime.paged",
    "read_xml": "_runtime.xml",
    "write_xml": "_runtime.xml",
    "Paging": "_runtime.following",
    "Events": "_runtime.sse",
    "Lines": "_runtime.records",
    "STREAMED": "_runtime.stream",
    "Records": "_runtime.records",
    "Stream": "_runtime.stream",
    "StreamMethod": "_runtime.streaming",
    "StreamOf": "_runtime.streaming",
    "Options": "_runtime.types",
    "QueryValue": "_runtime.types",
    "AsyncClientOptions": "_runtime.options",
    "ClientOptions": "_runtime.options",
}
"""Names that modules of clients take from the runtime, below the package."""


def import_lines(
    uses: Iterable[str], sources: dict[str, str], extra: Iterable[tuple[str, str]] = ()
) -> Snippet:
    """Return the imports that bring *uses*, by *sources* (name to module), sorted.

    *extra* are further pairs of module and name, such as those of sibling modules.
    Names that no source knows are the module's own. ``dt`` is the module datetime.
    """
    wanted = set(uses)
    groups: dict[int, dict[str, set[str]]] = {0: {}, 1: {}, 2: {}}
    pairs = [(sources[name], name) for name in wanted if name in sources]
    for module, name in [*pairs, *extra]:
        rank = 2 if module.startswith(".") else 1 if module in _THIRD_PARTY else 0
        groups[rank].setdefault(module, set()).add(name)
    blocks = [
        "\n".join(
            from_import(module, sorted(group[module])) for module in _order(group)
        )
        for group in groups.values()
    ]
    if "dt" in wanted:
        blocks[0] = "\n".join(
            line for line in ("import datetime as dt", blocks[0]) if line
        )
    return Snippet("\n\n".join(block for block in blocks if block))


def _order(modules: Iterable[str]) -> list[str]:
    """Return *modules* as isort has them: the most dots first, then by name."""
    return sorted(modules, key=lambda m: (-(len(m) - len(m.lstrip("."))), natural(m)))
