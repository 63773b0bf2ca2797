"""Which outputs are made again, and why."""

from generator.incremental.entries import compare, digest
from generator.incremental.staleness import DAMAGED, NEW, orphans, stale

TRACES = {
    "tower.html": {"tower#title", "tower#body", "template:story.html"},
    "harbour.html": {"harbour#title", "harbour#body", "template:story.html"},
    "index.html": {"tower#title", "harbour#title", "listing:1"},
}


def test_a_body_is_asked_for_by_one_page() -> None:
    """An edited body makes only its own page stale, and names the key."""
    reasons = stale(TRACES, TRACES, frozenset({"tower#body"}))

    assert reasons == {"tower.html": ("tower#body",)}


def test_a_title_is_asked_for_by_listings_too() -> None:
    """An edited title makes every page stale that shows it."""
    reasons = stale(TRACES, TRACES, frozenset({"tower#title"}))

    assert reasons == {"tower.html": ("tower#title",), "index.html": ("tower#title",)}


def test_nothing_changed() -> None:
    """An empty delta makes nothing stale."""
    assert stale(TRACES, TRACES, frozenset()) == {}


def test_an_answer_that_appears() -> None:
    """A key that had no value and now has one makes stale who had asked for it in vain."""
    traces = {"a.html": {"template:story-place.html"}, "b.html": {"template:story.html"}}
    delta = compare({}, {"template:story-place.html": "x"})

    assert stale(traces, traces, delta) == {"a.html": ("template:story-place.html",)}


def test_new_and_damaged() -> None:
    """What was never made, or was touched by others, is made, whatever the delta."""
    reasons = stale(["new.html", "index.html"], TRACES, frozenset(), {"index.html"})

    assert reasons == {"new.html": (NEW,), "index.html": (DAMAGED,)}


def test_orphans() -> None:
    """Outputs nobody wants any more are found, sorted."""
    assert orphans({"a"}, ["c", "a", "b"]) == ["b", "c"]


def test_compare_sees_every_way_to_differ() -> None:
    """Changed, new and vanished keys are in the delta; equal ones are not."""
    delta = compare({"same": "1", "changed": "1", "gone": "1"}, {"same": "1", "changed": "2", "new": "1"})

    assert delta == {"changed", "gone", "new"}


def test_digest_tells_types_apart() -> None:
    """A number, its text and nothing at all are three values."""
    assert len({digest(1), digest("1"), digest(None), digest(True), digest([1]), digest((1,))}) == 6
