"""Marks: where in the file a piece of text stood, carried through the block parser inside the text itself.

A mark is the offset between two control characters. It is set before whatever may become a Problem or a
Reference (a bracket, a tag, a heading), survives every rearrangement the block parser makes, and is taken out
again before text is read. Input cannot forge one: control characters are replaced first.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from generator.model.problem import Location

TRANSPARENT = "\x01"
"""Stands in a paragraph's text where an inline tag begins or ends: quotes look through it."""
OPAQUE = "\x04"
"""Stands in a paragraph's text for code, a picture, a footnote's number: quotes take it for a letter."""

# Everything HTML forbids, and halves of surrogate pairs, which no file can be written with.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_MARK = re.compile("\x02([0-9]+)\x03")
_PLACE = re.compile("\x02f([0-9]+)\x03")


def tidy(text: str) -> str:
    """The text with ``\\n`` as its only line end and U+FFFD for what no page may contain."""
    return _FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def mark(offset: int) -> str:
    """The mark for an offset of the text."""
    return f"\x02{offset}\x03"


def place(number: int) -> str:
    """What stands in the text for a fence or a piece of raw HTML, until the page is written."""
    return f"\x02f{number}\x03"


def place_number(text: str) -> int | None:
    """The number of the place that `text` consists of, if it does."""
    found = _PLACE.fullmatch(text)
    return int(found[1]) if found else None


def split_marks(text: str) -> tuple[str, dict[int, int]]:
    """The text without its marks, and for every mark: position in that text -> offset in the file."""
    if "\x02" not in text:
        return text, {}
    pieces = _MARK.split(text)
    offsets: dict[int, int] = {}
    length = 0
    for piece, offset in zip(pieces[::2], pieces[1::2], strict=False):
        length += len(piece)
        offsets.setdefault(length, int(offset))
    return "".join(pieces[::2]), offsets


def without_marks(text: str) -> str:
    """The text without its marks."""
    return _MARK.sub("", text) if "\x02" in text else text


class Positions:
    """Offsets of a text -> lines and columns of the file it is part of.

    `column` is added to every column: a text inside a block of data is indented there.
    """

    def __init__(self, text: str, path: str, first_line: int, column: int = 0) -> None:
        self.path = path
        self.first_line = first_line
        self.column = column
        self.starts = [0]
        end = text.find("\n")
        while end >= 0:
            self.starts.append(end + 1)
            end = text.find("\n", end + 1)

    def at(self, offset: int) -> Location:
        """The location of an offset."""
        line = bisect_right(self.starts, offset) - 1
        return Location(self.path, self.first_line + line, offset - self.starts[line] + 1 + self.column)
