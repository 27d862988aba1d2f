# Made by specpress 0.1.0, content 5be9fdf9a3ab0830. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from .._runtime.models import Model


class CreateLoanResponseBooksItemRatings(Model):
    """A part of `CreateLoanResponseBooksItem`."""
