"""What comes back, against the rules as others compute them."""

from __future__ import annotations

from datetime import date, datetime
from itertools import islice

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from generator.indexing.recurrence import Repeats, last_day, occurrences

STARTS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@st.composite
def rules(draw: st.DrawFn) -> Repeats:
    """Any rule that a story may say."""
    every = draw(st.sampled_from(["day", "week", "month", "year"]))
    days: tuple[int, ...] = ()
    if every in ("week", "month"):
        days = tuple(sorted(draw(st.sets(st.integers(0, 6), max_size=3))))
    week = draw(st.sampled_from([0, 1, 2, 3, 4, -1])) if every == "month" and days else 0
    ends = draw(st.sampled_from(["never", "until", "times"]))
    return Repeats(
        every,
        draw(st.integers(1, 5)),
        days,
        week,
        draw(STARTS) if ends == "until" else None,
        draw(st.integers(1, 20)) if ends == "times" else None,
    )


@given(STARTS, rules())
def test_as_dateutil_computes_it(start: date, repeats: Repeats) -> None:
    """The days are those that another reader of the written rule finds, one by one."""
    until = f"{repeats.until:%Y%m%d}T235959" if repeats.until else ""
    rule = rrulestr(repeats.rule(until), dtstart=datetime(start.year, start.month, start.day))
    expected = [each.date() for each in islice(rule, 25)]

    assert expected == list(islice(occurrences(start, repeats), 25))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"every": "week"}, ["2026-11-24", "2026-12-01", "2026-12-08"]),
        (
            {"every": "week", "interval": 2, "days": ["thu", "tue"]},
            ["2026-11-24", "2026-11-26", "2026-12-08"],
        ),
        ({"every": "month", "days": ["tue"], "week": "fourth"}, ["2026-11-24", "2026-12-22", "2027-01-26"]),
        ({"every": "month", "days": ["tue"], "week": "last"}, ["2026-11-24", "2026-12-29", "2027-01-26"]),
        ({"every": "year"}, ["2026-11-24", "2027-11-24", "2028-11-24"]),
        ({"every": "day", "times": 2}, ["2026-11-24", "2026-11-25"]),
        ({"every": "week", "until": "2026-12-01"}, ["2026-11-24", "2026-12-01"]),
    ],
)
def test_in_words(said: dict[str, object], expected: list[str]) -> None:
    """Every way of saying it, from the fourth Tuesday of November 2026 on."""
    found = occurrences(date(2026, 11, 24), Repeats.from_fields(said))

    assert expected == [day.isoformat() for day in islice(found, 3)]


def test_a_day_that_some_months_lack() -> None:
    """The 31st comes back in months that have one, the 29th of February in leap years."""
    months = occurrences(date(2027, 1, 31), Repeats("month"))
    years = occurrences(date(2028, 2, 29), Repeats("year"))

    assert [day.month for day in islice(months, 4)] == [1, 3, 5, 7]
    assert [day.year for day in islice(years, 2)] == [2028, 2032]


def test_exceptions_count_but_do_not_take_place() -> None:
    """Of three times one is left out; the last day is that of the last that takes place."""
    repeats = Repeats("week", times=3, skipped=frozenset({date(2026, 12, 8)}))

    assert list(occurrences(date(2026, 11, 24), repeats)) == [date(2026, 11, 24), date(2026, 12, 1)]
    assert last_day(date(2026, 11, 24), repeats) == date(2026, 12, 1)
    assert last_day(date(2026, 11, 24), Repeats("week")) is None


def test_the_end_of_time() -> None:
    """What can never be comes to an end, and so does the calendar."""

    assert list(occurrences(date(9998, 6, 1), Repeats("year"))) == [date(9998, 6, 1), date(9999, 6, 1)]
