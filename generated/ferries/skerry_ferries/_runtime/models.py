"""`Model`: the base of all models."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """An object of the API: unknown keys are kept, wire names are aliases."""

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        validate_assignment=True,
        serialize_by_alias=True,
        regex_engine="python-re",
        protected_namespaces=(),
    )
