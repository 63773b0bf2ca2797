"""Sorting text as readers of a language expect.

The rules are those of the Unicode Common Locale Data Repository (collation/*.xml) for the letters of the
languages below; every other language gets the root order: accents decide only between words that are
otherwise equal. The full algorithm needs ICU, which has no wheels for Windows.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache

Key = tuple[tuple[float, ...], str]

_AFTER_Z: Mapping[str, tuple[str, ...]] = {
    # Each string is one place in the alphabet; its letters differ only at the second level.
    "sv": ("å", "äæ", "öøő"),
    "fi": ("å", "äæ", "öø"),
    "da": ("æä", "øöő", "å"),
    "nb": ("æä", "øöő", "å"),
    "nn": ("æä", "øöő", "å"),
    "no": ("æä", "øöő", "å"),
    "is": ("þ", "æä", "öø", "å"),
    "et": ("õ", "ä", "ö", "ü"),
}
_DIGRAPHS: Mapping[str, Mapping[str, str]] = {
    "da": {"aa": "å"},
    "nb": {"aa": "å"},
    "nn": {"aa": "å"},
    "no": {"aa": "å"},
}
_ROOT = {"æ": "ae", "ø": "o", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "œ": "oe", "ł": "l", "ı": "i"}


@lru_cache(maxsize=32)
def collation(language: str) -> Callable[[str], Key]:
    """The sort key of text for a primary language subtag such as ``sv``."""
    places = {
        letter: ord("z") + (position + 1) / 100
        for position, letters in enumerate(_AFTER_Z.get(language, ()))
        for letter in letters
    }
    digraphs = _DIGRAPHS.get(language, {})

    @lru_cache(maxsize=65536)
    def key(text: str) -> Key:
        folded = unicodedata.normalize("NFC", text).casefold()
        for pair, letter in digraphs.items():
            folded = folded.replace(pair, letter)
        primary: list[float] = []
        for character in folded:
            if character in places:
                primary.append(places[character])
            elif character.isalnum():
                for letter in _ROOT.get(character, character):
                    base = unicodedata.normalize("NFD", letter)[0]
                    primary.append(float(ord(base)))
            elif character.isspace():
                primary.append(0.0)
        return tuple(primary), folded

    return key


DIGITS = "0–9"
NO_LETTER = "#"


@lru_cache(maxsize=32)
def initial(language: str) -> Callable[[str], str]:
    """The letter of the language's alphabet that a text stands under: ``Å``, `DIGITS`, or `NO_LETTER`.

    The order of headings is that of `heading_order`, not of the characters themselves.
    """
    letters = {
        ord("z") + (position + 1) / 100: group[0].upper()
        for position, group in enumerate(_AFTER_Z.get(language, ()))
    }
    key = collation(language)

    def heading(text: str) -> str:
        first = next((weight for weight in key(text)[0] if weight), None)
        if first is None:
            return NO_LETTER
        if first in letters:
            return letters[first]
        letter = chr(int(first))
        return DIGITS if letter.isdigit() else letter.upper()

    return heading


def heading_order(language: str) -> Callable[[str], Key]:
    """The sort key of headings: the alphabet, then digits, then what has neither."""
    key = collation(language)

    def order(heading: str) -> Key:
        rank = {DIGITS: 1.0, NO_LETTER: 2.0}.get(heading, 0.0)
        weights, folded = key(heading)
        return (rank, *weights), folded

    return order
