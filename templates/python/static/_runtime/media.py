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
    return kind in ("*", main) and subtype in ("*", sub)


def charset(media_type: str) -> str:
    """Return the charset that *media_type* names, or UTF-8."""
    _, found, rest = media_type.lower().partition("charset=")
    return rest.partition(";")[0].strip('" ') if found else "utf-8"
