"""Names that an emitted client can't give to what a description names."""

from __future__ import annotations

import builtins
import keyword
from typing import Final

from specpress.emit.python.formats import ALIASES

KEYWORDS: Final = frozenset(keyword.kwlist) | {"match", "case", "type", "_"}
"""Python's keywords; the soft ones too, since editors colour them as keywords."""

HARD_KEYWORDS: Final = frozenset(keyword.kwlist)
"""The keywords that can't be a name at all."""

BUILTINS: Final = frozenset(name for name in dir(builtins) if not name.startswith("_"))
"""What a module or class scope may need under its own name."""

FIELD_RESERVED: Final = frozenset("""
    construct copy dict from_orm json parse_file parse_obj parse_raw schema
    schema_json update_forward_refs validate
    model_computed_fields model_config model_construct model_copy model_dump
    model_dump_json model_extra model_fields model_fields_set model_json_schema
    model_parametrized_name model_post_init model_rebuild model_validate
    model_validate_json model_validate_strings
    mro register
    absent bool bytes dt float int list self str
    """.split())
"""What a field of a model can't be called: attributes of pydantic's ``BaseModel`` and
its metaclass, and what annotations inside the class mean by these names."""

MODEL_GLOBALS: Final = frozenset("""
    Annotated Any BaseModel ClassVar Closed EXACT Field Final IMPLIED JsonValue Literal
    MISSING Model NOTHING Never OPEN Ruled Rules StrictBool StrictStr TYPE_CHECKING
    TypeAlias TypeAliasType Union Variants absent annotations datetime date exports models
    """.split()).union(ALIASES)
"""What modules of models import or define for themselves."""

CLIENT_GLOBALS: Final = frozenset("""
    ApiKey AsyncBaseClient AsyncClient AsyncPagesMethod AsyncResource AsyncTokenInput AsyncValueInput
    AsyncWaitMethod BaseClient Basic Bearer Body CertificateInput Choice Client Credential Decimal Digest
    FileInput Http Iterable JsonValue Literal MISSING Mapping MutualTls OAuth2 Operation
    Paging PagesMethod Param Part Places Polling Resource Response TokenInput UUID ValueInput WaitMethod annotations date
    datetime errors models shapes
    """.split())
"""What modules of clients import or define for themselves."""

CLIENT_MEMBERS: Final = frozenset("""
    aclose base_url capture close raw save_to with_options with_raw_response
    """.split())
"""Public attributes that every client has, whatever the description says."""

OWN_ARGUMENTS: Final = ("timeout", "extra_headers", "extra_query", "server_url")
"""The arguments that every call takes beside those of the description."""

CLIENT_OPTIONS: Final = frozenset("""
    headers http_client on_drift on_request on_response options own_servers retry strict
    timeout tracer transport
    validate
    """.split())
"""What the constructor of every client takes beside credentials and its server."""
