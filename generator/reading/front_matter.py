"""The two halves of a story's file: YAML between lines of three hyphens, and the body."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.model.problem import N_, Location, Problem, problem

_FENCE = re.compile(r"---\s*")
# What word processors and hasty fingers make of three hyphens.
_ALMOST = re.compile(r"[ \t]*[-\u2010-\u2015\u2212](?:[ \t]*[-\u2010-\u2015\u2212])*[ \t]*")
_OTHER_FORMATS = {"+++": "TOML", "{": "JSON", ";;;": "JSON"}


class FrontMatter(NamedTuple):
    """Both halves, with the line of the file that each begins on. Empty halves where a Problem says why."""

    yaml_text: str
    yaml_first_line: int
    body: str
    body_first_line: int
    problems: tuple[Problem, ...] = ()


def _wrong(reason: Problem, body: str = "", body_first_line: int = 1) -> FrontMatter:
    return FrontMatter("", 1, body, body_first_line, (reason,))


def _almost(line: str) -> bool:
    return len(line) < 100 and _ALMOST.fullmatch(line) is not None


def _missing(line: str, location: Location) -> Problem:
    if _almost(line):
        return problem(
            "front-matter-fence",
            location,
            N_('The line that opens the front matter must be exactly three hyphens, not "{text}".'),
            N_("Write --- at the start of the line. Word processors turn hyphens into dashes."),
            text=line.strip(),
        )
    for sign, name in _OTHER_FORMATS.items():
        if line.startswith(sign):
            return problem(
                "front-matter-format",
                location,
                N_("The front matter is written as {format}; only YAML is read."),
                N_('Write a line --- above it and below it, and "name: value" in between.'),
                format=name,
            )
    return problem(
        "front-matter-missing",
        location,
        N_("This file does not begin with front matter."),
        N_('Begin it with a line ---, then lines such as "title: ...", then a line --- again.'),
    )


def _unclosed(lines: list[str], opening: int, path: str) -> Problem:
    for number in range(opening + 1, len(lines)):
        if _almost(lines[number]) and lines[number].strip() != "-":
            return problem(
                "front-matter-unclosed",
                Location(path, number + 1, 1),
                N_('Front matter opens on line {line}, but "{text}" does not close it: three hyphens do.'),
                N_("Write --- at the start of the line. Word processors turn hyphens into dashes."),
                line=opening + 1,
                text=lines[number].strip()[:20],
            )
    return problem(
        "front-matter-unclosed",
        Location(path, opening + 1, 1),
        N_("The front matter that opens on line {line} is never closed."),
        N_("Write a line --- between the front matter and the text."),
        line=opening + 1,
    )


def split_front_matter(text: str, path: str) -> FrontMatter:
    """Split `text` (``\\n`` line ends). Empty lines above the front matter are tolerated. Never raises."""
    lines = text.split("\n")
    opening = next((number for number, line in enumerate(lines) if line.strip()), -1)
    if opening < 0:
        return _wrong(
            problem(
                "file-empty",
                Location(path),
                N_("This file is empty."),
                N_("Write a story in it, or remove the file."),
            )
        )
    if not _FENCE.fullmatch(lines[opening]):
        return _wrong(_missing(lines[opening], Location(path, opening + 1, 1)), text)
    closing = next(
        (number for number in range(opening + 1, len(lines)) if _FENCE.fullmatch(lines[number])), -1
    )
    if closing < 0:
        return _wrong(_unclosed(lines, opening, path))
    return FrontMatter(
        yaml_text="\n".join(lines[opening + 1 : closing]),
        yaml_first_line=opening + 2,
        body="\n".join(lines[closing + 1 :]),
        body_first_line=closing + 2,
    )
