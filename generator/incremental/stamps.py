"""Stamps of many files, packed: what the file system said of each, and what was in it.

A build that finds nothing changed compares tens of thousands of stamps and needs none of them as an object
of its own. So the table is one row of columns, joined paths and packed numbers, and a few rows that came
since; it is packed again when they are no longer few.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

_INODES = (1 << 63) - 1
"""Inodes are unsigned, and longer on Windows: their low 63 bits tell files apart as well."""
_DIGEST = 32
"""Bytes of SHA-256."""
_LOOSE = 200
"""Rows kept beside the packed ones, at least; else a twentieth of all."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the file system says of a file, and when (nanoseconds) its content was looked at."""

    mtime: int
    size: int
    inode: int
    noticed: int
    digest: str


class Stamps(Mapping[str, Stamp]):
    """Path -> stamp, from packed columns and what changed since."""

    def __init__(
        self,
        paths: list[str] | None = None,
        numbers: array[int] | None = None,
        digests: Callable[[], bytes] = bytes,
        since: Mapping[str, Stamp | None] | None = None,
    ) -> None:
        """`numbers` holds four a path: mtime, size, inode, noticed. In `since`, None stands for gone."""
        self._paths = paths if paths is not None else []
        self._numbers = numbers if numbers is not None else array("q")
        self._load_digests = digests
        self.since = dict(since or {})

    @cached_property
    def _at(self) -> dict[str, int]:
        return {path: at for at, path in enumerate(self._paths)}

    @cached_property
    def _digests(self) -> bytes:
        return self._load_digests()

    def __getitem__(self, path: str) -> Stamp:
        if path in self.since:
            stamp = self.since[path]
            if stamp is None:
                raise KeyError(path)
            return stamp
        at = self._at[path]
        digest = self._digests[at * _DIGEST : (at + 1) * _DIGEST].hex()
        mtime, size, inode, noticed = self._numbers[at * 4 : at * 4 + 4]
        return Stamp(mtime, size, inode, noticed, digest)

    def __contains__(self, path: object) -> bool:
        if path in self.since:
            return self.since[path] is not None
        return path in self._at

    def __iter__(self) -> Iterator[str]:
        if not self.since:
            yield from self._paths
            return
        yield from (path for path in self._paths if path not in self.since)
        yield from (path for path, stamp in self.since.items() if stamp is not None)

    def __len__(self) -> int:
        if not self.since:
            return len(self._paths)
        return sum(1 for _ in self)

    def proves(self, path: str, mtime: int, size: int, inode: int, trust_after: int) -> bool:
        """True if the file was looked at with this very stamp, and late enough to trust it."""
        stamp = self.since.get(path)
        if stamp is not None:
            known = (stamp.mtime, stamp.size, stamp.inode, stamp.noticed)
        else:
            at = self._at.get(path)
            if at is None or path in self.since:
                return False
            at *= 4
            numbers = self._numbers
            known = (numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3])
        return (
            known[0] == mtime
            and known[1] == size
            and known[2] == inode & _INODES
            and mtime + trust_after <= known[3]
        )

    def only(self, paths: Iterable[str]) -> Stamps:
        """Some of them."""
        return Stamps(since={path: self[path] for path in paths if path in self})

    def changed(self, fresh: Mapping[str, Stamp], gone: Iterable[str] = ()) -> Stamps:
        """The same with some stamps replaced, added or gone; the packed columns are shared."""
        since = {**self.since, **fresh, **dict.fromkeys(gone)}
        new = Stamps(self._paths, self._numbers, lambda: self._digests, since)
        if "_at" in self.__dict__:
            new.__dict__["_at"] = self._at
        return new


def stamp(mtime: int, size: int, inode: int, noticed: int, digest: str) -> Stamp:
    """A stamp as it will come back from the store."""
    return Stamp(mtime, size, inode & _INODES, noticed, digest)


class StampTable:
    """The stamps of one group of files in a store."""

    def __init__(self, database: sqlite3.Connection, name: str) -> None:
        self._db = database
        self._name = name

    def attach(self, database: sqlite3.Connection) -> None:
        """Go on with another connection to the same store."""
        self._db = database

    @staticmethod
    def tables(name: str) -> str:
        """The SQL that makes the tables."""
        return f"""
CREATE TABLE {name}_packed(paths TEXT NOT NULL, numbers BLOB NOT NULL, digests BLOB NOT NULL);
CREATE TABLE {name}_since(path TEXT PRIMARY KEY, mtime INTEGER, size INTEGER, inode INTEGER, noticed INTEGER,
                          digest TEXT) WITHOUT ROWID;
"""

    def load(self) -> Stamps:
        """All stamps."""
        row = self._db.execute(f"SELECT paths, numbers FROM {self._name}_packed").fetchone()
        rows = self._db.execute(f"SELECT * FROM {self._name}_since")
        since = {row[0]: None if row[5] is None else Stamp(*row[1:]) for row in rows}
        if row is None:
            return Stamps(since=since)
        return Stamps(row[0].split("\n") if row[0] else [], array("q", row[1]), self._packed_digests, since)

    def _packed_digests(self) -> bytes:
        found: bytes = self._db.execute(f"SELECT digests FROM {self._name}_packed").fetchone()[0]
        return found

    def save(self, stamps: Stamps) -> Stamps:
        """Remember stamps as they are now: those from `load`, changed. Returns them as they are kept."""
        if len(stamps.since) > max(_LOOSE, len(stamps._paths) // 20):
            self._pack(stamps)
            return self.load()
        rows = (
            (path, None, None, None, None, None)
            if s is None
            else (path, s.mtime, s.size, s.inode, s.noticed, s.digest)
            for path, s in stamps.since.items()
        )
        self._db.executemany(f"INSERT OR REPLACE INTO {self._name}_since VALUES(?,?,?,?,?,?)", rows)
        return stamps

    def _pack(self, stamps: Stamps) -> None:
        paths = sorted(stamps)
        numbers = array("q")
        digests = bytearray()
        for path in paths:
            each = stamps[path]
            numbers.extend((each.mtime, each.size, each.inode, each.noticed))
            digests += bytes.fromhex(each.digest)
        self.forget()
        self._db.execute(
            f"INSERT INTO {self._name}_packed VALUES(?,?,?)",
            ("\n".join(paths), numbers.tobytes(), bytes(digests)),
        )

    def forget(self) -> None:
        """Drop all stamps."""
        self._db.execute(f"DELETE FROM {self._name}_packed")
        self._db.execute(f"DELETE FROM {self._name}_since")
