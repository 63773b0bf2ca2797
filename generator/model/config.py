"""Settings of a site, from ``content/site.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.model.language import Language, Words
from generator.model.photo import PictureSettings
from generator.model.problem import Location
from generator.model.token import Saying


@dataclass(frozen=True, slots=True)
class Entrance:
    """A way in for one sort of reader, shown on the front page."""

    name: str
    label: Words
    summary: Words
    to: str
    """A story, ``vocabulary/term``, or a kind."""
    location: Location
    """Where the target is named."""


@dataclass(frozen=True, slots=True)
class FeedSettings:
    """Which feeds there are."""

    formats: tuple[str, ...] = ("atom",)
    """``atom``, ``rss``, ``json``; without any there are no feeds."""
    of: tuple[str, ...] = ("site",)
    """``site``, ``kinds``, ``terms``"""
    items: int = 20
    """Stories in each, at most."""


@dataclass(frozen=True)
class Config:
    """Everything ``content/site.yaml`` says."""

    name: Words
    description: Words
    base_url: str
    """Absolute, without a slash at the end."""
    languages: tuple[Language, ...]
    source_language: str
    time_zone: str = "UTC"
    theme: str = "base"
    brand: tuple[Saying, ...] = ()
    """Design tokens of the theme that the site gives other values."""
    options: Mapping[str, Any] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()
    """Order in which kinds are shown; kinds not named come after, by name."""
    vocabularies: Mapping[str, tuple[Words, Words]] = field(default_factory=dict)
    """Vocabulary -> what readers call it, and its part of the address per language."""
    segments: Mapping[str, Words] = field(default_factory=dict)
    """Page type -> its part of the address per language, for pages a language has once."""
    search: bool = True
    """False leaves the search page out."""
    entrances: tuple[Entrance, ...] = ()
    per_page: int = 20
    show_untranslated: bool = True
    raw_html: bool = False
    feeds: FeedSettings = field(default_factory=FeedSettings)
    pictures: PictureSettings = field(default_factory=PictureSettings)
    publisher: Mapping[str, str] = field(default_factory=dict)
    contacts: Mapping[str, str] = field(default_factory=dict)
    supervision: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_tag(self) -> Mapping[str, Language]:
        """Languages by their tag."""
        return {language.tag: language for language in self.languages}

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """Language tags in the order of the site."""
        return tuple(language.tag for language in self.languages)
