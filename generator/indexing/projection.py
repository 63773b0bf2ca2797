"""What indexes may read of a story, and a name for it.

Most edits change no title, tag or date. A story's *mark* names all that indexes read of it; while no mark
changes, no index does, and none is computed. So indexes are handed stories without their long texts, and a
field that was left out says so when an index asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from sys import intern
from typing import Any, NoReturn

from generator.incremental.entries import digest
from generator.model.kind import FieldType, Kind
from generator.model.problem import Location
from generator.model.story import Reference, Story

_LEFT_OUT = frozenset({FieldType.MARKDOWN, FieldType.TEXT, FieldType.OPENING_HOURS})
_INDEXED = frozenset({"title", "summary", "menu", "menu_title", "author"})
"""Texts that indexes read all the same; so are those a kind is sorted by."""
_NOT_INDEXED = frozenset({"sources"})


class NotIndexedError(LookupError):
    """An index asked for a field it is not given. Let `projection.left_out` keep it."""


class _LeftOut:
    """Stands where a field was left out."""

    def _refuse(self, *_: object) -> NoReturn:
        raise NotIndexedError("this field is not given to indexes; see indexing/projection.py")

    __bool__ = __str__ = __repr__ = __iter__ = __len__ = __lt__ = __getitem__ = _refuse


LEFT_OUT = _LeftOut()


@lru_cache(maxsize=256)
def _left_out(fields: tuple[tuple[str, FieldType], ...], order: tuple[str, ...]) -> frozenset[str]:
    kept = _INDEXED.union(name.lstrip("-") for name in order)
    return frozenset(
        name for name, type_ in fields if (type_ in _LEFT_OUT and name not in kept) or name in _NOT_INDEXED
    )


def left_out(kind: Kind) -> frozenset[str]:
    """Names of the fields of a kind that no index reads."""
    return _left_out(tuple((field.name, field.type) for field in kind.fields), kind.order)


def project(story: Story, kind: Kind) -> tuple[list[Any], list[Any], str]:
    """A story as plain data in two parts, what indexes read and the rest, and the mark of the first."""
    without = left_out(kind)
    mine = {name: value for name, value in story.fields.items() if name not in without}
    rest = {name: value for name, value in story.fields.items() if name in without}
    references = [_plain(each) for each in story.references]
    light = [story.id, story.language, story.kind, story.path, mine, story.text_digest, references]
    light.append(list(story.anchors))
    return light, [rest, story.body_digest, story.words], _mark(story, mine)


def _mark(story: Story, mine: Mapping[str, Any]) -> str:
    fields = dict(mine)
    if "translation" in fields:
        # What a translation was made from is compared story by story, see `remembered.mended`.
        fields["translation"] = {**fields["translation"], "of": ""}
    # Lines move with every word written above them, and no index reads them.
    pointing = [(r.sort, r.target, r.fragment, r.field, r.kinds, r.described) for r in story.references]
    return digest((story.kind, sorted(fields.items()), pointing, story.anchors))


_DEFAULTS: list[Any] = ["", "", [], False]


def _plain(reference: Reference) -> list[Any]:
    """A reference as data. Its file is the story's; what stands at the end and says nothing is left out."""
    spot = reference.location
    rest = [reference.fragment, reference.field, list(reference.kinds), reference.described]
    while rest and rest[-1] == _DEFAULTS[len(rest) - 1]:
        rest.pop()
    return [reference.sort, reference.target, spot.line, spot.column, *rest]


def light_story(data: list[Any], missing: Mapping[str, Any]) -> Story:
    """A story as indexes read it. `missing` holds LEFT_OUT for each field of its kind that is left out."""
    story_id, language, kind, path, fields, marked, references, anchors = data
    pointing = tuple(_reference(path, each) for each in references)
    return Story(story_id, language, kind, path, {**missing, **fields}, marked, "", pointing, tuple(anchors))


def whole_story(data: list[Any], more: list[Any]) -> Story:
    """A story with all that its pages show; only its body is kept elsewhere."""
    story_id, language, kind, path, fields, marked, references, anchors = data
    rest, body_digest, words = more
    pointing = tuple(_reference(path, each) for each in references)
    return Story(
        story_id,
        language,
        kind,
        path,
        {**fields, **rest},
        marked,
        body_digest,
        pointing,
        tuple(anchors),
        words,
    )


def _reference(path: str, data: list[Any]) -> Reference:
    sort, target, line, column, *rest = data
    fragment, field, kinds, described = (*rest, *_DEFAULTS[len(rest) :])
    place = Location(path, line, column)
    return Reference(intern(sort), intern(target), place, fragment, field, tuple(kinds), described)
