"""What was declared and read, gathered into one value, and the names of its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from generator.declared import Declared
from generator.incremental.entries import Delta, compare, digest
from generator.incremental.records import Record
from generator.incremental.stamps import Stamp
from generator.incremental.store import Store
from generator.model.facts import Facts
from generator.photo_library import Library
from generator.shelf import Shelf

DECLARED = "declared"
"""Path under which the facts of all declarations are remembered together."""


def facts_of(world: Declared, library: Library, stamps: Mapping[str, Stamp], store: Store) -> Facts:
    """Everything that was read, with stories fetched from the store as pages ask for them."""
    assert world.config is not None
    return Facts(
        config=world.config,
        kinds=world.kinds,
        vocabularies=world.vocabularies,
        blocks=world.blocks,
        stories=Shelf(store.records),
        photos=library.photos,
        photo_names=library.names,
        recipes=world.recipes,
        card=world.card,
        geography=world.geography,
        imaging=library.version,
        messages=world.messages,
        templates=world.templates,
        assets=world.sheets.published(world.assets),
        sheets=world.sheets.texts,
        tokens=world.tokens,
        digests=published_digests(world, stamps),
    )


def published_digests(world: Declared, stamps: Mapping[str, Stamp]) -> dict[str, str]:
    """Path -> digest of a theme's file as pages or browsers get it."""
    digests = {path: stamps[path].digest for path in (*world.templates.values(), *world.assets.values())}
    return digests | world.sheets.digests(world.assets)


_NOT_SHAPE = (  # what only pages read
    "stories",
    "messages",
    "templates",
    "digests",
    "photos",
    "photo_names",
    "imaging",
    "sheets",
    "tokens",
)


def shape_of(facts: Facts) -> str:
    """A name for all that indexes depend on besides stories and pictures.

    What templates, style sheets and interface words say is no part of it: only pages read that.
    """
    parts = [(each.name, getattr(facts, each.name)) for each in fields(facts) if each.name not in _NOT_SHAPE]
    assets = sorted((name, facts.digests[path]) for name, path in facts.assets.items())
    return digest((parts, sorted(facts.templates), assets))


def remember_declared(store: Store, world: Declared, stamps: Mapping[str, Stamp]) -> Delta:
    """Keep the facts of all declarations, and find which of them moved."""
    found = dict(world.entries)
    for tag, messages in world.messages.items():
        found.update((f"string:{tag}/{text}", digest(said)) for text, said in messages.items())
    digests = published_digests(world, stamps)
    for sort, files in (("template", world.templates), ("asset", world.sheets.published(world.assets))):
        found.update((f"{sort}:{name}", digests[path]) for name, path in files.items())
    _, before = store.records.before([DECLARED]).get(DECLARED, ("", {}))
    moved = compare(before, found)
    if moved or not before:
        store.records.save({DECLARED: Record("", None, found, [])})
    return moved
