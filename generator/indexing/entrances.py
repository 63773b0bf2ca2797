"""Ways in for sorts of readers: what the settings name must be there."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from generator.model.facts import Facts
from generator.model.problem import N_, Problem, problem


def check_entrances(facts: Facts) -> Iterator[Problem]:
    """Problems of entrances that lead to no story, term or kind."""
    if not facts.config.entrances:
        return
    known = {story_id for story_id, _ in facts.stories} | facts.kinds.keys()
    known |= {f"{name}/{key}" for name, each in facts.vocabularies.items() for key in each.terms}
    for entrance in facts.config.entrances:
        if entrance.to in known:
            continue
        close = get_close_matches(entrance.to, known, n=1, cutoff=0.5)
        yield problem(
            "entrance-target",
            entrance.location,
            N_("The entrance {name} leads to {target}, which is neither a story, a term nor a kind."),
            N_("Did you mean {suggestion}?") if close else N_("Write for instance guides/first-week."),
            name=entrance.name,
            target=entrance.to,
            suggestion=close[0] if close else "",
        )
