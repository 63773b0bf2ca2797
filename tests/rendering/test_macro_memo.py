"""A macro's text that is shown again counts as looked at by every page that shows it."""

from pathlib import Path

from generator import noticing
from generator.disk import FolderDisk
from generator.incremental.store import Store
from generator.making import renderer_of
from generator.survey import SOURCES, Target, survey
from tests.support.small_site import NOW, SmallSite

ROOT = Path(__file__).parents[2]
MACROS = """
{% macro card(story, mark="") %}<a href="{{ story.url }}">{{ mark }}{{ story.title }}</a>{% endmacro %}
"""


def test_pages_of_our_own_site_do_not_depend_on_the_pages_before() -> None:
    """A page that finds macros' texts remembered has the bytes, trace and pictures of one that runs them."""
    disk, store = FolderDisk(ROOT), Store(":memory:")
    seen = survey(disk, store, noticing.notice(disk, SOURCES, store.sources.load()), NOW, Target())
    facts, indexes = seen.intake.facts, seen.indexes
    assert facts is not None
    assert indexes is not None
    long_running = renderer_of(disk.read, store, facts, indexes)
    together = {output: long_running.render(page) for output, page in indexes.pages.items()}
    some = sorted(indexes.pages)[:: len(indexes.pages) // 12]
    alone = {
        output: renderer_of(disk.read, store, facts, indexes).render(indexes.pages[output]) for output in some
    }

    assert alone == {output: together[output] for output in some}


def test_what_a_card_shows_is_noticed_on_every_page(tmp_path: Path) -> None:
    """A new title reaches every page that shows the card."""
    site = SmallSite(tmp_path)
    site.disk.put("themes/plain/templates/macros.html", MACROS)
    site.build()
    site.edit("content/places/harbour.sv.md", "title: Hamnen", "title: Kajen")
    site.build()
    shown = [output for output, content in site.site().items() if "Kajen" in content.decode()]

    assert len(shown) > 2
    assert not [output for output, content in site.site().items() if "Hamnen" in content.decode()]


def test_plain_arguments_tell_texts_apart(tmp_path: Path) -> None:
    """The same story with another mark is another text; so is 1 beside true."""
    site = SmallSite(tmp_path)
    site.disk.put("themes/plain/templates/macros.html", MACROS)
    site.edit(
        "themes/plain/templates/listing.html",
        "{{ card(story) }}",
        "{{ card(story, 1) }}{{ card(story, true) }}{{ card(story, mark=none) }}{{ card(story, 1) }}",
    )
    site.build()
    listing = site.page("sv/platser/index.html")

    assert listing.count(">1Hamnen") == 2
    assert listing.count(">TrueHamnen") == 1
    assert listing.count(">NoneHamnen") == 1
