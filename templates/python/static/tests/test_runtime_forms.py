"""Forms whose parts are written in a way of their own."""

from __future__ import annotations

import pytest

from __package_name__._runtime.forms import write_form
from __package_name__._runtime.operation import Body, Part

FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("part", "value", "text"),
    [
        (Part("a"), ["x y", None, 1], "a=x+y&a=1"),
        (Part("a"), {"k": True}, "a=%7B%22k%22%3Atrue%7D"),
        (
            Part("a", "application/json"),
            ["x", {"k": 1}],
            "a=%22x%22&a=%7B%22k%22%3A1%7D",
        ),
        (Part("a", "text/plain"), "x", "a=x"),
        (Part("a", style="form"), ["x", "y"], "a=x&a=y"),
        (Part("a", style="form", explode=False), ["x", "y"], "a=x,y"),
        (Part("a", style="form"), {"k": "v"}, "k=v"),
        (Part("a", style="pipeDelimited"), ["x", "y"], "a=x%7Cy"),
        (Part("a", style="deepObject"), {"k": ["v"]}, "a%5Bk%5D%5B0%5D=v"),
        (Part("a", style="form", reserved=True), "x/y&%41", "a=x/y%26%41"),
    ],
)
def test_parts(part: Part, value: object, text: str) -> None:
    """A field is written in its style, or as its media type has it."""
    assert write_form(Body(FORM, parts=(part,)), {"a": value}) == (FORM, text.encode())


def test_what_is_written_already() -> None:
    """Text and bytes go out as they are; what has no names is no form."""
    assert write_form(Body(FORM), "a=b") == (FORM, b"a=b")
    assert write_form(Body(FORM), b"a=b") == (FORM, b"a=b")
    assert write_form(Body(FORM), {"b c": "d"}) == (FORM, b"b+c=d")
    with pytest.raises(ValueError, match="must be an object, text or bytes"):
        write_form(Body(FORM), ["a"])
