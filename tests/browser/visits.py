"""What a browser sees of a page while it is open, gathered once for all tests that ask about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.browser.findings import Findings, report
from tests.browser.pages import BuiltPage

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SETTLE = 100
"""Milliseconds after loading in which a script that asks for more would show itself. Waiting for the network
to be idle takes five times as long."""

STORED = """async () => ({
    cookies: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""

WIDTH = """() => {
    // A wide word stretches the column and all boxes in it, but other lines break before they reach its edge:
    // so texts are compared, and of boxes only those without a text.
    const leftward = document.documentElement.dir === "rtl";
    const reach = element => {
        const text = document.createRange();
        text.selectNodeContents(element);
        const box = (element.textContent.trim() ? text : element).getBoundingClientRect();
        return leftward ? -box.left : box.right;
    };
    const leaves = [...document.body.querySelectorAll("*")].filter(element => !element.children.length);
    const widest = leaves.reduce((best, leaf) => reach(leaf) > reach(best) ? leaf : best);
    return [document.documentElement.scrollWidth, widest.outerHTML.slice(0, 120)];
}"""

SWITCH = """() => [...document.querySelectorAll("header a[hreflang]")].map(
    link => [link.hreflang, decodeURI(new URL(link.href).pathname)])"""
"""Runs in the page: [language tag, address] of each choice in its language switcher."""


@dataclass(frozen=True)
class Visit:
    """What was seen while one page was open in a browser that runs scripts, at 320 CSS pixels."""

    page: BuiltPage
    status: int
    requests: tuple[str, ...]
    """Addresses, absolute."""
    complaints: tuple[str, ...]
    """Warnings and errors in the console, uncaught exceptions, requests that failed."""
    stored: dict[str, Any]
    language: str
    direction: str
    width: int
    """CSS pixels that one can scroll over."""
    widest: str
    """The element that reaches farthest, to know what to mend."""
    text: str
    """What a reader sees in `main`."""
    switch: dict[str, str]
    """Language tag -> address, as the page's language switcher has it."""


def visit_all(browser: Browser, server: str, pages: Iterable[BuiltPage]) -> list[Visit]:
    """A visit to each of `pages`, by one reader who keeps what they are given."""
    context = browser.new_context(base_url=server, viewport={"width": 320, "height": 700})
    page = context.new_page()
    requests: list[str] = []
    complaints: list[str] = []
    context.on("request", lambda request: requests.append(request.url))
    page.on("requestfailed", lambda request: complaints.append(f"{request.url}: {request.failure}"))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console", lambda said: complaints.append(said.text) if said.type in {"warning", "error"} else None
    )
    found = []
    for built in pages:
        requests.clear()
        complaints.clear()
        response = page.goto(built.url)
        page.wait_for_timeout(SETTLE)
        assert response is not None
        root = page.locator("html")
        width, widest = page.evaluate(WIDTH)
        found.append(
            Visit(
                page=built,
                status=response.status,
                requests=tuple(requests),
                complaints=tuple(complaints),
                stored=page.evaluate(STORED) | {"kept": len(context.cookies())},
                language=root.get_attribute("lang") or "",
                direction=root.get_attribute("dir") or "",
                width=width,
                widest=widest,
                text=page.locator("main").inner_text(),
                switch=dict(page.evaluate(SWITCH)),
            )
        )
    context.close()
    return found


def wrong(visits: Iterable[Visit], sentence: Callable[[Visit], str]) -> str:
    """The message of a failed test from the visits that `sentence` has something to say of; empty if none."""
    found = Findings()
    for visit in visits:
        if said := sentence(visit):
            found.add(said, visit.page.url)
    listed = found.listed()
    return report("What is wrong, and where", listed) if listed else ""
