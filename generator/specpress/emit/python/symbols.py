"""Python names, made for a whole scope at a time and the same way every time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Final, TypeVar

from specpress.emit.python.reserved import FIELD_RESERVED, HARD_KEYWORDS
from specpress.ir.nodes import Parameter
from specpress.ir.types import Field

_Key = TypeVar("_Key", bound=Hashable)

_SIGNS: Final = {
    "<=": " lte ",
    ">=": " gte ",
    "!=": " ne ",
    "<": " lt ",
    ">": " gt ",
    "=": " eq ",
    "+": " plus ",
    "%": " percent ",
    "&": " and ",
    "*": " star ",
}
"""Signs that tell names apart, and the words they are spoken as."""

_SIGN: Final = re.compile("|".join(re.escape(sign) for sign in _SIGNS))
_MINUS: Final = re.compile(r"^-(?=\d)")
_BREAK: Final = re.compile(
    r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^0-9A-Za-z\u0080-\U0010ffff]+"
)


def words(text: str) -> tuple[str, ...]:
    """Return the words of *text*, split at case changes and at what is no letter.

    >>> words("StatusCallbackEvent"), words("StartTime<"), words("-1"), words("SMSUrl")
    (('Status', 'Callback', 'Event'), ('Start', 'Time', 'lt'), ('minus', '1'), ('SMS', 'Url'))
    """
    plain = unicodedata.normalize("NFKC", text)
    spoken = _SIGN.sub(lambda sign: _SIGNS[sign[0]], _MINUS.sub("minus ", plain))
    legal = (_letters(word) for word in _BREAK.split(spoken))
    return tuple(word for word in legal if word)


def snake(text: str, empty: str = "value") -> str:
    """Return *text* in lower case with underscores: a name of a function or field.

    *empty* stands for a text without letters, and before one that begins with a digit.

    >>> snake("StartTime<"), snake("2fa", "field"), snake("from"), snake("_id")
    ('start_time_lt', 'field_2fa', 'from_', 'id')
    """
    name = "_".join(word.lower() for word in words(text)) or empty
    if not name.isidentifier():
        name = f"{empty}_{name}"
    return f"{name}_" if name in HARD_KEYWORDS else name


def pascal(text: str, empty: str = "Type") -> str:
    """Return *text* in capitalised words: the name of a class.

    >>> pascal("create_call-request"), pascal("HTTPMethod"), pascal("2fa")
    ('CreateCallRequest', 'HTTPMethod', 'Type2fa')
    """
    name = "".join(word[:1].upper() + word[1:] for word in words(text)) or empty
    if not name.isidentifier():
        name = f"{empty}{name}"
    return f"{name}_" if name in HARD_KEYWORDS else name


def assign(
    names: Iterable[str], taken: Iterable[str] = (), *, empty: str = "value"
) -> Mapping[str, str]:
    """Give every wire name its own snake-case identifier; later ones take a number.

    One that is an identifier as it is comes before all others. Names in *taken* are
    given to nobody: who wants one gets an underscore behind it.

    >>> assign(["user-id", "userId", "list"], ["list"])
    {'user-id': 'user_id', 'userId': 'user_id_2', 'list': 'list_'}
    >>> assign(["userId", "user_id"])
    {'userId': 'user_id_2', 'user_id': 'user_id'}
    """
    return _assigned({name: name for name in names}, taken, empty)


def field_names(fields: Iterable[Field]) -> Mapping[str, str]:
    """Give *fields*, of an object, their attribute names in its model, by wire name.

    They are the names of the arguments, too, where the fields of a body are arguments.
    """
    wanted = {field.name: field.called or field.name for field in fields}
    return _assigned(wanted, FIELD_RESERVED, "field")


def parameter_names(
    parameters: Sequence[Parameter], fields: Sequence[bool]
) -> Sequence[str]:
    """Return the argument names of *parameters*, of which several may have one name.

    Those that *fields* tell are names of fields of a model, too.
    """
    wanted = {n: each.called or each.name for n, each in enumerate(parameters)}
    names = list(_assigned(wanted, {"self"}, "param").values())
    for index, name in enumerate(names):
        if fields[index] and name in FIELD_RESERVED:
            names[index] = Scope({name, *names}).add(name)
    return tuple(names)


def _assigned(
    wanted: Mapping[_Key, str], taken: Iterable[str], empty: str
) -> Mapping[_Key, str]:
    """Return a name made from each of *wanted*; those that are names come first."""
    scope = Scope(taken)
    plain = {key: snake(text, empty) for key, text in wanted.items()}
    exact = {k: scope.add(name) for k, name in plain.items() if wanted[k] == name}
    return {key: exact.get(key) or scope.add(name) for key, name in plain.items()}


class Scope:
    """The names given in one scope; *taken* are those given to nobody."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._reserved = frozenset(taken)
        self._given: set[str] = set()

    def add(self, wanted: str) -> str:
        """Return *wanted*, or the first free name made from it, and keep it."""
        base = f"{wanted}_" if wanted in self._reserved else wanted
        name, count = base, 1
        while name in self._given or name in self._reserved:
            count += 1
            name = f"{base.rstrip('_')}_{count}"
        self._given.add(name)
        return name


def _letters(word: str) -> str:
    return "".join(char for char in word if f"a{char}".isidentifier()).strip("_")
