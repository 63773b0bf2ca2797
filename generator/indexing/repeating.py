"""How events come back, as their stories say it; and what cannot be meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from generator.indexing.listings import source_field
from generator.indexing.publication import moment, source_languages
from generator.indexing.recurrence import Repeats, last_day, occurrences
from generator.model.facts import Facts
from generator.model.kind import Occurs
from generator.model.problem import N_, Location, Problem, problem


def repeats_of(facts: Facts, story_id: str, occurs: Occurs) -> Repeats | None:
    """How an event comes back; None if it does not, or if what is said cannot be meant."""
    said = source_field(facts, story_id, occurs.repeats) if occurs.repeats else None
    if not said or any(_wrong_numbers(said)):
        return None
    skipped = (source_field(facts, story_id, occurs.skips) if occurs.skips else None) or ()
    return Repeats.from_fields(said, skipped)


def first_day(facts: Facts, story_id: str, occurs: Occurs) -> date | None:
    """The day it takes place first, as clocks of the site have it."""
    start = source_field(facts, story_id, occurs.start)
    if not start:
        return None
    return moment(start, facts.config).astimezone(ZoneInfo(facts.config.time_zone)).date()


def days_until_last(facts: Facts, story_id: str, occurs: Occurs) -> timedelta | None:
    """From the first time to the last; nothing if it takes place once, None if it never ends."""
    first, repeats = first_day(facts, story_id, occurs), repeats_of(facts, story_id, occurs)
    if first is None or repeats is None:
        return timedelta()
    if repeats.endless:
        return None
    return (last_day(first, repeats) or first) - first


def check_repeats(facts: Facts) -> Iterator[Problem]:
    """Problems of events that say how they come back."""
    kinds = {kind.folder: kind.occurs for kind in facts.kinds.values() if kind.occurs and kind.occurs.repeats}
    if not kinds:
        return
    for story_id, languages in source_languages(facts).items():
        occurs = kinds.get(story_id.partition("/")[0])
        said = source_field(facts, story_id, occurs.repeats) if occurs else None
        if occurs and said:
            where = Location(facts.stories[story_id, languages[0]].path)
            wrong = list(_wrong_numbers(said)) + list(_wrong_words(said))
            for name, number in wrong:
                yield _number(where, name, number) if number is not None else _word(where, name)
            first, repeats = first_day(facts, story_id, occurs), repeats_of(facts, story_id, occurs)
            if first and repeats and not wrong:
                yield from _wrong_days(where, first, repeats)


def _wrong_numbers(said: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name in ("interval", "times"):
        number = said.get(name)
        if number is not None and (number != int(number) or number < 1):
            yield name, number


def _wrong_words(said: Mapping[str, Any]) -> Iterator[tuple[str, None]]:
    """Names that have no meaning beside the others."""
    if said.get("days") and said["every"] not in ("week", "month"):
        yield "days", None
    if said.get("week") and not (said["every"] == "month" and said.get("days")):
        yield "week", None
    if said.get("until") and said.get("times"):
        yield "times", None


def _number(where: Location, name: str, number: Any) -> Problem:
    return problem(
        "repeats-number",
        where,
        N_("repeats: {name} is {number}, but it must be a whole number of at least 1."),
        N_("interval: 2 means every second time; times says how often in all."),
        name=name,
        number=number,
    )


def _word(where: Location, name: str) -> Problem:
    return problem(
        "repeats-words",
        where,
        N_("repeats: {name} cannot stand beside what else is said."),
        N_("days goes with week or month, week with days and month; say either until or times."),
        name=name,
    )


def _wrong_days(where: Location, first: date, repeats: Repeats) -> Iterator[Problem]:
    # Without an end every exception can be looked up, even one that comes after it.
    whole = replace(repeats, skipped=frozenset())
    if repeats.until and repeats.until < first:
        yield problem(
            "repeats-until",
            where,
            N_("The event begins on {first} and is said to end before that, on {until}."),
            N_("Write the last day on which it may take place under until."),
            first=first,
            until=repeats.until,
        )
        return
    if next(occurrences(first, whole), None) != first:
        yield problem(
            "repeats-start",
            where,
            N_("The event begins on {first}, which is not one of the days on which it is said to come back."),
            N_("Let it begin on the first of those days."),
            first=first,
        )
        return
    for skipped in sorted(repeats.skipped):
        days = occurrences(first, whole)
        if skipped not in _up_to(days, skipped):
            yield problem(
                "repeats-except",
                where,
                N_("{day} is an exception, but the event does not take place that day anyway."),
                N_("Check the day; it is written year-month-day."),
                day=skipped,
            )


def _up_to(days: Iterator[date], last: date) -> Iterator[date]:
    for day in days:
        yield day
        if day >= last:
            return
