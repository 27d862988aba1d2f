"""The data that the emitted tests of one operation run on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

import msgspec

from specpress.emit.cases.answers import Answers
from specpress.emit.cases.bodies import writing_for
from specpress.emit.cases.conditions import holds, keeping, slot_conditions
from specpress.emit.cases.directions import asked
from specpress.emit.cases.naming import OperationNames
from specpress.emit.cases.requests import body_of, expected
from specpress.emit.cases.schemas import Checker, testable
from specpress.emit.cases.slots import Slot, as_written, content_of, slots_of
from specpress.emit.cases.streams import Streams
from specpress.emit.cases.trials import Trials
from specpress.emit.cases.typed import is_typed
from specpress.emit.cases.whole import Whole
from specpress.emit.forms import sent_type
from specpress.emit.samples import NoSample, Sampler, Types, accepts
from specpress.ir.nodes import Operation, TypeDecl
from specpress.ir.security import SecurityScheme
from specpress.ir.types import String

Data: TypeAlias = dict[str, object]

ODD: Final = "ü b/c?d&e=f+g#h%41~*'\"\\"
"""Text that shows how it is encoded."""
_ODD_HEADER: Final = "a b;c=d"
_IDEMPOTENT: Final = frozenset(
    {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "QUERY"}
)
_REDIRECTS: Final = (302, 307)
"""Those that the emitted tests try."""

_NO_SEGMENT: Final[tuple[object, ...]] = ("", ".", "..", [], {})


@dataclass(frozen=True, slots=True)
class OperationData:
    """Makes the data for one operation after another of the same API."""

    types: Types
    base: str
    schemes: Mapping[str, SecurityScheme]
    classes: Mapping[str, str]
    """The names of the classes among the declared types, by the types' ids."""
    decls: Mapping[str, TypeDecl]
    """The declared types by id."""
    errors: Mapping[str, str]
    """The names of errors, by those of the classes that are their bodies."""
    own_servers: bool = True
    """Whether operations go to servers of their own, where they have any."""

    def of(self, operation: Operation, names: OperationNames) -> Data:
        """Return the data for *operation*. Raises NoSample when it can't be called."""
        slots = slots_of(operation, names, self.types)
        base = self._samples([s for s in slots if s.needed], full=False)
        for slot in slots:
            if slot.required and slot.argument not in base:
                raise NoSample(slot.name)
        if any(s.needed and s.argument not in base for s in slots):
            # The optional body can't be made: calls go without it.
            usable = [s for s in slots if s.place != "field"]
            base = {s.argument: base[s.argument] for s in usable if s.needed}
        else:
            usable = slots
        content = content_of(operation, names)
        spread = content.type if content and names.fields is not None else None
        must = operation.body is not None and operation.body.required
        whole = Whole(spread, self.types, slots, must)
        told = slot_conditions(slots)
        full = whole.mended(self._samples(usable, full=True), full=True)
        base = keeping(told, whole.mended(base, full=False), slots, full)
        full = keeping(told, full, slots, full)
        required = {s.argument: base[s.argument] for s in slots if s.required}
        odd = keeping(told, self._odd(usable, full), slots, full)
        calls = {
            "required": (
                required if whole.holds(required) and holds(told, required) else base
            ),
            "all": full,
            "odd": odd if whole.holds(odd) else full,
        }
        schema = content.schema.value if content and content.schema else None
        schema = testable(asked(schema))

        def fits(argument: str, value: object) -> bool:
            return whole.holds({**base, argument: value}) and stands(argument, value)

        def stands(argument: str, value: object) -> bool:
            return holds(told, {**base, argument: value})

        checker, answers = Checker(schema), Answers(
            self.types, self.classes, self.errors
        )
        return {
            "id": operation.id,
            "call": names.method,
            "options": names.options,
            "method": operation.method,
            "idempotent": operation.method in _IDEMPOTENT,
            "authenticated": any(r.schemes for r in operation.security),
            "anonymous": not all(r.schemes for r in operation.security),
            "coding": writing_for(content, self.types) if content else None,
            "schema": schema,
            "base": self._marked(slots, base),
            "requests": [
                self._request(operation, names, slots, label, calls[label], checker)
                for label in calls
                if label == "required" or calls[label] not in _before(calls, label)
            ]
            + list(self._others(operation, names, slots, base)),
            "slots": _bound(
                Trials(self.types).of(slots, usable, content, fits, stands), names
            ),
            "successes": answers.successes(operation),
            "drifts": answers.drifts(operation),
            "errors": answers.errors(operation),
            **_redirects(operation),
            **_choices(names),
            **self._streams(operation, names),
        }

    def _others(
        self,
        operation: Operation,
        names: OperationNames,
        slots: Sequence[Slot],
        base: Data,
    ) -> Iterator[Data]:
        """Yield a request for each other way to give a body."""
        outside = {
            s.argument: base[s.argument]
            for s in slots
            if s.place not in ("field", "body") and s.argument in base
        }
        plain = Checker(None)
        content = content_of(operation, names)
        kind = content.type if content else None
        is_allowed = kind is None or accepts({}, kind, self.types)
        if names.whole is not None and content is not None and is_allowed:
            made = self._request(operation, names, slots, "empty", outside, plain)
            headers = {**made["headers"], "content-type": sent_type(content)}
            given: Data = {**outside, names.whole: Data()}
            yield {**made, "headers": headers, "body": "{}", "arguments": given}
        for other in names.others:
            fields, body = other.fields, other.body
            own = replace(names, media_type=other.media_type, fields=fields, body=body)
            inside = slots_of(operation, own, self.types)
            sent = [slot for slot in inside if slot.place in ("field", "body")]
            arguments = outside | self._samples(sent, full=True)
            if arguments != outside:
                label = f"as {other.media_type}"
                made = self._request(operation, own, inside, label, arguments, plain)
                made["arguments"][names.content_type] = other.media_type
                yield made

    def _streams(self, operation: Operation, names: OperationNames) -> Data:
        """Return the streams of *operation*, if it has any."""
        if names.stream is None:
            return {}
        found = Streams(self.types, self.decls).of(operation, names.stream)
        return {"streams": found, "only_streams": names.stream == names.method}

    def _samples(self, slots: Sequence[Slot], *, full: bool) -> Data:
        sampler = Sampler(self.types, full=full)
        found = Data()
        for slot in slots:
            given = slot.source.examples
            default = getattr(slot.source, "default", None)
            given = given if default is None else (*given, default)
            if slot.place != "field":  # null would be no argument at all
                given = tuple(each for each in given if each.value is not None)
            try:
                value = sampler.sample(slot.type, slot.name, given)
                if slot.place == "path" and value in _NO_SEGMENT:
                    more = Sampler(self.types, full=True)
                    value = more.sample(slot.type, slot.name, given)
                if value is None and slot.place != "field":
                    others = sampler.samples(slot.type, slot.name)
                    value = next(other for other in others if other is not None)
            except (NoSample, StopIteration):
                continue
            if slot.place != "path" or value not in _NO_SEGMENT:
                found[slot.argument] = value
        return found

    def _odd(self, slots: Sequence[Slot], full: Data) -> Data:
        """Return *full* with odd text wherever any text may stand."""
        odd = dict(full)
        for slot in slots:
            if not isinstance(slot.type, String) or is_typed(slot.type):
                continue
            text = _ODD_HEADER if slot.place == "header" else ODD
            reserved = getattr(slot.source, "allow_reserved", False)
            if accepts(text, slot.type, self.types) and not reserved:
                odd[slot.argument] = text
        return odd

    def _request(
        self,
        operation: Operation,
        names: OperationNames,
        slots: Sequence[Slot],
        label: str,
        arguments: Data,
        checker: Checker,
    ) -> dict[str, Any]:
        spread = names.fields is not None
        request = expected(
            operation,
            slots,
            arguments,
            base=self._base(operation),
            content=content_of(operation, names),
            spread=spread,
            types=self.types,
            schemes=self.schemes,
        )
        body = body_of(slots, arguments, spread=spread)
        return {
            "label": label,
            "arguments": self._marked(slots, arguments),
            "checked": self._is_readable(operation, names)
            and checker.accepts(body)
            and request.body is not None,
            **msgspec.to_builtins(request),
        }

    def _is_readable(self, operation: Operation, names: OperationNames) -> bool:
        """Return whether the tests can read the body as JSON data again."""
        content = content_of(operation, names)
        if content is None:
            return False
        writing = writing_for(content, self.types)
        return writing == "json" or (writing == "form" and not content.encodings)

    def _base(self, operation: Operation) -> str:
        own = operation.servers[0].url if operation.servers else self.base
        if "://" not in own:
            return "/".join(self.base.split("/")[:3]) + own
        return own if self.own_servers else self.base

    def _marked(self, slots: Sequence[Slot], arguments: Data) -> Data:
        """Return *arguments* as a caller writes them, the last of the description first.

        So the tests see that the order of arguments does not matter.
        """
        return {
            slot.argument: as_written(slot, arguments[slot.argument], self.types)
            for slot in reversed(slots)
            if slot.argument in arguments
        }


def _bound(trials: list[Data], names: OperationNames) -> list[Data]:
    """Return *trials*, of which it is told that Python does not ask for the argument."""
    if not names.is_overloaded:
        return trials
    inside = ("field", "body")
    return [t | {"bound": False} if t["place"] in inside else t for t in trials]


def _choices(names: OperationNames) -> Data:
    """Return the arguments that choose what the body is, if there are any."""
    wholes = [names.whole, *(each.body for each in names.others if not each.fields)]
    found = [names.content_type] if names.others else []
    found += [each for each in dict.fromkeys(wholes) if each is not None]
    return {"choices": found} if found else {}


def _redirects(operation: Operation) -> Data:
    """Return which redirects *operation* documents, which are no errors then, if any."""
    told = {response.status for response in operation.responses}
    found = [s for s in _REDIRECTS if "3XX" in told or str(s) in told]
    return {"redirects": found} if found else {}


def _before(calls: Mapping[str, Data], label: str) -> list[Data]:
    labels = list(calls)
    return [calls[earlier] for earlier in labels[: labels.index(label)]]
