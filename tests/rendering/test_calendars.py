"""Calendars as other programs read them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.page import PageType
from generator.rendering.calendars.lines import document, fold, text
from generator.rendering.calendars.zones import timezone
from tests.support.own_site import own_site
from tests.support.small_site import NOW, SITE, SmallSite

KIND = """\
-- content/kinds/event.yaml --
folder: events
label: {sv: Evenemang}
plural: {sv: Evenemang}
segment: {sv: evenemang, en: events}
schema: {type: Event, page: Article, properties: {start: startDate, place: location, repeats: eventSchedule}}
occurs: {start: start, end: end, all_day: all_day, repeats: repeats, skips: except}
fields:
  start: {type: datetime, label: {sv: Start}}
  end: {type: datetime, label: {sv: Slut}}
  all_day: {type: boolean, label: {sv: Heldag}}
  place: {type: relation, to: [place], label: {sv: Plats}}
  example: {type: boolean, label: {sv: Exempel}}
  except: {type: list, of: {type: date}}
  repeats:
    type: object
    fields:
      every: {type: choice, choices: {day: {}, week: {}, month: {}, year: {}}}
      interval: {type: number}
      days: {type: list, of: {type: choice, choices: {mon: {}, tue: {}, sun: {}}}}
      week: {type: choice, choices: {first: {}, last: {}}}
      until: {type: date}
      times: {type: number}
"""
EVENT = """\
-- content/events/swim.sv.md --
---
title: Dopp, kallt; och "gott"
summary: Ta med handduk.
date: 2026-11-01
start: 2026-11-24 18:00
end: 2026-11-24 19:30
place: places/tower
tags: [sea]
---
Text.
"""
PATH = "content/events/swim.sv.md"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    made = SmallSite(tmp_path, SITE + KIND + EVENT)
    result = made.build()
    assert not result.errors, result.problems
    return made


def events(site: SmallSite, output: str = "sv/calendar.ics") -> list[Any]:
    """The events that icalendar finds in a calendar, without complaint."""
    calendar = icalendar.Calendar.from_ical(site.disk.read(f"build/site/{output}"))
    assert not calendar.errors
    return list(calendar.events)


def change(site: SmallSite, *lines: str, now: datetime = NOW) -> list[str]:
    """Add lines to the event's front matter; returns the codes of what is said of it."""
    site.edit(PATH, "tags: [sea]", "\n".join(["tags: [sea]", *lines]))
    return [problem.code for problem in site.build(now).problems]


def test_every_calendar_of_our_own_site() -> None:
    """icalendar reads all of them without complaint; lines end and are folded as the standard wants."""
    site = own_site()
    found = [output for output, page in site.indexes.pages.items() if page.type is PageType.CALENDAR]
    for output in found:
        content = site.outputs[output]
        calendar = icalendar.Calendar.from_ical(content)
        assert not calendar.errors
        assert content.count(b"\n") == content.count(b"\r\n")
        assert max(map(len, content.split(b"\r\n"))) <= 75
        for event in calendar.events:
            assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "URL"} <= event.keys()
    assert {"sv/calendar.ics", "ar/calendar.ics", "sv/evenemang/kallbadsveckan/event.ics"} <= set(found)


def test_an_event(site: SmallSite) -> None:
    """Words come back whole, times with their zone, and the stamp is the day of the text."""
    (event,) = events(site)

    assert str(event["SUMMARY"]) == "Dopp, kallt; och ”gott”"
    assert str(event["DESCRIPTION"]) == "Ta med handduk.\n\nhttps://example.org/sv/evenemang/swim/"
    assert str(event["LOCATION"]) == "Tornet, Torget 1"
    assert event.start == datetime(2026, 11, 24, 18, tzinfo=ZoneInfo("Europe/Stockholm"))
    assert event.end - event.start == timedelta(hours=1, minutes=30)
    assert event["DTSTAMP"].dt == datetime(2026, 11, 1, tzinfo=UTC)
    assert event["CATEGORIES"].cats == ["Havet"]
    assert event["STATUS"] == "CONFIRMED"
    assert events(site, "sv/evenemang/swim/event.ics")[0].to_ical() == event.to_ical()


def test_a_fallback_is_in_the_readers_calendar(site: SmallSite) -> None:
    """An untranslated event is in the English calendar, says its language, and is the same event."""
    (event,) = events(site, "en/calendar.ics")

    assert event["SUMMARY"].params["LANGUAGE"] == "sv"
    assert event["UID"] == events(site)[0]["UID"]


def test_whole_days(site: SmallSite) -> None:
    """A day is a date, and ends with the first day that is not part of it."""
    change(site, "all_day: true")
    (event,) = events(site)

    assert (event.start, event.end) == (date(2026, 11, 24), date(2026, 11, 25))
    assert b"VTIMEZONE" not in site.disk.read("build/site/sv/calendar.ics")


def test_what_is_made_up_is_tentative(site: SmallSite) -> None:
    """A calendar shows an invented example as not certain."""
    change(site, "example: true")

    assert events(site)[0]["STATUS"] == "TENTATIVE"


def test_weekly_with_an_exception_across_the_change_of_clocks(site: SmallSite) -> None:
    """Six o'clock stays six o'clock in summer, the exception is left out, and the series ends on its day."""
    change(site, "repeats: {every: week, interval: 2, until: 2027-04-20}", "except: [2026-12-08]")
    (event,) = events(site)
    rule = dict(event["RRULE"])

    assert rule["FREQ"] == ["WEEKLY"]
    assert rule["INTERVAL"] == [2]
    assert rule["UNTIL"] == [datetime(2027, 4, 20, 21, 59, 59, tzinfo=UTC)]
    assert event["EXDATE"].dts[0].dt == datetime(2026, 12, 8, 18, tzinfo=ZoneInfo("Europe/Stockholm"))
    (zone,) = icalendar.Calendar.from_ical(site.disk.read("build/site/sv/calendar.ics")).timezones
    clocks = zone.to_tz()
    for day in (datetime(2026, 12, 8, 18), datetime(2027, 3, 30, 18), datetime(2040, 7, 1, 18)):
        assert day.replace(tzinfo=clocks).utcoffset() == (
            day.replace(tzinfo=ZoneInfo("Europe/Stockholm")).utcoffset()
        )


def test_a_series_of_whole_days(site: SmallSite) -> None:
    """Exceptions and end of a series of days are days."""
    change(site, "all_day: true", "repeats: {every: week, until: 2026-12-31}", "except: [2026-12-01]")
    (event,) = events(site)

    assert event["EXDATE"].dts[0].dt == date(2026, 12, 1)
    assert event["RRULE"]["UNTIL"] == [date(2026, 12, 31)]


def test_what_is_over_is_archived_at_its_time(site: SmallSite) -> None:
    """When an event ends it moves to the archive without an edit, and the address of the calendar stays."""
    assert "sv/calendar-archive.ics" not in site.disk.paths("build/site")
    before = events(site)[0]["UID"]
    site.build(NOW + timedelta(days=2))

    assert events(site) == []
    assert [event["UID"] for event in events(site, "sv/calendar-archive.ics")] == [before]


def test_a_series_is_over_after_its_last_time(site: SmallSite) -> None:
    """Between two times it is coming; after the last it is archived; without an end it stays."""
    change(site, "repeats: {every: week, times: 3}")
    site.build(datetime(2026, 12, 8, 18, 29, tzinfo=UTC))
    assert len(events(site)) == 1
    site.build(datetime(2026, 12, 8, 18, 31, tzinfo=UTC))
    assert events(site) == []
    site.edit(PATH, ", times: 3", "")
    site.build(datetime(2036, 12, 8, 18, 31, tzinfo=UTC))
    assert len(events(site)) == 1


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (["repeats: {every: week, interval: 0}"], "repeats-number"),
        (["repeats: {every: week, times: 1.5}"], "repeats-number"),
        (["repeats: {every: day, days: [mon]}"], "repeats-words"),
        (["repeats: {every: week, week: last}"], "repeats-words"),
        (["repeats: {every: week, times: 2, until: 2027-01-01}"], "repeats-words"),
        (["repeats: {every: week, until: 2026-11-01}"], "repeats-until"),
        (["repeats: {every: week, days: [mon]}"], "repeats-start"),
        (["repeats: {every: week}", "except: [2026-11-25]"], "repeats-except"),
        (["repeats: {every: fortnight}"], "choice-unknown"),
    ],
)
def test_what_cannot_be_meant(site: SmallSite, lines: list[str], code: str) -> None:
    """A series that makes no sense is told of and never written."""

    assert code in change(site, *lines)


@pytest.mark.parametrize("zone", ["Europe/Stockholm", "America/New_York", "Australia/Sydney", "Asia/Tokyo"])
@pytest.mark.parametrize("last", [2027, None])
def test_zones(zone: str, last: int | None) -> None:
    """At every noon of three years the clocks we describe show what the zone's own data say."""
    lines = ["BEGIN:VCALENDAR", *timezone(zone, 2026, last), "END:VCALENDAR"]
    (described,) = icalendar.Calendar.from_ical(document(lines)).timezones
    clocks = described.to_tz()
    for number in range(730):
        noon = datetime(2026, 1, 1, 12) + timedelta(days=number)
        assert noon.replace(tzinfo=clocks).utcoffset() == noon.replace(tzinfo=ZoneInfo(zone)).utcoffset()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_any_text_survives(value: str) -> None:
    """Escaped and folded, every text comes back; no line is longer than 75 octets."""
    lines = document([f"SUMMARY:{text(value)}"])
    assert all(len(line) <= 75 for line in lines.split(b"\r\n"))
    (line,) = icalendar.parser.Contentlines.from_ical(lines)[:1]

    assert value == icalendar.vText.from_ical(line.parts()[2])


def test_letters_are_not_cut() -> None:
    """A fold falls between letters, however many octets they have."""
    folded = fold("SUMMARY:" + "ö" * 100)

    assert folded.replace("\r\n ", "") == "SUMMARY:" + "ö" * 100
    assert [len(piece.encode()) for piece in folded.split("\r\n")] == [74, 75, 61]
