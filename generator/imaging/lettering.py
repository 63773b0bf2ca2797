"""Setting a title: the largest letters in which it fits, lines broken between words, or in them at need."""

from __future__ import annotations

import io
import re
from functools import lru_cache
from typing import NamedTuple

from PIL import ImageDraw, ImageFont

SIZES = (84, 76, 68, 62, 56, 50, 46, 42, 38, 34)
"""Pixels, the largest first."""
UNBROKEN = 46
"""Down to this size no word is broken; a smaller one is harder to read than a hyphen."""
LINES = 6
TALLEST = 330
"""Pixels that all lines together may take."""
LEADING = 1.1
TALL = 1.3
"""Of scripts with marks above and below."""
_SYLLABLE = re.compile(r"(?<=[aeiouyåäöæøéü])(?=[^\W\d_aeiouyåäöæøéü][aeiouyåäöæøéü])", re.IGNORECASE)
"""Where most of our languages break: before a consonant that a vowel follows."""


class Setting(NamedTuple):
    """A title in lines."""

    lines: tuple[str, ...]
    size: int
    leading: float

    @property
    def height(self) -> int:
        """Pixels from the top of the first line to the foot of the last."""
        return round(self.leading * (len(self.lines) - 1) + self.size * 1.12)


class Letters:
    """A font, and how a language uses it."""

    def __init__(self, content: bytes, language: str, direction: str, shaped: bool) -> None:
        """`shaped` False: there is no Raqm, and Pillow sets letter by letter."""
        self._content = content
        self._how = {"direction": direction, "language": language} if shaped else {}
        self.leading = TALL if direction == "rtl" else LEADING
        self.size = lru_cache(maxsize=32)(self._size)

    def _size(self, pixels: int) -> ImageFont.FreeTypeFont:
        """The font in a size."""
        return ImageFont.truetype(io.BytesIO(self._content), pixels)

    def width(self, text: str, pixels: int) -> float:
        """How wide a line is."""
        return self.size(pixels).getlength(text, **self._how)  # type: ignore[arg-type]

    def draw(
        self,
        draw: ImageDraw.ImageDraw,
        at: tuple[int, int],
        text: str,
        font: ImageFont.FreeTypeFont,
        ink: str,
        right: bool,
    ) -> None:
        """A line whose left or right end stands at `at`, on its base line."""
        draw.text(at, text, fill=ink, font=font, anchor="rs" if right else "ls", **self._how)  # type: ignore[arg-type]


def set_title(title: str, letters: Letters, width: int) -> Setting:
    """The title in the largest size in which it fits `width` in few lines; else cut, with an ellipsis."""
    words = title.split()
    for size in SIZES:
        lines = _lines(words, letters, size, width, breaking=size < UNBROKEN)
        most = 4 if size > UNBROKEN else LINES
        if lines is not None and len(lines) <= most:
            setting = Setting(
                tuple(_evened(words, lines, letters, size, width)), size, size * letters.leading
            )
            if setting.height <= TALLEST:
                return setting
    size = SIZES[-1]
    lines = (_lines(words, letters, size, width, breaking=True) or [])[:LINES]
    while lines and letters.width(f"{lines[-1]} …", size) > width and " " in lines[-1]:
        lines[-1] = lines[-1].rpartition(" ")[0]
    return Setting((*lines[:-1], f"{lines[-1]} …") if lines else (), size, size * letters.leading)


def _lines(
    words: list[str], letters: Letters, size: int, width: float, *, breaking: bool
) -> list[str] | None:
    """Words in lines, each as full as can be; None if a word is too wide and may not be broken."""
    lines: list[str] = []
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if letters.width(longer, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while letters.width(line, size) > width:
            if not breaking:
                return None
            head, line = _broken(line, letters, size, width)
            lines.append(head)
    return [*lines, line] if line else lines


def _broken(word: str, letters: Letters, size: int, width: float) -> tuple[str, str]:
    """As much of a word as fits, with a hyphen, and the rest."""
    fits = len(word) - 1
    while fits > 1 and letters.width(word[:fits] + "-", size) > width:
        fits -= 1
    after_hyphen = word.rfind("-", 1, fits + 1) + 1
    if after_hyphen > 2:
        return word[:after_hyphen], word[after_hyphen:]
    spots = [
        found.start() for found in _SYLLABLE.finditer(word) if 2 < found.start() <= min(fits, len(word) - 3)
    ]
    at = max(spots, default=fits)
    return f"{word[:at]}-", word[at:]


def _evened(words: list[str], lines: list[str], letters: Letters, size: int, width: float) -> list[str]:
    """The same number of lines, as even as can be, so that no word stands alone in the last one."""
    best = lines
    narrow = width
    while narrow > width / 2:
        narrow -= 24
        tried = _lines(words, letters, size, narrow, breaking=False)
        if tried is None or len(tried) > len(lines):
            break
        best = tried
    return best
