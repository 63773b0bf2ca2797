"""The list of what is ours in the published folder, written down before anything of it is put in place.

The store learns of new outputs only when all of them are in place. A build that is killed before leaves some
that the store knows nothing of; if their stories are gone by the next build, nobody would ever remove them.
The same holds when the store was lost or damaged. One line per output; it is read only when the store does
not know this very file, and written only when outputs come that are not in it: 1 MB for 20,000 pages.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.disk import Disk
from generator.incremental.store import Store


class Manifest:
    """The list, beside the store that should know it."""

    def __init__(self, disk: Disk, path: str, store: Store) -> None:
        self._disk = disk
        self._path = path
        self._store = store

    @property
    def _known(self) -> bool:
        """True if the store was written after this very list."""
        return bool(self._stamp() == self._store.meta("manifest"))

    def _stamp(self) -> list[int] | None:
        stat = self._disk.stat(self._path)
        return [stat.mtime, stat.size, stat.inode] if stat else None

    def _outputs(self) -> frozenset[str]:
        """Everything that is listed. A line that leads out of the published folder is passed over."""
        try:
            lines = self._disk.read(self._path).decode("utf-8", "replace").split("\n")
        except FileNotFoundError:
            return frozenset()
        return frozenset(line for line in lines if line and is_inside(line))

    def strangers(self, outputs: Iterable[str], site: str) -> list[str]:
        """What lies in `site`, is ours, and is not among the outputs the store knows."""
        if self._known:
            return []
        missing = sorted(self._outputs().difference(outputs))
        return [output for output in missing if self._disk.stat(f"{site}/{output}") is not None]

    def confirm(self) -> bool:
        """Tell the store that it knows everything that is listed; False if it has been told before."""
        if self._known:
            return False
        self._store.set_meta("manifest", self._stamp())
        return True

    def claim(self, outputs: Iterable[str]) -> None:
        """Write down what is ours and what is about to be."""
        self._disk.write(self._path, "\n".join(sorted(outputs)).encode("utf-8"))
        self.confirm()


def is_inside(output: str) -> bool:
    """True if a path stays in the folder it is taken from."""
    return (
        not output.startswith("/")
        and ".." not in output.split("/")
        and "\\" not in output
        and ":" not in output
    )
