"""Plain typing -> what a printer would set: quotes, dashes, dots and spaces that do not break.

One pass over a whole paragraph, since a quotation may begin in one inline element and end in another.
"""

from __future__ import annotations

import re

from generator.reading.markdown.customs import NARROW, NBSP, Customs, customs_of
from generator.reading.markdown.quotes import curl

# Patterns begin with a plain set of characters: one that begins with a condition is tried at every letter.
_SIGNS = re.compile("[\"'0-9]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\x01\x04]+|[^\s<>@\x01\x04]{1,64}@[\w-]+\.[\w.-]+")
_DASHES = re.compile(r"--+>?")
_ELLIPSIS = re.compile(r"\.{3,}")
_RANGE = re.compile(r"[1-9][0-9]{1,3}-[0-9]{2,4}(?![\w\-/:]|[.,][0-9]|[ \u00a0][0-9])")
_GROUPS = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?!\w|[.,][0-9]{3})")
_SPACE = re.compile(" (?=[0-9])")
_NUMBER_BEFORE = re.compile(r"[0-9][ \u00a0]$")
_HELD = "\x05"


def _stands_free(found: re.Match[str], joined_by: str) -> bool:
    """Whether no letter, digit or joining sign, and no other number, stands right before a number."""
    before = found.string[max(found.start() - 2, 0) : found.start()]
    if not before:
        return True
    return not (before[-1].isalnum() or before[-1] in joined_by or _NUMBER_BEFORE.search(before))


def _range(found: re.Match[str]) -> str:
    """A range grows, and 2026-11 is a month: everything doubtful stays as it was typed."""
    first, _, second = found[0].partition("-")
    if len(first) == 4 and len(second) == 2:
        grows = int(second) > max(12, int(first[2:]))
    else:
        grows = int(second) > int(first) and len(second) >= len(first)
    return f"{first}–{second}" if grows and _stands_free(found, "_-–.,:/+") else found[0]


def _numbers(text: str, customs: Customs, units: re.Pattern[str]) -> str:
    if "-" in text:
        text = _RANGE.sub(_range, text)
    if " " not in text:
        return text
    if space := customs.group_space:
        text = _GROUPS.sub(
            lambda found: found[0].replace(" ", space) if _stands_free(found, "_.,") else found[0], text
        )
    text = units.sub(rf"\1{NBSP}", text)

    def bind(found: re.Match[str]) -> str:
        before = found.string[max(found.start() - 12, 0) : found.start()].split()
        word = before[-1].lstrip("([«»“”„\"'").lower() if before else ""
        return NBSP if word in customs.before_number else " "

    return _SPACE.sub(bind, text)


def typeset(text: str, language: str) -> str:
    """The text as it is printed in a language (a tag). Addresses of pages and mailboxes are left alone."""
    signs = _SIGNS.search(text)
    customs = customs_of(language.split("-", 1)[0].lower())
    if signs is None and "--" not in text and "..." not in text and not customs.high_marks:
        return text
    held: list[str] = []
    if "@" in text or "://" in text or "www." in text:

        def hold(found: re.Match[str]) -> str:
            held.append(found[0])
            return _HELD

        text = _ADDRESS.sub(hold, text)
    if "--" in text:
        text = _DASHES.sub(lambda found: {"--": "–", "---": "—"}.get(found[0], found[0]), text)
    if "..." in text:
        text = _ELLIPSIS.sub(lambda found: "…" if found[0] == "..." else found[0], text)
    if signs is not None:
        if '"' in text or "'" in text:
            text = curl(text, customs)
        if customs.units is not None:
            text = _numbers(text, customs, customs.units)
    for sign in customs.high_marks:
        text = text.replace(f" {sign}", f"{NARROW}{sign}")
    if held:
        addresses = iter(held)
        text = re.sub(_HELD, lambda _: next(addresses), text)
    return text
