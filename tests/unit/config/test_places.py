"""Where the keys of a TOML document stand."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specpress.config.places import Path, places

TEXT = '''\
package = "x" # a comment with [brackets]
"a b".c = {x = 1, y = [ "a,b", [1979-05-27 07:32:28, {z = true}], 'q"' ]}

[tool.specpress]
long = """a
"" b \\""" c"""
[[tool.specpress.client]]
package = 'p'
[tool.specpress.client.auth.basic]
type = "basic"
[[tool . specpress . client]]
auth = { "k.1" = {type="api-key"} }
sources = [
  "a", # ]
  "b",
]
'''


def _leaves(data: object, path: Path = ()) -> dict[Path, object]:
    """Return every value inside *data* that is no container, by path."""
    match data:
        case dict():
            pairs = list(data.items())
        case list():
            pairs = list(enumerate(data))
        case _:
            return {path: data}
    return {k: v for key, item in pairs for k, v in _leaves(item, (*path, key)).items()}


def test_finds_every_value() -> None:
    """Each value of a document is found, and the text there is that value."""
    found = places(TEXT)

    leaves = _leaves(tomllib.loads(TEXT))
    assert leaves
    for path, value in leaves.items():
        start, end = found[path].value
        assert tomllib.loads(f"v = {TEXT[start:end]}") == {"v": value}, path


@pytest.mark.parametrize(
    ("path", "key"),
    [
        (("package",), "package"),
        (("a b", "c", "y"), "y"),
        (("tool", "specpress", "client", 0), "client"),
        (("tool", "specpress", "client", 0, "auth", "basic"), "basic"),
        (("tool", "specpress", "client", 1, "auth", "k.1"), '"k.1"'),
        (("tool", "specpress", "client", 1, "sources"), "sources"),
    ],
)
def test_finds_keys(path: Path, key: str) -> None:
    """The place of a key covers the key as it is written."""
    start, end = places(TEXT)[path].key

    assert TEXT[start:end] == key


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), max_size=4))
def test_any_text_in_strings(values: list[str]) -> None:
    """No text inside strings and comments leads the scan astray."""
    escaped = [v.replace("\\", "\\\\").replace('"', '\\"') for v in values]
    lines = [f'k{i} = ["{v}"] # {v}' for i, v in enumerate(escaped)]
    text = "\n".join(lines)

    found = places(text)

    assert [p for p in found if len(p) == 1] == [(f"k{i}",) for i in range(len(values))]
    for index, value in enumerate(values):
        start, end = found[(f"k{index}", 0)].value
        assert tomllib.loads(f"v = {text[start:end]}") == {"v": value}
