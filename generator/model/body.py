"""A story's text as parts. Links, figures and blocks stay open until a page is rendered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Html:
    """Finished HTML."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """An opening ``<a>`` that leads to a story. The link text and ``</a>`` follow as Html."""

    target: str
    """Story id, e.g. ``places/karnan``."""
    fragment: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A photo of the library, standing alone (figure) or in running text (inline)."""

    name: str
    alt: str = ""
    caption: str = ""
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block with its validated data."""

    name: str
    data: dict[str, Any] = field(default_factory=dict)


Part = Html | Link | Figure | Block
Body = tuple[Part, ...]

_FORMS: dict[str, type[Part]] = {"h": Html, "l": Link, "f": Figure, "b": Block}
_LETTERS = {form: letter for letter, form in _FORMS.items()}


def to_data(body: Body) -> list[list[Any]]:
    """The plain form that the store keeps: a letter, then the part's values."""
    return [
        [_LETTERS[type(part)], *(getattr(part, name) for name in part.__dataclass_fields__)] for part in body
    ]


def from_data(data: list[list[Any]]) -> Body:
    """The inverse of `to_data`."""
    return tuple(_FORMS[letter](*values) for letter, *values in data)
