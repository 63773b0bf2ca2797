"""Listings that are narrowed and grouped, events that pass, ways in, and the map: whole small sites."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support.small_site import NOW, SmallSite
from tests.support.town_site import TOWN


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """The small town, built."""
    site = SmallSite(tmp_path, TOWN)
    result = site.build()
    assert [] == [problem for problem in result.problems if problem.severity == "error"]
    return site


def words(html: str) -> str:
    """The text of a page, in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_value_has_a_page_that_a_crawler_finds(site: SmallSite) -> None:
    """Two free places share a page with its own title; the listing links to it, and so does the sitemap."""
    page = site.page("sv/platser/gratis/index.html")
    listing = site.page("sv/platser/index.html")
    sitemap = site.page("sitemap.xml")

    assert "<title>Platser: Fri entré</title>" in page
    assert "Hamnen Tornet" in words(page)
    assert "Museet" not in page
    assert "Fri entré 2 /sv/platser/gratis/ True" in words(page)
    assert "Fri entré 2 /sv/platser/gratis/ False" in words(listing)
    assert "<loc>https://example.org/sv/platser/gratis/</loc>" in sitemap
    assert 'hreflang="en" href="https://example.org/en/places/free/"' in sitemap
    assert "<title>Places: Free entry</title>" in site.page("en/places/free/index.html")


def test_terms_without_pages_of_their_own_lead_to_the_term(site: SmallSite) -> None:
    """A facet that does without pages leads to the term's page, which all kinds share."""
    assert "Konst 2 /sv/amnen/art/ False" in words(site.page("sv/platser/index.html"))


def test_all_stories_for_a_browser(site: SmallSite) -> None:
    """One small file holds all stories of a kind with their values, in the listing's order."""
    found = json.loads(site.page("sv/platser/cards.json"))

    assert [
        ["Hamnen", {"free": ["yes"], "tags": ["sea"]}],
        ["Museet", {"tags": ["art"]}],
        ["Tornet", {"free": ["yes"], "tags": ["art"]}],
    ] == found
    assert "/sv/platser/cards.json" in site.page("sv/platser/2/index.html")
    assert site.disk.stat("build/site/sv/guider/cards.json") is None


def test_a_value_that_becomes_rare_loses_its_page(site: SmallSite) -> None:
    """With one free place left the page goes away, and pages that linked to it are made again."""
    site.edit("content/places/harbour.sv.md", "free: true", "free: false")
    result = site.build()

    assert "sv/platser/gratis/index.html" in result.removed
    assert {"sv/platser/index.html", "sv/platser/cards.json", "sv/platser/2/index.html"} <= result.made.keys()
    assert "Fri entré 1 None False" in words(site.page("sv/platser/index.html"))
    assert "sv/guider/index.html" not in result.made


def test_a_body_makes_no_listing_again(site: SmallSite) -> None:
    """What nobody narrows by concerns the story alone."""
    site.edit("content/places/museum.sv.md", "Tyst.", "Mycket tyst.")
    result = site.build()

    assert {"sv/platser/museum/index.html", "en/places/museum/index.html"} == result.made.keys()


def test_guides_stand_in_the_order_of_their_phases(site: SmallSite) -> None:
    """A grouped listing has a heading for each choice in use, in the order of the choices."""
    assert "Guider Före Packa Efter Anländ" in words(site.page("sv/guider/index.html"))
    assert "Guides Before Packa After Anländ" in words(site.page("en/guides/index.html"))


def test_events_pass(site: SmallSite) -> None:
    """At its end an event leaves the front page and stands below what is coming; nothing else is made."""
    assert "coming Marknaden Dansen" in words(site.page("sv/evenemang/index.html"))
    assert re.findall("<b>(.*?)</b>", site.page("sv/index.html")) == ["Marknaden", "Dansen"]

    ends = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
    assert ends.isoformat() == site.build(NOW).due
    result = site.build(ends)

    assert "coming Dansen past Marknaden" in words(site.page("sv/evenemang/index.html"))
    assert re.findall("<b>(.*?)</b>", site.page("sv/index.html")) == ["Dansen"]
    assert {"sv/index.html", "en/index.html", "sv/evenemang/index.html", "en/events/index.html"} <= (
        result.made.keys()
    )
    assert not any("platser" in output or "guider" in output for output in result.made)


def test_ways_in(site: SmallSite) -> None:
    """Ways in lead to a story, a term or a kind in the reader's language; others are left out."""
    sv, en = site.page("sv/index.html"), site.page("en/index.html")

    assert '<a href="/sv/guider/arrive/">Ny här: Börja så.</a>' in sv
    assert '<a href="/sv/amnen/sea/">Badare: </a><a href="/sv/platser/">Gäst: </a>' in sv
    assert '<a href="/en/guides/arrive/">New here: Begin so.</a>' in en

    site.edit("content/places/harbour.sv.md", "tags: [sea]", "tags: [art]")
    site.build()
    assert "Badare" not in site.page("sv/index.html")


def test_a_way_in_that_leads_nowhere_is_an_error(site: SmallSite) -> None:
    """The mistake is told with its line and with what was probably meant."""
    site.edit("content/site.yaml", "to: guides/arrive", "to: guides/arrives")
    (found,) = [each for each in site.build().problems if each.code == "entrance-target"]

    assert ("content/site.yaml", 11) == (found.location.path, found.location.line)
    assert ("suggestion", "guides/arrive") in found.values


def test_the_map_and_its_list(site: SmallSite) -> None:
    """Places in a crowded part are one pin on the whole and stand apart in a drawing of their own."""
    html = site.page("sv/map/index.html")
    whole, town = re.findall(r"<svg.*?</svg>", html, re.DOTALL)

    assert ['<a href="#map-town">0 Staden 2</a>'] == re.findall("<a.*?</a>", whole)
    assert ["1 Hamnen 1", "2 Tornet 1"] == [words(each) for each in re.findall("<a.*?</a>", town)]
    assert "Havet" in whole
    assert "Havet" not in town
    assert "1 Hamnen Karta, 2 Tornet Mätt, unplaced Museet, Ritad för hand" in words(html)
    assert "2 /sv/map/" in words(site.page("sv/index.html"))


def test_a_moved_place_makes_the_map_again(site: SmallSite) -> None:
    """Pages that show a position follow it, others stay."""
    site.edit("content/places/tower.sv.md", "lat: 56.05", "lat: 56.06")
    result = site.build()

    assert {"sv/map/index.html", "en/map/index.html", "sv/platser/tower/index.html"} <= result.made.keys()
    assert "sv/platser/index.html" not in result.made


def test_without_a_map_there_is_no_page(site: SmallSite) -> None:
    """The map page goes away with content/map.yaml, and so do the ways to it."""
    site.disk.remove("content/map.yaml")
    result = site.build()

    assert "sv/map/index.html" in result.removed
    assert "/sv/map/" not in site.page("sv/index.html")


def test_the_way_to_easy_words(tmp_path: Path) -> None:
    """It leads to the same page where that is written in easy words, else to where those begin."""
    site = SmallSite(tmp_path, TOWN)
    easy = "  sv-simple: {name: Lätt svenska, prefix: latt, fallback: [sv]}\n"
    site.edit("content/site.yaml", "  en: {name: English", f"{easy}  en: {{name: English")
    site.edit(
        "themes/plain/templates/layout.html",
        "{% block main %}",
        "<i>{{ page.easy.url }} {{ page.easy.same }} {{ page.easy.current }}</i>{% block main %}",
    )
    site.disk.put(
        "content/places/tower.sv-simple.md",
        "---\ntitle: Ett torn\nsummary: Ett torn.\ntranslation: {by: human, of: none}\n---\nHögt.\n",
    )
    site.build()

    assert "<i>/latt/platser/tower/ True False</i>" in site.page("sv/platser/tower/index.html")
    assert "<i>/latt/ False False</i>" in site.page("sv/platser/museum/index.html")
    assert "<i>/latt/platser/ True False</i>" in site.page("en/places/index.html")
    assert "<i>/latt/platser/tower/ True True</i>" in site.page("latt/platser/tower/index.html")

    site.disk.remove("content/places/tower.sv-simple.md")
    result = site.build()
    assert "sv/platser/tower/index.html" in result.made
    assert "<i>/latt/ False False</i>" in site.page("sv/platser/tower/index.html")
