"""Feeds: what is newest of the site, of each kind and of each term, in the words of one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.indexing.addresses import listing_address, path, term_address
from generator.indexing.listings import by_term
from generator.indexing.translations import Texts
from generator.model.facts import Facts
from generator.model.language import Language
from generator.model.page import Page, PageType

Local = tuple[str, str]
"""(language tag, subject): nothing for the whole site, a kind's name, or ``vocabulary/term``."""

FILES: Mapping[str, str] = {"atom": "feed.xml", "rss": "rss.xml", "json": "feed.json"}
"""Format -> name of the file."""
SITE, KINDS, TERMS = "site", "kinds", "terms"
"""What there can be feeds of."""


def feeds(facts: Facts, texts: Texts, newest: Mapping[str, Sequence[str]]) -> dict[Local, tuple[str, ...]]:
    """Ids in each feed, newest first. Only texts of the feed's own language; what would be empty is left out.

    `newest` holds all ids that readers of a language meet in listings, newest first.
    """
    settings = facts.config.feeds
    found: dict[Local, tuple[str, ...]] = {}
    if not settings.formats:
        return found
    for tag, ids in newest.items():
        own = [story_id for story_id in ids if texts[story_id][tag] == tag]
        if SITE in settings.of:
            found[tag, ""] = tuple(own[: settings.items])
        if KINDS in settings.of:
            for kind in facts.kinds.values():
                of_kind = [each for each in own if each.startswith(f"{kind.folder}/")]
                found[tag, kind.name] = tuple(of_kind[: settings.items])
        if TERMS in settings.of:
            for vocabulary in facts.vocabularies:
                for term, under in by_term(facts, own, vocabulary).items():
                    found[tag, f"{vocabulary}/{term}"] = tuple(under[: settings.items])
    return {key: ids for key, ids in found.items() if ids}


def feed_address(facts: Facts, subject: str, language: Language, format_: str) -> str:
    """Where a feed stands: beside the page that lists the same."""
    if not subject:
        folder = path(language.prefix)
    elif "/" in subject:
        vocabulary, term = subject.split("/", 1)
        folder = term_address(facts, vocabulary, term, language)
    else:
        folder = listing_address(facts, subject, language)
    return folder + FILES[format_]


def feed_pages(facts: Facts, found: Mapping[Local, tuple[str, ...]]) -> Iterator[Page]:
    """An output per feed and format. A theme with a ``feed.xml`` of its own writes the site's Atom feeds."""
    by_theme = FILES["atom"] in facts.templates
    if by_theme:
        for language in facts.config.languages:
            url = feed_address(facts, "", language, "atom")
            yield Page(url[1:], PageType.FEED, url, language.tag)
    for tag, subject in found:
        for format_ in facts.config.feeds.formats:
            if subject or format_ != "atom" or not by_theme:
                url = feed_address(facts, subject, facts.config.by_tag[tag], format_)
                yield Page(url[1:], PageType.FEED, url, tag, subject)
