"""The part of a link after its text: ``(target "title")``, as it is written.

Source: CommonMark 0.31, section 6.3, with two differences. Parentheses in a target nest once, which is what
addresses of encyclopedias need; and a target may contain spaces, so that ``(my file.md)`` is reported as an
address that leads nowhere instead of silently staying text. All patterns are possessive: none backtracks.
"""

from __future__ import annotations

import re
from collections.abc import Container
from html import unescape
from typing import NamedTuple

_TITLE = (
    r"(?:\"(?P<double>(?:[^\"\\]|\\.)*+)\"|'(?P<single>(?:[^'\\]|\\.)*+)'|\((?P<round>(?:[^()\\]|\\.)*+)\))"
)
_TARGET = re.compile(
    r"\(\s*+"
    r"(?:<(?P<angled>(?:[^<>\n\\]|\\.)*+)>|(?P<bare>(?!<)(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*+\)|\\)*+))"
    rf"(?:\s++{_TITLE})?+"
    r"\s*+\)",
    re.DOTALL,
)
_SPACED = re.compile(r"\(([^()<>\n\"]{1,300}+)\)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


class Target(NamedTuple):
    """Where a link leads, as written and with escapes undone."""

    value: str
    title: str
    end: int
    """Position after the closing parenthesis."""


def unescaped(text: str) -> str:
    """The text with backslash escapes and entities undone."""
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    return unescape(text) if "&" in text else text


def target_at(text: str, position: int) -> Target | None:
    """The target that begins with the parenthesis at `position`, if there is one."""
    if not text.startswith("(", position):
        return None
    found = _TARGET.match(text, position)
    if found:
        title = found["double"] or found["single"] or found["round"] or ""
        value = found["angled"] if found["angled"] is not None else found["bare"]
        return Target(unescaped(value), " ".join(unescaped(title).split()), found.end())
    spaced = _SPACED.match(text, position)
    return Target(unescaped(spaced[1].strip()), "", spaced.end()) if spaced else None


def label_of(text: str) -> str:
    """A reference's label, comparable: ``[My  Page]`` and ``[my page]`` mean the same."""
    return " ".join(text.split()).lower()


_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999}+)\]", re.DOTALL)


class Use(NamedTuple):
    """A reference-style address: ``[text][label]``, ``[label][]`` or ``[label]``."""

    label: str
    defined: bool
    explicit: bool
    """A label stands in brackets of its own, so that it was surely meant as one."""
    end: int


def use_at(text: str, start: int, end: int, known: Container[str]) -> Use | None:
    """The use whose text stands between `start` and `end`, where its closing bracket is."""
    found = _LABEL.match(text, end + 1)
    explicit = found is not None and bool(found[1].strip())
    if found is not None and explicit:
        label = label_of(found[1])
    elif end - start > 999:
        return None
    else:
        label = label_of(text[start:end])
    after = found.end() if found is not None else end + 1
    if label in known:
        return Use(label, True, explicit, after)
    return Use(label, False, True, after) if explicit else None
