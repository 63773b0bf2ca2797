"""Outputs for machines: sitemap and robots."""

from __future__ import annotations

from html import escape

from generator.incremental.tracker import Tracker
from generator.indexing.addresses import absolute
from generator.indexing.indexes import Indexes, sitemap_rows
from generator.model.facts import Facts


def sitemap(facts: Facts, indexes: Indexes, tracker: Tracker) -> bytes:
    """``sitemap.xml`` as sitemaps.org 0.9 has it, with the alternates Google reads."""
    tracker.saw("sitemap")
    tracker.saw("site#base_url")
    tracker.saw("site#source_language")
    base = facts.config.base_url
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for url, changed, others in sitemap_rows(facts, indexes):
        lines.append(f"<url><loc>{escape(absolute(base, url))}</loc>")
        if changed:
            lines.append(f"<lastmod>{escape(changed)}</lastmod>")
        if len(others) > 1:
            source = dict(others).get(facts.config.source_language, others[0][1])
            for tag, address in (*others, ("x-default", source)):
                href = escape(absolute(base, address))
                lines.append(f'<xhtml:link rel="alternate" hreflang="{tag}" href="{href}"/>')
        lines.append("</url>")
    lines.append("</urlset>\n")
    return "\n".join(lines).encode("utf-8")


def robots(facts: Facts, tracker: Tracker) -> bytes:
    """Everything may be read; the sitemap is named."""
    tracker.saw("site#base_url")
    return f"User-agent: *\nAllow: /\n\nSitemap: {facts.config.base_url}/sitemap.xml\n".encode()
