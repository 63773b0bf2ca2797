"""The preview while somebody writes: drafts, problems over the last good page, pictures when asked for."""

from __future__ import annotations

import asyncio
import json
import re
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.disk import FolderDisk
from generator.serve import serve
from tests.test_pictures import PictureSite

pytestmark = pytest.mark.filterwarnings("ignore")
PATIENCE = 30
"""Seconds; machines that test are slow now and then."""


class Running:
    """A preview in work."""

    def __init__(self, site: PictureSite, address: str) -> None:
        self.site = site
        self.address = address

    def get(self, path: str, host: str | None = None) -> tuple[int, bytes]:
        request = urllib.request.Request(self.address + path, headers={"Host": host} if host else {})
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def text(self, path: str) -> str:
        return self.get(path)[1].decode("utf-8")

    def problems(self) -> list[dict[str, str]]:
        found = re.search(r"\}\)\((\{.*\})\);", self.text("_pulsen/problems.js"), re.DOTALL)
        assert found is not None
        return json.loads(found[1])["problems"]

    def until(self, true: Callable[[], bool]) -> bool:
        """Wait until something is so."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if true():
                return True
            time.sleep(0.05)
        return False


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    site = PictureSite(tmp_path_factory.mktemp("site"))
    said: list[str] = []

    def run() -> None:
        asyncio.set_event_loop(asyncio.new_event_loop())
        serve(FolderDisk(site.root), 8777, False, lambda text: text, said.append)

    threading.Thread(target=run, daemon=True).start()
    deadline = time.monotonic() + PATIENCE
    while not any("http://" in line for line in said) and time.monotonic() < deadline:
        time.sleep(0.05)
    address = re.search(r"http://127\.0\.0\.1:\d+/", "\n".join(said))
    assert address is not None, said
    preview = Running(site, address[0])

    def answers() -> bool:
        try:
            return preview.get("")[0] == 200
        except urllib.error.URLError:
            return False

    assert preview.until(answers)
    yield preview


def test_an_edit_is_seen(running: Running) -> None:
    """A saved story is in the page a moment later."""
    running.site.edit("content/places/harbour.sv.md", "Salt.", "Tjära.")

    assert running.until(lambda: "Tjära." in running.text("sv/platser/harbour/"))


def test_pictures_are_made_when_asked_for(running: Running) -> None:
    """No picture is made before a browser asks for it; then the one that was asked for is there."""
    name = re.search(r'src="/(assets/photos/[^"]+)"', running.text("sv/platser/harbour/"))
    assert name is not None
    there = Path(running.site.root / "build/preview" / name[1])
    before = there.exists()
    status, content = running.get(name[1])

    assert (before, status) == (False, 200)
    assert content[:2] == b"\xff\xd8"
    assert running.get("assets/photos/none.jpg")[0] == 404


def test_a_mistake_is_shown_over_the_last_good_page(running: Running) -> None:
    """While a story is broken the old page stays and the problem is told; mended, it goes away by itself."""
    running.site.edit("content/people/anna.sv.md", "home: places/tower", "home: places/towr")
    assert running.until(lambda: bool(running.problems()))
    (problem,) = running.problems()

    assert problem["place"] == "content/people/anna.sv.md:4:7"
    assert problem["excerpt"] == "home: places/towr"
    assert "places/tower" in problem["hint"]
    assert "<h1>Anna</h1>" in running.text("sv/manniskor/anna/")

    running.site.edit("content/people/anna.sv.md", "places/towr", "places/tower")
    assert running.until(lambda: not running.problems())


def test_a_missing_page_is_told_in_its_language(running: Running) -> None:
    """What is not there is answered with the page of that language."""
    status, content = running.get("sv/nowhere/")

    assert status == 404
    assert "Hej då" in content.decode()


def test_only_this_machine_is_answered(running: Running) -> None:
    """A request that names another host is refused, and no path leads out of the preview."""
    assert running.get("sv/", host="evil.example")[0] == 403
    assert running.get("../../content/site.yaml")[0] in (403, 404)
    assert running.get("%2e%2e/%2e%2e/content/site.yaml")[0] in (403, 404)


def test_the_contact_sheet_shows_every_picture_in_every_role(running: Running) -> None:
    """Each role of the theme is there with its crop, and its picture can be fetched."""
    page = running.text("_pulsen/pictures/")
    shown = re.findall(r'src="/(assets/photos/[^"]+)"', page)

    assert ("hero: 200 x 100" in page, "figure: 200 x 160" in page) == (True, True)
    assert [running.get(name)[0] for name in shown] == [200, 200]
