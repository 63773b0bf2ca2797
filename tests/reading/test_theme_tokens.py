"""Design tokens: what a theme declares, children and the site override, and every mistake in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.problem import Problem
from generator.model.token import Token, TokenType, Use
from generator.reading.entries import Entries
from generator.reading.mistake import Mistake
from generator.reading.settings import read_settings
from generator.reading.theme import read_theme
from generator.reading.theme_tokens import read_sayings, resolve, unknown_in_pairs
from generator.reading.token_values import CHECKS, size
from tests.reading.said import hints, said

ROOT = """\
colour-ink: {type: colour, light: "#15242C", dark: "#e9eff0"}
colour-link: {type: colour, value: colour-ink}
space-1: {type: size, value: .25rem}
radius-card: {type: radius, value: 0}
weight: {type: number, value: 650}
motion-quick: {type: duration, value: 160ms}
motion-ease: {type: easing, value: "cubic-bezier(.2, 0, 0, 1)"}
font-text: {type: font, value: [Sundet Text, Georgia, serif]}
"""


def resolved(*layers: str) -> tuple[dict[str, Token], list[Problem]]:
    """Tokens of files, the root's first."""
    groups = [Entries.read(text, f"{number}.yaml", "tokens") for number, text in enumerate(layers)]
    said_ = [read_sayings(group) for group in groups]
    tokens, problems = resolve(said_)
    return tokens, [*(each for group in groups for each in group.problems), *problems]


def test_every_type() -> None:
    """A value is kept as style sheets write it."""
    tokens, problems = resolved(ROOT)

    assert problems == []
    assert {name: (token.light, token.dark) for name, token in tokens.items()} == {
        "colour-ink": ("#15242c", "#e9eff0"),
        "colour-link": ("#15242c", "#e9eff0"),
        "space-1": (".25rem",) * 2,
        "radius-card": ("0",) * 2,
        "weight": ("650",) * 2,
        "motion-quick": ("160ms",) * 2,
        "motion-ease": ("cubic-bezier(.2, 0, 0, 1)",) * 2,
        "font-text": ('"Sundet Text", "Georgia", serif',) * 2,
    }
    assert tokens["colour-link"].alias == "colour-ink"


def test_children_and_the_site_override_single_values() -> None:
    """The last word wins; of a colour that may be one scheme alone, and an alias follows."""
    tokens, problems = resolved(ROOT, "space-1: 4px\n", 'colour-ink: {dark: "#fff"}\nweight: 700\n')

    assert problems == []
    assert tokens["space-1"].light == "4px"
    assert tokens["weight"].light == "700"
    assert (tokens["colour-ink"].light, tokens["colour-ink"].dark) == ("#15242c", "#ffffff")
    assert tokens["colour-link"].dark == "#ffffff"
    assert (tokens["colour-ink"].layer, str(tokens["colour-ink"].where)) == (2, "2.yaml:1:13")


def test_one_colour_is_for_both_schemes() -> None:
    """A single value overrides light and dark."""
    tokens, problems = resolved(ROOT, 'colour-ink: "#123"\n')

    assert problems == []
    assert (tokens["colour-ink"].light, tokens["colour-ink"].dark) == ("#112233", "#112233")


def test_a_child_may_declare_more() -> None:
    """A declaration with a type is a new token, or a new type for an old one."""
    tokens, problems = resolved(ROOT, "extra: {type: size, value: 2ch}\nspace-1: {type: number, value: 2}\n")

    assert problems == []
    assert (tokens["extra"].type, tokens["space-1"].type) == (TokenType.SIZE, TokenType.NUMBER)


@pytest.mark.parametrize(
    ("layer", "expected"),
    [
        ("colour-inc: red", '1:1 The theme has no token "colour-inc". Did you mean "colour-ink"?'),
        ("shadow: 1px", '1:1 The theme has no token "shadow".'),
        ("Bad Name: 1px", '1:1 "Bad Name" cannot be the name of a token.'),
        ('colour-ink: "#12345"', '1:13 colour-ink should be a colour, not "#12345".'),
        ("colour-ink: {light: 12}", '1:21 colour-ink.light should be a colour, not "12".'),
        ("colour-ink: {lihgt: white}", '1:14 "lihgt" is not known in colour-ink. Did you mean "light"?'),
        (
            "colour-link: colour-ikn",
            '1:14 colour-link should be a colour or the name of one, not "colour-ikn". Nearest: colour-ink',
        ),
        (
            "colour-link: space-1",
            '1:14 colour-link should be a colour or the name of one, not "space-1". Nearest: -',
        ),
        ("colour-link: colour-link", '1:14 The token "colour-link" stands, in the end, for itself: '
         "colour-link > colour-link"),
        ("space-1: 12", '1:10 space-1 should be a size, not "12".'),
        ("space-1: {light: 1px}", '1:11 "light" is not known in space-1.'),
        ("space-1:", "1:9 space-1 is empty."),
        ("radius-card: -1px", "1:14 radius-card cannot be negative."),
        ("weight: heavy", '1:9 weight should be a number, not "heavy".'),
        ("motion-quick: 160", '1:15 motion-quick should be a duration, not "160".'),
        (
            "motion-ease: quickly",
            '1:14 motion-ease should say how a movement begins and ends, not "quickly".',
        ),
        (
            'font-text: [Georgia, "a;b"]',
            "1:12 font-text should be a list of names of fonts, the best first.",
        ),
        (
            "x: {type: color, value: white}",
            '1:11 "color" is not one of the choices for x.type. Did you mean "colour"?',
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(layer: str, expected: str) -> None:
    """Each mistake is one Problem that names the line, what is wrong and what to do."""
    _, problems = resolved(ROOT, layer + "\n")

    assert said(problems)[:1] == [expected]
    assert hints(problems)


def test_a_mistake_leaves_the_value_before() -> None:
    """What a child gets wrong falls back to what its parent says, and hides no other mistake."""
    tokens, problems = resolved(ROOT, "space-1: wide\nweight: heavy\n")

    assert len(problems) == 2
    assert (tokens["space-1"].light, tokens["weight"].light) == (".25rem", "650")


@pytest.mark.parametrize(
    "text",
    ["0", "1.5rem", "-2px", "50%", ".25em", "clamp(1rem, .9rem + .5vw, 1.25rem)",
     "calc(100% - 2 * (1rem + 4px))", "min(100%, 74rem)", "max(1rem, 4cqi)", "100dvh",
     "clamp(2.5rem, 1.5rem + 5vw, 4.75rem)"],
)  # fmt: skip
def test_a_size(text: str) -> None:
    """Lengths, percentages, 0, and calculations of them."""

    assert size(text) == text


@pytest.mark.parametrize(
    "text",
    ["", "1", "1 rem", "rem", "calc(1rem", "1rem)", "clamp(1rem,, 2rem)", "1rem; color: red", "url(x)",
     "var(--x)", "1rem 2rem", "calc(1rem +)", "calc()", "expression(1)", "1e3px", "/* */1px", "1px}"],
)  # fmt: skip
def test_no_size(text: str) -> None:
    """Anything else is refused, also what would leave its place in the style sheet."""
    with pytest.raises(Mistake):
        size(text)


@given(
    st.sampled_from(list(TokenType)),
    st.one_of(st.text(max_size=20), st.lists(st.text(max_size=8), max_size=3)),
)
def test_nothing_breaks_out_of_a_value(type_: TokenType, value: object) -> None:
    """A value that is accepted holds no sign that could end it, and nothing but a Mistake is raised."""
    try:
        css = CHECKS[type_](value)
    except Mistake:
        return

    assert not set(css) & set(";{}\\<>\n\r")
    assert css.count("(") == css.count(")")
    assert css.count('"') % 2 == 0


def test_a_theme_says_which_colours_are_seen_together() -> None:
    """Pairs are read with their use; one whose token is unknown is a Problem at its place."""
    text = """\
name: x
tokens:
  ink: {type: colour, light: black, dark: white}
  paper: {type: colour, light: white, dark: black}
  gap: {type: size, value: 1px}
contrast:
  text: {ink: [paper, papir]}
  graphic: {gap: [paper]}
"""
    theme, problems = read_theme(text, "themes/x/theme.yaml")
    tokens, mistakes = resolve([theme.tokens])

    assert problems == ()
    assert mistakes == []
    assert [(pair.text, pair.ground, pair.use) for pair in theme.pairs] == [
        ("ink", "paper", Use.TEXT),
        ("ink", "papir", Use.TEXT),
        ("gap", "paper", Use.GRAPHIC),
    ]
    assert said(unknown_in_pairs(theme.pairs, tokens)) == [
        '7:23 The theme has no token "papir". Did you mean "paper"?',
        '8:19 The theme has no token "gap".',
    ]


def test_the_site_says_its_brand() -> None:
    """What stands under brand in the settings is heard like a theme's."""
    text = """\
name: {sv: Pulsen}
base_url: https://pulsen.example
source_language: sv
languages: {sv: {name: Svenska}}
brand: {space-1: 2px}
"""
    config, problems = read_settings(text, "content/site.yaml")

    assert problems == ()
    assert config is not None
    assert [(each.name, each.value) for each in config.brand] == [("space-1", "2px")]
