"""What one build remembers for the next."""

from pathlib import Path

import pytest

from generator.incremental.outputs import Made
from generator.incremental.records import Record
from generator.incremental.stamps import Stamp, Stamps
from generator.incremental.store import Store, StoreError

STAMP = Stamp(1, 2, 3, 4, "ab" * 32)


@pytest.fixture
def location(tmp_path: Path) -> str:
    return str(tmp_path / "store.db")


def stamped(*paths: str) -> Stamps:
    """Stamps of some files."""
    return Stamps().changed(dict.fromkeys(paths, STAMP))


def test_nothing_lasts_without_commit(location: str) -> None:
    """A killed build leaves the store as it was."""
    store = Store(location)
    store.set_meta("a", 1)
    store.sources.save(stamped("x.md"))
    store.close()

    again = Store(location)

    assert again.meta("a") is None
    assert dict(again.sources.load()) == {}
    again.close()


def test_what_was_committed_comes_back(location: str) -> None:
    """Stamps, records, memos, outputs and traces survive the process."""
    record = Record("m", {"title": "Råå"}, {"k": "v"}, [["p"]], "mark", [1], [["h", "<p>å</p>"]])
    store = Store(location)
    made = Made(store.outputs.pack(["k", "l"]), ("k",), (("tower", "hero"),))
    store.sources.save(stamped("x.md"))
    store.records.save({"x.md": record, "y.md": Record("n", None, {}, [])})
    store.set_memos({"memo": [1]})
    store.outputs.save({"x.html": made})
    store.commit()
    store.close()

    again = Store(location)

    assert dict(again.sources.load()) == {"x.md": STAMP}
    assert again.records.made_from() == {"x.md": "m", "y.md": "n"}
    assert again.records.before(["x.md", "z.md"]) == {"x.md": ("mark", {"k": "v"})}
    assert list(again.records.data()) == [("x.md", {"title": "Råå"})]
    assert again.records.whole("x.md") == ({"title": "Råå"}, [1])
    assert again.records.whole("y.md") is None
    assert list(again.records.problems()) == [["p"]]
    assert again.records.text("x.md") == [["h", "<p>å</p>"]]
    assert again.memo("memo") == [1]
    assert again.outputs.made("x.html") == made
    assert again.outputs.wants() == {"x.html": made.wants}
    assert again.outputs.unpack(made.trace) == ("k", "l")
    assert set(again.outputs.numbers(["k", "never asked"]).values()) == {"k"}
    again.close()


def test_records_that_are_gone_leave_nothing(location: str) -> None:
    """Neither data, nor text, nor Problems of a deleted source stay."""
    store = Store(location)
    store.records.save({"x.md": Record("m", {}, {}, [["p"]], "mark", [], [])})
    store.records.remove(["x.md"])

    assert "x.md" not in store.records
    assert list(store.records.problems()) == []
    store.close()


def test_forgetting_keeps_what_is_ours(location: str) -> None:
    """After a change of the generator nothing is trusted, but our outputs are still known as ours."""
    store = Store(location)
    store.set_meta("indexed", {})
    store.sources.save(stamped("x.md"))
    store.site.save(stamped("x.html"))
    store.answers.update({"story:x": "{}"})
    store.outputs.save({"x.html": Made(store.outputs.pack(["k"]), ())})
    store.forget()

    assert dict(store.sources.load()) == {}
    assert store.meta("indexed") is None
    assert store.answers.get("story:x") is None
    assert store.outputs.paths() == []
    assert dict(store.site.load()) == {"x.html": STAMP}
    store.close()


def test_stamps_are_the_same_packed_and_loose(location: str) -> None:
    """However many files changed since, the stamps that come back are those that were saved."""
    store = Store(location)
    wanted = {f"{number}.md": Stamp(number, 2, 3, 4, f"{number:064x}") for number in range(1000)}
    stamps = store.sources.save(Stamps().changed(wanted))
    for number in range(0, 1000, 7):
        changed = {f"{number}.md": STAMP, f"new-{number}.md": STAMP}
        stamps = store.sources.save(stamps.changed(changed, [f"{number + 1}.md"]))
        wanted.update(changed)
        del wanted[f"{number + 1}.md"]
        assert dict(stamps) == wanted

    assert dict(store.sources.load()) == wanted
    store.close()


@pytest.mark.parametrize("count", [1, 3, 50])
def test_a_trace_is_met_by_its_own_keys_only(location: str, count: int) -> None:
    """Outputs that looked at a key are found, few keys or many, and no number is read across two others."""
    store = Store(location)
    keys = [f"key-{number}" for number in range(70_000)]
    store.outputs.pack(keys)
    made = {f"{at}.html": Made(store.outputs.pack(keys[at::700]), ()) for at in range(700)}
    store.outputs.save(made)

    wanted = keys[300 : 300 + count]
    numbers = store.outputs.numbers(wanted)

    assert sorted(numbers.values()) == sorted(wanted)
    assert {path for path, _ in store.outputs.touched(numbers)} == {f"{300 + at}.html" for at in range(count)}
    store.close()


def test_rows_that_moved_are_told(location: str) -> None:
    """New, changed and vanished rows come back with what stood there before; equal ones do not."""
    store = Store(location)
    store.answers.replace({"same": "1", "changed": "1", "gone": "1"})

    moved = store.answers.replace({"same": "1", "changed": "2", "new": "1"})

    assert moved == {"changed": ("1", "2"), "gone": ("1", None), "new": (None, "1")}
    assert dict(store.answers.below("")) == {"same": "1", "changed": "2", "new": "1"}
    store.close()


def test_memos_nobody_wants_are_dropped(location: str) -> None:
    """The memo holds what is in use and no more."""
    store = Store(location)
    store.set_memos({"a": 1, "b": 2})
    store.keep_memos({"a"})

    assert (store.memo("a"), store.memo("b")) == (1, None)
    store.close()


def test_a_foreign_file_is_no_store(tmp_path: Path) -> None:
    """Something that is no store of ours is told apart, not crashed on."""
    foreign = tmp_path / "store.db"
    foreign.write_bytes(b"not a database, certainly not one of ours" * 100)

    with pytest.raises(StoreError):
        Store(str(foreign))
