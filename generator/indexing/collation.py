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
