"""Beginning a story: a file in which every field of its kind is explained."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from generator.declared import declared
from generator.disk import Disk
from generator.incremental.stamps import Stamp
from generator.model.kind import Field, FieldType, Kind
from generator.model.language import Words
from generator.model.problem import N_
from generator.reading.address_values import slugified
from generator.reading.layout import place_of
from generator.reading.suggest import closest

_FOLDED = str.maketrans({"å": "a", "ä": "a", "ö": "o", "æ": "ae", "ø": "o", "é": "e", "ü": "u"})


class CannotBeginError(Exception):
    """The story cannot be begun. `message` says why: a gettext id with ``{name}`` slots for `values`."""

    def __init__(self, message: str, **values: str) -> None:
        super().__init__(message.format_map(values))
        self.message = message
        self.values = values


def begin_story(
    disk: Disk, kind_name: str, title: str, tag: str | None, key: str | None, words_in: str, today: date
) -> str:
    """Write the file of a new story and return its path. `words_in` is the language of the explanations.

    Raises CannotBeginError for an unknown kind or language, and if the file is there already.
    """
    places = {path: place_of(path) for folder in ("content", "themes") for path, _ in disk.scan(folder)}
    stamps: dict[str, Stamp] = {}
    world = declared(places, stamps, disk.read)
    if world.config is None:
        raise CannotBeginError(N_("content/site.yaml cannot be read; pulsen check says why."))
    kind = world.kinds.get(kind_name) or next(
        (each for each in world.kinds.values() if kind_name in (each.folder, *each.label.values())), None
    )
    if kind is None:
        meant = closest(kind_name, world.kinds)
        message = (
            N_("There is no kind {name}. Did you mean {meant}? Kinds: {known}")
            if meant
            else N_("There is no kind {name}. Kinds: {known}")
        )
        raise CannotBeginError(message, name=kind_name, meant=meant, known=", ".join(sorted(world.kinds)))
    tag = tag or world.config.source_language
    if tag not in world.config.tags:
        raise CannotBeginError(
            N_("{tag} is not one of the site's languages: {tags}"), tag=tag, tags=", ".join(world.config.tags)
        )
    key = key or slugified(title.lower().translate(_FOLDED))
    if not key:
        raise CannotBeginError(
            N_('No file name can be made from "{title}". Name the file yourself with --key.'), title=title
        )
    path = f"content/{kind.folder}/{key}.{tag}.md"
    if disk.stat(path) is not None:
        raise CannotBeginError(N_("{path} is there already."), path=path)
    is_source = not any(
        place.name == f"{kind.folder}/{key}" and place.language == world.config.source_language
        for place in places.values()
    )
    text = "\n".join(_lines(kind, title, words_in, today, is_source))
    disk.write(path, text.encode("utf-8"))
    return path


def _lines(kind: Kind, title: str, words_in: str, today: date, is_source: bool) -> Iterator[str]:
    yield "---"
    for field in kind.fields:
        if not (is_source or field.translatable) or field.name == ("translation" if is_source else ""):
            continue
        yield f"# {_in(field.label, words_in) or field.name}" + _explanation(field, words_in)
        filled = {"title": json.dumps(title, ensure_ascii=False), "draft": "true", "date": today.isoformat()}
        if field.name in filled:
            yield f"{field.name}: {filled[field.name]}"
        elif field.required:
            yield f"{field.name}: {_example(field)}"
        else:
            yield f"#{field.name}: {_example(field)}"
    yield "---"
    yield ""
    yield "..."
    yield ""


def _explanation(field: Field, words_in: str) -> str:
    help_ = _in(field.help, words_in)
    return f": {help_}" if help_ else ""


def _in(words: Words, language: str) -> str:
    return words.get(language) or words.get("en") or next(iter(words.values()), "")


_EXAMPLES = {
    FieldType.TEXT: '"..."',
    FieldType.MARKDOWN: '"..."',
    FieldType.SLUG: "a-short-name",
    FieldType.DATE: "2026-11-23",
    FieldType.DATETIME: "2026-11-23T18:00:00+01:00",
    FieldType.NUMBER: "1",
    FieldType.BOOLEAN: "true",
    FieldType.URL: "https://example.org",
    FieldType.EMAIL: "name@example.org",
    FieldType.LANGUAGES: "[sv, en]",
    FieldType.POINT: '{lat: 56.05, lon: 12.69, accuracy: 50, source: "..."}',
    FieldType.OPENING_HOURS: '{weekly: {mon: "08:00-17:00"}}',
    FieldType.PHOTO: "name-of-a-picture",
    FieldType.TERM: "word",
}


def _example(field: Field) -> str:
    """A value of the right form."""
    if field.type is FieldType.LIST and field.of is not None:
        return f"[{_example(field.of)}]"
    if field.type is FieldType.OBJECT:
        return "{" + ", ".join(f"{inner.name}: {_example(inner)}" for inner in field.fields) + "}"
    if field.type is FieldType.CHOICE:
        return " | ".join(field.choices) if not field.required else next(iter(field.choices))
    if field.type is FieldType.RELATION:
        return "folder/name"
    return _EXAMPLES[field.type]
