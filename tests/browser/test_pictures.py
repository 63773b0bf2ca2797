"""Which files browsers really fetch, how large they are shown, and that nothing jumps while they come."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGES = (
    "/sv/",
    "/sv/platser/",
    "/sv/platser/karnan/",
    "/ar/places/karnan/",
    "/sv/kreatorer/buxtehude/",
    "/en/stories/clay-and-salt/",
    "/da/begivenheder/",
)
SCREENS = [(width, ratio) for width in (360, 768, 1440) for ratio in (1, 2, 3)]
SPARE = 1.02
"""Widths in `sizes` are rounded; a candidate may be this much too narrow before it counts."""

SHIFTS = """() => {
    window.shifts = 0;
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
    }).observe({type: "layout-shift", buffered: true});
}"""
SHOWN = """() => [...document.images].map(image => {
    const source = [...image.closest("picture").querySelectorAll("source[type='image/avif']")].find(
        each => matchMedia(each.media || "all").matches);
    const candidates = source.srcset.split(", ").map(each => each.split(" "));
    const address = new URL(image.currentSrc).pathname;
    return {
        address, ended: image.complete && image.naturalWidth > 0, shown: image.clientWidth,
        width: Number((candidates.find(([url]) => url === address) || ["", "0w"])[1].slice(0, -1)),
        widths: candidates.map(([, width]) => Number(width.slice(0, -1))),
        ratio: image.clientWidth / image.clientHeight, said: image.naturalWidth / image.naturalHeight,
        lazy: image.loading === "lazy", urgent: image.fetchPriority === "high",
    };
})"""


def look(
    browser: Browser, server: str, path: str, width: int, ratio: float
) -> tuple[list[dict[str, Any]], float]:
    """Every picture of a page once the reader has scrolled to its end, and how much the layout moved."""
    context = browser.new_context(
        base_url=server, viewport={"width": width, "height": 900}, device_scale_factor=ratio
    )
    page = context.new_page()
    page.add_init_script(f"({SHIFTS})()")
    page.goto(path)
    for _ in range(60):
        page.mouse.wheel(0, 800)
        page.wait_for_timeout(30)
        if page.evaluate("scrollY + innerHeight >= document.documentElement.scrollHeight - 2"):
            break
    page.wait_for_function("[...document.images].every(image => image.complete && image.naturalWidth)")
    found, moved = page.evaluate(SHOWN), page.evaluate("window.shifts")
    context.close()
    return found, moved


@pytest.mark.parametrize("path", PAGES)
def test_browsers_fetch_the_smallest_file_that_looks_right(browser: Browser, server: str, path: str) -> None:
    """The file that is fetched has enough pixels for the screen and is the narrowest such; nothing jumps."""
    wrong = []
    for width, ratio in SCREENS:
        pictures, moved = look(browser, server, path, width, ratio)
        assert pictures, path
        if moved:
            wrong.append(f"{width}x{ratio}: the layout moved by {moved}")
        for each in pictures:
            needed = each["shown"] * ratio
            enough = [each_width for each_width in each["widths"] if each_width * SPARE >= needed]
            # A browser may take a wider file that it has already, never a narrower one.
            if each["width"] < min(enough, default=each["widths"][-1]):
                wrong.append(f"{width}x{ratio}: {each['address']} for {needed:.0f} px")
            # Measured by what `sizes` promised, at most one step of the ladder more than needed.
            elif (
                enough
                and each["width"] > min(enough)
                and each["widths"].index(each["width"]) > (each["widths"].index(min(enough)) + 1)
            ):
                wrong.append(f"{width}x{ratio}: {each['address']} is too wide for {needed:.0f} px")
            if not math.isclose(each["ratio"], each["said"], rel_tol=0.02):
                wrong.append(f"{width}x{ratio}: {each['address']} is shown in another shape")

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", ["/sv/", "/ar/places/karnan/"])
def test_the_first_picture_is_urgent_and_no_other(browser: Browser, server: str, path: str) -> None:
    """The large picture a page begins with is announced, fetched at once, never lazy; all others are lazy."""
    context = browser.new_context(
        base_url=server, viewport={"width": 390, "height": 844}, device_scale_factor=3
    )
    page = context.new_page()
    asked: list[str] = []
    page.on(
        "request", lambda request: asked.append(request.url) if "/assets/photos/" in request.url else None
    )
    page.goto(path)
    first, *others = page.evaluate(SHOWN.replace("image.currentSrc", "image.currentSrc || location.href"))
    preloads = page.evaluate(
        "[...document.querySelectorAll('link[rel=preload][as=image]')]"
        ".filter(link => matchMedia(link.media || 'all').matches).length"
    )
    context.close()

    assert (first["urgent"], first["lazy"], preloads) == (True, False, 1)
    assert all(each["lazy"] and not each["urgent"] for each in others)
    assert asked[0].endswith(first["address"])
    assert sum(each.endswith(first["address"]) for each in asked) == 1, "what was announced is what is used"
