"""One value of a design token: what was written -> CSS, or a `Mistake`.

Nothing else gets into a style sheet by this way: every sign of a value is accounted for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from generator.model.colour import parse_colour
from generator.model.problem import N_
from generator.model.token import TokenType
from generator.reading.field_values import as_written, number, shown
from generator.reading.mistake import Mistake

_LENGTH = (
    r"(?:\d+\.?\d*|\.\d+)"
    r"(?:px|rem|em|ch|ex|cap|ic|lh|rlh|%|cm|mm|pt|in|fr|v[whib]|vmin|vmax|[sld]v[whib]|cq[whib]|cqmin|cqmax)"
)
_SIZE_TOKEN = re.compile(
    rf"\s*(?:(?P<length>{_LENGTH})|(?P<number>\d+\.?\d*|\.\d+)|(?P<open>(?:clamp|min|max|calc)?\()|(?P<close>\))"
    r"|(?P<comma>,)|(?P<operator>[-+*/]))",
    re.ASCII,
)
_DURATION = re.compile(r"(?:\d+\.?\d*|\.\d+)m?s", re.ASCII)
_EASING = re.compile(
    r"linear|ease|ease-in|ease-out|ease-in-out|step-start|step-end"
    r"|(?:cubic-bezier|linear|steps)\([-\d.%,\sa-z]*\)",
    re.ASCII,
)
_FAMILY = re.compile(r"[\w][\w .&+-]*")
GENERIC = frozenset(
    (
        *("serif", "sans-serif", "monospace", "cursive", "fantasy", "math"),
        *("system-ui", "ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded"),
    )
)
"""Kinds of letters, which are written without quotation marks."""


def colour(value: object) -> str:
    """A colour as style sheets write it; hexadecimal ones get six or eight small digits."""
    said = " ".join(as_written(value).split())
    found = parse_colour(said)
    if found is None:
        raise Mistake(
            "colour-expected",
            N_('{field} should be a colour, not "{text}".'),
            N_('Write it in quotes, for instance "#0b5567", or as oklch(45% 0.08 220).'),
            text=shown(said),
        )
    return found.hex if said.startswith("#") else said.lower()


def size(value: object) -> str:
    """A length, a percentage, 0, or a calculation of such."""
    said = as_written(value)
    negative = said.startswith("-")
    if not _is_size(said.removeprefix("-")):
        raise Mistake(
            "size-expected",
            N_('{field} should be a size, not "{text}".'),
            N_("For instance: 1.5rem, 50%, 0 or clamp(1rem, 0.9rem + 0.5vw, 1.25rem)."),
            text=shown(said),
        )
    return f"-{said.removeprefix('-')}" if negative else said


def _is_size(said: str) -> bool:
    """Whether values and operators take turns and brackets match; a bare number is 0 or in a calculation."""
    at, depth, wants_value = 0, 0, True
    while at < len(said):
        found = _SIZE_TOKEN.match(said, at)
        if not found:
            return False
        at = found.end()
        match found.lastgroup:
            case "open" if wants_value:
                depth += 1
            case "length" if wants_value:
                wants_value = False
            case "number" if wants_value and (depth or float(found["number"]) == 0):
                wants_value = False
            case "close" if depth and not wants_value:
                depth -= 1
            case "operator" | "comma" if depth and not wants_value:
                wants_value = True
            case "operator" if wants_value and found["operator"] == "-":
                pass
            case _:
                return False
    return depth == 0 and not wants_value


def radius(value: object) -> str:
    """A size that is not negative."""
    said = size(value)
    if said.startswith("-"):
        raise Mistake(
            "size-negative",
            N_("{field} cannot be negative."),
            N_("Write 0 for corners that are not rounded."),
        )
    return said


def duration(value: object) -> str:
    """A time in s or ms."""
    said = as_written(value)
    if not _DURATION.fullmatch(said):
        raise Mistake(
            "duration-expected",
            N_('{field} should be a duration, not "{text}".'),
            N_("For instance: 160ms or 0.4s."),
            text=shown(said),
        )
    return said


def easing(value: object) -> str:
    """How a movement begins and ends."""
    said = as_written(value)
    if not _EASING.fullmatch(said):
        raise Mistake(
            "easing-expected",
            N_('{field} should say how a movement begins and ends, not "{text}".'),
            N_("For instance: ease-out or cubic-bezier(0.2, 0, 0, 1)."),
            text=shown(said),
        )
    return said


def font(value: object) -> str:
    """Names of fonts, the best first."""
    names = [as_written(each) for each in value] if isinstance(value, list) else [as_written(value)]
    if not names or not all(_FAMILY.fullmatch(name) for name in names):
        raise Mistake(
            "font-expected",
            N_("{field} should be a list of names of fonts, the best first."),
            N_('The last one is a kind of letters, for instance: ["My Font", Georgia, serif]'),
        )
    return ", ".join(name if name in GENERIC else f'"{name}"' for name in names)


CHECKS: Mapping[TokenType, Callable[[Any], str]] = {
    TokenType.COLOUR: colour,
    TokenType.SIZE: size,
    TokenType.RADIUS: radius,
    TokenType.NUMBER: lambda value: f"{number(value):g}",
    TokenType.DURATION: duration,
    TokenType.EASING: easing,
    TokenType.FONT: font,
}
