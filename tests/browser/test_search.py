"""Readers find what they look for: by words, filters and keyboard, in their language, and without scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.pages import BuiltPage, SiteLanguage
from tests.browser.test_axe import SCHEMES, WIDTHS, Axe, violations
from tests.browser.test_axe import axe as axe  # the fixture
from tests.browser.web import serving

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

FIELD, STATUS = "#search_words", "[data-status]"
SAID = "document.querySelector('[data-status]').textContent"
LIST = "document.querySelector('[data-results]')"
STRICT = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'"
"""As the site is to be served. Browsers compile WebAssembly only where the policy names it."""


@pytest.fixture(scope="module")
def search_pages(pages: list[BuiltPage]) -> dict[str, str]:
    """Language tag -> address of its search page."""
    return {page.language.tag: page.url for page in pages if page.type == "search"}


def answered(page: Page) -> None:
    """Wait until something is said of the question."""
    page.locator(f"{STATUS}:not(:empty)").wait_for()


def ask(page: Page, address: str, words: str) -> list[str]:
    """Titles that a new reader finds who types some words."""
    page.goto(address)
    page.fill(FIELD, words)
    answered(page)
    return titles(page)


def titles(page: Page) -> list[str]:
    """Titles of the results that are shown."""
    return page.locator("[data-results] h2").all_inner_texts()


def kinds(page: Page) -> set[str]:
    """What each result is: the first word of the line above its title."""
    return {line.split(" · ")[0] for line in page.locator("[data-results] .kicker").all_inner_texts()}


def test_every_language_can_be_searched(search_pages: dict[str, str], languages: list[SiteLanguage]) -> None:
    """Each language of the site has a search page."""
    assert [language.tag for language in languages if language.tag not in search_pages] == []


@pytest.mark.parametrize(
    ("tag", "words", "first"),
    [
        ("sv", "karnan", "Kärnan"),
        ("sv", "KÄRNAN", "Kärnan"),
        ("sv", "raa", "Råå"),
        ("sv", "torn av tegel", "Kärnan"),
        ("en", "karnan", "Kärnan, the Keep"),
        ("en", "towers", "Kärnan, the Keep"),
        ("da", "karnan", "Kärnan"),
        ("sv-simple", "karnan", "Kärnan"),
    ],
)
def test_names_are_found_without_their_dots(
    page: Page, search_pages: dict[str, str], tag: str, words: str, first: str
) -> None:
    """A name is the first thing found, with or without its diacritics."""
    assert ask(page, search_pages[tag], words)[:1] == [first]


@pytest.mark.parametrize(
    ("tag", "words", "among"),
    [
        ("sv", "oresund", "Øresundslinjen"),
        ("da", "oresund", "Øresundslinjen"),
        ("da", "faergen", "Færgen til Helsingør"),
        ("sv", "trappor", "Kärnan"),
        ("sv", "tornen", "Gröningen"),
        ("sv", "tornet", "Gröningen"),
        ("sv-simple", "trappa", "Kärnan"),
        ("ar", "برج", "برج شارنان"),
        ("ar", "البرج", "برج شارنان"),
    ],
)
def test_other_forms_of_a_word_are_found(
    page: Page, search_pages: dict[str, str], tag: str, words: str, among: str
) -> None:
    """Letters a keyboard may lack, and endings and articles of the language, do not hide a story."""
    assert among in ask(page, search_pages[tag], words)


def test_nonsense_finds_nothing(page: Page, search_pages: dict[str, str]) -> None:
    """Words that are nowhere find nothing at all, and the list from A to Z stays."""
    found = ask(page, search_pages["sv"], "xyzzy qwrtp")

    assert found == []
    assert page.locator("[data-letters]").is_visible()


def test_a_result_shows_what_it_is(page: Page, search_pages: dict[str, str]) -> None:
    """A result has a picture, its kind, a title that leads to the story, and the words in their sentence."""
    ask(page, search_pages["sv"], "tornet")
    result = page.locator("[data-results] li").first

    assert result.locator("img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    assert result.locator(".kicker").inner_text().startswith("Plats")
    assert {mark.lower()[:4] for mark in result.locator("mark").all_inner_texts()} == {"torn"}
    result.locator("a").click()
    assert page.locator("h1").inner_text() == "Kärnan"


def test_filters_narrow_and_count(page: Page, search_pages: dict[str, str]) -> None:
    """A filter shows what it counts, filters add up, and taking them away brings everything back."""
    everything = ask(page, search_pages["sv"], "helsingborg")
    status = page.inner_text(STATUS)
    places = page.locator("[data-facet=kind] label:has([value=Platser])")
    count = int(places.locator(".count").inner_text())
    places.click()
    page.wait_for_function(
        "([s, was]) => document.querySelector(s).textContent !== was", arg=[STATUS, status]
    )

    assert page.inner_text(STATUS) == f"{count} träffar"
    assert kinds(page) == {"Plats"}
    assert parse_qs(urlsplit(page.url).query) == {"q": ["helsingborg"], "kind": ["Platser"]}

    option = page.locator("[data-facet=area] option", has_text="Råå")
    inside = int(re.sub(r"\D", "", option.inner_text().split("(")[-1]))
    page.select_option("[data-facet=area]", "Råå")
    page.wait_for_url("**area=*")
    page.wait_for_function(
        "([s, n]) => document.querySelector(s).children.length === n", arg=["[data-results]", inside]
    )

    page.go_back()
    page.go_back()
    page.wait_for_function(
        "([s, was]) => document.querySelector(s).textContent === was", arg=[STATUS, status]
    )
    assert titles(page) == everything
    assert page.locator("[data-facet=kind] :checked").count() == 0


def test_the_address_remembers(page: Page, search_pages: dict[str, str]) -> None:
    """Words and filters stand in the address: who opens it sees the same results."""
    address = f"{search_pages['sv']}?q=helsingborg&kind=F%C3%B6retag&kind=Guider"
    page.goto(address)
    answered(page)

    assert page.input_value(FIELD) == "helsingborg"
    assert kinds(page) == {"Företag", "Guide"}
    assert page.locator("[data-facet=kind] :checked").count() == 2
    assert page.url.endswith(address)


def test_a_filter_alone_lists_its_stories(page: Page, search_pages: dict[str, str]) -> None:
    """Without words a filter shows everything it holds."""
    page.goto(f"{search_pages['en']}?area=Landskrona")
    answered(page)

    assert "Tycho Brahe" in titles(page)


def test_more_results_come_when_asked_for(page: Page, search_pages: dict[str, str]) -> None:
    """Ten results are shown; the button shows more, and the focus goes to the first new one."""
    ask(page, search_pages["sv"], "helsingborg")
    assert len(titles(page)) == 10
    page.click("[data-more]")
    page.wait_for_function("document.activeElement.closest('[data-results]')")

    assert len(titles(page)) > 10
    assert page.evaluate("document.activeElement.textContent") == titles(page)[10]


def test_the_keyboard_is_enough(page: Page, search_pages: dict[str, str]) -> None:
    """/ goes to the field, arrows to the results and back, Escape to the field and then clears it."""
    ask(page, search_pages["sv"], "torn")
    page.locator("h1").click()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search_words"
    assert page.input_value(FIELD) == "torn"

    focused = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
        focused.append(page.evaluate("document.activeElement.textContent"))
    first, second = titles(page)[:2]
    assert focused == [first, second, first]

    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "search_words"
    page.keyboard.press("Escape")
    assert page.input_value(FIELD) == ""
    page.wait_for_function(f"!{LIST}.children.length")
    assert page.locator("[data-letters]").is_visible()


def test_a_slash_leads_to_the_search_from_every_page(page: Page, search_pages: dict[str, str]) -> None:
    """On another page / leads to the search field; within a field it is a letter like others."""
    page.goto("/sv/")
    page.keyboard.press("/")
    page.wait_for_function("document.activeElement.matches('input[type=search]')")
    page.keyboard.type("a/o")

    assert page.evaluate("document.activeElement.value") == "a/o"


def test_nothing_is_fetched_before_somebody_searches(
    page: Page, server: str, search_pages: dict[str, str]
) -> None:
    """The index is fetched at the first use, from the same host, and the console has no complaints."""
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(search_pages["en"], wait_until="networkidle")
    assert [url for url in asked if "pagefind" in url] == []

    page.focus(FIELD)
    page.fill(FIELD, "harbour")
    answered(page)
    assert [url for url in asked if "/pagefind/en/" in url]
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(server).netloc}
    assert said == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_it_works_under_a_strict_policy(
    browser: Browser, built_site: Path, search_pages: dict[str, str]
) -> None:
    """The search needs nothing inline and nothing from elsewhere, only leave to compile WebAssembly."""
    said: list[str] = []
    with serving(built_site, {"Content-Security-Policy": STRICT}) as address:
        context = browser.new_context(base_url=address)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        found = ask(page, search_pages["sv"], "karnan")
        page.wait_for_load_state("networkidle")
        context.close()

    assert found[:1] == ["Kärnan"]
    assert said == []


def test_another_language_may_have_it(page: Page, search_pages: dict[str, str]) -> None:
    """Where the page's language has nothing, others are offered, with the words taken along."""
    assert ask(page, search_pages["en"], "medeltiden") == []
    other = page.locator("[data-elsewhere] li:visible a").first
    other.wait_for()
    assert other.get_attribute("lang") == "sv"
    other.click()
    answered(page)

    assert urlsplit(page.url).path == search_pages["sv"]
    assert titles(page)


def test_without_scripts_there_is_the_list(
    browser: Browser, server: str, search_pages: dict[str, str]
) -> None:
    """Without scripts the page says so, and everything there is to read stands in a list."""
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    for address in search_pages.values():
        page.goto(address)
        letters = page.locator("[data-letters]")

        assert not page.locator("[data-search-page]").is_visible()
        assert letters.locator("noscript, .notice").first.inner_text()
        assert letters.locator("section a").count() > 5
    context.close()


def test_a_missing_index_leaves_the_list(page: Page, search_pages: dict[str, str]) -> None:
    """If the index cannot be fetched the page says so, and the list from A to Z stays."""
    page.route("**/pagefind/**", lambda route: route.abort())
    found = ask(page, search_pages["sv"], "karnan")

    assert found == []
    assert page.inner_text(STATUS) == page.locator("[data-search-page]").get_attribute("data-failed")
    assert page.locator("[data-letters]").is_visible()


def test_numbers_are_said_as_the_language_says_them(page: Page, search_pages: dict[str, str]) -> None:
    """Arabic has forms of its own for one and for a few; the page reads from right to left."""
    ask(page, search_pages["ar"], "برج")
    few = page.inner_text(STATUS)
    ask(page, search_pages["ar"], "كريستينا برج")

    assert few == "4 نتائج"
    picture, text = (
        page.locator(f"[data-results] li {part}").first.bounding_box() for part in ("picture", ".result-text")
    )
    assert picture is not None
    assert text is not None
    assert picture["x"] > text["x"]


def test_results_are_accessible(axe: Axe, search_pages: dict[str, str]) -> None:
    """With results, filters and other languages on it the page breaks no rule, in every language."""
    words = {"ar": "برج"}
    for tag, address in search_pages.items():
        ask(axe.page, address, words.get(tag, "karnan"))
        axe.begin()
        for scheme in SCHEMES:
            for width in WIDTHS:
                axe.look(scheme, width, f"{address} with results")
    found = violations(axe)

    assert not found, found


def test_results_fit_a_narrow_screen(page: Page, search_pages: dict[str, str]) -> None:
    """At 320 pixels, as at 400 % of a window, nothing has to be scrolled sideways."""
    page.set_viewport_size({"width": 320, "height": 700})
    for tag, words in {"sv": "helsingborg", "ar": "برج"}.items():
        ask(page, search_pages[tag], words)

        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), tag
