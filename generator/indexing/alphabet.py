"""The A-Z list: every story that is written in a language, under the letters of its alphabet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.indexing.addresses import HOME, single_address
from generator.indexing.collation import DIGITS, NO_LETTER, collation, heading_order, initial
from generator.indexing.listings import Ids, shown_field
from generator.indexing.translations import Texts
from generator.model.facts import Facts
from generator.model.language import Language
from generator.model.page import PageType

ON_ONE_PAGE = 400
"""Stories of a list that stands on one page; a longer one has a page for each letter. Four hundred lines
are about 30 kB of HTML."""


def by_letter(facts: Facts, texts: Texts, language: Language) -> dict[str, Ids]:
    """Letter -> ids, both in the language's order. Stories that are shown in another language are left out:
    their titles have no place in this alphabet."""
    base = language.base
    key, letter, order = collation(base), initial(base), heading_order(base)
    found: dict[str, list[tuple[str, str]]] = {}
    for story_id, shown in texts.items():
        if shown.get(language.tag) == language.tag and story_id != HOME:
            title = str(shown_field(facts, texts, language, story_id, "title") or "")
            found.setdefault(letter(title), []).append((title, story_id))
    return {
        heading: tuple(each for _, each in sorted(found[heading], key=lambda pair: (key(pair[0]), pair[1])))
        for heading in sorted(found, key=order)
    }


def has_pages(letters: Mapping[str, Sequence[str]]) -> bool:
    """True if the list is so long that each of its letters has a page."""
    return sum(map(len, letters.values())) > ON_ONE_PAGE


def letter_key(letter: str) -> str:
    """A heading as part of an address or an id."""
    return {DIGITS: "0-9", NO_LETTER: "other"}.get(letter, letter.lower())


def letter_address(facts: Facts, language: Language, letter: str) -> str:
    """Address of a letter's page."""
    return single_address(facts, PageType.INDEX, language, letter_key(letter))
