"""Which text a reader of each language gets, and whether a translation is still true to its source."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.config import Config
from generator.model.facts import Facts

Texts = Mapping[str, Mapping[str, str]]
"""Story id -> the reader's language -> the language of the text shown. A missing language has no page."""


def texts(config: Config, languages: Mapping[str, tuple[str, ...]]) -> dict[str, dict[str, str]]:
    """Follow each language's fallback chain to the first text that exists."""
    found = {}
    for story_id, available in languages.items():
        shown = {}
        for language in config.languages:
            for tag in (language.tag, *language.fallback):
                if tag in available:
                    shown[language.tag] = tag
                    break
        found[story_id] = shown
    return found


def stale_translations(facts: Facts, languages: Mapping[str, tuple[str, ...]]) -> set[tuple[str, str]]:
    """Translations made from a source text that has changed since."""
    outdated = set()
    for story_id, (source, *others) in languages.items():
        digest = facts.stories[story_id, source].text_digest
        for tag in others:
            translation = facts.stories[story_id, tag].fields.get("translation")
            if translation and translation.get("of") != digest:
                outdated.add((story_id, tag))
    return outdated
