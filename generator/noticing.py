"""What changed on disk since the last build: stamps only suspect, digests decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generator.disk import Disk, FileStat
from generator.incremental.entries import digest_bytes
from generator.incremental.stamps import Stamp, Stamps, stamp

TRUST_AFTER = 2_000_000_000
"""Nanoseconds. A file touched less than this before it was looked at may change again within the same
time stamp (FAT and some network disks keep two seconds), so its stamp is not trusted."""


@dataclass
class Noticed:
    """The sources as they are now, beside what was known of them."""

    known: Stamps = field(default_factory=Stamps)
    """As the last build left them."""
    fresh: dict[str, Stamp] = field(default_factory=dict)
    """Of sources that were looked into."""
    contents: dict[str, bytes] = field(default_factory=dict)
    """Bytes of changed sources, as far as they were kept: what was digested is what is parsed."""
    changed: set[str] = field(default_factory=set)
    """Sources with other content than before, and new ones."""
    added: set[str] = field(default_factory=set)
    """The new ones."""
    gone: set[str] = field(default_factory=set)
    doubled: set[str] = field(default_factory=set)
    """Paths that two files share once their names are normalised."""
    unreadable: dict[str, str] = field(default_factory=dict)
    """Path -> the operating system's reason."""
    kept: int = 0
    """Bytes of changed sources so far."""

    @property
    def nothing(self) -> bool:
        """True if every source is as it was."""
        return not (self.changed or self.gone or self.doubled or self.unreadable)

    @property
    def stamps(self) -> Stamps:
        """All sources as they are now."""
        return self.known.changed(self.fresh, self.gone) if self.fresh or self.gone else self.known

    def read(self, disk: Disk, path: str) -> bytes:
        """A source's bytes: those that were digested, else as they are now. Raises OSError.

        A source that changed since it was digested is looked at again by the next build.
        """
        content = self.contents.pop(path, None)
        if content is None:
            content = disk.read(path)
            stamp = self.fresh.get(path)
            if stamp is not None and digest_bytes(content) != stamp.digest:
                self.fresh[path] = replace(stamp, noticed=0, digest=digest_bytes(content))
        return content


KEPT = 8_000_000
"""Bytes of changed sources that are kept in memory between digesting and parsing."""


def notice(disk: Disk, folders: Iterable[str], known: Stamps) -> Noticed:
    """Look at every source below the folders."""
    noticed = Noticed(known)
    seen: set[str] = set()
    for folder in folders:
        for path, stat in disk.scan(folder):
            if path in seen:
                noticed.doubled.add(path)
                continue
            seen.add(path)
            if not known.proves(path, stat.mtime, stat.size, stat.inode, TRUST_AFTER):
                _look(disk, path, stat, noticed)
    noticed.gone = {path for path in known if path not in seen or path in noticed.unreadable}
    return noticed


def notice_some(disk: Disk, paths: Iterable[str], known: Stamps) -> Noticed:
    """Look at some sources only: those that somebody says have changed."""
    noticed = Noticed(known)
    for path in paths:
        stat = disk.stat(path)
        if stat is not None:
            if not known.proves(path, stat.mtime, stat.size, stat.inode, TRUST_AFTER):
                _look(disk, path, stat, noticed)
        elif path in known:
            noticed.gone.add(path)
    return noticed


def _look(disk: Disk, path: str, stat: FileStat, noticed: Noticed) -> None:
    """Read a suspect and decide by its content."""
    at = disk.now()
    try:
        content = disk.read(path)
    except OSError as error:
        noticed.unreadable[path] = error.strerror or str(error)
        return
    fresh = noticed.fresh[path] = stamp(stat.mtime, stat.size, stat.inode, at, digest_bytes(content))
    before = noticed.known.get(path)
    if before is None:
        noticed.added.add(path)
    if before is None or before.digest != fresh.digest:
        noticed.changed.add(path)
        noticed.kept += len(content)
        if noticed.kept <= KEPT:
            noticed.contents[path] = content


def damaged(disk: Disk, folder: str, made: Stamps) -> tuple[set[str], dict[str, Stamp]]:
    """Outputs that somebody deleted or changed, and new stamps of those that are as we made them."""
    broken = set()
    restamped = {}
    paths = list(made)
    for output, stat in zip(paths, disk.stats(folder, paths), strict=True):
        if stat is None:
            broken.add(output)
        elif not made.proves(output, stat.mtime, stat.size, stat.inode, TRUST_AFTER):
            at = disk.now()
            digest = digest_bytes(disk.read(f"{folder}/{output}"))
            if digest == made[output].digest:
                restamped[output] = stamp(stat.mtime, stat.size, stat.inode, at, digest)
            else:
                broken.add(output)
    return broken, restamped
