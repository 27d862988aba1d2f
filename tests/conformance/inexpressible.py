"""What a description can't say."""

from __future__ import annotations


class Inexpressible(Exception):
    """The description does not say what a scenario expects."""
