"""The short road: edits that move no index compute none, and only then."""

from __future__ import annotations

import json
from collections.abc import Set
from datetime import timedelta
from pathlib import Path

import pytest

from generator import noticing
from generator.incremental.store import Store
from generator.indexing.index_rows import rows_of
from generator.indexing.indexes import build_indexes, entries
from generator.indexing.projection import NotIndexedError, left_out, light_story, project, whole_story
from generator.indexing.remembered import remembered
from generator.intake import take_in
from generator.survey import SOURCES
from tests.support.small_site import NOW, SmallSite

TOWER = "content/places/tower.sv.md"
TOWER_EN = "content/places/tower.en.md"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A site that is built and settled."""
    site = SmallSite(tmp_path)
    site.build()
    return site


STEADY = {
    "a word": (TOWER, "Högt uppe", "Mycket högt uppe"),
    "a line above a link": (TOWER, "Högt uppe", "En rad.\n\nHögt uppe"),
    "a text field of the kind": (TOWER, "address: Torget 1", "address: Torget 2"),
    "a translation's word": (TOWER_EN, "High up", "Up high"),
    "what a translation was made from": (TOWER_EN, "of: none", "of: other"),
    "a template": ("themes/plain/templates/story.html", "<h1>", '<h1 class="x">'),
    "a macro": ("themes/plain/templates/macros.html", "<a href", '<a class="x" href'),
    "an interface word": ("themes/plain/locale/sv.po", "Hej då", "Adjö"),
}
MOVING = {
    "the title": (TOWER, "title: Tornet", "title: Ett torn"),
    "the summary": (TOWER, "summary: Ett torn.", "summary: Ett högt torn."),
    "a tag": (TOWER, "tags: [art]", "tags: [sea]"),
    "where a link leads": (TOWER, "(places/harbour)", "(places/tower)"),
    "a heading": (TOWER, "Högt uppe", "## Rubrik\n\nHögt uppe"),
    "the slug": (TOWER_EN, "slug: the-tower", "slug: tower"),
    "a draft": (TOWER_EN, "slug: the-tower", "slug: the-tower\ndraft: true"),
    "the settings": ("content/site.yaml", "per_page: 2", "per_page: 1"),
    "a style sheet": ("themes/plain/static/style.css", "black", "blue"),
    "a kind": ("content/kinds/place.yaml", "en: places", "en: sights"),
    "a term": ("content/vocabularies/tags.yaml", "sv: Havet", "sv: Sjön"),
}


def compare_with_cold(site: SmallSite, folder: Path, made: object) -> None:
    """What a warm build left is what one from nothing would."""
    cold = SmallSite(folder)
    cold.disk._files = {p: f for p, f in site.disk._files.items() if not p.startswith("build/")}
    fresh = cold.build()
    assert made.problems == fresh.problems
    assert site.site() == cold.site()


@pytest.mark.parametrize("edit", STEADY.values(), ids=STEADY)
def test_an_edit_that_moves_no_index_computes_none(
    site: SmallSite, tmp_path: Path, edit: tuple[str, str, str]
) -> None:
    """Words, summaries, templates: indexes stay as they were, and the site is as from nothing."""
    site.edit(*edit)
    result = site.build()

    assert result.steady
    compare_with_cold(site, tmp_path / "cold", result)


@pytest.mark.parametrize("edit", MOVING.values(), ids=MOVING)
def test_an_edit_that_may_move_an_index_computes_them(
    site: SmallSite, tmp_path: Path, edit: tuple[str, str, str]
) -> None:
    """Titles, tags, links, settings: the long road, and the site is as from nothing."""
    site.edit(*edit)
    result = site.build()

    assert not result.steady
    compare_with_cold(site, tmp_path / "cold", result)


def test_a_passed_date_ends_the_short_road(site: SmallSite) -> None:
    """A story that was published meanwhile is seen although another one was edited."""
    site.edit(TOWER_EN, "slug: the-tower", "slug: the-tower\ndraft: false")
    site.edit("content/people/anna.sv.md", "title: Anna", "title: Anna\npublish: 2026-11-24T00:00:00Z")
    site.build()
    site.edit(TOWER, "Högt uppe", "Lågt nere")
    result = site.build(NOW + timedelta(days=3))

    assert not result.steady
    assert "sv/manniskor/anna/index.html" in result.made


def test_a_clock_that_goes_backwards_ends_the_short_road(site: SmallSite) -> None:
    """What was true at a later time may not be true now."""
    site.edit("content/people/anna.sv.md", "title: Anna", "title: Anna\nexpires: 2026-11-24T00:00:00Z")
    site.build(NOW + timedelta(days=3))
    site.edit(TOWER, "Högt uppe", "Lågt nere")
    result = site.build(NOW)

    assert not result.steady
    assert "sv/manniskor/anna/index.html" in result.made


def test_an_error_in_an_edited_text_is_told_and_mended(site: SmallSite, tmp_path: Path) -> None:
    """A text that is broken and mended leaves the site as if it never had been."""
    site.edit(TOWER, "Högt uppe", "<b>Högt</b> uppe")
    broken = site.build()
    site.edit(TOWER, "<b>Högt</b> uppe", "Lågt nere")
    mended = site.build()

    assert broken.steady
    assert not broken.published
    assert "Lågt nere" in site.page("sv/platser/tower/index.html")
    compare_with_cold(site, tmp_path / "cold", mended)


def test_indexes_survive_being_remembered(site: SmallSite) -> None:
    """Every index answers the same from its rows as when it was computed, and says the same moved."""
    store = Store(":memory:")
    noticed = noticing.notice(site.disk, SOURCES, store.sources.load())
    light = take_in(site.disk, store, noticed).light
    assert light is not None
    indexes = build_indexes(light, NOW)
    store.answers.replace(rows_of(indexes))
    again = remembered(store.answers)

    for name in indexes.__dataclass_fields__:
        if isinstance(getattr(indexes, name), Set):
            assert set(getattr(again, name)) == set(getattr(indexes, name))
        elif name not in ("problems", "due"):
            computed = getattr(indexes, name)
            assert dict(getattr(again, name)) == dict(computed), name
            assert all(getattr(again, name)[key] == value for key, value in computed.items()), name
    assert entries(light, again) == entries(light, indexes)
    assert rows_of(again) == rows_of(indexes)
    store.close()


def test_what_is_not_for_indexes_refuses_to_be_read(site: SmallSite) -> None:
    """An index that asks for a field it is not given is told so at once, not answered with nothing."""
    store = Store(":memory:")
    noticed = noticing.notice(site.disk, SOURCES, store.sources.load())
    light = take_in(site.disk, store, noticed).light
    assert light is not None

    with pytest.raises(NotIndexedError):
        str(light.stories["places/tower", "sv"].fields["address"])
    assert light.stories["places/tower", "sv"].fields["title"] == "Tornet"
    store.close()


def test_a_story_survives_being_taken_apart(site: SmallSite) -> None:
    """Both parts together give the story back; lines are no part of the mark, targets are."""
    store = Store(":memory:")
    noticed = noticing.notice(site.disk, SOURCES, store.sources.load())
    facts = take_in(site.disk, store, noticed).facts
    assert facts is not None
    story = facts.stories["places/tower", "sv"]
    kind = facts.kinds["place"]
    light, more, _ = project(story, kind)

    assert whole_story(*json.loads(json.dumps([light, more]))) == story
    assert "address" in left_out(kind)
    assert light_story(light, {}).references == story.references
    store.close()
