"""Languages of a site, and words that exist in several of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_SEARCHED = re.compile(r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Language:
    """A language readers can choose. `tag` is BCP 47, e.g. ``sv-simple``."""

    tag: str
    name: str
    """In the language itself, as the switcher shows it."""
    prefix: str
    """First part of every address in this language."""
    direction: str = "ltr"
    fallback: tuple[str, ...] = ()
    """Languages that stand in, in order, for a story that has not been translated."""

    @property
    def base(self) -> str:
        """The primary subtag: ``sv`` of ``sv-simple``. Rules for dates, sorting and quotes go by it."""
        return self.tag.split("-", 1)[0]

    @property
    def hreflang(self) -> str | None:
        """The tag as search engines read it: language, script and region. None if it says more than that.

        Google and Bing know no variants: to them ``sv-simple`` is an unknown language, or a second ``sv``.
        """
        return self.tag if _SEARCHED.fullmatch(self.tag) else None


Words = Mapping[str, str]
"""One text in several languages: language tag -> text."""


def word(words: Words, language: Language, source_language: str) -> str:
    """The text in `language`, else in its base, its fallbacks, the source language, any; else empty."""
    for tag in (language.tag, language.base, *language.fallback, source_language):
        if words.get(tag):
            return words[tag]
    return next((text for text in words.values() if text), "")
