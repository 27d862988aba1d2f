"""The README shows what there is."""

from __future__ import annotations

import re
import tomllib

import msgspec
from support.clients import ROOT

from specpress.config import Config

README = (ROOT / "README.md").read_text("utf-8")
EXCERPT = re.compile(r"<!-- from (\S+) -->\n```\w+\n(.*?)^```", re.DOTALL | re.MULTILINE)


def test_excerpts_are_real() -> None:
    """Each part of an excerpt stands in the file that it is said to come from."""
    found = EXCERPT.findall(README)
    assert len(found) >= 3

    for name, text in found:
        whole = (ROOT / name).read_text("utf-8")
        for part in text.split("...\n"):
            assert part in whole, name


def test_settings_are_listed() -> None:
    """Each setting is in the table, and the example is a configuration."""
    for name in Config.__struct_fields__:
        assert f"`{name}" in README
    examples = re.findall(r"^```toml\n(.*?)^```", README, re.DOTALL | re.MULTILINE)

    assert [msgspec.convert(tomllib.loads(text), Config) for text in examples]


def test_files_that_are_named_are_there() -> None:
    """Each relative link leads somewhere."""
    targets = re.findall(r"\]\(([^)#:]+)\)", README)

    assert targets
    assert [name for name in targets if not (ROOT / name).exists()] == []
