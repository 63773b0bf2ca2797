"""Dates, times and opening hours: what was written -> the stored form, or a `Mistake`."""

from __future__ import annotations

import re
from datetime import date, datetime

from generator.model.problem import N_
from generator.reading.field_values import as_written, shown
from generator.reading.mistake import Mistake

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)
_LOOSE_DATE = re.compile(r"([0-9]{4})[-/.]?([0-9]{1,2})[-/.]?([0-9]{1,2})", re.ASCII)
_DATETIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[Tt ] *([0-9]{1,2})[:.]([0-9]{2})(?::([0-9]{2})(?:\.[0-9]{1,9})?)?"
    r" *(?:([Zz])|([-+][0-9]{2}):?([0-9]{2})?)?)?",
    re.ASCII,
)
_INTERVAL = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})\s*[-\u2013]\s*([0-9]{1,2})[:.]([0-9]{2})", re.ASCII)


def _exists(said: str) -> bool:
    try:
        date.fromisoformat(said)
    except ValueError:
        return False
    return True


def day(value: object) -> str:
    """A date as ``2026-11-23``."""
    said = as_written(value)
    if _DATE.fullmatch(said):
        if _exists(said):
            return said
        raise Mistake(
            "date-impossible",
            N_("There is no day {text} in the calendar."),
            N_("Dates are written year-month-day, for instance 2026-11-23."),
            text=said,
        )
    meant = "2026-11-23"
    if loose := _LOOSE_DATE.fullmatch(said):
        guess = f"{loose[1]}-{loose[2]:0>2}-{loose[3]:0>2}"
        meant = guess if _exists(guess) else meant
    raise Mistake(
        "date-expected",
        N_('{field} should be a date, not "{text}".'),
        N_("Write year, month and day with hyphens: {example}"),
        text=shown(said),
        example=meant,
    )


def moment(value: object) -> str:
    """A point in time as ISO 8601: ``2026-11-23T18:00``, with the offset if one was written.

    A date alone is its first minute.
    """
    said = as_written(value)
    found = _DATETIME.fullmatch(said)
    if found:
        day_, hour, minute, second, zulu, hours, minutes = found.groups()
        offset = "+00:00" if zulu else f"{hours}:{minutes or '00'}" if hours else ""
        iso = f"{day_}T{hour or '0':0>2}:{minute or '00'}{':' + second if second else ''}{offset}"
        try:
            datetime.fromisoformat(iso)
        except ValueError:
            found = None
        else:
            return iso
    raise Mistake(
        "datetime-expected",
        N_('{field} should be a day and a time, not "{text}".'),
        N_("Write year-month-day and the time: 2026-11-23 18:00"),
        text=shown(said),
    )


def _clock(hour: str, minute: str) -> str | None:
    known = (int(hour) < 24 and int(minute) < 60) or (int(hour), int(minute)) == (24, 0)
    return f"{hour:0>2}:{minute}" if known else None


def _interval(value: object) -> list[str]:
    said = as_written(value)
    found = _INTERVAL.fullmatch(said)
    opens, closes = (_clock(found[1], found[2]), _clock(found[3], found[4])) if found else (None, None)
    if opens is None or closes is None or opens == closes or opens == "24:00":
        raise Mistake(
            "hours-expected",
            N_('"{text}" in {field} is not a time from and to.'),
            N_("Write 08:00-17:00, several as [08:00-12:00, 13:00-17:00], or closed."),
            text=shown(said),
        )
    return [opens, closes]


def hours(value: object) -> list[list[str]]:
    """The hours of one day as pairs ``["08:00", "17:00"]``, in order; closed is an empty list.

    A time to that is earlier than the time from lies on the next day, and only the last one may.
    """
    if not isinstance(value, list):
        if as_written(value).casefold() == "closed":
            return []
        value = [value]
    pairs = [_interval(each) for each in value]
    for position, (opens, _) in enumerate(pairs[1:]):
        before = pairs[position]
        if before[1] < before[0] or opens < before[1]:
            raise Mistake(
                "hours-overlap",
                N_("The times in {field} overlap or are not in order."),
                N_("Write them in the order of the day: [08:00-12:00, 13:00-17:00]"),
            )
    return pairs
