"""Texts of plain blocks: the tree that the block parser would make, in a sixth of the time.

Most stories consist of paragraphs, headings, short lists, quotes, tables, rules and fences that all begin at
the margin and are parted by empty lines. There one pattern a block says all that Python-Markdown's fifteen
processors find out (0.38 ms for 570 words with `Scan`, 0.06 here). Whatever is not surely plain (an indented
line, a list in a list, a footnote, a definition, a tab, a comment) leaves the whole text to them:
`tests/reading/markdown/test_plain.py` holds the two against each other.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from generator.reading.markdown.fences import Fence, closing_line, content, opening
from generator.reading.markdown.limits import MAX_COLUMNS, MAX_LINES
from generator.reading.markdown.marks import Positions, mark, place
from generator.reading.markdown.tree import Tree

# What a line of text may begin with. Nothing that begins so can be anything but text.
_BEGINNING = r"(?:[^\W\d_]|[\"'“”„«»(–—…&§]|[*_]{1,3}[^\W_]|`(?!`)|!?\[|[0-9]{1,9}+(?![0-9.)]))"
_TEXT = rf"{_BEGINNING}[^\n]*+"
_BLOCK = re.compile(
    rf"(?P<heading>\#{{1,6}})\ ++(?P<title>[^\s\#][^\n]*+)"
    rf"|(?P<p>{_TEXT}(?:\n{_TEXT})*+)"
    rf"|(?P<ul>[-*+]\ ++{_TEXT}(?:\n[-*+]\ ++{_TEXT})*+)"
    rf"|(?P<ol>1\.\ ++{_TEXT}(?:\n[0-9]{{1,9}}\.\ ++{_TEXT})*+)"
    rf"|(?P<blockquote>>\ ?{_TEXT}(?:\n>\ ?{_TEXT})*+)"
    r"|(?P<table>\|[^\n]*\|\ *+\n\|(?:\ *+:?-++:?\ *+\|)++\ *+(?:\n\|[^\n]*\|\ *+)++(?![^\n]))"
    r"|(?P<hr>---+\ *+(?![^\n]))"
    r"|(?P<fence>```|~~~)"
)
_EMPTY = re.compile(r"(?: *+\n)*+")
_GAP = re.compile(r"\n(?: *+\n)++|\s*+\Z")
"""Empty lines between two blocks, or the end."""
_NEXT = re.compile(rf"\n(?=\#{{1,6}}\ |(?:[-*+]|1\.)\ ++{_BEGINNING})")
"""A paragraph may be followed by a heading or a list without an empty line between them."""
_ITEM = re.compile(r"^[^ ]++ ++", re.MULTILINE)
_MARKED = re.compile(r"\\.|!?\[|<(?=[A-Za-z/!?])")
_JOINED = frozenset({"ul", "ol", "blockquote"})
"""Blocks that join, or take into themselves, what follows them."""
_ALIGNMENTS = {":-": "left", "-:": "right", "::": "center"}


def _marked(text: str, offset: int) -> str:
    """A piece of the file that stands at `offset`, with its marks."""
    if "[" not in text and "<" not in text:
        return text
    pieces: list[str] = []
    start = 0
    for found in _MARKED.finditer(text):
        begin = found.start()
        if text[begin] != "\\":
            pieces += (text[start:begin], mark(offset + begin))
            start = begin
    pieces.append(text[start:])
    return "".join(pieces)


def _items(parent: Element, text: str, offset: int) -> None:
    starts = [(found.start(), found.end()) for found in _ITEM.finditer(text)]
    ends = [start - 1 for start, _ in starts[1:]] + [len(text)]
    for (_, start), end in zip(starts, ends, strict=True):
        SubElement(parent, "li").text = _marked(text[start:end], offset + start)


def _quote(parent: Element, text: str, offset: int) -> None:
    lines = []
    for line in text.split("\n"):
        signs = 2 if line.startswith("> ") else 1
        lines.append(_marked(line[signs:], offset + signs))
        offset += len(line) + 1
    SubElement(SubElement(parent, "blockquote"), "p").text = "\n".join(lines)


def _alignment(cell: str) -> str | None:
    cell = cell.strip(" ")
    return _ALIGNMENTS.get(cell[0] + cell[-1])


def _table(parent: Element, text: str, offset: int) -> bool:
    """Write a table; False if it is none after all."""
    lines = text.split("\n")
    rows = [line.strip(" ")[1:-1] for line in lines]
    alignments = [_alignment(cell) for cell in rows[1].split("|")]
    if rows[0].count("|") + 1 != len(alignments) or "\\" in text or "`" in text:
        return False
    table = SubElement(parent, "table")
    section, tag = SubElement(table, "thead"), "th"
    for number, line in enumerate(lines):
        if number != 1:
            cells = _marked(line, offset).strip(" ")[1:-1].split("|")
            row = SubElement(section, "tr")
            for index, alignment in enumerate(alignments):
                style = {"style": f"text-align: {alignment};"} if alignment else {}
                cell = SubElement(row, tag, style)
                cell.text = cells[index].strip(" ") if index < len(cells) else ""
        else:
            section, tag = SubElement(table, "tbody"), "td"
        offset += len(line) + 1
    return True


def _fence(parent: Element, text: str, start: int, positions: Positions, places: list[Fence]) -> int:
    """Write a fenced block; returns where it ends, or -1 if it never does."""
    lines = text.split("\n")
    number = positions.at(start).line - positions.first_line
    opened = opening(lines[number])
    last = closing_line(lines, number, opened.marks) if opened else len(lines)
    if opened is None or last == len(lines):
        return -1
    SubElement(parent, "p").text = place(len(places))
    code = content(lines[number + 1 : last], 0)
    places.append(Fence(opened.info, code, start, positions.starts[number + 1], True))
    return positions.starts[last] + len(lines[last])


def read_plain(text: str, positions: Positions) -> Tree | None:
    """The tree of a text (as `tidy` leaves it), or None if it is not plain."""
    if "\t" in text or "]:" in text or "[^" in text or "<!--" in text:
        return None
    if len(positions.starts) > MAX_LINES or text.count("|") > MAX_COLUMNS or text.count("`") > MAX_COLUMNS:
        return None
    root = Element("div")
    places: list[Fence] = []
    before: str | None = ""
    at, end = _EMPTY.match(text).end(), len(text)  # type: ignore[union-attr]  # matches anything
    while at < end:
        found = _BLOCK.match(text, at)
        if found is None:
            return None
        sort, start, at = found.lastgroup, at, found.end()
        if sort == "p":
            SubElement(root, "p").text = _marked(found[0], start)
        elif sort == "title":
            title = found[0][found.start("title") - start :]
            if title[-1] in "#\\} ":
                return None  # signs that close it, an id of its own: these take a closer look
            heading = SubElement(root, f"h{found.end('heading') - start}")
            heading.text = mark(start) + _marked(title, found.start("title"))
        elif sort in _JOINED:
            if before in _JOINED:
                return None
            if sort == "blockquote":
                _quote(root, found[0], start)
            else:
                _items(SubElement(root, sort), found[0], start)
        elif sort == "hr":
            SubElement(root, "hr")
        elif sort == "table":
            if not _table(root, found[0], start):
                return None
        else:
            at = _fence(root, text, start, positions, places)
            if at < 0:
                return None
        gap = _GAP.match(text, at)
        if gap is not None:
            at = gap.end()
        elif sort in ("title", "fence") or (sort == "p" and _NEXT.match(text, at)):
            at += 1
        else:
            return None
        before = sort
    return Tree(root, places)
