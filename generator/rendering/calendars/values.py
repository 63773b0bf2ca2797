"""An event as calendars know it, and the lines it becomes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from generator.indexing.recurrence import Repeats
from generator.rendering.calendars.lines import day, document, local, text
from generator.rendering.calendars.zones import timezone


@dataclass(frozen=True, slots=True)
class Event:
    """Something that takes place. Times are on the clocks of the site's zone."""

    uid: str
    """Stays the same when words, address or time change."""
    changed: date
    """When its authors last touched it."""
    start: datetime
    end: datetime | None
    all_day: bool
    title: str
    language: str
    description: str = ""
    url: str = ""
    location: str = ""
    position: tuple[float, float] | None = None
    """Latitude and longitude."""
    categories: tuple[str, ...] = ()
    made_up: bool = False
    repeats: Repeats | None = None

    def lines(self, zone: str) -> Iterator[str]:
        """The event as a VEVENT."""
        said = f";LANGUAGE={self.language}"
        stamp = f"{datetime.combine(self.changed, time(), UTC):%Y%m%dT%H%M%SZ}"
        yield "BEGIN:VEVENT"
        yield f"UID:{self.uid}"
        # The time of the build would make every calendar differ from the last one.
        yield f"DTSTAMP:{stamp}"
        yield f"LAST-MODIFIED:{stamp}"
        yield f"DTSTART{self._at(self.start, zone)}"
        if self.all_day:
            # The end is the first day that is not part of it any more.
            yield f"DTEND;VALUE=DATE:{day((self.end or self.start).date() + timedelta(days=1))}"
        elif self.end is not None:
            yield f"DTEND{self._at(self.end, zone)}"
        if self.repeats is not None:
            yield f"RRULE:{self.repeats.rule(self._until())}"
            for skipped in sorted(self.repeats.skipped):
                yield f"EXDATE{self._at(datetime.combine(skipped, self.start.timetz()), zone)}"
        yield f"SUMMARY{said}:{text(self.title)}"
        if self.description:
            yield f"DESCRIPTION{said}:{text(self.description)}"
        if self.location:
            yield f"LOCATION{said}:{text(self.location)}"
        if self.position:
            yield f"GEO:{self.position[0]:.6f};{self.position[1]:.6f}"
        if self.url:
            yield f"URL:{self.url}"
        if self.categories:
            yield f"CATEGORIES{said}:{','.join(text(each) for each in self.categories)}"
        yield f"STATUS:{'TENTATIVE' if self.made_up else 'CONFIRMED'}"
        yield f"TRANSP:{'TRANSPARENT' if self.all_day else 'OPAQUE'}"
        yield "END:VEVENT"

    def _at(self, moment: datetime, zone: str) -> str:
        if self.all_day:
            return f";VALUE=DATE:{day(moment.date())}"
        if zone == "UTC":
            return f":{local(moment)}Z"
        return f";TZID={zone}:{local(moment)}"

    def _until(self) -> str:
        """The rule's end: a day for days, else the day's last second in UTC, as the standard wants it."""
        if self.repeats is None or self.repeats.until is None:
            return ""
        if self.all_day:
            return day(self.repeats.until)
        last = datetime.combine(self.repeats.until, time(23, 59, 59), self.start.tzinfo)
        return f"{local(last.astimezone(UTC))}Z"


def calendar_of(events: Sequence[Event], zone: str, name: str, description: str, url: str) -> bytes:
    """A calendar of events; its time zone is in it if any of them needs one."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Pulsen//Pulsen//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{text(name)}",
        f"X-WR-CALNAME:{text(name)}",
        *([f"DESCRIPTION:{text(description)}", f"X-WR-CALDESC:{text(description)}"] if description else []),
        f"X-WR-TIMEZONE:{text(zone)}",
        f"SOURCE;VALUE=URI:{url}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
    ]
    timed = [event for event in events if not event.all_day]
    if timed and zone != "UTC":
        lines.extend(timezone(zone, *_years(timed)))
    for event in events:
        lines.extend(event.lines(zone))
    return document([*lines, "END:VCALENDAR"])


def _years(events: Sequence[Event]) -> tuple[int, int | None]:
    """The first and last year of events; None if one of them never ends."""
    last = None
    if not any(event.repeats for event in events):
        last = max((event.end or event.start).year for event in events)
    return min(event.start.year for event in events), last


def on_clocks(moment: datetime, zone: str) -> datetime:
    """A moment as the clocks of a zone show it."""
    return moment.astimezone(ZoneInfo(zone))
