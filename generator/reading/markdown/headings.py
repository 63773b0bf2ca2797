"""Ids of headings: stable, readable in an address, and once each on a page."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple
from xml.etree.ElementTree import Element

from generator.model.problem import N_, Location, Problem, Severity, problem

TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_FOLDED = str.maketrans({"å": "a", "ä": "a", "ö": "o", "æ": "ae", "ø": "o"})
_BETWEEN = re.compile(r"[\W_]+")
_DROPPED = re.compile("['’‘]")
_EXPLICIT = re.compile(r"\s*\{#([^{}]*)\}[ \t]*$")
_USABLE = re.compile(r"[^\W_][\w-]*")
_LONGEST = 80


def slugify(text: str) -> str:
    """The id for a heading's text: letters of any script and digits, lower case, joined by hyphens.

    Scandinavian letters become the ones people type in addresses (``å ä`` a, ``ö ø`` o, ``æ`` ae).
    """
    text = _DROPPED.sub("", unicodedata.normalize("NFC", text).lower()).translate(_FOLDED)
    if text and max(text) >= "\u0300":
        # Marks belong to the letter before them: without them Hindi and vowelled Arabic would fall apart.
        text = "".join(each if unicodedata.category(each)[0] in "LMN" else "-" for each in text)
        slug = re.sub("-+", "-", text).strip("-")
    else:
        slug = _BETWEEN.sub("-", text).strip("-")
    if len(slug) > _LONGEST:
        slug = slug[: slug.rfind("-", 0, _LONGEST + 1)] if "-" in slug[:_LONGEST] else slug[:_LONGEST]
    return slug or "section"


def split_id(text: str) -> tuple[str, str | None]:
    """``Title {#id}`` -> the title and the id; None when none is given."""
    found = _EXPLICIT.search(text) if text.rstrip().endswith("}") else None
    return (text[: found.start()], found[1].strip()) if found else (text, None)


def is_usable(id_: str) -> bool:
    """Whether an id may be written as it is: letters, digits, hyphens and underscores."""
    return _USABLE.fullmatch(id_) is not None


class Ids:
    """The ids given on a page, blocks included."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}
        self.anchors: list[str] = []
        """Ids of headings, in the order of the page."""

    @property
    def all(self) -> frozenset[str]:
        """Every id given so far."""
        return frozenset(self._taken)

    def reserve(self, id_: str) -> bool:
        """Take an id as it is; False when it is taken already."""
        if id_ in self._taken:
            return False
        self._taken.add(id_)
        return True

    def claim(self, slug: str) -> str:
        """The id for a slug: the slug itself, or with ``-2``, ``-3`` ... after it."""
        if self.reserve(slug):
            return slug
        number = self._next.get(slug, 2)
        while not self.reserve(f"{slug}-{number}"):
            number += 1
        self._next[slug] = number + 1
        return f"{slug}-{number}"


class Heading(NamedTuple):
    """What a heading becomes in the page."""

    tag: str
    id: str
    problems: list[Problem]


class Headings:
    """The headings of one text."""

    def __init__(self, ids: Ids) -> None:
        self.last = ""
        """Id of the last one; empty before the first."""
        self._ids = ids
        self._given: dict[Element, str] = {}

    def reserve(self, root: Element) -> None:
        """Ids that writers chose come first, so that no heading above takes one away."""
        for element in root.iter():
            if element.tag in TAGS:
                id_ = split_id(element.text or "")[1]
                if id_ is not None and is_usable(id_) and self._ids.reserve(id_):
                    self._given[element] = id_

    def settle(self, element: Element, plain: str, location: Location) -> Heading:
        """Tag and id of a heading whose text is `plain`."""
        problems = []
        tag, given = element.tag, self._given.get(element)
        written = split_id(element.text or "")[1]
        if tag == "h1":
            tag = "h2"
            problems.append(
                problem(
                    "heading-level",
                    location,
                    N_("Headings in a text begin with ##: only the page's title is of the first level."),
                    N_("Write ## {title}."),
                    Severity.WARNING,
                    title=plain[:60],
                )
            )
        if written is not None and given is None:
            problems.append(
                problem(
                    "heading-id",
                    location,
                    N_("The heading's id {id} stands on this page already.")
                    if is_usable(written)
                    else N_("{id} cannot be the id of a heading."),
                    N_("Use letters, digits and hyphens, and each id once, for example {example}."),
                    id=f"#{written}",
                    example=f"{{#{slugify(written or plain)}}}",
                )
            )
        self.last = given or self._ids.claim(slugify(written or plain))
        self._ids.anchors.append(self.last)
        return Heading(tag, self.last, problems)
