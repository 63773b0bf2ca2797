"""A look at all sources: what is there, what changed, what is wrong. Nothing is made here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from generator import noticing
from generator.disk import Disk
from generator.incremental import staleness
from generator.incremental.entries import Delta, compare, union
from generator.incremental.store import Store, StoreError
from generator.model.photo import Gallery
from generator.model.problem import Problem, Severity, in_order

if TYPE_CHECKING:
    # Loaded late in the functions that need them: a build that finds nothing changed imports none of
    # Jinja2, Markdown, Babel and pydantic.
    from generator.indexing.indexes import Indexes
    from generator.intake import Intake
    from generator.searching import Searchable

Progress = Callable[[str, int, int], None]
"""Told the phase, how much of it is done, and how much there is."""

SOURCES = ("content", "themes", "assets")
CACHE = "build/cache"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a build goes. A preview shows drafts and stands beside the published site."""

    site: str = "build/site"
    store: str = f"{CACHE}/store.db"
    staging: str = f"{CACHE}/staging"
    manifest: str = f"{CACHE}/outputs.txt"
    drafts: bool = False
    workers: int = 1
    """Processes that may read and render at the same time. What comes out does not depend on it."""
    linger: float = 1.0
    """Seconds that assets stay which no page names any more, for visitors who just got the page before."""


PUBLISHED = Target()
PREVIEW = Target(
    "build/preview",
    f"{CACHE}/preview.db",
    f"{CACHE}/preview-staging",
    f"{CACHE}/preview-outputs.txt",
    drafts=True,
    linger=0,
)


@dataclass
class Result:
    """What a build did."""

    problems: list[Problem] = field(default_factory=list)
    made: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Output rendered -> why."""
    written: int = 0
    """Outputs whose bytes are new; a page may be rendered again and come out the same."""
    removed: list[str] = field(default_factory=list)
    pages: int = 0
    read: int = 0
    """Sources that were parsed."""
    steady: bool = False
    """True if nothing that was edited moved an index, so that none was computed."""
    due: str | None = None
    """When something is published or taken off next, ISO 8601."""
    published: bool = True
    gallery: Gallery = field(default_factory=Gallery)
    """The library as it is shown; a preview makes pictures of it when they are asked for."""
    searchable: Mapping[str, Searchable] = field(default_factory=dict)
    """Language tag -> what can be searched; a preview makes an index of it when it is asked for."""

    @property
    def alarms(self) -> int:
        """How many problems were met by publishing without what they are about."""
        return sum(problem.severity is Severity.ALARM for problem in self.problems)

    @property
    def errors(self) -> int:
        """How many problems keep the site from being published."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)


def forget_store(disk: Disk, location: str) -> None:
    """Remove a store with what SQLite keeps beside it."""
    for ending in ("", "-wal", "-shm"):
        disk.remove(location + ending)


def open_store(disk: Disk, location: str, fingerprint: str) -> Store:
    """The store, emptied of what another generator remembered; a damaged one is replaced."""
    try:
        store = Store(disk.database(location))
    except StoreError:
        forget_store(disk, location)
        store = Store(disk.database(location))
    if store.meta("fingerprint") != fingerprint:
        store.forget()
        store.set_meta("fingerprint", fingerprint)
    return store


@dataclass
class Survey:
    """What a look at all sources shows, before anything is made."""

    intake: Intake
    result: Result
    indexes: Indexes | None = None
    delta: Delta = frozenset()


def survey(
    disk: Disk,
    store: Store,
    noticed: noticing.Noticed,
    now: datetime,
    target: Target,
    progress: Progress | None = None,
) -> Survey:
    """Read what changed and find what moved since the last build.

    What is learned goes to the store, and lasts if the store is committed.
    """
    from generator.intake import take_in
    from generator.steady import steady_intake

    pending = frozenset(store.meta("pending") or ())
    short = steady_intake(disk, store, noticed, now)
    if short is not None and short.facts is not None:
        from generator.indexing.remembered import remembered

        result = Result(read=short.read, problems=in_order(short.problems), steady=True)
        result.pages, result.due = store.meta("pages"), store.meta("indexed")["due"]
        return Survey(short, result, remembered(store.answers), short.delta | pending)
    intake = take_in(disk, store, noticed, progress, target.workers)
    if short is not None:
        intake.read += short.read
        intake.delta |= short.delta
    result = Result(read=intake.read, problems=in_order(intake.problems))
    if intake.facts is None or intake.light is None:
        # Without settings there are no languages and no addresses: nothing can be said about the rest.
        return Survey(intake, result)
    return _index(store, intake, result, pending, now, target)


def _index(
    store: Store, intake: Intake, result: Result, pending: Delta, now: datetime, target: Target
) -> Survey:
    """Compute all indexes and find what moved in them."""
    from generator.indexing.index_rows import moved, rows_of
    from generator.indexing.indexes import build_indexes, entries

    assert intake.light is not None
    indexes = build_indexes(intake.light, now, drafts=target.drafts)
    index_entries = entries(intake.light, indexes)
    deltas = [intake.delta, compare(store.meta("entries") or {}, index_entries), pending]
    deltas.append(moved(store.answers.replace(rows_of(indexes))))
    result.problems = in_order([*intake.problems, *indexes.problems])
    result.pages = len(indexes.pages)
    result.due = indexes.due.astimezone(UTC).isoformat() if indexes.due else None
    store.set_meta("entries", index_entries)
    store.set_meta("index-problems", [each.to_data() for each in indexes.problems])
    store.set_meta("pages", result.pages)
    store.set_meta("indexed", {"shape": intake.shape, "since": now.isoformat(), "due": result.due})
    return Survey(intake, result, indexes, union(deltas))


def survey_of(
    disk: Disk, now: datetime, target: Target = PUBLISHED, progress: Progress | None = None
) -> Survey:
    """The sources as they are now; nothing is made and nothing remembered.

    Of the stories only what indexes read is at hand: `intake.light`.
    """
    store = Store(":memory:")
    try:
        noticed = noticing.notice(disk, SOURCES, store.sources.load())
        return survey(disk, store, noticed, now, target, progress)
    finally:
        store.close()


def why(
    disk: Disk, now: datetime, fingerprint: str, output: str, target: Target = PUBLISHED
) -> dict[str, Any] | None:
    """Why an output was made the last time, what would make it again now, and what it looked at.

    None if it was never made.
    """
    store = open_store(disk, target.store, fingerprint)
    try:
        made = store.outputs.made(output)
        if made is None:
            return None
        noticed = noticing.notice(disk, SOURCES, store.sources.load())
        seen = survey(disk, store, noticed, now, target)
        site = store.site.load()
        broken, _ = noticing.damaged(disk, target.site, site.only([output]))
        trace = store.outputs.unpack(made.trace)
        reasons = staleness.stale([output], {output: trace} if trace else {}, seen.delta, broken)
        return {
            "output": output,
            "made_because": list(made.reasons),
            "stale_because": sorted(reasons.get(output, ())),
            "looked_at": list(trace),
        }
    finally:
        store.close()
