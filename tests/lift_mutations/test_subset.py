"""Changed pages: what a lifter loses of them it reports."""

from __future__ import annotations

import pytest

from lift_mutations.facts import lifted
from lift_mutations.mutate import MUTATIONS, mutated
from lift_mutations.pages import small_pages
from lift_mutations.run import outcome

PAGES = {f"{lifter}-{name}": (name, text) for lifter, name, text in small_pages()}


@pytest.mark.parametrize("mutation", MUTATIONS)
@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_lost_silently(page: str, mutation: str) -> None:
    """A page that is changed at random lifts as before, or says what it does not."""
    name, text = PAGES[page]
    before = lifted(name, text)

    for seed in range(2):
        what, missing = outcome(name, text, mutation, seed, before)
        assert what not in ("silent", "crashed"), (seed, missing)


def test_a_silent_loss_is_seen() -> None:
    """The comparison tells a page that lost a parameter from one that did not."""
    name, text = PAGES["generic-headings-index.html"]
    before = lifted(name, text)
    facts = {**before[0], ("GET", "/boats", "parameter", "wind"): "there"}

    what, missing = outcome(name, text, "wrap", 0, (facts, before[1]))

    assert what == "silent"
    assert missing == [("GET", "/boats", "parameter", "wind")]
    assert mutated(text, "wrap", 0) is not None
