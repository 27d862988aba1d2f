"""Tags and operationIds of all kinds, run: each operation can be called by a name."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

from support.cases import build, generated

TAGS: list[object] = [
    "../..",
    "a/b",
    "%2e%2e%2f",
    "\uff0e\uff0e\uff0fx",
    "CON",
    "~",
    "n\0ul",
    "",
    7,
    "Pets & Toys",
    "pets_toys",
    "class",
    "ü",
]


def description(tags: list[object]) -> str:
    """Return a description with an operation for each of *tags*, without ids."""
    paths = {
        f"/x{number}": {
            "get": {"tags": [tag, tag], "responses": {"204": {"description": "Done."}}}
        }
        for number, tag in enumerate(tags)
    }
    info = {"title": "../../evil", "version": "1"}
    return json.dumps({"openapi": "3.1.0", "info": info, "paths": paths})


def test_tags_make_groups_within_the_client(tmp_path: Path) -> None:
    """Whatever a tag is, its file lies in the package, and its operation is called."""
    case = build(description(TAGS), tmp_path, grouping="tag")
    client = case.client(status=204)
    groups = [getattr(client, name) for name in dir(client) if not name.startswith("_")]
    called: list[str] = []
    for group in (client, *groups):
        for name in dir(group):
            if name.startswith("get"):
                getattr(group, name)()
                called.append(case.requests[-1].url.path)

    assert sorted(called) == sorted(f"/x{number}" for number in range(len(TAGS)))


def test_no_file_leaves_the_client() -> None:
    """Names of files are plain words, whatever tags and titles are made of."""
    files = generated(description(TAGS), grouping="tag").files

    for path in map(PurePosixPath, files):
        assert ".." not in path.parts
        assert all(part.isprintable() and part.strip(". ") for part in path.parts)


def test_another_tag_renames_no_group() -> None:
    """An operation more, under a tag of its own, adds files and changes no names."""
    plain = [tag for tag in TAGS if isinstance(tag, str) and tag]
    before = generated(description(plain), grouping="tag", tests=False).files
    after = generated(description([*plain, "late"]), grouping="tag", tests=False).files

    assert before.keys() < after.keys()
