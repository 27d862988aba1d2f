"""Codes of unions: what a discriminator says that can't be."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

NO_VARIANT: Final = Code(
    "UNI001",
    Severity.WARNING,
    "the discriminator maps {value!r} to {target!r}, which is no variant; left out",
    "discriminator value that stands for no variant",
    "A mapping leads from a value to one of the schemas in the 'oneOf' or 'anyOf' beside "
    "the discriminator, or to one whose 'allOf' has the schema that it stands in.",
    fidelity="approximated",
)
NO_PROPERTY: Final = Code(
    "UNI002",
    Severity.WARNING,
    "a discriminator without 'propertyName'; variants are told apart by what they hold",
    "discriminator without a property",
    "A discriminator names the property whose value tells which variant an object is.",
    fidelity="approximated",
)
LONE_DISCRIMINATOR: Final = Code(
    "UNI003",
    Severity.NOTE,
    "a discriminator without variants; left out",
    "discriminator that has nothing to tell apart",
    "A discriminator stands beside a 'oneOf' or an 'anyOf', or in a schema that others "
    "have in their 'allOf'.",
    fidelity="unused",
)
