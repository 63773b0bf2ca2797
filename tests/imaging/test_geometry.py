"""Boxes, ladders and orientations, without a picture."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.imaging.geometry import Box, crop_box, height_for, ladder, stored_box, upright_size

lengths = st.integers(1, 20_000)
shares = st.floats(-0.5, 1.5, allow_nan=False)


@pytest.mark.parametrize(
    ("ratio", "focus", "expected"),
    [
        (None, (0.5, 0.5), Box(0, 0, 4000, 3000)),
        (1.0, (0.5, 0.5), Box(500, 0, 3000, 3000)),
        (1.0, (0.0, 0.0), Box(0, 0, 3000, 3000)),
        (1.0, (1.0, 1.0), Box(1000, 0, 3000, 3000)),
        (1.0, (0.4, 0.5), Box(100, 0, 3000, 3000)),
        (16 / 9, (0.5, 0.2), Box(0, 0, 4000, 2250)),
        (16 / 9, (0.5, 0.5), Box(0, 375, 4000, 2250)),
        (4 / 3, (0.9, 0.9), Box(0, 0, 4000, 3000)),
    ],
)
def test_crop_goes_around_the_focus(ratio: float | None, focus: tuple[float, float], expected: Box) -> None:
    """The focus is in the middle of the crop unless that would leave the picture."""

    assert expected == crop_box(4000, 3000, ratio, focus)


@given(lengths, lengths, st.floats(0.05, 20), st.tuples(shares, shares))
def test_crop_is_the_largest_inside(
    width: int, height: int, ratio: float, focus: tuple[float, float]
) -> None:
    """Every crop lies in the picture, touches two opposite edges and has its ratio to half a pixel."""
    box = crop_box(width, height, ratio, focus)

    assert 0 <= box.left <= box.left + box.width <= width
    assert 0 <= box.top <= box.top + box.height <= height
    assert box.width == width or box.height == height
    assert abs(box.width - ratio * box.height) <= 0.51 * max(1, ratio) or 1 in (box.width, box.height)


@pytest.mark.parametrize(
    ("available", "expected"),
    [
        (4000, (640, 960, 1280, 1920)),
        (1920, (640, 960, 1280, 1920)),
        (1500, (640, 960, 1280, 1500)),
        (1300, (640, 960, 1300)),
        (1000, (640, 1000)),
        (700, (700,)),
        (640, (640,)),
        (100, (100,)),
    ],
)
def test_ladder_ends_with_the_source(available: int, expected: tuple[int, ...]) -> None:
    """A narrow source is the last step itself, and swallows the step that is hardly smaller."""

    assert expected == ladder(available, (640, 960, 1280, 1920))


@given(lengths, st.lists(lengths, min_size=1, max_size=8))
def test_ladder_never_scales_up(available: int, wanted: list[int]) -> None:
    """Steps ascend by 10 % at least, none is wider than the source, and the widest possible is there."""
    steps = ladder(available, tuple(wanted))

    assert min(available, max(wanted)) == steps[-1]
    assert all(low * 1.1 <= high for low, high in pairwise(steps))


@given(lengths, lengths, lengths)
def test_height_is_the_nearest(width: int, height: int, wanted: int) -> None:
    """The height of a rendition is right to half a pixel, and never nothing."""
    found = height_for(Box(3, 4, width, height), wanted)

    assert found == 1 or abs(found - height * wanted / width) <= 0.5


@given(st.integers(1, 8), st.integers(1, 50), st.integers(1, 50), st.data())
def test_stored_box_lies_in_the_stored_picture(
    orientation: int, width: int, height: int, data: st.DataObject
) -> None:
    """A box inside the upright picture is a box of the turned size inside the stored one."""
    left, top = data.draw(st.integers(0, width - 1)), data.draw(st.integers(0, height - 1))
    box = Box(left, top, data.draw(st.integers(1, width - left)), data.draw(st.integers(1, height - top)))
    stored = stored_box(box, width, height, orientation)
    stored_width, stored_height = upright_size(width, height, orientation)

    assert upright_size(box.width, box.height, orientation) == (stored.width, stored.height)
    assert 0 <= stored.left <= stored_width - stored.width
    assert 0 <= stored.top <= stored_height - stored.height


def test_bad_questions_are_bugs() -> None:
    """A box of nothing, a ratio of nothing and a ladder of nothing raise."""
    for question in (
        lambda: crop_box(0, 5, 1.0),
        lambda: crop_box(5, 5, 0.0),
        lambda: crop_box(5, 5, float("nan")),
        lambda: ladder(0, (640,)),
        lambda: ladder(640, ()),
    ):
        with pytest.raises(ValueError, match="no "):
            question()


def test_arithmetic_needs_no_pillow() -> None:
    """Geometry, jobs, classes and the pool are there without Pillow being imported; `render` brings it."""
    program = (
        "import sys\n"
        "from generator.imaging import Box, Job, Limits, CLASSES, run_all, ladder\n"
        "import generator.imaging.geometry\n"
        "print('PIL' in sys.modules)\n"
        "from generator.imaging import render\n"
        "print('PIL' in sys.modules)\n"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert ["False", "True"] == told.stdout.split()
