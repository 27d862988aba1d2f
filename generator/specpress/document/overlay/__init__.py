"""Overlays (Overlay Specification 1.0 and 1.1): changes laid over a document."""

from specpress.document.overlay.apply import apply_overlays
from specpress.document.overlay.read import read_overlays

__all__ = ["apply_overlays", "read_overlays"]
