"""All indexes together: built from facts in one go, and laid out as entries to be compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import datetime

from generator.incremental.entries import Entries, digest
from generator.indexing import addresses as addressing
from generator.indexing import listings as listing
from generator.indexing.alphabet import by_letter as in_alphabet
from generator.indexing.calendar import by_time, calendar
from generator.indexing.calendars import calendars
from generator.indexing.entrances import check_entrances
from generator.indexing.facets import AT_ONCE, Values, narrow
from generator.indexing.feeds import feeds
from generator.indexing.located import located
from generator.indexing.pages import pages
from generator.indexing.pages import singles as single_pages
from generator.indexing.photo_rights import check_photos, shown_photos
from generator.indexing.publication import publication
from generator.indexing.references import check_references, check_translations
from generator.indexing.relations import mentions, related
from generator.indexing.repeating import check_repeats
from generator.indexing.sitemap import sitemap_rows
from generator.indexing.translations import Texts, stale_translations, texts
from generator.indexing.uniqueness import check_uniqueness
from generator.model.facts import Facts
from generator.model.page import Page, PageType
from generator.model.photo import Photo
from generator.model.problem import Problem

NEWEST = 20
"""Stories in a feed; a home page shows the first of them."""

Ids = tuple[str, ...]
Local = tuple[str, str]
"""(language tag, subject)"""


@dataclass(frozen=True)
class Indexes:
    """Pure functions of all facts at one moment. A tag is a language tag, an id a story's."""

    texts: Texts
    """id -> reader's tag -> tag of the text shown."""
    languages: Mapping[str, tuple[str, ...]]
    """id -> tags it can be read in, its source language first."""
    addresses: Mapping[tuple[str, str], str]
    """(id, reader's tag) -> address."""
    listings: Mapping[Local, tuple[Ids, ...]]
    """(tag, kind) -> ids on each page."""
    terms: Mapping[Local, tuple[Ids, ...]]
    """(tag, "vocabulary/term") -> ids on each page."""
    counts: Mapping[Local, int]
    """(tag, "vocabulary/term") -> number of stories."""
    facets: Mapping[Local, Values]
    """(tag, kind) -> facets and values in use, with the number of stories under each."""
    facet_pages: Mapping[Local, tuple[Ids, ...]]
    """(tag, "kind/field/value") -> ids on each page."""
    coming: Mapping[str, Ids]
    """tag -> ids of what takes place and is not over, soonest first."""
    over: frozenset[str]
    """Ids of what has taken place."""
    located: Mapping[str, tuple[Ids, Ids]]
    """tag -> (ids with a position, ids that should have one)."""
    featured: Mapping[str, Ids]
    newest: Mapping[str, Ids]
    feeds: Mapping[Local, Ids]
    """(tag, subject of a feed) -> ids, newest first."""
    calendars: Mapping[Local, Ids]
    """(tag, subject of a calendar) -> ids."""
    related: Mapping[Local, Ids]
    """(tag, id) -> ids"""
    mentions: Mapping[Local, Ids]
    """(tag, id) -> ids of stories that point at it."""
    neighbours: Mapping[Local, tuple[str | None, str | None]]
    """(tag, id) -> previous and next in the listing of its kind."""
    menus: Mapping[Local, Ids]
    """(tag, menu) -> ids of pages in it."""
    singles: Mapping[Local, str]
    """(tag, page type) -> address of a page the language has once: its search page, A-Z list or map."""
    letters: Mapping[str, Mapping[str, Ids]]
    """tag -> letter -> ids of the A-Z list; empty if no page shows it."""
    photos: Mapping[str, Photo]
    """Pictures that may be shown now."""
    stale: Set[tuple[str, str]]
    """(id, tag) of translations older than their source."""
    pages: Mapping[str, Page]
    """Output path -> page."""
    problems: tuple[Problem, ...]
    due: datetime | None
    """When publication changes next."""


def build_indexes(facts: Facts, now: datetime, *, drafts: bool = False) -> Indexes:
    """Compute every index. Cost is linear in stories x languages; measured in ARCHITECTURE.md."""
    published = publication(facts, now, drafts=drafts)
    shown = texts(facts.config, published.languages)
    urls = addressing.addresses(facts, shown)
    size = facts.config.per_page
    pointing = mentions(facts, published.languages)
    stale = stale_translations(facts, published.languages)
    in_order: dict[Local, tuple[Ids, ...]] = {}
    by_term: dict[Local, tuple[Ids, ...]] = {}
    counts: dict[Local, int] = {}
    narrowed: dict[Local, Values] = {}
    by_facet: dict[Local, tuple[Ids, ...]] = {}
    coming: dict[str, Ids] = {}
    on_map: dict[str, tuple[Ids, Ids]] = {}
    over, over_due = calendar(facts, shown, now)
    featured: dict[str, Ids] = {}
    newest: dict[str, Ids] = {}
    aged: dict[str, list[str]] = {}
    next_to: dict[Local, tuple[str | None, str | None]] = {}
    to_read: dict[Local, Ids] = {}
    mentioned: dict[Local, Ids] = {}
    menus: dict[Local, Ids] = {}
    singles = single_pages(facts)
    letters: dict[str, dict[str, Ids]] = {}
    chosen = {story_id: listing.source_field(facts, story_id, "related") or () for story_id in shown}
    tags = {story_id: listing.source_field(facts, story_id, "tags") or () for story_id in shown}
    ordered_before: list[str] = []
    alike: dict[str, Ids] = {}
    for language in facts.config.languages:
        tag = language.tag
        ids = listing.listed(facts, shown, language)
        by_age = listing.newest(facts, ids)
        aged[tag] = by_age
        newest[tag] = tuple(by_age[:NEWEST])
        featured[tag] = tuple(each for each in by_age if listing.source_field(facts, each, "featured"))
        if (tag, PageType.INDEX) in singles or (tag, PageType.SEARCH) in singles:
            letters[tag] = in_alphabet(facts, shown, language)
        for kind in facts.kinds.values():
            own = [each for each in ids if each.startswith(f"{kind.folder}/")]
            if kind.listing and own:
                ordered = listing.in_kind_order(facts, shown, language, kind, own)
                if kind.occurs:
                    ordered = by_time(facts, ordered, kind.occurs, over)
                    coming[tag] = (*coming.get(tag, ()), *(each for each in ordered if each not in over))
                in_order[tag, kind.name] = tuple(listing.pages_of(ordered, size))
                for story_id, beside in listing.neighbours(ordered).items():
                    next_to[tag, story_id] = beside
                narrowed[tag, kind.name], with_pages = narrow(facts, kind, ordered)
                for subject, under in with_pages.items():
                    by_facet[tag, subject] = tuple(listing.pages_of(under, size))
        on_map[tag] = located(facts, ids)
        for vocabulary in facts.vocabularies:
            for term, under in listing.by_term(facts, by_age, vocabulary).items():
                by_term[tag, f"{vocabulary}/{term}"] = tuple(listing.pages_of(under, size))
                counts[tag, f"{vocabulary}/{term}"] = len(under)
        if by_age != ordered_before:
            # Languages that list the same stories share the dearest of the indexes.
            ordered_before, alike = by_age, related(chosen, tags, by_age)
        to_read.update({(tag, story_id): found for story_id, found in alike.items()})
        readable = {story_id for story_id, by_reader in shown.items() if tag in by_reader}
        for story_id, ids_pointing in pointing.items():
            if visible := tuple(each for each in ids_pointing if each in readable):
                mentioned[tag, story_id] = visible
        for menu, entries in listing.menus(facts, readable).items():
            menus[tag, menu] = entries
    photos, photos_due = shown_photos(facts, now)
    in_feeds = feeds(facts, shown, aged)
    in_calendars = calendars(facts, aged, coming)
    found_pages, problems = addressing.collisions(
        facts, pages(facts, shown, urls, in_order, by_term, letters, by_facet, in_feeds, in_calendars)
    )
    problems.extend(check_references(facts, published.languages))
    problems.extend(check_photos(facts, now))
    problems.extend(check_entrances(facts))
    problems.extend(check_repeats(facts))
    problems.extend(check_translations(facts, published.languages, stale))
    problems.extend(check_uniqueness(facts, published.languages))
    return Indexes(
        texts=shown,
        languages=published.languages,
        addresses=urls,
        listings=in_order,
        terms=by_term,
        counts=counts,
        facets=narrowed,
        facet_pages=by_facet,
        coming={tag: coming.get(tag, ()) for tag in facts.config.tags},
        over=over,
        located=on_map,
        featured=featured,
        newest=newest,
        feeds=in_feeds,
        calendars=in_calendars,
        related=to_read,
        mentions=mentioned,
        neighbours=next_to,
        menus=menus,
        singles=singles,
        letters=letters,
        photos=photos,
        stale=frozenset(stale),
        pages={page.output: page for page in found_pages},
        problems=tuple(problems),
        due=min((each for each in (published.due, photos_due, over_due) if each), default=None),
    )


def entries(facts: Facts, indexes: Indexes) -> Entries:
    """Every index entry under the key by which it is asked for, with a digest of its value.

    What belongs to one story or one page is compared by its row instead, see `index_rows`.
    """
    return {key: digest(value) for key, value in _named(facts, indexes)}


def _named(facts: Facts, indexes: Indexes) -> Iterator[tuple[str, object]]:
    for (tag, kind), cut in indexes.listings.items():
        yield f"listing:{tag}/{kind}", len(cut)
        yield f"listed:{tag}/{kind}", min(sum(map(len, cut)), AT_ONCE + 1)
        yield f"opening:{tag}/{kind}", cut[0][:HOME_KIND]
        for number, ids in enumerate(cut, 1):
            yield f"listing:{tag}/{kind}/{number}", ids
    for (tag, term), cut in indexes.terms.items():
        yield f"term-pages:{tag}/{term}", len(cut)
        for number, ids in enumerate(cut, 1):
            yield f"term:{tag}/{term}/{number}", ids
    for (tag, subject), cut in indexes.facet_pages.items():
        yield f"facet-pages:{tag}/{subject}", len(cut)
        for number, ids in enumerate(cut, 1):
            yield f"facet:{tag}/{subject}/{number}", ids
    for (tag, kind), values in indexes.facets.items():
        yield f"facets:{tag}/{kind}", values
    for story_id in indexes.over:
        yield f"over:{story_id}", True
    for language in facts.config.languages:
        tag = language.tag
        yield f"coming:{tag}", indexes.coming[tag][:HOME_EVENTS]
        yield f"located:{tag}", indexes.located[tag]
        for vocabulary in facts.vocabularies:
            yield f"terms:{tag}/{vocabulary}", terms_of(facts, indexes, tag, vocabulary)
        yield f"kinds:{tag}", kinds_of(facts, indexes, tag)
        yield f"featured:{tag}", indexes.featured[tag]
        yield f"newest:{tag}", indexes.newest[tag]
        by_letter = indexes.letters.get(tag, {})
        yield f"letters:{tag}", tuple((letter, len(ids)) for letter, ids in by_letter.items())
        for letter, ids in by_letter.items():
            yield f"letter:{tag}/{letter}", ids
    for (tag, subject), ids in indexes.feeds.items():
        yield f"feed:{tag}/{subject}", ids
    for (tag, subject), ids in indexes.calendars.items():
        yield f"calendar:{tag}/{subject}", ids
    for (tag, type_), url in indexes.singles.items():
        yield f"single:{tag}/{type_}", url
    for (tag, menu), ids in indexes.menus.items():
        yield f"menu:{tag}/{menu}", ids
    for name, photo in indexes.photos.items():
        yield f"photo:{name}", (photo.to_data(), facts.imaging)
    yield "sitemap", sitemap_rows(facts, indexes)


HOME_NEWEST = 12
"""Of the newest stories, those a home page shows."""
HOME_EVENTS = 6
"""Of what takes place soonest."""
HOME_KIND = 6
"""Stories of one kind on a home page."""


def terms_of(facts: Facts, indexes: Indexes, tag: str, vocabulary: str) -> tuple[tuple[str, int], ...]:
    """(term, number of stories) of every term in use, in the order of the vocabulary."""
    terms = facts.vocabularies[vocabulary].terms
    counted = ((term, indexes.counts.get((tag, f"{vocabulary}/{term}"), 0)) for term in terms)
    return tuple((term, count) for term, count in counted if count)


def alternates(indexes: Indexes, story_id: str) -> tuple[tuple[str, str], ...]:
    """(tag, address) of a story's real translations, itself included: for head, sitemap and switcher."""
    shown = indexes.texts[story_id]
    return tuple((tag, indexes.addresses[story_id, tag]) for tag, text in shown.items() if tag == text)


def kinds_of(facts: Facts, indexes: Indexes, tag: str) -> Ids:
    """Kinds a reader can list."""
    return tuple(name for name in facts.kinds if (tag, name) in indexes.listings)
