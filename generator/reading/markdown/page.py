"""What all texts of one page share: a body, and the texts inside its blocks."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.body import Html, Part
from generator.model.problem import Location
from generator.reading.markdown.headings import Ids
from generator.reading.markdown.tables import Tables


@dataclass
class Page:
    """Ids given so far, and questions that can only be answered at the end."""

    ids: Ids = field(default_factory=Ids)
    tables: Tables = field(init=False)
    fragments: list[tuple[str, Location]] = field(default_factory=list)
    """Links to headings of the page, and where they stand."""
    depth: int = 0
    """1 in the body, 2 in a text inside one of its blocks."""
    texts_with_notes: int = 0
    """Texts inside blocks that have footnotes."""

    def __post_init__(self) -> None:
        self.tables = Tables(self.ids)


class Sink:
    """Parts as they come, neighbouring HTML joined."""

    def __init__(self) -> None:
        self._parts: list[Part] = []
        self._html: list[str] = []

    def html(self, text: str) -> None:
        """Add HTML."""
        self._html.append(text)

    def part(self, part: Part) -> None:
        """Add a part that is not HTML."""
        self._flush()
        self._parts.append(part)

    def parts(self) -> list[Part]:
        """Everything added."""
        self._flush()
        return self._parts

    def _flush(self) -> None:
        text = "".join(self._html)
        if not self._parts:
            text = text.lstrip("\n")
        if text:
            self._parts.append(Html(text))
        self._html.clear()
