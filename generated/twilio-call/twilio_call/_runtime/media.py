"""Media types, compared as RFC 9110 wants: in lower case, without parameters."""

from __future__ import annotations


def essence(media_type: str) -> str:
    """Return *media_type* without its parameters, in lower case."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Return whether a body of *media_type* is JSON."""
    kind = essence(media_type)
    return kind == "application/json" or kind.endswith("+json")


def is_text(media_type: str) -> bool:
    """Return whether a body of *media_type* is text."""
    return essence(media_type).startswith("text/")


def matches(declared: str, actual: str) -> bool:
    """Return whether *actual* is of the type, or in the range, that was *declared*."""
    kind, _, subtype = essence(declared).partition("/")
    main, _, sub = essence(actual).partition("/")
    suffix = subtype.startswith("*+") and sub.endswith(subtype[1:])
    return kind in ("*", main) and (subtype in ("*", sub) or suffix)


def nearness(declared: str, actual: str) -> int:
    """Return how near *declared* comes to *actual*, which it matches; 0 is nearest.

    A type with the same parameters is, then any type, then a range (RFC 9110, 12.5.1).
    """
    if "*" in declared:
        return 3 if declared.startswith("*") else 2
    return 0 if _parameters(declared) == _parameters(actual) else 1


def _parameters(media_type: str) -> set[str]:
    """Return the parameters of *media_type*, as ``name=value``."""
    given = media_type.lower().split(";")[1:]
    return {parameter.replace('"', "").replace(" ", "") for parameter in given}


def charset(media_type: str) -> str:
    """Return the charset that *media_type* names, or UTF-8."""
    _, found, rest = media_type.lower().partition("charset=")
    return rest.partition(";")[0].strip('" ') if found else "utf-8"
