"""What one build remembers for the next."""

from pathlib import Path

import pytest

from generator.incremental.store import Made, Record, Remembered, Stamp, Store, StoreError

STAMP = Stamp(1, 2, 3, 4, "d")


@pytest.fixture
def location(tmp_path: Path) -> str:
    return str(tmp_path / "store.db")


def test_nothing_lasts_without_commit(location: str) -> None:
    """A killed build leaves the store as it was."""
    store = Store(location)
    store.set_meta("a", 1)
    store.set_stamps({"x.md": STAMP})
    store.close()

    again = Store(location)

    assert again.meta("a") is None
    assert again.stamps() == {}
    again.close()


def test_what_was_committed_comes_back(location: str) -> None:
    """Stamps, records, memos, outputs and traces survive the process."""
    record = Record("m", {"title": "Råå"}, {"k": "v"}, [])
    store = Store(location)
    made = Made(STAMP, store.pack(["k", "l"]), ("k",))
    store.set_stamps({"x.md": STAMP})
    store.set_records({"x.md": record})
    store.set_memos({"body": [["h", "<p>å</p>"]]})
    store.set_outputs({"x.html": made})
    store.commit()
    store.close()

    again = Store(location)

    assert again.stamps() == {"x.md": STAMP}
    assert dict(again.records()) == {"x.md": Remembered(record.made_from, record.data, record.problems)}
    assert again.entries(["x.md", "y.md"]) == {"x.md": record.entries}
    assert again.memo("body") == [["h", "<p>å</p>"]]
    assert {path: again.names(trace) for path, trace in again.traces().items()} == {"x.html": ("k", "l")}
    assert again.names(again.numbers(["k", "never asked"])) == ("k",)
    assert again.made("x.html") == made
    assert again.output_stamps() == {"x.html": STAMP}
    again.close()


def test_forgetting_keeps_what_is_ours(location: str) -> None:
    """After a change of the generator nothing is trusted, but our outputs are still known as ours."""
    store = Store(location)
    store.set_meta("indexes", {})
    store.set_stamps({"x.md": STAMP})
    store.set_outputs({"x.html": Made(STAMP, store.pack(["k"]), ())})
    store.forget()

    assert store.stamps() == {}
    assert store.meta("indexes") is None
    assert store.traces() == {}
    assert store.output_stamps() == {"x.html": STAMP}
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
