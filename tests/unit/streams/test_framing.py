"""Bodies that are sequences, cut into items: every file beside this one has cases.

A case has the `body` as chunks (text, or base64 where it is no UTF-8), the framing with
its options, and the items or events that come of it.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.runtime import runtime

HERE: Final = Path(__file__).parent
sse, lines, stream = runtime("sse"), runtime("records"), runtime("stream")
FRAMINGS: Final = {
    "events": sse.Events,
    "lines": lines.Lines,
    "sequence": lines.Records,
}


def cases(name: str) -> list[Any]:
    """Return the cases of the file *name*, each under its title."""
    data: dict[str, Any] = json.loads((HERE / f"{name}.json").read_text("utf-8"))
    return [pytest.param(case, id=title) for title, case in data.items()]


def body(case: dict[str, Any]) -> list[bytes]:
    """Return the chunks of *case*."""
    chunks: Iterable[str | dict[str, str]] = case["body"]
    return [
        chunk.encode() if isinstance(chunk, str) else base64.b64decode(chunk["base64"])
        for chunk in chunks
    ]


def events_of(chunks: Iterable[bytes]) -> tuple[list[Any], Any]:
    """Return the events in *chunks*, and the parser after them."""
    parser = sse.EventParser()
    found = [event for chunk in chunks for event in parser.feed(chunk)]
    return [[e.name, e.data, e.id] for e in found], parser


def items_of(framing: Any, chunks: Iterable[bytes]) -> list[Any]:
    """Return what *framing* makes of *chunks*: likely data, and the flaw if there is."""
    parser = framing.parser(exact=False)
    found: list[Any] = []
    for chunk in chunks:
        found += parser.feed(chunk)
        if parser.ended:
            break
    else:
        found += parser.end()
    shown = [[*piece.data, *([piece.flaw] if piece.flaw else [])] for piece in found]
    return [*shown, "end"] if parser.ended else shown


def cut(whole: bytes, places: Sequence[int]) -> list[bytes]:
    """Return *whole* cut at *places*, counted round and round."""
    ends = sorted({place % (len(whole) + 1) for place in places} | {len(whole)})
    return [whole[a:b] for a, b in zip([0, *ends[:-1]], ends, strict=True)]


@pytest.mark.parametrize("case", cases("events"))
def test_events(case: dict[str, Any]) -> None:
    """The events of a body are those of WHATWG HTML, 9.2.6, with the ids by then."""
    found, parser = events_of(body(case))

    assert found == case["events"]
    assert parser.last_id == case.get("last_id", "")
    assert parser.retry == case.get("retry")


@pytest.mark.parametrize("case", cases("items"))
def test_items(case: dict[str, Any]) -> None:
    """The items of a body are what its framing says, and what is none is told."""
    framing = FRAMINGS[case["framing"]](**case.get("options", {}))

    assert items_of(framing, body(case)) == case["items"]


@pytest.mark.parametrize("case", cases("events"))
@given(places=st.lists(st.integers(0, 1 << 16), max_size=9))
def test_events_wherever_chunks_are_cut(
    case: dict[str, Any], places: list[int]
) -> None:
    """The chunks in which a body comes make no difference to its events."""
    found, parser = events_of(cut(b"".join(body(case)), places))

    assert found == case["events"]
    assert parser.last_id == case.get("last_id", "")


@pytest.mark.parametrize("case", cases("items"))
@given(places=st.lists(st.integers(0, 1 << 16), max_size=9))
def test_items_wherever_chunks_are_cut(case: dict[str, Any], places: list[int]) -> None:
    """The chunks in which a body comes make no difference to its items."""
    framing = FRAMINGS[case["framing"]](**case.get("options", {}))

    assert items_of(framing, cut(b"".join(body(case)), places)) == case["items"]


_WORDS = st.text(st.characters(exclude_characters="\r\n\0", exclude_categories=["Cs"]))
_ENDS = st.sampled_from(["\n", "\r", "\r\n"])


@given(
    st.lists(
        st.tuples(st.lists(_WORDS, min_size=1, max_size=3), _WORDS, _WORDS, _ENDS),
        max_size=4,
    ),
    st.lists(st.integers(0, 1 << 16), max_size=9),
)
def test_what_is_written_is_read(events: list[Any], places: list[int]) -> None:
    """Events of any text come back as they were, whatever ends their lines."""
    text, expected = "", list[list[str]]()
    for data, name, id_, end in events:
        rows = [f"event: {name}", f"id: {id_}", *(f"data: {row}" for row in data)]
        text += "".join(f"{row}{end}" for row in (": comment", *rows, ""))
        expected.append([name or "message", "\n".join(data), id_])

    assert events_of(cut(text.encode(), places))[0] == expected
