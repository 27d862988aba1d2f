"""Changed pages: what a lifter loses of them it reports."""

from __future__ import annotations

import pytest

from lift_mutations.facts import lifted
from lift_mutations.mutate import ALL, mutated, settled
from lift_mutations.pages import small_pages
from lift_mutations.run import outcome

PAGES = {
    f"{page.lifter}-{page.name}": page._replace(text=settled(page.text))
    for page in small_pages()
}


@pytest.mark.parametrize("mutation", ALL)
@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_lost_silently(page: str, mutation: str) -> None:
    """A page that is changed at random lifts as before, or says what it does not."""
    chosen = PAGES[page]
    before = lifted(chosen.name, chosen.text, chosen.beside)

    found = [outcome(chosen, mutation, seed, before) for seed in range(2)]
    bad = [each for each in found if each[0] in ("silent", "crashed")]
    assert bad == []


def test_a_silent_loss_is_seen() -> None:
    """The comparison tells a page that lost a parameter from one that did not."""
    page = PAGES["generic-headings-index.html"]
    before = lifted(page.name, page.text)
    facts = {**before[0], ("GET", "/boats", "parameter", "wind"): "there"}

    what, missing = outcome(page, "wrap", 0, (facts, before[1]))

    assert what == "silent"
    assert missing == [("GET", "/boats", "parameter", "wind")]
    assert mutated(page.text, "wrap", 0) is not None
