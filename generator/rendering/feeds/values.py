"""A feed and its entries, before they are written in any format."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import NamedTuple

TYPES = {"atom": "application/atom+xml", "rss": "application/rss+xml", "json": "application/feed+json"}
"""Format -> media type."""
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold in any way (section 2.2)."""


def xml_text(text: str) -> str:
    """Text for XML."""
    return escape(_ILLEGAL.sub("", text), quote=False)


def xml_value(text: str) -> str:
    """The same for the value of an attribute, between double quotes."""
    return xml_text(text).replace('"', "&quot;")


class Entry(NamedTuple):
    """A story in a feed. Addresses are absolute."""

    id: str
    """Stays the same when title, address or text change."""
    url: str
    title: str
    summary: str
    html: str
    language: str
    published: datetime
    updated: datetime
    author: str
    tags: tuple[str, ...] = ()
    image: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """What is newest of a site, a kind or a term."""

    id: str
    url: str
    page_url: str
    """The page that lists the same."""
    title: str
    description: str
    language: str
    """BCP 47."""
    search_language: str
    """Without variants, which RSS readers do not know."""
    author: str
    entries: tuple[Entry, ...]
    licence: str = ""
    icon: str = ""

    @property
    def updated(self) -> datetime:
        """When its newest entry changed last; never the time of the build."""
        return max(entry.updated for entry in self.entries)
