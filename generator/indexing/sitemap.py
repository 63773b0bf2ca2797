"""What search engines are told of the site: its pages, their last change, translations and picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from generator.indexing import listings as listing
from generator.model.facts import Facts
from generator.model.page import Page, PageType

if TYPE_CHECKING:
    from generator.indexing.indexes import Indexes

MOST = 25_000
"""Addresses in one file. 50,000 are allowed, and 50 MB (sitemaps.org, 0.9); a row with translations and a
picture takes about a kilobyte, so the size would be reached first."""

_NOT_TOLD = frozenset({PageType.SEARCH, PageType.NOT_FOUND})


class Row(NamedTuple):
    """One address."""

    url: str
    changed: str = ""
    """ISO date on which its words changed last, as their authors say; empty if nobody says."""
    alternates: tuple[tuple[str, str], ...] = ()
    """(hreflang, address) of its translations, itself included, x-default last; empty if there are none."""
    photo: str = ""
    """The picture of its story."""


def told(page: Page) -> bool:
    """True for pages that search engines should know: HTML in its own words, no fallback, no search form."""
    return page.url.endswith("/") and page.type not in _NOT_TOLD and page.text_language in ("", page.language)


def parts(addresses: int, most: int = MOST) -> int:
    """In how many files so many addresses stand; 0: in ``sitemap.xml`` itself."""
    return 0 if addresses <= most else -(-addresses // most)


def cut(rows: Sequence[Row], number: int, most: int = MOST) -> Sequence[Row]:
    """The rows of one file; number 0 is the only one."""
    return rows if number == 0 else rows[(number - 1) * most : number * most]


def sitemap_rows(facts: Facts, indexes: Indexes) -> tuple[Row, ...]:
    """A row per page, by address. A translation names the others and is named by them."""
    pages = [page for page in indexes.pages.values() if told(page)]
    related = _related(facts, indexes, pages)
    changed = _changes(facts, indexes)
    rows = []
    for page in pages:
        others = related[page.type, page.subject] if _translates(facts, page) else ()
        rows.append(Row(page.url, _changed(page, indexes, changed), others, _photo(page, facts, indexes)))
    return tuple(sorted(rows))


def _translates(facts: Facts, page: Page) -> bool:
    """Whether a page can have translations: later pages of listings and letters of an alphabet have none."""
    if page.number > 1 or (page.type is PageType.INDEX and page.subject):
        return False
    return page.type is PageType.CHOOSER or facts.config.by_tag[page.language].hreflang is not None


Key = tuple[PageType, str]


def _related(
    facts: Facts, indexes: Indexes, pages: Iterable[Page]
) -> Mapping[Key, tuple[tuple[str, str], ...]]:
    """Type and subject of pages that translate one another -> their languages and addresses."""
    order = {tag: position for position, tag in enumerate(facts.config.tags)}
    found: dict[Key, dict[str, str]] = defaultdict(dict)
    homes = None
    for page in pages:
        if page.type is not PageType.CHOOSER and _translates(facts, page):
            found[page.type, page.subject][page.language] = page.url
            homes = (page.type, page.subject) if page.type is PageType.HOME else homes
    related = {}
    for key, by_tag in found.items():
        source = facts.config.source_language
        if key[0] is PageType.STORY:
            source = indexes.languages[key[1]][0]
        default = "/" if key[0] is PageType.HOME else by_tag.get(source)
        pairs = [
            (facts.config.by_tag[tag].hreflang or tag, by_tag[tag])
            for tag in sorted(by_tag, key=order.__getitem__)
        ]
        related[key] = (*pairs, ("x-default", default)) if default else tuple(pairs)
    if homes:
        # The chooser is what x-default of the front pages leads to, so it names them back.
        related[PageType.CHOOSER, ""] = related[homes]
    return defaultdict(tuple, related)


def _changes(facts: Facts, indexes: Indexes) -> Mapping[tuple[str, str], str]:
    """(story id, language) -> date of the text's last change; without one, its source's date."""
    found = {}
    for story_id, tags in indexes.languages.items():
        first = listing.source_field(facts, story_id, "date") or ""
        for tag in tags:
            found[story_id, tag] = facts.stories[story_id, tag].fields.get("updated") or first
    return found


def _changed(page: Page, indexes: Indexes, changed: Mapping[tuple[str, str], str]) -> str:
    """A story's own date, and of a page that lists stories the latest of theirs."""
    if page.type is PageType.STORY:
        return changed.get((page.subject, page.language), "")
    at = (page.language, page.subject)
    ids: Sequence[str] = ()
    match page.type:
        case PageType.LISTING:
            ids = indexes.listings[at][page.number - 1]
        case PageType.TERM:
            ids = indexes.terms[at][page.number - 1]
        case PageType.FACET:
            ids = indexes.facet_pages[at][page.number - 1]
        case PageType.HOME:
            ids = (*indexes.newest[page.language], *([page.subject] if page.text_language else []))
    shown = (indexes.texts[each][page.language] for each in ids)
    return max((changed.get(key, "") for key in zip(ids, shown, strict=True)), default="")


def _photo(page: Page, facts: Facts, indexes: Indexes) -> str:
    """The picture of a page's story, if it may be shown."""
    if page.type not in (PageType.STORY, PageType.HOME) or not page.text_language:
        return ""
    image = listing.source_field(facts, page.subject, "image")
    return image["name"] if image and image["name"] in indexes.photos else ""
