"""Markdown text -> body parts: the order in which the other modules do their work."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.model.body import to_data
from generator.model.problem import N_, Problem, in_order, problem
from generator.reading.markdown.html_guard import clean, refused
from generator.reading.markdown.limits import MAX_LENGTH, MAX_TAGS, too_deep, too_long, too_many_tags
from generator.reading.markdown.marks import Positions, tidy
from generator.reading.markdown.page import Page
from generator.reading.markdown.plain import read_plain
from generator.reading.markdown.tree import Tree
from generator.reading.markdown.values import MarkdownOptions, ParsedBody
from generator.reading.markdown.writer import Writer
from generator.reading.suggest import closest

if TYPE_CHECKING:
    from generator.reading.markdown.engine import Engine

# A text inside a block is read while the text around it is, so one engine is not enough; after an exception
# its state is unknown, so it is not put back.
_idle: list[Engine] = []


def _engine() -> Engine:
    from generator.reading.markdown.engine import Engine  # Python-Markdown: most texts do without

    return _idle.pop() if _idle else Engine()


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


def _read(text: str, tree: Tree, positions: Positions, options: MarkdownOptions, page: Page) -> ParsedBody:
    if tree.refused:
        return ParsedBody((), problems=tuple(tree.problems))

    def read_field(field: str, line: int, indent: int) -> list[list[Any]]:
        inner = _parse(field, positions.path, line, indent, options, page)
        phrases.references += inner.references
        phrases.problems += inner.problems
        phrases.count(words=inner.words)
        return to_data(inner.body)

    writer = Writer(tree, positions, options, page)
    phrases = writer.phrases
    parts = writer.write(read_field)
    if not options.raw_html:
        phrases.problems += refused(phrases.tags, text, positions)
    elif len(phrases.tags) + writer.raw_tags > MAX_TAGS:
        count = len(phrases.tags) + writer.raw_tags
        return ParsedBody((), problems=(too_many_tags(count, positions.at(0)),))
    elif phrases.tags or writer.raw_tags:
        parts = clean(parts, page.ids.all)
    problems = (*tree.problems, *phrases.problems)
    return ParsedBody(tuple(parts), tuple(phrases.references), words=phrases.words, problems=problems)


def _parse(
    text: str, path: str, first_line: int, column: int, options: MarkdownOptions, page: Page
) -> ParsedBody:
    text = tidy(text)
    positions = Positions(text, path, first_line, column)
    if len(text) > MAX_LENGTH:
        return ParsedBody((), problems=(too_long(len(text), positions.at(0)),))
    page.depth += 1
    engine = None
    try:
        tree = None if options.raw_html and "<" in text else read_plain(text, positions)
        if tree is None:
            engine = _engine()
            tree = engine.read(text, positions, options.raw_html)
        parsed = _read(text, tree, positions, options, page)
    except RecursionError:
        parsed = ParsedBody((), problems=(too_deep(positions.at(0)),))
    else:
        if engine is not None:
            _idle.append(engine)
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
