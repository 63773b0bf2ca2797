"""What changed on disk since the last build: stamps only suspect, digests decide."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from generator.disk import Disk, FileStat
from generator.incremental.entries import digest_bytes
from generator.incremental.stamps import Stamp, Stamps, stamp

TRUST_AFTER = 2_000_000_000
"""Nanoseconds. A file touched less than this before it was looked at may change again within the same
time stamp (FAT and some network disks keep two seconds), so its stamp is not trusted."""


class SourceChangedError(Exception):
    """A source is not any more what it was when it was noticed. Look again."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def checked(disk: Disk, path: str, digest: str) -> bytes:
    """A source's bytes if they are those that were noticed. Raises SourceChangedError."""
    try:
        content = disk.read(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise SourceChangedError(path) from error
    if digest_bytes(content) != digest:
        raise SourceChangedError(path)
    return content


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
    unreadable: dict[str, OSError] = field(default_factory=dict)
    """Path -> why."""
    vanished: set[str] = field(default_factory=set)
    """Deleted since their folder was listed."""
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
        """A source as it was noticed: what was digested is what is parsed. Raises SourceChangedError."""
        content = self.contents.pop(path, None)
        if content is None:
            content = checked(disk, path, (self.fresh.get(path) or self.known[path]).digest)
        return content


KEPT = 8_000_000
"""Bytes of changed sources that are kept in memory between digesting and parsing."""


def notice(disk: Disk, folders: Iterable[str], known: Stamps, distrusted: Collection[str] = ()) -> Noticed:
    """Look at every source below the folders; into those that are `distrusted` whatever their stamps say."""
    noticed = Noticed(known)
    seen: set[str] = set()
    for folder in folders:
        for path, stat in disk.scan(folder):
            if path in seen:
                noticed.doubled.add(path)
                continue
            seen.add(path)
            proven = known.proves(path, stat.mtime, stat.size, stat.inode, TRUST_AFTER)
            if not proven or path in distrusted:
                _look(disk, path, stat, noticed)
    lost = noticed.unreadable.keys() | noticed.vanished
    noticed.gone = {path for path in known if path not in seen or path in lost}
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
    noticed.gone.update(path for path in noticed.vanished if path in known)
    return noticed


def _look(disk: Disk, path: str, stat: FileStat, noticed: Noticed) -> None:
    """Read a suspect and decide by its content."""
    at = disk.now()
    try:
        content = disk.read(path)
    except (FileNotFoundError, NotADirectoryError):
        noticed.vanished.add(path)
        return
    except OSError as error:
        noticed.unreadable[path] = error
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
            try:
                digest = digest_bytes(disk.read(f"{folder}/{output}"))
            except OSError:
                digest = ""  # it went away, or nobody may look at it: it is made again
            if digest == made[output].digest:
                restamped[output] = stamp(stat.mtime, stat.size, stat.inode, at, digest)
            else:
                broken.add(output)
    return broken, restamped
