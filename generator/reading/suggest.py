"""Did you mean ...?"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

from generator.model.kind import Field


def closest(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`, upper and lower case alike; empty when none is like it."""
    return closest_of(word, {each: each for each in known})


def closest_of(word: str, known: Mapping[str, str]) -> str:
    """Like `closest`, where each known spelling stands for a word: ``{"Rubrik": "title"}``."""
    folded = {spelling.casefold(): meant for spelling, meant in known.items()}
    # A very long word is no misspelling, and difflib takes quadratic time to find that out.
    found = difflib.get_close_matches(word.casefold()[:60], folded, n=1, cutoff=0.7)
    return folded[found[0]] if found else ""


def spellings(fields: Iterable[Field]) -> dict[str, str]:
    """What people may write for a field's name: the name, or its label in any language."""
    fields = tuple(fields)
    labels = {label: each.name for each in fields for label in each.label.values()}
    return labels | {each.name: each.name for each in fields}
