"""What comes back: every second Tuesday, the last Sunday of the month, each year, but not on that day.

The subset of RFC 5545's recurrence rules that people say in words. Days are those on local clocks, so an
evening at six stays at six when the clocks change.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from typing import Any

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKS: Mapping[str, int] = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_EVERY = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
_FAR = 400
"""Periods without an occurrence after which none is expected, such as the 31st of February."""


@dataclass(frozen=True, slots=True)
class Repeats:
    """How something comes back."""

    every: str
    """``day``, ``week``, ``month`` or ``year``"""
    interval: int = 1
    days: tuple[int, ...] = ()
    """Days of the week, Monday is 0; of a week or a month."""
    week: int = 0
    """Which of the month's such days, -1 for the last; 0 for all."""
    until: date | None = None
    """The last day on which it may be."""
    times: int | None = None
    """How often, those that are left out included."""
    skipped: frozenset[date] = frozenset()

    @property
    def endless(self) -> bool:
        """True if nobody has said when it stops."""
        return self.until is None and self.times is None

    @classmethod
    def from_fields(cls, said: Mapping[str, Any], skipped: Iterable[str] = ()) -> Repeats:
        """From the values of a story's fields, whose numbers have been checked."""
        return cls(
            said["every"],
            int(said.get("interval") or 1),
            tuple(sorted(DAYS.index(day) for day in said.get("days") or ())),
            WEEKS.get(said.get("week") or "", 0),
            date.fromisoformat(said["until"]) if said.get("until") else None,
            int(said["times"]) if said.get("times") else None,
            frozenset(date.fromisoformat(day) for day in skipped),
        )

    def rule(self, until: str = "") -> str:
        """As RFC 5545 writes it. `until` is `self.until` in the form that the start of the event asks for."""
        parts = [f"FREQ={_EVERY[self.every]}"]
        if self.interval > 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.times is not None:
            parts.append(f"COUNT={self.times}")
        elif until:
            parts.append(f"UNTIL={until}")
        if self.every == "week":
            parts.append("WKST=MO")
        if self.days and self.every in ("week", "month"):
            number = str(self.week) if self.every == "month" and self.week else ""
            parts.append("BYDAY=" + ",".join(number + DAYS[day][:2].upper() for day in self.days))
        return ";".join(parts)


def occurrences(start: date, repeats: Repeats) -> Iterator[date]:
    """The days of it from `start` on, in order, without those that are left out. Endless if it is."""
    for counted, day in enumerate(_candidates(start, repeats)):
        if (repeats.until and day > repeats.until) or counted == repeats.times:
            return
        if day not in repeats.skipped:
            yield day


def last_day(start: date, repeats: Repeats) -> date | None:
    """The day of the last occurrence; None if it is endless or all are left out."""
    found = None
    if not repeats.endless:
        for found in occurrences(start, repeats):  # noqa: B007
            pass
    return found


def _candidates(start: date, repeats: Repeats) -> Iterator[date]:
    missed = 0
    for number in count():
        try:
            days = [day for day in _period(start, repeats, number * repeats.interval) if day >= start]
        except (OverflowError, ValueError):  # the calendar ends with the year 9999
            return
        missed = 0 if days else missed + 1
        if missed > _FAR:
            return
        yield from days


def _period(start: date, repeats: Repeats, number: int) -> list[date]:
    """The days within the period that begins `number` days, weeks, months or years after the first one."""
    if repeats.every == "day":
        return [start + timedelta(days=number)]
    if repeats.every == "week":
        monday = start - timedelta(days=start.weekday()) + timedelta(weeks=number)
        return [monday + timedelta(days=day) for day in repeats.days or (start.weekday(),)]
    if repeats.every == "year":
        year = start.year + number
        return [] if start.month == 2 and start.day > monthrange(year, 2)[1] else [start.replace(year=year)]
    months = start.year * 12 + start.month - 1 + number
    year, month = divmod(months, 12)
    length = monthrange(year, month + 1)[1]
    if not repeats.days:
        return [date(year, month + 1, start.day)] if start.day <= length else []
    first = date(year, month + 1, 1)
    found: list[date] = []
    for day in repeats.days:
        such = list(range((day - first.weekday()) % 7 + 1, length + 1, 7))
        if repeats.week:
            at = repeats.week - 1 if repeats.week > 0 else repeats.week
            such = such[at : at + 1 or None]
        found.extend(date(year, month + 1, each) for each in such)
    return sorted(found)
