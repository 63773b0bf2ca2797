"""Calendars: of each language what is coming and what is over, and of each event its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.indexing.addresses import path
from generator.model.facts import Facts
from generator.model.language import Language
from generator.model.page import Page, PageType

Local = tuple[str, str]
"""(language tag, subject)"""
COMING, ARCHIVE = "", "archive"
"""Subjects of a language's calendars."""
_FILES = {COMING: "calendar.ics", ARCHIVE: "calendar-archive.ics"}
OWN = "event.ics"


def calendars(
    facts: Facts, listed: Mapping[str, Iterable[str]], coming: Mapping[str, tuple[str, ...]]
) -> dict[Local, tuple[str, ...]]:
    """Ids in each calendar. What is coming may be nothing: who subscribed shall not lose the address.

    `listed` holds all ids that readers of a language meet in listings, newest first.
    """
    folders = tuple(f"{kind.folder}/" for kind in facts.kinds.values() if kind.occurs and kind.listing)
    found: dict[Local, tuple[str, ...]] = {}
    if not folders:
        return found
    for tag, ids in listed.items():
        events = [each for each in ids if each.startswith(folders)]
        if events:
            found[tag, COMING] = coming.get(tag, ())
            over = tuple(each for each in events if each not in found[tag, COMING])
            if over:
                found[tag, ARCHIVE] = over
    return found


def calendar_address(subject: str, language: Language) -> str:
    """Where a language's calendar stands."""
    return path(language.prefix) + _FILES[subject]


def calendar_pages(
    facts: Facts,
    found: Mapping[Local, tuple[str, ...]],
    addresses: Mapping[tuple[str, str], str],
    texts: Mapping[str, Mapping[str, str]],
) -> Iterator[Page]:
    """An output per calendar and per event; an event's own stands beside its page."""
    for tag, subject in found:
        url = calendar_address(subject, facts.config.by_tag[tag])
        yield Page(url[1:], PageType.CALENDAR, url, tag, subject)
    folders = tuple(f"{kind.folder}/" for kind in facts.kinds.values() if kind.occurs)
    for (story_id, tag), url in addresses.items() if folders else ():
        if story_id.startswith(folders):
            own = url + OWN
            yield Page(own[1:], PageType.CALENDAR, own, tag, story_id, texts[story_id][tag])
