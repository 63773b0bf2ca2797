"""YAML text -> plain data, with the location of every key and value.

One pass over the parser's events, with a stack of our own: PyYAML's loaders recurse (a line of a thousand
brackets ends in a RecursionError or worse), make dates and octal numbers, and forget where a value stood.
Thirteen lines of front matter with every location take 0.14 ms; `yaml.load`, which keeps none, takes 0.16 ms.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from generator.model.problem import N_, Location, Problem, problem
from generator.reading.key_paths import Marks
from generator.reading.yaml_mistakes import explain
from generator.reading.yaml_reader import Reader, RefusedError
from generator.reading.yaml_scene import Trouble

MAX_LENGTH = 1_000_000
"""Characters of one YAML text."""

# libyaml's parser is nine times faster than the one in Python, which serves where it is not installed.
_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What YAML refuses to read at all, and the byte order mark, which is no text either.
_UNREADABLE = re.compile("[^\t\n -~\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
# YAML 1.1 ends a line at these, editors and YAML 1.2 do not: they would shift every line number.
_ODD_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


class YamlResult(NamedTuple):
    """What a YAML text says.

    `data` is plain JSON data (keys always text as written and in NFC, dates as text); None when the text is
    empty or when a problem kept it from being read. `raw` holds the written text of unquoted scalars that
    are not text: ``{"free": "no"}`` for ``free: no``. Merge keys (``<<``) have no meaning of their own.
    """

    data: Any
    marks: Marks
    problems: tuple[Problem, ...]
    raw: dict[str, str]


def _refuse(reason: Problem, marks: Marks, *others: Problem) -> YamlResult:
    return YamlResult(None, marks, (*others, reason), {})


def _spot(text: str, index: int, path: str, first_line: int) -> Location:
    line_start = text.rfind("\n", 0, index) + 1
    return Location(path, first_line + text.count("\n", 0, index), index - line_start + 1)


def parse_yaml(text: str, path: str, first_line: int = 1) -> YamlResult:
    """Read `text`, whose first line is line `first_line` of the file at `path`. Never raises."""
    start = {"": Location(path, first_line, 1)}
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > MAX_LENGTH:
        return _refuse(
            problem(
                "yaml-too-long",
                start[""],
                N_("There are {length} characters of settings here; at most {limit} are read."),
                N_("Move long text into the body, below the second line of three hyphens."),
                length=len(text),
                limit=MAX_LENGTH,
            ),
            start,
        )
    if bad := _UNREADABLE.search(text):
        return _refuse(
            problem(
                "yaml-unreadable-character",
                _spot(text, bad.start(), path, first_line),
                N_("There is an invisible character here that cannot be read ({character})."),
                N_("Delete it and write the word again. Such characters come along when text is pasted."),
                character=f"U+{ord(bad[0]):04X}",
            ),
            start,
        )
    return _parse(_ODD_LINE_ENDS.sub(" ", text), path, first_line)


def _parse(text: str, path: str, first_line: int) -> YamlResult:
    reader = Reader(text, path, first_line)
    parser = _Parser(text)
    try:
        event = parser.get_event()
        while event is not None:
            reader.take(event)
            event = parser.get_event()
    except RefusedError as refused:
        return _refuse(refused.reason, reader.marks, *reader.problems)
    except yaml.YAMLError as error:
        trouble = Trouble(text, path, first_line, reader.last, reader.open_bracket)
        return _refuse(explain(error, trouble), reader.marks)
    finally:
        parser.dispose()
    reader.finish()
    return YamlResult(reader.data, reader.marks, tuple(reader.problems), dict(reader.raw))
