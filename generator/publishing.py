"""Putting outputs in place. The published folder is never half a site.

Outputs are first written whole into a staging folder on the same disk. Only when every one of them is
there are they renamed into the site, assets before the pages that need them, and what nobody wants any
more is deleted last. Killed while rendering, the old site stands untouched; killed between two renames,
every page is whole and each was complete at one time, and the next build carries on. If the disk refuses a
rename, those before it are taken back.

A visitor who got a page just before its successor came will ask for the old stylesheet just after. So assets
that no page names any more stay for a moment longer. Keeping them until a later build, as some
deployment tools do, was rejected: the site would depend on what was published before.

Where there is no site yet, the staging folder is laid out as the site and becomes it by a single rename.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Iterable, Mapping, Set
from types import TracebackType
from typing import NamedTuple

from generator.disk import Disk, FileStat
from generator.incremental.entries import digest_bytes
from generator.incremental.stamps import Stamp


class Staged(NamedTuple):
    """An output that is ready."""

    path: str
    """Where it lies until it is published."""
    digest: str
    stat: FileStat


class Publisher:
    """Writes the outputs of one build."""

    def __init__(self, disk: Disk, site: str, staging: str) -> None:
        """`site` is the published folder, `staging` a folder of our own on the same disk."""
        self._disk = disk
        self._site = site
        self._staging = staging
        self._staged: dict[str, Staged] = {}
        self._count = 0
        self._first = False

    def __enter__(self) -> Publisher:
        """Clear what a killed build may have left."""
        self._disk.clear(self._staging)
        self._first = not self._disk.folder(self._site)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the space back, most of all if there was not enough of it."""
        self._disk.clear(self._staging)

    @property
    def outputs(self) -> Set[str]:
        """What is ready to be published."""
        return self._staged.keys()

    @staticmethod
    def differs(output: str, content: bytes, known: Mapping[str, Stamp], broken: Collection[str]) -> bool:
        """True if the site does not hold these bytes already."""
        before = known.get(output)
        return before is None or output in broken or before.digest != digest_bytes(content)

    def stage(self, output: str, content: bytes) -> Staged:
        """Write an output where it waits. It is published once it is `add`-ed: a worker stages, we add."""
        path = self._place(output)
        stat = self._disk.write_new(path, content)
        return Staged(path, digest_bytes(content), stat)

    def add(self, output: str, staged: Staged) -> None:
        """Have an output that waits published."""
        self._staged[output] = staged

    def _place(self, output: str) -> str:
        if self._first:
            return f"{self._staging}/site/{output}"
        # One flat folder: a folder for each page would be made twice, here and in the site. The process'
        # number keeps workers apart, and ours from those of a build that was killed.
        self._count += 1
        return f"{self._staging}/{os.getpid()}-{self._count}"

    def stage_link(self, output: str, path: str) -> None:
        """Keep a file that lies elsewhere on the disk ready, without copying it where that can be avoided."""
        staged = self._place(output)
        self._disk.link(path, staged)
        stat = self._disk.stat(staged)
        assert stat is not None
        self._staged[output] = Staged(staged, digest_bytes(self._disk.read(path)), stat)

    def read(self, output: str) -> bytes:
        """An output as it will stand in the site. Raises OSError."""
        staged = self._staged.get(output)
        return self._disk.read(staged[0] if staged else f"{self._site}/{output}")

    def publish(
        self, orphans: Iterable[str], known: Set[str] = frozenset(), linger: float = 0
    ) -> dict[str, Stamp]:
        """Put everything in place; returns the stamps of what was written.

        `known` names outputs that may have to be put back. Orphaned assets stay for `linger` seconds more.
        """
        if self._first and self._staged:
            self._disk.move_folder(f"{self._staging}/site", self._site)
        elif not self._first:
            self._move(known)
        for output in sorted(orphans, key=_is_asset):
            if linger and _is_asset(output):
                self._disk.wait(linger)
                linger = 0
            self._disk.remove(f"{self._site}/{output}")
        now = self._disk.now()
        return {
            output: Stamp(stat.mtime, stat.size, stat.inode, now, digest)
            for output, (_, digest, stat) in self._staged.items()
        }

    def _move(self, known: Set[str]) -> None:
        """Rename everything into the site, or nothing."""
        moved: list[tuple[str, str | None]] = []
        try:
            for output in sorted(self._staged, key=lambda name: (not _is_asset(name), name)):
                spared = self._spare(output, len(moved)) if output in known else None
                self._disk.move(self._staged[output].path, f"{self._site}/{output}")
                moved.append((output, spared))
        except OSError:
            for output, spared in moved:
                with contextlib.suppress(OSError):
                    if spared:
                        self._disk.move(spared, f"{self._site}/{output}")
                    elif output not in known:
                        self._disk.remove(f"{self._site}/{output}")
            raise

    def _spare(self, output: str, number: int) -> str | None:
        """Keep the present file of an output under a second name, where the disk can do that for nothing."""
        path = f"{self._staging}/old-{number}"
        return path if self._disk.spare(f"{self._site}/{output}", path) else None


def _is_asset(output: str) -> bool:
    return output.startswith("assets/")
