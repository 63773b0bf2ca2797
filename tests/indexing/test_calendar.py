"""What is over, when that changes, and in which order events stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from generator.indexing.calendar import by_time, calendar
from generator.indexing.indexes import build_indexes
from generator.model.facts import Facts
from generator.model.kind import Field, FieldType, Occurs
from generator.model.story import Story
from tests.support.facts import TITLE, facts, kind, story

WHEN = Occurs("start", "end", "all_day")
EVENT = replace(
    kind("event", "events"),
    fields=(
        TITLE,
        Field("start", FieldType.DATETIME),
        Field("end", FieldType.DATETIME),
        Field("all_day", FieldType.BOOLEAN),
    ),
    occurs=WHEN,
)
NOW = datetime(2027, 2, 10, 19, 0, tzinfo=UTC)


def world(*stories: Story) -> Facts:
    """Facts with events."""
    plain = facts(*stories)
    return replace(plain, kinds={**plain.kinds, "event": EVENT})


@pytest.mark.parametrize(
    ("fields", "over", "due"),
    [
        ({"start": "2027-02-10T18:00+01:00", "end": "2027-02-10T20:00+01:00"}, True, None),
        (
            {"start": "2027-02-10T18:00+01:00", "end": "2027-02-10T20:01+01:00"},
            False,
            datetime(2027, 2, 10, 19, 1, tzinfo=UTC),
        ),
        # Without an end it lasts until midnight in Helsingborg, which is 23:00 in winter as UTC has it.
        ({"start": "2027-02-10T18:00+01:00"}, False, datetime(2027, 2, 10, 23, 0, tzinfo=UTC)),
        ({"start": "2027-02-09T18:00+01:00"}, True, None),
        # All day: the clock of its end means nothing.
        (
            {"start": "2027-02-06T10:00", "end": "2027-02-10T08:00", "all_day": True},
            False,
            datetime(2027, 2, 10, 23, 0, tzinfo=UTC),
        ),
        # Summer time begins in the night to 28 March 2027: that day has 23 hours.
        ({"start": "2027-03-28T10:00"}, False, datetime(2027, 3, 28, 22, 0, tzinfo=UTC)),
        ({}, False, None),
    ],
)
def test_when_an_event_is_over(fields: dict, over: bool, due: datetime | None) -> None:
    """An event is over at its end, or when its last day ends where the site is."""
    found, next_time = calendar(world(story("events/a", **fields)), ["events/a"], NOW)

    assert (over, due) == ("events/a" in found, next_time)


def test_only_kinds_that_occur_pass() -> None:
    """A place with a field called start is never over."""
    found, due = calendar(world(story("places/a", start="1999-01-01T10:00")), ["places/a"], NOW)

    assert (frozenset(), None) == (found, due)


def test_coming_first_then_past() -> None:
    """What is coming stands soonest first, then what is over, latest first; what has no time comes last."""
    here = world(
        story("events/late", start="2027-06-01T10:00"),
        story("events/soon", start="2027-02-11T10:00"),
        story("events/old", start="2026-01-01T10:00"),
        story("events/recent", start="2027-02-01T10:00"),
        story("events/undated"),
    )
    ids = sorted(story_id for story_id, _ in here.stories)
    over, _ = calendar(here, ids, NOW)

    expected = ("events/soon", "events/late", "events/undated", "events/recent", "events/old")
    assert expected == by_time(here, ids, WHEN, over)


def test_indexes_follow_the_clock() -> None:
    """An event leaves what is coming at its end, and the build that must see it is due then."""
    here = world(
        story("events/a", start="2027-02-10T18:00+01:00", end="2027-02-10T21:00+01:00"),
        story("events/b", start="2027-02-12T18:00+01:00", end="2027-02-12T21:00+01:00"),
    )
    ends = datetime(2027, 2, 10, 20, 0, tzinfo=UTC)
    before, after = build_indexes(here, NOW), build_indexes(here, ends)

    assert ("events/a", "events/b") == before.coming["sv"]
    assert ends == before.due
    assert ("events/b",) == after.coming["sv"]
    assert (("events/b", "events/a"),) == after.listings["sv", "event"]
    assert {"events/a"} == after.over
