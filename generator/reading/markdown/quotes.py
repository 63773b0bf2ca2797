"""Straight quotes -> the quotation marks and apostrophes of a language.

Opening and closing marks are found by what stands around them and paired with a stack, so that marks nest and
an apostrophe that nothing pairs with stays one. Inline tags are looked through: ``"*Hej*," sa hon``.
"""

from __future__ import annotations

import re

from generator.reading.markdown.customs import Customs
from generator.reading.markdown.marks import TRANSPARENT

_QUOTE = re.compile("[\"']")
_OPENS_AFTER = frozenset("([{<-–—/|=«„“‘‚‹»›¿¡…\u00a0\u202f")
"""Marks an opening quote may follow without a space; space and the beginning of the text count too."""
_APOSTROPHE = "’"
_DEEPEST = 50
_ELISION = re.compile(r"'(?:[0-9]{2}(?![0-9])|(?:tis|twas|til|em|cause|n)\b)", re.IGNORECASE)
"""Words that begin with an apostrophe."""


class _Open:
    """An opening quote that waits for its partner."""

    __slots__ = ("char", "inner", "number")

    def __init__(self, number: int, char: str, inner: bool) -> None:
        self.number = number
        self.char = char
        self.inner = inner


class _Pairing:
    def __init__(self, text: str, customs: Customs) -> None:
        self.text = text
        self.customs = customs
        self.spots = [found.start() for found in _QUOTE.finditer(text)]
        self.glyphs: list[str] = []
        self.opened: list[bool] = []
        self.stack: list[_Open] = []
        # What follows a run of quotes, from the last quote to the first: a million in a row stay linear.
        self.after_run: list[str] = [""] * len(self.spots)
        for number in reversed(range(len(self.spots))):
            spot = self.spots[number]
            joined = number + 1 < len(self.spots) and self.spots[number + 1] == spot + 1
            self.after_run[number] = self.after_run[number + 1] if joined else text[spot + 1 : spot + 2]

    def run(self) -> list[str]:
        for number in range(len(self.spots)):
            self.decide(number)
        return self.glyphs

    def decide(self, number: int) -> None:
        spot = self.spots[number]
        char, before = self.text[spot], self.text[spot - 1 : spot]
        follows = bool(number) and self.spots[number - 1] == spot - 1
        after = self.after_run[number]
        behind_opening = (
            self.opened[-1] if follows else not before or before.isspace() or before in _OPENS_AFTER
        )
        may_open = behind_opening and bool(after) and not after.isspace()
        self.opened.append(False)
        if char == "'":
            self.single(number, may_open, before, after)
        else:
            self.double(number, may_open, before, after)

    def single(self, number: int, may_open: bool, before: str, after: str) -> None:
        between_letters = before.isalnum() and after.isalnum()
        if may_open and not _ELISION.match(self.text, self.spots[number]):
            self.open(number, "'")
        elif not between_letters and not may_open and self.stack and self.stack[-1].char == "'":
            self.close(self.stack.pop())
        else:
            self.glyphs.append(_APOSTROPHE)

    def double(self, number: int, may_open: bool, before: str, after: str) -> None:
        waiting = next((each for each in reversed(self.stack) if each.char == '"'), None)
        if may_open:
            self.open(number, '"')
        elif waiting is not None:
            while self.stack.pop() is not waiting:
                pass
            self.close(waiting)
        elif before.isdigit():
            self.glyphs.append("″")
        elif after and not after.isspace() and (after.isalnum() or not before.isalnum()):
            self.open(number, '"')
        else:
            self.glyphs.append(self.customs.quotes[1])

    def open(self, number: int, char: str) -> None:
        inner = not self.stack[-1].inner if self.stack else char == "'"
        # A single quote that finds no partner was an apostrophe: 'tis.
        self.glyphs.append(_APOSTROPHE if char == "'" else self.customs.quotes[2 if inner else 0])
        self.opened[-1] = True
        self.stack.append(_Open(number, char, inner))
        if len(self.stack) > _DEEPEST:
            del self.stack[0]

    def close(self, opening: _Open) -> None:
        first, last = self.customs.quotes[2:] if opening.inner else self.customs.quotes[:2]
        self.glyphs[opening.number] = first
        self.glyphs.append(last)


def curl(text: str, customs: Customs) -> str:
    """The text with typographic quotes; the signs for inline tags and objects stay where they are."""
    glyphs = iter(_Pairing(text.replace(TRANSPARENT, ""), customs).run())
    return _QUOTE.sub(lambda _: next(glyphs), text)
