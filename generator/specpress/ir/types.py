"""Types of the IR: what JSON Schema 2020-12 says of a value, one class a kind."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from specpress.ir.values import Json
from specpress.source import NOWHERE, Span

Origin: TypeAlias = Literal[
    "stated", "template", "example", "prose", "config", "default", "overlay"
]
"""Where a fact came from; the same words as in the tree."""


FactKind: TypeAlias = Literal[
    "values",
    "default",
    "range",
    "length",
    "format",
    "unit",
    "condition",
    "deprecated",
    "read-only",
]
Level: TypeAlias = Literal["off", "document", "type", "enforce"]
"""What is made of what prose says: nothing, documentation, types, checks."""


class Told(
    msgspec.Struct,
    frozen=True,
    omit_defaults=True,
    kw_only=True,
    forbid_unknown_fields=True,
):
    """A fact that only prose tells: *sentence* of the description at *span* says that
    the *kind* of fact has *value*.

    *start* and *end* are offsets into the text of the description, and *confidence* is
    in percent. Where it is *against* the schema, the schema counts.
    """

    kind: FactKind
    value: Json
    sentence: str
    start: int = 0
    end: int = 0
    confidence: int = 100
    against: bool = False
    level: Level = "document"
    span: Span = NOWHERE


class Rule(
    msgspec.Struct,
    frozen=True,
    omit_defaults=True,
    kw_only=True,
    forbid_unknown_fields=True,
):
    """What a value must meet beside being of its type.

    *schema* is JSON Schema 2020-12 and whole in itself: what it refers to is in its
    ``$defs``. *keyword* is the word of the description that the rule comes from.
    """

    keyword: str
    schema: Json

    @classmethod
    def of(cls, schema: dict[str, object]) -> Rule:
        """Return the rule *schema* for the sake of its first keyword."""
        return cls(keyword=next(iter(schema)), schema=Json.of(schema))


class _Type(
    msgspec.Struct,
    frozen=True,
    omit_defaults=True,
    kw_only=True,
    forbid_unknown_fields=True,
):
    """What all kinds share: the place they were read from, and the *rules* that their
    values meet beside what the kind itself says.

    A kind that is *implied* is not named by the description, only spoken of: values of
    the other kinds are allowed too.
    """

    rules: tuple[Rule, ...] = ()
    span: Span = NOWHERE


class _Named(_Type, frozen=True, kw_only=True):
    """What kinds that may get a name of their own share.

    *title* and *description* are the schema's, until the type is named: then they
    move to its `TypeDecl`.
    """

    title: str | None = None
    description: str | None = None


class Anything(_Type, frozen=True, kw_only=True, tag="any"):
    """Every JSON value."""


class Nothing(_Type, frozen=True, kw_only=True, tag="nothing"):
    """No value at all: the schema ``false``, or an ``allOf`` that can't be met."""


class Null(_Type, frozen=True, kw_only=True, tag="null"):
    """The value null."""


class Boolean(_Type, frozen=True, kw_only=True, tag="boolean"):
    """True or false; never a number."""


class Integer(_Type, frozen=True, kw_only=True, tag="integer"):
    """A whole number with its bounds."""

    format: str | None = None
    minimum: int | float | None = None
    maximum: int | float | None = None
    exclusive_minimum: int | float | None = None
    exclusive_maximum: int | float | None = None
    multiple_of: int | float | None = None


class Number(_Type, frozen=True, kw_only=True, tag="number"):
    """Any number with its bounds."""

    format: str | None = None
    minimum: int | float | None = None
    maximum: int | float | None = None
    exclusive_minimum: int | float | None = None
    exclusive_maximum: int | float | None = None
    multiple_of: int | float | None = None


class String(_Type, frozen=True, kw_only=True, tag="string"):
    """Text; *pattern* is an ECMA-262 regular expression, lengths are in characters."""

    format: str | None = None
    pattern: str | None = None
    min_length: int | None = None
    max_length: int | None = None
    content_encoding: str | None = None
    content_media_type: str | None = None
    implied: bool = False


class Label(
    msgspec.Struct,
    frozen=True,
    omit_defaults=True,
    kw_only=True,
    forbid_unknown_fields=True,
):
    """What people call a *value* of an enum: a *name*, which is an identifier, and a
    *description*."""

    value: Json
    name: str | None = None
    description: str | None = None


class Enum(_Named, frozen=True, kw_only=True, tag="enum"):
    """One of *values*, in the order given; a ``const`` is an enum of one value.

    *labels* are those of some of the values.
    """

    values: tuple[Json, ...]
    format: str | None = None
    labels: tuple[Label, ...] = ()


class List(_Type, frozen=True, kw_only=True, tag="list"):
    """An array: its first items are one of *prefix* each, all others *item*.

    An array may end before its prefix does: *min_items* tells.
    """

    item: Type
    prefix: tuple[Type, ...] = ()
    min_items: int | None = None
    max_items: int | None = None
    unique: bool = False
    implied: bool = False


class Pattern(
    msgspec.Struct,
    frozen=True,
    omit_defaults=True,
    kw_only=True,
    forbid_unknown_fields=True,
):
    """What the keys in which *pattern* (ECMA-262) is found hold."""

    pattern: str
    type: Type


class Map(_Type, frozen=True, kw_only=True, tag="map"):
    """An object with free keys, each value a *value*.

    Keys that match one or more of *patterns* hold a value of the type of each instead.
    """

    value: Type
    patterns: tuple[Pattern, ...] = ()
    min_properties: int | None = None
    max_properties: int | None = None
    implied: bool = False


class Field(
    msgspec.Struct,
    frozen=True,
    omit_defaults=True,
    kw_only=True,
    forbid_unknown_fields=True,
):
    """A property of an `Object`. *name* is its name on the wire, byte for byte.

    *called* is what the description wants it called in a client, *confidence* how
    certain it is, in percent, that it is there and as it is.
    """

    name: str
    called: str | None = None
    type: Type
    required: bool = False
    description: str | None = None
    default: Json | None = None
    examples: tuple[Json, ...] = ()
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    told: tuple[Told, ...] = ()
    confidence: int = 100
    origin: Origin = "stated"
    span: Span = NOWHERE


class Object(_Named, frozen=True, kw_only=True, tag="object"):
    """An object with known *fields*; *additional* is what other keys may hold.

    `Nothing` as *additional* closes the object. *patterns* are as in a `Map`; they
    count for fields too.
    """

    fields: tuple[Field, ...]
    patterns: tuple[Pattern, ...] = ()
    additional: Type = Anything()
    min_properties: int | None = None
    max_properties: int | None = None
    implied: bool = False


class Tag(
    msgspec.Struct,
    frozen=True,
    omit_defaults=True,
    kw_only=True,
    forbid_unknown_fields=True,
):
    """A *value* of a union's discriminator, as text, and the member *type* it stands for.

    An *implied* one is the name of the member, which counts where nothing else does.
    """

    value: str
    type: Type
    implied: bool = False


class Union(_Named, frozen=True, kw_only=True, tag="union"):
    """Any of *members*; a nullable type is a union with `Null` as its last member.

    *discriminator* names the property whose values, by *tags*, tell the members apart;
    *fallback* is the member for objects without it, or with a value that is no tag.
    """

    members: tuple[Type, ...]
    discriminator: str | None = None
    tags: tuple[Tag, ...] = ()
    fallback: Type | None = None


class Ref(_Type, frozen=True, kw_only=True, tag="ref"):
    """The named type whose id is *target*."""

    target: str


Type: TypeAlias = (
    Anything
    | Nothing
    | Null
    | Boolean
    | Integer
    | Number
    | String
    | Enum
    | List
    | Map
    | Object
    | Union
    | Ref
)
