"""The short road: what was edited moves no index, so none is computed and no other story is loaded.

Indexes are functions of the stories' marks, of the *shape* (settings, kinds, vocabularies, which templates
and files there are), of the library, and of the time. While none of those differs, they are as remembered.
What depends on the text of a single story, whether its translations are older than it, is mended here.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

from generator.declared import Declared, declared
from generator.disk import Disk
from generator.gathered import facts_of, remember_declared, shape_of
from generator.incremental.entries import Delta, union
from generator.incremental.store import Store
from generator.indexing.index_rows import STORY, mended
from generator.indexing.references import TRANSLATION_CODES, check_translations
from generator.indexing.translations import stale_translations
from generator.intake import Intake, Reading
from generator.model.facts import Facts
from generator.model.problem import Problem
from generator.noticing import Noticed
from generator.photo_library import remembered_library
from generator.reading.layout import SourceType, place_of
from generator.shelf import path_of
from generator.style_sheets import read_sheets

_SHARED = (SourceType.SETTINGS, SourceType.KIND, SourceType.VOCABULARY, SourceType.CATALOGUE)
_THEMES = (SourceType.THEME, SourceType.BLOCK, SourceType.TEMPLATE, SourceType.ASSET)


def steady_intake(disk: Disk, store: Store, noticed: Noticed, now: datetime) -> Intake | None:
    """What came in; without facts if indexes may have moved, and everything has to be looked at.

    What was read is in the store either way, and what moved is in the delta, so nothing is read again.
    None if nothing was read.
    """
    remembered = store.meta("indexed")
    if remembered is None or not _in_time(remembered, now) or not _only_edits(store, noticed):
        return None
    stamps = noticed.stamps
    # Stories end in .md, and nothing else that is read does.
    places = {path: place_of(path) for path in sorted(stamps) if not path.endswith(".md")}
    world = declared(places, stamps, lambda path: noticed.read(disk, path))
    if world.config is None:
        return None
    read_sheets(world, stamps, store, lambda path: noticed.read(disk, path))
    world.stories = _Known(store)
    library = remembered_library(store)
    facts = facts_of(world, library, stamps, store)
    shape = shape_of(facts)
    if shape != remembered["shape"]:
        return None
    return _edits(disk, store, noticed, world, facts, [*world.problems, *library.problems], shape)


def _in_time(remembered: dict[str, str | None], now: datetime) -> bool:
    """True if no date has passed since indexes were computed, in either direction."""
    since, due = remembered["since"], remembered["due"]
    return bool(since and datetime.fromisoformat(since) <= now) and not (
        due and datetime.fromisoformat(due) <= now
    )


def _only_edits(store: Store, noticed: Noticed) -> bool:
    """True if the same files are there, and pictures are as they were."""
    if noticed.added or noticed.gone or noticed.doubled or noticed.unreadable:
        return False
    for path in noticed.changed:
        type_ = place_of(path).type
        if type_ is SourceType.STORY and path not in store.records:
            return False
        if type_ in (SourceType.PHOTO, SourceType.SIDECAR):
            return False
    return True


class _Known:
    """Which story files there are, as the store knows them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __contains__(self, key: object) -> bool:
        return isinstance(key, tuple) and path_of(*key) in self._store.records


def _edits(
    disk: Disk,
    store: Store,
    noticed: Noticed,
    world: Declared,
    facts: Facts,
    problems: list[Problem],
    shape: str,
) -> Intake | None:
    files = {path: place_of(path) for path in sorted(noticed.changed)}
    stories = {path: place for path, place in files.items() if place.type is SourceType.STORY}
    kept = [Problem.from_data(data) for data in store.meta("index-problems")]
    if any(each.location.path in stories and each.code not in TRANSLATION_CODES for each in kept):
        # It points at something that is not there, and the line may have moved.
        return None
    reading = Reading(disk, store, world, noticed)
    deltas = list(reading.stories(stories, None))
    if any(before != after or not after for before, after in reading.marks.values()):
        return Intake(None, delta=union(deltas), read=len(stories))
    deltas.append(remember_declared(store, world, noticed.stamps))
    deltas.append(_mend_translations(store, facts, {place.name for place in stories.values()}, kept))
    problems.extend(map(Problem.from_data, store.meta("misplaced")))
    problems.extend(map(Problem.from_data, store.meta("index-problems")))
    problems.extend(map(Problem.from_data, store.records.problems()))
    return Intake(facts, problems=problems, delta=union(deltas), read=len(stories), shape=shape)


def _visible(row: str | None) -> tuple[str, ...]:
    """The languages a story can be read in, from its row."""
    return tuple(json.loads(row).get("languages", ())) if row else ()


def _mend_translations(store: Store, facts: Facts, edited: set[str], kept: list[Problem]) -> Delta:
    """Say anew which translations of some stories are older than their source."""
    deltas = []
    for story_id in sorted(edited):
        keys = [(story_id, tag) for tag in facts.config.tags]
        part = replace(facts, stories={key: facts.stories[key] for key in keys if key in facts.stories})
        name = f"{STORY}{story_id}"
        row = store.answers.get(name)
        languages = {story_id: _visible(row)}
        if not languages[story_id]:
            continue
        stale = stale_translations(part, languages)
        after, moved = mended(row, story_id, (tag for _, tag in stale))
        store.answers.update({name: after})
        deltas.append(moved)
        paths = {story.path for story in part.stories.values()}
        kept = [
            each for each in kept if each.code not in TRANSLATION_CODES or each.location.path not in paths
        ]
        kept.extend(check_translations(part, languages, stale))
    store.set_meta("index-problems", [each.to_data() for each in kept])
    return union(deltas)
