"""Everything that is declared once: settings, kinds, vocabularies, interface words, the theme chain."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from generator.incremental.entries import digest
from generator.incremental.stamps import Stamp
from generator.kinds import read_kinds
from generator.model.card import CardRecipe
from generator.model.config import Config
from generator.model.facts import Message, Vocabulary
from generator.model.geo import Geography
from generator.model.kind import BlockType, Kind
from generator.model.photo import Recipe
from generator.model.problem import N_, Location, Problem, problem
from generator.model.token import Token
from generator.reading.layout import LAND_PATH, MAP_PATH, SETTINGS_PATH, Place, SourceType
from generator.style_sheets import Sheets
from generator.theme_chain import read_statics, theme_chain

_KIND_PARTS = (
    "label",
    "plural",
    "intro",
    "segment",
    "fields",
    "order",
    "facets",
    "occurs",
    "group",
    "schema",
)


@dataclass
class Declared:
    """What the project declares. Without a config nothing else can be read."""

    config: Config | None = None
    kinds: dict[str, Kind] = field(default_factory=dict)
    vocabularies: dict[str, Vocabulary] = field(default_factory=dict)
    blocks: dict[str, BlockType] = field(default_factory=dict)
    messages: dict[str, dict[str, Message]] = field(default_factory=dict)
    chain: list[str] = field(default_factory=list)
    """The site's theme, its parent, the parent's parent, ..."""
    recipes: dict[str, Recipe] = field(default_factory=dict)
    card: CardRecipe | None = None
    geography: Geography | None = None
    templates: dict[str, str] = field(default_factory=dict)
    assets: dict[str, str] = field(default_factory=dict)
    statics: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Asset name -> the files of that name in the theme chain, the one that wins first."""
    tokens: dict[str, Token] = field(default_factory=dict)
    sheets: Sheets = field(default_factory=Sheets)
    """The theme's style sheets, if somebody asked for them."""
    problems: list[Problem] = field(default_factory=list)
    options: dict[str, str] = field(default_factory=dict)
    """Folder -> a name for all that the reading of its stories depends on."""
    stories: Container[tuple[str, str]] = frozenset()
    """(id, language) of every story file."""

    @property
    def by_folder(self) -> Mapping[str, Kind]:
        """Kinds by the folder their stories stand in."""
        return {kind.folder: kind for kind in self.kinds.values()}

    def source_of(self, place: Place) -> tuple[bool, str]:
        """Whether a story file holds its shared fields, and which file does."""
        assert self.config is not None
        order = (self.config.source_language, *self.config.tags)
        source = next((tag for tag in order if (place.name, tag) in self.stories), place.language)
        return source == place.language, f"content/{place.name}.{source}.md"

    @property
    def entries(self) -> dict[str, str]:
        """The facts of all declarations, by key."""
        return {key: digest(value) for key, value in self._named()}

    def _named(self) -> Iterator[tuple[str, object]]:
        if self.config is not None:
            for name in self.config.__dataclass_fields__:
                yield f"site#{name}", getattr(self.config, name)
        for kind in self.kinds.values():
            for name in _KIND_PARTS:
                yield f"kind:{kind.name}#{name}", getattr(kind, name)
        for vocabulary in self.vocabularies.values():
            for term in vocabulary.terms.values():
                yield f"term:{vocabulary.name}/{term.key}", term
        for block in self.blocks.values():
            yield f"block:{block.name}", block
        yield "card", self.card
        for recipe in self.recipes.values():
            yield f"recipe:{recipe.role}", recipe
        if self.geography is not None:
            yield "map", self.geography
        for token in self.tokens.values():
            yield f"token:{token.name}", token


def declared(
    places: Mapping[str, Place], stamps: Mapping[str, Stamp], read: Callable[[str], bytes]
) -> Declared:
    """Read all declarations. `read` gives a source's bytes."""
    from generator.reading.geography import read_land, read_map
    from generator.reading.settings import read_settings

    world = Declared()
    if SETTINGS_PATH not in places:
        world.problems.append(_no_settings())
        return world
    reading = Reading(places, read, world.problems)
    world.config = reading.one(read_settings, SETTINGS_PATH)
    if world.config is None:
        return world
    world.chain = chain = theme_chain(reading, world)
    read_statics(reading, world, chain)
    _read_blocks(reading, world, chain)
    read_kinds(reading, world)
    _read_vocabularies(reading, world)
    _read_messages(reading, world, chain)
    if MAP_PATH in places:
        world.geography = reading.one(read_map, MAP_PATH)
    if world.geography and LAND_PATH in places:
        world.geography = replace(world.geography, land=reading.one(read_land, LAND_PATH))
    for theme in reversed(chain):
        own = reading.named(SourceType.TEMPLATE, theme)
        # By its whole name, too: a theme's story.html may extend "base/story.html", which it hides.
        world.templates.update(own | {f"{theme}/{name}": path for name, path in own.items()})
    world.stories = frozenset(
        (place.name, place.language) for place in places.values() if place.type is SourceType.STORY
    )
    blocks = digest(sorted(world.blocks.items()))
    config = world.config
    for kind in world.kinds.values():
        world.options[kind.folder] = digest(
            (kind, blocks, config.tags, config.source_language, config.raw_html)
        )
    return world


T = TypeVar("T")


class Reading:
    """Reads declarations and gathers their Problems."""

    def __init__(
        self, places: Mapping[str, Place], read: Callable[[str], bytes], problems: list[Problem]
    ) -> None:
        self.places = places
        self._read = read
        self.problems = problems

    def one(self, reader: Callable[[str, str], tuple[T, tuple[Problem, ...]]], path: str) -> T:
        """What `reader` makes of a file's text."""
        from generator.reading.text import decode

        text, problems = decode(self._read(path), path)
        self.problems.extend(problems)
        found, problems = reader(text, path)
        self.problems.extend(problems)
        return found

    def named(self, type_: SourceType, owner: str = "") -> dict[str, str]:
        """Name -> path of the files of one type that belong to a theme, or to the site itself."""
        return {
            place.name: path
            for path, place in self.places.items()
            if place.type is type_ and place.owner == owner
        }


def _no_settings() -> Problem:
    return problem(
        "settings-missing",
        Location(SETTINGS_PATH),
        N_("There is no content/site.yaml."),
        N_("Every site needs one: its name, its address and its languages stand there."),
    )


def _read_blocks(reading: Reading, world: Declared, chain: Iterable[str]) -> None:
    """Blocks of the theme chain; a child's declaration wins."""
    from generator.reading.declarations import read_block_type

    paths: dict[str, str] = {}
    for theme in chain:
        paths = {**reading.named(SourceType.BLOCK, theme), **paths}
    for name, path in sorted(paths.items()):
        block = reading.one(read_block_type, path)
        if block is not None:
            world.blocks[name] = block


def _read_vocabularies(reading: Reading, world: Declared) -> None:
    """Vocabularies that the settings give a place on the site."""
    from generator.reading.declarations import read_vocabulary

    assert world.config is not None
    paths = reading.named(SourceType.VOCABULARY)
    for name, (label, segment) in world.config.vocabularies.items():
        if name not in paths:
            reading.problems.append(
                problem(
                    "vocabulary-missing",
                    Location(SETTINGS_PATH),
                    N_("There is no content/vocabularies/{name}.yaml."),
                    N_("Make the file, or remove {name} from vocabularies."),
                    name=name,
                )
            )
            continue
        terms = reading.one(read_vocabulary, paths[name]) or ()
        world.vocabularies[name] = Vocabulary(name, label, segment, {term.key: term for term in terms})


def _read_messages(reading: Reading, world: Declared, chain: Iterable[str]) -> None:
    """Interface words: the site's own before the theme's, the theme's before its parent's."""
    from generator.reading.catalogue import read_catalogue

    for owner in ("", *chain):
        for tag, path in reading.named(SourceType.CATALOGUE, owner).items():
            messages = reading.one(read_catalogue, path)
            world.messages[tag] = {**messages, **world.messages.get(tag, {})}
