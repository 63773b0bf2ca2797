"""The A-Z list, and the pages a language has once."""

from dataclasses import replace
from datetime import UTC, datetime

from generator.indexing.alphabet import ON_ONE_PAGE
from generator.indexing.indexes import Indexes, build_indexes
from generator.model.facts import Facts
from generator.model.page import PageType
from tests.support.facts import facts, story

NOW = datetime(2026, 11, 23, tzinfo=UTC)
SEGMENTS = {"search": {"sv": "sok"}, "index": {"sv": "a-o", "en": "a-to-z"}}


def with_templates(world: Facts, *names: str, script: bool = True) -> Facts:
    """The same world with a theme that has these templates, and the script that searches."""
    templates = {f"{name}.html": f"themes/t/templates/{name}.html" for name in names}
    path = "themes/t/static/js/search.js"
    return replace(
        world,
        templates=templates,
        assets={"js/search.js": path} if script else {},
        digests={path: "0123456789abcdef", **dict.fromkeys(templates.values(), "d")},
    )


def singles(indexes: Indexes) -> dict[str, PageType]:
    """Output -> type of the pages that a language has once."""
    types = (PageType.SEARCH, PageType.INDEX, PageType.MAP)
    return {output: page.type for output, page in indexes.pages.items() if page.type in types}


def test_a_template_makes_the_page() -> None:
    """A page a language has once exists where the theme has its template, at the segment the settings say."""
    world = with_templates(facts(segments=SEGMENTS), "search", "index")

    assert singles(build_indexes(world, NOW)) == {
        "sv/sok/index.html": PageType.SEARCH,
        "sv/a-o/index.html": PageType.INDEX,
        "en/search/index.html": PageType.SEARCH,
        "en/a-to-z/index.html": PageType.INDEX,
        "da/search/index.html": PageType.SEARCH,
        "da/a-z/index.html": PageType.INDEX,
    }
    assert singles(build_indexes(facts(segments=SEGMENTS), NOW)) == {}


def test_nobody_meets_a_search_that_cannot_search() -> None:
    """Without the script, or where the settings say no, there is no search page; the A-Z list stays."""
    without_script = with_templates(facts(), "search", "index", script=False)
    unwanted = with_templates(facts(search=False), "search", "index")

    for world in (without_script, unwanted):
        assert set(singles(build_indexes(world, NOW)).values()) == {PageType.INDEX}


def test_a_taken_address_is_told() -> None:
    """A story that wants the address of the search page is a Problem that names both files."""
    world = with_templates(facts(story("pages/sok"), segments=SEGMENTS), "search", "index")
    (problem,) = build_indexes(world, NOW).problems

    assert problem.code == "address-collision"
    assert dict(problem.values)["paths"] == "content/pages/sok.sv.md, content/site.yaml"


def test_the_list_holds_what_is_written_in_the_language() -> None:
    """Letters and stories come in the language's order; fallbacks and the front page are left out."""
    titles = {"a": "Zon", "b": "Ön", "c": "zebra", "d": "Ål"}
    stories = [story(f"places/{key}", title=title) for key, title in titles.items()]
    english = story("places/a", "en", title="The zone", translation={"of": "src"})
    world = with_templates(facts(*stories, english, story("pages/home"), story("pages/om")), "index")
    letters = build_indexes(world, NOW).letters

    assert list(letters["sv"].items()) == [
        ("P", ("pages/om",)),
        ("Z", ("places/c", "places/a")),
        ("Å", ("places/d",)),
        ("Ö", ("places/b",)),
    ]
    assert letters["en"] == {"T": ("places/a",)}
    assert letters["da"] == {}


def test_a_long_list_has_a_page_for_each_letter() -> None:
    """Above the limit every letter has an address of its own; below it none has."""
    stories = [story(f"places/{at}", title="AÅ"[at % 2]) for at in range(ON_ONE_PAGE + 1)]
    short = build_indexes(with_templates(facts(*stories[1:]), "index"), NOW)
    long = build_indexes(with_templates(facts(*stories), "index"), NOW)

    assert set(singles(long)) - set(singles(short)) == {"sv/a-z/a/index.html", "sv/a-z/å/index.html"}
