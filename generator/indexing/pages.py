"""Which pages exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.indexing.addresses import HOME, listing_address, output_of, path, single_address, term_address
from generator.indexing.alphabet import has_pages, letter_address
from generator.indexing.calendars import calendar_pages
from generator.indexing.facets import AT_ONCE, facet_address
from generator.indexing.feeds import feed_pages
from generator.indexing.sitemap import parts, told
from generator.indexing.translations import Texts
from generator.model.facts import Facts
from generator.model.language import Language
from generator.model.page import SINGLES, Page, PageType

Cut = Mapping[tuple[str, str], Sequence[Sequence[str]]]
"""(language tag, subject) -> the ids on each page of a listing."""


def singles(facts: Facts) -> dict[tuple[str, str], str]:
    """(language tag, page type) -> address, for pages that a language has once and the theme can show."""
    return {
        (language.tag, type_.value): single_address(facts, type_, language)
        for language in facts.config.languages
        for type_ in SINGLES
        if f"{type_.value}.html" in facts.templates
        and (type_ is not PageType.SEARCH or searchable(facts))
        and (type_ is not PageType.MAP or facts.geography is not None)
    }


MANIFEST = "manifest.webmanifest"
"""Template and file name of the web manifest, which each language has if the theme does."""
AT_THE_ROOT = ("favicon.ico",)
"""Files of the theme that programs ask for by this name without having read a page."""
SCRIPT = "js/search.js"
"""The theme's file that searches. A search page without it could only disappoint."""


SEARCH_FOLDER = "pagefind"
"""Where the search indexes stand in the site, in a folder for each language."""


def searchable(facts: Facts) -> bool:
    """True if readers can search: the site wants it, and the theme has the script for it."""
    return facts.config.search and SCRIPT in facts.assets


def pages(
    facts: Facts,
    texts: Texts,
    addresses: Mapping[tuple[str, str], str],
    listings: Cut,
    terms: Cut,
    letters: Mapping[str, Mapping[str, Sequence[str]]],
    facets: Cut,
    feeds: Mapping[tuple[str, str], tuple[str, ...]],
    calendars: Mapping[tuple[str, str], tuple[str, ...]],
) -> Iterator[Page]:
    """Every output of the site."""
    yield from feed_pages(facts, feeds)
    yield from calendar_pages(facts, calendars, addresses, texts)
    addressed = 0
    for page in _pages(facts, texts, addresses, listings, terms, letters, facets):
        addressed += told(page)
        yield page
    yield Page("sitemap.xml", PageType.SITEMAP, "/sitemap.xml", number=0)
    for number in range(1, parts(addressed) + 1):
        name = f"sitemap-{number}.xml"
        yield Page(name, PageType.SITEMAP, f"/{name}", number=number)


def _pages(
    facts: Facts,
    texts: Texts,
    addresses: Mapping[tuple[str, str], str],
    listings: Cut,
    terms: Cut,
    letters: Mapping[str, Mapping[str, Sequence[str]]],
    facets: Cut,
) -> Iterator[Page]:
    config = facts.config
    yield _page(PageType.CHOOSER, "/", config.source_language)
    yield Page("404.html", PageType.NOT_FOUND, "/404.html", config.source_language)
    yield Page("robots.txt", PageType.ROBOTS, "/robots.txt")
    for name, source_path in facts.assets.items():
        url = asset_address(name, facts.digests[source_path])
        yield Page(url[1:], PageType.ASSET, url, subject=name)
        if name in AT_THE_ROOT:
            yield Page(name, PageType.ASSET, f"/{name}", subject=name)
    for language in config.languages:
        home = path(language.prefix)
        shown = texts.get(HOME, {})
        yield _page(PageType.HOME, home, language.tag, HOME, shown.get(language.tag, ""))
        missing = f"{home}404.html"
        yield Page(missing[1:], PageType.NOT_FOUND, missing, language.tag)
        if MANIFEST in facts.templates:
            yield Page(f"{home}{MANIFEST}"[1:], PageType.MANIFEST, f"{home}{MANIFEST}", language.tag)
        for vocabulary in facts.vocabularies:
            url = term_address(facts, vocabulary, "", language)
            yield _page(PageType.TERMS, url, language.tag, vocabulary)
    for (tag, type_), url in singles(facts).items():
        yield _page(PageType(type_), url, tag)
        if type_ == PageType.INDEX and has_pages(letters[tag]):
            for letter in letters[tag]:
                yield _page(PageType.INDEX, letter_address(facts, config.by_tag[tag], letter), tag, letter)
    for (story_id, tag), url in addresses.items():
        if story_id != HOME:
            yield _page(PageType.STORY, url, tag, story_id, texts[story_id][tag])
    for (tag, kind), cut in listings.items():
        for number in range(1, len(cut) + 1):
            url = listing_address(facts, kind, config.by_tag[tag], number)
            yield _page(PageType.LISTING, url, tag, kind, number=number)
        if narrowed_at_once(facts, kind, sum(map(len, cut))):
            url = cards_address(facts, kind, config.by_tag[tag])
            yield Page(url[1:], PageType.CARDS, url, tag, kind)
    for (tag, subject), cut in facets.items():
        kind, field, value = subject.split("/")
        for number in range(1, len(cut) + 1):
            url = facet_address(facts, facts.kinds[kind], field, value, config.by_tag[tag], number)
            yield _page(PageType.FACET, url, tag, subject, number=number)
    for (tag, subject), cut in terms.items():
        vocabulary, _, term = subject.partition("/")
        for number in range(1, len(cut) + 1):
            url = term_address(facts, vocabulary, term, config.by_tag[tag], number)
            yield _page(PageType.TERM, url, tag, subject, number=number)


CARDS = "cards.json"
"""The template for all stories of a kind, from which a browser narrows the listing at once."""


def narrowed_at_once(facts: Facts, kind: str, stories: int) -> bool:
    """True if browsers can fetch all stories of a kind to narrow its listing without a new page."""
    return bool(facts.kinds[kind].facets) and CARDS in facts.templates and stories <= AT_ONCE


def cards_address(facts: Facts, kind: str, language: Language) -> str:
    """Address of all stories of a kind for browsers."""
    return f"{listing_address(facts, kind, language)}{CARDS}"


def asset_address(name: str, digest: str) -> str:
    """An address that changes with the content, so that browsers may keep the file for ever."""
    stem, dot, ending = name.rpartition(".")
    return f"/assets/{stem}.{digest[:10]}{dot}{ending}" if dot else f"/assets/{name}.{digest[:10]}"


def _page(
    type_: PageType, url: str, language: str, subject: str = "", text_language: str = "", number: int = 1
) -> Page:
    return Page(output_of(url), type_, url, language, subject, text_language, number)
