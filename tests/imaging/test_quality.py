"""Encodings and their classes."""

from __future__ import annotations

import pytest

from generator.imaging import CLASSES, Encoding, fast
from generator.imaging.quality import quantisation


def test_table_is_the_published_one() -> None:
    """At quality 50 the divisors are those of mozjpeg's table 3, cut at 255: symmetric, rows by heart."""
    table = quantisation(50)
    rows = [table[at : at + 8] for at in range(0, 64, 8)]

    assert [16, 16, 16, 18, 25, 37, 56, 85] == rows[0]
    assert [25, 34, 43, 53, 69, 94, 131, 189] == rows[4]
    assert [85, 75, 135, 156, 189, 238, 255, 255] == rows[7]
    assert rows == [list(column) for column in zip(*rows, strict=True)]
    assert 5429 == sum(table)


@pytest.mark.parametrize(
    ("quality", "first", "last"), [(100, 1, 1), (75, 8, 209), (25, 32, 255), (1, 255, 255)]
)
def test_tables_scale_as_libjpeg_does(quality: int, first: int, last: int) -> None:
    """jpeg_quality_scaling: 200 - 2 q above 50, 5000 / q below, rounded, 1 to 255."""

    assert (first, last) == (quantisation(quality)[0], quantisation(quality)[-1])


def test_classes_are_what_was_decided() -> None:
    """standard q56, hero q61, small q52 at speed 6; fast is speed 8 at the same look."""
    avif = {name: (formats["avif"].quality, formats["avif"].speed) for name, formats in CLASSES.items()}

    assert {"standard": (56, 6), "hero": (61, 6), "small": (52, 6)} == {
        k: v for k, v in avif.items() if k != "graphic"
    }
    assert Encoding("avif", 57, 8) == fast(CLASSES["standard"]["avif"])
    assert CLASSES["standard"]["jpeg"] == fast(CLASSES["standard"]["jpeg"])
    assert fast(CLASSES["hero"]["avif"]) == fast(fast(CLASSES["hero"]["avif"]))
    assert all({"avif", "jpeg", "png", "webp"} == set(formats) for formats in CLASSES.values())
    assert all(kind == encoding.format for formats in CLASSES.values() for kind, encoding in formats.items())


def test_impossible_encodings_are_bugs() -> None:
    """A quality or speed that no encoder knows raises at once."""
    for quality, speed in ((0, 6), (101, 6), (50, 11), (50, -1)):
        with pytest.raises(ValueError, match="outside"):
            Encoding("avif", quality, speed)
