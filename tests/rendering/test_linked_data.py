"""What pages say in the words of schema.org."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.linked_data.script import as_script, filled
from generator.rendering.linked_data.values import opening_hours
from generator.rendering.plain import plain_text
from tests.support.own_site import own_site
from tests.support.small_site import SITE, SmallSite
from tests.support.vocabulary import PATH, Vocabulary

SCRIPT = re.compile(r'<script(?: type="application/ld\+json")?>(.*?)</script>', re.DOTALL)
Node = dict[str, Any]


def graph_of(html: str) -> list[Node]:
    """The graph of a page; no page has two."""
    found = SCRIPT.findall(html)
    assert len(found) == 1
    data = json.loads(found[0])
    assert data["@context"] == "https://schema.org"
    return list(data["@graph"])


def graphs() -> dict[str, list[Node]]:
    """Output -> graph of every page of the project's own site that search engines may keep."""
    return {
        output: graph_of(html)
        for output, html in own_site().html().items()
        if 'name="robots" content="noindex"' not in html
    }


def of_type(graph: list[Node], type_: str) -> list[Node]:
    """The nodes of a graph that say they are of a type."""
    return [
        node
        for node in graph
        if type_ in ([node["@type"]] if isinstance(node["@type"], str) else node["@type"])
    ]


def values(value: Any) -> Iterator[Any]:
    """Everything in a piece of JSON."""
    yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from values(each)


@pytest.mark.skipif(not PATH.is_file(), reason="PULSEN_FIXTURES names no folder with schema.org's vocabulary")
def test_every_page_keeps_to_the_vocabulary() -> None:
    """Types exist, properties belong to them, values are of a sort it takes, references lead somewhere."""
    vocabulary = Vocabulary()
    found = {output: list(vocabulary.mistakes(graph)) for output, graph in graphs().items()}
    checked = Counter(
        type_
        for graph in graphs().values()
        for node in graph
        for type_ in ([node["@type"]] if isinstance(node["@type"], str) else node["@type"])
    )

    assert {} == {output: each for output, each in found.items() if each}
    assert {"WebSite", "Article", "ProfilePage", "Person", "Organization", "TouristAttraction", "HowTo",
            "BreadcrumbList", "ImageObject", "CollectionPage"} <= checked.keys()  # fmt: skip


@pytest.mark.skipif(not PATH.is_file(), reason="PULSEN_FIXTURES names no folder with schema.org's vocabulary")
@pytest.mark.parametrize(
    ("node", "expected"),
    [
        ({"@type": "Museeum"}, "no type"),
        ({"@type": "Museum", "colour": "red"}, "no property"),
        ({"@type": "Museum", "jobTitle": "Curator"}, "no property of"),
        ({"@type": "Museum", "geo": "56, 12"}, "is wanted"),
        ({"@type": "Museum", "geo": {"@type": "Person", "name": "A"}}, "wants"),
        ({"@type": "Museum", "isAccessibleForFree": "yes"}, "is wanted"),
        ({"@type": "Museum", "image": {"@id": "x"}}, "nothing in the page"),
        ({"name": "x"}, "without a type"),
    ],
)
def test_the_judge_sees_mistakes(node: Node, expected: str) -> None:
    """What is wrong is found by the very judge that finds nothing in ours."""

    assert any(expected in sentence for sentence in Vocabulary().mistakes([node]))


def test_nothing_empty_is_said() -> None:
    """No property is null, an empty text, an empty list or a node that says only its type."""
    for output, graph in graphs().items():
        for value in values(graph):
            assert value not in (None, "", [], {}), output
            assert not (isinstance(value, dict) and value.keys() == {"@type"}), output


def test_what_search_engines_require() -> None:
    """Google's required properties are there for every type that it shows in a way of its own."""
    for output, graph in graphs().items():
        for node in of_type(graph, "Article"):
            assert node["headline"]
            assert node["datePublished"]
            assert node["author"]["name"], output
        for node in of_type(graph, "ProfilePage"):
            (thing,) = [each for each in graph if each.get("@id") == node["mainEntity"]["@id"]]
            assert thing["name"]
            assert thing["mainEntityOfPage"] == {"@id": node["@id"]}
        for node in of_type(graph, "BreadcrumbList"):
            items = node["itemListElement"]
            assert len(items) >= 2
            assert [item["position"] for item in items] == list(range(1, len(items) + 1))
            assert all("item" in item for item in items[:-1])
        for node in of_type(graph, "ImageObject"):
            assert node["contentUrl"].startswith("https://")
            assert node["creditText"]
            assert node["creator"]["name"]
        for node in of_type(graph, "HowTo"):
            assert len(node["step"]) >= 2
            assert all(step["name"] and step["text"] for step in node["step"])


def test_translations_name_one_another() -> None:
    """A source names its translations and each of them names it, by the addresses of the pages."""
    works = {node["@id"]: node for graph in graphs().values() for node in graph if "@id" in node}
    translated = [node for node in works.values() if "translationOfWork" in node]
    for node in translated:
        source = works[node["translationOfWork"]["@id"]]
        others = source["workTranslation"]
        others = others if isinstance(others, list) else [others]
        assert node["@id"] in [each["@id"] for each in others]
        assert source["@type"] == node["translationOfWork"]["@type"]

    assert len(translated) > 50


def test_a_thing_has_one_name_in_all_languages() -> None:
    """Kärnan is the same thing whichever language tells of it, and is told of in that language."""
    found = {}
    for output in ("sv/platser/karnan", "en/places/karnan-the-keep"):
        (thing,) = of_type(graph_of(own_site().html()[f"{output}/index.html"]), "TouristAttraction")
        found[output] = thing["@id"], thing["name"]

    assert found == {
        "sv/platser/karnan": ("https://pulsen.example/sv/platser/karnan/#place", "Kärnan"),
        "en/places/karnan-the-keep": ("https://pulsen.example/sv/platser/karnan/#place", "Kärnan, the Keep"),
    }


def test_a_made_up_example_is_only_a_text() -> None:
    """An invented event is told of as an article: nobody may find it in a calendar and go there."""
    graph = graph_of(own_site().html()["sv/evenemang/kallbadsveckan/index.html"])

    assert of_type(graph, "Article")
    assert not of_type(graph, "Event")


def test_a_band_is_no_person() -> None:
    """What the kind says instead holds where its field is true."""
    graph = graph_of(own_site().html()["sv/kreatorer/the-sounds/index.html"])

    assert of_type(graph, "PerformingGroup")
    assert not of_type(graph, "Person")


EVENT = """\
-- content/kinds/event.yaml --
folder: events
label: {sv: Evenemang}
plural: {sv: Evenemang}
segment: {sv: evenemang, en: events}
schema:
  type: Event
  page: Article
  properties: {start: startDate, end: endDate, place: location, free: isAccessibleForFree, from: organizer}
fields:
  start: {type: datetime, label: {sv: Start}}
  end: {type: datetime, label: {sv: Slut}}
  all_day: {type: boolean, label: {sv: Heldag}}
  free: {type: boolean, label: {sv: Gratis}}
  place: {type: relation, to: [place], label: {sv: Plats}}
  from: {type: relation, label: {sv: Av}}
  example: {type: boolean, label: {sv: Exempel}}
-- content/events/concert.sv.md --
---
title: Konsert </script><!-- "hej"
summary: "Toner & ljus \\u2028 <b>"
start: 2027-03-28 19:00
end: 2027-03-28T21:30:00+02:00
place: places/tower
free: false
area: bjuv
---
Text.
-- content/vocabularies/areas.yaml --
skane: {sv: Skåne}
bjuv: {name: {sv: Bjuv}, within: skane}
"""


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """The small site with an event whose words try to break out."""
    with_areas = SITE.replace(
        "-- content/vocabularies/tags.yaml --",
        "  areas: {label: {sv: O}, segment: {sv: omr, en: areas}}\n-- content/vocabularies/tags.yaml --",
    )
    made = SmallSite(tmp_path, with_areas + EVENT)
    made.edit("content/kinds/place.yaml", "fields:", "schema: {type: Place, page: Article}\nfields:")
    result = made.build()
    assert not result.errors, result.problems
    return made


def test_an_event(site: SmallSite) -> None:
    """Times carry the site's offset also on the day the clocks change; the place is named with its town."""
    (event,) = of_type(graph_of(site.page("sv/evenemang/concert/index.html")), "Event")

    assert event["startDate"] == "2027-03-28T19:00:00+02:00"
    assert event["endDate"] == "2027-03-28T21:30:00+02:00"
    assert event["location"]["name"] == "Tornet"
    assert event["location"]["address"]["addressLocality"] == "Skåne"
    assert event["isAccessibleForFree"] is False
    assert event["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"


def test_an_event_of_whole_days_and_no_place(site: SmallSite) -> None:
    """Whole days are told without hours, and without a place the town stands in."""
    site.edit("content/events/concert.sv.md", "place: places/tower", "all_day: true")
    site.build()
    (event,) = of_type(graph_of(site.page("sv/evenemang/concert/index.html")), "Event")

    assert (event["startDate"], event["endDate"]) == ("2027-03-28", "2027-03-28")
    assert event["location"] == {
        "@type": "Place",
        "name": "Skåne",
        "address": {"@type": "PostalAddress", "addressLocality": "Skåne"},
    }


def test_a_mapping_is_part_of_the_question(site: SmallSite) -> None:
    """Another property for a field makes the pages of that kind stale, and no others."""
    site.edit("content/kinds/event.yaml", "free: isAccessibleForFree, ", "")
    made = site.build().made

    assert "sv/evenemang/concert/index.html" in made
    assert "sv/manniskor/anna/index.html" not in made


def test_words_cannot_break_out(site: SmallSite) -> None:
    """A title that closes the script or opens a comment comes back whole and leaves the page whole."""
    html = site.page("sv/evenemang/concert/index.html")
    (event,) = of_type(graph_of(html), "Event")
    inside = SCRIPT.findall(html)[0]

    assert event["name"] == "Konsert </script><!– ”hej”"
    assert "<" not in inside
    assert "\u2028" not in inside


LEAVES = st.none() | st.booleans() | st.integers() | st.text()


@given(st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_any_data_survives(data: Any) -> None:
    """Whatever is said comes back as it was, less what is empty; the text holds no way out of a script."""
    text = str(as_script([{"name": "x", "value": data}]))
    (node,) = json.loads(text)["@graph"]

    assert node == filled({"name": "x", "value": data})
    assert not re.search("[<>&\u2028\u2029]", text)


def test_false_and_nought_are_answers() -> None:
    """Only what is empty is left out."""

    assert filled({"a": False, "b": 0, "c": "", "d": [None, {"@type": "Place"}], "e": {"f": {}}}) == {
        "a": False,
        "b": 0,
    }


def test_opening_hours() -> None:
    """Days of the same hours stand together; a closed day opens and closes at midnight; midnight is 23:59."""
    week = {"mon": [["08:00", "12:00"]], "tue": [["08:00", "12:00"], ["13:00", "24:00"]], "wed": []}
    exceptions = [
        {"date": "2026-12-24"},
        {"from": "2026-07-01", "to": "2026-07-31", "hours": [["10:00", "14:00"]]},
    ]
    first, second, closed, summer = opening_hours({"weekly": week, "exceptions": exceptions})

    assert first["dayOfWeek"] == ["https://schema.org/Monday", "https://schema.org/Tuesday"]
    assert (second["opens"], second["closes"]) == ("13:00", "23:59")
    assert (closed["opens"], closed["closes"], closed["validFrom"]) == ("00:00", "00:00", "2026-12-24")
    assert (summer["validFrom"], summer["validThrough"]) == ("2026-07-01", "2026-07-31")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p>Fråga <a title="a > b" href="/x">oss</a> &amp; dem.</p><p>Nu</p>', "Fråga oss & dem. Nu"),
        ("<ul><li>ett</li><li>två</li></ul>", "ett två"),
        ("1 &lt; 2", "1 < 2"),
    ],
)
def test_plain_text(html: str, expected: str) -> None:
    """Tags go, words and the gaps between blocks stay."""

    assert expected == plain_text(html)
