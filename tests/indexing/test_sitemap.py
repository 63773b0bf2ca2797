"""The sitemap: which pages, when they changed, their translations and pictures."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.indexing.indexes import build_indexes
from generator.indexing.sitemap import MOST, Row, cut, parts, sitemap_rows
from tests.support.facts import facts, story
from tests.support.own_site import own_site
from tests.support.small_site import SmallSite

NOW = datetime(2026, 11, 23, tzinfo=UTC)
NAMES = {
    "": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
}
ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">')


def rows_of(*stories: object) -> dict[str, Row]:
    world = facts(*stories)  # type: ignore[arg-type]
    return {row.url: row for row in sitemap_rows(world, build_indexes(world, NOW))}


def test_real_pages_only() -> None:
    """Fallback pages are left out; translations name one another, themselves and the source as x-default."""
    rows = rows_of(story("places/a", date="2026-01-02"), story("places/a", "en", updated="2026-03-04"))
    both = (("sv", "/sv/places/a/"), ("en", "/en/places/a/"), ("x-default", "/sv/places/a/"))

    assert rows["/sv/places/a/"] == ("/sv/places/a/", "2026-01-02", both, "")
    assert rows["/en/places/a/"] == ("/en/places/a/", "2026-03-04", both, "")
    assert "/da/places/a/" not in rows


def test_lists_change_with_what_they_list() -> None:
    """A listing, a term and a front page changed last when the latest of their stories did."""
    rows = rows_of(
        story("places/a", date="2026-01-02", tags=["sea"]),
        story("places/b", date="2025-01-02", updated="2026-05-06"),
    )

    assert rows["/sv/places/"].changed == "2026-05-06"
    assert rows["/sv/amnen/sea/"].changed == "2026-01-02"
    assert rows["/sv/"].changed == "2026-05-06"
    assert rows["/sv/amnen/"].changed == ""


def test_front_pages_lead_to_the_chooser() -> None:
    """The chooser is x-default of all front pages, and names them back."""
    rows = rows_of(story("places/a"))

    assert rows["/"].alternates == rows["/da/"].alternates
    assert rows["/"].alternates[-1] == ("x-default", "/")


@pytest.mark.parametrize(("addresses", "expected"), [(0, 0), (MOST, 0), (MOST + 1, 2), (4 * MOST, 4)])
def test_many_addresses_need_several_files(addresses: int, expected: int) -> None:
    """One file as long as it is enough, else as many as it takes; each address stands in one of them."""
    rows = [Row(f"/{number}/") for number in range(addresses)]
    files = [cut(rows, number) for number in (range(1, expected + 1) if expected else [0])]

    assert expected == parts(addresses)
    assert rows == [row for file in files for row in file]
    assert all(len(file) <= MOST for file in files)


def elements(name: str = "sitemap.xml") -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(own_site().outputs[name]))


def test_head_and_sitemap_agree() -> None:
    """What a page says of its translations in its head is what the sitemap says of them, for every page."""
    site = own_site()
    base = site.facts.config.base_url
    told = {}
    for element in elements():
        links = element.findall("xhtml:link", NAMES)
        told[element.findtext("loc", namespaces=NAMES)] = {
            link.attrib["hreflang"]: link.attrib["href"] for link in links
        }
    said = {}
    for output, html in site.html().items():
        if 'name="robots" content="noindex"' in html:
            continue
        head = dict(ALTERNATE.findall(html))
        # A page that is alone but for itself has nothing to tell.
        said[base + site.indexes.pages[output].url] = {
            tag: unescape(url) for tag, url in head.items() if len(head.keys() - {"x-default"}) > 1
        }
    told = {url: links if len(links.keys() - {"x-default"}) > 1 else {} for url, links in told.items()}

    assert said == told


def test_pictures_are_files_that_are_made() -> None:
    """A story's picture is named by an address of a rendition that the sitemap itself asks for."""
    (karnan,) = [e for e in elements() if e.findtext("loc", namespaces=NAMES).endswith("/sv/platser/karnan/")]

    assert re.fullmatch(
        r"https://pulsen\.example/assets/photos/karnan-1200\.[0-9a-f]{12}\.jpg",
        karnan.findtext("image:image/image:loc", namespaces=NAMES) or "",
    )
    assert karnan.findtext("lastmod", namespaces=NAMES) == "2026-11-23"


def test_order_of_elements() -> None:
    """Within an address loc comes first and lastmod next, as the schema's readers expect."""
    for element in elements():
        names = [child.tag.rpartition("}")[2] for child in element]
        assert names[0] == "loc"
        assert "lastmod" not in names[2:]


def test_robots_name_it() -> None:
    """robots.txt lets everybody in and names the sitemap."""

    assert own_site().outputs["robots.txt"] == (
        b"User-agent: *\nAllow: /\n\nSitemap: https://pulsen.example/sitemap.xml\n"
    )


def test_an_edit_that_changes_no_date_leaves_it(tmp_path: Path) -> None:
    """A new sentence makes no new sitemap; a new date does."""
    site = SmallSite(tmp_path)
    site.build()
    site.edit("content/places/harbour.sv.md", "Salt.", "Salt och vind.")
    assert "sitemap.xml" not in site.build().made
    site.edit("content/places/harbour.sv.md", "title: Hamnen", "title: Hamnen\nupdated: 2026-11-22")

    assert "sitemap.xml" in site.build().made
    assert "<lastmod>2026-11-22</lastmod>" in site.page("sitemap.xml")
