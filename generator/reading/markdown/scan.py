"""The first look at a text, line by line: fences and comments leave it, marks and empty lines enter it.

What comes out is what Python-Markdown's block parser reads. It never sees code, data or comments, and its
quirks are met here: it wants four spaces for a list in a list, an empty line before every list, and takes
``#hashtag`` for a heading.
"""

from __future__ import annotations

import re

from generator.model.problem import N_, Problem, problem
from generator.reading.markdown.fences import Fence, RawHtml, closing_line, content, opening, raw_end
from generator.reading.markdown.limits import too_much
from generator.reading.markdown.lists import Lists
from generator.reading.markdown.marks import Positions, mark, place

_HEADING = re.compile(r"([ >]*+(?:(?:[*+-]|[0-9]{1,9}\.) ++)*+)(#++)(.*)")
_UNDERLINE = re.compile(r"(?:=+|-+) *$")
_SIGN_AT_END = re.compile(r"[^\s#]#+\s*$")
_DEFINITION = re.compile(r" {0,3}: {1,3}\S")
_LABEL = re.compile(r"[ >*+-]*\[(\^?)([^\]]+)\]:")
_ADDRESS = re.compile(r"\s*+\S*+(?:\s++[\"'(].*)?+\s*+")
_MARKED = re.compile(r"\\.|!?\[|<(?=[A-Za-z/!?])")


class Scan:
    """A text, scanned."""

    def __init__(self, text: str, positions: Positions, raw_html: bool) -> None:
        self.lines: list[str] = []
        """For the block parser."""
        self.places: list[Fence | RawHtml] = []
        """What the places in `lines` stand for."""
        self.notes: dict[str, int] = {}
        """Labels of footnotes -> offset of their text."""
        self.problems: list[Problem] = []
        self.refused = False
        """True when the text cannot be read at all."""
        self._text = text
        self._positions = positions
        self._source = text.split("\n")
        self._starts = list(positions.starts)
        self._lists = Lists()
        self._length = 0
        self._last_comment = text.rfind("-->")
        self._raw_html = raw_html
        self._run()

    def _run(self) -> None:
        number = 0
        while number < len(self._source) and not self.refused:
            line = self._source[number]
            for read in (self._fence, self._comment, self._raw):
                if (following := read(number, line)) is not None:
                    number = following
                    break
            else:
                self._line(number, line)
                number += 1
        self.lines += ["", ""]  # a table would take the last line's end for a row

    def _emit(self, line: str) -> None:
        self._length = self._length + 1 if line.strip() else 0
        self.lines.append(line)

    def _emit_alone(self, line: str) -> None:
        self._blank()
        self.lines += [line, ""]
        self._length = 0

    def _blank(self) -> None:
        if self.lines and self.lines[-1].strip():
            self._emit("")

    def _fence(self, number: int, line: str) -> int | None:
        opened = opening(line)
        if opened is None or (opened.indent > 3 and not self._lists.holds(opened.indent)):
            return None
        last = closing_line(self._source, number, opened.marks)
        offset = self._starts[number] + opened.indent
        if last == len(self._source):
            self.problems.append(
                problem(
                    "fence-unclosed",
                    self._positions.at(offset),
                    N_("The block that begins with {marks} never ends: everything below it is part of it."),
                    N_("Write {marks} on a line of its own where it ends."),
                    marks=opened.marks,
                )
            )
        code = content(self._source[number + 1 : last], opened.indent)
        code_offset = self._starts[min(number + 1, len(self._source) - 1)]
        inside = self._lists.holds(opened.indent)
        self._emit_alone(self._lists.indent(opened.indent) + place(len(self.places)))
        self.places.append(Fence(opened.info, code, offset, code_offset, not inside))
        if not inside:
            self._lists.close()
        return last + 1

    def _comment(self, number: int, line: str) -> int | None:
        """A comment that begins a line may reach over empty lines; others are left to the paragraph."""
        if "<!--" not in line or not line.lstrip(" ").startswith("<!--") or line.startswith("    "):
            return None
        first = start = self._starts[number] + line.index("<!--")
        while self._text.startswith("<!--", start) and start + 2 <= self._last_comment:
            start = self._text.index("-->", start + 2) + 3
        if start == first:
            return None
        while number + 1 < len(self._source) and self._starts[number + 1] < start:
            number += 1
        self._source[number] = self._source[number][start - self._starts[number] :]
        self._starts[number] = start
        return number if self._source[number].strip() else number + 1

    def _raw(self, number: int, line: str) -> int | None:
        last = raw_end(self._source, number) if self._raw_html else number
        if last == number:
            return None
        self._emit_alone(place(len(self.places)))
        self.places.append(RawHtml("\n".join(self._source[number:last])))
        return last

    def _line(self, number: int, line: str) -> None:
        if not line.strip():
            self._lists.blank()
            self._emit("")
            return
        if "\t" in line:
            line = line.expandtabs(4)
        offset = self._starts[number]
        if complaint := too_much(line, self._length, self._positions.at(offset)):
            self.problems.append(complaint)
            self.refused = True
            return
        if heading := _HEADING.match(line):
            self._heading(heading, offset)
        elif line[0] in "=-" and _UNDERLINE.match(line) and self.lines and self.lines[-1].strip():
            self._underline(number, line)
        else:
            self._ordinary(self._marked(line, offset))

    def _heading(self, found: re.Match[str], offset: int) -> None:
        prefix, signs, rest = found[1], found[2], found[3]
        at = mark(offset + len(prefix))
        text = self._marked(rest, offset + found.start(3))
        if len(signs) > 6 or (rest and rest[0] != " "):
            # A mark before the sign, or after a last one that belongs to the text, keeps it from being read.
            self._ordinary(f"{prefix}{at}{signs}{text}")
            return
        if _SIGN_AT_END.search(rest):
            text = text.rstrip() + at
        if prefix:
            self._ordinary(f"{prefix}{signs} {at}{text.lstrip(' ')}")
        else:
            self._lists.close()
            self._emit_alone(f"{signs} {at}{text.lstrip(' ')}")

    def _underline(self, number: int, line: str) -> None:
        """A line of hyphens or equals signs makes a heading of the line above it, or is a rule."""
        above = self.lines[-1]
        if self._lists.depth or above.lstrip().startswith((">", "|", ":")):
            self._blank()
            self._lists.close()
            self._emit(line)
            return
        if len(self.lines) == 1 or not self.lines[-2].strip():
            self.lines[-1] = mark(self._starts[number - 1]) + above
        self._emit(line)
        self._blank()

    def _ordinary(self, line: str) -> None:
        """A line that has its marks."""
        if _DEFINITION.match(line):
            self._part_from_definition()
        placed = self._lists.place(line)
        if placed.after_blank:
            self._blank()
        self._emit(placed.line)

    def _part_from_definition(self) -> None:
        """A term that follows a definition without an empty line would be read as part of it."""
        term = len(self.lines) - 1
        if term < 1 or not self.lines[term].strip() or self.lines[term].startswith((":", "    ")):
            return
        for number in range(term - 1, -1, -1):
            if not self.lines[number].strip():
                return
            if _DEFINITION.match(self.lines[number]):
                self.lines.insert(term, "")
                self._length = 1
                return

    def _marked(self, line: str, offset: int) -> str:
        """The line with marks before what may become a link, a footnote or a tag."""
        if "[" not in line and "<" not in line:
            return line
        start = 0
        if label := _LABEL.match(line):
            start = label.end()
            if label[1]:
                self.notes.setdefault(label[2], offset + start)
            elif _ADDRESS.fullmatch(line, start):
                return line  # here an address is defined: the line must keep its form

        pieces = [line[:start]]
        for found in _MARKED.finditer(line, start):
            escaped = found[0][0] == "\\"
            pieces += [line[start : found.start()], "" if escaped else mark(offset + found.start()), found[0]]
            start = found.end()
        return "".join([*pieces, line[start:]])
