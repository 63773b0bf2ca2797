"""What an unquoted word in YAML stands for.

YAML 1.1 reads ``12:30`` as 750, ``0421`` as an octal number and ``2026-11-23`` as a date object. Nobody
who writes a story means that, so only what is a number in JSON too becomes a number here; all the rest
stays the text that was written. The words for true and false keep their YAML 1.1 reading (``no`` is
false), because PyYAML, editors and content systems agree on it; whoever wanted the word gets a Problem
from the schema, which knows that the field holds text.
"""

from __future__ import annotations

import re

Scalar = str | int | float | bool | None

_WORDS: dict[str, bool | None] = {
    spelling: meaning
    for word, meaning in {
        "true": True,
        "yes": True,
        "on": True,
        "false": False,
        "no": False,
        "off": False,
        "null": None,
    }.items()
    for spelling in (word, word.capitalize(), word.upper())
} | {"~": None, "": None}

# Fifteen digits are what JSON readers keep exactly; longer ones are identifiers, not amounts.
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})", re.ASCII)
_FLOAT = re.compile(
    r"[-+]?(?:0|[1-9][0-9]{0,14})?\.[0-9]{1,17}|[-+]?[0-9](?:\.[0-9]{1,17})?[eE][-+]?[0-9]{1,2}", re.ASCII
)
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_MAY_BE_NUMBER = frozenset("0123456789+-.")


def resolve(written: str) -> Scalar:
    """The value of an unquoted scalar; the text itself when it is no JSON value in plain clothes."""
    if written in _WORDS:
        return _WORDS[written]
    if written[0] in _MAY_BE_NUMBER:
        if _INTEGER.fullmatch(written):
            return int(written)
        if _FLOAT.fullmatch(written):
            return float(written)
    return written


def is_not_finite(written: str) -> bool:
    """Whether YAML would read infinity or "not a number", which JSON has no form for."""
    return _NOT_FINITE.fullmatch(written) is not None
