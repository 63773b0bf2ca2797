"""Which asterisks and underscores make emphasis. Source: CommonMark 0.31, sections 6.2 and appendix A."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from generator.reading.markdown.events import Event


class Run:
    """A run of asterisks or underscores. What is left of `count` in the end is text."""

    __slots__ = ("after", "before", "can_close", "can_open", "char", "count", "length")

    def __init__(self, char: str, length: int, can_open: bool, can_close: bool) -> None:
        self.char = char
        self.length = length
        self.count = length
        self.can_open = can_open
        self.can_close = can_close
        self.before: list[Event] = []
        """Ends of emphasis, in front of what is left of the run."""
        self.after: list[Event] = []
        """Beginnings of emphasis, behind it."""


def _is_punctuation(char: str) -> bool:
    return not char.isalnum() and not char.isspace() and unicodedata.category(char)[0] in "PS"


def run_between(char: str, length: int, before: str, after: str) -> Run:
    """The run that stands between two characters; an empty string stands for the edge of the text."""
    space_before = not before or before.isspace()
    space_after = not after or after.isspace()
    mark_before = not space_before and _is_punctuation(before)
    mark_after = not space_after and _is_punctuation(after)
    left = not space_after and (not mark_after or space_before or mark_before)
    right = not space_before and (not mark_before or space_after or mark_after)
    if char == "_":
        return Run(char, length, left and (not right or mark_before), right and (not left or mark_after))
    return Run(char, length, left, right)


def _fits(opener: Run, closer: Run) -> bool:
    """The rule of three: ``*a**b*`` is one emphasis, not two."""
    if opener.char != closer.char:
        return False
    if not (opener.can_close or closer.can_open):
        return True
    return (opener.length + closer.length) % 3 != 0 or (opener.length % 3 == 0 and closer.length % 3 == 0)


def pair(runs: Sequence[Run]) -> None:
    """Pair what can be paired: the events are added to the runs."""
    openers: list[Run] = []
    # Below these heights no opener fits a closer of that sort: keeps a million asterisks linear.
    bottoms: dict[tuple[str, bool, int], int] = {}
    for closer in runs:
        sort = (closer.char, closer.can_open, closer.length % 3)
        while closer.can_close and closer.count:
            height = len(openers) - 1
            bottom = bottoms.get(sort, 0)
            while height >= bottom and not _fits(openers[height], closer):
                height -= 1
            if height < bottom:
                bottoms[sort] = len(openers)
                break
            opener = openers[height]
            width = 2 if opener.count >= 2 and closer.count >= 2 else 1
            tag = "strong" if width == 2 else "em"
            opener.after.insert(0, Event("open", tag))
            closer.before.append(Event("close", tag))
            opener.count -= width
            closer.count -= width
            del openers[height + (1 if opener.count else 0) :]
            for key, value in bottoms.items():
                bottoms[key] = min(value, len(openers))
        if closer.can_open and closer.count:
            openers.append(closer)
