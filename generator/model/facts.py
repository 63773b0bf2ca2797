"""All that was read, as one immutable value: what indexes are computed from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.model.card import CardRecipe
from generator.model.config import Config
from generator.model.geo import Geography
from generator.model.kind import BlockType, Field, Kind, Term
from generator.model.language import Words
from generator.model.photo import Photo, Recipe
from generator.model.story import Story
from generator.model.token import Token

StoryKey = tuple[str, str]
"""Story id and language tag."""
Message = str | tuple[str, ...]
"""An interface string: its translation, or its plural forms."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A set of terms stories are sorted under, such as tags or areas."""

    name: str
    label: Words
    segment: Words
    """Part of the address per language."""
    terms: Mapping[str, Term]


@dataclass(frozen=True)
class Facts:
    """Everything that was read."""

    config: Config
    kinds: Mapping[str, Kind]
    vocabularies: Mapping[str, Vocabulary]
    blocks: Mapping[str, BlockType]
    stories: Mapping[StoryKey, Story]
    photos: Mapping[str, Photo] = field(default_factory=dict)
    """The library by name: what stories call a picture."""
    photo_names: frozenset[str] = frozenset()
    """Also of pictures that cannot be used; what is wrong with those is said where they stand."""
    geography: Geography | None = None
    """The site's map; without one there is no map page."""
    recipes: Mapping[str, Recipe] = field(default_factory=dict)
    """How the theme wants its pictures, by role."""
    card: CardRecipe | None = None
    """How the theme wants its social cards; None: it has none."""
    imaging: str = ""
    """Version of everything pixels depend on; part of every rendition's name."""
    messages: Mapping[str, Mapping[str, Message]] = field(default_factory=dict)
    """Language tag -> msgid -> translation; the site's own words before the theme's."""
    templates: Mapping[str, str] = field(default_factory=dict)
    """Template name -> path of the file that won in the theme chain."""
    assets: Mapping[str, str] = field(default_factory=dict)
    """Asset name -> path of the file that won in the theme chain, but for parts of other style sheets."""
    sheets: Mapping[str, str] = field(default_factory=dict)
    """Asset name -> the finished style sheet of that name."""
    tokens: Mapping[str, Token] = field(default_factory=dict)
    """The theme's design tokens by name."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """Path -> digest, for templates and assets; of a style sheet, that of the finished one."""

    @cached_property
    def by_folder(self) -> Mapping[str, Kind]:
        """Kinds by the folder their stories stand in."""
        return {kind.folder: kind for kind in self.kinds.values()}

    @cached_property
    def fields(self) -> Mapping[str, Mapping[str, Field]]:
        """Kind -> field name -> field."""
        return {kind.name: {each.name: each for each in kind.fields} for kind in self.kinds.values()}
