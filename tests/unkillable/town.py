"""A small site with pictures on a real disk, edits a person could make, and what must hold of it."""

from __future__ import annotations

import hashlib
import random
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generator.build import build
from generator.disk import Disk, FolderDisk
from generator.survey import PUBLISHED, Result
from tests.support.small_site import NOW
from tests.test_pictures import PictureSite, jpeg

SITE, CACHE = "build/site", "build/cache"
TARGET = replace(PUBLISHED, linger=0)
Tree = dict[str, bytes]
"""Path below a folder -> bytes."""

_NAMED = re.compile(rb'(?:href|src)="/(assets/[^"]+)"|/(assets/photos/\S+) \d+w')


def tree(folder: Path) -> Tree:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def assets_named(page: bytes) -> set[str]:
    """Outputs that a page asks the browser to fetch."""
    return {(plain or sized).decode() for plain, sized in _NAMED.findall(page)}


class Town(PictureSite):
    """See above."""

    def site(self) -> Tree:
        """What is published now."""
        return tree(self.root / SITE)

    def sources(self) -> Tree:
        """What people wrote."""
        return {
            f"{folder}/{path}": content
            for folder in ("content", "themes", "assets")
            for path, content in tree(self.root / folder).items()
        }

    def remove(self, path: str) -> None:
        """Delete a source."""
        (self.root / path).unlink()

    def has(self, path: str) -> bool:
        """True if there is such a source."""
        return (self.root / path).exists()

    def build_with(self, disk: Disk) -> Result:
        """Build with another pair of hands."""
        return build(disk, NOW, "test", TARGET)

    def forget(self) -> None:
        """Take away all that was built."""
        shutil.rmtree(self.root / "build", ignore_errors=True)


def new_town(root: Path) -> Town:
    """A town that was never built."""
    town = Town(root)
    town.put("assets/photos/beach.jpg", jpeg(64, 48))  # small: what is tried here is not the encoders
    return town


class Clean:
    """What a build from nothing makes of the same sources; each set of sources is built once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, Tree] = {}

    def of(self, town: Town) -> Tree:
        """The site a clean build makes."""
        sources = town.sources()
        name = hashlib.sha256(repr(sorted(sources.items())).encode()).hexdigest()[:16]
        if name not in self._known:
            root = self._folder
            for path, content in sources.items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_bytes(content)
            result = build(FolderDisk(root), NOW, "test", TARGET)
            assert result.errors == 0, result.problems
            self._known[name] = tree(root / SITE)
            for path in (*sources, SITE, f"{CACHE}/store.db", f"{CACHE}/outputs.txt"):
                # What stays are renditions of pictures: they are named after their content.
                shutil.rmtree(root / path) if path == SITE else (root / path).unlink()
        return self._known[name]


def unwhole(now: Tree, before: Tree, after: Tree) -> list[str]:
    """What a visitor would miss in the published folder. `before` and `after` are whole sites.

    Every page that both have is there, whole, as one of the two; nothing else is there either that neither
    has; and every asset that a page names is there.
    """
    wrong = [f"{path} is missing" for path in before.keys() & after.keys() if path not in now]
    for path, content in now.items():
        if content not in (before.get(path), after.get(path)):
            wrong.append(f"{path} is neither old nor new ({len(content)} bytes)")
        elif path.endswith(".html"):
            wrong.extend(f"{path} lacks {name}" for name in assets_named(content) if name not in now)
    return wrong


EDITS: list[Callable[[Town, random.Random], None]] = []
"""What people do to a site; every state they lead to can be published."""


def edit(function: Callable[[Town, random.Random], None]) -> Callable[[Town, random.Random], None]:
    """Gather an edit."""
    EDITS.append(function)
    return function


@edit
def body(town: Town, chance: random.Random) -> None:
    """A sentence more or less."""
    town.put(
        "content/places/harbour.sv.md",
        "---\ntitle: Hamnen\nsummary: En hamn.\ntags: [sea]\nimage: beach\n---\n"
        f"Salt {chance.randrange(9)}.\n",
    )


@edit
def title(town: Town, chance: random.Random) -> None:
    """Another title: shown on many pages."""
    town.put(
        "content/people/anna.sv.md",
        f"---\ntitle: Anna {chance.randrange(9)}\n"
        "summary: Bor i tornet.\nhome: places/tower\n---\nHon målar.\n",
    )


@edit
def guest(town: Town, chance: random.Random) -> None:
    """A story comes or goes."""
    path = f"content/people/guest-{chance.randrange(3)}.sv.md"
    if town.has(path):
        town.remove(path)
    else:
        town.put(path, "---\ntitle: Gäst\nsummary: På besök.\n---\nHej.\n")


@edit
def style(town: Town, chance: random.Random) -> None:
    """The stylesheet gets another address."""
    town.put("themes/plain/static/style.css", f"body {{ color: #{chance.randrange(10**6):06} }}\n")


@edit
def picture(town: Town, chance: random.Random) -> None:
    """Another photo under the same name: its renditions get other addresses."""
    town.put("assets/photos/beach.jpg", jpeg(64, 48, chance.choice(["teal", "navy", "red"])))


@edit
def template(town: Town, chance: random.Random) -> None:
    """Every page changes."""
    path = "themes/plain/templates/layout.html"
    text = (town.root / path).read_text("utf-8")
    town.put(path, re.sub(r"(?m)^<!-- .* -->\n", "", text) + f"<!-- {chance.randrange(9)} -->\n")
