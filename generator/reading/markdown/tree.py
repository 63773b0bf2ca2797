"""The blocks of a text as a tree, whichever way they were found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from generator.model.problem import Problem
from generator.reading.markdown.fences import Fence, RawHtml


def _unasked(text: str) -> Element:
    raise ValueError("a text without footnotes has none to be read")


class Tree(NamedTuple):
    """Paragraphs, headings, lists ... with their texts unread."""

    root: Element
    places: Sequence[Fence | RawHtml] = ()
    """What the places in the tree stand for."""
    addresses: Mapping[str, tuple[str, str]] = {}
    """Reference-style addresses: label -> target and title."""
    notes: Mapping[str, str] = {}
    """Footnotes: label -> text."""
    note_offsets: Mapping[str, int] = {}
    """Where their texts begin."""
    chunk: Callable[[str], Element] = _unasked
    """Makes a tree of a footnote's text."""
    problems: Sequence[Problem] = ()
    refused: bool = False
    """True when the text cannot be read at all; `problems` say why."""
