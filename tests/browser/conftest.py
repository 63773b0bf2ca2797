"""The built site, a server for it and a browser to look at it with.

Everything lives as long as this folder's tests run and no longer: Playwright keeps an event loop running in
its thread, which would stand in the way of tests elsewhere that start their own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from tests.browser.pages import BuiltPage, SiteLanguage, built_pages, one_of_each, site_languages
from tests.browser.web import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
TOOLS = Path(__file__).parent / "node_modules"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",  # root, as on a CI machine, gets no sandbox
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    # A page that asks somebody else for something shall fail here, not succeed over the network.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is in this folder, so that ``-m "not browser"`` leaves it out."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


def without(tool: str, remedy: str) -> NoReturn:
    """Skip for want of a tool; on a CI machine, where it was to be installed, fail."""
    reason = f"NOT CHECKED, {tool} is missing: {remedy}"
    if os.environ.get("CI", "").casefold() in {"true", "1"}:
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="package")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own site, built from a copy so that the `build/` of whoever works here is left alone."""
    project = tmp_path_factory.mktemp("project")
    for folder in ("content", "themes", "assets"):
        shutil.copytree(ROOT / folder, project / folder)
    # Pictures that were made here before need not be made again: their names say all that they depend on.
    renditions = Path("build", "cache", "renditions")
    if (ROOT / renditions).is_dir():
        shutil.copytree(ROOT / renditions, project / renditions)
    finished = subprocess.run(
        [sys.executable, "-m", "generator", "build"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    if finished.returncode:
        pytest.fail(f"The site was not built ({finished.returncode}):\n{finished.stdout}", pytrace=False)
    return project / "build" / "site"


@pytest.fixture(scope="package")
def pages(built_site: Path) -> list[BuiltPage]:
    """Every HTML page of the site."""
    return built_pages(built_site, ROOT / "content")


@pytest.fixture(scope="package")
def languages() -> list[SiteLanguage]:
    """The languages that readers are to find, in the order of the site."""
    return site_languages(ROOT / "content")


@pytest.fixture(scope="package")
def sample(pages: list[BuiltPage]) -> list[BuiltPage]:
    """One page of every type in every language."""
    return one_of_each(pages)


@pytest.fixture(scope="package")
def server(built_site: Path) -> Iterator[str]:
    """Address of the site, ``http://127.0.0.1:PORT``."""
    with serving(built_site) as address:
        yield address


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A Chromium of this system; Playwright only drives it."""
    executable = next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None:
        without("Chromium", "install it from your system (Debian: apt-get install chromium)")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        without("Playwright", "install requirements-dev.lock")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    """An empty page of a new reader, 1280 pixels wide; addresses are relative to the site."""
    context = browser.new_context(
        base_url=server, viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.fixture(scope="package")
def axe_source() -> str:
    """The script of axe-core."""
    path = TOOLS / "axe-core" / "axe.min.js"
    if not path.is_file():
        without("axe-core", "run make browser-tools")
    return path.read_text("utf-8")


@pytest.fixture(scope="package")
def html_checker() -> list[str]:
    """The command that starts the Nu HTML checker."""
    jar = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not jar.is_file():
        without("The Nu HTML checker", "run make browser-tools")
    java = shutil.which("java")
    if java is None:
        without("Java", "install a runtime, 17 or newer (Debian: apt-get install default-jre-headless)")
    return [java, "-jar", str(jar)]
