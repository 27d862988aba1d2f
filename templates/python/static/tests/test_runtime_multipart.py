"""Bodies of several parts, byte for byte."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pytest

from __package_name__._runtime.files import File
from __package_name__._runtime.multipart import write_multipart
from __package_name__._runtime.operation import Body, Part

FORM = "multipart/form-data"


def parts(body: Body, value: object) -> list[str]:
    """Return the parts of *value*, without what stands between them."""
    media_type, content = write_multipart(body, value)
    kind, _, boundary = media_type.partition("; boundary=")
    pieces: Iterable[bytes] = [content] if isinstance(content, bytes) else content
    text = b"".join(pieces).decode()
    first, *found, last = text.split(f"--{boundary}")
    assert (kind, first, last) == (body.media_type, "", "--\r\n")
    return [part.removeprefix("\r\n").removesuffix("\r\n") for part in found]


def test_fields() -> None:
    """Each value is a part with a name: text as it is, objects as JSON, null not at all."""
    value: dict[str, object] = {
        "a": "x",
        "b": 1.5,
        "c": True,
        "d": {"k": "é"},
        "e": ["y", dict[str, int]()],
        "f": None,
    }
    head = "Content-Disposition: form-data; name="
    json = "Content-Type: application/json"
    assert parts(Body(FORM), value) == [
        f'{head}"a"\r\n\r\nx',
        f'{head}"b"\r\n\r\n1.5',
        f'{head}"c"\r\n\r\ntrue',
        f'{head}"d"\r\n{json}\r\n\r\n{{"k":"é"}}',
        f'{head}"e"\r\n\r\ny',
        f'{head}"e"\r\n{json}\r\n\r\n{{}}',
    ]


def test_files() -> None:
    """A file has a name, which can't end its line, a type and headers of its own."""
    value = {
        "f": [b"1", File(b"2", 'a"\r\nb.txt', headers={"X-A": "b"})],
        "g": io.BytesIO(b"3"),
    }
    head = "Content-Disposition: form-data; name="
    octets = "Content-Type: application/octet-stream"
    assert parts(Body(FORM, parts=(Part("g", "image/png"),)), value) == [
        f'{head}"f"; filename="f"\r\n{octets}\r\n\r\n1',
        (
            f'{head}"f"; filename="a%22%0D%0Ab.txt"\r\n'
            "Content-Type: text/plain\r\nX-A: b\r\n\r\n2"
        ),
        f'{head}"g"; filename="g"\r\nContent-Type: image/png\r\n\r\n3',
    ]


def test_encodings() -> None:
    """A part has the media type, the headers or the style that it is said to have."""
    body = Body(
        FORM,
        parts=(
            Part("a", "text/markdown", headers=(("X-A", "1"),)),
            Part("b", "image/*, application/vnd.b+json"),
            Part("c", style="form", explode=False),
            Part("d", style="deepObject"),
            Part("e", "application/json"),
        ),
    )
    value = {"a": "x", "b": {"k": 1}, "c": ["y", "z &"], "d": {"k": "v"}, "e": "t"}
    head = "Content-Disposition: form-data; name="
    assert parts(body, value) == [
        f'{head}"a"\r\nContent-Type: text/markdown\r\nX-A: 1\r\n\r\nx',
        f'{head}"b"\r\nContent-Type: application/vnd.b+json\r\n\r\n{{"k":1}}',
        f'{head}"c"\r\n\r\ny,z &',
        f'{head}"d[k]"\r\n\r\nv',
        f'{head}"e"\r\nContent-Type: application/json\r\n\r\n"t"',
    ]


def test_parts_by_place() -> None:
    """A list has parts without names; the first ones may differ from the others."""
    body = Body("multipart/mixed", parts=(Part(0), Part(None, "text/csv")))
    assert parts(body, [{"k": 1}, "a,b", File(b"x", "y.bin")]) == [
        'Content-Type: application/json\r\n\r\n{"k":1}',
        "Content-Type: text/csv\r\n\r\na,b",
        (
            'Content-Disposition: attachment; filename="y.bin"\r\n'
            "Content-Type: text/csv\r\n\r\nx"
        ),
    ]


@pytest.mark.parametrize(
    ("body", "value", "message"),
    [
        (Body(FORM), "x", "must be an object or a list"),
        (
            Body(FORM),
            {"a": File(b"", headers={"X": "a\r\nb"})},
            "the header 'X' of a p",
        ),
        (
            Body(FORM),
            {"a": File(b"", content_type="a\nb")},
            "the header 'Content-Type'",
        ),
        (
            Body(FORM, parts=(Part("a", "application/xml"),)),
            {"a": {}},
            "a part of application/xml must be text or a file",
        ),
        (Body(FORM), {"a": object()}, "must be bytes, a path, an open file or a File"),
    ],
)
def test_impossible_parts(body: Body, value: object, message: str) -> None:
    """What has no parts, or would break out of one, is refused."""
    with pytest.raises(ValueError, match=message):
        write_multipart(body, value)
