"""From noticed sources to facts: what changed is read, the rest is remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.declared import Declared, declared
from generator.disk import Disk
from generator.gathered import DECLARED, facts_of, remember_declared, shape_of
from generator.incremental.entries import Delta, compare, digest, union
from generator.incremental.records import Encoded, Record, dump
from generator.incremental.stamps import Stamp
from generator.incremental.store import Store
from generator.indexing.projection import LEFT_OUT, left_out, light_story, project
from generator.model.facts import Facts, StoryKey
from generator.model.problem import N_, Location, Problem, problem
from generator.model.story import Story
from generator.noticing import Noticed
from generator.photo_library import read_library
from generator.reading.address_values import slugified
from generator.reading.layout import Place, SourceType, place_of
from generator.reading.suggest import closest
from generator.style_sheets import read_sheets
from generator.unreadable import file_problems
from generator.workers import worked

BATCH = 500
"""Records kept in memory before they go to the store."""


@dataclass
class Intake:
    """What came in."""

    facts: Facts | None
    """As pages see them."""
    light: Facts | None = None
    """As indexes see them, see `indexing.projection`; None if indexes are as they were."""
    problems: list[Problem] = field(default_factory=list)
    delta: Delta = frozenset()
    read: int = 0
    """Stories that were parsed."""
    shape: str = ""
    """Names everything besides stories that indexes depend on."""


def take_in(
    disk: Disk,
    store: Store,
    noticed: Noticed,
    progress: Callable[[str, int, int], None] | None = None,
    workers: int = 1,
) -> Intake:
    """Read declarations (few and small, always), then the stories that changed or whose kind did."""
    stamps = noticed.stamps
    places = {path: place_of(path) for path in sorted(stamps)}

    def read(path: str) -> bytes:
        return noticed.read(disk, path)

    world = declared(places, stamps, read)
    read_sheets(world, stamps, store, read)
    problems = [*world.problems, *file_problems(noticed)]
    if world.config is None:
        return Intake(None, problems=problems)
    library = read_library(places, noticed, store, world.config, read, progress)
    problems.extend(library.problems)
    files, misplaced = story_files(places, world)
    store.set_meta("misplaced", [each.to_data() for each in misplaced])
    problems.extend(misplaced)
    known = store.records.made_from()
    reading = Reading(disk, store, world, noticed)
    stale = [path for path in files if reading.made_from(path, files[path]) != known.get(path)]
    deltas = list(reading.stories({path: files[path] for path in stale}, progress, workers))
    forgotten = known.keys() - files.keys() - {DECLARED}
    deltas.extend(compare(entries, {}) for _, entries in store.records.before(forgotten).values())
    store.records.remove(forgotten)
    deltas.append(remember_declared(store, world, stamps))
    problems.extend(map(Problem.from_data, store.records.problems()))
    store.keep_memos((*library.memos, world.sheets.memo))
    facts = facts_of(world, library, stamps, store)
    return Intake(
        facts,
        replace(facts, stories=_light(store, world)),
        problems,
        union(deltas),
        len(stale),
        shape_of(facts),
    )


def _light(store: Store, world: Declared) -> dict[StoryKey, Story]:
    """All stories as indexes read them."""
    missing = {kind.name: dict.fromkeys(left_out(kind), LEFT_OUT) for kind in world.kinds.values()}
    found = {}
    for _, data in store.records.data():
        story = light_story(data, missing[data[2]])
        found[story.id, story.language] = story
    return found


class Reading:
    """Reads stories into the store."""

    def __init__(self, disk: Disk, store: Store, world: Declared, noticed: Noticed) -> None:
        self._disk = disk
        self._store = store
        self._world = world
        self._noticed = noticed
        self._stamps = noticed.stamps
        self.marks: dict[str, tuple[str, str]] = {}
        """Path -> mark before and after; empty if nothing could be read."""

    def made_from(self, path: str, place: Place) -> str:
        """A name for all that the reading of a story depends on."""
        is_source, source_path = self._world.source_of(place)
        folder = place.name.partition("/")[0]
        content = (self._noticed.fresh.get(path) or self._stamps[path]).digest
        return digest((content, self._world.options[folder], is_source, source_path))

    def stories(
        self,
        files: Mapping[str, Place],
        progress: Callable[[str, int, int], None] | None,
        workers: int = 1,
    ) -> Iterator[Delta]:
        """Read files; gives what moved."""
        noticed = self._noticed

        def read(path: str) -> tuple[Record, Stamp | None]:
            record = self._read(path, files[path])
            return record, noticed.fresh.get(path)  # a worker's discovery that a file changed meanwhile

        batch: dict[str, Record] = {}
        found = worked(read, files, workers, sort=lambda path: files[path].name.partition("/")[0])
        for number, (path, (record, fresh)) in enumerate(found, 1):
            if progress:
                progress("read", number, len(files))
            noticed.contents.pop(path, None)
            if fresh is not None:
                noticed.fresh[path] = fresh
            batch[path] = record
            if len(batch) == BATCH or number == len(files):
                before = self._store.records.before(batch)
                for each, record in batch.items():
                    mark, entries = before.get(each, ("", {}))
                    self.marks[each] = mark, record.mark
                    yield compare(entries, record.entries)
                self._store.records.save(batch)
                batch = {}

    def _read(self, path: str, place: Place) -> Record:
        from generator.reading.story_file import StoryOptions, read_story, story_entries

        world = self._world
        assert world.config is not None
        is_source, source_path = world.source_of(place)
        source = world.config.source_language
        kind = world.by_folder[place.name.partition("/")[0]]
        options = StoryOptions(
            id=place.name,
            language=place.language,
            kind=kind,
            is_source=is_source,
            source_path=source_path,
            languages=(source, *(tag for tag in world.config.tags if tag != source)),
            blocks=world.blocks,
            raw_html=world.config.raw_html,
        )
        content = self._noticed.read(self._disk, path)
        story, body, problems = read_story(content, path, options)
        made_from = self.made_from(path, place)
        found = [each.to_data() for each in problems]
        if story is None:
            return Record(made_from, None, {}, found)
        light, more, mark = project(story, kind)
        data, rest, text = (Encoded(dump(each)) for each in (light, more, body))
        return Record(made_from, data, story_entries(story), found, mark, rest, text)


def story_files(places: Mapping[str, Place], world: Declared) -> tuple[dict[str, Place], list[Problem]]:
    """Path -> place of every file that is a story of a known kind and language, and Problems of the rest."""
    assert world.config is not None
    folders = {kind.folder for kind in world.kinds.values()}
    tags = world.config.tags
    files, problems = {}, []
    for path, place in places.items():
        if place.type is not SourceType.STORY:
            continue
        folder = place.name.partition("/")[0]
        if folder not in folders:
            problems.append(_unknown_folder(path, folder, folders))
        elif (proper := slugified(place.name.partition("/")[2])) != place.name.partition("/")[2]:
            problems.append(_improper_name(path, place, proper, tags))
        elif place.language not in tags:
            problems.append(_unknown_language(path, place.language, tags))
        else:
            files[path] = place
    return files, problems


def _unknown_folder(path: str, folder: str, folders: Iterable[str]) -> Problem:
    meant = closest(folder, folders)
    hint = N_("Did you mean content/{meant}/?") if meant else N_("Stories stand in: {folders}")
    return problem(
        "unknown-folder",
        Location(path),
        N_("No kind of story is declared for the folder content/{folder}/."),
        hint,
        folder=folder,
        meant=meant,
        folders=", ".join(sorted(folders)),
    )


def _improper_name(path: str, place: Place, proper: str, tags: tuple[str, ...]) -> Problem:
    return problem(
        "file-name",
        Location(path),
        N_("A story's file name may hold small letters, digits and hyphens only: it becomes its address."),
        N_("Rename it, for instance: {example}"),
        example=f"{proper or 'my-story'}.{place.language or tags[0]}.md",
    )


def _unknown_language(path: str, language: str, tags: tuple[str, ...]) -> Problem:
    if not language:
        return problem(
            "language-missing",
            Location(path),
            N_("The file name does not say which language the story is in."),
            N_("Name it {example}."),
            example=path.rpartition("/")[2].removesuffix(".md") + f".{tags[0]}.md",
        )
    return problem(
        "unknown-language",
        Location(path),
        N_("{language} is not one of the site's languages."),
        N_("The languages are: {languages}. They are declared in content/site.yaml."),
        language=language,
        languages=", ".join(tags),
    )
