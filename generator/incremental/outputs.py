"""The outputs we made: when and why each was made, and the keys it looked at.

20,000 pages with a hundred keys each would be two million rows if a trace were rows, so keys get dense
numbers and a trace is one blob of them, four bytes a key. Which traces meet a few changed keys is asked of
SQLite, which looks through all blobs in about ten milliseconds; nothing is unpacked.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.incremental.entries import Key
from generator.incremental.records import dump

TABLES = """
CREATE TABLE keys(name TEXT PRIMARY KEY, id INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE outputs(path TEXT PRIMARY KEY, trace BLOB, reasons TEXT NOT NULL, wants TEXT NOT NULL);
"""
_FEW = 8
"""Keys that are looked for one by one; more are looked for in one pass over all traces."""
_LAST = ""
"""Not a key: under this name stands the highest number given."""
_SOME = 2000
"""Names that are looked up one by one."""

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Made:
    """An output as it was last made."""

    trace: bytes
    """The keys it looked at, packed: as sets of names the traces of 20,000 pages would take 200 MB."""
    reasons: tuple[Key, ...]
    """Why it was made that time."""
    wants: Pairs = ()
    """What else has to be there for it to be whole, in the words of whoever made it."""


class Outputs:
    """The outputs in a store."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._db = database
        self._known: dict[Key, int] = {}
        """Numbers of keys as far as they were asked for."""
        self._all_known = False
        self._last: int | None = None
        """The highest number given."""
        self._new: list[tuple[Key, int]] = []
        """Numbered, and written with the outputs that looked at them."""

    def attach(self, database: sqlite3.Connection) -> None:
        """Go on with another connection to the same store."""
        self._db = database

    def forget(self) -> None:
        """Drop what was learned, but not which outputs are ours: they have to be removed some day."""
        self._db.execute("DELETE FROM keys")
        self._db.execute("UPDATE outputs SET trace=NULL")
        self._known, self._new, self._last, self._all_known = {}, [], None, False

    # Keys

    def numbers(self, keys: Collection[Key]) -> dict[int, Key]:
        """Number -> key. A key that no output ever looked at has none."""
        if len(keys) > _SOME:
            self.know_all()
        found = ((self._number(key), key) for key in keys)
        return {number: key for number, key in found if number is not None}

    def _number(self, key: Key) -> int | None:
        number = self._known.get(key)
        if number is None and not self._all_known:
            row = self._db.execute("SELECT id FROM keys WHERE name=?", (key,)).fetchone()
            if row is not None:
                number = self._known[key] = row[0]
        return number

    def know_all(self) -> None:
        """Load the numbers of all keys: asked one by one, those of many pages take longer."""
        if not self._all_known:
            new = self._new
            self._known = dict(self._db.execute("SELECT name, id FROM keys"))
            self._known.update(new)
            self._all_known = True

    def pack(self, trace: Iterable[Key]) -> bytes:
        """A trace as it is stored."""
        known = self._known
        packed = array("I")
        for key in trace:
            number = known.get(key) or self._number(key)
            if number is None:
                if self._last is None:
                    row = self._db.execute("SELECT id FROM keys WHERE name=?", (_LAST,)).fetchone()
                    self._last = row[0] if row else 0
                number = self._last = self._last + 1
                known[key] = number
                self._new.append((key, number))
            packed.append(number)
        return packed.tobytes()

    def unpack(self, trace: bytes) -> tuple[Key, ...]:
        """The keys of a packed trace, sorted."""
        names = {number: key for key, number in self._db.execute("SELECT name, id FROM keys")}
        names.update((number, key) for key, number in self._new)
        return tuple(sorted(names[number] for number in array("I", trace)))

    # Outputs

    def touched(self, numbers: Collection[int]) -> Iterator[tuple[str, array[int]]]:
        """Outputs that looked at any of the numbered keys, with their traces."""
        if not numbers:
            return
        wanted = frozenset(numbers)
        if len(wanted) <= _FEW:
            packed = [array("I", [number]).tobytes() for number in sorted(wanted)]
            where = " OR ".join(["instr(trace,?)"] * len(packed))
            rows = self._db.execute(f"SELECT path, trace FROM outputs WHERE {where}", packed)
        else:
            rows = self._db.execute("SELECT path, trace FROM outputs WHERE trace IS NOT NULL")
        for path, blob in rows:
            trace = array("I", blob)
            # What SQLite found may straddle two numbers.
            if not wanted.isdisjoint(trace):
                yield path, trace

    def paths(self) -> list[str]:
        """Every output whose trace is known."""
        return [path for (path,) in self._db.execute("SELECT path FROM outputs WHERE trace IS NOT NULL")]

    def made(self, path: str) -> Made | None:
        """One output as it was last made."""
        row = self._db.execute("SELECT trace, reasons, wants FROM outputs WHERE path=?", (path,)).fetchone()
        if row is None:
            return None
        trace, reasons, wants = row
        return Made(trace or b"", tuple(json.loads(reasons)), _pairs(wants))

    def wants(self) -> dict[str, Pairs]:
        """Output -> what else it needs, of those that need anything."""
        rows = self._db.execute("SELECT path, wants FROM outputs WHERE wants != '[]'")
        return {path: _pairs(wants) for path, wants in rows}

    def wants_of(self, paths: Iterable[str]) -> dict[str, Pairs]:
        """What some outputs need, of those that are known."""
        found = {}
        for path in paths:
            row = self._db.execute("SELECT wants FROM outputs WHERE path=?", (path,)).fetchone()
            if row is not None:
                found[path] = _pairs(row[0])
        return found

    def save(self, made: Mapping[str, Made], gone: Iterable[str] = ()) -> None:
        """Remember outputs as they were made and forget those that are gone."""
        if self._new:
            self._db.executemany("INSERT INTO keys VALUES(?,?)", sorted(self._new))
            self._db.execute("INSERT OR REPLACE INTO keys VALUES(?,?)", (_LAST, self._last))
            self._new.clear()
        self._db.executemany(
            "INSERT OR REPLACE INTO outputs VALUES(?,?,?,?)",
            ((path, m.trace, dump(m.reasons), dump(m.wants)) for path, m in made.items()),
        )
        self._db.executemany("DELETE FROM outputs WHERE path=?", ((path,) for path in gone))


def _pairs(wants: str) -> Pairs:
    return tuple((name, role) for name, role in json.loads(wants)) if wants != "[]" else ()
