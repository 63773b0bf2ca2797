"""Social cards: the picture that stands beside a link where somebody shares a page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

CARD = "card:"
"""Begins what stands in place of a role where a page wants a card; its words follow."""
WIDTH, HEIGHT = 1200, 630
PICTURE = (8, 7)
"""Width to height of the part that the picture fills."""


@dataclass(frozen=True, slots=True)
class CardRecipe:
    """How a theme wants its cards, from ``theme.yaml``."""

    font: str
    """Static file of the theme with the letters."""
    fonts: Mapping[str, str] = field(default_factory=dict)
    """Language -> another such file, for scripts that the first lacks."""
    ink: str = "#ffffff"
    """Of the words."""
    ground: str = "#101820"
    """Behind the words, and of the whole card where there is no picture."""
    accent: str = "#ffffff"
    """Of the short line above the words."""


@dataclass(frozen=True, slots=True)
class CardDesign:
    """A recipe whose fonts were found."""

    recipe: CardRecipe
    fonts: Mapping[str, tuple[str, str]]
    """Name of a static file -> its path in the project, and the digest of its bytes."""
    version: str = ""
    """Of everything that draws."""

    def font_of(self, language: str) -> str:
        """The static file with a language's letters."""
        base = language.split("-", 1)[0]
        return self.recipe.fonts.get(language) or self.recipe.fonts.get(base) or self.recipe.font


@dataclass(frozen=True, slots=True)
class CardWords:
    """What a card says."""

    title: str
    kicker: str
    """What sort of page it is; may be empty."""
    site: str
    """Whose page it is."""
    language: str
    direction: str

    def to_role(self) -> str:
        """As it stands in the list of pictures that a page wants."""
        return CARD + json.dumps(
            [self.title, self.kicker, self.site, self.language, self.direction], ensure_ascii=False
        )

    @classmethod
    def from_role(cls, role: str) -> CardWords:
        """The inverse of `to_role`."""
        return cls(*json.loads(role.removeprefix(CARD)))


@dataclass(frozen=True, slots=True, order=True)
class Card:
    """One card; its name says all that its bytes depend on."""

    output: str
    """Path in the site."""
    photo: str
    """Name in the library; empty for a card without a picture."""
    crop: tuple[int, int, int, int]
    """Left, top, width, height in pixels of the upright picture."""
    title: str
    kicker: str
    site: str
    language: str
    direction: str
    font: str
    """Path in the project."""
