"""The theme chain: which themes the site's look is made of, and what they declare together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from generator.model.problem import N_, Location, Problem, problem
from generator.model.token import ContrastPair, Saying
from generator.reading.layout import SETTINGS_PATH, SourceType

if TYPE_CHECKING:
    from generator.declared import Declared, Reading


def theme_chain(reading: Reading, world: Declared) -> list[str]:
    """The theme, its parent, the parent's parent, ...; a child's recipe for pictures and its tokens win.

    Colours that are seen together are checked here, where all who may have changed them have been heard.
    """
    from generator.reading.theme import read_theme
    from generator.reading.theme_tokens import resolve, unknown_in_pairs
    from generator.styling.contrast import check_contrast

    assert world.config is not None
    name = world.config.theme
    chain: list[str] = []
    layers: list[Sequence[Saying]] = [world.config.brand]
    pairs: list[ContrastPair] = []
    themes = {place.owner: path for path, place in reading.places.items() if place.type is SourceType.THEME}
    asked_in = SETTINGS_PATH
    while name:
        if name in chain or name not in themes:
            reading.problems.append(_wrong_theme(name, asked_in, name in chain, themes))
            break
        chain.append(name)
        asked_in = themes[name]
        theme = reading.one(read_theme, asked_in)
        world.recipes = {**{recipe.role: recipe for recipe in theme.recipes}, **world.recipes}
        world.card = world.card or theme.card
        layers.insert(0, theme.tokens)
        pairs.extend(theme.pairs)
        name = theme.parent
    world.tokens, problems = resolve(layers)
    if not problems:
        # A token that is amiss is missing in every pair: one mistake is told once.
        problems = [*unknown_in_pairs(pairs, world.tokens), *check_contrast(pairs, world.tokens)]
    reading.problems.extend(problems)
    return chain


def _wrong_theme(name: str, asked_in: str, circle: bool, themes: Iterable[str]) -> Problem:
    if circle:
        return problem(
            "theme-circle",
            Location(asked_in),
            N_("The theme {name} is, in the end, its own parent."),
            N_("Remove the line with parent from one of them."),
            name=name,
        )
    return problem(
        "theme-missing",
        Location(asked_in),
        N_("There is no theme {name}: themes/{name}/theme.yaml does not exist."),
        N_("Themes that are there: {themes}"),
        name=name,
        themes=", ".join(sorted(themes)) or "-",
    )


def read_statics(reading: Reading, world: Declared, chain: Sequence[str]) -> None:
    """Which static files there are, and which of one name wins."""
    for theme in chain:
        for name, path in reading.named(SourceType.ASSET, theme).items():
            world.statics[name] = (*world.statics.get(name, ()), path)
    world.assets = {name: paths[0] for name, paths in world.statics.items()}
