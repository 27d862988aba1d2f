"""Turns API reference pages and descriptions into typed, tested Python clients."""

from specpress._version import VERSION as __version__

__all__ = ["__version__"]
