"""Putting outputs in place. The published folder is never half a site.

Outputs are first written whole into a staging folder on the same disk. Only when every one of them is
there are they renamed into the site, assets before the pages that need them, and what nobody wants any
more is deleted last. Killed while rendering, the old site stands untouched; killed between two renames,
every page is whole and each was complete at one time, and the next build carries on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from generator.disk import Disk
from generator.incremental.entries import digest_bytes
from generator.incremental.stamps import Stamp


class Publisher:
    """Writes the outputs of one build."""

    def __init__(self, disk: Disk, site: str, staging: str) -> None:
        """`site` is the published folder, `staging` a folder of our own on the same disk."""
        self._disk = disk
        self._site = site
        self._staging = staging
        self._staged: dict[str, tuple[str, str]] = {}
        """Output -> where it lies, and its digest."""

    def begin(self) -> None:
        """Clear what a killed build may have left."""
        self._disk.clear(self._staging)

    @staticmethod
    def differs(output: str, content: bytes, known: Mapping[str, Stamp], broken: Collection[str]) -> bool:
        """True if the site does not hold these bytes already."""
        before = known.get(output)
        return before is None or output in broken or before.digest != digest_bytes(content)

    def stage(self, output: str, content: bytes) -> None:
        """Keep an output ready."""
        path = self._next()
        self._disk.write_new(path, content)
        self._staged[output] = path, digest_bytes(content)

    def _next(self) -> str:
        # One flat folder: a folder for each page would be made twice, here and in the site.
        return f"{self._staging}/{len(self._staged)}"

    def stage_link(self, output: str, path: str) -> None:
        """Keep a file that lies elsewhere on the disk ready, without copying it where that can be avoided."""
        staged = self._next()
        self._disk.link(path, staged)
        self._staged[output] = staged, digest_bytes(self._disk.read(path))

    def read(self, output: str) -> bytes:
        """An output as it will stand in the site. Raises OSError."""
        staged = self._staged.get(output)
        return self._disk.read(staged[0] if staged else f"{self._site}/{output}")

    def publish(self, orphans: Iterable[str]) -> dict[str, Stamp]:
        """Put everything in place; returns the stamps of what was written."""
        stamps = {}
        for output in sorted(self._staged, key=lambda name: (not name.startswith("assets/"), name)):
            path, digest = self._staged[output]
            stat = self._disk.move(path, f"{self._site}/{output}")
            stamps[output] = Stamp(stat.mtime, stat.size, stat.inode, self._disk.now(), digest)
        for output in orphans:
            self._disk.remove(f"{self._site}/{output}")
        return stamps
