"""What diagnostics say of the description's fidelity."""

from __future__ import annotations

import re

import pytest

from specpress.diagnostics import Code
from specpress.diagnostics.codes import ALL

LOSS = re.compile(
    r"left out|not enforced|not used|not sent|not read|is ignored|ignores|any value|"
    r"any body is accepted|no value is allowed|plain JSON|as text|as bytes|the first"
)
"""Words by which messages tell that something is not as the description has it."""

NO_LOSS = {
    "HTM029",  # the page says nothing of the body
    "HTM063",  # the pages say nothing of the responses
    "IRP002",  # the type is what the description says
    "LOW008",  # the same
    "GEN007",  # text that describes no operation
    "GEN014",  # a selector of the configuration
    "LOW009",  # the description says nothing of the property
}


def _tells_a_loss(code: Code) -> bool:
    return LOSS.search(code.message) is not None


@pytest.mark.parametrize("id_", ALL)
def test_what_tells_a_loss_is_in_the_ledger(id_: str) -> None:
    """A code whose message tells of a loss says what the ledger makes of it."""
    code = ALL[id_]
    assert (code.fidelity is not None) or not _tells_a_loss(code) or id_ in NO_LOSS


def test_the_exceptions_are_needed() -> None:
    """Each exception is a code that would otherwise have to be in the ledger."""
    assert all(_tells_a_loss(ALL[id_]) and not ALL[id_].fidelity for id_ in NO_LOSS)


def test_what_is_dropped_is_no_note() -> None:
    """Nobody is only given a note of what is dropped."""
    dropped = [code for code in ALL.values() if code.fidelity == "dropped"]
    assert dropped
    assert all(code.severity != "note" for code in dropped)
