"""Indexes of literal small worlds."""

from dataclasses import replace
from datetime import UTC, datetime

from generator.incremental.entries import compare
from generator.incremental.store import Store
from generator.indexing.index_rows import moved, rows_of
from generator.indexing.indexes import build_indexes, entries
from generator.indexing.relations import related
from generator.model.problem import Location
from generator.model.story import Reference
from tests.support.facts import facts, story

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def test_fallback_follows_the_chain_of_the_reader() -> None:
    """Each reader gets the first language of their own chain that exists."""
    world = facts(story("places/a"), story("places/a", "en"), story("places/b", "en"))
    indexes = build_indexes(world, NOW)

    assert indexes.texts == {
        "places/a": {"sv": "sv", "en": "en", "da": "sv"},
        "places/b": {"en": "en", "da": "en"},
    }


def test_addresses_belong_to_the_reader_and_slugs_to_the_text() -> None:
    """A fallback page stands under the reader's prefix with the slug of the text shown."""
    world = facts(
        story("places/a", slug="tornet"), story("places/a", "en", slug="the-tower"), story("pages/om")
    )
    addresses = build_indexes(world, NOW).addresses

    assert addresses["places/a", "sv"] == "/sv/places/tornet/"
    assert addresses["places/a", "en"] == "/en/places/the-tower/"
    assert addresses["places/a", "da"] == "/da/places/tornet/"
    assert addresses["pages/om", "sv"] == "/sv/om/"


def test_listings_are_cut_into_pages() -> None:
    """A listing holds per_page stories a page, in the kind's order."""
    world = facts(*(story(f"places/{name}", title=name) for name in "åbaz"), per_page=3)
    indexes = build_indexes(world, NOW)

    assert indexes.listings["sv", "place"] == (("places/a", "places/b", "places/z"), ("places/å",))
    assert "sv/places/2/index.html" in indexes.pages


def test_a_choice_sorts_as_it_was_declared() -> None:
    """Phases come in the order of the declaration, not of the alphabet; what has none comes last."""
    world = facts(story("places/a", phase="after"), story("places/b", phase="before"), story("places/c"))
    place = world.kinds["place"]
    object.__setattr__(place, "order", ("phase",))

    assert build_indexes(world, NOW).listings["sv", "place"][0] == ("places/b", "places/a", "places/c")


def test_untranslated_stories_may_be_left_out_of_listings() -> None:
    """With the option off a listing holds only real translations; the fallback page itself stays."""
    world = facts(story("places/a"), story("places/b"), story("places/b", "en"), show_untranslated=False)
    indexes = build_indexes(world, NOW)

    assert indexes.listings["en", "place"] == (("places/b",),)
    assert ("places/a", "en") in indexes.addresses


def test_a_term_holds_what_stands_within_it() -> None:
    """A story of a district is found under its town as well."""
    world = facts(story("places/a", area="north"), story("places/b", area="city"))
    terms = build_indexes(world, NOW).terms

    assert terms["sv", "areas/north"] == (("places/a",),)
    assert set(terms["sv", "areas/city"][0]) == {"places/a", "places/b"}


def test_mentions_point_back() -> None:
    """Whoever points at a story in any language is among its mentions."""
    world = facts(story("places/a"), story("places/b", points_at=("places/a",)), story("places/c", "en"))

    assert build_indexes(world, NOW).mentions["sv", "places/a"] == ("places/b",)


def test_related_shares_most_tags_then_is_newest() -> None:
    """The author's choice comes first, then most shared tags, then age."""
    tags = {
        "x": ["p", "q"],
        "old-both": ["p", "q"],
        "new-one": ["q"],
        "old-one": ["p"],
        "none": ["r"],
        "own": ["r"],
    }
    newest_first = ["new-one", "own", "none", "x", "old-both", "old-one"]

    assert related({"x": ["own"]}, tags, newest_first)["x"] == ("own", "old-both", "new-one", "old-one")


def test_a_stale_translation_is_told_by_its_mark() -> None:
    """A translation whose mark is not its source's is stale; one whose mark is, is not."""
    fresh, old = (
        {"translation": {"by": "human", "of": "src"}},
        {"translation": {"by": "human", "of": "older"}},
    )
    world = facts(story("places/a"), story("places/a", "en", **fresh), story("places/a", "da", **old))
    indexes = build_indexes(world, NOW)

    assert indexes.stale == {("places/a", "da")}
    assert [problem.code for problem in indexes.problems] == ["translation-stale"]


def test_references_are_checked_with_a_suggestion() -> None:
    """A reference to nowhere is an error that names what may have been meant."""
    world = facts(story("places/harbour"), story("places/b", points_at=("places/harbor",)))
    (found,) = build_indexes(world, NOW).problems

    assert (found.code, dict(found.values)["suggestion"]) == ("unknown-story", "places/harbour")
    assert str(found.location) == "content/places/b.sv.md:5:1"


def test_one_new_story_moves_few_entries() -> None:
    """A new story changes the entries it belongs to and no other story's address or texts."""
    before = facts(*(story(f"places/{name}", date="2026-01-01") for name in "abc"))
    after = facts(*(story(f"places/{name}", date="2026-01-01") for name in "abcd"))
    old, new = build_indexes(before, NOW), build_indexes(after, NOW)
    answers = Store(":memory:").answers
    answers.replace(rows_of(old))
    delta = compare(entries(before, old), entries(after, new)) | moved(answers.replace(rows_of(new)))

    assert "listing:sv/place/1" in delta
    assert "neighbours:sv/places/c" in delta
    assert not {"url:places/a.sv", "texts:places/a", "neighbours:sv/places/a"} & delta


def test_a_term_written_as_readers_see_it_is_understood() -> None:
    """Who writes the visible name of a term is told the word to write."""
    path = "content/places/a.sv.md"
    pointing = replace(
        story("places/a"), references=(Reference("term:areas", "Norr", Location(path, 4, 7), field="area"),)
    )
    (found,) = build_indexes(facts(pointing), NOW).problems

    assert (found.code, dict(found.values)["suggestion"]) == ("unknown-term", "north")
