"""What goes into a parse of Markdown, and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.body import Body
from generator.model.kind import BlockType
from generator.model.problem import Problem
from generator.model.story import Reference


@dataclass(frozen=True, slots=True)
class MarkdownOptions:
    """Everything a parse may know besides its own text."""

    language: str
    """Tag of the language the text is written in; typography goes by its base."""
    blocks: Mapping[str, BlockType] = field(default_factory=dict)
    """Blocks the theme knows, by name."""
    raw_html: bool = False
    """True lets cleaned HTML through; False shows tags as text and reports them."""
    languages: tuple[str, ...] = ()
    """The site's language tags, so that ``dunkers.sv.md`` is known to be the story ``dunkers``."""


@dataclass(frozen=True, slots=True)
class ParsedBody:
    """A text as parts, and all that can be said about it without looking at any other file."""

    body: Body
    references: tuple[Reference, ...] = ()
    """Stories and photos it points at, in the order of the page."""
    anchors: tuple[str, ...] = ()
    """Ids of its headings, those inside blocks included."""
    words: int = 0
    """Words a reader sees, those inside blocks included."""
    problems: tuple[Problem, ...] = ()
