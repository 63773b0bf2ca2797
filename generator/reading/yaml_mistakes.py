"""What is wrong with a YAML text, said to somebody who does not know YAML.

PyYAML's words ("mapping values are not allowed in this context") name the parser's state. The rules
below look at the written lines around its mark instead, and are tried in order; the first that knows the
mistake speaks. They go by both of PyYAML's parsers, whose messages differ.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from generator.model.problem import N_, Problem, problem
from generator.reading.yaml_scene import Scene, Trouble, forbidden_start, quoted

_NO_SPACE = re.compile(r"\s*(?:- +)*[^\s:\"'#{\[][^\s:]*:(?=[^\s/:])")
_KEY = re.compile(r"\s*(?:- +)*[\"'{\[]*([^\s:#\"'][^:#]*?)[\"']?\s*:\s")
_LAYOUT = r"mapping values|expected key|block end|'-' indicator|document start"


def _tab(scene: Scene) -> Problem | None:
    line = scene.line(scene.at[0])
    indentation = line[: len(line) - len(line.lstrip())]
    at_tab = scene.character(scene.at) == "\t"
    about_layout = not scene.trouble.flow and re.search(rf"\btab\b|{_LAYOUT}", scene.says)
    if "\t" in indentation and (at_tab or about_layout):
        return problem(
            "yaml-tab",
            scene.location(scene.at[0], indentation.index("\t")),
            N_("This line is indented with a tab; only spaces work here."),
            N_("Replace each tab at the start of the line with two spaces."),
        )
    if not at_tab:
        return None
    return problem(
        "yaml-tab",
        scene.location(*scene.at),
        N_("There is a tab here; only spaces work."),
        N_("Replace the tab with a space."),
    )


def _is_quoted(event: Any) -> bool:
    return isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"')


def _quote(scene: Scene) -> Problem | None:
    last = scene.trouble.last
    if "quoted scalar" in scene.says and ("end of stream" in scene.says or "document" in scene.says):
        start = scene.start
    elif _is_quoted(last) and last.start_mark.line < last.end_mark.line == scene.at[0]:
        # A quoted text took a later line's opening mark for its end.
        start = (last.start_mark.line, last.start_mark.column)
    else:
        return None
    return problem(
        "yaml-unclosed-quote",
        scene.location(*start),
        N_("The quotation mark {mark} here has no closing partner."),
        N_("Put the same straight mark at the end of the value; curly quotation marks do not count."),
        mark=scene.character(start),
    )


def _escape(scene: Scene) -> Problem | None:
    if "escape" not in scene.says and "hexdecimal" not in scene.says and "hexadecimal" not in scene.says:
        return None
    return problem(
        "yaml-backslash",
        scene.location(scene.at[0], max(scene.line(scene.at[0]).rfind("\\", 0, scene.at[1] + 1), 0)),
        N_("A backslash inside double quotation marks has a meaning of its own."),
        N_("Use single quotation marks around the value, or write the backslash twice."),
    )


def _after_end(scene: Scene) -> Problem | None:
    last = scene.trouble.last
    ends = _is_quoted(last) or isinstance(last, (yaml.SequenceEndEvent, yaml.MappingEndEvent))
    if not ends or last.end_mark.line != scene.at[0] or scene.trouble.flow:
        return None
    line, end = scene.line(scene.at[0]), last.end_mark.column
    key = _KEY.match(line)
    if not key or not line[end - 1 : end] or line[end - 1] not in "\"']}":
        return None
    return problem(
        "yaml-text-after-end",
        scene.location(*scene.at),
        N_("There is more text after the {mark} that ends the value of {key}."),
        N_("Put the whole value in quotation marks: {example}"),
        mark=line[end - 1],
        key=key[1],
        example=f"{key[1]}: {quoted(line[key.end() :])}",
    )


def _start(scene: Scene) -> Problem | None:
    early = re.search(r"directive|anchor|alias|block scalar| tag\b|incompatible", scene.says)
    spot = scene.start if early else scene.at
    character = scene.character(spot)
    if "sequence entries are not allowed" in scene.says:
        return problem(
            "yaml-dash",
            scene.location(*spot),
            N_("A list cannot begin on the same line as its name."),
            N_('Put each "- " on a line of its own below the name, or put the value in quotation marks.'),
        )
    if not early and not re.search(
        r"cannot start any token|node content|mapping keys are not allowed", scene.says
    ):
        return None
    if not character or character not in "@`%&*!|>]},?:-" or scene.trouble.flow:
        return None
    return forbidden_start(scene.location(*spot), scene.line(spot[0]))


def _bracket(scene: Scene) -> Problem | None:
    flow = scene.trouble.flow
    number, column = (flow.line, flow.column) if flow else scene.start
    bracket = re.compile(r"[\[{]").search(scene.line(number), column)  # an anchor may stand before it
    if not bracket or not (flow or "flow" in scene.says):
        return None
    opening = bracket[0]
    return problem(
        "yaml-unclosed-bracket",
        scene.location(number, bracket.start()),
        N_('The list or group that opens with "{opening}" here cannot be read to its end.'),
        N_('Close it with "{closing}". Put text that holds commas, colons or brackets in quotation marks.'),
        opening=opening,
        closing="]" if opening == "[" else "}",
    )


def _colon(scene: Scene) -> Problem | None:
    line = scene.line(scene.at[0])
    key = _KEY.match(line)
    if "mapping values" not in scene.says or not key or scene.at[1] < key.end():
        return None
    return problem(
        "yaml-colon",
        scene.location(*scene.at),
        N_("The value of {key} holds a colon followed by a space, which begins a new key here."),
        N_("Put the value in quotation marks: {example}"),
        key=key[1],
        example=f"{key[1]}: {quoted(line[key.end() :])}",
    )


def _key(scene: Scene) -> Problem | None:
    """A line that should be ``key: value`` but lacks its colon or the space after it."""
    if "could not find expected ':'" in scene.says:
        number = scene.start[0]
    elif "mapping values" in scene.says:
        number = scene.before(scene.at[0])
    else:
        return None
    line = scene.line(number)
    if found := _NO_SPACE.match(line):
        return problem(
            "yaml-space-after-colon",
            scene.location(number, found.end() - 1),
            N_("There is no space after the colon."),
            N_("Write it like this: {example}"),
            example=f"{line[: found.end()].strip()} {line[found.end() :].strip()[:60]}",
        )
    if ":" in line or not line.strip():
        return None
    return problem(
        "yaml-missing-colon",
        scene.location(number, len(line) - len(line.lstrip())),
        N_("This line has no colon, so it is not clear what it names."),
        N_('Write "name: value". A text over several lines has its later lines indented.'),
    )


def _layout(scene: Scene) -> Problem | None:
    line = scene.line(scene.at[0])
    column = len(line) - len(line.lstrip())
    if not re.search(_LAYOUT, scene.says):
        return None
    if line.lstrip().startswith(":"):
        return problem(
            "yaml-no-key",
            scene.location(scene.at[0], column),
            N_("There is a colon without a word before it."),
            N_('Write "name: value".'),
        )
    if line.lstrip().startswith("- "):
        return problem(
            "yaml-stray-item",
            scene.location(scene.at[0], column),
            N_("This list item does not belong to any list."),
            N_('Put it below a line such as "tags:", with every "- " of the list in the same column.'),
        )
    return problem(
        "yaml-indentation",
        scene.location(scene.at[0], column),
        N_("This line is not indented like the lines it belongs with."),
        N_("Lines of the same list or group begin in the same column; top-level names begin in the first."),
    )


_RULES = (_tab, _quote, _escape, _colon, _bracket, _start, _after_end, _key, _layout)


def explain(error: yaml.YAMLError, trouble: Trouble) -> Problem:
    """The Problem behind what PyYAML complains about."""
    scene = Scene(error, trouble)
    for rule in _RULES:
        if found := rule(scene):
            return found
    return problem(
        "yaml-syntax",
        scene.location(*scene.at),
        N_("From here on the text does not follow the rules of YAML."),
        N_("Look for a missing quotation mark, colon or space in this line and the one above."),
    )
