"""What a person should know about their content: where, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """ERROR keeps the build from publishing; the others do not.

    ALARM is as grave as an error, but publishing is the remedy: a picture whose consent has ended must
    leave the site even while nobody is there to mend the story.
    """

    ERROR = "error"
    ALARM = "alarm"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A spot in a source. Lines and columns count from 1; 0 means the whole file."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column}" if self.column else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake. `message` and `hint` are gettext ids with ``{name}`` slots for `values`.

    They are filled and translated when a report is written, so that one stored Problem
    can be read in Swedish by one person and in English by another.
    """

    code: str
    location: Location
    message: str
    hint: str = ""
    values: tuple[tuple[str, str], ...] = ()
    severity: Severity = Severity.ERROR

    def to_data(self) -> list[Any]:
        """The plain form that the store keeps."""
        place = self.location
        return [
            self.code,
            [place.path, place.line, place.column],
            self.message,
            self.hint,
            [list(pair) for pair in self.values],
            self.severity.value,
        ]

    @classmethod
    def from_data(cls, data: list[Any]) -> Problem:
        """The inverse of `to_data`."""
        code, place, message, hint, values, severity = data
        pairs = tuple((name, value) for name, value in values)
        return cls(code, Location(*place), message, hint, pairs, Severity(severity))


def problem(
    code: str,
    location: Location,
    message: str,
    hint: str = "",
    severity: Severity = Severity.ERROR,
    **values: object,
) -> Problem:
    """A Problem with its slots filled from keyword arguments."""
    pairs = tuple(sorted((name, str(value)) for name, value in values.items()))
    return Problem(code, location, message, hint, pairs, severity)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems as a reader wants them: by file, line and column, without repetitions."""
    return sorted(set(problems), key=lambda p: (p.location, p.severity, p.code, p.message, p.values))


def N_(message: str) -> str:  # noqa: N802 - the name gettext tools look for
    """Mark a message for translation without translating it yet."""
    return message
