"""Search indexes in whole small sites: what is in them, and when they are made again."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from generator.model.problem import Severity
from generator.search_index import SearchToolError
from generator.searching import LiveIndexes, Searchable
from generator.survey import PREVIEW, Result
from tests.support.small_site import SmallSite
from tests.test_warm_equals_cold import INDEX

STORY = """{% extends "layout.html" %}
{% block main %}<nav>{{ site.menu("x")|length }} before</nav>
<article{% if not story.foreign %} data-pagefind-body{% endif %}><h1>{{ story.title }}</h1>{{ story.body }}
<data hidden value="{{ story.kind.plural }}" data-pagefind-filter="kind[value]"></data></article>
{% endblock %}
"""
MILL = "---\ntitle: The mill\nsummary: S.\n---\nGrain.\n"
THEME = {
    "themes/plain/templates/story.html": STORY,
    "themes/plain/templates/search.html": INDEX,
    "themes/plain/static/js/search.js": "// searches\n",
}


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A small site in Swedish and English that can be searched."""
    made = SmallSite(tmp_path)
    for path, text in THEME.items():
        made.disk.put(path, text)
    assert made.build().errors == 0
    return made


def indexed(site: SmallSite, prefix: str) -> dict[str, str]:
    """Address -> text of the pages in an index."""
    files = site.disk.tree(f"build/site/pagefind/{prefix}/fragment")
    fragments = [json.loads(gzip.decompress(content)[12:]) for content in files.values()]
    return {fragment["url"]: fragment["content"] for fragment in fragments}


def complaints(result: Result) -> list[tuple[str, Severity]]:
    """What is said of the index."""
    return [(each.code, each.severity) for each in result.problems if each.code == "search-index"]


def files(site: SmallSite, prefix: str) -> dict[str, object]:
    """Every file of an index with its stamp."""
    paths = site.disk.paths(f"build/site/pagefind/{prefix}")
    return {path: site.disk.stat(f"build/site/pagefind/{prefix}/{path}") for path in paths}


def test_each_language_has_an_index_of_its_own_pages(site: SmallSite) -> None:
    """An index holds the stories written in its language: no fallbacks, no lists, no menus."""
    assert indexed(site, "sv").keys() == {
        "/sv/platser/tower/",
        "/sv/platser/harbour/",
        "/sv/manniskor/anna/",
    }
    assert indexed(site, "en").keys() == {"/en/places/the-tower/"}
    assert "before" not in indexed(site, "en")["/en/places/the-tower/"]


def test_an_edit_makes_the_index_of_its_language(site: SmallSite) -> None:
    """A changed text is in the index of its language; the other language's is left alone."""
    swedish, english = files(site, "sv"), files(site, "en")
    site.edit("content/places/tower.en.md", "High up", "Far below")
    site.build()

    assert files(site, "sv") == swedish
    assert files(site, "en") != english
    assert "Far below" in indexed(site, "en")["/en/places/the-tower/"]
    assert len(indexed(site, "en")) == 1, "the fragment of the old text is gone"


def test_what_does_not_count_makes_no_index(site: SmallSite) -> None:
    """A page that is new outside its text is written again, its index is not made again."""
    before = files(site, "sv")
    site.edit("themes/plain/templates/story.html", "before", "ahead")
    result = site.build()

    assert len(result.made) == 6
    assert files(site, "sv") == before


def test_only_new_files_of_an_index_are_written(site: SmallSite) -> None:
    """An index that is made again writes the files that differ; the script is not one of them."""
    script = "build/site/pagefind/en/pagefind.js"
    before = site.disk.stat(script)
    site.edit("content/places/tower.en.md", "High up", "Far below")
    site.build()

    assert site.disk.stat(script) == before


def test_nothing_changed_reads_no_index(site: SmallSite) -> None:
    """Where nothing changed no page of an index is read or written."""
    site.build()
    result = site.build()

    assert (result.made, result.written, site.disk.reads, site.disk.writes) == ({}, 0, [], [])


def test_a_story_comes_and_goes(site: SmallSite) -> None:
    """A new story is found, a story that was taken away is not."""
    site.disk.put("content/places/mill.en.md", MILL)
    site.build()
    assert "/en/places/mill/" in indexed(site, "en")

    site.disk.remove("content/places/mill.en.md")
    site.build()
    assert "/en/places/mill/" not in indexed(site, "en")


def test_damage_is_healed(site: SmallSite) -> None:
    """A file of an index that somebody changed or deleted is made again."""
    whole = site.disk.tree("build/site/pagefind")
    site.disk.put("build/site/pagefind/sv/pagefind-entry.json", "defaced")
    site.disk.remove("build/site/pagefind/en/pagefind.js")
    site.build()

    assert site.disk.tree("build/site/pagefind") == whole


def test_a_site_may_do_without(site: SmallSite) -> None:
    """Switched off in the settings, indexes and search pages are removed; switched on they are back."""
    site.edit("content/site.yaml", "theme: plain", "theme: plain\nsearch: false")
    site.build()
    assert not [path for path in site.site() if path.startswith("pagefind/") or "/search/" in path]

    site.edit("content/site.yaml", "search: false", "search: true")
    site.build()
    assert len(indexed(site, "sv")) == 3


def test_warm_equals_cold(site: SmallSite, tmp_path: Path) -> None:
    """After each of some edits the indexes are those of a build from nothing."""
    edits = [
        ("content/places/tower.en.md", "A tower.", "One tower."),
        ("content/places/harbour.sv.md", "title: Hamnen", "title: Kajen"),
        ("content/people/anna.sv.md", "Hon målar.", "Hon målar inte."),
        ("content/kinds/place.yaml", "en: Places", "en: Spots"),
        ("content/site.yaml", "fallback: [sv]", "prefix: english"),
        ("content/places/tower.en.md", "title: The tower", "title: The tower\ndraft: true"),
        ("themes/plain/templates/story.html", " data-pagefind-body", ""),
    ]
    for number, edit in enumerate(edits):
        site.edit(*edit)
        result = site.build()
        cold = SmallSite(tmp_path / str(number))
        cold.disk._files = {p: f for p, f in site.disk._files.items() if not p.startswith("build/")}

        assert result.problems == cold.build().problems
        assert site.site() == cold.site()


def test_without_pagefind_the_site_is_published(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that is not there is a warning; it is tried again at the next build that makes anything."""
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/nowhere/pagefind")
    site.edit("content/places/tower.en.md", "High up", "Far below")
    result = site.build()

    assert complaints(result) == [("search-index", Severity.WARNING)]
    assert result.published
    assert "Far below" in site.page("en/places/the-tower/index.html")
    assert "The tower" in site.page("en/search/index.html"), "the list from A to Z remains"
    assert not site.disk.paths("build/site/pagefind/en"), "an old index would lead astray"
    assert site.disk.paths("build/site/pagefind/sv")

    monkeypatch.delenv("PAGEFIND_BINARY_PATH")
    site.edit("content/people/anna.sv.md", "Hon målar.", "Hon läser.")
    assert complaints(site.build()) == []
    assert "Far below" in indexed(site, "en")["/en/places/the-tower/"]


def test_a_preview_makes_no_index_before_it_is_asked(site: SmallSite) -> None:
    """The preview knows what can be searched, drafts included, and writes no index."""
    site.disk.put(
        "content/places/mill.en.md", "---\ntitle: The mill\nsummary: S.\ndraft: true\n---\nGrain.\n"
    )
    result = site.build(target=PREVIEW)
    live = LiveIndexes(lambda output: site.disk.read(f"{PREVIEW.site}/{output}"))
    live.searchable = result.searchable

    assert not site.disk.paths("build/preview/pagefind")
    entry = live.file("pagefind/en/pagefind-entry.json")
    assert entry is not None
    assert json.loads(entry)["languages"]["en"]["page_count"] == 2
    assert live.file("pagefind/en/nothing") is None
    assert live.file("pagefind/fi/pagefind.js") is None


def test_a_preview_makes_an_index_again_when_it_was_asked_for() -> None:
    """What nobody asked for is not made; what somebody did is made once, and again after an edit."""
    made: list[list[str]] = []

    def make(documents):
        made.append(list(documents))
        return {"pagefind.js": b"x"}

    live = LiveIndexes(lambda output: b"<p data-pagefind-body>" + output.encode(), make)
    live.searchable = {
        "sv": Searchable("sv", "pagefind/sv", {"sv/a": "1", "sv/b": ""}),
        "en": Searchable("en", "pagefind/en", {"en/a": "1"}),
    }
    live.refresh()
    assert made == []

    assert live.file("pagefind/sv/pagefind.js") == b"x"
    live.file("pagefind/sv/pagefind.js")
    live.refresh()
    assert made == [["sv/a"]]

    live.searchable = {"sv": Searchable("sv", "pagefind/sv", {"sv/a": "2", "sv/b": ""})}
    live.refresh()
    assert made == [["sv/a"], ["sv/a"]]


def test_a_preview_without_pagefind_has_no_index() -> None:
    """The search page of a preview meets a missing index as readers of the site would."""

    def make(documents):
        raise SearchToolError("not there")

    live = LiveIndexes(lambda output: b"<p data-pagefind-body>", make)
    live.searchable = {"sv": Searchable("sv", "pagefind/sv", {"sv/a": "1"})}

    assert live.file("pagefind/sv/pagefind.js") is None
