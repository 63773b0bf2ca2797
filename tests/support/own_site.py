"""The project's own site, rendered in memory: every page as bytes, no picture made, nothing written."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from generator import noticing
from generator.disk import FolderDisk
from generator.incremental.stamps import Stamps
from generator.incremental.store import Store
from generator.indexing.indexes import Indexes
from generator.making import renderer_of
from generator.model.facts import Facts
from generator.survey import SOURCES, Target, survey

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


class OwnSite:
    """What the project's content and theme come to at `NOW`."""

    def __init__(self) -> None:
        disk, store = FolderDisk(ROOT), Store(":memory:")
        try:
            seen = survey(disk, store, noticing.notice(disk, SOURCES, Stamps()), NOW, Target())
            assert seen.intake.facts is not None
            assert seen.indexes is not None
            assert not seen.result.errors, seen.result.problems
            facts = seen.intake.facts
            self.facts: Facts = replace(facts, stories=dict(facts.stories))
            self.indexes: Indexes = seen.indexes
            self.outputs: dict[str, bytes] = {}
            self.wants: set[tuple[str, str]] = set()
            renderer = renderer_of(disk.read, store, self.facts, self.indexes)
            for output, page in self.indexes.pages.items():
                made = renderer.render(page)
                assert not made.problems, made.problems
                self.outputs[output] = made.content
                self.wants |= made.wants
        finally:
            store.close()

    def html(self) -> dict[str, str]:
        """Output -> text of every HTML page."""
        return {
            output: content.decode() for output, content in self.outputs.items() if output.endswith(".html")
        }


@cache
def own_site() -> OwnSite:
    """The site; rendered once however many tests look at it."""
    return OwnSite()
