"""Parsing for tests, and looking at a page the way a browser does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from html.parser import HTMLParser
from typing import Any

from generator.model.body import Block, Figure, Html, Link, Part, from_data
from generator.model.kind import BlockType, Field, FieldType
from generator.reading.markdown import MarkdownOptions, ParsedBody, parse_markdown

PATH = "content/places/karnan.sv.md"
TAGS = ("sv", "en", "sv-simple")
VOID = {
    "br",
    "hr",
    "img",
    "col",
    "wbr",
    "input",
    "meta",
    "link",
    "source",
    "embed",
    "area",
    "base",
    "track",
    "param",
}

QUOTE = BlockType(
    "quote",
    {},
    (
        Field("text", FieldType.TEXT, required=True),
        Field("who", FieldType.TEXT),
        Field("photo", FieldType.PHOTO),
    ),
)
STEPS = BlockType(
    "steps",
    {},
    (
        Field("title", FieldType.TEXT),
        Field(
            "items",
            FieldType.LIST,
            of=Field(
                "",
                FieldType.OBJECT,
                fields=(Field("title", FieldType.TEXT), Field("text", FieldType.MARKDOWN)),
            ),
        ),
    ),
)
BLOCKS = {"quote": QUOTE, "steps": STEPS}


def parse(
    text: str, language: str = "sv", raw_html: bool = False, first_line: int = 1, **blocks: BlockType
) -> ParsedBody:
    """`text` as the body of the same Swedish story."""
    return parse_markdown(text, PATH, first_line, MarkdownOptions(language, blocks, raw_html, TAGS))


def html(body: Iterable[Part]) -> str:
    """Parts as a template would write them, short."""
    written = []
    for part in body:
        if isinstance(part, Html):
            written.append(part.text)
        elif isinstance(part, Link):
            fragment = f"#{part.fragment}" if part.fragment else ""
            written.append(f'<a href="/{escape(part.target + fragment)}">')
        elif isinstance(part, Figure):
            sort = "span" if part.inline else "figure"
            written.append(f'<{sort} title="{escape(part.name)}">{escape(part.alt)}</{sort}>')
        else:
            written.append(f"<aside>{block_html(part)}</aside>")
    return "".join(written)


def block_html(block: Block) -> str:
    """The Markdown inside a block."""

    def inside(value: Any) -> str:
        if isinstance(value, dict):
            return "".join(map(inside, value.values()))
        if isinstance(value, list) and value and isinstance(value[0], list):
            return html(from_data(value))
        return "".join(map(inside, value)) if isinstance(value, list) else ""

    return inside(block.data)


def flat(text: str, **options: Any) -> str:
    """The page of a text, on one line."""
    return " ".join(html(parse(text, **options).body).split())


class Browser(HTMLParser):
    """Reads a page: tags must be balanced, ids unique; links and everything that could run are collected."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.wrong: list[str] = []
        self.feed(page)
        self.close()
        self.wrong += [f"<{tag}> is never closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src", "action", "formaction", "xlink:href", "data", "srcdoc", "background"):
                self.addresses.append(value or "")
        if tag not in VOID:
            if tag == "p" and "p" in self.open[-1:]:
                self.wrong.append("<p> in <p>")
            if tag == "a" and "a" in self.open:
                self.wrong.append("<a> in <a>")
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1:] == [tag]:
            self.open.pop()
        else:
            self.wrong.append(f"</{tag}> in {self.open[-3:]}")

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        self.wrong.append(f"a declaration: {decl}")

    def handle_pi(self, data: str) -> None:
        self.wrong.append(f"an instruction: {data}")


SAFE_TAGS = """a aside blockquote br code dd div dl dt em figure h2 h3 h4 h5 h6 hr li ol p pre section span
    strong sup table tbody td th thead tr ul"""
SAFE_ATTRIBUTES = "aria-labelledby class href id role scope start tabindex title"
CLEANED_TAGS = """abbr b bdi bdo caption cite col colgroup del details dfn figcaption i ins kbd mark q rp rt
    ruby s samp small sub summary tfoot time u var wbr"""
CLEANED_ATTRIBUTES = "cite colspan datetime dir lang open reversed rowspan"
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")


def strange(found: Iterable[str], safe: str, cleaned: str, raw_html: bool) -> list[str]:
    """What is in neither list; the second counts where HTML is let through."""
    return sorted(set(found) - set(safe.split()) - (set(cleaned.split()) if raw_html else set()))


def faults(parsed: ParsedBody, raw_html: bool = False) -> list[str]:
    """Everything about a parsed text that no page may be: unbalanced, doubled or dangerous."""
    page = html(parsed.body)
    browser = Browser(page)
    found = list(browser.wrong)
    found += [f"id {each} twice" for each in set(browser.ids) if browser.ids.count(each) > 1]
    found += [f"tag {each}" for each in strange(browser.tags, SAFE_TAGS, CLEANED_TAGS, raw_html)]
    attributes = strange(browser.attributes, SAFE_ATTRIBUTES, CLEANED_ATTRIBUTES, raw_html)
    found += [f"attribute {each}" for each in attributes]
    for address in browser.addresses:
        # What a browser sees: it skips spaces and control characters.
        seen = "".join(each for each in address if each > " " and each.isprintable()).lower()
        scheme = SCHEME.match(seen)
        if scheme and scheme[1] not in ("http", "https", "mailto", "tel"):
            found.append(f"address {address!r}")
    found += [f"control character {each!r}" for each in page if each < " " and each not in "\n\t"]
    if not raw_html:  # where a tag may swallow what follows it
        found += [f"dead end {each}" for each in parsed.anchors if each not in browser.ids]
    found += ["an empty part" for part in parsed.body if isinstance(part, Html) and not part.text]
    return found
