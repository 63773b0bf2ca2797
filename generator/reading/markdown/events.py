"""What the reading of a paragraph's text finds in it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from generator.reading.markdown.marks import OPAQUE, TRANSPARENT

Sort = Literal["open", "close", "link", "image", "code", "literal", "break", "note", "tag"]


class Event(NamedTuple):
    """Something in a text that is not just text."""

    sort: Sort
    value: str = ""
    """Of open and close a tag's name, of a link or image its target as written, of code and literal the
    text, of a note its label, of a tag the HTML."""
    title: str = ""
    alt: str = ""
    offset: int = -1
    """Where it begins in the file; -1 when nobody will ask."""


STANDS_FOR = {
    "open": TRANSPARENT,
    "close": TRANSPARENT,
    "link": TRANSPARENT,
    "tag": TRANSPARENT,
    "break": TRANSPARENT,
    "image": OPAQUE,
    "code": OPAQUE,
    "literal": OPAQUE,
    "note": OPAQUE,
}
"""The character that stands in the text for an event."""


class Inline(NamedTuple):
    """A paragraph's text with one character for each event, and the events in order."""

    text: str
    events: list[Event]
    undefined: list[Event]
    """Uses of footnotes and reference-style addresses that are defined nowhere (sort note or link), and the
    beginning of a comment without an end (sort tag)."""

    def plain(self) -> str:
        """The text a reader would read aloud."""
        if not self.events:
            return self.text
        events = iter(self.events)
        said = []
        for char in self.text:
            if char not in (TRANSPARENT, OPAQUE):
                said.append(char)
                continue
            event = next(events)
            if event.sort in ("code", "literal"):
                said.append(event.value)
            elif event.sort == "image":
                said.append(event.alt)
        return "".join(said)
