"""The whole build, readable as one page."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from datetime import datetime

from generator import noticing
from generator.disk import Disk
from generator.incremental.stamps import Stamps
from generator.incremental.store import Store
from generator.manifest import Manifest
from generator.model.problem import Problem, Severity
from generator.noticing import SourceChangedError
from generator.survey import (
    PUBLISHED,
    SOURCES,
    Progress,
    Result,
    Survey,
    Target,
    forget_store,
    open_store,
    survey,
)

PATIENCE = 5
"""How many sources may change while they are read before a build gives up."""


def build(
    disk: Disk,
    now: datetime,
    fingerprint: str,
    target: Target = PUBLISHED,
    progress: Progress | None = None,
) -> Result:
    """Bring the site up to date with its sources. `now` must be aware of its zone.

    `fingerprint` names the generator's own code and its dependencies: another one makes everything stale.
    Raises StoreBusyError if another build is at work, OSError if the disk does not let us,
    SourceChangedError if a source changes all the time.
    """
    distrusted: set[str] = set()
    while True:
        try:
            return _build(disk, now, fingerprint, target, progress, distrusted)
        except SourceChangedError as error:
            # Somebody saves while we read: look again, and at this file whatever its stamp says.
            if len(distrusted) == PATIENCE or error.path in distrusted:
                raise
            distrusted.add(error.path)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise  # the disk is full, or the file may not be written: forgetting would not help
            forget_store(disk, target.store)
            return _build(disk, now, fingerprint, target, progress, distrusted)


def _build(
    disk: Disk,
    now: datetime,
    fingerprint: str,
    target: Target,
    progress: Progress | None,
    distrusted: Collection[str],
) -> Result:
    store = open_store(disk, target.store, fingerprint)
    try:
        noticed = noticing.notice(disk, SOURCES, store.sources.load(), distrusted)
        site = store.site.load()
        broken, restamped = noticing.damaged(disk, target.site, site)
        if restamped:
            site = store.site.save(site.changed(restamped))
        manifest = Manifest(disk, target.manifest, store)
        strangers = manifest.strangers(site, target.site)
        # A preview's server has to know which pictures pages want, so it looks at everything once.
        if noticed.nothing and not broken and not strangers and _settled(store, now) and not target.drafts:
            if noticed.fresh:
                store.sources.save(noticed.stamps)
            if manifest.confirm() or noticed.fresh or restamped:
                store.commit()
            return _as_before(store)
        return _update(disk, store, noticed, site, broken, strangers, now, target, progress)
    finally:
        store.close()


def _settled(store: Store, now: datetime) -> bool:
    """True if the last build left nothing undone and no date has passed since."""
    indexed = store.meta("indexed")
    if not store.meta("settled") or indexed is None:
        return False
    due = indexed["due"]
    return datetime.fromisoformat(indexed["since"]) <= now and (
        due is None or datetime.fromisoformat(due) > now
    )


def _as_before(store: Store) -> Result:
    """What a build that has nothing to do says: the same as the last one."""
    problems = [Problem.from_data(data) for data in store.meta("problems") or ()]
    errors = any(problem.severity is Severity.ERROR for problem in problems)
    due = store.meta("indexed")["due"]
    return Result(problems=problems, pages=store.meta("pages"), due=due, published=not errors)


def _update(
    disk: Disk,
    store: Store,
    noticed: noticing.Noticed,
    site: Stamps,
    broken: set[str],
    strangers: list[str],
    now: datetime,
    target: Target,
    progress: Progress | None,
) -> Result:
    """Render what is stale, publish it if all went well, and remember."""
    seen = survey(disk, store, noticed, now, target, progress)
    result = seen.result
    if seen.indexes is not None and not result.errors:
        # Loaded late: a build that finds nothing changed imports none of Jinja2, Markdown, Babel, pydantic.
        from generator.making import make

        make(disk, store, seen, noticed, site, broken, strangers, target, progress)
    result.published = not result.errors
    if seen.indexes is not None:
        _remember(store, seen, noticed)
    return result


def _remember(store: Store, seen: Survey, noticed: noticing.Noticed) -> None:
    """Keep what was learned, in one transaction, after the outputs are in place."""
    result = seen.result
    store.sources.save(noticed.stamps)
    # What could not be published stays on the list of what the next build has to make good.
    store.set_meta("pending", [] if result.published else sorted(seen.delta))
    store.set_meta("published", result.published)
    store.set_meta("problems", [problem.to_data() for problem in result.problems])
    store.set_meta("settled", not noticed.doubled and not noticed.unreadable)
    store.commit()
