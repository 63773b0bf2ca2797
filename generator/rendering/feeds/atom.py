"""Atom, RFC 4287."""

from __future__ import annotations

from collections.abc import Iterator

from generator.rendering.feeds.values import TYPES, Entry, Feed, xml_text, xml_value

_TYPE = TYPES["atom"]


def atom(feed: Feed) -> bytes:
    """The feed as an Atom document."""
    return "\n".join(_lines(feed)).encode("utf-8")


def _lines(feed: Feed) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{xml_value(feed.language)}">'
    yield f"<id>{xml_text(feed.id)}</id>"
    yield f"<title>{xml_text(feed.title)}</title>"
    if feed.description:
        yield f"<subtitle>{xml_text(feed.description)}</subtitle>"
    yield f"<updated>{feed.updated.isoformat()}</updated>"
    yield f'<link rel="self" type="{_TYPE}" href="{xml_value(feed.url)}"/>'
    yield f'<link rel="alternate" type="text/html" href="{xml_value(feed.page_url)}"/>'
    if feed.licence:
        yield f'<link rel="license" href="{xml_value(feed.licence)}"/>'
    if feed.icon:
        yield f"<icon>{xml_text(feed.icon)}</icon>"
    yield f"<author><name>{xml_text(feed.author)}</name></author>"
    for entry in feed.entries:
        yield from _entry(entry, feed)
    yield "</feed>\n"


def _entry(entry: Entry, feed: Feed) -> Iterator[str]:
    yield "<entry>"
    yield f"<id>{xml_text(entry.id)}</id>"
    yield f"<title>{xml_text(entry.title)}</title>"
    yield f'<link rel="alternate" type="text/html" href="{xml_value(entry.url)}"/>'
    yield f"<published>{entry.published.isoformat()}</published>"
    yield f"<updated>{entry.updated.isoformat()}</updated>"
    if entry.author != feed.author:
        yield f"<author><name>{xml_text(entry.author)}</name></author>"
    for tag in entry.tags:
        yield f'<category term="{xml_value(tag)}"/>'
    if entry.summary:
        yield f"<summary>{xml_text(entry.summary)}</summary>"
    yield f'<content type="html">{xml_text(entry.html)}</content>'
    yield "</entry>"
