"""``theme.yaml``: whom a theme inherits from, how it wants its pictures, its colours and sizes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from generator.model.card import CardRecipe
from generator.model.colour import contrast, parse_colour
from generator.model.photo import Recipe
from generator.model.problem import N_, Problem
from generator.model.token import ContrastPair, Saying
from generator.reading.entries import Entries
from generator.reading.field_values import as_written, boolean, number, shown
from generator.reading.mistake import Mistake
from generator.reading.theme_tokens import read_pairs, read_sayings

QUALITIES = ("small", "standard", "hero", "graphic")
FORMATS = ("avif", "webp")
_LENGTH = re.compile(r"[0-9]+(?:\.[0-9]+)?(?:px|r?em)")
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
LEAST_CONTRAST = 7
"""Of words on a card's ground: over a picture's edge some is lost, and 4.5 must be left (WCAG 1.4.3)."""
_RATIO = re.compile(r"([1-9][0-9]{0,3}):([1-9][0-9]{0,3})")


class Theme(NamedTuple):
    """What a theme says of itself."""

    parent: str = ""
    """Name of the theme it inherits from; empty if it has none."""
    recipes: tuple[Recipe, ...] = ()
    tokens: tuple[Saying, ...] = ()
    pairs: tuple[ContrastPair, ...] = ()
    card: CardRecipe | None = None


def _ratio(value: object) -> tuple[int, int] | None:
    said = as_written(value)
    if said == "natural":
        return None
    if found := _RATIO.fullmatch(said):
        return int(found[1]), int(found[2])
    raise Mistake(
        "ratio-expected",
        N_('{field} should be a ratio of width to height, not "{text}".'),
        N_('Write it in quotes, for instance "16:9", or natural for the whole picture.'),
        text=shown(said),
    )


def _one_of(known: tuple[str, ...], value: object) -> str:
    said = as_written(value)
    if said in known:
        return said
    raise Mistake(
        "choice-unknown",
        N_('{field} cannot be "{text}".'),
        N_("It can be: {known}"),
        text=shown(said),
        known=", ".join(known),
    )


def _width(value: str) -> int:
    return int(value) if value.isascii() and value.isdecimal() else 0


def _length(value: object) -> str:
    said = as_written(value)
    if _LENGTH.fullmatch(said):
        return said
    raise Mistake(
        "length-expected",
        N_('{field} should be a length in px, em or rem, not "{text}".'),
        N_("For instance: 40rem"),
        text=shown(said),
    )


def _narrow(group: Entries, role: str) -> Recipe | None:
    below = group.get("below", _length, "")
    recipe = _recipe(group, role)
    return replace(recipe, below=below, narrow=None) if below else None


def _recipe(group: Entries, role: str) -> Recipe:
    widths = sorted(_width(each) for each in group.list("widths"))
    if not widths or not 16 <= widths[0] <= widths[-1] <= 4096:
        group.report(
            Mistake(
                "widths-expected",
                N_("{field} should be a list of widths in pixels, each from 16 to 4096."),
                N_("For instance: [640, 960, 1280, 1920]"),
            ),
            "widths",
        )
        widths = [960]
    said = group.list("formats")
    # None at all is an answer: what only machines show needs no more than the file that everybody can read.
    formats = tuple(each for each in said if each in FORMATS) if "formats" in group else ("avif",)
    recipe = Recipe(
        role,
        tuple(widths),
        sizes=group.get("sizes", as_written, "100vw"),
        ratio=group.get("ratio", _ratio, None),
        quality=group.get("quality", lambda value: _one_of(QUALITIES, value), "standard"),
        first=group.get("first", boolean, False),
        formats=formats,
        fallback_width=group.get("fallback_width", lambda value: int(number(value)), 960),
        narrow=_narrow(group.group("narrow"), role) if "narrow" in group else None,
    )
    group.finish()
    return recipe


def _hex(value: object) -> str:
    said = as_written(value)
    if _HEX.fullmatch(said):
        return said.lower()
    raise Mistake(
        "card-colour",
        N_('{field} should be a colour, not "{text}".'),
        N_('Write it in quotes with six digits, for instance "#0a1d26".'),
        text=shown(said),
    )


def _card(group: Entries) -> CardRecipe | None:
    """``card``: the letters and colours of the pictures that stand beside shared links."""
    if not group.data:
        return None
    group.require("font")
    usual = CardRecipe("")
    ink, ground = group.get("ink", _hex, usual.ink), group.get("ground", _hex, usual.ground)
    seen, behind = parse_colour(ink), parse_colour(ground)
    if seen is not None and behind is not None and contrast(seen, behind) < LEAST_CONTRAST:
        group.report(
            Mistake(
                "card-contrast",
                N_(
                    "Words on cards have a contrast of {ratio} with their ground; at least {least} is needed."
                ),
                N_("Choose a lighter ink or a darker ground, or the other way round."),
                ratio=f"{contrast(seen, behind):.1f}",
                least=LEAST_CONTRAST,
            ),
            "ink" if "ink" in group else "ground",
        )
    recipe = CardRecipe(
        group.get("font", as_written, ""),
        group.texts("fonts"),
        ink,
        ground,
        group.get("accent", _hex, usual.accent),
    )
    group.finish()
    return recipe if recipe.font else None


def read_theme(content: str, path: str) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme that the file at `path` declares."""
    entries = Entries.read(content, path, path)
    entries.get("name", as_written, "")
    parent = entries.get("parent", as_written, "")
    pictures = entries.group("pictures")
    recipes = tuple(_recipe(pictures.group(role), role) for role in pictures)
    tokens, pairs = read_sayings(entries.group("tokens")), read_pairs(entries.group("contrast"))
    card = _card(entries.group("card"))
    entries.finish()
    return Theme(parent, recipes, tokens, pairs, card), tuple(entries.problems)
