"""What the emitted tests let an API send of its own accord, and what must come of it."""

from __future__ import annotations

from specpress.emit.cases.answers import Answers
from specpress.emit.cases.headers import header_cases
from specpress.emit.cases.naming import Naming
from specpress.emit.samples import types_of
from specpress.ir.incoming import incoming_headers
from specpress.ir.media import is_form
from specpress.ir.nodes import Api, Operation, Response

Data = dict[str, object]


def incoming_data(api: Api, names: Naming, answers: Answers) -> Data | None:
    """Return the data of webhooks and callbacks; None where *api* has none.

    Bodies that are forms are left out: their samples are text, and not fields.
    """
    if not names.incoming:
        return None
    headers = header_cases(incoming_headers(api), names.incoming_headers, types_of(api))
    events: list[Data] = []
    for parser, answer in names.incoming.items():
        known = _without_forms(answer)
        events.append(
            {
                "parser": parser,
                "name": answer.id,
                "successes": answers.successes(known),
                "drifts": answers.drifts(known),
            }
        )
    return {"events": events, "headers": list(headers)}


def _without_forms(answer: Operation) -> Operation:
    response = answer.responses[0]
    kept = tuple(c for c in response.contents if not is_form(c.media_type))
    responses = (Response(status="200", contents=kept),) if kept else ()
    return Operation(id=answer.id, method="POST", path=answer.path, responses=responses)
