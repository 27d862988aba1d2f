"""Codes of what the ledger has to say: more is lost than is allowed."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

DROPPED: Final = Code(
    "LED001",
    Severity.ERROR,
    "{count} parts of the description are dropped, more than {limit}: {first}",
    "more dropped than allowed",
    "What is dropped is not in the client: nothing sends it or takes it. fidelity.json "
    "lists the parts with their places (with --keep-going it is written); the "
    "diagnostics say what to correct. Where the client is good enough without them, "
    "give the number that is allowed as max_dropped.",
)
APPROXIMATED: Final = Code(
    "LED002",
    Severity.ERROR,
    "{count} parts of the description are approximated, more than {limit}: {first}",
    "more approximated than allowed",
    "What is approximated is in the client, but takes or gives more than the description "
    "says: a constraint is not enforced, or a type is wider. fidelity.json lists the "
    "parts with their places. Raise max_approximated to the number given, or leave the "
    "setting out to allow any number.",
)
