"""A disk in memory with its own clock, which also remembers what was touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.disk import FileStat

SECOND = 1_000_000_000


class MemoryDisk:
    """Implements generator.disk.Disk. `store_folder` is a real folder for SQLite files."""

    def __init__(self, store_folder: Path) -> None:
        self._store_folder = store_folder
        self._files: dict[str, tuple[bytes, int, int]] = {}
        self._clock = 1_700_000_000 * SECOND
        self._inodes = 0
        self.reads: list[str] = []
        self.writes: list[str] = []

    def tick(self, seconds: float = 10) -> None:
        """Let time pass."""
        self._clock += int(seconds * SECOND)

    def put(self, path: str, text: str | bytes) -> None:
        """Write a source as a person would; a moment passes."""
        self.tick()
        content = text.encode() if isinstance(text, str) else text
        self._inodes += 1
        self._files[path] = (content, self._clock, self._inodes)
        self.tick()

    def paths(self, folder: str) -> list[str]:
        """Files below a folder, without it, sorted."""
        return sorted(path[len(folder) + 1 :] for path in self._files if path.startswith(f"{folder}/"))

    def text(self, path: str) -> str:
        """A file's text."""
        return self._files[path][0].decode()

    def tree(self, folder: str) -> dict[str, bytes]:
        """Everything below a folder."""
        return {path: self._files[f"{folder}/{path}"][0] for path in self.paths(folder)}

    def forget_touches(self) -> None:
        """Begin a new list of reads and writes."""
        self.reads, self.writes = [], []

    def scan(self, folder: str) -> Iterator[tuple[str, FileStat]]:
        for path in sorted(self._files):
            if path.startswith(f"{folder}/"):
                yield path, self._stat(path)

    def stat(self, path: str) -> FileStat | None:
        return self._stat(path) if path in self._files else None

    def stats(self, folder: str, paths: Iterable[str]) -> Iterator[FileStat | None]:
        return (self.stat(f"{folder}/{path}") for path in paths)

    def _stat(self, path: str) -> FileStat:
        content, mtime, inode = self._files[path]
        return FileStat(mtime, len(content), inode)

    def read(self, path: str) -> bytes:
        self.reads.append(path)
        if path not in self._files:
            raise FileNotFoundError(2, "No such file", path)
        return self._files[path][0]

    def write(self, path: str, content: bytes) -> FileStat:
        self.writes.append(path)
        self._inodes += 1
        self._files[path] = (content, self._clock, self._inodes)
        return self._stat(path)

    def write_new(self, path: str, content: bytes) -> FileStat:
        return self.write(path, content)

    def link(self, source: str, target: str) -> None:
        self._files[target] = self._files[source]

    def move(self, source: str, target: str) -> None:
        self._files[target] = self._files.pop(source)

    def move_folder(self, source: str, target: str) -> None:
        for path in [path for path in self._files if path.startswith(f"{source}/")]:
            self.move(path, target + path.removeprefix(source))

    def folder(self, path: str) -> bool:
        return any(each.startswith(f"{path}/") for each in self._files)

    def spare(self, path: str, other: str) -> bool:
        if path in self._files:
            self.link(path, other)
        return path in self._files

    def wait(self, seconds: float) -> None:
        self.tick(seconds)

    def remove(self, path: str) -> None:
        self._files.pop(path, None)
        (self._store_folder / path).unlink(missing_ok=True)

    def clear(self, folder: str) -> None:
        for path in [path for path in self._files if path.startswith(f"{folder}/")]:
            self.remove(path)

    def now(self) -> int:
        return self._clock

    def database(self, path: str) -> str:
        target = self._store_folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        return str(target)
