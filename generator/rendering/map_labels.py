"""Pins that stand on each other are moved apart, and names are put where they cover nothing.

Everything is in units of the drawing and depends on nothing but its input: the same places always give the
same map. Fonts are not known here, so the width of a name is estimated, and rather too wide.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, hypot, sin

from generator.rendering.map_projection import Point

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_ROUNDS = 80
_NARROW = frozenset("fijlrtI.,:;!|'()[]/ ")
_WIDE = frozenset("mwMWÆŒ–—%&@")


@dataclass(frozen=True, slots=True)
class Label:
    """A name beside its point: where its baseline begins, ends or has its middle."""

    x: float
    y: float
    anchor: str
    """As ``text-anchor`` has it: start, middle or end."""


def text_width(text: str, size: float) -> float:
    """How wide a text in a plain typeface of a size may be."""
    ems = 0.0
    for letter in text:
        if unicodedata.combining(letter):
            continue
        if letter in _NARROW:
            ems += 0.36
        elif letter in _WIDE:
            ems += 0.92
        elif unicodedata.east_asian_width(letter) in "WF":
            ems += 1.05
        else:
            ems += 0.7 if letter.isupper() else 0.58
    return ems * size


def spread(points: Sequence[Point], gap: float, width: float, height: float) -> list[Point]:
    """The points, moved so that none is nearer than `gap` to another or `gap` / 2 to the edge, if they fit.

    Pairs that are too near push each other away along the line between them; points that coincide part in
    directions that follow from their numbers.
    """
    at = list(points)
    for _ in range(_ROUNDS):
        moved = False
        for one in range(len(at)):
            for other in range(one):
                dx, dy = at[one][0] - at[other][0], at[one][1] - at[other][1]
                apart = hypot(dx, dy)
                if apart >= gap:
                    continue
                if apart < 0.01:
                    dx, dy = cos(one * 2.4), sin(one * 2.4)
                    push = gap / 2
                else:
                    push = (gap - apart) / 2 / apart
                at[one] = at[one][0] + dx * push, at[one][1] + dy * push
                at[other] = at[other][0] - dx * push, at[other][1] - dy * push
                moved = True
        edge = gap / 2
        inside = [(min(max(x, edge), width - edge), min(max(y, edge), height - edge)) for x, y in at]
        if not moved and inside == at:
            break
        at = inside
    return at


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _positions(x: float, y: float, away: float, wide: float, size: float) -> Iterable[tuple[Label, Box]]:
    """Where a name may stand round its point, best first (after Imhof 1975: right, left, above, below)."""
    rise, fall = size * 0.78, size * 0.24
    middle = y + (rise - fall) / 2
    for label_x, base, anchor in (
        (x + away, middle, "start"),
        (x - away, middle, "end"),
        (x, y - away - fall, "middle"),
        (x, y + away + rise, "middle"),
        (x + away * 0.7, y - away * 0.7, "start"),
        (x + away * 0.7, y + away * 0.7 + rise, "start"),
        (x - away * 0.7, y - away * 0.7, "end"),
        (x - away * 0.7, y + away * 0.7 + rise, "end"),
    ):
        left = label_x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        yield Label(label_x, base, anchor), (left - 1, base - rise - 1, left + wide + 1, base + fall + 1)


class Room:
    """The free room of a drawing; what is put into it takes its part."""

    def __init__(self, width: float, height: float) -> None:
        self._frame = (0.0, 0.0, width, height)
        self._taken: list[Box] = []

    def take(self, x: float, y: float, radius: float) -> None:
        """A pin stands here."""
        self._taken.append((x - radius, y - radius, x + radius, y + radius))

    def _free(self, box: Box) -> bool:
        left, top, right, bottom = self._frame
        inside = box[0] >= left and box[1] >= top and box[2] <= right and box[3] <= bottom
        return inside and not any(_touch(box, taken) for taken in self._taken)

    def beside(self, text: str, x: float, y: float, away: float, size: float) -> Label | None:
        """The best place for a name beside a point, or None if it would cover something everywhere."""
        for label, box in _positions(x, y, away, text_width(text, size), size):
            if self._free(box):
                self._taken.append(box)
                return label
        return None

    def upon(self, text: str, x: float, y: float, size: float) -> Label | None:
        """The place for a name in the middle of what it names, such as the sea; None if that is taken."""
        half = text_width(text, size) / 2
        box = (x - half, y - size * 0.78, x + half, y + size * 0.24)
        if not self._free(box):
            return None
        self._taken.append(box)
        return Label(x, y, "middle")
