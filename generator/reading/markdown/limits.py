"""How much of a text is read. No real text comes near; without limits a hostile one takes hours.

The limits are counted, not timed or found by running out of stack: the same text is refused on every machine.
"""

from __future__ import annotations

import re

from generator.model.problem import N_, Location, Problem, problem
from generator.reading.markdown.lists import RULE

MAX_LENGTH = 1_000_000
"""Characters of one text. A long novel has that many; the longest of 1,721 texts of real sites has 26,000."""
MAX_DEPTH = 40
"""Levels of quotes and lists. Each takes four of the thousand calls Python allows inside each other."""
MAX_LINES = 3000
"""Lines without an empty one between them. The block parser takes quadratic time over them."""
MAX_COLUMNS = 500
"""Columns of a table. The block parser takes quadratic time over them and over code between them."""
MAX_TAGS = 5000
"""Tags of raw HTML in one text. Cleaning takes quadratic time over tags that are never closed."""

_NESTING = re.compile(r"(?:[ \t]*+(?:>|[*+:-](?=[ \t])|[0-9]{1,9}\.(?=[ \t])))++")
_LEVEL = re.compile(r">|[*+:-]|[0-9]+\.")


def too_much(line: str, lines: int, location: Location) -> Problem | None:
    """Why a line cannot be read, if so; `lines` stand above it without an empty one between them."""
    nesting = _NESTING.match(line)
    depth = (len(line) - len(line.lstrip(" "))) // 4
    depth += len(_LEVEL.findall(nesting[0])) if nesting else 0
    if depth > MAX_DEPTH and not RULE.match(line):
        return problem(
            "too-deep",
            location,
            N_("This line is too deeply nested in lists or quotes to be read."),
            N_("Take away spaces or signs at its beginning. At most {limit} levels are read."),
            limit=MAX_DEPTH,
        )
    if lines > MAX_LINES:
        return problem(
            "too-long",
            location,
            N_("There are more than {limit} lines here without an empty line between them."),
            N_("Divide the text into paragraphs, or a long table into several."),
            limit=MAX_LINES,
        )
    if line.count("|") > MAX_COLUMNS or line.count("`") > 10 * MAX_COLUMNS:
        return problem(
            "too-long",
            location,
            N_("There are more signs such as | and ` on this line than can be read."),
            N_("Divide a table of more than {limit} columns; put code between lines of ```."),
            limit=MAX_COLUMNS,
        )
    return None


def too_long(length: int, location: Location) -> Problem:
    """A text of too many characters."""
    return problem(
        "too-long",
        location,
        N_("This text is {length} characters long; at most {limit} are read."),
        N_("Divide it into several stories."),
        length=length,
        limit=MAX_LENGTH,
    )


def too_many_tags(count: int, location: Location) -> Problem:
    """A text of too much HTML."""
    return problem(
        "too-long",
        location,
        N_("There are {count} HTML tags in this text; at most {limit} are read."),
        N_("Write it in Markdown."),
        count=count,
        limit=MAX_TAGS,
    )


def too_deep(location: Location) -> Problem:
    """A text nested in a way that the count of levels does not see."""
    return problem(
        "too-deep",
        location,
        N_("This text is too deeply nested to be read."),
        N_("Look for quotes or lists inside many others, and take them apart."),
    )
