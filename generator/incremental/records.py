"""What was read from sources: the part that indexes read, the rest, the text, its facts and its Problems.

The parts stand in columns and tables of their own, because they are asked for by different roads: indexes
load the first part of all sources, a page everything of a few.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.incremental.entries import Entries

TABLES = """
CREATE TABLE records(path TEXT PRIMARY KEY, made_from TEXT NOT NULL, mark TEXT NOT NULL, data TEXT NOT NULL,
                     more TEXT NOT NULL, entries TEXT NOT NULL);
CREATE TABLE texts(path TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE complaints(path TEXT PRIMARY KEY, problems TEXT NOT NULL) WITHOUT ROWID;
"""


class Encoded(str):
    """Plain data as it is stored."""

    __slots__ = ()


def dump(value: object) -> str:
    """Plain data as it is stored; what is `Encoded` already, as it is."""
    if type(value) is Encoded:
        return value
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Record:
    """What was read from one source. Where nothing could be read, `data` is None and `problems` say why."""

    made_from: str
    """Names its content and the options of the reading."""
    data: Any
    """What indexes read of it."""
    entries: Entries
    problems: list[Any]
    mark: str = ""
    """Names `data` as far as indexes are concerned: with the same mark, all indexes are the same."""
    more: Any = None
    """The rest, for pages."""
    text: Any = field(default=None, repr=False)
    """The long part of the rest."""


class Records:
    """The records in a store."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._db = database

    def attach(self, database: sqlite3.Connection) -> None:
        """Go on with another connection to the same store."""
        self._db = database

    def forget(self) -> None:
        """Drop all of them."""
        for table in ("records", "texts", "complaints"):
            self._db.execute(f"DELETE FROM {table}")

    def save(self, records: Mapping[str, Record]) -> None:
        """Remember what was read."""
        self._db.executemany(
            "INSERT OR REPLACE INTO records VALUES(?,?,?,?,?,?)",
            (
                (path, r.made_from, r.mark, dump(r.data), dump(r.more), dump(r.entries))
                for path, r in records.items()
            ),
        )
        self._db.executemany(
            "INSERT OR REPLACE INTO texts VALUES(?,?)",
            ((path, dump(r.text)) for path, r in records.items() if r.text is not None),
        )
        self._db.executemany("DELETE FROM complaints WHERE path=?", ((path,) for path in records))
        self._db.executemany(
            "INSERT INTO complaints VALUES(?,?)",
            ((path, dump(r.problems)) for path, r in records.items() if r.problems),
        )

    def remove(self, paths: Iterable[str]) -> None:
        """Forget what is gone."""
        gone = [(path,) for path in paths]
        for table in ("records", "texts", "complaints"):
            self._db.executemany(f"DELETE FROM {table} WHERE path=?", gone)

    def made_from(self) -> dict[str, str]:
        """Path -> what each record was made from."""
        return dict(self._db.execute("SELECT path, made_from FROM records"))

    def __contains__(self, path: str) -> bool:
        return self._db.execute("SELECT 1 FROM records WHERE path=?", (path,)).fetchone() is not None

    def before(self, paths: Iterable[str]) -> dict[str, tuple[str, Entries]]:
        """Path -> (mark, entries) of some records; nothing for a path that is not known."""
        found = {}
        for path in paths:
            row = self._db.execute("SELECT mark, entries FROM records WHERE path=?", (path,)).fetchone()
            if row is not None:
                found[path] = (row[0], json.loads(row[1]))
        return found

    def problems(self) -> Iterator[Any]:
        """Every Problem that was met in reading, as plain data."""
        for (problems,) in self._db.execute("SELECT problems FROM complaints"):
            yield from json.loads(problems)

    def data(self) -> Iterator[tuple[str, Any]]:
        """Path and data of all that could be read, sorted by path."""
        for path, data in self._db.execute("SELECT path, data FROM records WHERE data!='null' ORDER BY path"):
            yield path, json.loads(data)

    def whole(self, path: str) -> tuple[Any, Any] | None:
        """Data and the rest of one record; None if there is none or nothing could be read."""
        row = self._db.execute("SELECT data, more FROM records WHERE path=?", (path,)).fetchone()
        if row is None or row[0] == "null":
            return None
        return json.loads(row[0]), json.loads(row[1])

    def text(self, path: str) -> Any:
        """The long part of one record."""
        return json.loads(self._db.execute("SELECT value FROM texts WHERE path=?", (path,)).fetchone()[0])
