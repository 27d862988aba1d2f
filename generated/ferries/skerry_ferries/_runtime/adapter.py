"""The one way that data are validated: by their names on the wire."""

from __future__ import annotations

from typing import Any

from pydantic import ConfigDict, PydanticUserError, TypeAdapter

_CONFIG = ConfigDict(regex_engine="python-re")


def adapter(type_: Any) -> TypeAdapter[object]:
    """Return pydantic's adapter for *type_*, whatever kind of type that is."""
    try:
        return TypeAdapter(type_, config=_CONFIG)
    except PydanticUserError:  # a model, annotated or not, which has its own settings
        return TypeAdapter(type_)


def validated(known: TypeAdapter[object], data: object) -> object:
    """Return *data* as *known* has them; raise `ValidationError` where they don't fit.

    Names of fields are no names on the wire: taken too, they could hit another field.
    """
    return known.validate_python(data, by_name=False)
