"""Trees written as YAML."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from specpress.diagnostics import Report
from specpress.readers.yaml import read_yaml
from specpress.source import Source
from specpress.tree import Node
from specpress.tree.yaml import yaml_text

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
    | st.sampled_from(
        ["no", "1e3", "a\nb\n", "a\n b\n\nc", " a\nb", "a: b", "- a", "~"]
    ),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(TEXTS | st.sampled_from(["on", "<<", "1"]), inner, max_size=4),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(VALUES)
def test_what_is_written_is_read_again(value: object) -> None:
    """Any JSON value comes back the same."""
    report = Report()
    text = yaml_text(Node.of(value))

    node = read_yaml(Source("a.yaml", text), report)

    assert not list(report), text
    assert node is not None
    assert node.plain() == value


@pytest.mark.parametrize(
    "text", ["yes", "Off", "y", "12:30:45", "2024-01-01", "0o17", "="]
)
def test_older_readers_read_the_same(text: str) -> None:
    """Words that YAML 1.1 takes for something else are quoted."""
    assert yaml.safe_load(yaml_text(Node.of({text: text}))) == {text: text}
