"""What is to be rendered, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class PageType(StrEnum):
    """What a page shows. Each has a template of that name."""

    STORY = "story"
    HOME = "home"
    LISTING = "listing"
    FACET = "facet"
    CARDS = "cards"
    TERM = "term"
    TERMS = "terms"
    SEARCH = "search"
    INDEX = "index"
    MAP = "map"
    NOT_FOUND = "not-found"
    CHOOSER = "chooser"
    FEED = "feed"
    CALENDAR = "calendar"
    MANIFEST = "manifest"
    SITEMAP = "sitemap"
    ROBOTS = "robots"
    ASSET = "asset"


SINGLES: Mapping[PageType, str] = {
    PageType.SEARCH: "search",
    PageType.INDEX: "a-z",
    PageType.MAP: "map",
}
"""Pages that a language has once if the theme has their template, and their part of the address unless the
site's settings say another."""


@dataclass(frozen=True, slots=True)
class Page:
    """One output to be made. `output` is its path in the site and its identity."""

    output: str
    type: PageType
    url: str
    """Path part of the address, starting with a slash."""
    language: str = ""
    subject: str = ""
    """Story id, kind name, ``kind/field/value`` of a facet, ``vocabulary/term``, letter or asset name; what
    it is depends on `type`."""
    text_language: str = ""
    """Language of the story shown; differs from `language` on a fallback page."""
    number: int = 1
    """Of a paginated listing."""


@dataclass(frozen=True, slots=True)
class Output:
    """A finished file of the site."""

    path: str
    content: bytes
