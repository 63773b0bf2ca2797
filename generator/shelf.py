"""Stories as pages ask for them: fetched from the store one by one, the latest kept at hand.

All stories of 20,000 pages would take some hundred megabytes; a page shows a dozen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.incremental.records import Records
from generator.indexing.projection import whole_story
from generator.model.story import Story

AT_HAND = 3000
"""Stories kept, at least; at most twice as many."""


def path_of(story_id: str, language: str) -> str:
    """The file of a story."""
    return f"content/{story_id}.{language}.md"


class Shelf(Mapping[tuple[str, str], Story]):
    """(story id, language) -> story."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._young: dict[tuple[str, str], Story | None] = {}
        self._old: dict[tuple[str, str], Story | None] = {}

    def _find(self, key: tuple[str, str]) -> Story | None:
        try:
            return self._young[key]
        except KeyError:
            pass
        if key in self._old:
            story = self._old[key]
        else:
            parts = self._records.whole(path_of(*key))
            story = whole_story(*parts) if parts else None
        if len(self._young) >= AT_HAND:
            self._old, self._young = self._young, {}
        self._young[key] = story
        return story

    def forget(self, key: tuple[str, str]) -> None:
        """Fetch it anew the next time: it was read again."""
        self._young.pop(key, None)
        self._old.pop(key, None)

    def __getitem__(self, key: tuple[str, str]) -> Story:
        story = self._find(key)
        if story is None:
            raise KeyError(key)
        return story

    def __contains__(self, key: object) -> bool:
        return isinstance(key, tuple) and self._find(key) is not None

    def __iter__(self) -> Iterator[tuple[str, str]]:
        for _, data in self._records.data():
            yield data[0], data[1]

    def __len__(self) -> int:
        return sum(1 for _ in self)
