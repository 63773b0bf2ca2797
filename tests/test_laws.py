"""Laws that no other test holds: a parse knows only its bytes; views give out only views and leaves."""

from __future__ import annotations

import builtins
import io
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from generator.incremental.tracker import Tracker
from generator.indexing.indexes import build_indexes
from generator.model.kind import BlockType, Field, FieldType, Kind
from generator.reading.story_file import StoryOptions, read_story
from generator.rendering.environment import RecordingEnvironment
from generator.rendering.look import Look
from generator.rendering.page_view import PageView
from generator.rendering.story_view import StoryView
from generator.rendering.views import SiteView
from tests.indexing.test_indexes import NOW
from tests.support.facts import facts, story

STORY = b"---\ntitle: T\n---\n\n[x](places/b) and *y*\n\n```note\ntext: z\n```\n"


def test_a_parse_knows_only_its_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading a story opens no file, asks no clock and gives the same twice, whatever was read before."""
    title = Field("title", FieldType.TEXT, required=True, translatable=True)
    note = BlockType("note", {}, (Field("text", FieldType.TEXT),))
    options = StoryOptions(
        "places/a", "sv", Kind("place", "places", {}, {}, {}, (title,)), True, "", ("sv",), {"note": note}
    )
    first = read_story(STORY, "content/places/a.sv.md", options)

    def refuse(*_: object, **__: object) -> Any:
        raise AssertionError("a parse looked at the world")

    read_story(STORY.replace(b"title", b"titel"), "content/places/z.sv.md", options)
    for module, name in (
        (builtins, "open"),
        (io, "open"),
        (os, "stat"),
        (os, "scandir"),
        (Path, "read_bytes"),
    ):
        monkeypatch.setattr(module, name, refuse)
    second = read_story(STORY, "content/places/a.sv.md", options)
    monkeypatch.undo()

    assert first == second
    assert first.story is not None


LEAVES = (str, int, float, bool, type(None), Markup, date)


def strangers(value: Any, path: str, depth: int = 0) -> Iterator[str]:
    """Whatever can be reached from a view and is neither a leaf, nor a list or dict of such, nor a view."""
    if isinstance(value, LEAVES) or depth > 4:
        return
    if isinstance(value, dict):
        for key, each in value.items():
            yield from strangers(each, f"{path}[{key!r}]", depth + 1)
    elif isinstance(value, list | tuple):
        for at, each in enumerate(value):
            yield from strangers(each, f"{path}[{at}]", depth + 1)
    elif type(value).__module__.startswith("generator.rendering."):
        for name in dir(value):
            if not name.startswith("_"):
                found = getattr(value, name)
                if not callable(found):
                    yield from strangers(found, f"{path}.{name}", depth + 1)
    else:
        yield f"{path}: {type(value).__name__}"


def test_views_give_out_views_and_leaves() -> None:
    """No object of the model can be reached from a template, where a look at it would not be recorded."""
    world = facts(
        story("places/a", tags=["sea"], area="north", phase="after", date="2026-01-02"),
        story("places/a", "en", translation={"by": "human", "of": "x"}),
        story("places/b", points_at=("places/a",), sources=[{"title": "S", "url": "https://example.org"}]),
    )
    indexes = build_indexes(world, NOW)
    page = indexes.pages["en/places/a/index.html"]
    look = Look(world, indexes, lambda _: (), world.config.by_tag["en"], Tracker())
    environment = RecordingEnvironment(world, lambda _: "")
    environment.words.look = look
    site = SiteView(look, page.url)
    view = StoryView(look, "places/a", lambda name, variables: "")

    assert list(strangers(view, "story")) == []
    assert list(strangers(site, "site")) == []
    assert list(strangers(PageView(look, page, site, view), "page")) == []


def test_the_watch_over_views_can_fail() -> None:
    """A raw object behind a view is found."""
    assert list(strangers({"a": [object()]}, "x")) == ["x['a'][0]: object"]
