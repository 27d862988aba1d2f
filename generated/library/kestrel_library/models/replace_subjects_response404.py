# Made by specpress 0.1.0, content 1176b3c7fe7f5e23. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictInt, StrictStr

from .._runtime.models import Model


class ReplaceSubjectsResponse404(Model):
    """What `replaceSubjects` answers with status 404."""

    type: StrictStr | MISSING = MISSING

    title: StrictStr | MISSING = MISSING

    status: StrictInt | MISSING = MISSING

    detail: StrictStr | MISSING = MISSING

    instance: StrictStr | MISSING = MISSING
