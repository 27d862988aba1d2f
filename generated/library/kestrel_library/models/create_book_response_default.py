# Made by specpress 0.1.0, content 26a9bd412a092915. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, JsonValue, StrictInt, StrictStr

from .._runtime.models import Model


class CreateBookResponseDefault(Model):
    """What `createBook` answers with status default."""

    type: StrictStr | MISSING = MISSING

    title: StrictStr | MISSING = MISSING

    status: StrictInt | MISSING = MISSING

    detail: JsonValue | MISSING = MISSING

    trace: StrictStr | MISSING = MISSING
