"""From noticed sources to facts: what changed is read, the rest is remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from generator.declared import Declared, declared
from generator.disk import Disk
from generator.incremental.entries import Delta, compare, digest, union
from generator.incremental.store import Record, Remembered, Store
from generator.model.facts import Facts, StoryKey
from generator.model.problem import N_, Location, Problem, problem
from generator.model.story import Story
from generator.noticing import Noticed
from generator.photo_library import read_library
from generator.reading.address_values import slugified
from generator.reading.layout import Place, SourceType, place_of
from generator.reading.suggest import closest

BATCH = 500
"""Bodies kept in memory before they go to the store."""

DECLARED = "declared"
"""Path under which the facts of all declarations are remembered together."""


@dataclass
class Intake:
    """What came in."""

    facts: Facts | None
    problems: list[Problem] = field(default_factory=list)
    records: dict[str, Record] = field(default_factory=dict)
    """New records only."""
    forgotten: set[str] = field(default_factory=set)
    """Paths whose records nobody needs any more."""
    delta: Delta = frozenset()
    bodies: set[str] = field(default_factory=set)
    """Digests of all bodies in use."""
    read: int = 0


def take_in(
    disk: Disk,
    store: Store,
    noticed: Noticed,
    progress: Callable[[str, int, int], None] | None = None,
) -> Intake:
    """Read declarations (few and small, always), then the stories that changed or whose kind did."""
    places = {path: place_of(path) for path in sorted(noticed.stamps)}
    known = dict(store.records())

    def read(path: str) -> bytes:
        content = noticed.contents.get(path)
        return disk.read(path) if content is None else content

    world = declared(places, noticed.stamps, read)
    problems = [*world.problems, *_file_problems(noticed)]
    if world.config is None:
        return Intake(None, problems)
    records = {DECLARED: Record("", None, world.entries, [])}
    stories: dict[StoryKey, Story] = {}
    bodies: dict[str, object] = {}
    library = read_library(places, noticed, store, world.config, read, progress)
    problems.extend(library.problems)
    wanted = set(library.memos)
    files, misplaced = story_files(places, world)
    problems.extend(misplaced)
    stale = [
        path for path in files if _made_from(path, files[path], world, noticed) != _known_from(known, path)
    ]
    for number, path in enumerate(stale, 1):
        if progress:
            progress("read", number, len(stale))
        record, body_digest, body = _read(path, files[path], world, noticed, read)
        noticed.contents.pop(path, None)
        records[path] = record
        if body_digest:
            bodies[body_digest] = body
        if len(bodies) >= BATCH:
            store.set_memos(bodies)
            bodies.clear()
    store.set_memos(bodies)
    for path in files:
        kept: Record | Remembered = records.get(path) or known[path]
        problems.extend(Problem.from_data(data) for data in kept.problems)
        if kept.data is not None:
            story = Story.from_data(kept.data)
            stories[story.id, story.language] = story
            wanted.add(story.body_digest)
    forgotten = known.keys() - files.keys() - {DECLARED}
    before = store.entries([*forgotten, *stale, DECLARED])
    after = {path: record.entries for path, record in records.items()}
    deltas = [compare(before.get(path, {}), after.get(path, {})) for path in before.keys() | after.keys()]
    theme_files = (*world.templates.values(), *world.assets.values())
    facts = Facts(
        config=world.config,
        kinds=world.kinds,
        vocabularies=world.vocabularies,
        blocks=world.blocks,
        stories=stories,
        photos=library.photos,
        photo_names=library.names,
        recipes=world.recipes,
        geography=world.geography,
        imaging=library.version,
        messages=world.messages,
        templates=world.templates,
        assets=world.assets,
        digests={path: noticed.stamps[path].digest for path in theme_files},
    )
    return Intake(facts, problems, records, forgotten, union(deltas), wanted, len(stale))


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


def _made_from(path: str, place: Place, world: Declared, noticed: Noticed) -> str:
    """A name for all that the reading of a story depends on."""
    is_source, source_path = world.source_of(place)
    folder = place.name.partition("/")[0]
    return digest((noticed.stamps[path].digest, world.options[folder], is_source, source_path))


def _known_from(known: Mapping[str, Remembered], path: str) -> str:
    return known[path].made_from if path in known else ""


def _read(
    path: str, place: Place, world: Declared, noticed: Noticed, read: Callable[[str], bytes]
) -> tuple[Record, str, object]:
    """Read one story; gives its record, and its body by digest."""
    from generator.reading.story_file import StoryOptions, read_story, story_entries

    assert world.config is not None
    is_source, source_path = world.source_of(place)
    source = world.config.source_language
    folder = place.name.partition("/")[0]
    options = StoryOptions(
        id=place.name,
        language=place.language,
        kind=world.by_folder[folder],
        is_source=is_source,
        source_path=source_path,
        languages=(source, *(tag for tag in world.config.tags if tag != source)),
        blocks=world.blocks,
        raw_html=world.config.raw_html,
    )
    story, body, problems = read_story(read(path), path, options)
    made_from = _made_from(path, place, world, noticed)
    found = [each.to_data() for each in problems]
    if story is None:
        return Record(made_from, None, {}, found), "", None
    return Record(made_from, story.to_data(), story_entries(story), found), story.body_digest, body


def _file_problems(noticed: Noticed) -> list[Problem]:
    """Files that cannot be read, and pairs whose names differ only in how letters are composed."""
    unreadable = [
        problem(
            "unreadable",
            Location(path),
            N_("The file cannot be read: {reason}"),
            N_("Check that it is a file and that you may read it."),
            reason=reason,
        )
        for path, reason in sorted(noticed.unreadable.items())
    ]
    doubled = [
        problem(
            "name-twice",
            Location(path),
            N_("Two files have this name; one of them was written on a Mac, with accents as separate signs."),
            N_("Rename or delete one of them."),
        )
        for path in sorted(noticed.doubled)
    ]
    return unreadable + doubled
