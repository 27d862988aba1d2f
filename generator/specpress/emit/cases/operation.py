"""The data that the emitted tests of one operation run on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias, cast

import msgspec

from specpress.emit.cases.answers import Answers
from specpress.emit.cases.bodies import coding_of
from specpress.emit.cases.naming import OperationNames
from specpress.emit.cases.requests import Expected, body_of, expected, fragment
from specpress.emit.cases.rules import rule_name
from specpress.emit.cases.schemas import Checker, testable
from specpress.emit.cases.slots import Slot, content_of, slots_of
from specpress.emit.cases.typed import TYPED, marked
from specpress.emit.samples import (
    NoSample,
    Sampler,
    Types,
    accepts,
    boundaries,
    violations,
)
from specpress.ir.nodes import Content, Operation, SecurityScheme
from specpress.ir.types import String

Data: TypeAlias = dict[str, object]

ODD: Final = "ü b/c?d&e=f+g#h%41~*'\"\\"
"""Text that shows how it is encoded."""
_ODD_HEADER: Final = "a b;c=d"
_IDEMPOTENT: Final = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"})


@dataclass(frozen=True, slots=True)
class OperationData:
    """Makes the data for one operation after another of the same API."""

    types: Types
    base: str
    schemes: Mapping[str, SecurityScheme]

    def of(self, operation: Operation, names: OperationNames) -> Data:
        """Return the data for *operation*. Raises NoSample when it can't be called."""
        slots = slots_of(operation, names, self.types)
        full = self._samples(slots, full=True)
        least = self._samples([s for s in slots if s.needed], full=False)
        for slot in slots:
            if slot.required and slot.argument not in least:
                raise NoSample(slot.name)
        required = {s.argument: least[s.argument] for s in slots if s.required}
        content = content_of(operation, names)
        schema = None if content is None else testable(_schema(content))
        checker = Checker(schema)
        calls = {"required": required, "all": full, "odd": self._odd(slots, full)}
        requests = list[Data]()
        for name, arguments in calls.items():
            if name == "required" or arguments not in (
                required,
                *([full] * (name != "all")),
            ):
                request = self._request(operation, names, slots, arguments)
                body = body_of(slots, arguments, spread=names.fields is not None)
                requests.append(
                    {
                        "name": name,
                        "arguments": self._marked(slots, arguments),
                        "request": msgspec.to_builtins(request),
                        "valid": checker.accepts(body),
                    }
                )
        answers = Answers(self.types)
        checked = any(request["valid"] for request in requests)
        return {
            "id": operation.id,
            "call": names.method,
            "options": names.options,
            "method": operation.method,
            "idempotent": operation.method in _IDEMPOTENT,
            "coding": coding_of(names.media_type) if names.media_type else None,
            "schema": schema if checked else None,
            "requests": requests,
            "base": self._marked(slots, least),
            "required": {s.argument: s.name for s in slots if s.required},
            "optional": [s.argument for s in slots if not s.required],
            "invalid": list(self._invalid(slots, least)),
            "valid": list(self._valid(slots, names)),
            "successes": answers.successes(operation),
            "drifts": answers.drifts(operation),
            "errors": answers.errors(operation),
        }

    def _samples(self, slots: Sequence[Slot], *, full: bool) -> Data:
        sampler = Sampler(self.types, full=full)
        found = Data()
        for slot in slots:
            given = slot.source.examples
            default = getattr(slot.source, "default", None)
            given = given if default is None else (*given, default)
            try:
                value = sampler.sample(slot.type, slot.name, given)
            except NoSample:
                continue
            if slot.place == "path" and value in ("", ".", "..", [], {}):
                continue
            found[slot.argument] = value
        return found

    def _odd(self, slots: Sequence[Slot], full: Data) -> Data:
        """Return *full* with odd text wherever any text may stand."""
        odd = dict(full)
        for slot in slots:
            if not isinstance(slot.type, String) or slot.type.format in TYPED:
                continue
            header = slot.place in ("header", "cookie")
            text = _ODD_HEADER if header else ODD
            reserved = getattr(slot.source, "allow_reserved", False)
            if accepts(text, slot.type, self.types) and not reserved:
                odd[slot.argument] = text
        return odd

    def _request(
        self,
        operation: Operation,
        names: OperationNames,
        slots: Sequence[Slot],
        arguments: Data,
    ) -> Expected:
        return expected(
            operation,
            slots,
            arguments,
            base=self.base,
            media_type=names.media_type,
            spread=names.fields is not None,
            schemes=self.schemes,
        )

    def _marked(self, slots: Sequence[Slot], arguments: Data) -> Data:
        """Return *arguments* as a caller writes them, the last of the description first.

        So the tests see that the order of arguments does not matter.
        """
        return {
            slot.argument: marked(arguments[slot.argument], slot.type, self.types)
            for slot in reversed(slots)
            if slot.argument in arguments
        }

    def _invalid(self, slots: Sequence[Slot], least: Data) -> Iterator[Data]:
        sampler = Sampler(self.types)
        for slot in slots:
            if _opaque(slot):
                continue
            for broken in violations(slot.type, sampler, slot.name):
                yield {
                    "argument": slot.argument,
                    "name": _place(slot.name, broken.path),
                    "rules": sorted(rule_name(rule) for rule in broken.rules),
                    "value": broken.value,
                }
            if not accepts(None, slot.type, self.types):
                yield {
                    "argument": slot.argument,
                    "name": slot.name,
                    "rules": None,
                    "value": None,
                }

    def _valid(self, slots: Sequence[Slot], names: OperationNames) -> Iterator[Data]:
        sampler = Sampler(self.types)
        for slot in slots:
            for value in boundaries(slot.type, sampler, slot.name):
                if slot.place == "path" and value in ("", ".", ".."):
                    continue
                yield {
                    "argument": slot.argument,
                    "value": marked(value, slot.type, self.types),
                    "sends": fragment(slot, value, names.media_type),
                }


def _schema(content: Content) -> object:
    return None if content.schema is None else content.schema.value


def _opaque(slot: Slot) -> bool:
    """Whether the client can't check *slot*: text and bytes are taken as they are."""
    return slot.place == "body" and coding_of(
        cast(Content, slot.source).media_type
    ) in ("text", "bytes")


def _place(name: str, path: Sequence[str | int]) -> str:
    steps = "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in path)
    return (name + steps).removeprefix(".")
