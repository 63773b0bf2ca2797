"""Markdown text -> body parts: the order in which the other modules do their work."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from generator.model.body import to_data
from generator.model.problem import N_, Problem, in_order, problem
from generator.reading.markdown.html_guard import clean, refused
from generator.reading.markdown.limits import MAX_LENGTH, MAX_TAGS, too_deep, too_long, too_many_tags
from generator.reading.markdown.marks import Positions, tidy
from generator.reading.markdown.page import Page
from generator.reading.markdown.scan import Scan
from generator.reading.markdown.targets import label_of, unescaped
from generator.reading.markdown.values import MarkdownOptions, ParsedBody
from generator.reading.markdown.writer import Writer
from generator.reading.suggest import closest

_SENTENCE = frozenset("\"'“”„«»(\x02")


class _Plain(ParagraphProcessor):
    """Paragraphs of one line that begins like a sentence, which is most of them.

    Nothing else can begin that way, so that the fourteen other processors need not be asked: a seventh of the
    time of a text (1.7 for 2.0 ms).
    """

    def test(self, parent: Element, block: str) -> bool:
        return (block[:1].isalpha() or block[:1] in _SENTENCE) and "\n" not in block


class _Engine:
    """Python-Markdown as far as we use it: paragraphs, lists, tables, definitions and footnotes as a tree."""

    def __init__(self) -> None:
        self._notes = FootnoteExtension()
        self._markdown = Markdown(
            extensions=[TableExtension(), self._notes, DefListExtension(), SaneListExtension()]
        )
        processors = self._markdown.parser.blockprocessors
        processors.register(_Plain(self._markdown.parser), "plain", 110)

    def tree(self, lines: list[str]) -> tuple[Element, dict[str, tuple[str, str]], dict[str, str]]:
        """The tree of a text, its reference-style addresses, and its footnotes, both by label."""
        self._markdown.reset()
        root = self._markdown.parser.parseDocument(lines).getroot()
        assert root is not None
        references: dict[str, tuple[str, str]] = {}
        for label, (target, title) in self._markdown.references.items():
            references.setdefault(label_of(label), (unescaped(target), unescaped(title or "")))
        return root, references, dict(self._notes.footnotes)

    def chunk(self, text: str) -> Element:
        """The tree of a footnote's text."""
        root = Element("div")
        self._markdown.parser.parseChunk(root, text)
        return root


# Building one takes 0.08 ms, a twentieth of the time of a text. A text inside a block is read while the text
# around it is, so one engine is not enough; after an exception its state is unknown, so it is not put back.
_idle: list[_Engine] = []


def _fragments(page: Page) -> list[Problem]:
    """Links to headings of the page that are not there."""
    ids = page.ids.all
    problems = []
    for fragment, location in page.fragments:
        if fragment in ids or fragment == "top":
            continue
        meant = closest(fragment, page.ids.anchors)
        problems.append(
            problem(
                "link-fragment",
                location,
                N_("There is no heading #{fragment} in this text."),
                N_("Did you mean #{meant}?")
                if meant
                else N_("Write # and the heading's words in lower case with hyphens between them."),
                fragment=fragment,
                meant=meant,
            )
        )
    return problems


def _read(
    text: str, positions: Positions, options: MarkdownOptions, page: Page, engine: _Engine
) -> ParsedBody:
    scan = Scan(text, positions, options.raw_html)
    if scan.refused:
        return ParsedBody((), problems=tuple(scan.problems))

    def read_field(field: str, line: int, indent: int) -> list[list[Any]]:
        inner = _parse(field, positions.path, line, indent, options, page)
        phrases.references += inner.references
        phrases.problems += inner.problems
        phrases.words += inner.words
        return to_data(inner.body)

    root, addresses, notes = engine.tree(scan.lines)
    writer = Writer(scan, positions, options, page, addresses, notes)
    phrases = writer.phrases
    parts = writer.write(root, engine.chunk, read_field)
    if not options.raw_html:
        phrases.problems += refused(phrases.tags, text, positions)
    elif len(phrases.tags) + writer.raw_tags > MAX_TAGS:
        count = len(phrases.tags) + writer.raw_tags
        return ParsedBody((), problems=(too_many_tags(count, positions.at(0)),))
    elif phrases.tags or writer.raw_tags:
        parts = clean(parts, page.ids.all)
    problems = (*scan.problems, *phrases.problems)
    return ParsedBody(tuple(parts), tuple(phrases.references), words=phrases.words, problems=problems)


def _parse(
    text: str, path: str, first_line: int, column: int, options: MarkdownOptions, page: Page
) -> ParsedBody:
    text = tidy(text)
    positions = Positions(text, path, first_line, column)
    if len(text) > MAX_LENGTH:
        return ParsedBody((), problems=(too_long(len(text), positions.at(0)),))
    page.depth += 1
    engine = _idle.pop() if _idle else _Engine()
    try:
        parsed = _read(text, positions, options, page, engine)
        _idle.append(engine)
    except RecursionError:
        parsed = ParsedBody((), problems=(too_deep(positions.at(0)),))
    page.depth -= 1
    return parsed


def parse_markdown(text: str, path: str, first_line: int, options: MarkdownOptions) -> ParsedBody:
    """Read the Markdown `text`, which begins on line `first_line` of the file at `path`.

    `path` is relative to the project, e.g. ``content/places/karnan.sv.md``: links to files are understood
    from there. Nothing is looked up and nothing raises: mistakes are `problems`, in the order of the file.
    """
    page = Page()
    parsed = _parse(text, path, first_line, 0, options, page)
    problems = in_order([*parsed.problems, *_fragments(page)])
    return replace(parsed, anchors=tuple(page.ids.anchors), problems=tuple(problems))
