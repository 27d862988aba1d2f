# Made by specpress 0.1.0, content 16cb2fb8bf4ceb1f. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from .by_mail import ByMail
from .by_phone import ByPhone

Notification: TypeAlias = ByMail | ByPhone
"""A part of `NewLoan`."""
