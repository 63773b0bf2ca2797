"""Boxes and sizes: arithmetic that needs no picture, and no Pillow.

All lengths are whole pixels of the *upright* picture, that is after its orientation was applied.
"""

from __future__ import annotations

from dataclasses import dataclass

MIN_STEP = 1.1
"""Two steps of a ladder nearer than this are one: a browser gains nothing between 1180 and 1280 px."""


@dataclass(frozen=True)
class Box:
    """A rectangle in a picture: left and top count from the upper left corner."""

    left: int
    top: int
    width: int
    height: int


def _fitted(width: int, height: int, ratio: float) -> tuple[int, int]:
    """The largest size of this ratio that fits."""
    if width / height > ratio:
        return min(width, max(1, round(height * ratio))), height
    return width, min(height, max(1, round(width / ratio)))


def _placed(available: int, wanted: int, focus: float) -> int:
    """Where a window of `wanted` begins, `focus` (0-1 of `available`) in its middle if possible."""
    return min(max(round(available * focus - wanted / 2), 0), available - wanted)


def crop_box(width: int, height: int, ratio: float | None, focus: tuple[float, float] = (0.5, 0.5)) -> Box:
    """The largest box of `ratio` (width / height) inside the picture, the focus near its middle.

    `focus` is x and y in 0-1; what lies outside is taken to the edge. Without a ratio: the whole picture.
    """
    if width < 1 or height < 1 or (ratio is not None and not ratio > 0):
        raise ValueError(f"no box of ratio {ratio} in {width} x {height}")
    if ratio is None:
        return Box(0, 0, width, height)
    wide, high = _fitted(width, height, ratio)
    return Box(_placed(width, wide, focus[0]), _placed(height, high, focus[1]), wide, high)


def ladder(available: int, wanted: tuple[int, ...]) -> tuple[int, ...]:
    """The widths to make, ascending, from a source `available` pixels wide. Never larger than the source.

    A source narrower than the widest wish gives its own width as the last step, and swallows a wish within
    10 % of it. Of two wishes nearer than 10 % the larger one stays.
    """
    if available < 1 or not wanted or min(wanted) < 1:
        raise ValueError(f"no ladder from {available} to {wanted}")
    steps: list[int] = []
    for width in sorted({min(width, available) for width in wanted}, reverse=True):
        if not steps or steps[-1] >= width * MIN_STEP:
            steps.append(width)
    return tuple(reversed(steps))


def height_for(box: Box, width: int) -> int:
    """The height of a rendition of `box` that is `width` pixels wide: at least one pixel."""
    # Half pixels go up in whole numbers: `round` would take 2.5 to 2 and 3.5 to 4.
    return max(1, (2 * box.height * width + box.width) // (2 * box.width))


def upright_size(width: int, height: int, orientation: int) -> tuple[int, int]:
    """Width and height after orientation 1-8 (EXIF 2.32, tag 0x0112) was applied to a stored picture."""
    return (height, width) if orientation >= 5 else (width, height)


def stored_box(box: Box, width: int, height: int, orientation: int) -> Box:
    """Where an upright `box` lies in the stored picture; `width` and `height` are those of the upright one.

    Cropping and shrinking before turning turns 2 Mpx instead of 12.
    """
    right, bottom = width - box.left - box.width, height - box.top - box.height
    # Stored left is which side of the upright picture? EXIF: 1 row 0 is the top, column 0 the left; ...
    left, top = {
        1: (box.left, box.top),
        2: (right, box.top),
        3: (right, bottom),
        4: (box.left, bottom),
        5: (box.top, box.left),
        6: (box.top, right),
        7: (bottom, right),
        8: (bottom, box.left),
    }[orientation]
    if orientation >= 5:
        return Box(left, top, box.height, box.width)
    return Box(left, top, box.width, box.height)
