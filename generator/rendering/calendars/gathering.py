"""Which events a calendar holds, and what their stories say of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from generator.indexing.addresses import absolute
from generator.indexing.calendars import ARCHIVE
from generator.indexing.publication import moment
from generator.indexing.recurrence import Repeats
from generator.model.kind import FieldType, Occurs
from generator.model.page import Page
from generator.rendering.calendars.values import Event, calendar_of, on_clocks
from generator.rendering.feeds.gathering import stable_id
from generator.rendering.linked_data.values import EXACT, schema_of
from generator.rendering.look import Look
from generator.rendering.story_view import StoryView
from generator.rendering.views import SiteView

View = Callable[[Look, str], StoryView]
"""A story as a page's eyes see it."""


def calendar_file(page: Page, look: Look, story: View) -> bytes:
    """The calendar of a language, its archive, or that of a single event, named by the page's subject."""
    site = SiteView(look, page.url)
    zone = str(look.setting("time_zone"))
    url = absolute(site.url, page.url)
    if page.text_language:
        one = story(look, page.subject)
        event = _event(look, page.subject, story, zone)
        return calendar_of([event] if event else [], zone, one.title, "", url)
    look.saw(f"calendar:{page.language}/{page.subject}")
    ids = look.indexes.calendars[page.language, page.subject]
    events = [event for each in ids if (event := _event(look, each, story, zone))]
    name = site.name if page.subject != ARCHIVE else f"{site.name} ({_years(events)})"
    return calendar_of(events, zone, name, site.description, url)


def _years(events: list[Event]) -> str:
    """``2022`` or ``2019–2022``, of an archive, whose name needs no words that way."""
    found = sorted({event.start.year for event in events})
    return "–".join(str(year) for year in dict.fromkeys((found[0], found[-1])))


def _event(look: Look, story_id: str, view: View, zone: str) -> Event | None:
    """A story's event; None if it says no time."""
    story = view(look, story_id)
    kind = look.kind(story_id)
    look.saw(f"kind:{kind.name}#occurs")
    occurs = kind.occurs
    start = story.field(occurs.start) if occurs else None
    if occurs is None or not start:
        return None
    base = str(look.setting("base_url"))
    end = story.field(occurs.end) if occurs.end else None
    all_day = bool(occurs.all_day and story.field(occurs.all_day)) or len(start) == len("2026-11-23")
    url = absolute(base, story.url or "/")
    location, position = _where(look, story, view)
    day = story.updated or story.date or start[:10]
    return Event(
        uid=stable_id(base, story.id),
        changed=date.fromisoformat(day[:10]),
        start=on_clocks(moment(start, look.facts.config), zone),
        end=on_clocks(moment(end, look.facts.config), zone) if end else None,
        all_day=all_day,
        title=story.title,
        language=story.language.tag,
        description=f"{story.summary}\n\n{url}" if story.summary else url,
        url=url,
        location=location,
        position=position,
        categories=tuple(tag.name for tag in story.tags),
        made_up=bool(story.field("example")),
        repeats=_repeats(story, occurs),
    )


def _repeats(story: StoryView, occurs: Occurs) -> Repeats | None:
    said = story.field(occurs.repeats) if occurs.repeats else None
    skipped = (story.field(occurs.skips) if occurs.skips else None) or ()
    return Repeats.from_fields(said, skipped) if said else None


def _where(look: Look, story: StoryView, view: View) -> tuple[str, tuple[float, float] | None]:
    """The place an event points at, with its address and position; without one its area."""
    schema = schema_of(look, story.id)
    name = schema.field_of("location")
    target = story.field(name) if name else None
    if target is None or look.text_language(target) is None:
        return (story.area.name if story.area else ""), None
    place = view(look, target)
    parts = [place.title, str(place.field("address") or ""), place.area.name if place.area else ""]
    return ", ".join(dict.fromkeys(part for part in parts if part)), _position(look, place)


def _position(look: Look, place: StoryView) -> tuple[float, float] | None:
    """Where it is, if that is known to within a hundred metres."""
    for field in look.facts.fields[look.kind(place.id).name].values():
        if field.type is FieldType.POINT:
            value: dict[str, Any] | None = place.field(field.name)
            if value and (value.get("accuracy") or 0) <= EXACT:
                return value["lat"], value["lon"]
    return None
