"""The map: its list twin, links that can be hit, a keyboard that moves it, nothing lost without a script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.pages import BuiltPage

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BOXES = """() => [...document.querySelectorAll(".map-part .map-drawing")].map(drawing => ({
    frame: drawing.getBoundingClientRect().toJSON(),
    targets: [...drawing.querySelectorAll(".map-target")].map(each => each.getBoundingClientRect().toJSON()),
    labels: [...drawing.querySelectorAll("text:not(.map-number)")].map(
        each => [each.textContent, each.getBoundingClientRect().toJSON()]),
}))"""
"""Runs in the page: where each drawing, the targets of its pins and its names are."""

VIEW = "() => document.querySelector('.map-part .map-drawing').getAttribute('viewBox').split(' ').map(Number)"


@pytest.fixture(scope="module")
def maps(pages: list[BuiltPage]) -> list[BuiltPage]:
    """The map of every language."""
    found = [page for page in pages if page.type == "map"]
    assert found
    return found


def opened(browser: Browser, server: str, url: str, **how: Any) -> Page:
    """A page of the site in a context of its own."""
    page = browser.new_context(base_url=server, **how).new_page()
    page.goto(url)
    return page


def overlap(one: dict[str, float], other: dict[str, float], slack: float) -> bool:
    """Whether two boxes share more than a sliver."""
    return (
        one["left"] + slack < other["right"]
        and other["left"] + slack < one["right"]
        and one["top"] + slack < other["bottom"]
        and other["top"] + slack < one["bottom"]
    )


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_pins_can_be_hit_and_names_read(
    browser: Browser, server: str, maps: list[BuiltPage], width: int
) -> None:
    """Targets are 24 pixels and apart; names lie inside the drawing and on no other, in every language."""
    for built in maps:
        page = opened(browser, server, built.url, viewport={"width": width, "height": 800})
        for drawing in page.evaluate(BOXES):
            for at, target in enumerate(drawing["targets"]):
                assert min(target["width"], target["height"]) >= 24, (built.url, target)
                for other in drawing["targets"][:at]:
                    apart = ((target["x"] - other["x"]) ** 2 + (target["y"] - other["y"]) ** 2) ** 0.5
                    assert apart >= 24, (built.url, target, other)
            for at, (name, label) in enumerate(drawing["labels"]):
                assert label["left"] >= drawing["frame"]["left"] - 1, (built.url, name)
                assert label["right"] <= drawing["frame"]["right"] + 1, (built.url, name)
                for other, box in drawing["labels"][:at]:
                    assert not overlap(label, box, 3), (built.url, name, other)
        page.context.close()


def test_the_map_says_nothing_that_its_list_does_not(
    browser: Browser, server: str, maps: list[BuiltPage]
) -> None:
    """Every place on a drawing stands in the list with the same number, address, position and source."""
    for built in maps:
        page = opened(browser, server, built.url, java_script_enabled=False)
        pins = page.locator(".map-part .map-pin:not(.map-cluster)")
        on_map = {
            (pin.get_attribute("aria-label") or "").partition(".")[0]: pin.get_attribute("href")
            for pin in pins.all()
        }
        listed = {}
        for item in page.locator(".map-places > li").all():
            listed[item.get_attribute("value")] = item.locator("a").first.get_attribute("href")
            assert re.search(r"\d+\.\d{4}, \d+\.\d{4}", item.locator(".map-source").inner_text())

        assert on_map
        assert on_map == listed
        assert page.locator("[data-map-tools]").first.is_hidden()
        page.context.close()


def test_keyboard_and_buttons_move_the_map(browser: Browser, server: str, maps: list[BuiltPage]) -> None:
    """Plus and minus change its size, arrows move it, 0 shows all; buttons do the same; Tab leaves it."""
    page = opened(browser, server, maps[0].url)
    frame = page.locator("[data-map]").first
    whole = page.evaluate(VIEW)
    frame.focus()
    page.keyboard.press("+")
    larger = page.evaluate(VIEW)
    page.keyboard.press("ArrowRight")
    moved = page.evaluate(VIEW)
    page.keyboard.press("0")

    assert larger[2] < whole[2]
    assert moved[0] > larger[0]
    assert page.evaluate(VIEW) == whole
    page.locator("[data-zoom=in]").first.click()
    page.locator("[data-zoom=in]").first.click()
    page.locator("[data-zoom=out]").first.click()
    assert page.evaluate(VIEW)[2] == pytest.approx(larger[2])
    for _ in range(60):
        page.keyboard.press("Tab")
        if not page.evaluate("() => document.activeElement.closest('[data-map]') !== null"):
            break
    else:
        pytest.fail("Tab does not leave the map")
    page.context.close()


def test_a_pin_with_the_focus_comes_into_view(browser: Browser, server: str, maps: list[BuiltPage]) -> None:
    """Zoomed in, a pin that gets the focus is moved to where one sees it, at its usual size."""
    page = opened(browser, server, maps[0].url)
    frame = page.locator("[data-map]").first
    before = page.locator(".map-pin .map-target").first.bounding_box()
    frame.focus()
    for _ in range(4):
        page.keyboard.press("+")
    pins = page.locator(".map-part").first.locator(".map-pin")
    pins.last.focus()
    box, around = pins.last.locator(".map-target").bounding_box(), frame.locator("svg").first.bounding_box()

    assert before and box and around
    assert around["x"] <= box["x"] + box["width"] / 2 <= around["x"] + around["width"]
    assert around["y"] <= box["y"] + box["height"] / 2 <= around["y"] + around["height"]
    assert box["width"] == pytest.approx(before["width"], rel=0.05)
    page.context.close()


def test_the_wheel_alone_belongs_to_the_page(browser: Browser, server: str, maps: list[BuiltPage]) -> None:
    """Scrolling over the map scrolls the page; with Ctrl it changes the map's size."""
    page = opened(browser, server, maps[0].url, viewport={"width": 800, "height": 600})
    box = page.locator(".map-part .map-drawing").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + 100, box["y"] + 100)
    whole = page.evaluate(VIEW)
    page.mouse.wheel(0, 200)
    page.wait_for_function("() => scrollY > 0")
    assert page.evaluate(VIEW) == whole

    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    page.wait_for_function(
        f"() => Number(document.querySelector('.map-part .map-drawing')"
        f".getAttribute('viewBox').split(' ')[2]) < {whole[2]}"
    )
    page.context.close()
