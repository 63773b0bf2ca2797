"""The block parser's tree -> body parts. One walk; every text in it is read and set in type on the way."""

from __future__ import annotations

import re
from html import escape
from xml.etree.ElementTree import Element, SubElement

from generator.model.body import Part
from generator.model.problem import N_, Severity, problem
from generator.reading.markdown.blocks import Parse, about_name, info_word, read_block
from generator.reading.markdown.fences import Fence
from generator.reading.markdown.headings import TAGS, Headings, split_id
from generator.reading.markdown.marks import Positions, place_number, split_marks, without_marks
from generator.reading.markdown.page import Page, Sink
from generator.reading.markdown.phrases import Phrases
from generator.reading.markdown.tables import cell_tags
from generator.reading.markdown.tree import Tree
from generator.reading.markdown.values import MarkdownOptions

_LANGUAGE = re.compile(r"[\w+#.-]+")
_BACKLINKS = "backlinks"


class Writer:
    """Writes one text: a body, or a text inside one of its blocks."""

    def __init__(
        self,
        tree: Tree,
        positions: Positions,
        options: MarkdownOptions,
        page: Page,
    ) -> None:
        self._tree = tree
        self._positions = positions
        self._options = options
        self._page = page
        self._sink = Sink()
        self.phrases = Phrases(self._sink, positions, options, page, tree.addresses, tree.notes)
        self.raw_tags = 0
        """Tags in blocks of raw HTML."""
        self._headings = Headings(page.ids)

    def write(self, read_field: Parse) -> list[Part]:
        """The parts of the tree. `read_field` reads the Markdown in a block's field."""
        self._read_field = read_field
        self._headings.reserve(self._tree.root)
        self._blocks(self._tree.root)
        self._footnotes()
        return self._sink.parts()

    def _blocks(self, parent: Element) -> None:
        for element in parent:
            self._block(element)
            if element.tail and element.tail.strip():
                self._text(element.tail.strip("\n"))

    def _block(self, element: Element) -> None:
        match element.tag:
            case "p":
                self._paragraph(element)
            case "pre":
                self._code(element)
            case "table":
                self._table(element)
            case "hr":
                self._sink.html("<hr>\n")
            case tag if tag in TAGS:
                self._heading(element)
            case _ if element.tag == _BACKLINKS:
                self._sink.html(self.phrases.notes.backlinks(element.get("label", "")))
            case tag:
                start = element.get("start", "")
                self._sink.html(f'<{tag} start="{start}">' if start.isdecimal() else f"<{tag}>")
                if element.text and element.text.strip():
                    self._text(element.text)
                if len(element):
                    self._sink.html("\n")
                self._blocks(element)
                self._sink.html(f"</{tag}>\n")

    def _text(self, text: str) -> None:
        number = place_number(text.strip())
        if number is not None:
            self._place(number)
        else:
            self.phrases.write(self.phrases.read(text.rstrip()))

    def _paragraph(self, element: Element) -> None:
        text = (element.text or "").strip()
        number = place_number(text)
        if number is not None and not len(element):
            self._place(number)
            return
        inline = self.phrases.read(text)
        if not len(element) and (self.phrases.figures(inline) or not inline.text.strip()):
            return
        self._sink.html("<p>")
        self.phrases.write(inline)
        self._blocks(element)
        self._sink.html("</p>\n")

    def _heading(self, element: Element) -> None:
        offsets = split_marks(element.text or "")[1]
        location = self._positions.at(min(offsets.values(), default=0))
        inline = self.phrases.read(split_id((element.text or "").strip())[0])
        plain = inline.plain().strip()
        if not plain and not inline.events:
            self.phrases.problems.append(
                problem(
                    "heading-empty",
                    location,
                    N_("This heading has no text."),
                    N_("Write the heading after the signs, or delete the line."),
                )
            )
            return
        heading = self._headings.settle(element, plain, location)
        self.phrases.problems += heading.problems
        self._sink.html(f'<{heading.tag} id="{escape(heading.id)}">')
        self.phrases.write(inline)
        self._sink.html(f"</{heading.tag}>\n")

    def _code(self, element: Element) -> None:
        # Indented code, which the block parser has escaped.
        text = (element[0].text if len(element) else "") or ""
        number = place_number(text.strip())
        if number is not None:
            self._place(number)
            return
        text = without_marks(text).rstrip()
        self.phrases.count(text)
        self._sink.html(f"<pre><code>{text}\n</code></pre>\n")

    def _table(self, element: Element) -> None:
        opening, header = self._page.tables.opening(self._headings.last)
        self._sink.html(f"{opening}<table>\n")
        for section in element:
            self._sink.html(f"<{section.tag}>\n")
            for row in section:
                self._sink.html(f"<tr{header if section.tag == 'thead' else ''}>")
                for cell in row:
                    before, after = cell_tags(cell)
                    self._sink.html(before)
                    self._text((cell.text or "").strip())
                    self._sink.html(after)
                self._sink.html("</tr>\n")
            self._sink.html(f"</{section.tag}>\n")
        self._sink.html("</table></div>\n")

    def _place(self, number: int) -> None:
        found = self._tree.places[number]
        if not isinstance(found, Fence):
            self.raw_tags += found.html.count("<")
            self._sink.html(f"{found.html}\n")
            return
        word = info_word(found)
        location = self._positions.at(found.offset)
        nested = self._page.depth > 1
        if word in self._options.blocks and found.at_margin and not nested:
            line = self._positions.at(found.code_offset).line
            type_ = self._options.blocks[word]
            options = self._options
            read = read_block(
                found, type_, location, line, options.language, options.languages, self._read_field
            )
            self._sink.part(read.block)
            self.phrases.references += read.references
            self.phrases.problems += read.problems
            self.phrases.count(*read.texts)
            return
        complaint = about_name(found, self._options.blocks, location, nested)
        if complaint is not None:
            self.phrases.problems.append(complaint)
        language = f' class="language-{word}"' if word and _LANGUAGE.fullmatch(word) else ""
        code = escape(found.code.rstrip("\n"), quote=False)
        self.phrases.count(found.code)
        self._sink.html(f"<pre><code{language}>{code}\n</code></pre>\n")

    def _footnotes(self) -> None:
        notes = self.phrases.notes
        if notes.used:
            self._sink.html('<div class="footnotes" role="doc-endnotes">\n<ol>\n')
            for label in notes.used:  # grows on the way: a footnote may use another
                tree = self._tree.chunk(self._tree.notes[label])
                last = tree[-1] if len(tree) and tree[-1].tag == "p" else SubElement(tree, "p")
                SubElement(last, _BACKLINKS, label=label)
                self._sink.html(notes.item(label))
                self._blocks(tree)
                self._sink.html("</li>\n")
            self._sink.html("</ol>\n</div>\n")
        for label in self._tree.notes:
            if label not in notes.numbers:
                self.phrases.problems.append(
                    problem(
                        "footnote-unused",
                        self._positions.at(self._tree.note_offsets.get(label, 0)),
                        N_("The footnote {label} is used nowhere, so it is not shown."),
                        N_("Write {label} where it belongs in the text, or delete it."),
                        Severity.WARNING,
                        label=f"[^{label}]",
                    )
                )
