"""What the preview answers: pages with the problems of the moment, pictures made when they are asked for."""

from __future__ import annotations

import asyncio
import json
import threading
from datetime import UTC, datetime
from importlib import resources
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from livereload.handlers import StaticFileHandler

from generator import report
from generator.build import build
from generator.contact_sheet import contact_sheet
from generator.disk import FolderDisk, code_fingerprint
from generator.indexing.pages import SEARCH_FOLDER
from generator.model.card import Card
from generator.model.photo import Rendition
from generator.searching import LiveIndexes
from generator.survey import PREVIEW, Result

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})


_TYPES = {"js": "text/javascript; charset=utf-8", "json": "application/json"}
"""Of files in a search index; the system's own table says other things on some machines."""


class Preview:
    """The preview site and what is to be said of it. Builds and picture making take turns."""

    def __init__(self, disk: FolderDisk, translate: report.Translate) -> None:
        self._disk = disk
        self._translate = translate
        self._turn = threading.Lock()
        self._fingerprint = code_fingerprint()
        self.result = Result()
        self.search = LiveIndexes(lambda output: disk.read(f"{PREVIEW.site}/{output}"))

    def make(self) -> tuple[Result, float]:
        """Bring the preview up to date; returns what was done and in how many seconds."""
        with self._turn:
            started = datetime.now(UTC)
            before, self.result = self.result, build(self._disk, started, self._fingerprint, PREVIEW)
            if not self.result.gallery.photos:
                # With an error nothing was looked at: the last good pages want what they wanted before.
                self.result.gallery = before.gallery
            if self.result.searchable:
                self.search.searchable = self.result.searchable
                threading.Thread(target=self.search.refresh, daemon=True).start()
            return self.result, (datetime.now(UTC) - started).total_seconds()

    def problems(self) -> dict[str, object]:
        """Everything graver than a warning, ready to be shown over the last good page."""
        title = self._translate("Mend this first; until then you see the last good page.")
        found = [
            {
                "place": str(problem.location),
                "message": report.fill(self._translate(problem.message), problem),
                "hint": report.fill(self._translate(problem.hint), problem) if problem.hint else "",
                "excerpt": self._disk.line(problem.location.path, problem.location.line) or "",
            }
            for problem in self.result.problems
            if problem.severity != "warning"
        ]
        return {"title": title, "problems": found}

    def picture(self, output: str) -> bool:
        """Make a rendition that a browser asks for, in any role of the theme's; True if it is there now."""
        from generator import developing
        from generator.rendering.cards import all_cards
        from generator.rendering.pictures import all_renditions

        gallery = self.result.gallery
        pictures: dict[str, Rendition | Card] = {
            **all_renditions(gallery, product(gallery.photos, gallery.recipes)),
            **all_cards(gallery, gallery.wanted),
        }
        rendition = pictures.get(output)
        if rendition is None:
            return False
        with self._turn:
            wanted = [each for each in pictures.values() if _beside(each, rendition)]
            if developing.develop(self._disk, wanted, gallery, workers=1):
                return False
            for each in wanted:
                self._disk.link(developing.cached(each), f"{PREVIEW.site}/{each.output}")
        return True


def _beside(one: Rendition | Card, other: Rendition | Card) -> bool:
    """Renditions of one width and crop are made together: the browser will ask for one of them anyway."""
    if isinstance(one, Card) or isinstance(other, Card):
        return one == other
    return (one.photo, one.crop, one.width) == (other.photo, other.crop, other.width)


class PreviewHandler(StaticFileHandler):  # type: ignore[misc]
    """Serves the preview's files to this machine only."""

    preview: Preview

    def prepare(self) -> None:
        """Refuse requests that name another host: no page elsewhere may read drafts through this server."""
        if urlsplit(f"//{self.request.host}").hostname not in {name.strip("[]") for name in LOOPBACK}:
            self.send_error(403)

    async def get(self, path: str, include_body: bool = True) -> None:
        """Answer with a file; pages carry the overlay, pictures are made first."""
        if path == "_pulsen/problems.js":
            self.set_header("Content-Type", "text/javascript; charset=utf-8")
            self.set_header("Cache-Control", "no-store")
            overlay = resources.files("generator").joinpath("overlay.js").read_text("utf-8")
            self.finish(overlay.replace("PROBLEMS", json.dumps(self.preview.problems())))
            return
        if path == "_pulsen/pictures/":
            self.set_header("Content-Type", "text/html; charset=utf-8")
            self.finish(contact_sheet(self.preview.result.gallery))
            return
        if path.startswith(f"{SEARCH_FOLDER}/"):
            await self._search(path)
            return
        file = Path(self.root) / path
        if path.startswith("assets/photos/") and not file.exists():
            loop = asyncio.get_running_loop()
            await loop.run_in_executor(None, self.preview.picture, path)
        if file.is_dir() and path and not path.endswith("/"):
            self.redirect(f"/{path}/")
            return
        page = file / "index.html" if path.endswith("/") or not path else file
        if page.suffix == ".html" and Path(self.root).resolve() in page.resolve().parents:
            self._page(page)
            return
        await super().get(path, include_body)

    async def _search(self, path: str) -> None:
        """A file of a search index, which may have to be made first."""
        loop = asyncio.get_running_loop()
        content = await loop.run_in_executor(None, self.preview.search.file, path)
        if content is None:
            self.send_error(404)
            return
        self.set_header("Content-Type", _TYPES.get(path.rpartition(".")[2], "application/octet-stream"))
        self.set_header("Cache-Control", "no-store")
        self.finish(content)

    def _page(self, page: Path) -> None:
        """A page with the overlay, or the 404 page of the language it was looked for in."""
        root = Path(self.root)
        if not page.is_file():
            self.set_status(404)
            language = page.relative_to(root).parts[0]
            page = next(
                (each for each in (root / language / "404.html", root / "404.html") if each.is_file()), page
            )
            if not page.is_file():
                self.finish("404")
                return
        script = '<script src="/_pulsen/problems.js"></script>'
        text = page.read_text("utf-8")
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(text.replace("</body>", f"{script}</body>") if "</body>" in text else text + script)

    def compute_etag(self) -> Any:
        """No caching while somebody writes."""
        return None
