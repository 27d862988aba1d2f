"""From the OpenAPI document to the IR."""

from specpress.lower.api import lower

__all__ = ["lower"]
