"""What holds of mining, whatever the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specpress.prose.facts import About
from specpress.prose.grammar import grammar
from specpress.prose.mining import mine

TYPES = ("string", "integer", "number", "boolean", "array", "object")
_TABLES = grammar().tables
PIECES = sorted(
    {
        *(w for p in _TABLES.pattern for e in p.yes for w in e.text.split(" ")),
        *"` ``` \" ' ( ) [ ] - : , . ; ** < > & \n \n\n | or and 1 99 1e400 ☃".split(
            " "
        ),
    }
)
abouts = st.builds(
    About,
    name=st.sampled_from(("it", "page_size", "", "`")),
    types=st.frozensets(st.sampled_from(TYPES), max_size=2),
    items=st.frozensets(st.sampled_from(TYPES), max_size=1),
    others=st.just({"alpha": "Alpha", "url": "url"}),
)
texts = st.text(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=30).map(
    " ".join
)


@given(texts, abouts)
def test_never_raises_and_tells_where(text: str, about: About) -> None:
    """Any text can be mined; each fact quotes the text at its place."""
    for fact in mine(text, about):
        assert fact.sentence == text[fact.start : fact.end]
        assert 60 <= fact.confidence <= 100


LONG = 100_000
HARD = (
    "`a`, ",
    "`a` - b, ",
    "can be ",
    "can be `a` or ",
    "one of the following ",
    "- `a`: b\n",
    "(",
    "[a](",
    "<a ",
    "`",
    "**",
    '"a ',
    "'a ",
    "1,",
    "1-",
    "a.b.",
    "\n",
    " \n",
    "\t",
    "default ",
    "maximum value ",
    "if both `a` and ",
    "&lt;",
    "a" * 1000,
    "_",
    "max max min 1 to 2 characters or ",
)


@pytest.mark.parametrize("piece", HARD)
def test_takes_time_in_proportion(piece: str) -> None:
    """A description of 100 KB is mined in seconds, however it repeats itself."""
    text = (piece * LONG)[:LONG]
    begins = time.process_time()
    mine(text, About("it", frozenset(("string",))))

    assert time.process_time() - begins < 10
