"""Text in formats that Python has no type for: checked, and otherwise left alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import Annotated, Final, TypeAlias

from pydantic import AfterValidator, StrictStr
from pydantic_core import PydanticCustomError

_LABEL: Final = r"(?!-)[\w-]{1,63}(?<!-)"
_POINTER: Final = r"(/([^~/]|~[01])*)*"
_TOKEN: Final = r"[\w!#$%&'*+.^`|~-]+"
_DAY: Final = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)"


def _text(name: str, fits: Callable[[str], object]) -> AfterValidator:
    """Return the check of text in the format *name*."""

    def check(value: str) -> str:
        try:
            known = fits(value)
        except AddressValueError:
            known = None
        if not known:
            raise PydanticCustomError(
                "format_error", "Input should be in the format {name}", {"name": name}
            )
        return value

    return AfterValidator(check)


def _like(name: str, pattern: str) -> AfterValidator:
    """Return the check of text in the format *name*, all of which matches *pattern*."""
    return _text(name, re.compile(pattern).fullmatch)


Ipv4Text: TypeAlias = Annotated[StrictStr, _text("ipv4", IPv4Address)]
Ipv6Text: TypeAlias = Annotated[StrictStr, _text("ipv6", IPv6Address)]
UriText: TypeAlias = Annotated[StrictStr, _like("uri", r"[A-Za-z][A-Za-z\d+.-]*:\S*")]
UriReferenceText: TypeAlias = Annotated[StrictStr, _like("uri-reference", r"\S*")]
UriTemplateText: TypeAlias = Annotated[
    StrictStr, _like("uri-template", r"([^\s{}]|\{[^\s{}]+\})*")
]
EmailText: TypeAlias = Annotated[StrictStr, _like("email", r"\S+@[^\s@]+")]
HostnameText: TypeAlias = Annotated[
    StrictStr, _like("hostname", rf"(?=.{{1,253}}\.?$){_LABEL}(\.{_LABEL})*\.?")
]
JsonPointerText: TypeAlias = Annotated[StrictStr, _like("json-pointer", _POINTER)]
RelativeJsonPointerText: TypeAlias = Annotated[
    StrictStr, _like("relative-json-pointer", rf"(0|[1-9]\d*)(#|{_POINTER})")
]
CharText: TypeAlias = Annotated[StrictStr, _like("char", r"[\s\S]")]
HttpDateText: TypeAlias = Annotated[
    StrictStr,
    _like("http-date", rf"{_DAY}, \d\d [A-Z][a-z]{{2}} \d{{4}} \d\d:\d\d:\d\d GMT"),
]
MediaRangeText: TypeAlias = Annotated[
    StrictStr, _like("media-range", rf"{_TOKEN}/{_TOKEN}\s*(;.*)?")
]
SfBooleanText: TypeAlias = Annotated[StrictStr, _like("sf-boolean", r"\?[01]")]
SfIntegerText: TypeAlias = Annotated[StrictStr, _like("sf-integer", r"-?[0-9]{1,15}")]
SfDecimalText: TypeAlias = Annotated[
    StrictStr, _like("sf-decimal", r"-?[0-9]{1,12}\.[0-9]{1,3}")
]
SfStringText: TypeAlias = Annotated[
    StrictStr, _like("sf-string", r'"([ !#-\[\]-~]|\\["\\])*"')
]
SfTokenText: TypeAlias = Annotated[
    StrictStr, _like("sf-token", r"[A-Za-z*][\w!#$%&'*+.^`|~:/-]*")
]
SfBinaryText: TypeAlias = Annotated[StrictStr, _like("sf-binary", r":[A-Za-z0-9+/=]*:")]
