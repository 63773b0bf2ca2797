"""A time zone as VTIMEZONE (RFC 5545, 3.6.5): when its clocks change, from the data of the zone itself."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from generator.indexing.recurrence import DAYS
from generator.rendering.calendars.lines import local, text

AHEAD = 10
"""Years for which changes are listed where no rule describes them."""


class Change(NamedTuple):
    """A moment at which the clocks of a zone are set anew."""

    at: datetime
    """On the clocks as they were before, without an offset."""
    before: timedelta
    after: timedelta
    name: str
    summer: bool


@lru_cache(maxsize=64)
def changes(zone: str, year: int) -> tuple[Change, ...]:
    """Those of one year, in order."""
    clocks = ZoneInfo(zone)
    found = []
    moment, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    while moment < end:
        later = moment + timedelta(days=1)
        if _offset(moment, clocks) != _offset(later, clocks):
            found.append(_change(moment, later, clocks))
        moment = later
    return tuple(found)


def _offset(moment: datetime, clocks: ZoneInfo) -> timedelta:
    return moment.astimezone(clocks).utcoffset() or timedelta()


def _change(low: datetime, high: datetime, clocks: ZoneInfo) -> Change:
    """Between two moments, found by halving; clocks are set at whole seconds."""
    before = _offset(low, clocks)
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=int((high - low).total_seconds() // 2))
        low, high = (middle, high) if _offset(middle, clocks) == before else (low, middle)
    after = high.astimezone(clocks)
    return Change(
        (high + before).replace(tzinfo=None),
        before,
        after.utcoffset() or timedelta(),
        after.tzname() or "",
        bool(after.dst()),
    )


def timezone(zone: str, first: int, last: int | None) -> Iterator[str]:
    """The lines that say when its clocks change from the year `first` to `last`; None: for ever."""
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{text(zone)}"
    until = (last or first) + (1 if last else AHEAD)
    years = range(first - 1, until + 1)
    series: dict[tuple[timedelta, timedelta, str, bool], list[Change]] = defaultdict(list)
    for year in years:
        for change in changes(zone, year):
            series[change[1:]].append(change)
    if not series:
        yield from _fixed(zone, first)
    for found in series.values():
        yield from _observance(found, years, endless=last is None)
    yield "END:VTIMEZONE"


def _observance(found: list[Change], years: range, *, endless: bool) -> Iterator[str]:
    """One way of setting the clocks: by a rule if it is the same day each year, else each by itself."""
    change = found[0]
    kind = "DAYLIGHT" if change.summer else "STANDARD"
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{local(change.at)}"
    rule = _rule([each.at for each in found])
    if rule and endless and [each.at.year for each in found] == list(years):
        yield f"RRULE:{rule}"
    else:
        for each in found[1:]:
            yield f"RDATE:{local(each.at)}"
    yield f"TZOFFSETFROM:{_written(change.before)}"
    yield f"TZOFFSETTO:{_written(change.after)}"
    yield f"TZNAME:{text(change.name)}"
    yield f"END:{kind}"


def _fixed(zone: str, year: int) -> Iterator[str]:
    """A zone whose clocks nobody sets."""
    at = datetime(year, 1, 1, tzinfo=ZoneInfo(zone))
    offset = _written(at.utcoffset() or timedelta())
    yield from ("BEGIN:STANDARD", f"DTSTART:{local(at)}", f"TZOFFSETFROM:{offset}", f"TZOFFSETTO:{offset}")
    yield from (f"TZNAME:{text(at.tzname() or '')}", "END:STANDARD")


def _rule(moments: list[datetime]) -> str | None:
    """``FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU`` if that describes all of them; None if no such rule does."""
    one = moments[0]
    same = {(each.month, each.weekday(), each.time()) for each in moments}
    if len(same) > 1:
        return None
    weeks = {(each.day - 1) // 7 + 1 for each in moments}
    lasts = {each.day + 7 > monthrange(each.year, each.month)[1] for each in moments}
    number = -1 if lasts == {True} else weeks.pop() if len(weeks) == 1 else 0
    return (
        f"FREQ=YEARLY;BYMONTH={one.month};BYDAY={number}{DAYS[one.weekday()][:2].upper()}" if number else None
    )


def _written(offset: timedelta) -> str:
    """``+0100``"""
    seconds = int(offset.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("+", seconds)
    hours, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    return f"{sign}{hours:02}{minutes:02}{f'{rest:02}' if rest else ''}"
