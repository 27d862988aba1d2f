"""Following references inside a document."""

from __future__ import annotations

from typing import Any

import pytest

from specpress.diagnostics import Report
from specpress.document.refs import Refs, pointed
from specpress.tree import Node

DOCUMENT = {
    "a": {"b/c": [10, {"d~e": 20}], "f g": 30},
    "to": {"$ref": "#/a/f%20g"},
    "again": {"$ref": "#/to"},
    "round": {"$ref": "#/about"},
    "about": {"$ref": "#/round"},
}


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("", DOCUMENT),
        ("/a/b~1c/0", 10),
        ("/a/b~1c/1/d~0e", 20),
        ("/a/f g", 30),
        ("/a/b~1c/2", None),
        ("/a/b~1c/-", None),
        ("/a/nope", None),
        ("/a/f g/deeper", None),
    ],
)
def test_a_pointer_leads_to_its_place(pointer: str, value: object) -> None:
    """A pointer finds the node at its place, or nothing."""
    node = pointed(Node.of(DOCUMENT), pointer)

    assert (None if node is None else node.plain()) == value


@pytest.mark.parametrize("name", ["to", "again"])
def test_references_are_followed_to_their_end(name: str) -> None:
    """A reference to a reference arrives at the value and its pointer."""
    document, report = Node.of(DOCUMENT), Report()

    target = Refs(document, report).resolve(document.map[name], "left out")

    assert target is not None
    assert (target.node.plain(), target.pointer) == (30, "/a/f g")
    assert not list(report)


def test_what_is_no_reference_is_itself() -> None:
    """A node without a reference resolves to itself."""
    document = Node.of(DOCUMENT)

    target = Refs(document, Report()).resolve(document.map["a"], "left out")

    assert target is not None
    assert target.node is document.map["a"]


@pytest.mark.parametrize(
    ("ref", "message"),
    [
        ("#/nope", "DOC101: nothing is defined at '#/nope'; left out"),
        ("#name", "DOC101: nothing is defined at '#name'; left out"),
        (
            "b.json#/a",
            "DOC102: the reference 'b.json#/a' leaves the document; left out",
        ),
        ("#/round", "DOC103: the reference '#/round' leads back to itself; left out"),
        (5, "DOC104: a reference is a string, not int; left out"),
    ],
)
def test_a_reference_to_nothing_is_reported(ref: Any, message: str) -> None:
    """What leads nowhere is an error that says what is done instead."""
    document, report = Node.of(DOCUMENT), Report()

    target = Refs(document, report).resolve(Node.of({"$ref": ref}), "left out")

    assert target is None
    assert [f"{d.code.id}: {d.message}" for d in report] == [message]
    assert report.failed


def test_texts_beside_a_reference_count() -> None:
    """The outermost summary and description beside references win over the target's."""
    document = Node.of(
        {
            "a": {"$ref": "#/b", "description": "outer", "x-other": 1},
            "b": {"$ref": "#/c", "description": "inner", "summary": "inner"},
            "c": {"description": "own", "name": "c"},
        }
    )

    target = Refs(document, Report()).resolve(document.map["a"], "left out")

    assert target is not None
    told = {"description": "outer", "name": "c", "summary": "inner"}
    assert (target.node.plain(), target.pointer) == (told, "/c")
