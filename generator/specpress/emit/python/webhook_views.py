"""View of the module of parsers: webhooks, callbacks and their headers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from specpress.emit.prose import plain_text
from specpress.emit.python.docstrings import docstring
from specpress.emit.python.headers import HEADER_HOME, HeaderView, header_views
from specpress.emit.python.imports import CLIENT_RUNTIME, STANDARD, import_lines
from specpress.emit.python.plan import ClientPlan, IncomingPlan
from specpress.emit.python.shape import string
from specpress.emit.python.tables import constant, response_row
from specpress.emit.render import Snippet
from specpress.ir.incoming import incoming_headers
from specpress.ir.media import is_form
from specpress.ir.nodes import Api

_RUNTIME: Final = "._runtime.incoming"
INCOMING_HOMES: Final = {
    "PayloadError": "_runtime.incoming",
    **dict.fromkeys(("Scheme", "Signature", "SignatureError"), "_runtime.signature"),
    "webhooks": "",
}
"""Public names of clients of an API that has webhooks or callbacks."""


@dataclass(frozen=True, slots=True)
class ParserView:
    """One parser: the line that defines it, and what it reads."""

    line: Snippet
    doc: Snippet


@dataclass(frozen=True, slots=True)
class WebhooksView:
    """View of the module."""

    imports: Snippet
    lazy_models: bool
    parsers: tuple[ParserView, ...]
    headers: tuple[HeaderView, ...]


def webhooks_view(
    api: Api, plan: ClientPlan, *, models_package: bool
) -> WebhooksView | None:
    """Return the view of what *api* sends; None where that is nothing with a body."""
    if not plan.incoming:
        return None
    used = {"Parser", "Response"}
    for each in plan.incoming:
        used |= each.returns.uses
        for result in each.results:
            used |= result.check.uses if result.check else set()
            used |= {"shapes", "read_xml"} if result.shape else set()
            if result.check and is_form(result.media_type or ""):
                used |= {"read_form"}
    headers = header_views(list(incoming_headers(api)), plan.types)
    for view in headers:
        used |= {"Header", "RequestHeaders"} | view.uses
    lazy = "models" in used and not models_package
    sources = {name: f".{module}" for name, module in CLIENT_RUNTIME.items()}
    sources |= {**STANDARD, "shapes": ".", "Header": HEADER_HOME}
    sources |= dict.fromkeys(("Parser", "RequestHeaders", "read_form"), _RUNTIME)
    if lazy:
        used |= {"TYPE_CHECKING", "lazy_module"}
    else:
        sources["models"] = "."
    return WebhooksView(
        import_lines(used, sources),
        lazy,
        tuple(map(_parser, plan.incoming)),
        tuple(headers),
    )


def _parser(plan: IncomingPlan) -> ParserView:
    def items(indent: int) -> list[str]:
        rows = [response_row(result, indent) for result in plan.results]
        return [string(plan.answer.id), *rows]

    line = constant(plan.name, f"Parser[{plan.returns.text}]", items)
    texts = (plan.incoming.summary, plan.incoming.description)
    said = [text for text in (plain_text(t or "") for t in texts) if text]
    said = list(dict.fromkeys(said)) or [f"Reads `{plan.answer.id}`."]
    said += ["Deprecated."] if plan.incoming.deprecated else []
    return ParserView(line, docstring(said, indent=0))
