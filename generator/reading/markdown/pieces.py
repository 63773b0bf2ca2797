"""What a text consists of while it is read: words, events, runs of asterisks and brackets not yet paired."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.reading.markdown.emphasis import Run
from generator.reading.markdown.events import STANDS_FOR, Event


class Bracket:
    """An opening bracket, waiting for its partner."""

    __slots__ = ("active", "event", "image", "offset", "piece", "runs", "start")

    def __init__(self, image: bool, piece: int, start: int, runs: int, offset: int) -> None:
        self.image = image
        self.piece = piece
        """Its number among the pieces."""
        self.start = start
        """Where the text behind it begins."""
        self.runs = runs
        """How many runs stand before it: emphasis does not reach into or out of a link."""
        self.offset = offset
        self.active = True
        """False in a link around another, which is none."""
        self.event: Event | None = None
        """The link it turned out to begin."""


Piece = str | Event | Run | Bracket


def _settled(pieces: Iterable[Piece]) -> Iterator[str | Event]:
    """Pieces with all decided: what is no event is text."""
    for piece in pieces:
        if isinstance(piece, str | Event):
            yield piece
        elif isinstance(piece, Run):
            yield from piece.before
            yield piece.char * piece.count
            yield from piece.after
        else:
            yield piece.event or ("![" if piece.image else "[")


def joined(pieces: Iterable[Piece]) -> tuple[str, list[Event]]:
    """The text, with one character for each event, and the events in order."""
    texts: list[str] = []
    events: list[Event] = []
    for piece in _settled(pieces):
        if isinstance(piece, Event):
            texts.append(STANDS_FOR[piece.sort])
            events.append(piece)
        else:
            texts.append(piece)
    return "".join(texts), events
