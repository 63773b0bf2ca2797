"""Events of PyYAML's parser -> plain data, marks and the written form of what is no text."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from typing import Any

from yaml import events

from generator.model.problem import Location, Problem
from generator.reading import yaml_refusals as refusals
from generator.reading.key_paths import Marks, item_path
from generator.reading.yaml_anchors import Anchored, Anchors
from generator.reading.yaml_scalars import is_not_finite, resolve
from generator.reading.yaml_scene import forbidden_start

MAX_NODES = 10_000
MAX_DEPTH = 50

_HASHTAG = re.compile(r"[ \t]#(?=[^\s#!])")
_SPACE = re.compile(r"[ \t]*(?=[ \t])")
# "!!str" before a value says what quotation marks say; every other tag asks for something to be made.
_TEXT_TAG = "tag:yaml.org,2002:str"


class _Frame:
    """A list or mapping that is being read."""

    __slots__ = (
        "anchor",
        "awaits_key",
        "container",
        "deepest",
        "is_flow",
        "key",
        "mark",
        "nodes",
        "path",
        "raw",
    )

    def __init__(self, container: Any, path: str, event: Any, nodes: int, raw: int) -> None:
        self.container = container
        self.path = path
        self.key = ""
        self.awaits_key = type(container) is dict
        self.anchor: str | None = event.anchor
        self.mark = event.start_mark
        self.is_flow: bool = event.flow_style
        self.nodes = nodes
        """Nodes of the whole text before this one."""
        self.raw = raw
        """Raw entries before those of this one."""
        self.deepest = 0
        """Levels below this one."""


class RefusedError(Exception):
    """Reading cannot go on; carries the Problem."""

    def __init__(self, reason: Problem) -> None:
        super().__init__(reason.code)
        self.reason = reason


class Reader:
    """Takes events one by one; then `data`, `marks`, `raw` and `problems` are what they said.

    An alias shares its value with the anchor and has no marks below its own; but its nodes count again.
    """

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.data: Any = None
        self.marks: Marks = {"": Location(path, first_line, 1)}
        self.raw: list[tuple[str, str]] = []
        self.problems: list[Problem] = []
        self.last: Any = None
        """The last event taken."""
        self._text = text
        self._path = path
        self._first_line = first_line
        self._stack: list[_Frame] = []
        self._nodes = 0
        self._documents = 0
        self._anchors = Anchors()
        self._has_hashtags = _HASHTAG.search(text) is not None

    @cached_property
    def _lines(self) -> list[str]:
        return self._text.split("\n")

    @property
    def open_bracket(self) -> Any:
        """Mark of the innermost ``[`` or ``{`` that is not closed yet, or None."""
        return next((frame.mark for frame in reversed(self._stack) if frame.is_flow), None)

    def take(self, event: Any) -> None:
        """Take the next event. Raises RefusedError for what no reading can follow."""
        self.last = event
        kind = type(event)
        if kind is events.ScalarEvent:
            self._scalar(event)
        elif kind is events.MappingStartEvent:
            self._begin({}, event)
        elif kind is events.SequenceStartEvent:
            self._begin([], event)
        elif kind is events.MappingEndEvent or kind is events.SequenceEndEvent:
            self._end()
        elif kind is events.AliasEvent:
            self._alias(event)
        elif kind is events.DocumentStartEvent:
            self._documents += 1
            if self._documents == 2:
                raise RefusedError(refusals.several_documents(self._here(event.start_mark)))

    def finish(self) -> None:
        """Say what can be said only at the end: anchors nobody used were meant as text."""
        self.problems += map(self._forbidden, self._anchors.unused())

    def _scalar(self, event: Any) -> None:
        here = self._here(event.start_mark)
        self._count(1, here)
        if self._stack and self._stack[-1].awaits_key:
            self._key(self._stack[-1], event, here)
            return
        text: str = event.value
        value: Any = text
        if event.tag is not None and event.tag != _TEXT_TAG:
            self._refuse_tag(event.tag, here)
        if not event.style and event.tag != _TEXT_TAG:
            value = resolve(text)
            if self._has_hashtags:
                self._check_comment(event)
            if type(value) is not str:
                self.raw.append((self._next_path(), text))
            elif is_not_finite(text):
                self.problems.append(refusals.not_finite(text, here))
        if event.anchor is not None:
            raw = [] if type(value) is str else [("", text)]
            self._anchors.declare(event.anchor, here)
            self._anchors.fill(event.anchor, Anchored(value, raw=raw))
        self._put(value, here)

    def _key(self, frame: _Frame, event: Any, here: Location) -> None:
        key: str = event.value if event.value.isascii() else unicodedata.normalize("NFC", event.value)
        frame.key = key
        frame.awaits_key = False
        mark = f"{item_path(frame.path, key)}:key"
        if event.anchor is not None:
            self._anchors.declare(event.anchor, here)
            self._anchors.fill(event.anchor, Anchored(key))
        if key in frame.container:
            self.problems.append(refusals.duplicate_key(key, self.marks[mark].line, here))
        self.marks[mark] = here

    def _next_path(self) -> str:
        """The path of the value that comes next."""
        if not self._stack:
            return ""
        frame = self._stack[-1]
        if type(frame.container) is dict:
            return item_path(frame.path, frame.key)
        return f"{frame.path}[{len(frame.container)}]"

    def _put(self, value: Any, here: Location) -> None:
        self.marks[self._next_path()] = here
        if not self._stack:
            self.data = value
            return
        frame = self._stack[-1]
        if type(frame.container) is dict:
            frame.container[frame.key] = value
            frame.awaits_key = True
        else:
            frame.container.append(value)

    def _begin(self, container: Any, event: Any) -> None:
        here = self._here(event.start_mark)
        before = self._nodes
        self._count(1, here)
        if self._stack and self._stack[-1].awaits_key:
            raise RefusedError(refusals.odd_key(here))
        if len(self._stack) >= MAX_DEPTH:
            raise RefusedError(refusals.too_deep(MAX_DEPTH, here))
        if event.tag is not None:
            self._refuse_tag(event.tag, here)
        if event.anchor is not None:
            self._anchors.declare(event.anchor, here)
        frame = _Frame(container, self._next_path(), event, before, len(self.raw))
        self._put(container, here)
        self._stack.append(frame)

    def _end(self) -> None:
        frame = self._stack.pop()
        depth = frame.deepest + 1
        if self._stack:
            self._stack[-1].deepest = max(self._stack[-1].deepest, depth)
        if frame.anchor is not None:
            raw = [(path[len(frame.path) :], text) for path, text in self.raw[frame.raw :]]
            self._anchors.fill(frame.anchor, Anchored(frame.container, self._nodes - frame.nodes, depth, raw))

    def _alias(self, event: Any) -> None:
        here = self._here(event.start_mark)
        if any(frame.anchor == event.anchor for frame in self._stack):
            raise RefusedError(refusals.recursion(event.anchor, here))
        found = self._anchors.use(event.anchor)
        if found is None:
            self.problems.append(self._forbidden(here))
            found = Anchored(None)
        self._count(found.nodes, here)
        if len(self._stack) + found.depth > MAX_DEPTH:
            raise RefusedError(refusals.too_deep(MAX_DEPTH, here))
        if self._stack and self._stack[-1].awaits_key:
            raise RefusedError(refusals.odd_key(here))
        if self._stack:
            self._stack[-1].deepest = max(self._stack[-1].deepest, found.depth)
        path = self._next_path()
        self.raw += [(path + below, text) for below, text in found.raw]
        self._put(found.value, here)

    def _here(self, mark: Any) -> Location:
        return Location(self._path, mark.line + self._first_line, mark.column + 1)

    def _count(self, nodes: int, here: Location) -> None:
        self._nodes += nodes
        if self._nodes > MAX_NODES:
            raise RefusedError(refusals.too_many(MAX_NODES, here))

    def _refuse_tag(self, tag: str, here: Location) -> None:
        local = tag.startswith("!")
        self.problems.append(self._forbidden(here) if local else refusals.foreign_tag(tag, here))

    def _check_comment(self, event: Any) -> None:
        """An unquoted value followed by a hashtag has lost it."""
        end = event.end_mark
        space = _SPACE.match(self._text, end.index)
        found = _HASHTAG.match(self._text, space.end()) if space else None
        if found and event.value:
            column = end.column + found.end() - end.index
            self.problems.append(refusals.hashtag(Location(self._path, end.line + self._first_line, column)))

    def _forbidden(self, here: Location) -> Problem:
        return forbidden_start(here, self._lines[here.line - self._first_line])
