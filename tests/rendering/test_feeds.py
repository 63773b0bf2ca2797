"""Feeds as other programs read them."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.page import PageType
from generator.rendering.feeds.content import readable
from generator.rendering.feeds.gathering import stable_id
from generator.rendering.feeds.rss import rfc822
from generator.rendering.feeds.values import xml_text, xml_value
from tests.support.own_site import own_site
from tests.support.small_site import SITE, SmallSite

ATTRIBUTE = re.compile(r'(?:src|href|srcset)="([^"]*)"')
FEEDS = SITE.replace("feeds: {formats: []}", "feeds: {formats: [atom, rss, json], of: [site, kinds, terms]}")


def feeds() -> dict[str, bytes]:
    """Output -> content of every feed of the project's own site."""
    site = own_site()
    return {
        output: content
        for output, content in site.outputs.items()
        if site.indexes.pages[output].type is PageType.FEED
    }


def parsed(content: bytes | str) -> Any:
    """What feedparser makes of a feed that it finds nothing wrong with."""
    found = feedparser.parse(content, sanitize_html=False, resolve_relative_uris=False)
    assert not found.bozo, found.bozo_exception
    return found


def test_every_feed_is_read_without_complaint() -> None:
    """feedparser reads every Atom and RSS feed, JSON every JSON Feed, and none is empty."""
    for output, content in feeds().items():
        if output.endswith(".json"):
            data = json.loads(content)
            assert data["version"] == "https://jsonfeed.org/version/1.1"
            assert data["items"]
        else:
            found = parsed(content)
            assert found.entries, output
            assert found.version == ("rss20" if output.endswith("rss.xml") else "atom10")


def test_three_formats_say_the_same() -> None:
    """The same stories with the same names, addresses, dates and texts stand in all formats of a feed."""
    for output in feeds():
        if output.endswith("feed.xml"):
            folder = output.removesuffix("feed.xml")
            atom, rss = parsed(feeds()[output]), parsed(feeds()[folder + "rss.xml"])
            data = json.loads(feeds()[folder + "feed.json"])
            told = [
                [(e.id, e.link, e.title, e.content[0].value, e.published_parsed[:6]) for e in feed.entries]
                for feed in (atom, rss)
            ]
            assert told[0] == told[1], output
            assert [each[:3] for each in told[0]] == [(i["id"], i["url"], i["title"]) for i in data["items"]]
            assert [each[3] for each in told[0]] == [i["content_html"].strip() for i in data["items"]]
            assert atom.feed.title == rss.feed.title == data["title"]


def test_texts_are_whole_and_pictures_work() -> None:
    """Every address in a text is absolute, its pictures are renditions the feed asks for."""
    site = own_site()
    (karnan,) = [e for e in parsed(feeds()["sv/platser/feed.xml"]).entries if e.title == "Kärnan"]
    html = karnan.content[0].value

    assert "lägg handen mot muren" in html
    assert "omkring 1320; även 1308" in html, "the block with facts is there"
    assert re.search(r'<img src="https://pulsen.example/assets/photos/karnan-1200\.[0-9a-f]{12}\.jpg"', html)
    assert "Pulsen Helsingborg" in html, "whose picture it is"
    assert ("karnan", "social") in site.wants
    for output, content in feeds().items():
        for item in json.loads(content)["items"] if output.endswith(".json") else ():
            for address in ATTRIBUTE.findall(item["content_html"]):
                assert address.startswith(("https://", "http://", "mailto:", "tel:")), (output, address)
            assert not re.search(r"<(picture|source|script|svg|form)\b| class=| style=", item["content_html"])


def test_links_to_itself_and_to_the_page() -> None:
    """Each feed says where it stands and which page lists the same; that page is there and names the feed."""
    site = own_site()
    for output, content in feeds().items():
        if not output.endswith("feed.xml"):
            continue
        links = {link.rel: link.href for link in parsed(content).feed.links}
        assert links["self"] == f"https://pulsen.example/{output}"
        page = links["alternate"].removeprefix("https://pulsen.example/") + "index.html"
        assert f'type="application/atom+xml" title="{parsed(content).feed.title}" href="/{output}"' in (
            site.outputs[page].decode()
        )


def test_updated_is_when_the_newest_story_changed() -> None:
    """No clock is asked: a feed changed when its latest story did, at midnight where the site lives."""
    for output, content in feeds().items():
        if output.endswith("feed.xml"):
            found = parsed(content)
            assert found.feed.updated == max(e.updated for e in found.entries)
            assert found.feed.updated.endswith(("T00:00:00+01:00", "T00:00:00+02:00"))


def test_only_texts_of_the_feeds_own_language() -> None:
    """A Danish reader gets no Swedish texts, and a topic without Danish texts has no Danish feed."""
    site = own_site()
    for output, content in feeds().items():
        if output.endswith(".json"):
            language = site.indexes.pages[output].language
            assert {item["language"] for item in json.loads(content)["items"]} == {language}
    assert "lattlast/platser/feed.xml" in feeds()
    assert "lattlast/foretag/feed.xml" not in feeds()


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    made = SmallSite(tmp_path, FEEDS)
    made.edit("content/places/harbour.sv.md", "title: Hamnen", "title: Hamnen & <havet>\ndate: 2026-07-01")
    assert not made.build().errors
    return made


def test_special_letters(site: SmallSite) -> None:
    """A title with letters that mean something to XML comes back as it was written."""
    titles = [entry.title for entry in parsed(site.page("sv/platser/rss.xml")).entries]

    assert "Hamnen &amp; &lt;havet>" in titles or "Hamnen & <havet>" in titles


def test_an_id_outlives_the_address(site: SmallSite) -> None:
    """A new slug gives an entry another link and leaves its id; summer dates have summer's offset."""
    before = parsed(site.page("sv/feed.xml")).entries[0]
    site.edit("content/places/harbour.sv.md", "tags:", "slug: kajen\ntags:")
    site.build()
    after = parsed(site.page("sv/feed.xml")).entries[0]

    assert (before.id, before.published) == (after.id, "2026-07-01T00:00:00+02:00")
    assert (before.link, after.link) == (
        "https://example.org/sv/platser/harbour/",
        "https://example.org/sv/platser/kajen/",
    )


def test_what_is_made_again(site: SmallSite) -> None:
    """A word in a story's text makes anew the feeds that hold it, and no others."""
    site.edit("content/places/harbour.sv.md", "Salt.", "Salt och vind.")
    made = {output for output in site.build().made if output.rpartition("/")[2] in ("feed.xml", "rss.xml")}

    assert made == {
        f"sv/{folder}{name}" for folder in ("", "platser/", "amnen/sea/") for name in ("feed.xml", "rss.xml")
    }


def test_a_theme_may_write_its_own(site: SmallSite) -> None:
    """A feed.xml in the theme writes the languages' Atom feeds; all others stay ours."""
    site.disk.put("themes/plain/templates/feed.xml", "<feed>{{ stories|length }}</feed>")
    result = site.build()

    assert not result.errors
    assert site.page("sv/feed.xml") == "<feed>3</feed>"
    assert parsed(site.page("sv/platser/feed.xml")).entries
    assert parsed(site.page("sv/rss.xml")).entries


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("formats: [atom, xml]", "choice-unknown"),
        ("of: [tags]", "choice-unknown"),
        ("items: 0", "number-range"),
    ],
)
def test_settings_that_cannot_be(tmp_path: Path, said: str, code: str) -> None:
    """An unknown format or subject is told where it stands."""
    site = SmallSite(tmp_path, SITE.replace("feeds: {formats: []}", f"feeds: {{{said}}}"))

    assert code in [problem.code for problem in site.build().problems]


def test_names_are_stable() -> None:
    """The name of a thing depends on the site's host and the thing alone."""

    assert stable_id("https://a.example/x", "places/b.sv") == stable_id("http://a.example", "places/b.sv")
    assert stable_id("https://a.example", "places/b.sv") != stable_id("https://b.example", "places/b.sv")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="/sv/x/?a=1#b">x</a>', '<a href="https://e.org/sv/x/?a=1#b">x</a>'),
        ('<a href="#fn:1">1</a>', '<a href="https://e.org/sv/y/#fn:1">1</a>'),
        ('<a href="https://a.se/å">x</a>', '<a href="https://a.se/å">x</a>'),
        ('<a href="mailto:a@b.se" class="x">x</a>', '<a href="mailto:a@b.se">x</a>'),
        ('<picture><source srcset="/a.avif"><img src="/å.jpg" alt="A" loading="lazy"></picture>',
         '<img src="https://e.org/%C3%A5.jpg" alt="A">'),
        ('<figure class="x"><svg><path/></svg><p style="x">Hej</p></figure>', "<figure><p>Hej</p></figure>"),
        ('<p lang="en" dir="ltr">a</p><script>b</script>', '<p lang="en" dir="ltr">a</p>'),
    ],
)  # fmt: skip
def test_readable(html: str, expected: str) -> None:
    """Addresses become whole, pictures plain, and what only our page can use is gone."""

    assert expected == readable(html, "https://e.org", "https://e.org/sv/y/")


def test_dates_of_rss() -> None:
    """RFC 822, in English, with the offset."""

    assert rfc822(datetime.fromisoformat("2026-07-01T08:05:00+02:00")) == "Wed, 01 Jul 2026 08:05:00 +0200"


@given(st.text())
def test_any_text_is_fit_for_xml(text: str) -> None:
    """Whatever is written, an XML parser reads it; only what XML cannot hold is lost."""
    element = ElementTree.fromstring(f'<a b="{xml_value(text)}">{xml_text(text)}</a>')
    kept = re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)

    assert (element.text or "") == re.sub("\r\n?", "\n", kept)
