"""The text of one paragraph, heading or cell -> text with events. One pass, by the rules of CommonMark.

Nothing here writes HTML or knows where a link may lead: that is decided where the events are written out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Container, Mapping
from itertools import islice

from generator.reading.markdown.emphasis import Run, pair, run_between
from generator.reading.markdown.events import Event, Inline
from generator.reading.markdown.html_guard import TAG, is_html
from generator.reading.markdown.marks import split_marks
from generator.reading.markdown.pieces import Bracket, Piece, joined
from generator.reading.markdown.simple import SPECIAL, read_simple
from generator.reading.markdown.targets import target_at, unescaped, use_at

_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_KEPT = frozenset("\"'-.")
"""Escaped or written as an entity, these stay as they are: typography leaves them alone."""
_ENTITY = re.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+)>")
_AUTOMAIL = re.compile(r"<(?:mailto:)?([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]++@[A-Za-z0-9.-]++)>")
_NOTE = re.compile(r"\[\^([^\]\n]{1,200})\]")
_TICKS = re.compile("`+")


class _Reader:
    def __init__(
        self,
        text: str,
        offsets: Mapping[int, int],
        references: Mapping[str, tuple[str, str]],
        notes: Container[str],
    ) -> None:
        self.text = text
        self.offsets = offsets
        self.references = references
        self.notes = notes
        self.pieces: list[Piece] = []
        self.runs: list[Run] = []
        # The oldest is forgotten when a hundred are open, which no text needs: whoever opens a million must
        # not make each link look through all of them.
        self.brackets: deque[Bracket] = deque(maxlen=100)
        self.undefined: list[Event] = []
        self.unclosed = False
        self.ticks: dict[int, list[int]] | None = None

    def read(self) -> Inline:
        text, position = self.text, 0
        while found := SPECIAL.search(text, position):
            at = found.start()
            if at > position:
                self.pieces.append(text[position:at])
            position = self.step(found[0], at)
        self.pieces.append(text[position:])
        pair(self.runs)
        said, events = joined(self.pieces)
        return Inline(said, events, self.undefined)

    def step(self, char: str, at: int) -> int:
        """Read what begins at `at`; returns where to go on."""
        match char:
            case "\n" if self.text.endswith("  ", 0, at):
                return self.line_break(at + 1)
            case "\\":
                return self.escape(at)
            case "`":
                return self.code(at)
            case "*" | "_":
                return self.run(at)
            case "[":
                return self.open_bracket(at)
            case "]":
                return self.close_bracket(at)
            case "<":
                return self.angle(at)
            case "&":
                return self.entity(at)
            case "!" if self.text.startswith("[", at + 1) and not _NOTE.match(self.text, at + 1):
                return self.bracket(True, at, at + 2)
            case _:
                self.pieces.append(char)
                return at + 1

    def line_break(self, end: int) -> int:
        if self.pieces and isinstance(self.pieces[-1], str):
            self.pieces[-1] = self.pieces[-1].rstrip(" ")
        self.pieces += [Event("break"), "\n"]
        return end

    def escape(self, at: int) -> int:
        char = self.text[at + 1 : at + 2]
        if char == "\n":
            return self.line_break(at + 2)
        if char in _PUNCTUATION:
            self.pieces.append(Event("literal", char) if char in _KEPT else char)
            return at + 2
        self.pieces.append("\\")
        return at + 1

    def entity(self, at: int) -> int:
        found = _ENTITY.match(self.text, at)
        char = unescaped(found[0]) if found else ""
        if found is None or not char or char == found[0] or any(ord(each) < 32 for each in char):
            self.pieces.append("&")
            return at + 1
        self.pieces.append(Event("literal", char) if char in _KEPT else char)
        return found.end()

    def code(self, at: int) -> int:
        if self.ticks is None:
            self.ticks = {}
            for found in _TICKS.finditer(self.text):
                self.ticks.setdefault(len(found[0]), []).append(found.start())
        length = len(_TICKS.match(self.text, at)[0])  # type: ignore[index]  # there is one at `at`
        starts = self.ticks.get(length, [])
        index = bisect_left(starts, at + length)
        if index == len(starts):
            self.pieces.append("`" * length)
            return at + length
        content = self.text[at + length : starts[index]].replace("\n", " ")
        if content.strip() and content[0] == content[-1] == " ":
            content = content[1:-1]
        self.pieces.append(Event("code", content))
        return starts[index] + length

    def run(self, at: int) -> int:
        text, char = self.text, self.text[at]
        end = at + 1
        while end < len(text) and text[end] == char:
            end += 1
        run = run_between(char, end - at, text[at - 1] if at else "", text[end : end + 1])
        self.pieces.append(run)
        self.runs.append(run)
        return end

    def bracket(self, image: bool, at: int, start: int) -> int:
        offset = self.offsets.get(at, -1)
        self.brackets.append(Bracket(image, len(self.pieces), start, len(self.runs), offset))
        self.pieces.append(self.brackets[-1])
        return start

    def open_bracket(self, at: int) -> int:
        note = _NOTE.match(self.text, at)
        if note is None:
            return self.bracket(False, at, at + 1)
        event = Event("note", note[1], offset=self.offsets.get(at, -1))
        if note[1] in self.notes:
            self.pieces.append(event)
        else:
            self.undefined.append(event)
            self.pieces.append(note[0])
        return note.end()

    def close_bracket(self, at: int) -> int:
        opener = self.brackets.pop() if self.brackets else None
        if opener is None or not opener.active:
            self.pieces.append("]")
            return at + 1
        sort: Event
        if target := target_at(self.text, at + 1):
            end = target.end
            sort = Event("link", target.value, target.title, offset=opener.offset)
        else:
            use = use_at(self.text, opener.start, at, self.references)
            if use is None or not use.defined:
                if use is not None and not opener.image:
                    self.undefined.append(Event("link", use.label, offset=opener.offset))
                self.pieces.append("]")
                return at + 1
            value, title = self.references[use.label]
            sort = Event("link", value, title, offset=opener.offset)
            end = use.end
        pair(self.runs[opener.runs :])
        del self.runs[opener.runs :]
        if opener.image:
            inside = joined(islice(self.pieces, opener.piece + 1, None))
            alt = Inline(*inside, []).plain()
            del self.pieces[opener.piece :]
            self.pieces.append(sort._replace(sort="image", alt=" ".join(alt.split())))
            return end
        opener.event = sort
        self.pieces.append(Event("close", "a"))
        self.no_link_around()
        return end

    def no_link_around(self) -> None:
        """A link was found: the brackets around it cannot make another."""
        for outer in self.brackets:
            outer.active = outer.active and outer.image

    def angle(self, at: int) -> int:
        text = self.text
        if found := _AUTOLINK.match(text, at) or _AUTOMAIL.match(text, at):
            shown = found[1]
            target = shown if found.re is _AUTOLINK else f"mailto:{shown}"
            self.pieces.append(Event("link", target, offset=self.offsets.get(at, -1)))
            self.pieces += [Event("literal", shown), Event("close", "a")]
            self.no_link_around()
            return found.end()
        if text.startswith("<!--", at):
            return self.comment(at)
        if (found := TAG.match(text, at)) and is_html(found):
            self.pieces.append(Event("tag", found[0], offset=self.offsets.get(at, -1)))
            return found.end()
        self.pieces.append("<")
        return at + 1

    def comment(self, at: int) -> int:
        end = -1 if self.unclosed else self.text.find("-->", at + 2)
        if end >= 0:
            return end + 3
        if not self.unclosed:
            self.unclosed = True
            self.undefined.append(Event("tag", "<!--", offset=self.offsets.get(at, -1)))
        self.pieces.append(Event("literal", "<!--"))
        return at + 4


def read_thoroughly(
    text: str, offsets: Mapping[int, int], references: Mapping[str, tuple[str, str]], notes: Container[str]
) -> Inline:
    """Read a text that has lost its marks, by all rules; `offsets` tells where its positions stand."""
    return _Reader(text, offsets, references, notes).read()


def read_inline(text: str, references: Mapping[str, tuple[str, str]], notes: Container[str]) -> Inline:
    """Read `text`, marks and all.

    `references` are the reference-style addresses by label (target, title); `notes` the labels of footnotes.
    """
    offsets: Mapping[int, int] = {}
    if "\x02" in text:
        text, offsets = split_marks(text)
    if SPECIAL.search(text) is None:
        return Inline(text, [], [])
    return read_simple(text, offsets) or read_thoroughly(text, offsets, references, notes)
