"""The A-Z list and pages a language has once, in whole small sites."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.small_site import SmallSite
from tests.test_warm_equals_cold import INDEX

LIST, LIST_EN = "sv/a-z/index.html", "en/a-z/index.html"
TEMPLATE = "themes/plain/templates/index.html"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A small site whose theme has a template for the A-Z list."""
    made = SmallSite(tmp_path)
    made.disk.put(TEMPLATE, INDEX)
    assert made.build().errors == 0
    return made


def test_each_language_has_its_list(site: SmallSite) -> None:
    """The list names what is written in its language, and nothing that only stands in for it."""
    swedish, english = site.page(LIST), site.page(LIST_EN)

    assert re.findall("<b>|Anna|Hamnen|Tornet", swedish.replace("\n", "")) == [
        *("<b>", "Anna"),
        *("<b>", "Hamnen"),
        *("<b>", "Tornet"),
    ]
    assert "The tower" in english
    assert "Hamnen" not in english


def test_the_list_comes_and_goes_with_its_template(site: SmallSite) -> None:
    """A page that links to the list is made again when the list comes or goes."""
    assert "/sv/a-z/" in site.page("sv/index.html")
    site.disk.remove(TEMPLATE)
    result = site.build()

    assert set(result.made) == {"sv/index.html", "en/index.html", "sitemap.xml"}
    assert set(result.removed) == {LIST, LIST_EN}
    assert "/sv/a-z/" not in site.page("sv/index.html")


def test_an_edit_of_the_template_leaves_links_alone(site: SmallSite) -> None:
    """Who links to the list has asked for its address, not for what it looks like."""
    site.edit(TEMPLATE, "<b>", "<b class=letter>")

    assert set(site.build().made) == {LIST, LIST_EN}


def test_a_new_title_moves_within_the_list(site: SmallSite) -> None:
    """A title edit makes the list of its language again, the other language's is left alone."""
    site.edit("content/places/tower.en.md", "title: The tower", "title: A tower")
    result = site.build()

    assert LIST_EN in result.made
    assert LIST not in result.made
    assert "<b>A</b>" in site.page(LIST_EN)


def test_the_settings_say_where_it_stands(site: SmallSite) -> None:
    """A segment of a language moves its list, and the links to it."""
    site.edit("content/site.yaml", "listings:", "segments: {index: {sv: a-o}}\nlistings:")
    result = site.build()

    assert result.removed == [LIST]
    assert set(result.made) == {"sv/a-o/index.html", "sv/index.html", "sitemap.xml"}
    assert "/sv/a-o/" in site.page("sv/index.html")
