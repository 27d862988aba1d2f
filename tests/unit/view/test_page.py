"""What the page of `inspect --html` says of a client."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from support.view import DESCRIPTION, written

OPERATIONS = {"list_things": "GET /things", "add_thing": "POST /things"}


@pytest.fixture(scope="module")
def soup(tmp_path_factory: pytest.TempPathFactory) -> BeautifulSoup:
    """The page of a small description, with one thing that is not as described."""
    path = written(tmp_path_factory.mktemp("view"))
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


def card(soup: BeautifulSoup, title: str) -> Tag:
    """Return the card called *title*."""
    (found,) = (c for c in soup.select("details.card") if c.h2 and c.h2.text == title)
    return found


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_has_its_source_and_what_became_of_it(
    soup: BeautifulSoup, name: str
) -> None:
    """A card shows the line, the lines of the description, and the method made of it."""
    shown = card(soup, name)
    lines = DESCRIPTION.splitlines()
    number = next(
        n for n, text in enumerate(lines, 1) if f"operationId: {name}" in text
    )

    assert shown.select_one(".line").text == OPERATIONS[name]  # type: ignore[union-attr]
    source = shown.select_one(".source").text  # type: ignore[union-attr]
    assert f"{number}{lines[number - 1]}" in source
    assert f"def {name}(" in shown.select_one(".python").text  # type: ignore[union-attr]


def test_facts_have_their_places(soup: BeautifulSoup) -> None:
    """A fact is told with how it is known, its place, and what stands there."""
    rows = card(soup, "list_things").select("tbody tr")
    cells = [[cell.get_text(" ", strip=True) for cell in row("td")] for row in rows]
    (limit,) = (row for row in cells if row[1] == "query limit?")

    assert limit[0] == "parameter"
    assert limit[2] == "integer (<= 50)"
    assert limit[3] == "stated"
    assert limit[4].startswith("api.yaml:9:")
    assert "name: limit" in limit[4]


def test_types_are_shown_as_emitted(soup: BeautifulSoup) -> None:
    """A type's card has its class, and the operations that use it lead there."""
    thing = card(soup, "Thing")
    links = card(soup, "add_thing").select(".models a")

    assert "class Thing(Model):" in thing.select_one(".python").text  # type: ignore[union-attr]
    assert f"#{thing['id']}" in [link["href"] for link in links]


def test_what_was_told_stands_with_what_it_is_about(soup: BeautifulSoup) -> None:
    """Diagnostics and entries of the ledger are in the card of their operation, which
    filters find."""
    shown = card(soup, "add_thing")
    remarks = [each.get_text(" ", strip=True) for each in shown.select(".remarks li")]

    assert any("warning" in text and "LOW" in text for text in remarks)
    assert "warning" in str(shown["data-marks"]).split()
    filters = [str(box["value"]) for box in soup.select("[name=mark]")]
    assert "warning" in filters
    assert "warning" not in str(card(soup, "list_things")["data-marks"])


def test_counts_are_those_of_the_ledger(soup: BeautifulSoup) -> None:
    """The head of the page counts what the ledger counts."""
    counts = [each.get_text(" ", strip=True) for each in soup.select(".count")]

    assert "2 operations" in counts
    assert "0 dropped" in counts
    assert "1 approximated" in counts


def test_text_of_the_description_stays_text(soup: BeautifulSoup) -> None:
    """Markup in a description is shown, never part of the page."""
    assert soup.find("img") is None
    assert "<img src=x>" in card(soup, "add_thing").text


def test_the_page_needs_no_network(tmp_path: Path) -> None:
    """Nothing on the page refers to another file, but the icon that is none."""
    soup = BeautifulSoup(written(tmp_path).read_text("utf-8"), "html.parser")
    refers = [
        str(tag.get("src") or tag.get("href"))
        for tag in soup(["link", "script", "img"])
    ]

    assert {each for each in refers if each != "None"} == {"data:,"}
    assert "url(" not in str(soup.style)
    assert "@import" not in str(soup.style)
