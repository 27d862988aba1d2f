"""What only prose says, run: at each level, the client does as much as it should."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import msgspec
import pytest
from support.cases import Case, build

from specpress.config.prose import Prose

PARAMETERS = {
    "sort": ("string", "Can be `name` or `age`. Defaults to `name`."),
    "limit": ("integer", "At most 50."),
    "offset": ("integer", "Where to begin. Cannot be used with `page_token`."),
    "page_token": ("string", "Where to go on."),
}
DESCRIPTION = {
    "openapi": "3.1.0",
    "info": {"title": "Lamps", "version": "1"},
    "paths": {
        "/lamps": {
            "get": {
                "operationId": "listLamps",
                "parameters": [
                    {
                        "name": name,
                        "in": "query",
                        "description": text,
                        "schema": {"type": type_},
                    }
                    for name, (type_, text) in PARAMETERS.items()
                ],
                "responses": {"204": {"description": "Done"}},
            }
        }
    },
}
BOTH = {"offset": 1, "page_token": "x"}


def made(level: str, folder: Path, **fields: str) -> Case:
    """Return the client with prose at *level*, and at those of *fields*."""
    patterns = {f"*.{name}": each for name, each in fields.items()}
    prose = msgspec.convert({"level": level, "fields": patterns}, Prose)
    return build(json.dumps(DESCRIPTION), folder, prose=prose)


def refused(case: Case, **arguments: object) -> list[str]:
    """Return the rules that a call with *arguments* breaks."""
    with pytest.raises(case.package.RequestValidationError) as caught:
        case.client(status=204).list_lamps(**arguments)
    return [violation.rule for violation in caught.value.violations]


@pytest.mark.parametrize("level", ["off", "document"])
def test_documenting_checks_nothing(level: str, tmp_path: Path) -> None:
    """By default, a call may be anything that the schema allows."""
    case = made(level, tmp_path)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        case.client(status=204).list_lamps(sort="x", limit=99, **BOTH)

    assert len(case.requests) == 1


def test_types_stay_open(tmp_path: Path) -> None:
    """At `type`, values are named and others pass; conditions are warned of."""
    case = made("type", tmp_path)
    (source,) = case.folder.glob("*/client.py")
    models = "".join(p.read_text("utf-8") for p in case.folder.glob("*/models*"))
    case.client(status=204).list_lamps(sort="x", limit=99)
    with pytest.warns(UserWarning, match="offset: Cannot be used with `page_token`"):
        case.client(status=204).list_lamps(**BOTH)

    assert 'Literal["name", "age"]' in models + source.read_text("utf-8")
    assert len(case.requests) == 2


def test_enforcing_checks_requests(tmp_path: Path) -> None:
    """At `enforce`, values, bounds and conditions are kept, or nothing is sent."""
    case = made("enforce", tmp_path)
    case.client(status=204).list_lamps(sort="age", limit=50, offset=1)

    assert refused(case, sort="x") == ["enum"]
    assert refused(case, limit=51) == ["maximum"]
    assert refused(case, **BOTH) == ["condition"]
    assert len(case.requests) == 1


def test_fields_have_levels_of_their_own(tmp_path: Path) -> None:
    """A single argument is enforced while the others are only documented."""
    case = made("document", tmp_path, limit="enforce")
    case.client(status=204).list_lamps(sort="x", **BOTH)

    assert refused(case, limit=51) == ["maximum"]
