"""Indentation of lists, made to fit the block parser.

Visual editors and CommonMark nest a list by two or three spaces, Python-Markdown by four, where a list
indented by two silently becomes flat. A paragraph directly followed by ``- `` is a list for them and a
paragraph for Python-Markdown. What a writer sees in the editor is what the page must show.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_ITEM = re.compile(r" *(?:[*+-]|[0-9]{1,9}\.) +(?=\S)")
_INTERRUPTS = re.compile(r" *(?:[*+-]|1\.) +(?=\S)")
RULE = re.compile(r" {0,3}(?:(?:-[ ]*+){3,}|(?:_[ ]*+){3,}|(?:\*[ ]*+){3,})$")
"""A horizontal rule, which may look like a list of dashes."""


class Placed(NamedTuple):
    """A line as the block parser wants it."""

    line: str
    after_blank: bool = False
    """It is an item that needs an empty line before it: what stands above is a paragraph."""


class Lists:
    """Follows the lists of a text line by line."""

    def __init__(self) -> None:
        self._columns: list[int] = []
        self._after_blank = True
        self._in_paragraph = False

    @property
    def depth(self) -> int:
        """How many list items the last line stood in."""
        return len(self._columns)

    def holds(self, indent: int) -> bool:
        """Whether a line with that many spaces in front belongs to the list item above it."""
        return bool(self._columns) and indent >= self._columns[0]

    def close(self) -> None:
        """Something at the margin ended all lists."""
        self._columns.clear()
        self._after_blank = True

    def blank(self) -> None:
        """The line is empty."""
        self._after_blank = True

    def indent(self, indent: int) -> str:
        """The spaces for something that is no list item and is indented by `indent`."""
        while self._columns and indent < self._columns[-1]:
            self._columns.pop()
        return "    " * len(self._columns)

    def place(self, line: str) -> Placed:
        """A line with something on it, its leading tabs already spaces."""
        item = _ITEM.match(line)
        after_blank, self._after_blank = self._after_blank, False
        below_paragraph = self._in_paragraph and not after_blank
        self._in_paragraph = item is None and (after_blank or below_paragraph)
        if RULE.match(line):
            self._columns.clear()
            return Placed(line)
        if not self._columns and item is None:
            return Placed(line)
        indent = len(line) - len(line.lstrip(" "))
        outside = not self._columns
        while self._columns and indent < self._columns[-1]:
            if item is None and not after_blank:
                return Placed(line)  # a lazy continuation: belongs to the paragraph before it
            self._columns.pop()
        depth = len(self._columns)
        extra = indent - (self._columns[-1] if self._columns else 0)
        if item is not None and extra < 4:
            # Two spaces nest under `1.` too, though CommonMark asks for three: nobody means anything else.
            self._columns.append(indent + 2)
            below = below_paragraph and (not outside or _INTERRUPTS.match(line) is not None)
            return Placed("    " * depth + line[indent:], below)
        if not depth or (extra >= 4 and indent >= 4 * (depth + 1)):
            return Placed(line)
        return Placed("    " * depth + (line[indent:] if extra < 4 else " " * extra + line[indent:]))
