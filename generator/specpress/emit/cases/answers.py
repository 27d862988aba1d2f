"""Answers of the server: what the emitted tests let it say, and what must come of it."""

from __future__ import annotations

import dataclasses
from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias, cast

from specpress.emit.cases.bodies import coding_of
from specpress.emit.cases.requests import EMPTY
from specpress.emit.cases.text import compact
from specpress.emit.cases.xml import NoXmlError, xml_text
from specpress.emit.forms import is_file
from specpress.emit.samples import (
    NoSample,
    Sampler,
    Types,
    accepts,
    adapted,
    choices,
    is_sure,
    member_of,
    violations,
)
from specpress.emit.samples.check import RULE
from specpress.ir.formats import text_format
from specpress.ir.nodes import Content, Operation, Response
from specpress.ir.sequences import successes
from specpress.ir.statuses import USUAL, error_name
from specpress.ir.types import (
    Boolean,
    List,
    Map,
    Nothing,
    Object,
    Ref,
    String,
    Type,
    Union,
)
from specpress.ir.xml import is_typed

Data: TypeAlias = dict[str, object]

_MOST_DRIFTS: Final = 6
_MOST_VARIANTS: Final = 40
_UNHEARD_OF: Final[Data] = {"unheard-of": {"a": [1, None]}}
_MADE_UP: Final[object] = {"a": [1, None]}


@dataclass(frozen=True, slots=True)
class Answers:
    """Makes the answers of operations whose types refer to *types*.

    *classes* are the names of those types that are classes in the client, *by_body*
    those of errors by the class of their bodies.
    """

    types: Types
    classes: Mapping[str, str]
    by_body: Mapping[str, str] = dataclasses.field(default_factory=dict[str, str])

    def successes(self, operation: Operation) -> list[Data]:
        """Return one answer for each documented success and media type."""
        good = successes(operation)
        return _labelled(a for r in good for a in self._answers(r, operation))

    def errors(self, operation: Operation) -> list[Data]:
        """Return one answer for each documented error and media type, with its class."""
        bad = [r for r in operation.responses if r.status[0] in "45d"]
        if not any(r.status.startswith("2") for r in operation.responses):
            bad = [r for r in bad if r.status != "default"]
        answers = [a for r in bad for a in self._answers(r, operation, error=True)]
        return _labelled(
            a
            | {"raises": raised(cast(int, a["status"]), operation)}
            | self._told_by_body(a["returns"])
            for a in answers
        )

    def _told_by_body(self, kind: object) -> Data:
        """Return the error that a body of *kind* must raise as well, if there is one."""
        name = self.by_body.get(str(kind))
        return {} if name is None else {"told": name}

    def drifts(self, operation: Operation) -> list[Data]:
        """Return answers that break the description, each in one place: that of
        the success *of* that label, with what is *put* there, or without the key."""
        found = list[Data]()
        for answer in self.successes(operation):
            type_ = _json_type(operation, answer)
            if type_ is not None:
                found.extend(self._drifts(answer, type_))
        return _labelled(found)

    def _answers(
        self, response: Response, operation: Operation, *, error: bool = False
    ) -> Iterator[Data]:
        status = concrete(response.status, operation, error=error)
        head = operation.method == "HEAD"
        if not response.contents or str(status) in EMPTY or head:
            nothing: Data = {"text": "", "value": None, "returns": "NoneType"}
            yield {"status": status, "media_type": None, **nothing}
            return
        for content in (c for c in response.contents if c.item is None):
            media_type = arrives(content)
            for answer in self._each(content, media_type):
                yield {"status": status, "media_type": media_type, **answer}

    def _each(self, content: Content, media_type: str) -> Iterator[Data]:
        """Yield an answer with *content*, and one more for each other member where it is
        a union of objects."""
        first = self._answer(content, media_type)
        if first is None:
            return
        yield first
        union = None if content.type is None else self._resolved(content.type)
        if coding_of(media_type) != "json" or not isinstance(union, Union):
            return
        seen = {compact(first["value"])}
        sampler = Sampler(self.types, full=True, direction="response")
        for choice in choices(union, self.types)[:_MOST_VARIANTS]:
            try:
                value = sampler.sample(choice.type)
            except NoSample:
                continue
            value = adapted(choice.told(value, union, self.types), union, self.types)
            text = compact(value)
            if text not in seen and accepts(value, union, self.types):
                seen.add(text)
                yield {"value": value, **self._told(union, value)}

    def _told(self, type_: Type, value: object) -> Data:
        """Return what is known of *value*, one of *type_*, as it is read."""
        whole, union = type_, self._resolved(type_)
        while isinstance(union, Union):
            member = member_of(union, value, self.types)
            if member is None or not is_sure(union, value, self.types):
                return {"open": False, "returns": None}
            type_, union = member, self._resolved(member)
        if isinstance(union, Object) and not isinstance(value, dict):
            return {"open": False, "returns": None}  # it says nothing of such values
        open_ = isinstance(value, dict) and self._is_open(type_)
        if open_:
            more = {**cast("Data", value), **_UNHEARD_OF}
            open_ = accepts(more, whole, self.types)
        return {"open": open_, "returns": self._kind(type_)}

    def _answer(self, content: Content, media_type: str) -> Data | None:
        coding = "bytes" if is_file(content.type) else coding_of(media_type)
        if is_typed(content):
            return self._xml(content)
        if coding in ("text", "form"):
            return {"text": "text ü", "value": "text ü", "returns": "str"}
        if coding == "bytes":
            data = {"$bytes": "bytes ü"}
            return {"text": "bytes ü", "value": data, "returns": "bytes"}
        if content.type is None:
            given = (e.value for e in content.examples if e.value is not None)
            made = next(given, _MADE_UP)
            return {"value": made, "returns": type(made).__name__}
        sampler = Sampler(self.types, full=True, direction="response")
        try:
            value = sampler.sample(content.type, "", content.examples)
        except NoSample:
            return None
        told = self._told(content.type, value)
        if isinstance(value, str) and self._is_encoded(content.type):
            try:
                data = {"$bytes": b64decode(value).decode()}
            except ValueError:
                return None
            return {"text": compact(value), "value": data, **told}
        return {"value": value, **told}

    def _xml(self, content: Content) -> Data | None:
        """Return an answer of XML; none where no sample is read as what it was."""
        sampler = Sampler(self.types, full=True, direction="response")
        if (type_ := content.type) is not None:
            try:
                value = sampler.sample(type_, "", content.examples)
                text = xml_text(value, content, exact=True)
            except (NoSample, NoXmlError):
                return None
            return {
                "text": text,
                "value": value,
                **self._told(type_, value),
                "open": False,
            }
        return None

    def _is_encoded(self, type_: Type) -> bool:
        """Whether what *type_* describes is text that stands for bytes."""
        plain = self._resolved(type_)
        return isinstance(plain, String) and text_format(plain) in ("byte", "base64url")

    def _kind(self, type_: Type) -> str | None:
        """Return the name of the Python type of what *type_* describes, if it is sure."""
        while isinstance(type_, Ref):
            if type_.target in self.classes:
                return self.classes[type_.target]
            type_ = self.types[type_.target]
        match type_:
            case List():
                return "list"
            case Map():
                return "dict"
            case Boolean():
                return "bool"
            case _:
                return None

    def _is_open(self, type_: Type) -> bool:
        """Whether *type_* is an object that may hold a key that no one knows."""
        object_ = self._resolved(type_)
        probe = {"unheard-of": "value"}
        return isinstance(object_, Object) and accepts(
            probe, Object(fields=(), additional=object_.additional), self.types
        )

    def _resolved(self, type_: Type) -> Type:
        while isinstance(type_, Ref):
            type_ = self.types[type_.target]
        return type_

    def _drifts(self, answer: Data, type_: Type) -> Iterator[Data]:
        object_, body = self._resolved(type_), answer["value"]
        if not isinstance(object_, Object) or not isinstance(body, dict):
            return
        body = cast("Data", body)
        sampler = Sampler(self.types, direction="response")
        made = list[Data]()
        seen = set[str]()
        for field in object_.fields:
            kind = self._resolved(field.type)
            if isinstance(kind, Union | Nothing) or field.name not in body:
                continue
            if field.required and "required" not in seen:
                made.append({"path": field.name, "rule": "required", "put": {}})
                seen.add("required")
            for broken in violations(field.type, sampler, field.name):
                word = f"{type(kind).__name__}-{broken.rule}"
                if RULE not in broken.rules and not broken.path and word not in seen:
                    put = {field.name: broken.value}
                    made.append({"path": field.name, "rule": broken.rule, "put": put})
                    seen.add(word)
        for drift in made[:_MOST_DRIFTS]:
            yield {"of": answer["label"], "status": answer["status"], **drift}


def _labelled(answers: Iterable[Data]) -> list[Data]:
    """Return *answers*, each with a label of its own."""
    made = list[Data]()
    for answer in answers:
        parts = (answer["status"], answer.get("path"), answer.get("rule"))
        label = "-".join(str(part) for part in parts if part is not None)
        others = sum(1 for other in made if str(other["label"]).startswith(label))
        made.append({"label": f"{label}-{others + 1}" if others else label, **answer})
    return made


def concrete(status: str, operation: Operation, *, error: bool = False) -> int:
    """Return a status that falls under *status* and under nothing more exact.

    >>> concrete("201", ...), concrete("4XX", Operation(id="", method="", path=""))
    (201, 418)
    """
    if status.isdigit():
        return int(status)
    exact = {r.status for r in operation.responses}
    firsts = {"1": 102, "2": 200, "3": 300, "4": 418, "5": 500}
    first = firsts.get(status[0]) or (418 if error else 200)
    numbers = range(first, first // 100 * 100 + 100)
    return next(n for n in numbers if str(n) not in exact and str(n) not in EMPTY)


def arrives(content: Content) -> str:
    """Return a media type in which *content* may arrive, where it is a range.

    >>> arrives(Content(media_type="*/*", type=Boolean()))
    'application/json'
    """
    essence = content.media_type.partition(";")[0].strip().lower()
    if essence not in ("*/*", "application/*") or content.type is None:
        return content.media_type
    is_text = isinstance(content.type, String)
    return content.media_type if is_text else "application/json"


def raised(status: int, operation: Operation) -> str:
    """Return the name of the error that *status* of *operation* must raise.

    >>> raised(418, Operation(id="", method="", path=""))
    'ClientError'
    """
    if any(r.status == str(status) for r in operation.responses):
        return error_name(status)
    by_class = "ClientError" if status // 100 == 4 else "ServerError"
    return USUAL.get(status, by_class)


def _json_type(operation: Operation, answer: Data) -> Type | None:
    media_type = answer["media_type"]
    if not isinstance(media_type, str) or coding_of(media_type) != "json":
        return None
    responses: Sequence[Response] = operation.responses
    for response in responses:
        if concrete(response.status, operation) == answer["status"]:
            found = (c.type for c in response.contents if arrives(c) == media_type)
            type_ = next(found, None)
            return None if is_file(type_) else type_
    return None
