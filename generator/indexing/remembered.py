"""Indexes that fetch what is asked of them from the rows of the last build (see `index_rows`).

One edit needs a few dozen answers of the two hundred thousand that the indexes of 20,000 pages hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import fields
from functools import cached_property
from typing import Any

from generator.incremental.answers import Answers
from generator.indexing.index_rows import (
    APART,
    BY_ID,
    BY_ID_AND_TAG,
    INDEX,
    PAGE,
    PER_STORY,
    STORY,
    Row,
    load,
    page,
)
from generator.indexing.indexes import Indexes
from generator.model.page import Page


def remembered(answers: Answers) -> Indexes:
    """The indexes as they were computed last, fetched as they are asked for."""
    stories = _Rows(answers)
    values: dict[str, Any] = {}
    for each in fields(Indexes):
        if each.name in BY_ID:
            values[each.name] = _ByStory(stories, each.name, None)
        elif each.name in PER_STORY and each.name != "stale":
            values[each.name] = _ByStory(stories, each.name, 0 if each.name in BY_ID_AND_TAG else 1)
        elif each.name == "stale":
            values[each.name] = _Stale(stories)
        elif each.name == "pages":
            values[each.name] = _Pages(answers)
        elif each.name in APART:
            values[each.name] = () if each.name == "problems" else None
        elif str(each.type).startswith(("frozenset[", "Set[")):
            values[each.name] = _WholeSet(answers, each.name)
        else:
            values[each.name] = _Whole(answers, each.name)
    return Indexes(**values)


class _Rows:
    """Rows of stories, kept once fetched."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self._kept: dict[str, Row] = {}

    def row(self, story_id: str) -> Row:
        """A story's row; empty if there is none."""
        found = self._kept.get(story_id)
        if found is None:
            text = self.answers.get(f"{STORY}{story_id}")
            found = self._kept[story_id] = load(text) if text else {}
        return found

    def forget(self, story_id: str) -> None:
        """Fetch it anew the next time."""
        self._kept.pop(story_id, None)

    def all(self) -> Iterator[tuple[str, Row]]:
        """Every story's row."""
        for name, text in self.answers.below(STORY):
            yield name.removeprefix(STORY), load(text)


class _Lazy(Mapping[Any, Any]):
    """A mapping that has a way to get one value, and a dear one to list all."""

    def _get(self, key: Any) -> Any:
        """A value. Raises KeyError."""
        raise NotImplementedError

    def _all(self) -> Iterator[tuple[Any, Any]]:
        raise NotImplementedError

    def __getitem__(self, key: Any) -> Any:
        return self._get(key)

    def __iter__(self) -> Iterator[Any]:
        return (key for key, _ in self._all())

    def __len__(self) -> int:
        return sum(1 for _ in self._all())


class _ByStory(_Lazy):
    def __init__(self, rows: _Rows, name: str, at: int | None) -> None:
        """`at` is where in a key the id stands; None if it is the key."""
        self._rows, self._name, self._id_at = rows, name, at

    def _get(self, key: Any) -> Any:
        if self._id_at is None:
            return self._rows.row(key)[self._name]
        return self._rows.row(key[self._id_at])[self._name][key[1 - self._id_at]]

    def _all(self) -> Iterator[tuple[Any, Any]]:
        for story_id, row in self._rows.all():
            if self._name not in row:
                continue
            if self._id_at is None:
                yield story_id, row[self._name]
                continue
            for tag, value in row[self._name].items():
                yield ((story_id, tag) if self._id_at == 0 else (tag, story_id)), value


class _Stale(Set[tuple[str, str]]):
    def __init__(self, rows: _Rows) -> None:
        self._rows = rows

    def __contains__(self, key: object) -> bool:
        if not isinstance(key, tuple):
            return False
        story_id, tag = key
        return tag in self._rows.row(story_id).get("stale", ())

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((story_id, tag) for story_id, row in self._rows.all() for tag in row.get("stale", ()))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Pages(_Lazy):
    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    def _get(self, key: Any) -> Page:
        text = self._answers.get(f"{PAGE}{key}")
        if text is None:
            raise KeyError(key)
        return page(key, text)

    def _all(self) -> Iterator[tuple[str, Page]]:
        for name, text in self._answers.below(PAGE):
            output = name.removeprefix(PAGE)
            yield output, page(output, text)

    def __iter__(self) -> Iterator[str]:
        return (name.removeprefix(PAGE) for name, _ in self._answers.below(PAGE))


class _Whole(_Lazy):
    """An index that is loaded whole when the first page asks."""

    def __init__(self, answers: Answers, name: str) -> None:
        self._answers, self._name = answers, name

    @cached_property
    def _table(self) -> Any:
        text = self._answers.get(f"{INDEX}{self._name}")
        return dict(load(text)) if text else {}

    def _get(self, key: Any) -> Any:
        return self._table[key]

    def _all(self) -> Iterator[tuple[Any, Any]]:
        return iter(self._table.items())

    def __contains__(self, key: object) -> bool:
        return key in self._table


class _WholeSet(Set[Any]):
    """The same for an index without values."""

    def __init__(self, answers: Answers, name: str) -> None:
        self._answers, self._name = answers, name

    @cached_property
    def _set(self) -> frozenset[Any]:
        text = self._answers.get(f"{INDEX}{self._name}")
        return load(text) if text else frozenset()

    def __contains__(self, key: object) -> bool:
        return key in self._set

    def __iter__(self) -> Iterator[Any]:
        return iter(self._set)

    def __len__(self) -> int:
        return len(self._set)
