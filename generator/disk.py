"""The one pair of hands that touches files.

Paths are relative to the project's folder, with forward slashes, in NFC: a name that a Mac wrote
decomposed and a name typed on Windows are one name everywhere above this module.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sys
import time
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

IGNORED = (".git", ".venv", "node_modules", "__pycache__", ".DS_Store", "Thumbs.db")
"""Names that are nobody's content, wherever they stand."""


_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class FileStat(NamedTuple):
    """What the file system says of a file. `mtime` in nanoseconds."""

    mtime: int
    size: int
    inode: int


class Disk(Protocol):
    """What the roof asks of a disk. `FolderDisk` is the real one; tests have one in memory."""

    def scan(self, folder: str) -> Iterator[tuple[str, FileStat]]:
        """Every file below `folder`, in no particular order; nothing if there is no such folder."""

    def stat(self, path: str) -> FileStat | None:
        """A file's stamp, or None if there is no such file."""

    def stats(self, folder: str, paths: Iterable[str]) -> Iterator[FileStat | None]:
        """The stamps of many files below `folder`, in order; None for a file that is not there."""

    def read(self, path: str) -> bytes:
        """A file's content. Raises OSError."""

    def write(self, path: str, content: bytes) -> FileStat:
        """Write whole or not at all: to a name of its own, then renamed into place. Raises OSError."""

    def write_new(self, path: str, content: bytes) -> FileStat:
        """Write a file nobody looks at yet, into a folder of our own. Raises OSError."""

    def link(self, source: str, target: str) -> None:
        """Make `target` the same file as `source`, or a copy if the disk has no links. Raises OSError."""

    def move(self, source: str, target: str) -> None:
        """Rename, replacing what was there; the stamp stays. Raises OSError."""

    def move_folder(self, source: str, target: str) -> None:
        """Rename a folder with all that is in it; nothing may be at `target`. Raises OSError."""

    def folder(self, path: str) -> bool:
        """True if there is such a folder."""

    def spare(self, path: str, other: str) -> bool:
        """Give a file a second name in a folder that is there; False if that needs copying."""

    def wait(self, seconds: float) -> None:
        """Let time pass."""

    def remove(self, path: str) -> None:
        """Delete a file and the folders that thereby become empty. It may be gone already."""

    def clear(self, folder: str) -> None:
        """Remove a folder of ours with all that is in it. It may be gone already."""

    def now(self) -> int:
        """Nanoseconds since 1970."""

    def database(self, path: str) -> str:
        """The path as SQLite wants it; the folder it stands in is made."""


class FolderDisk:
    """A folder on a real disk."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._folder = str(root)
        self._spelled: dict[str, str] = {}

    def local(self, path: str) -> str:
        """The path as the operating system wants it."""
        return f"{self._folder}/{self._spelled.get(path, path)}"

    def database(self, path: str) -> str:
        """See Disk."""
        local = self.local(path)
        os.makedirs(os.path.dirname(local), exist_ok=True)
        return local

    def scan(self, folder: str) -> Iterator[tuple[str, FileStat]]:
        """See Disk. Hidden files and links that lead out of the project are passed over."""
        stack = [folder]
        while stack:
            current = stack.pop()
            try:
                entries = list(os.scandir(self.local(current)))
            except (FileNotFoundError, NotADirectoryError):
                continue
            for entry in entries:
                if entry.name in IGNORED or entry.name.endswith(("~", ".swp", ".tmp")):
                    continue
                raw = f"{current}/{entry.name}"
                path = raw if raw.isascii() else unicodedata.normalize("NFC", raw)
                if path != raw:
                    self._spelled[path] = self._spelled.get(current, current) + "/" + entry.name
                if entry.is_dir(follow_symlinks=False):
                    stack.append(path)
                elif entry.is_file():
                    with contextlib.suppress(FileNotFoundError):
                        yield path, _stat(entry.stat())

    def stat(self, path: str) -> FileStat | None:
        """See Disk."""
        try:
            return _stat(os.stat(self.local(path)))
        except (FileNotFoundError, NotADirectoryError):
            return None

    def stats(self, folder: str, paths: Iterable[str]) -> Iterator[FileStat | None]:
        """See Disk. From the folder on, the way to each file is short; it is walked 20,000 times."""
        stat, start = os.stat, self.local(folder)
        handle = None
        with contextlib.suppress(OSError):
            if stat in os.supports_dir_fd:
                handle = os.open(start, os.O_RDONLY)
        try:
            for path in paths:
                try:
                    found = stat(f"{start}/{path}") if handle is None else stat(path, dir_fd=handle)
                except (FileNotFoundError, NotADirectoryError):
                    yield None
                else:
                    yield FileStat(found.st_mtime_ns, found.st_size, found.st_ino)
        finally:
            if handle is not None:
                os.close(handle)

    def read(self, path: str) -> bytes:
        """See Disk."""
        return Path(self.local(path)).read_bytes()

    def write(self, path: str, content: bytes) -> FileStat:
        """See Disk."""
        target = self.local(path)
        temporary = f"{target}.{os.getpid()}.tmp"
        try:
            self._write_new(temporary, content)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(target), exist_ok=True)
            self._write_new(temporary, content)
        try:
            os.replace(temporary, target)
        except OSError:
            os.unlink(temporary)
            raise
        return _stat(os.stat(target))

    def write_new(self, path: str, content: bytes) -> FileStat:
        """See Disk."""
        local = self.local(path)
        try:
            return self._write_new(local, content)
        except FileNotFoundError:
            self._make_folder(local.rpartition("/")[0])
            return self._write_new(local, content)

    @staticmethod
    def _make_folder(local: str) -> None:
        try:
            os.mkdir(local)  # most often only the last one is missing
        except FileNotFoundError:
            os.makedirs(local, exist_ok=True)
        except FileExistsError:
            pass

    @staticmethod
    def _write_new(temporary: str, content: bytes) -> FileStat:
        # Python's own files ask the system for five things more.
        file = os.open(temporary, _NEW_FILE, 0o666)
        try:
            left = memoryview(content)
            while left:
                left = left[os.write(file, left) :]
            return _stat(os.fstat(file))
        except OSError:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
            raise
        finally:
            os.close(file)

    def link(self, source: str, target: str) -> None:
        """See Disk."""
        destination = self.local(target)
        os.makedirs(os.path.dirname(destination), exist_ok=True)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(destination)
        try:
            os.link(self.local(source), destination)
        except OSError:
            shutil.copyfile(self.local(source), destination)

    def move(self, source: str, target: str) -> None:
        """See Disk."""
        destination = self.local(target)
        try:
            os.replace(self.local(source), destination)
        except FileNotFoundError:
            self._make_folder(destination.rpartition("/")[0])
            os.replace(self.local(source), destination)

    def move_folder(self, source: str, target: str) -> None:
        """See Disk."""
        destination = self.local(target)
        os.makedirs(os.path.dirname(destination), exist_ok=True)
        os.rename(self.local(source), destination)

    def spare(self, path: str, other: str) -> bool:
        """See Disk."""
        try:
            os.link(self.local(path), self.local(other))
        except OSError:
            return False
        return True

    def wait(self, seconds: float) -> None:
        """See Disk."""
        time.sleep(seconds)

    def remove(self, path: str) -> None:
        """See Disk."""
        local = self.local(path)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(local)
        folder = os.path.dirname(path)
        while folder:
            try:
                os.rmdir(self.local(folder))
            except OSError:
                break
            folder = os.path.dirname(folder)

    def clear(self, folder: str) -> None:
        """See Disk."""
        shutil.rmtree(self.local(folder), ignore_errors=True)

    def now(self) -> int:
        """See Disk."""
        return time.time_ns()

    def folder(self, path: str) -> bool:
        """See Disk."""
        return os.path.isdir(self.local(path))

    def line(self, path: str, number: int) -> str | None:
        """A line of a file as it is written, for showing where a problem is; None if there is none."""
        try:
            lines = self.read(path).decode("utf-8", "replace").splitlines()
        except OSError:
            return None
        return lines[number - 1] if 0 < number <= len(lines) else None


def _stat(result: os.stat_result) -> FileStat:
    return FileStat(result.st_mtime_ns, result.st_size, result.st_ino)


def code_fingerprint() -> str:
    """One name for the generator's own code and the versions of everything it runs on.

    Contents, not stamps: a fresh clone has the same code. Versions are read from the names of the installed
    packages' folders; importlib.metadata would cost 30 ms at every start.
    """
    digest = hashlib.blake2b(sys.version.encode(), digest_size=16)
    package = Path(__file__).parent
    for path in sorted(package.rglob("*")):
        if path.suffix in (".py", ".yaml", ".po", ".js"):
            digest.update(str(path.relative_to(package)).encode() + b"\0" + path.read_bytes())
    for folder in sys.path:
        if "-packages" in folder and os.path.isdir(folder):
            digest.update("\0".join(sorted(n for n in os.listdir(folder) if n.endswith("-info"))).encode())
    return digest.hexdigest()
