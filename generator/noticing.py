"""What changed on disk since the last build: stamps only suspect, digests decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.disk import Disk, FileStat
from generator.incremental.entries import digest_bytes
from generator.incremental.store import Stamp

TRUST_AFTER = 2_000_000_000
"""Nanoseconds. A file touched less than this before it was looked at may change again within the same
time stamp (FAT and some network disks keep two seconds), so its stamp is not trusted."""


@dataclass
class Noticed:
    """The sources as they are now, beside what was known of them."""

    stamps: dict[str, Stamp] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)
    """Bytes of changed sources: what was digested is what is parsed, even if the file changes meanwhile."""
    changed: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    restamped: set[str] = field(default_factory=set)
    """Sources with a new stamp and the old content."""
    doubled: set[str] = field(default_factory=set)
    """Paths that two files share once their names are normalised."""
    unreadable: dict[str, str] = field(default_factory=dict)
    """Path -> the operating system's reason."""

    @property
    def nothing(self) -> bool:
        """True if every source is as it was."""
        return not (self.changed or self.gone or self.doubled or self.unreadable)


def trusted(known: Stamp | None, stat: FileStat) -> bool:
    """True if the stamp proves that the content is as it was."""
    return (
        known is not None
        and known.mtime == stat.mtime
        and known.size == stat.size
        and known.inode == stat.inode
        and known.mtime + TRUST_AFTER <= known.noticed
    )


def notice(disk: Disk, folders: Iterable[str], known: Mapping[str, Stamp]) -> Noticed:
    """Look at every source below the folders."""
    noticed = Noticed()
    for folder in folders:
        for path, stat in disk.scan(folder):
            before = known.get(path)
            if path in noticed.stamps:
                noticed.doubled.add(path)
            elif before is not None and trusted(before, stat):
                noticed.stamps[path] = before
            else:
                _look(disk, path, stat, before, noticed)
    noticed.gone = known.keys() - noticed.stamps.keys()
    return noticed


def _look(disk: Disk, path: str, stat: FileStat, before: Stamp | None, noticed: Noticed) -> None:
    """Read a suspect and decide by its content."""
    at = disk.now()
    try:
        content = disk.read(path)
    except OSError as error:
        noticed.unreadable[path] = error.strerror or str(error)
        return
    stamp = Stamp(stat.mtime, stat.size, stat.inode, at, digest_bytes(content))
    noticed.stamps[path] = stamp
    if before is not None and before.digest == stamp.digest:
        noticed.restamped.add(path)
    else:
        noticed.changed.add(path)
        noticed.contents[path] = content


def damaged(disk: Disk, folder: str, made: Mapping[str, Stamp]) -> tuple[set[str], dict[str, Stamp]]:
    """Outputs that somebody deleted or changed, and new stamps of those that are as we made them."""
    broken = set(made)
    restamped = {}
    start = len(folder) + 1
    for path, stat in disk.scan(folder):
        output = path[start:]
        known = made.get(output)
        if known is None:
            continue
        if trusted(known, stat):
            broken.discard(output)
        else:
            at = disk.now()
            if digest_bytes(disk.read(path)) == known.digest:
                broken.discard(output)
                restamped[output] = Stamp(stat.mtime, stat.size, stat.inode, at, known.digest)
    return broken, restamped
