"""What a description says, fact by fact, and what became of each one."""

from specpress.ledger.facts import Fact, facts

__all__ = ["Fact", "facts"]
