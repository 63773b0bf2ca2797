"""RSS 2.0, with whole texts (content:encoded) and authors' names, for readers that know no Atom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from generator.rendering.feeds.values import TYPES, Entry, Feed, xml_text, xml_value

_TYPE = TYPES["rss"]
_NAMESPACES = (
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def rfc822(at: datetime) -> str:
    """``Mon, 23 Nov 2026 00:00:00 +0100``; in English whatever the machine speaks."""
    return f"{_DAYS[at.weekday()]}, {at.day:02} {_MONTHS[at.month - 1]} {at:%Y %H:%M:%S %z}"


def rss(feed: Feed) -> bytes:
    """The feed as an RSS document."""
    return "\n".join(_lines(feed)).encode("utf-8")


def _lines(feed: Feed) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<rss version="2.0" {_NAMESPACES}>'
    yield "<channel>"
    yield f"<title>{xml_text(feed.title)}</title>"
    yield f"<link>{xml_text(feed.page_url)}</link>"
    yield f"<description>{xml_text(feed.description or feed.title)}</description>"
    yield f"<language>{xml_text(feed.search_language)}</language>"
    yield f"<lastBuildDate>{rfc822(feed.updated)}</lastBuildDate>"
    yield f'<atom:link rel="self" type="{_TYPE}" href="{xml_value(feed.url)}"/>'
    for entry in feed.entries:
        yield from _item(entry)
    yield "</channel>"
    yield "</rss>\n"


def _item(entry: Entry) -> Iterator[str]:
    yield "<item>"
    yield f"<title>{xml_text(entry.title)}</title>"
    yield f"<link>{xml_text(entry.url)}</link>"
    yield f'<guid isPermaLink="false">{xml_text(entry.id)}</guid>'
    yield f"<pubDate>{rfc822(entry.published)}</pubDate>"
    yield f"<dc:creator>{xml_text(entry.author)}</dc:creator>"
    for tag in entry.tags:
        yield f"<category>{xml_text(tag)}</category>"
    yield f"<description>{xml_text(entry.summary or entry.title)}</description>"
    yield f"<content:encoded>{xml_text(entry.html)}</content:encoded>"
    yield "</item>"
