"""The page of `inspect --html` in a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions, ChromeService, Keys
from selenium.webdriver.common.by import By
from support.view import written

BROWSER, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = [
    pytest.mark.skipif(not (BROWSER and DRIVER), reason="no chromium and chromedriver"),
    pytest.mark.xdist_group("browser"),
]
PHONE = (360, 740)


@pytest.fixture(scope="module")
def browser() -> Iterator[Chrome]:
    """A headless Chromium."""
    options = ChromeOptions()
    options.binary_location = str(BROWSER)
    for flag in ("headless=new", "no-sandbox", "disable-gpu", "disable-dev-shm-usage"):
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    with Chrome(options=options, service=ChromeService(str(DRIVER))) as driver:
        driver.implicitly_wait(5)
        yield driver


@pytest.fixture
def page(browser: Chrome, tmp_path: Path) -> Chrome:
    """The browser, with the page of a small description loaded."""
    browser.set_window_size(1200, 900)
    browser.get(written(tmp_path).as_uri())
    return browser


def titles(page: Chrome) -> list[str]:
    """Return the titles of the cards that are seen."""
    found = page.find_elements(By.CSS_SELECTOR, ".card h2")
    return [each.text for each in found if each.is_displayed()]


def settle(page: Chrome) -> None:
    """Wait until the page has drawn what it was asked for."""
    script = "requestAnimationFrame(() => requestAnimationFrame(arguments[0]))"
    page.execute_async_script(script)


def test_it_loads_without_errors(page: Chrome) -> None:
    """Nothing is logged to the console, and everything is listed."""
    assert page.get_log("browser") == []
    assert titles(page) == ["Things", "list_things", "add_thing", "Thing"]
    assert page.find_element(By.ID, "shown").text == "4 of 4 shown"


def test_search(page: Chrome) -> None:
    """The slash leads to the search; what has all the words stays, Escape brings all."""
    page.find_element(By.TAG_NAME, "body").send_keys("/")
    page.switch_to.active_element.send_keys("maximum: 50 LIST_things")
    settle(page)
    assert titles(page) == ["list_things"]
    page.switch_to.active_element.send_keys(Keys.ESCAPE)
    settle(page)
    assert len(titles(page)) == 4


def test_filters(page: Chrome) -> None:
    """Marks and kinds narrow down what is seen."""
    page.find_element(By.CSS_SELECTOR, "[value=warning]").click()
    settle(page)
    assert titles(page) == ["add_thing"]
    page.find_element(By.CSS_SELECTOR, "[value=warning]").click()
    page.find_element(By.CSS_SELECTOR, "[value=operation]").click()
    settle(page)
    assert titles(page) == ["Things", "Thing"]


def test_keyboard(page: Chrome) -> None:
    """Without a pointer: to the first card, on to the next, unfold it, follow a link."""
    page.find_element(By.ID, "search").send_keys("thing", Keys.ENTER)
    page.switch_to.active_element.send_keys("jj")
    page.switch_to.active_element.send_keys(Keys.ENTER)
    card = page.find_element(By.ID, "operation-1")
    assert card.get_attribute("open")
    assert "def add_thing(" in card.text
    link = card.find_element(By.LINK_TEXT, "Thing")
    page.execute_script("arguments[0].focus()", link)
    link.send_keys(Keys.ENTER)
    settle(page)
    assert page.find_element(By.ID, "type-0").get_attribute("open")
    assert page.switch_to.active_element.tag_name == "summary"


def test_theme(page: Chrome) -> None:
    """The button turns light into dark and back."""
    body = page.find_element(By.TAG_NAME, "body")
    first = body.value_of_css_property("background-color")
    page.find_element(By.ID, "theme").click()
    assert body.value_of_css_property("background-color") != first
    page.find_element(By.ID, "theme").click()
    assert body.value_of_css_property("background-color") == first


def test_a_phone_has_no_sideways_scrolling(page: Chrome) -> None:
    """On a narrow screen all cards fit, unfolded ones, too."""
    page.set_window_size(*PHONE)
    page.find_element(By.ID, "unfold").click()
    settle(page)
    wide = page.execute_script("return document.documentElement.scrollWidth")
    assert wide <= page.execute_script("return window.innerWidth")
    assert page.get_screenshot_as_png().startswith(b"\x89PNG")
