"""Narrowing a listing: pages for crawlers, boxes for people, and an address that remembers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.browser.pages import BuiltPage

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TITLES = "() => [...document.querySelectorAll('[data-listing] .card h2')].map(each => each.textContent)"


@pytest.fixture
def listing(pages: list[BuiltPage]) -> str:
    """The listing that has most to narrow, in the site's source language."""
    found = [page for page in pages if page.type == "listing" and page.language.tag == "sv"]
    return max(found, key=lambda page: page.path.read_text("utf-8").count("data-value=")).url


@pytest.fixture
def page(browser: Browser, server: str) -> Page:
    """A reader on a wide screen."""
    return browser.new_context(base_url=server, viewport={"width": 1280, "height": 900}).new_page()


def titles(page: Page) -> list[str]:
    """The stories listed now."""
    return page.evaluate(TITLES)


def tick(page: Page, name: str, value: str) -> None:
    """Tick a box, or take its tick away, and wait until the list follows."""
    page.evaluate("() => { document.querySelector('.filters details').open = true; }")
    before = page.locator("[data-status]").inner_text()
    page.locator(f'input[name="{name}"][value="{value}"]').focus()
    page.keyboard.press("Space")
    page.wait_for_function(
        "(before) => document.querySelector('[data-status]').textContent !== before", arg=before
    )


def test_without_a_script_values_are_pages(browser: Browser, server: str, listing: str) -> None:
    """Links lead to pages that list what they promise, mark where the reader is, and lead back."""
    page = browser.new_context(base_url=server, java_script_enabled=False).new_page()
    page.goto(listing)
    page.locator(".filters summary").click()
    links = page.locator('.filters li[data-field="setting"] a, .filters li[data-field="free"] a')
    wanted = [(link.inner_text(), link.get_attribute("href")) for link in links.all()]
    counts = [
        int(each)
        for each in page.locator(
            '.filters li[data-field="setting"]:has(a) .count, .filters li[data-field="free"]:has(a) .count'
        ).all_inner_texts()
    ]

    assert wanted
    for (name, href), count in zip(wanted, counts, strict=True):
        page.goto(href or "")
        assert name in page.title()
        assert len(page.locator(".cards .card").all()) == count
        assert page.locator('.filters [aria-current="page"]').text_content() == name
        assert page.locator('link[rel="canonical"]').get_attribute("href").endswith(href or "")
    page.locator("[data-all]").click()
    assert urlsplit(page.url).path == listing


def test_boxes_narrow_at_once_and_the_address_remembers(page: Page, listing: str) -> None:
    """Ticks narrow, are told, stand in the address, survive a new page, and Back takes them away."""
    page.goto(listing)
    whole = titles(page)
    tick(page, "setting", "outdoors")
    outdoors = titles(page)
    tick(page, "free", "yes")
    both = titles(page)

    assert 0 < len(both) < len(outdoors)
    assert set(both) <= set(outdoors)
    assert page.url.endswith("?setting=outdoors&free=yes")
    assert str(len(both)) in page.locator("[data-status]").inner_text()
    assert page.locator("[data-status]").get_attribute("role") == "status"

    page.reload()
    page.wait_for_function(
        "(n) => document.querySelectorAll('[data-listing] .card').length === n", arg=len(both)
    )
    assert titles(page) == both
    assert page.locator('input[name="free"][value="yes"]').is_checked()

    page.go_back()
    page.wait_for_function(
        "(n) => document.querySelectorAll('[data-listing] .card').length === n", arg=len(outdoors)
    )
    assert titles(page) == outdoors
    page.go_back()
    page.wait_for_function("() => !location.search")
    page.wait_for_function(
        "(n) => document.querySelectorAll('[data-listing] .card').length === n", arg=len(whole)
    )
    assert titles(page) == whole


def test_values_of_one_sort_widen(page: Page, listing: str) -> None:
    """Indoors and outdoors together are more than either; the number beside a box says what it would give."""
    page.goto(listing)
    tick(page, "setting", "indoors")
    indoors = titles(page)
    tick(page, "setting", "outdoors")
    either = titles(page)

    assert len(indoors) < len(either)
    assert set(indoors) <= set(either)
    free = page.locator('label:has(input[name="free"]) .count')
    promised = int(free.inner_text())
    tick(page, "free", "yes")
    assert len(titles(page)) == promised


def test_a_value_s_page_is_the_beginning_of_more(page: Page, listing: str) -> None:
    """On the page of a value its box is ticked; without the tick all is shown, and Back brings it again."""
    page.goto(listing)
    page.evaluate("() => 0")
    with_pages = page.context.browser.new_context(java_script_enabled=False).new_page()
    with_pages.goto(page.url)
    href = with_pages.locator('.filters li[data-field="free"] a').get_attribute("href")
    with_pages.context.close()
    page.goto(href or "")
    own = titles(page)

    assert page.locator('input[name="free"]').is_checked()
    tick(page, "free", "yes")
    assert urlsplit(page.url).path == listing
    assert len(titles(page)) > len(own)
    page.go_back()
    page.wait_for_function(
        "(n) => document.querySelectorAll('[data-listing] .card').length === n", arg=len(own)
    )
    assert titles(page) == own


def test_nothing_found_is_said_and_undone(page: Page, listing: str) -> None:
    """What matches nothing says so in words, and one link shows everything again."""
    page.goto(listing)
    whole = titles(page)
    tick(page, "setting", "indoors")
    tick(page, "free", "yes")

    assert titles(page) == []
    assert page.locator("[data-listing] .empty").inner_text() == page.locator("[data-status]").inner_text()
    page.locator("[data-all]").click()
    page.wait_for_function(
        "(n) => document.querySelectorAll('[data-listing] .card').length === n", arg=len(whole)
    )
    assert titles(page) == whole
    assert page.evaluate("() => document.activeElement.type") == "checkbox"


def test_colours_are_kept_only_when_chosen(browser: Browser, server: str, listing: str) -> None:
    """A choice holds on the next page before it is drawn; the device's own is not kept at all."""
    page = browser.new_context(base_url=server, color_scheme="light").new_page()
    page.goto(listing)
    assert page.evaluate("() => localStorage.length") == 0
    page.locator('[data-theme-value="dark"]').click()
    page.goto("/")
    page.goto(listing)

    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.locator('[data-theme-value="dark"]').get_attribute("aria-pressed") == "true"
    page.locator('[data-theme-value=""]').click()
    assert page.evaluate("() => localStorage.length") == 0
    assert page.locator("html").get_attribute("data-theme") is None
    page.context.close()
