"""The words in names."""

from __future__ import annotations

import pytest

from specpress.ir.words import fold, pascal, words


@pytest.mark.parametrize(
    ("text", "split", "name"),
    [
        ("http-method", "http method", "HttpMethod"),
        ("CreateCall", "create call", "CreateCall"),
        ("StartTime<", "start time", "StartTime"),
        ("X-API-Key", "x api key", "XAPIKey"),
        ("HTTPServer", "http server", "HTTPServer"),
        ("HTTP_METHOD", "http method", "HttpMethod"),
        ("userIDs", "user ids", "UserIDs"),
        ("URLsOf", "urls of", "URLsOf"),
        ("sha256Hash", "sha256 hash", "Sha256Hash"),
        ("v1_2", "v1 2", "V12"),
        ("2fa", "2 fa", "2Fa"),
        ("ÄpfelÖl", "äpfel öl", "ÄpfelÖl"),
        ("日本語", "日本語", "日本語"),
        ("हिन्दी", "हिन्दी", "हिन्दी"),
        ("ﬁle", "file", "File"),
        ("__a__b", "a b", "AB"),
        ("***", "", ""),
        ("", "", ""),
    ],
)
def test_a_text_has_words(text: str, split: str, name: str) -> None:
    """A text is split where its writer began a new word."""
    assert " ".join(words(text)) == split
    assert pascal(text) == name


def test_texts_that_make_one_name_fold_to_one() -> None:
    """Case and punctuation do not tell two names apart."""
    assert {fold(t) for t in ("p_et", "Pet", "PET", "p-et")} == {"pet"}
    assert fold("Straße") == fold("STRASSE")
