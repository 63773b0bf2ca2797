"""Problems and results for people, for CI annotations, and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from importlib import resources
from typing import TYPE_CHECKING

from generator.model.problem import N_, Problem, Severity
from generator.survey import Result

if TYPE_CHECKING:
    from generator.interface_words import InterfaceWords, Phrase

LANGUAGES = ("sv", "en")
"""Languages messages can be written in."""

Translate = Callable[[str], str]
SEVERITIES = {Severity.ERROR: N_("Error"), Severity.ALARM: N_("Alarm"), Severity.WARNING: N_("Warning")}
"""What people read before a problem."""
ReadLine = Callable[[str, int], str | None]
"""Path and line number -> the line as it is written, or None."""


def translator(language: str) -> Translate:
    """Messages in a language; English, in which they are written, for any other."""
    if language not in LANGUAGES or language == "en":
        return lambda message: message
    from generator.reading.catalogue import read_catalogue

    text = resources.files("generator").joinpath(f"locale/{language}.po").read_text("utf-8")
    messages, _ = read_catalogue(text, f"generator/locale/{language}.po")

    def translate(message: str) -> str:
        found = messages.get(message, message)
        return found if isinstance(found, str) else message

    return translate


def fill(text: str, problem: Problem) -> str:
    """Put a problem's values into the slots of its message or hint."""
    return text.format_map(dict(problem.values))


def as_text(problem: Problem, translate: Translate, read_line: ReadLine) -> str:
    """A problem as a person reads it: where, what, the line itself with a mark below, what to do."""
    word = translate(SEVERITIES[problem.severity])
    lines = [f"{problem.location}: {word}: {fill(translate(problem.message), problem)}"]
    excerpt = read_line(problem.location.path, problem.location.line) if problem.location.line else None
    if excerpt is not None:
        lines.extend(_excerpt(excerpt, problem.location.line, problem.location.column))
    if problem.hint:
        lines.append(f"    -> {fill(translate(problem.hint), problem)}")
    return "\n".join(lines)


def _excerpt(line: str, number: int, column: int) -> Iterator[str]:
    """The written line and a mark below the column; a long line is cut around it."""
    width = 96
    start = max(0, column - width // 2) if column > width - 10 else 0
    shown = line[start : start + width].replace("\t", "→")
    margin = f"  {number} | "
    yield margin + ("…" if start else "") + shown + ("…" if len(line) > start + width else "")
    if column:
        yield " " * (len(margin) - 2) + "| " + " " * (column - 1 - start + bool(start)) + "^"


def as_annotation(problem: Problem, translate: Translate) -> str:
    """A problem as a GitHub Actions workflow command, which shows it beside the line in a pull request."""
    place = problem.location
    spot = f",line={place.line}" + (f",col={place.column}" if place.column else "") if place.line else ""
    text = fill(translate(problem.message), problem)
    if problem.hint:
        text += " " + fill(translate(problem.hint), problem)
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    # GitHub knows error, warning and notice, and passes over other words without a sound.
    command = Severity.ERROR if problem.severity is Severity.ALARM else problem.severity
    return f"::{command.value} file={place.path}{spot},title={problem.code}::{escaped}"


def as_data(problem: Problem, translate: Translate) -> dict[str, object]:
    """A problem as plain data for programs."""
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "path": problem.location.path,
        "line": problem.location.line,
        "column": problem.location.column,
        "message": fill(translate(problem.message), problem),
        "hint": fill(translate(problem.hint), problem),
    }


def result_as_json(result: Result, translate: Translate) -> str:
    """A whole build as one JSON object."""
    return json.dumps(
        {
            "published": result.published,
            "pages": result.pages,
            "read": result.read,
            "rendered": len(result.made),
            "written": result.written,
            "removed": result.removed,
            "due": result.due,
            "reasons": {output: list(reasons) for output, reasons in sorted(result.made.items())},
            "problems": [as_data(problem, translate) for problem in result.problems],
        },
        ensure_ascii=False,
        indent=2,
    )


def _count(problems: Iterable[Problem], translate: Translate) -> str:
    """How many problems there are of each severity."""
    found = Counter(problem.severity for problem in problems)
    text = translate("{errors} errors, {warnings} warnings")
    if found[Severity.ALARM]:
        text = translate("{errors} errors, {alarms} alarms, {warnings} warnings")
    return text.format(
        errors=found[Severity.ERROR], alarms=found[Severity.ALARM], warnings=found[Severity.WARNING]
    )


def summary(result: Result, seconds: float, translate: Translate) -> str:
    """What a build did, in a line or two."""
    counts = translate(
        "{pages} pages: {read} read, {made} rendered, {written} written, {removed} removed ({seconds} s)"
    )
    lines = [
        counts.format(
            pages=result.pages,
            read=result.read,
            made=len(result.made),
            written=result.written,
            removed=len(result.removed),
            seconds=f"{seconds:.2f}",
        )
    ]
    if result.problems:
        lines.append(_count(result.problems, translate))
    if not result.published:
        lines.append(translate("Nothing was published: mend the errors first. The old site is untouched."))
    return "\n".join(lines)


def words_as_text(words: InterfaceWords, translate: Translate) -> str:
    """Per language: how many interface strings are missing, unused and fuzzy, and which, and where."""
    counts = translate("{tag} ({name}): {missing} missing, {unused} unused, {fuzzy} fuzzy")
    lines = []
    for each in words.languages:
        groups = (
            (translate("missing"), each.missing),
            (translate("unused"), each.unused),
            (translate("fuzzy"), each.fuzzy),
        )
        missing, unused, fuzzy = (len(phrases) for _, phrases in groups)
        lines.append(counts.format(tag=each.tag, name=each.name, missing=missing, unused=unused, fuzzy=fuzzy))
        for word, phrases in groups:
            for phrase in phrases:
                spots = ", ".join(str(location) for location in phrase.locations)
                lines.append(f"    {word}: {json.dumps(phrase.text, ensure_ascii=False)}  {spots}")
    lines.extend(translate("{path} was written").format(path=path) for path in words.written)
    if not words.languages:
        lines.append(translate("The words cannot be compared: mend the errors first. Nothing was written."))
    return "\n".join(lines)


def words_as_json(words: InterfaceWords, translate: Translate) -> str:
    """The same as one JSON object."""
    return json.dumps(
        {
            "complete": words.complete,
            "languages": [
                {
                    "tag": each.tag,
                    "name": each.name,
                    "missing": [_phrase_as_data(phrase) for phrase in each.missing],
                    "unused": [_phrase_as_data(phrase) for phrase in each.unused],
                    "fuzzy": [_phrase_as_data(phrase) for phrase in each.fuzzy],
                }
                for each in words.languages
            ],
            "written": list(words.written),
            "problems": [as_data(problem, translate) for problem in words.problems],
        },
        ensure_ascii=False,
        indent=2,
    )


def _phrase_as_data(phrase: Phrase) -> dict[str, object]:
    found: dict[str, object] = {"text": phrase.text}
    if phrase.plural:
        found["plural"] = phrase.plural
    if phrase.comments:
        found["comments"] = list(phrase.comments)
    found["locations"] = [{"path": each.path, "line": each.line} for each in phrase.locations]
    return found
