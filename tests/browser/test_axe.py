"""No page breaks a rule of accessibility that axe can decide: WCAG 2.2 level AA and good practice.

axe decides about a third of WCAG; what a keyboard meets is in test_reading.py, the rest is for people.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.findings import Findings, report
from tests.browser.pages import BuiltPage

if TYPE_CHECKING:
    from playwright.sync_api import Page

OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},  # of WCAG 2.2, and off unless asked for by name
    "resultTypes": ["violations"],
    "preload": False,
}
SCHEMES = ("light", "dark")
WIDTHS = (1280, 320)
ALL_PAGES = 600
"""As many pages are all looked at, in about three minutes on two cores; a larger site is sampled."""


class Axe:
    """axe in one page of a browser, which goes from address to address."""

    def __init__(self, page: Page, source: str) -> None:
        self.page = page
        self._source = source
        self.findings = Findings()

    def visit(self, url: str) -> None:
        """Open `url` and bring axe along."""
        self.page.goto(url)
        self.begin()

    def begin(self) -> None:
        """Bring axe along to the page that is open."""
        self.page.evaluate(self._source)

    def look(self, scheme: str, width: int, where: str) -> None:
        """Note every violation on the open page in this colour scheme and at this width in CSS pixels."""
        self.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        self.page.set_viewport_size({"width": width, "height": 900})
        result: dict[str, Any] = self.page.evaluate("options => axe.run(document, options)", OPTIONS)
        for violation in result["violations"]:
            for node in violation["nodes"]:
                advice = " ".join(node["failureSummary"].split())
                selector = " ".join(map(str, node["target"]))
                self.findings.add(
                    f"{violation['id']}: {selector}: {advice}", f"{where} ({scheme}, {width} px)"
                )


@pytest.fixture
def axe(page: Page, axe_source: str) -> Axe:
    """axe in a new page."""
    return Axe(page, axe_source)


def violations(axe: Axe) -> str:
    """What axe found as the message of a failed test; empty if nothing."""
    listed = axe.findings.listed()
    return report("Violations", listed) if listed else ""


def look_everywhere(axe: Axe, pages: Iterable[BuiltPage]) -> None:
    """Visit each page once and look at it in both colour schemes, wide and narrow."""
    for page in pages:
        axe.visit(page.url)
        for scheme in SCHEMES:
            for width in WIDTHS:
                axe.look(scheme, width, page.url)


def test_every_type_of_page(axe: Axe, sample: list[BuiltPage]) -> None:
    """Every type of page in every language is accessible, light and dark, at 1280 and at 320 pixels."""
    look_everywhere(axe, sample)
    found = violations(axe)

    assert not found, found


def test_every_other_page(axe: Axe, pages: list[BuiltPage], sample: list[BuiltPage]) -> None:
    """The other pages are accessible too; of a large site, every story in its own language."""
    seen = {page.url for page in sample}
    for page in pages:
        if page.url not in seen and (len(pages) <= ALL_PAGES or page.type.startswith("story-")):
            axe.visit(page.url)
            axe.look("light", 1280, page.url)
    found = violations(axe)

    assert not found, found


def test_opened_menus(axe: Axe, sample: list[BuiltPage]) -> None:
    """What is folded away, menus and the language switcher, is accessible once it is unfolded."""
    for page in sample:
        if page.type == "home":
            axe.visit(page.url)
            for number in range(axe.page.locator("details").count()):
                axe.page.evaluate(
                    "wanted => document.querySelectorAll('details').forEach((d, n) => d.open = n === wanted)",
                    number,
                )
                for scheme in SCHEMES:
                    for width in WIDTHS:
                        axe.look(scheme, width, f"{page.url} with part {number + 1} unfolded")
    found = violations(axe)

    assert not found, found


def test_a_narrowed_listing_and_a_larger_map(axe: Axe, sample: list[BuiltPage]) -> None:
    """What scripts make of listings and maps is accessible: boxes, one of them ticked, and a larger map."""
    for page in sample:
        boxes = axe.page.locator("[data-filters] input")
        if page.type == "listing" and page.language.tag in {"sv", "ar"}:
            axe.visit(page.url)
            if not boxes.count():
                continue
            axe.page.locator(".filters summary").click()
            boxes.first.check()
            axe.page.wait_for_function("() => document.querySelector('[data-status]').textContent")
        elif page.type == "map":
            axe.visit(page.url)
            axe.page.locator("[data-zoom=in]").first.click()
        else:
            continue
        for scheme in SCHEMES:
            for width in WIDTHS:
                axe.look(scheme, width, page.url)
    found = violations(axe)

    assert not found, found


@pytest.mark.parametrize(
    ("markup", "rule"),
    [
        ("<main><h1>Rubrik</h1><img src='data:,'></main>", "image-alt"),
        ("<main><h1>Rubrik</h1><p style='color:#999;background:#fff'>Text</p></main>", "color-contrast"),
        ("<main><h1>Rubrik</h1><h3>Steg</h3></main>", "heading-order"),
        (
            "<main><h1>Rubrik</h1><p style='font-size:8px;line-height:8px'>"
            "<button style='padding:0;border:0;font:inherit'>a</button><br>"
            "<button style='padding:0;border:0;font:inherit'>b</button></p></main>",
            "target-size",
        ),
    ],
)
def test_axe_sees_violations(axe: Axe, markup: str, rule: str) -> None:
    """Rules of each of the wanted sets are asked, and answer when they are broken."""
    axe.page.set_content(f'<!doctype html><html lang="sv"><title>Prov</title>{markup}')
    axe.begin()
    axe.look("light", 1280, "")

    assert any(finding.startswith(f"{rule}: ") for finding in axe.findings.listed()), axe.findings.listed()
