"""Pixels: bytes of a picture in, bytes of renditions out. Pure; knows no site, no path, no clock.

What needs Pillow is imported when it is first asked for, so that arithmetic (`geometry`), jobs and the pool
can be used by those who open no picture.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from .card_job import CARD_SPEC, CardJob
from .geometry import Box, crop_box, height_for, ladder
from .job import Job, Variant
from .pool import WorkersLost, run_all
from .quality import CLASSES, Encoding, fast
from .unusable import REASONS, Limits, Unusable

if TYPE_CHECKING:
    from .analysis import Analysis, analyse, distance
    from .animation import animate
    from .card import draw_cards
    from .inspection import Inspection, inspect
    from .memory import animation_cost, cost
    from .rendition import render
    from .svg import clean_svg
    from .versions import version

_LATE = {
    "Analysis": "analysis",
    "Inspection": "inspection",
    "analyse": "analysis",
    "animate": "animation",
    "animation_cost": "memory",
    "clean_svg": "svg",
    "cost": "memory",
    "distance": "analysis",
    "draw_cards": "card",
    "inspect": "inspection",
    "render": "rendition",
    "version": "versions",
}

__all__ = [
    "CARD_SPEC",
    "CLASSES",
    "REASONS",
    "Analysis",
    "Box",
    "CardJob",
    "Encoding",
    "Inspection",
    "Job",
    "Limits",
    "Unusable",
    "Variant",
    "WorkersLost",
    "analyse",
    "animate",
    "animation_cost",
    "clean_svg",
    "cost",
    "crop_box",
    "distance",
    "draw_cards",
    "fast",
    "height_for",
    "inspect",
    "ladder",
    "render",
    "run_all",
    "version",
]


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f".{_LATE[name]}", __name__), name)
    globals()[name] = value
    return value
