"""What one build remembers for the next, in one SQLite file.

Constraints: a build that finds nothing changed must not pay for what it does not look at, so stamps,
records, bodies and traces stand in tables of their own; 20,000 pages with about 100 keys each would be two
million rows if a trace were rows, so keys get dense numbers and a trace is one blob of them (4 bytes a key).
Everything a build learned is written in one transaction at its end: killed before, the next build
starts from the same past and does the same work again. Only the memo (results that depend on nothing but
their own input) may be written early.

Values are JSON: a cache that was restored from elsewhere must not be able to run code, as pickle could.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from generator.incremental.entries import Entries, Key

_TABLES = """
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sources(path TEXT PRIMARY KEY, mtime INTEGER, size INTEGER, inode INTEGER, noticed INTEGER,
                     digest TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE records(path TEXT PRIMARY KEY, made_from TEXT NOT NULL, record TEXT NOT NULL,
                     entries TEXT NOT NULL, problems TEXT NOT NULL);
CREATE TABLE memo(key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE keys(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE outputs(path TEXT PRIMARY KEY, digest TEXT NOT NULL, mtime INTEGER, size INTEGER, inode INTEGER,
                     noticed INTEGER, trace BLOB, reasons TEXT NOT NULL, wants TEXT NOT NULL);
"""


SCHEMA = crc32(_TABLES.encode()) >> 1
"""A number for the form of the tables; a store of another form is forgotten."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the file system says of a file, and when (nanoseconds) its content was looked at."""

    mtime: int
    size: int
    inode: int
    noticed: int
    digest: str


@dataclass(frozen=True, slots=True)
class Record:
    """What was read from one source. `made_from` names its content and the options of the reading."""

    made_from: str
    data: Any
    entries: Entries
    problems: list[Any]


@dataclass(frozen=True, slots=True)
class Remembered:
    """A record as it comes back, without its entries."""

    made_from: str
    data: Any
    problems: list[Any]


@dataclass(frozen=True, slots=True)
class Made:
    """An output as it was last made."""

    stamp: Stamp
    trace: bytes
    """The keys it looked at, packed: as sets of names the traces of 20,000 pages would take 200 MB."""
    reasons: tuple[Key, ...]
    """Why it was made that time."""
    wants: tuple[tuple[str, str], ...] = ()
    """What else has to be there for it to be whole, in the words of whoever made it."""


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class StoreError(Exception):
    """The file is no store of ours, or is damaged. Forget it and begin anew."""


class StoreBusyError(Exception):
    """Another build is at work with this store."""


class Store:
    """An open store. Changes become lasting with `commit`."""

    def __init__(self, location: str) -> None:
        """Open or make the store at a path, or ``:memory:``. Raises StoreError, StoreBusyError."""
        try:
            self._db = sqlite3.connect(location, isolation_level=None, timeout=2)
            self._db.execute("PRAGMA journal_mode=WAL" if location != ":memory:" else "PRAGMA user_version")
            self._db.execute("PRAGMA synchronous=NORMAL")
            (version,) = self._db.execute("PRAGMA user_version").fetchone()
            tables = self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            if tables == 0:
                self._db.executescript(f"BEGIN;{_TABLES}PRAGMA user_version={SCHEMA};COMMIT;")
            elif version != SCHEMA:
                raise StoreError(f"store has version {version}, not {SCHEMA}")
            # The right to write is taken at once: of two builds the second is told, before it did any work.
            self._db.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise StoreBusyError(location) from error
            raise
        except sqlite3.DatabaseError as error:
            raise StoreError(str(error)) from error
        self._key_numbers: dict[Key, int] | None = None
        self._by_number: dict[int, Key] | None = None
        self._new_keys: list[tuple[int, Key]] = []
        """Numbered, and written with the outputs that looked at them."""

    def close(self) -> None:
        """Leave without keeping what was not committed."""
        self._db.close()

    def commit(self) -> None:
        """Make everything so far lasting, at once."""
        self._db.execute("COMMIT")
        self._db.execute("BEGIN IMMEDIATE")

    def forget(self) -> None:
        """Drop all that was learned, but not which outputs are ours: they have to be removed some day."""
        for table in ("meta", "sources", "records", "memo", "keys"):
            self._db.execute(f"DELETE FROM {table}")
        self._db.execute("UPDATE outputs SET trace=NULL")
        self._key_numbers = self._by_number = None

    # Small values by name

    def meta(self, name: str) -> Any:
        """A remembered value, or None."""
        row = self._db.execute("SELECT value FROM meta WHERE name=?", (name,)).fetchone()
        return None if row is None else json.loads(row[0])

    def set_meta(self, name: str, value: object) -> None:
        """Remember a plain value under a name."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES(?,?)", (name, _dump(value)))

    # Sources

    def stamps(self) -> dict[str, Stamp]:
        """Every known source with its stamp."""
        rows = self._db.execute("SELECT path, mtime, size, inode, noticed, digest FROM sources")
        return {path: Stamp(*rest) for path, *rest in rows}

    def set_stamps(self, stamps: Mapping[str, Stamp], gone: Iterable[str] = ()) -> None:
        """Remember sources as they are now and forget those that are gone."""
        rows = ((path, s.mtime, s.size, s.inode, s.noticed, s.digest) for path, s in stamps.items())
        self._db.executemany("INSERT OR REPLACE INTO sources VALUES(?,?,?,?,?,?)", rows)
        self._db.executemany("DELETE FROM sources WHERE path=?", ((path,) for path in gone))

    def records(self) -> Iterator[tuple[str, Remembered]]:
        """Everything that was read from sources. Entries are asked for apart: most are not needed."""
        rows = self._db.execute("SELECT path, made_from, record, problems FROM records")
        for path, made_from, data, problems in rows:
            yield (
                path,
                Remembered(made_from, json.loads(data), json.loads(problems) if problems != "[]" else []),
            )

    def entries(self, paths: Iterable[str]) -> dict[str, Entries]:
        """The entries of what was read from some sources; nothing for a source that is not known."""
        found = {}
        for path in paths:
            row = self._db.execute("SELECT entries FROM records WHERE path=?", (path,)).fetchone()
            if row is not None:
                found[path] = json.loads(row[0])
        return found

    def set_records(self, records: Mapping[str, Record], gone: Iterable[str] = ()) -> None:
        """Remember what was read and forget what is gone."""
        rows = (
            (path, r.made_from, _dump(r.data), _dump(r.entries), _dump(r.problems))
            for path, r in records.items()
        )
        self._db.executemany("INSERT OR REPLACE INTO records VALUES(?,?,?,?,?)", rows)
        self._db.executemany("DELETE FROM records WHERE path=?", ((path,) for path in gone))

    # Memo: results that depend on nothing but what their key names

    def memo(self, key: str) -> Any:
        """A remembered result, or None."""
        row = self._db.execute("SELECT value FROM memo WHERE key=?", (key,)).fetchone()
        return None if row is None else json.loads(row[0])

    def set_memos(self, values: Mapping[str, object]) -> None:
        """Remember results."""
        rows = ((key, _dump(value)) for key, value in values.items())
        self._db.executemany("INSERT OR REPLACE INTO memo VALUES(?,?)", rows)

    def keep_memos(self, wanted: Iterable[str]) -> None:
        """Forget every result that is not wanted any more."""
        kept = set(wanted)
        known = [key for (key,) in self._db.execute("SELECT key FROM memo")]
        self._db.executemany("DELETE FROM memo WHERE key=?", ((key,) for key in known if key not in kept))

    # Outputs

    def output_stamps(self) -> dict[str, Stamp]:
        """Every output we made, with the stamp it had when we had written it."""
        rows = self._db.execute("SELECT path, mtime, size, inode, noticed, digest FROM outputs")
        return {path: Stamp(*rest) for path, *rest in rows}

    def traces(self) -> dict[str, array[int]]:
        """Output -> the numbers of the keys it looked at."""
        rows = self._db.execute("SELECT path, trace FROM outputs WHERE trace IS NOT NULL")
        return {path: array("I", blob) for path, blob in rows}

    def numbers(self, keys: Iterable[Key]) -> frozenset[int]:
        """The numbers of keys. A key that no output ever looked at has none."""
        known = self._numbers()
        return frozenset(known[key] for key in keys if key in known)

    def pack(self, trace: Iterable[Key]) -> bytes:
        """A trace as it is stored."""
        known = self._numbers()
        packed = array("I")
        for key in trace:
            number = known.get(key)
            if number is None:
                number = known[key] = len(known) + 1
                self._new_keys.append((number, key))
            packed.append(number)
        return packed.tobytes()

    def names(self, numbers: Iterable[int]) -> tuple[Key, ...]:
        """The keys behind numbers, sorted."""
        wanted = list(numbers)
        if self._by_number is None or any(number not in self._by_number for number in wanted):
            self._by_number = {number: key for key, number in self._numbers().items()}
        return tuple(sorted(self._by_number[number] for number in wanted))

    def unpack(self, trace: bytes) -> tuple[Key, ...]:
        """The keys of a packed trace, sorted."""
        return self.names(array("I", trace))

    def made(self, path: str) -> Made | None:
        """One output as it was last made."""
        row = self._db.execute(
            "SELECT mtime, size, inode, noticed, digest, trace, reasons, wants FROM outputs WHERE path=?",
            (path,),
        ).fetchone()
        if row is None:
            return None
        *stamp, blob, reasons, wants = row
        pairs = tuple((name, role) for name, role in json.loads(wants))
        return Made(Stamp(*stamp), blob or b"", tuple(json.loads(reasons)), pairs)

    def wants(self) -> dict[str, list[tuple[str, str]]]:
        """Output -> what else it needs, of those that need anything."""
        rows = self._db.execute("SELECT path, wants FROM outputs WHERE wants != '[]'")
        return {path: [(name, role) for name, role in json.loads(wants)] for path, wants in rows}

    def set_outputs(self, made: Mapping[str, Made], gone: Iterable[str] = ()) -> None:
        """Remember outputs as they were made and forget those that are gone."""
        self._db.executemany("INSERT INTO keys VALUES(?,?)", self._new_keys)
        self._new_keys = []
        rows = (
            (
                path,
                m.stamp.digest,
                m.stamp.mtime,
                m.stamp.size,
                m.stamp.inode,
                m.stamp.noticed,
                m.trace,
                _dump(m.reasons),
                _dump(m.wants),
            )
            for path, m in made.items()
        )
        self._db.executemany("INSERT OR REPLACE INTO outputs VALUES(?,?,?,?,?,?,?,?,?)", rows)
        self._db.executemany("DELETE FROM outputs WHERE path=?", ((path,) for path in gone))

    def set_output_stamps(self, stamps: Mapping[str, Stamp]) -> None:
        """Remember new stamps of outputs whose content is as it was."""
        rows = ((s.mtime, s.size, s.inode, s.noticed, path) for path, s in stamps.items())
        self._db.executemany("UPDATE outputs SET mtime=?, size=?, inode=?, noticed=? WHERE path=?", rows)

    def _numbers(self) -> dict[Key, int]:
        if self._key_numbers is None:
            self._key_numbers = {
                name: number for number, name in self._db.execute("SELECT id, name FROM keys")
            }
        return self._key_numbers
