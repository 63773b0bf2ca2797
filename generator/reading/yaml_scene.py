"""Where a YAML parser stopped, and the written lines around."""

from __future__ import annotations

from typing import Any, NamedTuple

import yaml

from generator.model.problem import N_, Location, Problem, problem

_LONGEST = 2_000  # characters of a line that are looked at


class Trouble(NamedTuple):
    """A text and how far its parser came."""

    text: str
    path: str
    first_line: int
    last: Any
    """The last event before the mistake, or None."""
    flow: Any
    """Mark of the innermost ``[`` or ``{`` that is still open, or None."""


def quoted(text: str) -> str:
    """`text` as YAML would want it in quotation marks, shortened for use as an example."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1]
    if len(text) > 60:
        text = text[:57].rstrip() + "..."
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def forbidden_start(location: Location, line: str) -> Problem:
    """A value in `line` that begins, at `location`, with a character YAML keeps for itself."""
    place = location.column - 1
    return problem(
        "yaml-start-character",
        location,
        N_(
            'A value that begins with "{character}" needs quotation marks, since the sign has a meaning here.'
        ),
        N_("Write it like this: {example}"),
        character=line[place : place + 1],
        example=f"{line[:place].strip()} {quoted(line[place:])}".strip(),
    )


class Scene:
    """The parser's complaint and the lines around it."""

    def __init__(self, error: yaml.YAMLError, trouble: Trouble) -> None:
        mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
        self.trouble = trouble
        self.lines = trouble.text.split("\n")
        self.says = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
        self.at = self._spot(mark) if mark else (0, 0)
        self.start = self._spot(context) if context else self.at

    def _spot(self, mark: Any) -> tuple[int, int]:
        """Line and column from 0; libyaml sees the end of a text one line below the last."""
        last = len(self.lines) - 1
        return (mark.line, mark.column) if mark.line <= last else (last, len(self.lines[last]))

    def line(self, number: int) -> str:
        """A line by its number from 0; empty outside the text."""
        return self.lines[number][:_LONGEST] if 0 <= number < len(self.lines) else ""

    def character(self, spot: tuple[int, int]) -> str:
        """What stands at a line and column, or nothing."""
        return self.line(spot[0])[spot[1] : spot[1] + 1]

    def location(self, line: int, column: int) -> Location:
        """The location in the file of a line and column from 0."""
        return Location(self.trouble.path, line + self.trouble.first_line, column + 1)

    def before(self, number: int) -> int:
        """The nearest line above `number` that says something, or -1."""
        above = number - 1
        while above >= 0 and not self.line(above).strip():
            above -= 1
        return above
