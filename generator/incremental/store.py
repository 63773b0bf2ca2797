"""What one build remembers for the next, in one SQLite file.

A build that finds little changed must not pay for what it does not look at, so stamps, records, indexes,
traces and results stand in tables of their own, each in a module of its own. Everything a build learned is
written in one transaction at its end: killed before, the next build starts from the same past and does the
same work again.

Values are JSON: a cache that was restored from elsewhere must not be able to run code, as pickle could.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any
from zlib import crc32

from generator.incremental import answers, outputs, records
from generator.incremental.answers import Answers
from generator.incremental.outputs import Outputs
from generator.incremental.records import Records, dump
from generator.incremental.stamps import StampTable

_TABLES = f"""
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE memo(key TEXT PRIMARY KEY, value TEXT NOT NULL);
{StampTable.tables("sources")}{StampTable.tables("site")}
{records.TABLES}{answers.TABLES}{outputs.TABLES}"""


SCHEMA = crc32(_TABLES.encode()) >> 1
"""A number for the form of the tables; a store of another form is forgotten."""


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
        self._location = location
        self.sources = StampTable(self._db, "sources")
        """Stamps of what was read."""
        self.site = StampTable(self._db, "site")
        """Stamps of what was made, as it was when we had written it."""
        self.records = Records(self._db)
        self.answers = Answers(self._db)
        self.outputs = Outputs(self._db)

    @property
    def shareable(self) -> bool:
        """True if other processes can read what was committed."""
        return self._location != ":memory:"

    def reopen(self) -> None:
        """In a forked process: read what was committed, since an older connection must not be used there."""
        self._parents = self._db  # kept, for closing it would be a use too
        self._db = sqlite3.connect(self._location, isolation_level=None, timeout=10)
        self._db.execute("PRAGMA query_only=ON")
        for part in (self.sources, self.site, self.records, self.answers, self.outputs):
            part.attach(self._db)

    def close(self) -> None:
        """Leave without keeping what was not committed."""
        self._db.close()

    def commit(self) -> None:
        """Make everything so far lasting, at once."""
        self._db.execute("COMMIT")
        self._db.execute("BEGIN IMMEDIATE")

    def forget(self) -> None:
        """Drop all that was learned, but not which outputs are ours: they have to be removed some day."""
        for table in ("meta", "memo"):
            self._db.execute(f"DELETE FROM {table}")
        self.sources.forget()
        self.records.forget()
        self.answers.forget()
        self.outputs.forget()

    # Small values by name

    def meta(self, name: str) -> Any:
        """A remembered value, or None."""
        row = self._db.execute("SELECT value FROM meta WHERE name=?", (name,)).fetchone()
        return None if row is None else json.loads(row[0])

    def set_meta(self, name: str, value: object) -> None:
        """Remember a plain value under a name."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES(?,?)", (name, dump(value)))

    # Memo: results that depend on nothing but what their key names

    def memo(self, key: str) -> Any:
        """A remembered result, or None."""
        row = self._db.execute("SELECT value FROM memo WHERE key=?", (key,)).fetchone()
        return None if row is None else json.loads(row[0])

    def set_memos(self, values: Mapping[str, object]) -> None:
        """Remember results."""
        rows = ((key, dump(value)) for key, value in values.items())
        self._db.executemany("INSERT OR REPLACE INTO memo VALUES(?,?)", rows)

    def keep_memos(self, wanted: Iterable[str]) -> None:
        """Forget every result that is not wanted any more."""
        kept = set(wanted)
        known = [key for (key,) in self._db.execute("SELECT key FROM memo")]
        self._db.executemany("DELETE FROM memo WHERE key=?", ((key,) for key in known if key not in kept))
