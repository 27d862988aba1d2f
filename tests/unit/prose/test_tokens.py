"""Descriptions as tokens and sentences."""

from __future__ import annotations

import pytest

from specpress.prose.sentences import sentences
from specpress.prose.tokens import tokens


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Can be `a b`.",
            [("word", "Can"), ("word", "be"), ("code", "a b"), ("sign", ".")],
        ),
        ("<code>a&lt;</code>", [("code", "a<")]),
        ("“x” isn't 'y'", [("quoted", "x"), ("word", "isn't"), ("quoted", "y")]),
        ("the user's", [("word", "the"), ("word", "user"), ("word", "'s")]),
        ("2000-10,000", [("number", "2000"), ("sign", "-"), ("number", "10000")]),
        ("-1 \u2013 5", [("number", "-1"), ("sign", "-"), ("number", "5")]),
        (
            "v1.2.3, 2031-01-02",
            [("word", "v1.2.3"), ("sign", ","), ("word", "2031-01-02")],
        ),
        ("two-letter", [("word", "two"), ("sign", "-"), ("word", "letter")]),
        (
            '[E.164](https://a.b/c "t") ok',
            [("word", "E.164"), ("word", "ok")],
        ),
        ("[x](https://a.b) &gt;= 3", [("word", "x"), ("sign", ">="), ("number", "3")]),
        ("- a\n- b", [("item", ""), ("word", "a"), ("item", ""), ("word", "b")]),
        ("a\n\nb", [("word", "a"), ("break", ""), ("word", "b")]),
        ("a,\nb", [("word", "a"), ("sign", ","), ("word", "b")]),
        ("```\n`a` or `b`\n```", [("break", "")]),
    ],
)
def test_tokens(text: str, found: list[tuple[str, str]]) -> None:
    """Words, numbers, marked values and signs, with what lies between them left out."""
    assert [(token.kind, token.text) for token in tokens(text)] == found


def test_places() -> None:
    """A token tells where it stands, also behind entities and marks."""
    text = "at **most** &gt; `five`"

    assert [text[t.start : t.end] for t in tokens(text)] == [
        "at",
        "most",
        "&gt;",
        "`five`",
    ]
    assert [t.marked for t in tokens(text)] == [False, True, False, False]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two 1.5 three.", ["One .", "Two 1.5 three ."]),
        ("E.g. this is one.", ["E.g. this is one ."]),
        ("Here:\n- `a`: x\n- `b`: y", ["Here : [a : x] [b : y]", "a : x", "b : y"]),
        ("Here:\n`a`<br>`b`", ["Here : [a] [b]", "a", "b"]),
        ("Lines of Go\nEnd so.", ["Lines of Go", "End so ."]),
    ],
)
def test_sentences(text: str, found: list[str]) -> None:
    """Sentences end at full stops and breaks; what leads to a list has its items."""

    def shown(sentence_tokens: tuple[object, ...]) -> str:
        return " ".join(getattr(token, "text", "") for token in sentence_tokens)

    assert [
        " ".join([shown(s.tokens), *(f"[{shown(item)}]" for item in s.items)])
        for s in sentences(tokens(text))
    ] == found
