"""Laws 1 and 2 of the house: floors import downward only, and only the ground touches the world.

The sources are read as syntax trees and never imported, so that an import inside a function, behind
``TYPE_CHECKING`` or by name counts like any other.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parents[1] / "generator"

ROOF = 5
GROUND = "disk"  # holds the values of the model in its hands, and is called by roof and street only
BESIDE = "imaging"  # pixels: whoever needs them calls it, and it calls nobody
FLOORS = {
    # A module that stands by itself is part of the roof, unless it is named below.
    **{path.stem: ROOF for path in GENERATOR.glob("*.py") if path.stem not in {"__init__", GROUND}},
    "model": 0,
    "incremental": 1,
    "reading": 2,
    "styling": 2,
    "indexing": 3,
    "rendering": 4,
    "build": ROOF,
    "checks": ROOF,
    "report": ROOF,
    "serve": ROOF,
    "cli": 6,
    "__main__": 6,
}
"""Room -> floor. A folder that is missing here fails the test: say which floor its inputs ask for."""

SELF_CONTAINED = {"incremental", BESIDE}  # would serve another program, so even the model is too much

WORLD = {
    "builtins.open": "opens a file",
    "codecs.open": "opens a file",
    "fileinput": "opens files",
    "glob": "lists folders",
    "http": "speaks to the network",
    "importlib.resources": "reads files",
    "io.open": "opens a file",
    "os": "speaks to the system",
    "pkgutil": "reads files",
    "random": "is different every time",
    "secrets": "is different every time",
    "shutil": "moves files",
    "socket": "speaks to the network",
    "socketserver": "speaks to the network",
    "subprocess": "runs programs",
    "tempfile": "writes files",
    "time": "reads the clock",
    "urllib.request": "speaks to the network",
}
"""Modules and names that pure floors may not import, and why. `posixpath` serves where `os.path` would."""

WRITING = {"hardlink_to", "mkdir", "rmdir", "symlink_to", "touch", "unlink", "write_bytes", "write_text"}
"""Forbidden above the pure floors too: who writes past disk.py, writes what the store does not know of."""
LOOKING = {"is_dir", "is_file", "is_symlink", "iterdir", "lstat", "read_bytes", "read_text", "rglob"}
"""Roof and street may: they find the project's folder and read what lies inside the package."""
PATH_METHODS = {
    "absolute", "chmod", "cwd", "exists", "expanduser", "glob", "home", "open", "rename", "resolve", "stat",
}  # fmt: skip
"""Names that others have too, such as ``Image.open``: they count only where `pathlib` is imported."""

CLOCKS = {"now", "today", "utcnow"}


def room_of(module: str) -> str:
    """``generator.reading.text`` -> ``reading``; the package itself has the empty room."""
    return [*module.split("."), ""][1]


def imported(tree: ast.AST, module: str, is_package: bool) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything that `module` imports, anywhere in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = module.split(".")
            if node.level:
                base = base[: len(base) - node.level + is_package]
                origin = ".".join([*base, *([node.module] if node.module else [])])
            else:
                origin = node.module or ""
            yield from ((node.lineno, f"{origin}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and node.args:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            target = node.args[0]
            if name in {"import_module", "__import__"} and isinstance(target, ast.Constant):
                yield node.lineno, str(target.value)


def may_import(room: str, other: str) -> bool:
    """Law 1: whether a module of `room` may import one of the room `other`."""
    if room == other or not other:
        return True
    if not room or room in SELF_CONTAINED:
        return False
    if room == GROUND:
        return other == "model"
    if other == GROUND:
        return FLOORS[room] >= ROOF
    return other == BESIDE or FLOORS[other] <= FLOORS[room]


def upward(source: str, module: str, is_package: bool = False) -> list[str]:
    """Sentences about every import of `source` that breaks law 1."""
    room = room_of(module)
    found = []
    for line, name in imported(ast.parse(source), module, is_package):
        # `from generator import x` may mean a name of the package itself, such as its version.
        other = room_of(name) if name.split(".")[0] == "generator" else ""
        if other in {*FLOORS, GROUND, BESIDE} and not may_import(room, other):
            found.append(f"{module}:{line} is in {room or 'the package'} and imports {name}")
    return found


def touches(source: str, module: str, is_package: bool = False) -> list[str]:
    """Sentences about everything in `source` that breaks law 2."""
    room = room_of(module)
    if room == GROUND:
        return []
    pure = FLOORS.get(room, 0) < ROOF
    tree = ast.parse(source)
    names = list(imported(tree, module, is_package))
    methods = set(WRITING)
    if pure:
        has_paths = any(name.startswith("pathlib") for _, name in names)
        methods |= LOOKING | (PATH_METHODS if has_paths else set())
    found = []
    for line, name in names if pure else []:
        parts = name.split(".")
        known = WORLD.keys() & {".".join(parts[: end + 1]) for end in range(len(parts))}
        found += [f"{module}:{line} imports {name}, which {WORLD[one]}" for one in sorted(known)]
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        match node.func:
            case ast.Name(id="open") | ast.Attribute(value=ast.Name(id="io" | "codecs"), attr="open"):
                found.append(f"{module}:{node.lineno} calls open()")
            case ast.Attribute(attr=attr) if attr in methods:
                found.append(f"{module}:{node.lineno} calls .{attr}() as one does on a file")
            case ast.Attribute(
                value=ast.Name(id="date" | "datetime") | ast.Attribute(attr="date" | "datetime"), attr=attr
            ) if pure and attr in CLOCKS:
                found.append(f"{module}:{node.lineno} reads the clock with .{attr}(); time is asked")
    return found


def modules() -> list[tuple[str, Path]]:
    """Dotted name and file of every module of the generator."""
    found = []
    for path in sorted(GENERATOR.rglob("*.py")):
        parts = list(path.relative_to(GENERATOR.parent).with_suffix("").parts)
        found.append((".".join(parts[:-1] if parts[-1] == "__init__" else parts), path))
    return found


def test_every_room_has_a_floor() -> None:
    """A new room is given a floor before anything is built in it."""
    rooms = {room_of(name) for name, _ in modules()} - {""}

    assert set() == rooms - {*FLOORS, GROUND, BESIDE}


def test_floors_import_downward_only() -> None:
    """No module imports from a floor above its own."""
    found = [
        sentence
        for name, path in modules()
        for sentence in upward(path.read_text("utf-8"), name, path.name == "__init__.py")
    ]

    assert [] == found


def test_only_the_ground_touches_the_world() -> None:
    """Floors 0 to 4 and imaging know no file, system, clock, chance or network; only disk.py writes."""
    found = [
        sentence
        for name, path in modules()
        for sentence in touches(path.read_text("utf-8"), name, path.name == "__init__.py")
    ]

    assert [] == found


UPWARD = {
    "a plain import": ("generator.model.story", "import generator.reading.text"),
    "a from-import": ("generator.reading.text", "from generator.indexing.routes import Routes"),
    "a room by name": ("generator.indexing.routes", "from generator import rendering"),
    "inside a function": ("generator.model.story", "def f():\n    from generator.reading import text"),
    "for types only": ("generator.model.story", "if TYPE_CHECKING:\n    from generator.build import Build"),
    "relative, from a module": ("generator.model.story", "from ..reading import text"),
    "relative, from the package": ("generator", "from .cli import main"),
    "by its name": ("generator.reading.text", "importlib.import_module('generator.cli')"),
    "roof to street": ("generator.build", "from generator.cli import main"),
    "a pure floor to the ground": ("generator.rendering.page", "from generator import disk"),
    "the ground to a reader": ("generator.disk", "from generator.reading import text"),
    "incremental to the model": ("generator.incremental.store", "from generator.model.page import Page"),
    "imaging to the model": ("generator.imaging.resize", "from generator.model.page import Page"),
}

ALLOWED = {
    "its own room": ("generator.model.story", "from generator.model.kind import Kind"),
    "relative in its own room": ("generator.model.story", "from .kind import Kind"),
    "the floor below": ("generator.reading.text", "from generator.model.problem import problem"),
    "the package's version": ("generator.rendering.page", "from generator import __version__"),
    "roof to roof": ("generator.serve", "from generator.build import build"),
    "roof to ground": ("generator.build", "from generator import disk"),
    "ground to model": ("generator.disk", "from generator.model.story import Source"),
    "geometry for a page": ("generator.rendering.pictures", "from generator.imaging.geometry import fit"),
    "a library": ("generator.reading.text", "import yaml"),
}

WORLDLY = {
    "open": ("generator.reading.text", "open('x')"),
    "os": ("generator.reading.text", "import os"),
    "os.path": ("generator.reading.text", "from os import path"),
    "the clock": ("generator.rendering.page", "def f():\n    import time"),
    "chance": ("generator.imaging.noise", "from random import choice"),
    "a socket": ("generator.indexing.routes", "import socket"),
    "a program": ("generator.incremental.store", "import subprocess"),
    "reading a path": ("generator.model.story", "path.read_text()"),
    "a look at a path": ("generator.model.story", "from pathlib import Path\nPath('x').exists()"),
    "io.open": ("generator.reading.text", "import io\nio.open('x')"),
    "package data": ("generator.reading.text", "from importlib import resources"),
    "today": ("generator.indexing.events", "date.today()"),
    "now": ("generator.indexing.events", "datetime.datetime.now()"),
    "writing from the roof": ("generator.build", "path.write_bytes(b'')"),
    "opening from the street": ("generator.cli", "with open('x', 'w') as file: file.write('')"),
    "a room without a floor": ("generator.attic.things", "import os"),
}

HARMLESS = {
    "the ground": ("generator.disk", "import os\nopen('x')"),
    "the roof's clock": ("generator.build", "import time"),
    "looking for the project": ("generator.cli", "(folder / 'content' / 'site.yaml').is_file()"),
    "a picture from bytes": ("generator.imaging.resize", "from PIL import Image\nImage.open(stream)"),
    "a path as a value": (
        "generator.reading.text",
        "from pathlib import PurePosixPath\nPurePosixPath('x').name",
    ),
    "addresses": ("generator.indexing.routes", "from urllib.parse import quote"),
    "a date by value": ("generator.indexing.events", "date.fromisoformat('2026-11-23')"),
    "asking what day it is": ("generator.indexing.events", "facts.today()"),
}


@pytest.mark.parametrize("case", UPWARD)
def test_upward_import_is_found(case: str) -> None:
    """The reader of imports sees each way of importing upward."""
    module, source = UPWARD[case]

    assert 1 == len(upward(source, module, is_package=module == "generator"))


@pytest.mark.parametrize("case", ALLOWED)
def test_downward_import_is_allowed(case: str) -> None:
    """The reader of imports accepts what the plan of the house allows."""
    module, source = ALLOWED[case]

    assert [] == upward(source, module)


@pytest.mark.parametrize("case", WORLDLY)
def test_touch_is_found(case: str) -> None:
    """The reader of calls sees each way of touching the world."""
    module, source = WORLDLY[case]

    assert 1 == len(touches(source, module))


@pytest.mark.parametrize("case", HARMLESS)
def test_harmless_call_is_allowed(case: str) -> None:
    """The reader of calls accepts what only looks like touching the world."""
    module, source = HARMLESS[case]

    assert [] == touches(source, module)
