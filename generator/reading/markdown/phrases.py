"""Text with events -> parts: the inside of a paragraph, a heading, a cell."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from html import escape

from generator.model.body import Figure, Link
from generator.model.problem import N_, Location, Problem, Severity, problem
from generator.model.story import Reference
from generator.reading.markdown.events import Event, Inline
from generator.reading.markdown.footnotes import Footnotes
from generator.reading.markdown.inline import read_inline
from generator.reading.markdown.links import ToHere, ToStory, photo, resolve, written_out
from generator.reading.markdown.marks import OPAQUE, TRANSPARENT, Positions
from generator.reading.markdown.page import Page, Sink
from generator.reading.markdown.typography import typeset
from generator.reading.markdown.values import MarkdownOptions

_EVENT = re.compile(f"[{TRANSPARENT}{OPAQUE}]")
_WORD = re.compile(r"\w")


def count_words(text: str) -> int:
    """Words of a text: what stands between spaces and holds a letter or digit."""
    pieces = text.split()
    return len(pieces) - sum([not each[0].isalnum() and _WORD.search(each) is None for each in pieces])


class Phrases:
    """Writes the texts of one body and gathers what they say."""

    def __init__(
        self,
        sink: Sink,
        positions: Positions,
        options: MarkdownOptions,
        page: Page,
        addresses: Mapping[str, tuple[str, str]],
        labels: Collection[str],
    ) -> None:
        self.references: list[Reference] = []
        self.problems: list[Problem] = []
        self.tags: list[Event] = []
        """HTML met in texts."""
        self._texts: list[str] = []
        self._words = 0
        self.notes = Footnotes(page)
        self._sink = sink
        self._positions = positions
        self._options = options
        self._page = page
        self._addresses = addresses
        self._labels = labels
        self._closings: list[str] = []

    @property
    def words(self) -> int:
        """Words a reader sees."""
        return self._words + count_words("\n".join(self._texts))

    def count(self, *texts: str, words: int = 0) -> None:
        """Count the words of texts that were not read here, or words that were counted already."""
        self._texts += texts
        self._words += words

    def at(self, event: Event) -> Location:
        """Where an event stands; the text's beginning when its place is not known."""
        return self._positions.at(max(event.offset, 0))

    def read(self, text: str) -> Inline:
        """Read a text with its marks; what it uses and nobody defined becomes a Problem."""
        inline = read_inline(text, self._addresses, self._labels)
        for event in inline.undefined:
            self.problems.append(self._undefined(event))
        self._texts.append(inline.text)
        if inline.events:
            self._texts += [each.value for each in inline.events if each.sort in ("code", "literal")]
        return inline

    def _undefined(self, event: Event) -> Problem:
        if event.sort == "note":
            return problem(
                "footnote-undefined",
                self.at(event),
                N_("There is no footnote {label}."),
                N_("Write its text on a line of its own: {label}: Text."),
                label=f"[^{event.value}]",
            )
        if event.sort == "tag":
            return problem(
                "comment-unclosed",
                self.at(event),
                N_("This comment never ends, so it is shown."),
                N_("Write --> where it ends, in the same paragraph."),
            )
        return problem(
            "reference-undefined",
            self.at(event),
            N_("There is no address called {label}, so this is no link."),
            N_("Write it on a line of its own: {label}: places/dunkers."),
            Severity.WARNING,
            label=f"[{event.value}]",
        )

    def write(self, inline: Inline) -> None:
        """Write a text that was read."""
        text = escape(typeset(inline.text, self._options.language), quote=False)
        if not inline.events:
            self._sink.html(text)
            return
        pieces = _EVENT.split(text)
        html = self._sink.html
        html(pieces[0])
        for event, piece in zip(inline.events, pieces[1:], strict=True):
            if event.sort == "open" or (event.sort == "close" and event.value != "a"):
                html(f"<{event.value}>{piece}" if event.sort == "open" else f"</{event.value}>{piece}")
            else:
                self._event(event)
                html(piece)

    def figures(self, inline: Inline) -> bool:
        """Write a text that consists of pictures as figures; False when there is anything else in it."""
        if not inline.events or any(event.sort != "image" for event in inline.events):
            return False
        if inline.text.replace(OPAQUE, "").strip():
            return False
        for event in inline.events:
            self._figure(event, inline=False)
        return True

    def _event(self, event: Event) -> None:
        html = self._sink.html
        match event.sort:
            case "close":
                html(self._closings.pop())
            case "link":
                self._closings.append(self._link(event))
            case "image":
                self._figure(event, inline=True)
            case "code":
                html(f"<code>{escape(event.value, quote=False)}</code>")
            case "literal":
                html(escape(event.value, quote=False))
            case "break":
                html("<br>")
            case "note":
                html(self.notes.reference(event.value, linked=not any(self._closings)))
            case "tag":
                self.tags.append(event)
                html(event.value if self._options.raw_html else escape(event.value, quote=False))

    def _link(self, event: Event) -> str:
        """Write the beginning of a link; returns its end."""
        location = self.at(event)
        there, complaint = resolve(event.value, self._positions.path, self._options.languages, location)
        if complaint is not None:
            self.problems.append(complaint)
        if there is None:
            return ""
        title = typeset(event.title, self._options.language)
        if isinstance(there, ToStory):
            self._sink.part(Link(there.id, there.fragment, title))
            self.references.append(Reference("story", there.id, location, there.fragment))
            return "</a>"
        if isinstance(there, ToHere):
            self._page.fragments.append((there.fragment, location))
            href = f"#{written_out(there.fragment)}"
        else:
            href = there.href
        titled = f' title="{escape(title)}"' if title else ""
        self._sink.html(f'<a href="{escape(href)}"{titled}>')
        return "</a>"

    def _figure(self, event: Event, inline: bool) -> None:
        location = self.at(event)
        name, complaint = photo(event.value, location)
        if complaint is not None:
            self.problems.append(complaint)
            return
        alt, caption = (typeset(each, self._options.language) for each in (event.alt, event.title))
        self._texts.append(caption)
        self._sink.part(Figure(name, alt, caption, inline))
        self.references.append(Reference("photo", name, location, described=bool(alt)))
