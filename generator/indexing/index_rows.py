"""Indexes as rows of text: kept in the store, and compared to find what moved.

What belongs to one story stands in one row: texts, addresses, related stories and so on, in all languages.
Each page has a row, and every other index one for itself. An index that is added to `Indexes` needs nothing
here: it gets a row of its own, and is compared by the keys of `indexes.entries`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import fields
from datetime import datetime
from typing import Any

from generator.incremental.entries import Delta, Key
from generator.indexing.indexes import Indexes
from generator.model.page import Page, PageType
from generator.model.photo import Photo

Row = dict[str, Any]

BY_ID = ("texts", "languages")
"""Indexes whose keys are ids of stories."""
BY_ID_AND_TAG = ("addresses",)
BY_TAG_AND_ID = ("related", "mentions", "neighbours")
PER_STORY = (*BY_ID, *BY_ID_AND_TAG, *BY_TAG_AND_ID, "stale")
APART = ("problems", "due")
"""Not asked for by pages; the roof remembers them."""
STORY, PAGE, INDEX = "story:", "page:", "index:"


def rows_of(indexes: Indexes) -> dict[str, str]:
    """Every row of the indexes: name -> text."""
    rows = {f"{STORY}{story_id}": dump(row) for story_id, row in _stories(indexes).items()}
    rows.update((f"{PAGE}{output}", page_row(page)) for output, page in indexes.pages.items())
    for each in fields(indexes):
        if each.name not in (*PER_STORY, *APART, "pages"):
            value = getattr(indexes, each.name)
            pairs = list(value.items()) if isinstance(value, Mapping) else value
            rows[f"{INDEX}{each.name}"] = dump(pairs)
    return rows


def _stories(indexes: Indexes) -> dict[str, Row]:
    rows: dict[str, Row] = {story_id: {"texts": shown} for story_id, shown in indexes.texts.items()}
    for story_id, tags in indexes.languages.items():
        rows.setdefault(story_id, {})["languages"] = tags
    for name in (*BY_ID_AND_TAG, *BY_TAG_AND_ID):
        at = 0 if name in BY_ID_AND_TAG else 1
        for key, value in getattr(indexes, name).items():
            rows.setdefault(key[at], {}).setdefault(name, {})[key[1 - at]] = value
    for story_id, tag in sorted(indexes.stale):
        rows.setdefault(story_id, {}).setdefault("stale", []).append(tag)
    return rows


def page_row(page: Page) -> str:
    """A page as its row."""
    return dump([page.type, page.url, page.language, page.subject, page.text_language, page.number])


def moved(changes: Mapping[str, tuple[str | None, str | None]]) -> Delta:
    """The keys behind rows that differ, see `Answers.replace`."""
    keys: set[Key] = set()
    for name, (before, after) in changes.items():
        if name.startswith(STORY):
            old, new = (_story_entries(name.removeprefix(STORY), row) for row in (before, after))
            keys.update(key for key in old.keys() | new.keys() if old.get(key) != new.get(key))
        elif name.startswith(PAGE):
            keys.add(name)
    return frozenset(keys)


def _story_entries(story_id: str, text: str | None) -> dict[Key, Any]:
    """What a story's row says, by the key under which pages ask."""
    if text is None:
        return {}
    row: Row = json.loads(text)
    # The order in which languages are listed counts as well.
    said = [row.get("languages"), list(row.get("texts", {}).items())]
    found: dict[Key, Any] = {f"texts:{story_id}": said}
    found.update((f"url:{story_id}.{tag}", url) for tag, url in row.get("addresses", {}).items())
    for name in BY_TAG_AND_ID:
        found.update((f"{name}:{tag}/{story_id}", value) for tag, value in row.get(name, {}).items())
    found.update((f"stale:{story_id}.{tag}", True) for tag in row.get("stale", ()))
    return found


def mended(before: str | None, story_id: str, stale: Iterable[str]) -> tuple[str, Delta]:
    """A story's row with other translations out of date: its new text, and the keys that moved."""
    row: Row = json.loads(before) if before else {}
    row.pop("stale", None)
    if tags := sorted(stale):
        row["stale"] = tags
    after = dump(row)
    return after, moved({f"{STORY}{story_id}": (before, after)}) if after != before else frozenset()


def page(output: str, text: str) -> Page:
    """A page from its row."""
    type_, *rest = json.loads(text)
    return Page(output, PageType(type_), *rest)


# Values as text

_MARK = "\x00"
"""Begins the only key of an object that stands for a value JSON does not know."""


def dump(value: object) -> str:
    """Values of indexes as JSON; tuples come back as tuples."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_tagged)


def load(text: str) -> Any:
    """The inverse of `dump`."""
    return _frozen(json.loads(text))


def _tagged(value: object) -> Any:
    match value:
        case Photo():
            return {f"{_MARK}photo": value.to_data()}
        case Page():
            return {f"{_MARK}page": [value.output, *json.loads(page_row(value))]}
        case Set():
            return {f"{_MARK}set": sorted(value)}
        case datetime():
            return {f"{_MARK}datetime": value.isoformat()}
    raise TypeError(f"indexing/remembered.py cannot keep a {type(value).__name__}")


_UNTAGGED: dict[str, Callable[[Any], Any]] = {
    f"{_MARK}photo": Photo.from_data,
    f"{_MARK}page": lambda data: Page(data[0], PageType(data[1]), *data[2:]),
    f"{_MARK}set": lambda data: frozenset(map(_frozen, data)),
    f"{_MARK}datetime": datetime.fromisoformat,
}


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    if isinstance(value, dict):
        if len(value) == 1 and (rebuild := _UNTAGGED.get(next(iter(value)))):
            return rebuild(next(iter(value.values())))
        return {key: _frozen(each) for key, each in value.items()}
    return value
