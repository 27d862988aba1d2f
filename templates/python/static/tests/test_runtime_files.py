"""Files that are sent: what is taken for one, and how they are read."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from __package_name__._runtime.files import (
    File,
    Payload,
    as_file,
    joined_content,
    write_file,
)
from __package_name__._runtime.operation import Body


class Stream:
    """An open file that can't be read again."""

    def __init__(self, text: bytes) -> None:
        self._rest = io.BytesIO(text)

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes."""
        return self._rest.read(size)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that is larger than a piece."""
    made = tmp_path / "photo.png"
    made.write_bytes(b"p" * 70_000)
    return made


def test_names_and_types(path: Path) -> None:
    """A file has the name of its path; its type is given, listed, or by the name."""
    with path.open("rb") as opened:
        assert File(opened).name == "photo.png"
    file = File(path)
    assert (file.name, File(b"").name, File(io.BytesIO()).name) == (
        "photo.png",
        None,
        None,
    )
    assert file.type(None) == "image/png"
    assert file.type("image/jpeg") == "image/jpeg"
    assert file.type("image/jpeg, image/png") == "image/png"
    assert file.type("image/jpeg, image/gif") == "image/jpeg"
    assert file.type("image/*") == "image/png"
    assert File(b"").type(None) == "application/octet-stream"
    assert File(b"", content_type="a/b").type("image/png") == "a/b"


@pytest.mark.parametrize("value", ["text", 1, None, {"a": 1}])
def test_what_is_no_file(value: object) -> None:
    """Text is neither a path nor a content: which one is for the caller to say."""
    with pytest.raises(ValueError, match="must be bytes, a path, an open file or a F"):
        as_file(value)


def test_bytes_are_joined() -> None:
    """Without a file there is nothing to stream."""
    assert joined_content([b"a", File(b"b")]) == b"ab"


def test_files_are_read_piece_by_piece(path: Path) -> None:
    """A path is opened when its turn comes, each time, and read in pieces."""
    content = joined_content([b"<", File(path), b">"])
    assert isinstance(content, Payload)
    assert (content.length, content.again) == (70_002, True)
    for _ in range(2):
        sizes = [len(piece) for piece in content]
        assert sizes == [1, 65_536, 4_464, 1]


def test_open_files_begin_where_they_are() -> None:
    """An open file is sent from where it stands, and again from there."""
    opened = io.BytesIO(b"abcdef")
    opened.seek(2)
    content = joined_content([File(opened)])
    assert isinstance(content, Payload)
    assert (content.length, content.again) == (4, True)
    assert [b"".join(content) for _ in range(2)] == [b"cdef", b"cdef"]


def test_streams_are_read_once() -> None:
    """What can't be read again can't be sent again, and has no length."""
    content = joined_content([b"<", File(Stream(b"abc"))])
    assert isinstance(content, Payload)
    assert (content.length, content.again) == (None, False)
    assert b"".join(content) == b"<abc"


def test_text_mode_is_refused() -> None:
    """A file that is open for text has no bytes."""
    opened: Any = io.StringIO("x")
    with pytest.raises(TypeError, match="binary mode"):
        list(Payload([File(opened)]))


@pytest.mark.parametrize(
    ("declared", "value", "sent", "content"),
    [
        ("text/plain; charset=latin-1", "é", "text/plain; charset=latin-1", b"\xe9"),
        ("application/yaml", "a: 1", "application/yaml", b"a: 1"),
        ("*/*", "a", "text/plain", b"a"),
        ("*/*", b"a", "application/octet-stream", b"a"),
        ("image/*", File(b"a", "a.png"), "image/png", b"a"),
        ("image/png", b"a", "image/png", b"a"),
        ("image/png", File(b"a", content_type="image/gif"), "image/gif", b"a"),
    ],
)
def test_whole_bodies(declared: str, value: object, sent: str, content: bytes) -> None:
    """A body goes out as declared, unless a range is or the file knows better."""
    assert write_file(Body(declared), value) == (sent, content)
