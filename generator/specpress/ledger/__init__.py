"""What a description says, fact by fact, and where each one was read."""

from specpress.ledger.facts import Fact, facts

__all__ = ["Fact", "facts"]
