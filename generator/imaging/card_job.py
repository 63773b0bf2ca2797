"""What is wanted of one social card: words, letters and colours. Opens no picture."""

from __future__ import annotations

from dataclasses import dataclass

CARD_SPEC = 1
"""Of the drawing of cards: to be raised with any change that alters pixels or bytes."""


@dataclass(frozen=True)
class CardJob:
    """One card over a picture."""

    title: str
    kicker: str
    """A line above the title; may be empty."""
    site: str
    """Whose page it is; at the foot."""
    language: str
    direction: str
    font: bytes
    ink: str
    ground: str
    accent: str
