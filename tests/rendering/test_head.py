"""What pages tell search engines and social networks in their head."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from html import unescape
from pathlib import Path

import pytest
from PIL import Image

from generator.model.language import Language
from generator.rendering.head import open_graph_locale
from tests.support.own_site import own_site
from tests.support.small_site import SmallSite

THEMES = Path(__file__).parents[2] / "themes"
BASE = "https://pulsen.example"
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">')


def indexable() -> dict[str, str]:
    """Address -> text of every page that search engines may keep."""
    site = own_site()
    return {
        BASE + site.indexes.pages[output].url: text
        for output, text in site.html().items()
        if 'name="robots" content="noindex"' not in text
    }


@pytest.mark.parametrize("pattern", [TITLE, DESCRIPTION])
def test_titles_and_descriptions_are_unique(pattern: re.Pattern[str]) -> None:
    """No two pages of a language share a title or a description, and none lacks one."""
    said: dict[str, list[str]] = defaultdict(list)
    for url, text in indexable().items():
        (found,) = pattern.findall(text.partition("</head>")[0])
        assert found.strip(), url
        said[url.removeprefix(BASE).split("/")[1]].append(unescape(found))
    shared = {tag: [text for text, n in Counter(texts).items() if n > 1] for tag, texts in said.items()}

    assert {tag: [] for tag in said} == shared


def test_a_canonical_address_is_that_of_an_indexable_page() -> None:
    """Every page names one canonical address: its own, or for a fallback that of the text it shows."""
    pages = indexable()
    for output, text in own_site().html().items():
        if output.endswith("404.html"):
            continue
        (canonical,) = CANONICAL.findall(text)
        if 'name="robots" content="noindex"' not in text:
            assert BASE + own_site().indexes.pages[output].url == unescape(canonical)
        elif own_site().indexes.pages[output].type != "search":
            assert unescape(canonical) in pages


def test_alternates_answer_one_another() -> None:
    """A page that names a translation is named by it with the same set; itself and x-default included."""
    pages = {url: dict(ALTERNATE.findall(text)) for url, text in indexable().items()}
    linked = {url: found for url, found in pages.items() if found}
    for url, found in linked.items():
        assert url in found.values()
        assert "x-default" in found
        for target in found.values():
            assert found == linked[target], (url, target)

    assert len(linked) > 100
    assert {"sv", "en", "da", "ar", "x-default"} == {tag for found in linked.values() for tag in found}


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("sv", "sv"),
        ("en-GB", "en-GB"),
        ("zh-Hant", "zh-Hant"),
        ("es-419", "es-419"),
        ("sv-simple", None),
        ("sv-x-lattlast", None),
        ("de-1996", None),
    ],
)
def test_search_engines_get_tags_they_know(tag: str, expected: str | None) -> None:
    """Language, script and region are told to search engines; a variant is not."""

    assert expected == Language(tag, "", tag).hreflang


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("sv", "sv_SE"), ("sv-simple", "sv_SE"), ("en-us", "en_US"), ("zh-Hant-TW", "zh_TW"), ("xx", None)],
)
def test_open_graph_locales(tag: str, expected: str | None) -> None:
    """Open Graph gets a language with its territory, or nothing."""

    assert expected == open_graph_locale(tag)


@pytest.mark.parametrize(
    ("name", "size"),
    [("apple-touch-icon.png", 180), ("icon-192.png", 192), ("icon-512.png", 512), ("icon-maskable.png", 512)],
)
@pytest.mark.parametrize("theme", ["base", "sundet"])
def test_icons_have_the_size_they_are_named_for(theme: str, name: str, size: int) -> None:
    """Each icon is as large as head and manifest say; those a telephone cuts are not see-through."""
    with Image.open(THEMES / theme / "static" / name) as icon:
        assert (size, size) == icon.size
        opaque = icon.convert("RGBA").getextrema()[3] == (255, 255)
    assert opaque == (name in ("apple-touch-icon.png", "icon-maskable.png"))


def test_the_icon_at_the_root() -> None:
    """Programs that read no page find an icon of 32 pixels at /favicon.ico."""
    site = own_site()
    path = THEMES / site.facts.config.theme / "static" / "favicon.ico"
    with Image.open(path) as icon:
        assert (32, 32) in icon.info["sizes"]

    assert path.read_bytes() == site.outputs["favicon.ico"]
    assert '<link rel="icon" sizes="32x32" href="/favicon.ico">' in site.outputs["sv/index.html"].decode()


def test_a_manifest_for_each_language() -> None:
    """Every language has a web manifest in its words, whose icons are there."""
    site = own_site()
    for language in site.facts.config.languages:
        manifest = json.loads(site.outputs[f"{language.prefix}/manifest.webmanifest"])

        assert (language.tag, language.direction) == (manifest["lang"], manifest["dir"])
        assert manifest["start_url"] == f"/{language.prefix}/"
        assert all(icon["src"][1:] in site.outputs for icon in manifest["icons"])
    assert json.loads(site.outputs["ar/manifest.webmanifest"])["name"] == site.facts.config.name["ar"]


def test_open_graph_of_an_article() -> None:
    """A story says what it is, when it was written, and which languages it can be read in."""
    text = own_site().outputs["sv/platser/karnan/index.html"].decode()

    for line in (
        '<meta property="og:type" content="article">',
        '<meta property="og:title" content="Kärnan">',
        '<meta property="og:locale" content="sv_SE">',
        '<meta property="og:locale:alternate" content="ar_AR">',
        '<meta property="article:published_time" content="2026-11-23">',
        '<meta property="article:section" content="Platser">',
        '<meta property="article:tag" content="Historia">',
    ):
        assert line in text


def test_stories_that_cannot_be_told_apart(tmp_path: Path) -> None:
    """A shared title or summary is a warning at the second story, and only within one language."""
    site = SmallSite(tmp_path)
    site.edit("content/places/harbour.sv.md", "title: Hamnen", "title: tornet ")
    site.edit("content/people/anna.sv.md", "summary: Bor i tornet.", "summary: A tower.")
    site.edit("content/people/anna.sv.md", "title: Anna", "title: The tower")
    found = [
        (p.code, p.location.path, dict(p.values)["path"])
        for p in site.build().problems
        if p.code.endswith("-shared")
    ]

    assert [("title-shared", "content/places/tower.sv.md", "content/places/harbour.sv.md")] == found
