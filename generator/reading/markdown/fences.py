"""Fenced blocks and blocks of raw HTML: lines that no Markdown is looked for in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.reading.markdown.html_guard import BLOCKS

_FENCE = re.compile(r"( *)(`{3,}|~{3,})([^\n]*)$")
_TAG = re.compile(r" {0,3}</?([A-Za-z][A-Za-z0-9]*)(?=[\s/>]|$)")
_CLOSED_BY_TAG = frozenset({"pre", "script", "style"})


class Fence(NamedTuple):
    """A fenced block: data for one of the theme's blocks, or code."""

    info: str
    code: str
    offset: int
    """Of the opening marks."""
    code_offset: int
    at_margin: bool


class RawHtml(NamedTuple):
    """A block of HTML, up to the next empty line."""

    html: str


class Opening(NamedTuple):
    """A line that begins a fenced block."""

    indent: int
    marks: str
    info: str


def opening(line: str) -> Opening | None:
    """The fence that a line opens, if it does."""
    found = _FENCE.match(line) if "```" in line or "~~~" in line else None
    if found is None or (found[2][0] == "`" and "`" in found[3]):
        return None
    return Opening(len(found[1]), found[2], found[3].strip())


def _closes(line: str, marks: str) -> bool:
    signs = line.strip()
    return len(signs) >= len(marks) and signs[0] == marks[0] and not signs.strip(marks[0])


def closing_line(lines: Sequence[str], number: int, marks: str) -> int:
    """The number of the line that closes the fence opened on line `number`; past the end when none does."""
    number += 1
    while number < len(lines) and not _closes(lines[number], marks):
        number += 1
    return number


def content(lines: Sequence[str], indent: int) -> str:
    """The lines of a fence without the spaces that its opening has in front."""
    if indent:
        lines = [each[min(indent, len(each) - len(each.lstrip(" "))) :] for each in lines]
    return "\n".join(lines)


def raw_end(lines: Sequence[str], number: int) -> int:
    """The line after the block of HTML that line `number` begins; `number` itself when it begins none."""
    line = lines[number]
    found = _TAG.match(line) if "<" in line else None
    if found is None or found[1].lower() not in BLOCKS:
        return number
    closing = f"</{found[1].lower()}" if found[1].lower() in _CLOSED_BY_TAG else ""
    while number < len(lines):
        if closing and closing in lines[number].lower():
            return number + 1
        if not closing and not lines[number].strip():
            return number
        number += 1
    return number
