"""Colours, their contrast, and the nearest one that can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.colour import STEP, Colour, contrast, from_oklch, parse_colour, readable, to_oklch

PART = st.integers(0, 255)
COLOURS = st.builds(lambda r, g, b: parse_colour(f"#{r:02x}{g:02x}{b:02x}"), PART, PART, PART)


def colour(text: str) -> Colour:
    """A colour that is known to be one."""
    found = parse_colour(text)
    assert found is not None, text
    return found


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),  # the best known near miss
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.00),
        ("#0000ff", "#ffffff", 8.59),
        ("#ffff00", "#000000", 19.56),
        ("#1a1a1a", "#e6e6e6", 13.94),
    ],
)
def test_contrast_of_known_pairs(one: str, other: str, expected: float) -> None:
    """The ratio agrees with WebAIM's contrast checker to two decimals, in either order."""

    assert round(contrast(colour(one), colour(other)), 2) == expected
    assert contrast(colour(one), colour(other)) == contrast(colour(other), colour(one))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#abc", "#aabbcc"),
        ("#ABCD", "#aabbccdd"),
        ("white", "#ffffff"),
        ("transparent", "#00000000"),
        ("rgb(255, 128, 0)", "#ff8000"),
        ("rgb(100% 50% 0 / 50%)", "#ff800080"),
        ("hsl(120deg 100% 25%)", "#008000"),
        ("hsl(.5turn, 100%, 50%)", "#00ffff"),
        # CSS Color 4, examples of oklch() with their sRGB values
        ("oklch(62.796% 0.25768 29.234)", "#ff0000"),
        ("oklch(0.51975 0.17686 142.495)", "#008000"),
        ("oklch(100% 0 0)", "#ffffff"),
    ],
)
def test_a_colour_is_read(text: str, expected: str) -> None:
    """Each way of writing leads to the same sRGB value."""

    assert colour(text).hex == expected


@pytest.mark.parametrize(
    "text",
    ["", "#", "#12", "#12345", "#gggggg", "rgb(1,2)", "rgb(a,b,c)", "red;}", "url(x)", "oklch()", "tomato"],
)
def test_what_is_no_colour(text: str) -> None:
    """Anything else is None and never an exception."""

    assert parse_colour(text) is None


@given(st.text())
def test_any_text_may_come(text: str) -> None:
    """Reading never raises, and a hexadecimal form leads back to itself."""
    found = parse_colour(text)

    assert found is None or parse_colour(found.hex).hex == found.hex


@given(COLOURS)
def test_oklch_and_back(each: Colour) -> None:
    """Every colour of a screen survives the way through Oklch."""

    assert from_oklch(*to_oklch(each)).hex == each.hex


@given(st.floats(0, 1), st.floats(0, 0.5), st.floats(0, 360))
def test_oklch_ends_on_the_screen(light: float, chroma: float, hue: float) -> None:
    """What no screen can show loses chroma and keeps lightness."""
    found = from_oklch(light, chroma, hue)

    assert all(0 <= part <= 1 for part in found)
    assert abs(to_oklch(found)[0] - light) < 0.01


@given(COLOURS, COLOURS, st.sampled_from([3.0, 4.5]))
def test_the_suggestion_can_be_read(text: Colour, ground: Colour, least: float) -> None:
    """A readable colour has the contrast that was asked for, and no lightness nearer to the old one has."""
    found = readable(text, ground, least)
    light, chroma, hue = to_oklch(text)
    steps = round(abs(to_oklch(found)[0] - light) / STEP)

    assert contrast(found, ground) >= least
    for number in range(1, steps - 1):
        for tried in (light - number * STEP, light + number * STEP):
            if 0 <= tried <= 1:
                assert contrast(colour(from_oklch(tried, chroma, hue).hex), ground) < least


def test_what_can_be_seen_through() -> None:
    """A colour with alpha is judged as it is seen on its ground."""

    assert colour("#00000080").over(Colour(1, 1, 1)).hex == "#7f7f7f"
