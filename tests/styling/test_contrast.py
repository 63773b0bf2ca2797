"""Colours that are seen together are checked where the site is made."""

from __future__ import annotations

from generator.model.colour import contrast, parse_colour
from generator.model.problem import Location
from generator.model.token import ContrastPair, Token, TokenType, Use
from generator.styling.contrast import check_contrast
from generator.styling.properties import custom_properties
from tests.reading.said import hints, said


def colour(name: str, light: str, dark: str, layer: int = 0, alias: str = "") -> Token:
    """A colour said on the line that its layer names."""
    where = Location(f"{layer}.yaml", layer + 1, 1)
    return Token(name, TokenType.COLOUR, light, dark, alias, where, layer)


def tokens(*each: Token) -> dict[str, Token]:
    """By name."""
    return {token.name: token for token in each}


PAPER = colour("paper", "#ffffff", "#101010")


def test_a_pair_is_checked_in_both_schemes() -> None:
    """A pair may fail in one scheme alone; the Problem says both colours and the ratio, never rounded up."""
    world = tokens(PAPER, colour("ink", "#767676", "#707070"))
    found = list(check_contrast([ContrastPair("ink", "paper", Use.TEXT)], world))

    assert said(found) == [
        "1:1 ink #707070 on paper #101010 has a contrast of 3.84 in the dark scheme; it must be at least 4.5."
    ]
    suggested = hints(found)[0].rpartition(" ")[2]
    assert contrast(parse_colour(suggested), parse_colour("#101010")) >= 4.5
    assert contrast(parse_colour(suggested), parse_colour("#101010")) < 4.7


def test_large_text_and_graphics_need_less() -> None:
    """Three to one is enough for what is large, and for lines and marks."""
    world = tokens(PAPER, colour("ink", "#8a8a8a", "#707070"))

    assert list(check_contrast([ContrastPair("ink", "paper", Use.LARGE)], world)) == []
    assert list(check_contrast([ContrastPair("ink", "paper", Use.GRAPHIC)], world)) == []


def test_who_spoke_last_is_told() -> None:
    """The Problem stands at the text's colour, unless the ground was changed further down the chain."""
    pair = ContrastPair("ink", "paper", Use.TEXT)
    ink = colour("ink", "#aaaaaa", "#ffffff", layer=1)

    assert [p.location.path for p in check_contrast([pair], tokens(PAPER, ink))] == ["1.yaml"]
    late = tokens(colour("paper", "#ffffff", "#101010", layer=2), ink)
    assert [p.location.path for p in check_contrast([pair], late)] == ["2.yaml"]


def test_what_can_be_seen_through_is_judged_as_seen() -> None:
    """A text with alpha is mixed with its ground first."""
    ink = colour("ink", "#00000080", "#ffffffff")

    assert len(list(check_contrast([ContrastPair("ink", "paper", Use.TEXT)], tokens(PAPER, ink)))) == 1


def test_custom_properties() -> None:
    """Colours of two schemes use light-dark(), and browsers without it get the light one."""
    gap = Token("gap", TokenType.SIZE, "1px", "1px")
    link = colour("link", "#000000", "#ffffff", alias="paper")

    expected = """\
:root {
  color-scheme: light;
  --paper: #ffffff;
  --link: var(--paper);
  --gap: 1px;
}
@supports (color: light-dark(#000, #fff)) {
  :root {
    color-scheme: light dark;
    --paper: light-dark(#ffffff, #101010);
  }
[data-theme="light"] { color-scheme: light; }
[data-theme="dark"] { color-scheme: dark; }
}
"""
    assert expected == custom_properties([PAPER, link, gap])
    assert ":root {\n  --gap: 1px;\n}\n" == custom_properties([gap])
