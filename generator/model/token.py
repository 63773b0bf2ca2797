"""Design tokens: the colours, sizes and letters of a theme, by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from generator.model.problem import Location


class TokenType(StrEnum):
    """What a token holds."""

    COLOUR = "colour"
    SIZE = "size"
    RADIUS = "radius"
    NUMBER = "number"
    DURATION = "duration"
    EASING = "easing"
    FONT = "font"


@dataclass(frozen=True, slots=True)
class Token:
    """One token as it is in the end, after the theme's children and the site had their say."""

    name: str
    type: TokenType
    light: str
    """Its value as style sheets write it."""
    dark: str
    """In the dark scheme; the same for all but colours."""
    alias: str = ""
    """Name of the colour it stands for, if its value is that of another token."""
    where: Location = field(default=Location(""), compare=False, repr=False)
    """Of the value that won; no part of its identity."""
    layer: int = field(default=0, compare=False, repr=False)
    """How far from the root of the theme chain that was said; the site's own word has the highest number."""


class Use(StrEnum):
    """What a pair of colours is used for."""

    TEXT = "text"
    LARGE = "large"
    GRAPHIC = "graphic"


LEAST = {Use.TEXT: 4.5, Use.LARGE: 3.0, Use.GRAPHIC: 3.0}
"""Contrast that WCAG 2.2 asks for at level AA: criteria 1.4.3 and 1.4.11."""


@dataclass(frozen=True, slots=True)
class ContrastPair:
    """Two colours that are seen together."""

    text: str
    ground: str
    use: Use
    where: Location = field(default=Location(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Saying:
    """What one file says of a token, unchecked: its type may stand in a file further up."""

    name: str
    value: Any
    """As YAML has it: text, a list, or a mapping; with ``type`` if the token is declared here."""
    key: Location = field(compare=False, repr=False)
    """Of the name."""
    where: Location = field(compare=False, repr=False)
    """Of the value."""
    parts: Mapping[str, Location] = field(default_factory=dict, compare=False, repr=False)
    """Of what stands below the name: of values by their names, of these names with a colon after."""
