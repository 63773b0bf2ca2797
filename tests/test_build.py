"""The whole build on small sites: what comes out, and what was made again."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from generator.incremental.staleness import DAMAGED, NEW
from generator.incremental.store import Store, StoreBusyError
from generator.survey import PREVIEW, why
from tests.support.small_site import NOW, SmallSite

TOWER, TOWER_EN = "sv/platser/tower/index.html", "en/places/the-tower/index.html"
HARBOUR, HARBOUR_EN = "sv/platser/harbour/index.html", "en/places/harbour/index.html"
ANNA, ANNA_EN = "sv/manniskor/anna/index.html", "en/people/anna/index.html"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    made = SmallSite(tmp_path)
    result = made.build()
    assert result.errors == 0, result.problems
    return made


def test_stories_become_pages_in_every_language(site: SmallSite) -> None:
    """Each story has a page per language, under that language's own words."""
    pages = {path for path in site.site() if path.count("/") == 3}

    assert pages >= {TOWER, TOWER_EN, HARBOUR, HARBOUR_EN, ANNA, ANNA_EN}
    assert "<h1>Tornet</h1>" in site.page(TOWER)
    assert "<h1>The tower</h1>" in site.page(TOWER_EN)
    assert "<h1>Hamnen</h1>" in site.page(HARBOUR_EN), "falls back to the source language"


def test_a_link_finds_the_readers_language(site: SmallSite) -> None:
    """A link by id leads to the page in the language of the page it stands on."""
    assert '<a href="/sv/platser/harbour/">' in site.page(TOWER)
    assert '<a href="/en/places/harbour/" hreflang="sv">' in site.page(TOWER_EN)


def test_interface_words_are_translated(site: SmallSite) -> None:
    """A word with a translation is shown in it, one without as it was written."""
    assert "Hej då" in site.page(TOWER)
    assert "Goodbye" in site.page(TOWER_EN)


def test_back_references(site: SmallSite) -> None:
    """A story lists those that point at it, by a field or in their text."""
    assert "Anna" in site.page(TOWER)
    assert "Tornet" in site.page(HARBOUR)


def test_nothing_changed_makes_nothing(site: SmallSite) -> None:
    """A build that finds nothing changed reads no file, renders no page and writes nothing."""
    site.build()  # outputs written a moment ago are looked at once more before their stamps are trusted
    result = site.build()

    assert (result.read, result.made, result.written) == (0, {}, 0)
    assert site.disk.reads == []
    assert site.disk.writes == []


def test_a_body_edit_makes_one_page(site: SmallSite) -> None:
    """An edited body re-renders its own page and no other, and says why."""
    site.edit("content/places/harbour.sv.md", "Salt.", "Salt och tjära.")
    result = site.build()

    assert result.read == 1
    assert result.made == {
        HARBOUR: ("places/harbour.sv#body",),
        HARBOUR_EN: ("places/harbour.sv#body",),
    }, "the fallback page shows the same text"
    assert "Salt och tjära." in site.page(HARBOUR)


def test_a_title_edit_makes_pages_that_show_it(site: SmallSite) -> None:
    """An edited title re-renders every page that shows it and no other."""
    site.edit("content/places/harbour.sv.md", "title: Hamnen", "title: Hamn")
    result = site.build()

    key = "places/harbour.sv#title"
    shown = {output for output, reasons in result.made.items() if key in reasons}
    assert shown == set(result.made)
    assert {HARBOUR, HARBOUR_EN, "sv/platser/index.html", "sv/amnen/sea/index.html"} <= shown
    assert ANNA not in shown


def test_a_new_story_makes_its_pages_and_listings(site: SmallSite) -> None:
    """A new story makes its own pages and the listings it enters, not other stories' pages."""
    site.disk.put("content/people/bo.sv.md", "---\ntitle: Bo\nsummary: Ny.\n---\nHej.\n")
    result = site.build()

    assert result.made["sv/manniskor/bo/index.html"] == (NEW,)
    assert "listing:sv/person/1" in result.made["sv/manniskor/index.html"]
    assert TOWER not in result.made


def test_a_deleted_story_takes_its_pages_along(site: SmallSite) -> None:
    """A deleted story's pages are removed and the pages that listed it are made again."""
    site.disk.remove("content/people/anna.sv.md")
    result = site.build()

    assert result.removed == [ANNA_EN, "en/people/index.html", ANNA, "sv/manniskor/index.html"]
    assert ANNA not in site.site()
    assert "Anna" not in site.page(TOWER)


def test_an_override_template_is_noticed(site: SmallSite) -> None:
    """Adding a template that pages had asked for in vain makes those pages again."""
    site.disk.put("themes/plain/templates/story-person.html", "<title>p</title>{{ story.title }}!")
    result = site.build()

    assert set(result.made) == {ANNA, ANNA_EN}
    assert "Anna!" in site.page(ANNA)


def test_a_theme_overrides_one_block_of_a_template_it_inherits(site: SmallSite) -> None:
    """A child's template extends its parent's of the same name, and is made again when either changes."""
    site.disk.put("themes/child/theme.yaml", "name: child\nparent: plain\n")
    site.disk.put(
        "themes/child/templates/not-found.html",
        '{% extends "plain/not-found.html" %}{% block main %}Gone{% endblock %}',
    )
    site.edit("content/site.yaml", "theme: plain", "theme: child")
    site.build()
    before = site.page("sv/404.html")
    site.edit("themes/plain/templates/not-found.html", "{% extends", "Really {% extends")
    result = site.build()

    assert "<!doctype html>" in before
    assert "Gone" in before
    assert "template:plain/not-found.html" in result.made["sv/404.html"]


def test_a_changed_word_makes_pages_that_show_it(site: SmallSite) -> None:
    """A changed interface word re-renders the pages of its language only."""
    site.edit("themes/plain/locale/sv.po", "Hej då", "Farväl")
    result = site.build()

    assert result.made
    assert all(reasons == ("string:sv/Goodbye",) for reasons in result.made.values())
    assert not any(output.startswith("en/") for output in result.made)


def test_a_comment_in_front_matter_changes_no_page(site: SmallSite) -> None:
    """What changes no fact makes no page, though the file is read again."""
    site.edit("content/places/tower.sv.md", "title: Tornet", "# en anmärkning\ntitle: Tornet")
    result = site.build()

    assert (result.read, result.made) == (1, {})


def test_a_stylesheet_changes_its_address(site: SmallSite) -> None:
    """An edited stylesheet gets a new address, the old file goes, and pages point at the new one."""
    before = [path for path in site.site() if path.endswith(".css")]
    site.edit("themes/plain/static/style.css", "black", "navy")
    site.build()
    after = [path for path in site.site() if path.endswith(".css")]

    assert len(after) == 1
    assert before != after
    assert f'href="/{after[0]}"' in site.page(TOWER)


def test_damage_is_healed(site: SmallSite) -> None:
    """A page that somebody deleted or changed by hand is put back."""
    whole = site.site()
    site.disk.remove(f"build/site/{TOWER}")
    site.disk.put(f"build/site/{ANNA}", "defaced")
    result = site.build()

    assert result.made == {TOWER: (DAMAGED,), ANNA: (DAMAGED,)}
    assert site.site() == whole


def test_only_our_files_are_deleted(site: SmallSite) -> None:
    """A file that somebody else put into the published folder stays."""
    site.disk.put("build/site/google123.html", "mine")
    site.disk.remove("content/people/anna.sv.md")
    site.build()

    assert site.page("google123.html") == "mine"


def test_errors_leave_the_published_site_whole(site: SmallSite) -> None:
    """With an error nothing is published, all errors are told, and the mended site is complete."""
    before = site.site()
    site.edit("content/places/tower.sv.md", "title: Tornet", "titel: Tornet")
    site.edit("content/people/anna.sv.md", "places/tower", "places/towr")
    result = site.build()

    assert sorted({problem.code for problem in result.problems if problem.severity == "error"}) == [
        "missing-field",
        "unknown-key",
        "unknown-story",
    ]
    assert site.site() == before
    again = site.build()
    assert again.problems == result.problems, "told again while nothing is mended"

    site.edit("content/places/tower.sv.md", "titel: Tornet", "title: Torn")
    site.edit("content/people/anna.sv.md", "places/towr", "places/tower")
    mended = site.build()
    assert mended.errors == 0
    assert "<h1>Torn</h1>" in site.page(TOWER)
    assert "Torn" in site.page(ANNA)


def test_a_change_made_while_another_file_is_broken_is_not_lost(site: SmallSite) -> None:
    """What changed during a failed build is published by the build that succeeds."""
    site.edit("content/places/harbour.sv.md", "Salt.", "Tjära.")
    site.edit("content/people/anna.sv.md", "places/tower", "places/towr")
    assert not site.build().published
    site.edit("content/people/anna.sv.md", "places/towr", "places/tower")
    site.build()

    assert "Tjära." in site.page(HARBOUR)


def test_a_broken_template_is_a_problem_with_its_line(site: SmallSite) -> None:
    """A template that fails is named with its line; the old site stays."""
    before = site.site()
    site.edit("themes/plain/templates/story.html", "{{ story.title }}", "\n{{ story.titel }}")
    result = site.build()

    assert {(p.code, p.location.path, p.location.line) for p in result.problems if p.severity == "error"} == {
        ("template-error", "themes/plain/templates/story.html", 3)
    }
    assert site.site() == before


def test_a_macro_file_may_hold_only_macros(site: SmallSite) -> None:
    """What an imported file does outside macros would be seen by one page only, so it is refused."""
    site.edit("themes/plain/templates/macros.html", "{% macro", '{% set word = _("Goodbye") %}{% macro')
    result = site.build()

    assert {problem.code for problem in result.problems if problem.severity == "error"} == {"template-error"}


def test_address_collisions_name_every_file(site: SmallSite) -> None:
    """Two stories that want one address are both named."""
    site.edit("content/places/harbour.sv.md", "title: Hamnen", "title: Hamnen\nslug: tower")
    result = site.build()

    collisions = [problem for problem in result.problems if problem.code == "address-collision"]
    assert dict(collisions[0].values)["paths"] == "content/places/harbour.sv.md, content/places/tower.sv.md"


def test_publishing_waits_for_its_time(site: SmallSite) -> None:
    """A story appears when its time has come, without any file having changed."""
    site.edit("content/people/anna.sv.md", "title: Anna", "title: Anna\npublish: 2026-12-01T08:00:00+01:00")
    early = site.build()
    assert ANNA not in site.site()
    assert early.due == "2026-12-01T07:00:00+00:00"

    site.build(now=datetime(2026, 12, 1, 7, 0, tzinfo=UTC))
    assert ANNA in site.site()


def test_expired_stories_go(site: SmallSite) -> None:
    """A story leaves the site when its time is over."""
    site.edit("content/people/anna.sv.md", "title: Anna", "title: Anna\nexpires: 2026-11-24T00:00:00+01:00")
    site.build()
    assert ANNA in site.site()

    site.build(now=NOW + timedelta(days=1))
    assert ANNA not in site.site()


def test_drafts_are_shown_in_the_preview_only(site: SmallSite) -> None:
    """A draft is not published, but the preview shows it."""
    site.edit("content/people/anna.sv.md", "title: Anna", "title: Anna\ndraft: true")
    site.build()
    site.build(target=PREVIEW)

    assert ANNA not in site.site()
    assert ANNA in site.disk.tree("build/preview")


def test_a_new_generator_forgets_and_removes(site: SmallSite) -> None:
    """After a change of the generator every page is made again, and old outputs are still removed."""
    site.disk.remove("content/people/anna.sv.md")
    result = site.build(fingerprint="another")

    assert len(result.made) == result.pages
    assert result.written < result.pages, "what comes out the same is not written"
    assert ANNA not in site.site()


def test_lost_stamps_cost_no_reading_of_meaning(site: SmallSite) -> None:
    """With a restored cache on a fresh clone (new stamps, same content) nothing is parsed or rendered."""
    for path in [*site.disk.paths("content"), *site.disk.paths("themes")]:
        for folder in ("content", "themes"):
            full = f"{folder}/{path}"
            if site.disk.stat(full):
                site.disk.put(full, site.disk.text(full))
    result = site.build()

    assert (result.read, result.made) == (0, {})


def test_why_tells_reasons_and_looks(site: SmallSite) -> None:
    """The reason a page was made, what would make it again, and what it looked at are remembered."""
    site.edit("content/places/harbour.sv.md", "Salt.", "Tjära.")
    site.build()
    site.edit("content/places/harbour.sv.md", "title: Hamnen", "title: Hamn")
    site.disk.tick()
    told = why(site.disk, NOW, "test", HARBOUR)

    assert told is not None
    assert told["made_because"] == ["places/harbour.sv#body"]
    assert told["stale_because"] == ["places/harbour.sv#title"]
    assert "template:story-place.html" in told["looked_at"], "a template asked for in vain"


def test_a_damaged_store_is_replaced(site: SmallSite) -> None:
    """A store whose pages are garbage is forgotten and the build goes on."""
    whole = site.site()
    store = Path(site.disk.database("build/cache/store.db"))
    content = bytearray(store.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    store.write_bytes(content)
    for ending in ("-wal", "-shm"):
        store.with_name(store.name + ending).unlink(missing_ok=True)
    result = site.build()

    assert result.errors == 0
    assert site.site() == whole


def test_a_second_build_is_told_to_wait(site: SmallSite) -> None:
    """While one build is at work another is refused before it touches anything."""
    at_work = Store(site.disk.database("build/cache/store.db"))
    with pytest.raises(StoreBusyError):
        site.build()
    at_work.close()

    assert site.build().errors == 0


def test_the_nothing_changed_road_imports_nothing_heavy() -> None:
    """Importing what a build with no change needs loads none of the heavy libraries."""
    code = (
        "import sys, generator.build, generator.disk;"
        "heavy = ('jinja2','markdown','PIL','pydantic','babel','tornado','lightningcss');"
        "print([n for n in heavy if n in sys.modules])"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert printed.strip() == "[]"
