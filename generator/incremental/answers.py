"""Indexes as they were computed last, in rows that are asked for one by one.

With the rows of before and after at hand, what moved is found by comparing text; what did not move is never
unpacked.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

TABLES = "CREATE TABLE answers(name TEXT PRIMARY KEY, value TEXT NOT NULL);\n"


class Answers:
    """The rows of remembered indexes in a store."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._db = database

    def attach(self, database: sqlite3.Connection) -> None:
        """Go on with another connection to the same store."""
        self._db = database

    def forget(self) -> None:
        """Drop all rows."""
        self._db.execute("DELETE FROM answers")

    def get(self, name: str) -> str | None:
        """One row, or None."""
        row = self._db.execute("SELECT value FROM answers WHERE name=?", (name,)).fetchone()
        return None if row is None else row[0]

    def below(self, prefix: str) -> Iterator[tuple[str, str]]:
        """All rows whose name begins so, sorted."""
        yield from self._db.execute(
            "SELECT name, value FROM answers WHERE name>=? AND name<? ORDER BY name",
            (prefix, prefix + "\U0010ffff"),
        )

    def replace(self, rows: Mapping[str, str]) -> dict[str, tuple[str | None, str | None]]:
        """Remember these rows and no others; returns name -> (before, after) of those that differ.

        None stands for a row that was not there, or is not any more.
        """
        moved: dict[str, tuple[str | None, str | None]] = {}
        same = 0
        for name, before in self._db.execute("SELECT name, value FROM answers"):
            after = rows.get(name)
            if after == before:
                same += 1
            else:
                moved[name] = before, after
        if same + sum(after is not None for _, after in moved.values()) < len(rows):
            known = moved.keys() | {name for (name,) in self._db.execute("SELECT name FROM answers")}
            moved.update((name, (None, after)) for name, after in rows.items() if name not in known)
        self.update({name: after for name, (_, after) in moved.items()})
        return moved

    def update(self, rows: Mapping[str, str | None]) -> None:
        """Remember some rows; None forgets one."""
        self._db.executemany(
            "INSERT OR REPLACE INTO answers VALUES(?,?)",
            ((name, value) for name, value in sorted(rows.items()) if value is not None),
        )
        self._db.executemany(
            "DELETE FROM answers WHERE name=?", _gone(name for name, value in rows.items() if value is None)
        )


def _gone(names: Iterable[str]) -> list[tuple[str]]:
    return [(name,) for name in names]
