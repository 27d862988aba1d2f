"""The public `MISSING`: what attributes are that a response didn't have.

It is pydantic's own, so that ``is`` tells it in models too; the signatures' default
(`missing`) is another one that loads nothing, and as good in a call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["MISSING"]

if TYPE_CHECKING:
    from pydantic import MISSING
else:
    from pydantic_core import MISSING
