"""Outputs for search engines: the sitemap and robots.txt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from generator.incremental.tracker import Tracker
from generator.indexing.addresses import absolute
from generator.indexing.indexes import Indexes
from generator.indexing.sitemap import Row, cut, parts, sitemap_rows
from generator.model.facts import Facts
from generator.model.photo import Photo
from generator.rendering.linked_data.pictures import ROLES
from generator.rendering.pictures import renditions

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_INDEX = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
_URLS = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">'
)


def sitemap(
    facts: Facts, indexes: Indexes, tracker: Tracker, number: int, wants: set[tuple[str, str]]
) -> bytes:
    """``sitemap.xml`` as sitemaps.org 0.9 has it, with translations and pictures as Google reads them.

    With more addresses than one file may hold, number 0 names the files and the others hold them.
    The pictures it names are added to `wants`.
    """
    tracker.saw("sitemap")
    tracker.saw("site#base_url")
    base = facts.config.base_url
    rows = sitemap_rows(facts, indexes)
    count = parts(len(rows))
    if number == 0 and count:
        lines = [_HEAD, _INDEX, *_files(base, rows, count), "</sitemapindex>\n"]
    else:
        pictures = _Pictures(facts, indexes, tracker, wants)
        lines = [_HEAD, _URLS, *_addresses(base, cut(rows, number), pictures), "</urlset>\n"]
    return "\n".join(lines).encode("utf-8")


def _files(base: str, rows: Sequence[Row], count: int) -> Iterator[str]:
    for number in range(1, count + 1):
        changed = max((row.changed for row in cut(rows, number)), default="")
        said = f"<lastmod>{escape(changed)}</lastmod>" if changed else ""
        yield f"<sitemap><loc>{escape(base)}/sitemap-{number}.xml</loc>{said}</sitemap>"


def _addresses(base: str, rows: Sequence[Row], pictures: _Pictures) -> Iterator[str]:
    for url, changed, alternates, photo in rows:
        yield f"<url><loc>{escape(absolute(base, url))}</loc>"
        if changed:
            yield f"<lastmod>{escape(changed)}</lastmod>"
        for tag, other in alternates if len(alternates) > 1 else ():
            href = escape(absolute(base, other))
            yield f'<xhtml:link rel="alternate" hreflang="{escape(tag)}" href="{href}"/>'
        if photo and (picture := pictures.address(photo)):
            yield f"<image:image><image:loc>{escape(absolute(base, picture))}</image:loc></image:image>"
        yield "</url>"


class _Pictures:
    """Addresses of pictures as machines get them."""

    def __init__(self, facts: Facts, indexes: Indexes, tracker: Tracker, wants: set[tuple[str, str]]) -> None:
        self._facts = facts
        self._indexes = indexes
        self._saw = tracker.saw
        self._wants = wants
        for role in ROLES:
            self._saw(f"recipe:{role}")
        self._saw("site#pictures")
        self._recipe = next((facts.recipes[role] for role in ROLES if role in facts.recipes), None)

    def address(self, name: str) -> str | None:
        """Where the file is that every program can show; None if the theme shows no pictures."""
        self._saw(f"photo:{name}")
        photo: Photo = self._indexes.photos[name]
        if self._recipe is None:
            return None
        self._wants.add((name, self._recipe.role))
        made = renditions(photo, self._recipe, self._facts.imaging, self._facts.config.pictures)
        return f"/{made[-1].output}"


def robots(facts: Facts, tracker: Tracker) -> bytes:
    """Everything may be read; the sitemap is named."""
    tracker.saw("site#base_url")
    return f"User-agent: *\nAllow: /\n\nSitemap: {facts.config.base_url}/sitemap.xml\n".encode()
