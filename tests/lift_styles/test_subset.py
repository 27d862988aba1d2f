"""Hand-made pages of a small description: no fact that they show is lost."""

from __future__ import annotations

import pytest
from lift_mutations.facts import facts, lifted, lost
from lift_mutations.pages import SMALL

from lift_styles.score import CORPUS, load, score, scorer
from lift_styles.styles import STYLES
from lift_styles.truth import visible
from lift_styles.wording import Wording

needs_corpus = pytest.mark.skipif(
    not CORPUS.exists(), reason="the descriptions lie outside the repository"
)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("style", STYLES)
def test_nothing_is_lost(style: str, seed: int) -> None:
    """Whatever its words and marks are, a page lifts to all that it shows."""
    render, objects = STYLES[style]
    truth = visible(SMALL, objects=objects)
    name, text = render(truth, Wording.of(seed))

    found, _ = lifted(name, text)

    assert list(lost(facts(truth), found)) == []


@needs_corpus
@pytest.mark.parametrize("style", STYLES)
def test_a_real_description_is_lifted(style: str) -> None:
    """At least 97 % of what a page of a real description shows is lifted."""
    description = load(CORPUS / "html-neoteroi" / "museum" / "spec.yaml")

    made = score(description, style, 1, scorer())

    assert made.right >= 0.97 * made.total > 0
