"""What a style sheet asks for: other style sheets and files. Grammar: CSS Syntax 3, CSS Cascade 5."""

from __future__ import annotations

import re
from typing import NamedTuple

_STRING = r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\''
_TOKEN = re.compile(
    rf"/\*.*?(?P<comment>\*/|\Z)|(?P<at>@[a-z-]+)|url\(\s*(?P<url>{_STRING}|[^\s\"'()]*)\s*\)|(?P<string>{_STRING})"
    r"|(?P<broken>[\"'])|(?P<open>\{)|(?P<close>\})|(?P<end>;)|\\.",
    re.IGNORECASE | re.DOTALL,
)
_BLANK = r"(?:\s|/\*.*?\*/)*"
_IMPORT = re.compile(
    rf"{_BLANK}(?:url\(\s*(?P<url>{_STRING}|[^\s\"'()]*)\s*\)|(?P<string>{_STRING}))(?P<rest>[^;{{}}]*);",
    re.IGNORECASE | re.DOTALL,
)
_LAYER = re.compile(rf"{_BLANK}layer(?:\(\s*([^()]*?)\s*\)|(?![\w(-]))", re.IGNORECASE | re.DOTALL)
_SUPPORTS = re.compile(rf"{_BLANK}supports\(", re.IGNORECASE | re.DOTALL)
_BEFORE_IMPORTS = {"@charset", "@layer", "@import"}


class Import(NamedTuple):
    """An ``@import`` from `start` to `end` of the text; `around` are its conditions as rules."""

    start: int
    end: int
    name: str
    around: tuple[str, ...]


class Address(NamedTuple):
    """A ``url()`` from `start` to `end` of the text."""

    start: int
    end: int
    address: str


class Flaw(NamedTuple):
    """Something that would change what stands after it, in other files too."""

    at: int
    code: str


class Scan(NamedTuple):
    """What a style sheet asks for."""

    imports: tuple[Import, ...] = ()
    addresses: tuple[Address, ...] = ()
    flaws: tuple[Flaw, ...] = ()


def scan(text: str) -> Scan:
    """Read a style sheet as far as it takes to bundle it."""
    imports: list[Import] = []
    addresses: list[Address] = []
    flaws: list[Flaw] = []
    open_at: list[int] = []
    at, importable = 0, True
    while found := _TOKEN.search(text, at):
        at = found.end()
        kind = found.lastgroup
        if kind == "comment" and not found["comment"]:
            flaws.append(Flaw(found.start(), "comment"))
        elif kind == "broken":
            flaws.append(Flaw(found.start(), "string"))
        elif kind == "at" and not open_at:
            word = found["at"].lower()
            if word == "@import":
                imported = _IMPORT.match(text, at)
                if imported is None or not importable:
                    flaws.append(Flaw(found.start(), "import-late" if imported else "import"))
                else:
                    at = imported.end()
                    name = _unquoted(imported["url"] or imported["string"])
                    imports.append(Import(found.start(), at, name, _conditions(imported["rest"])))
            else:
                importable = importable and word in _BEFORE_IMPORTS
        elif kind == "url":
            addresses.append(Address(found.start(), at, _unquoted(found["url"])))
        elif kind == "open":
            importable = False
            open_at.append(found.start())
        elif kind == "close":
            if open_at:
                open_at.pop()
            else:
                flaws.append(Flaw(found.start(), "close"))
    flaws.extend(Flaw(each, "open") for each in open_at[-1:])
    return Scan(tuple(imports), tuple(addresses), tuple(flaws))


def _unquoted(said: str) -> str:
    if said[:1] in ("'", '"'):
        said = said[1:-1]
    return re.sub(r"\\(.)", r"\1", said)


def _conditions(rest: str) -> tuple[str, ...]:
    """``layer(base) supports(...) screen`` as rules to stand around the imported text, outermost first."""
    media, layer, supports = rest, "", ""
    if found := _LAYER.match(media):
        layer = f"@layer {found[1]}".rstrip() if found[1] else "@layer"
        media = media[found.end() :]
    if found := _SUPPORTS.match(media):
        depth, end = 1, found.end()
        while end < len(media) and depth:
            depth += {"(": 1, ")": -1}.get(media[end], 0)
            end += 1
        inside = media[found.end() : end - 1].strip()
        supports = (
            f"@supports {inside}" if inside.startswith(("(", "not", "selector")) else f"@supports ({inside})"
        )
        media = media[end:]
    media = " ".join(re.sub(r"/\*.*?\*/", " ", media, flags=re.DOTALL).split())
    return tuple(each for each in (f"@media {media}" if media else "", supports, layer) if each)
