"""What holds of every pattern that is translated from ECMA-262."""

from __future__ import annotations

import re
import warnings

from hypothesis import given
from hypothesis import strategies as st

from specpress.ir.patterns import python_pattern

PIECES = r"a - ^ $ . \d \D \w \s \b \/ \u{61} \u0061 \x61 [ [^ ] ( (?: (?<n> ) * + ? | {2} \- & ~"
patterns = st.lists(st.sampled_from(PIECES.split()), max_size=8).map("".join)


@given(patterns | st.text(max_size=8))
def test_a_translated_pattern_compiles_without_a_warning(pattern: str) -> None:
    """What is translated is an expression of which Python does not complain."""
    found = python_pattern(pattern)

    if found is not None:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(found)


@given(st.text(min_size=1, max_size=8))
def test_a_quoted_text_matches_itself(text: str) -> None:
    """A text with its punctuation escaped matches that text, to its very end."""
    quoted = re.sub(r"([\^$\\.*+?()\[\]{}|/])", r"\\\1", text)
    found = python_pattern(f"^{quoted}$")

    assert found is not None
    assert re.search(found, text)
    assert not re.search(found, f"{text}\n")
