"""Where the parts of an overlaid document come from."""

from __future__ import annotations

import json

import pytest

from specpress.diagnostics import Report
from specpress.document.overlay import apply_overlays
from specpress.readers.yaml import read_yaml
from specpress.source import Source
from specpress.tree import Node

OVERLAY = """\
overlay: 1.1.0
info: {title: t, version: "1"}
actions:
  - target: $.*
    update: {old: changed, new: {deep: 1}}
  - target: $.b
    copy: $.c
"""
DOCUMENT = "a: {old: 1}\nb: {old: 2, list: [1]}\nc: {kept: [x]}\n"


def _node(name: str, text: str) -> Node:
    read = read_yaml(Source(name, text), Report())
    assert read is not None
    return read


def _overlaid() -> Node:
    document, overlay = _node("api.yaml", DOCUMENT), _node("fix.yaml", OVERLAY)
    return apply_overlays(document, [overlay], Report())


def test_what_an_overlay_says_keeps_its_place() -> None:
    """Values that are added or replaced point at the overlay, with its origin."""
    a = _overlaid().map["a"].map

    for node, text in ((a["old"], "changed"), (a["new"].map["deep"], "1")):
        assert (node.span.file, node.origin) == ("fix.yaml", "overlay")
        assert OVERLAY[node.span.start : node.span.end] == text
    assert DOCUMENT[a["old"].key_span.start : a["old"].key_span.end] == "old"
    assert OVERLAY[a["new"].key_span.start : a["new"].key_span.end] == "new"


def test_a_number_keeps_how_it_is_written() -> None:
    """What YAML reads as a number is still what the overlay has, where text belongs."""
    actions = "- {target: $.a.old, update: 1.10}"
    text = OVERLAY.partition("  -")[0] + f"  {actions}\n"
    result = apply_overlays(
        _node("a.yaml", DOCUMENT), [_node("o.yaml", text)], Report()
    )

    assert result.map["a"].map["old"].raw == "1.10"


@pytest.mark.parametrize(
    ("extends", "noted"),
    [
        ("./shop.yaml", False),
        ("https://shop.example/v1/shop.yaml#top", False),
        ("shop%2Eyaml", False),
        ("https://shop.example/", False),
        ("shop.yml", True),
    ],
)
def test_what_it_extends_is_compared_by_file_name(extends: str, noted: bool) -> None:
    """Folders and hosts don't matter: the description may have been moved."""
    text = OVERLAY.replace("actions:", f"extends: {extends!r}\nactions:")
    report = Report()
    apply_overlays(_node("api/shop.yaml", DOCUMENT), [_node("o.yaml", text)], report)

    assert ("OVL007" in [d.code.id for d in report]) == noted


def test_what_an_overlay_leaves_keeps_its_place() -> None:
    """Values that are kept, copied or only merged into point at the document."""
    root = _overlaid()
    kept = (root, root.map["a"], root.map["b"].map["list"], root.map["b"].map["kept"])

    assert {(n.span.file, n.origin) for n in kept} == {("api.yaml", "stated")}


def test_no_node_stands_at_two_places() -> None:
    """What is laid over several targets, or copied, is made anew for each of them."""
    seen: list[int] = []
    queue = [_overlaid()]
    while queue:
        node = queue.pop()
        seen.append(id(node))
        queue += [*node.map.values(), *node.list]

    assert len(seen) == len(set(seen))


def test_a_deep_document_is_searched() -> None:
    """A query descends further than any description nests."""
    text = '{"a": ' * 120 + '{"x": 1}' + "}" * 120
    actions = '[{"target": "$..x", "update": 2}]'
    overlay = (
        '{"overlay": "1.1.0", "info": {"title": "t", "version": "1"},'
        f' "actions": {actions}}}'
    )
    report = Report()

    result = apply_overlays(
        _node("deep.json", text), [_node("fix.json", overlay)], report
    )

    assert not report.diagnostics
    assert result.plain() == json.loads(text.replace('"x": 1', '"x": 2'))
