"""Stories in order: by kind, by term, newest, featured, and who stands beside whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from generator.indexing.collation import collation
from generator.indexing.translations import Texts
from generator.model.facts import Facts
from generator.model.kind import FieldType, Kind
from generator.model.language import Language

Ids = tuple[str, ...]


def listed(facts: Facts, texts: Texts, language: Language) -> list[str]:
    """Ids that a reader of a language meets in listings, as kinds and the site's options say."""
    folders = {kind.folder for kind in facts.kinds.values() if kind.listing}
    return [
        story_id
        for story_id, shown in texts.items()
        if story_id.partition("/")[0] in folders
        and language.tag in shown
        and (facts.config.show_untranslated or shown[language.tag] == language.tag)
    ]


def in_kind_order(facts: Facts, texts: Texts, language: Language, kind: Kind, ids: Iterable[str]) -> Ids:
    """Ids sorted as the kind declares; ties by title, then id."""
    ordered = sorted(ids)
    for spec in reversed((*kind.order, "title")):
        descending, name = spec.startswith("-"), spec.lstrip("-")
        value = _value_of(facts, texts, language, kind, name)
        # Two stable passes: what has no value comes last in either direction.
        ordered.sort(key=lambda story_id: value(story_id)[1], reverse=descending)
        ordered.sort(key=lambda story_id: value(story_id)[0])
    return tuple(ordered)


def _value_of(
    facts: Facts, texts: Texts, language: Language, kind: Kind, name: str
) -> Callable[[str], tuple[bool, Any]]:
    """A field's sort value by story id, with whether it is missing."""
    field = kind.field(name)
    key = collation(language.base)
    choices = list(field.choices) if field and field.type is FieldType.CHOICE else []
    numeric = field is not None and field.type in (FieldType.NUMBER, FieldType.BOOLEAN)

    def value(story_id: str) -> tuple[bool, Any]:
        raw = shown_field(facts, texts, language, story_id, name)
        if raw is None:
            return True, 0 if choices or numeric else key("")
        if choices:
            return False, choices.index(raw) if raw in choices else len(choices)
        return False, raw if numeric else key(str(raw))

    return value


def shown_field(facts: Facts, texts: Texts, language: Language, story_id: str, name: str) -> Any:
    """A field as a reader of `language` meets it: the text's own, else the shared one of the source."""
    shown = texts[story_id]
    own = facts.stories[story_id, shown[language.tag]].fields.get(name)
    if own is not None:
        return own
    return source_field(facts, story_id, name)


def source_field(facts: Facts, story_id: str, name: str) -> Any:
    """A field of the story's source-language file."""
    for tag in (facts.config.source_language, *facts.config.tags):
        story = facts.stories.get((story_id, tag))
        if story is not None:
            return story.fields.get(name)
    return None


def newest(facts: Facts, ids: Iterable[str]) -> list[str]:
    """Ids by date, newest first; undated ones last; ties by id."""
    return sorted(sorted(ids), key=lambda story_id: source_field(facts, story_id, "date") or "", reverse=True)


def pages_of(ids: Sequence[str], size: int) -> list[Ids]:
    """Cut into pages; an empty listing has one empty page."""
    return [tuple(ids[start : start + size]) for start in range(0, len(ids), size)] or [()]


def neighbours(ids: Sequence[str]) -> dict[str, tuple[str | None, str | None]]:
    """Id -> (previous, next) in a listing."""
    return {
        story_id: (ids[at - 1] if at else None, ids[at + 1] if at + 1 < len(ids) else None)
        for at, story_id in enumerate(ids)
    }


def by_term(facts: Facts, ids: Iterable[str], vocabulary: str) -> dict[str, list[str]]:
    """Term -> ids in the given order. A term also holds what stands under the terms within it."""
    field_names = [
        (kind.folder, field.name, field.type is FieldType.LIST)
        for kind in facts.kinds.values()
        for field in kind.fields
        if (field.of if field.type is FieldType.LIST and field.of else field).vocabulary == vocabulary
    ]
    terms = facts.vocabularies[vocabulary].terms
    found: dict[str, list[str]] = defaultdict(list)
    for story_id in ids:
        folder = story_id.partition("/")[0]
        under: dict[str, None] = {}
        for kind_folder, name, many in field_names:
            if kind_folder == folder:
                value = source_field(facts, story_id, name)
                for term in value or () if many else (value,):
                    while term in terms and term not in under:
                        under[term] = None
                        term = terms[term].within
        for term in under:
            found[term].append(story_id)
    return found


def menus(facts: Facts, readable: set[str]) -> dict[str, Ids]:
    """Menu name -> ids of the stories that asked to be in it, in the order they asked for."""
    found: dict[str, list[tuple[float, str]]] = {}
    for story_id in readable:
        menu = source_field(facts, story_id, "menu")
        if menu:
            place = source_field(facts, story_id, "menu_order")
            found.setdefault(menu, []).append((float("inf") if place is None else place, story_id))
    return {menu: tuple(story_id for _, story_id in sorted(entries)) for menu, entries in found.items()}
