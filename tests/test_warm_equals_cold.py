"""Law 6: after any sequence of edits a warm build equals one from nothing, in bytes and in Problems."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.small_site import NOW, SITE, SmallSite
from tests.support.town_site import TOWN

STORIES = [
    f"content/{name}.md"
    for name in (
        "places/tower.sv",
        "places/tower.en",
        "places/harbour.sv",
        "places/harbour.en",
        "people/anna.sv",
        "people/anna.en",
        "people/bo.sv",
        "places/Ångbåt.sv",
    )
]
TITLES = ["Tornet", "Hamnen", "Ångbåten", "Zebra"]
FRONT = [
    "tags: [sea]",
    "tags: [sea, art]",
    "tags: [bogus]",
    "draft: true",
    "slug: same",
    "home: places/tower",
    "home: people/bo",
    "related: [places/harbour]",
    "publish: 2026-11-25T00:00:00Z",
    "expires: 2026-11-26T00:00:00Z",
    "translation: {by: human, of: abc}",
    "title: twice",
    "adress: x",
    "address: Torget",
    "address: Hamngatan",
    "summary: Annat.",
    "image: tower",
    "featured: true",
    "date: 2026-01-02",
]
BODIES = [
    "Text.",
    "[hamn](places/harbour)",
    "[rubrik](places/tower#topp)",
    "## Topp\n\nText.",
    "<b>rå</b>",
    "[x](nowhere.md)",
    "Text.\n\nMera text.\n\n[hamn](places/harbour)",
    "En rad till.\n\n[x](nowhere.md)",
]
INDEX = """{% extends "layout.html" %}{% block main %}{% for each in letters %}<b>{{ each.letter }}</b>
{% for story in each.stories %}<a href="{{ story.url }}">{{ story.title }}</a>{% endfor %}{% endfor %}
{% endblock %}"""
TOKENS = """\
name: plain
tokens:
  ink: {{type: colour, light: "{ink}", dark: white}}
  ground: {{type: colour, light: "{ground}", dark: black}}
contrast:
  text: {{ink: [ground]}}
"""
OTHERS = [
    ("themes/plain/locale/sv.po", 'msgid ""\nmsgstr ""\n\nmsgid "Goodbye"\nmsgstr "Farväl"\n'),
    ("themes/plain/templates/story-person.html", "{{ story.title }} {{ story.minutes }}"),
    ("themes/plain/templates/story-person.html", "{{ story.nothing }}"),
    ("themes/plain/templates/story-place.html", '{% extends "story.html" %}'),
    ("themes/plain/static/style.css", "a { color: red }"),
    ("themes/plain/static/extra.css", "b { color: red }"),
    ("themes/plain/templates/index.html", INDEX),
    (
        "themes/plain/static/style.css",
        '@import "tokens.css"; @import "css/part.css" layer(x); a { color: red }',
    ),
    ("themes/plain/static/css/part.css", "b { background: url(../extra.svg) }"),
    ("themes/plain/static/css/part.css", "b { {"),
    ("themes/plain/static/extra.svg", "<svg/>"),
    ("themes/plain/theme.yaml", TOKENS.format(ink="#111", ground="#fff")),
    ("themes/plain/theme.yaml", TOKENS.format(ink="#111", ground="#eee")),
    ("themes/plain/theme.yaml", TOKENS.format(ink="#999", ground="#fff")),
    ("content/vocabularies/tags.yaml", "sea: {sv: Sjön, en: The sea}\n"),
    ("content/locale/sv.po", 'msgid ""\nmsgstr ""\n\nmsgid "Goodbye"\nmsgstr "Vi ses"\n'),
]


@st.composite
def story(draw: st.DrawFn) -> str:
    """A story file, now and then with a mistake in it."""
    front = [
        f"title: {draw(st.sampled_from(TITLES))}",
        "summary: S.",
        *draw(st.lists(st.sampled_from(FRONT), max_size=3)),
    ]
    return "---\n" + "\n".join(front) + "\n---\n" + draw(st.sampled_from(BODIES)) + "\n"


WORDS = ["ord", "ord", "mera\n\nord", "[a](places/tower)", "## X"]
"""Most add nothing that an index reads, so that the short road is taken."""

EDITS = st.one_of(
    st.tuples(st.just("word"), st.sampled_from(STORIES), st.sampled_from(WORDS)),
    st.tuples(st.just("put"), st.sampled_from(STORIES), story()),
    st.tuples(st.just("remove"), st.sampled_from(STORIES), st.none()),
    st.tuples(st.just("rename"), st.sampled_from(STORIES), st.sampled_from(STORIES)),
    st.sampled_from(OTHERS).map(lambda pair: ("put", *pair)),
    st.sampled_from([path for path, _ in OTHERS]).map(lambda path: ("remove", path, None)),
    st.sampled_from(
        [
            ("site", "per_page: 2", "per_page: 1"),
            ("site", "fallback: [sv]", "fallback: []"),
            ("site", "listings:", "segments: {index: {sv: a-o, en: tower}}\nlistings:"),
            ("site", "name: {sv: Provstad", "name: {sv: Stad"),
            ("site", "theme: plain\n", "theme: plain\nbrand: {ground: '#ddd'}\n"),
            ("site", "brand: {ground: '#ddd'}\n", "brand: {grund: '#ddd'}\n"),
        ]
    ),
    st.tuples(st.just("wait"), st.integers(1, 3), st.none()),
    st.tuples(st.just("deface"), st.integers(0, 50), st.none()),
)


TOWN_FRONT = [
    "tags: [sea]",
    "tags: [art, sea]",
    "free: true",
    "free: false",
    "position: {lat: 56.03, lon: 12.7, accuracy: 20, source: X}",
    "position: {lat: 56.03, lon: 12.7}",
    "position: {lat: 55.9, lon: 12.2, accuracy: 4000}",
    "draft: true",
    "start: 2026-11-24T10:00:00Z",
    "start: 2026-11-25",
    "end: 2026-11-26T10:00:00Z",
    "phase: before",
    "phase: after",
]
TOWN_STORIES = [
    f"content/{name}.md"
    for name in (
        "places/tower.sv",
        "places/tower.en",
        "places/harbour.sv",
        "places/museum.sv",
        "events/fair.sv",
        "events/fair.en",
        "events/dance.sv",
        "guides/arrive.sv",
        "guides/pack.sv",
    )
]


@st.composite
def town_story(draw: st.DrawFn) -> tuple[str, str, str]:
    """A story of the town, as its kind wants it, now and then with a mistake in it."""
    path = draw(st.sampled_from(TOWN_STORIES))
    front = {
        line.partition(":")[0]: line
        for line in draw(st.lists(st.sampled_from(TOWN_FRONT), max_size=4))
        if ".en." not in path
    }
    if "events" in path and ".sv" in path:
        front.setdefault("start", "start: 2026-11-23T20:00:00Z")
    if "guides" in path:
        front.setdefault("phase", "phase: after")
    if draw(st.booleans()):  # fields that the kind does not have are mistakes; here they would hide the rest
        own = {"places": {"free", "position"}, "events": {"start", "end"}, "guides": {"phase"}}
        known = {"tags", "draft"} | own[path.split("/")[1]]
        front = {name: line for name, line in front.items() if name in known}
    title = draw(st.sampled_from(TITLES))
    lines = [f"title: {title}", "summary: S.", *front.values()]
    return "put", path, "---\n" + "\n".join(lines) + "\n---\nText.\n"


TOWN_EDITS = st.one_of(
    town_story(),
    st.tuples(st.just("remove"), st.sampled_from(TOWN_STORIES), st.none()),
    st.sampled_from(
        [
            ("site", "per_page: 2", "per_page: 1"),
            ("site", "to: guides/arrive", "to: guides/pack"),
            ("site", "to: tags/sea", "to: event"),
            ("site", "summary: {sv: Börja", "summary: {sv: Gå"),
        ]
    ),
    st.sampled_from(
        [
            ("change", "content/map.yaml", "west: 12.6,", "west: 12.5,"),
            ("change", "content/map.yaml", "text: {sv: Havet", "text: {sv: Sundet"),
            ("change", "content/kinds/place.yaml", "sv: gratis", "sv: fri"),
            ("change", "content/kinds/place.yaml", "{pages: false}", "{}"),
            ("change", "content/kinds/event.yaml", "order: [start]", "order: [title]"),
            ("change", "content/kinds/guide.yaml", "sv: Före", "sv: Innan"),
            ("change", "content/kinds/guide.yaml", "group: phase\n", ""),
            ("change", "content/vocabularies/tags.yaml", "sv: Havet", "sv: Sjön"),
        ]
    ),
    st.sampled_from(["content/map.yaml", "assets/map/land.geojson", "themes/plain/templates/cards.json"]).map(
        lambda path: ("remove", path, None)
    ),
    st.tuples(st.just("wait"), st.integers(1, 3), st.none()),
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(EDITS, min_size=1, max_size=3), min_size=1, max_size=5))
def test_warm_equals_cold(rounds: list[list[tuple]]) -> None:
    """See above. A site with errors is compared by its Problems alone."""
    stay_equal(SITE, rounds)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(TOWN_EDITS, min_size=1, max_size=3), min_size=1, max_size=5))
def test_warm_equals_cold_in_town(rounds: list[list[tuple]]) -> None:
    """The same for narrowed and grouped listings, events that pass, ways in and the map."""
    stay_equal(TOWN, rounds)


def stay_equal(archive: str, rounds: list[list[tuple]]) -> None:
    """Build after every round of edits, and once from nothing beside it."""
    with tempfile.TemporaryDirectory() as warm_folder, tempfile.TemporaryDirectory() as cold_folder:
        warm = SmallSite(Path(warm_folder), archive)
        now = NOW
        warm.build(now)
        for number, edits in enumerate(rounds):
            for edit in edits:
                now += timedelta(days=edit[1]) if edit[0] == "wait" else timedelta()
                _apply(warm, edit)
            result = warm.build(now)
            cold = SmallSite(Path(cold_folder) / str(number))
            cold.disk._files = {p: f for p, f in warm.disk._files.items() if not p.startswith("build/")}
            fresh = cold.build(now)

            assert result.problems == fresh.problems
            if fresh.published:
                assert warm.site() == cold.site()
            again = warm.build(now)
            assert again.made == {} or not fresh.published
            assert again.problems == fresh.problems


def _apply(site: SmallSite, edit: tuple) -> None:
    match edit:
        case ("put", path, text):
            site.disk.put(path, text)
        case ("word", path, words):
            if site.disk.stat(path):
                site.disk.put(path, site.disk.text(path) + f"\n{words}\n")
        case ("remove", path, _):
            site.disk.remove(path)
        case ("rename", old, new) if site.disk.stat(old):
            text = site.disk.text(old)
            site.disk.remove(old)
            site.disk.put(new, text)
        case ("change", path, old, new) if site.disk.stat(path):
            site.disk.put(path, site.disk.text(path).replace(old, new))
        case ("site", old, new):
            text = site.disk.text("content/site.yaml")
            site.disk.put("content/site.yaml", text.replace(old, new))
        case ("deface", number, _):
            outputs = site.disk.paths("build/site")
            if outputs:
                site.disk.put(f"build/site/{outputs[number % len(outputs)]}", "defaced")
