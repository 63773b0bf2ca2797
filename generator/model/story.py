"""One piece in one language, as it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.model.problem import Location


@dataclass(frozen=True, slots=True)
class Reference:
    """Something a story points at, and where it says so. Checked when all stories are known."""

    sort: str
    """``story``, ``photo``, ``term:tags``, ... : what `target` must be."""
    target: str
    location: Location
    fragment: str = ""
    field: str = ""
    """The top-level field it stands in; empty for the body."""
    kinds: tuple[str, ...] = ()
    """Kinds the target may have; empty means any."""
    described: bool = False
    """Of a photo: true if the story says itself what it shows."""


@dataclass(frozen=True, slots=True)
class Story:
    """A story's front matter and what its body points at. The body itself is kept apart, by digest."""

    id: str
    """``places/karnan``"""
    language: str
    kind: str
    path: str
    fields: Mapping[str, Any]
    """Validated, plain data; only what this file says (shared fields stand in the source language)."""
    text_digest: str
    """Of the text a translator translates; a translation keeps its source's."""
    body_digest: str
    references: tuple[Reference, ...] = ()
    anchors: tuple[str, ...] = ()
    """Ids of the body's headings."""
    words: int = 0
    """Words in the body."""

    @property
    def key(self) -> str:
        """The last part of the id: ``karnan``."""
        return self.id.rpartition("/")[2]
