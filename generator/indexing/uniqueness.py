"""No two stories of a language may be told apart by their address alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.model.facts import Facts
from generator.model.problem import N_, Location, Problem, Severity, problem

_SAID = {
    "title": (
        "title-shared",
        N_("{path} has the same title in the same language: {text}"),
        N_("Give one of them another title: in search results nobody can tell them apart."),
    ),
    "summary": (
        "summary-shared",
        N_("{path} has the same summary in the same language: {text}"),
        N_("Write a summary of its own for each: search engines show it below the title."),
    ),
}
_SHOWN = 60


def check_uniqueness(facts: Facts, languages: Mapping[str, tuple[str, ...]]) -> Iterator[Problem]:
    """Problems of published stories that share a title or a summary with another in their language."""
    same: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for story_id, tags in languages.items():
        for tag in tags:
            story = facts.stories[story_id, tag]
            for name in _SAID:
                text = " ".join(str(story.fields.get(name) or "").split()).casefold()
                if text:
                    same[name, tag, text].append(story.path)
    for (name, _, text), paths in same.items():
        first, *others = sorted(paths)
        code, message, hint = _SAID[name]
        for path in others:
            story_text = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
            yield problem(
                code, Location(path), message, hint, severity=Severity.WARNING, path=first, text=story_text
            )
