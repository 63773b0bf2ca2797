"""What a reader meets: nothing from elsewhere, the right language, a working keyboard, no need of scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from tests.browser.pages import BuiltPage, SiteLanguage
from tests.browser.visits import SWITCH, Visit, visit_all, wrong

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOCUSED = """() => {
    const element = document.activeElement;
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    const around = [];
    for (let each = element; each && each !== document.body; each = each.parentElement) around.push(each);
    const styles = [getComputedStyle(element, "::before"), getComputedStyle(element, "::after"),
        ...around.map(each => getComputedStyle(each))];
    return {
        tag: element.tagName,
        name: (element.textContent || element.outerHTML).trim().replace(/\\s+/g, " ").slice(0, 60),
        href: element.getAttribute("href"),
        in_main: document.querySelector("main").contains(element),
        outline: Math.max(...styles.map(s => s.outlineStyle === "none" ? 0 : parseFloat(s.outlineWidth))),
        visible: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight
            && box.right > 0 && box.left < innerWidth && style.visibility === "visible" && style.opacity > 0,
    };
}"""
"""Runs in the page: what the element that has the focus is, and whether one can see that it has it.

The outline may be that of the card it stands in, or of its part that is stretched over the card.
"""


@pytest.fixture(scope="module")
def visits(browser: Browser, server: str, sample: list[BuiltPage]) -> list[Visit]:
    """A visit to one page of every type in every language."""
    return visit_all(browser, server, sample)


def stories(visits: list[Visit]) -> list[Visit]:
    """The visits to stories, translated or not."""
    return [visit for visit in visits if visit.page.type.startswith(("story-", "fallback"))]


def test_pages_ask_nobody_else(visits: list[Visit], server: str) -> None:
    """A page fetches from its own host only."""
    host = urlsplit(server).netloc
    found = wrong(visits, lambda v: " ".join(a for a in v.requests if urlsplit(a).netloc not in {host, ""}))

    assert not found, found


def test_console_stays_empty(visits: list[Visit]) -> None:
    """No page gives the browser cause for complaint."""
    found = wrong(visits, lambda v: "; ".join(v.complaints) if v.status == 200 else f"answers {v.status}")

    assert not found, found


def test_nothing_is_stored(visits: list[Visit]) -> None:
    """Reading leaves no cookie and nothing else in the browser."""
    found = wrong(visits, lambda v: ", ".join(name for name, amount in v.stored.items() if amount))

    assert not found, found


def test_narrow_screens_do_not_scroll_sideways(visits: list[Visit]) -> None:
    """At 320 CSS pixels every page fits in its width (WCAG 1.4.10)."""
    found = wrong(visits, lambda v: f"is {v.width} px wide because of {v.widest}" if v.width > 320 else "")

    assert not found, found


def test_pages_say_their_language(visits: list[Visit]) -> None:
    """Every page names its language and direction as `content/site.yaml` declares them."""

    def sentence(visit: Visit) -> str:
        expected = (visit.page.language.tag, visit.page.language.direction)
        return (
            f"says {visit.language} {visit.direction}"
            if expected != (visit.language, visit.direction)
            else ""
        )

    found = wrong(visits, sentence)

    assert not found, found


def test_every_language_is_there(visits: list[Visit], languages: list[SiteLanguage]) -> None:
    """Each language of the site has a front page, a page for wrong addresses and stories."""
    seen = {(visit.page.language.tag, visit.page.type.partition("-")[0]) for visit in visits}
    wanted = {(language.tag, type_) for language in languages for type_ in ("home", "not", "story")}

    assert set() == wanted - seen


def test_scripts_are_not_needed(browser: Browser, server: str, visits: list[Visit]) -> None:
    """With JavaScript off every page says the same as with it, but for the form of the search page."""
    context = browser.new_context(
        base_url=server, viewport={"width": 320, "height": 700}, java_script_enabled=False
    )
    page = context.new_page()

    def sentence(visit: Visit) -> str:
        page.goto(visit.page.url)
        text = page.locator("main").inner_text()
        if "data-search-page" in visit.page.path.read_text("utf-8"):
            return "" if text.strip() else "says nothing"  # what stands in for it is in test_search.py
        return "" if text == visit.text and text.strip() else f"says {text[:60]!r}, not {visit.text[:60]!r}"

    found = wrong(visits, sentence)
    context.close()

    assert not found, found


def test_switcher_offers_every_language(visits: list[Visit], languages: list[SiteLanguage]) -> None:
    """Every page but the first, which is itself a choice of languages, offers each language of the site."""
    tags = [language.tag for language in languages]
    found = wrong(
        (visit for visit in visits if visit.page.type != "chooser"),
        lambda visit: "" if list(visit.switch) == tags else f"offers {list(visit.switch)}",
    )

    assert not found, found


def test_switcher_leads_to_the_same_story(page: Page, visits: list[Visit]) -> None:
    """Another language is the same story's page in it, from which the way back leads to where one was."""

    def sentence(visit: Visit) -> str:
        for tag, url in visit.switch.items():
            response = page.goto(url)
            if response is None or response.status != 200:
                return f"leads to {url} for {tag}, which is not there"
            if (language := page.locator("html").get_attribute("lang")) != tag:
                return f"leads to {url} for {tag}, which is in {language}"
            back = dict(page.evaluate(SWITCH)).get(visit.page.language.tag)
            if back != visit.page.url:
                return f"leads to {url} for {tag}, from where the way back leads to {back}"
        return ""

    found = wrong(stories(visits), sentence)

    assert not found, found


def test_switcher_can_be_clicked(page: Page, visits: list[Visit]) -> None:
    """A reader opens the switcher, clicks a language and is there."""
    start = next(visit for visit in stories(visits) if visit.page.type != "fallback")
    tag, url = next((tag, url) for tag, url in start.switch.items() if tag != start.page.language.tag)
    page.goto(start.page.url)
    choice = f'a[hreflang="{tag}"]'
    link = page.locator("header").locator(choice)
    if not link.is_visible():
        page.locator("header nav", has=page.locator(choice)).locator("summary, [popovertarget]").click()
    link.click()
    page.wait_for_url(lambda address: unquote(urlsplit(address).path) == url)

    assert tag == page.locator("html").get_attribute("lang")


def test_first_tab_reaches_the_skip_link(page: Page, visits: list[Visit]) -> None:
    """The first thing a keyboard reaches is a link to the content, which can be seen then."""

    def sentence(visit: Visit) -> str:
        page.goto(visit.page.url)
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        target = str(focus["href"] or "")
        if not target.startswith("#") or not page.locator(f"main{target}, main {target}").count():
            return f"begins with {focus['tag']} {focus['name']!r}"
        return "" if focus["visible"] else "does not show its skip link when it has the focus"

    found = wrong(visits, sentence)

    assert not found, found


def test_skip_link_moves_focus_to_the_content(page: Page, visits: list[Visit]) -> None:
    """After the skip link the keyboard goes on inside `main`, not in the menu."""

    def sentence(visit: Visit) -> str:
        page.goto(visit.page.url)
        links = page.locator("main").locator("a[href], button, summary, input, select, textarea")
        if not any(link.is_visible() for link in links.all()):
            return ""  # nothing in `main` could take the focus
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_timeout(20)  # whatever Enter led to; evaluating in the middle of it would be an error
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        return "" if focus["in_main"] else f"goes on to {focus['tag']} {focus['name']!r}"

    found = wrong(visits, sentence)

    assert not found, found


def test_focus_can_be_seen(page: Page, visits: list[Visit]) -> None:
    """Whatever a keyboard reaches is on the screen and has a clear outline (WCAG 2.4.7, 2.4.11)."""

    def sentence(visit: Visit) -> str:
        page.goto(visit.page.url)
        for _ in range(60):
            page.keyboard.press("Tab")
            focus = page.evaluate(FOCUSED)
            if focus["tag"] == "BODY":  # the round is over
                break
            if not focus["visible"]:
                return f"hides {focus['tag']} {focus['name']!r} while it has the focus"
            if focus["outline"] < 2:
                return f"does not outline {focus['tag']} {focus['name']!r}"
        return ""

    found = wrong((visit for visit in visits if visit.page.language.tag in {"sv", "ar"}), sentence)

    assert not found, found


def test_right_to_left_pages_begin_on_the_right(page: Page, visits: list[Visit]) -> None:
    """In a language written from right to left the header, the text and its lines begin on the right."""
    begins = """() => {
        const main = document.querySelector("main"), h1 = main.querySelector("h1");
        const text = document.createRange();
        text.selectNodeContents(h1);
        const outer = h1.getBoundingClientRect(), inner = text.getBoundingClientRect();
        const brand = document.querySelector("header a:not([hreflang])")?.getBoundingClientRect();
        return {
            direction: getComputedStyle(main).direction,
            brand: brand ? (brand.left + brand.right) / 2 / innerWidth : null,
            heading: getComputedStyle(h1).direction,
            gap_left: inner.left - outer.left,
            gap_right: outer.right - inner.right,
        };
    }"""

    def sentence(visit: Visit) -> str:
        page.goto(visit.page.url)
        seen = page.evaluate(begins)
        if seen["direction"] != "rtl":
            return f"has its text {seen['direction']}"
        if seen["brand"] is not None and seen["brand"] < 0.5:
            return "has its name on the left"
        if seen["heading"] == "rtl" and seen["gap_right"] > seen["gap_left"] + 1:
            return "has its heading on the left"
        return ""

    right_to_left = [visit for visit in visits if visit.page.language.direction == "rtl"]

    found = wrong(right_to_left, sentence)

    assert right_to_left
    assert not found, found


def test_wrong_address_is_answered_in_its_language(page: Page, languages: list[SiteLanguage]) -> None:
    """An address that leads nowhere is answered as not found, by a page of the language it is under."""
    answers = {}
    for language in languages:
        response = page.goto(f"/{language.prefix}/there-is-no-such-page/")
        answers[language.tag] = (
            response.status if response else 0,
            page.locator("html").get_attribute("lang"),
            page.locator("html").get_attribute("dir"),
        )

    assert {language.tag: (404, language.tag, language.direction) for language in languages} == answers
