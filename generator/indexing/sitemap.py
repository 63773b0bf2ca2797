"""Rows of the sitemap for pages that show no single story: narrowed listings and the map."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.model.page import Page, PageType

Row = tuple[str, str, tuple[tuple[str, str], ...]]
"""(address, last change or nothing, ((language tag, address), ...))."""


def overview_rows(pages: Iterable[Page]) -> Iterator[Row]:
    """A row for the first page of every facet's value and for each map, with those of the other languages."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for page in pages:
        if page.type in (PageType.FACET, PageType.MAP) and page.number == 1:
            found[page.type, page.subject].append((page.language, page.url))
    for alternates in found.values():
        for _, url in alternates:
            yield url, "", tuple(alternates)
