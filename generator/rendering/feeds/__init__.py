"""Feeds: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1, with whole texts and working pictures."""

from __future__ import annotations

from generator.rendering.feeds.gathering import FeedMaker
from generator.rendering.feeds.values import TYPES

__all__ = ["TYPES", "FeedMaker"]
