"""Stories that have a place on the map, and those that ought to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.indexing.listings import source_field
from generator.model.facts import Facts
from generator.model.kind import FieldType


def position_fields(facts: Facts) -> Mapping[str, str]:
    """Folder -> the field that says where its stories are, of kinds that have one."""
    return {
        kind.folder: field.name
        for kind in facts.kinds.values()
        for field in reversed(kind.fields)
        if field.type is FieldType.POINT
    }


def position(facts: Facts, story_id: str) -> Mapping[str, Any] | None:
    """Where a story is: ``{"lat", "lon", "accuracy"?, "source"?}``."""
    name = position_fields(facts).get(story_id.partition("/")[0])
    found: Mapping[str, Any] | None = source_field(facts, story_id, name) if name else None
    return found


def located(facts: Facts, ids: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(ids with a position, ids without one), sorted; the latter of kinds in which others have one."""
    fields = position_fields(facts)
    placed, missing, kinds = [], [], set()
    for story_id in sorted(ids):
        folder = story_id.partition("/")[0]
        if folder in fields:
            if source_field(facts, story_id, fields[folder]):
                placed.append(story_id)
                kinds.add(folder)
            else:
                missing.append(story_id)
    return tuple(placed), tuple(each for each in missing if each.partition("/")[0] in kinds)
