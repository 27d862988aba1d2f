"""The emitted tests' data: what must go over the wire, worked out from the IR alone.

Nothing here knows the client's code or its runtime: that is what makes it a test.
"""

from __future__ import annotations

import json

from specpress.diagnostics import Report
from specpress.diagnostics.codes.cases import NO_TESTS
from specpress.emit.cases.answers import Answers
from specpress.emit.cases.headers import answered, header_cases
from specpress.emit.cases.incoming import incoming_data
from specpress.emit.cases.naming import Naming, OperationNames
from specpress.emit.cases.operation import OperationData
from specpress.emit.cases.requests import NO_SERVER, SECRETS
from specpress.emit.samples import NoSample, types_of
from specpress.emit.stems import stem
from specpress.ir.nodes import Api
from specpress.ir.types import Enum, Ref
from specpress.ir.walk import holder

__all__ = ["Naming", "OperationNames", "test_data"]


def test_data(api: Api, names: Naming, report: Report | None = None) -> dict[str, str]:
    """Return the data of the emitted tests by path below ``tests/``.

    An operation that no arguments can be found for has no data, and is reported.
    """
    first = api.servers[0].url if api.servers else ""
    base = first if "://" in first else None
    below = "" if base else first
    schemes = {scheme.id: scheme for scheme in api.schemes}
    types = {declared.id: declared for declared in api.types}
    held = {id_: names.types[holder(id_, types).id] for id_ in types}
    classes = {id_: name for id_, name in held.items() if name in names.models}
    maker = OperationData(
        types_of(api),
        base or f"{NO_SERVER}{below}",
        schemes,
        classes,
        types,
        names.errors,
        base is not None,
    )
    files = {"data/client.json": _text(_client(api, names, base))}
    answers = Answers(types_of(api), classes, names.errors)
    if (incoming := incoming_data(api, names, answers)) is not None:
        files["data/webhooks.json"] = _text(incoming)
    for operation in api.operations:
        known = names.operations.get(operation.id)
        if known is None:
            continue
        try:
            data = maker.of(operation, known)
        except NoSample as missing:
            if report is not None:
                values = {"operation": operation.id, "name": str(missing)}
                report.add(NO_TESTS.at(operation.span, **values))
            continue
        files[f"data/operations/{stem('.'.join(known.method))}.json"] = _text(data)
    return files


def _client(api: Api, names: Naming, base: str | None) -> dict[str, object]:
    """Return what the tests need to know of the client as a whole.

    *in_environment* are the arguments whose values may come from the *environment*.
    """
    credentials = dict[str, str]()
    environment = dict[str, str]()
    found = list[str]()
    for scheme in api.schemes:
        for part, argument in names.credentials.get(scheme.id, {}).items():
            credentials[argument] = SECRETS[part]
            variable = getattr(scheme, f"{part}_env")
            if variable is not None:
                environment[variable] = SECRETS[part]
                found.append(argument)
    return {
        "base_url": base or NO_SERVER,
        "base_url_required": base is None,
        "credentials": credentials,
        "environment": environment,
        "in_environment": found,
        **_headers(api, names),
        "models": sorted(names.models),
        "types": sorted(names.types.values()),
        "further_names": {
            names.types[declared.id]: names.types[declared.type.target]
            for declared in api.types
            if isinstance(declared.type, Ref)
        },
        "enums": {
            names.types[declared.id]: [value.value for value in declared.type.values]
            for declared in api.types
            if isinstance(declared.type, Enum) and declared.id in names.types
        },
    }


def _headers(api: Api, names: Naming) -> dict[str, object]:
    """Return what the tests need to know of the headers of responses, if there are any."""
    found = list(header_cases(answered(api), names.headers, types_of(api)))
    return {"headers": found} if found else {}


def _text(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
