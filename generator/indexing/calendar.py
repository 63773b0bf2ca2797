"""What takes place at a time: which of it is over, and when that changes next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from generator.indexing.listings import source_field
from generator.indexing.publication import moment
from generator.indexing.repeating import days_until_last
from generator.model.facts import Facts
from generator.model.kind import Occurs


def _end_of_day(at: datetime, zone: ZoneInfo) -> datetime:
    """The first moment after the day of `at`, as clocks in the zone have it."""
    return datetime.combine(at.astimezone(zone).date() + timedelta(days=1), datetime.min.time(), zone)


def over_at(facts: Facts, story_id: str, occurs: Occurs) -> datetime | None:
    """When an event is over: at its end; without one, or if it lasts all day, when the day ends.

    What comes back is over after the last time; what comes back for ever never is.
    """
    start, end = source_field(facts, story_id, occurs.start), None
    if occurs.end:
        end = source_field(facts, story_id, occurs.end)
    if not start:
        return None
    zone = ZoneInfo(facts.config.time_zone)
    later = days_until_last(facts, story_id, occurs)
    if later is None:
        return None
    if (
        end
        and len(end) > len("2026-11-23")
        and not (occurs.all_day and source_field(facts, story_id, occurs.all_day))
    ):
        # On local clocks, so that a change of the clocks in between moves nothing.
        return moment(end, facts.config).astimezone(zone) + later
    return _end_of_day(moment(end or start, facts.config).astimezone(zone) + later, zone)


def calendar(facts: Facts, ids: Iterable[str], now: datetime) -> tuple[frozenset[str], datetime | None]:
    """(ids of what is over at `now`, the next moment at which something is)."""
    kinds = {kind.folder: kind.occurs for kind in facts.kinds.values() if kind.occurs}
    over, coming = set(), []
    for story_id in ids:
        occurs = kinds.get(story_id.partition("/")[0])
        ends = over_at(facts, story_id, occurs) if occurs else None
        if ends is not None and ends <= now:
            over.add(story_id)
        elif ends is not None:
            coming.append(ends)
    return frozenset(over), min(coming, default=None)


def starts_at(facts: Facts, story_id: str, occurs: Occurs) -> datetime:
    """When it begins; what has no time yet comes last."""
    start = source_field(facts, story_id, occurs.start)
    return moment(start, facts.config) if start else datetime.max.replace(tzinfo=ZoneInfo("UTC"))


def by_time(facts: Facts, ids: Iterable[str], occurs: Occurs, over: frozenset[str]) -> tuple[str, ...]:
    """What is coming, soonest first, then what is over, latest first. Ties keep their order."""
    ordered = list(ids)
    coming = [each for each in ordered if each not in over]
    past = [each for each in ordered if each in over]
    coming.sort(key=lambda each: starts_at(facts, each, occurs))
    past.sort(key=lambda each: starts_at(facts, each, occurs), reverse=True)
    return (*coming, *past)
