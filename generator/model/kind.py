"""The content model: kinds of stories and their fields, declared once in ``content/kinds/``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.language import Words


class FieldType(StrEnum):
    """What a field may hold. The stored form stands beside each; all are plain JSON data."""

    TEXT = "text"  # str, one line or more, no Markdown
    SLUG = "slug"  # str, part of an address
    MARKDOWN = "markdown"  # body parts (see model.body)
    DATE = "date"  # "2026-11-23"
    DATETIME = "datetime"  # ISO 8601 with offset
    NUMBER = "number"  # int or float
    BOOLEAN = "boolean"
    CHOICE = "choice"  # key of `choices`
    TERM = "term"  # key of the vocabulary
    URL = "url"
    EMAIL = "email"
    LANGUAGES = "languages"  # list of language tags
    POINT = "point"  # {"lat", "lon", "accuracy", "source"}
    OPENING_HOURS = "opening_hours"  # {"weekly": {"mon": [["08:00", "17:00"]]}, "exceptions": [...]}
    PHOTO = "photo"  # {"name", "alt"?, "caption"?}
    RELATION = "relation"  # story id
    LIST = "list"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind or a block."""

    name: str
    type: FieldType
    required: bool = False
    translatable: bool = False
    """True: each language has its own. False: it stands once, in the source-language file."""
    label: Words = field(default_factory=dict)
    help: Words = field(default_factory=dict)
    of: Field | None = None
    """What a list holds."""
    fields: tuple[Field, ...] = ()
    """What an object holds."""
    choices: Mapping[str, Words] = field(default_factory=dict)
    to: tuple[str, ...] = ()
    """Kinds a relation may lead to; empty means any."""
    vocabulary: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A field by which readers narrow a kind's listing."""

    name: str
    segment: Words = field(default_factory=dict)
    """Part of the address per language; made of the field's label where it is not said."""
    pages: bool = True
    """False: its values have no pages of their own, and links lead to those of the terms."""


@dataclass(frozen=True, slots=True)
class Occurs:
    """The fields that say when stories of a kind take place."""

    start: str
    end: str = ""
    all_day: str = ""
    """A yes-or-no field: the clock of start and end means nothing."""
    repeats: str = ""
    """A group of fields that say how it comes back, see `indexing.recurrence.Repeats`."""
    skips: str = ""
    """A list of days on which it does not."""


@dataclass(frozen=True, slots=True)
class Property:
    """What a field is in schema.org's words."""

    name: str
    """``foundingDate``"""
    type: str = ""
    """Of the node its value is wrapped in, such as ``PostalAddress``; empty: the value stands alone."""
    value: str = ""
    """Of a wrapped value that is one: the property it becomes, such as ``streetAddress``."""
    properties: Mapping[str, str] = field(default_factory=dict)
    """Of a wrapped object: its fields' properties."""


@dataclass(frozen=True, slots=True)
class Schema:
    """How stories of a kind are told to machines, in the words of schema.org."""

    type: str = "Article"
    page: str = ""
    """What a page about such a thing is, such as ``ProfilePage``; empty: the story is itself the work."""
    properties: Mapping[str, Property] = field(default_factory=dict)
    """By field."""
    also: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Field -> its value -> a further type."""
    instead: Mapping[str, Schema] = field(default_factory=dict)
    """Field -> what holds in place of all this where the field is true."""

    def field_of(self, property_: str) -> str | None:
        """The field that becomes a property, or None."""
        return next((name for name, said in self.properties.items() if said.name == property_), None)


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of story. `fields` holds the common fields first, then its own."""

    name: str
    folder: str
    label: Words
    plural: Words
    segment: Words
    """Part of the address per language; empty: stories stand directly under the language."""
    fields: tuple[Field, ...]
    intro: Words = field(default_factory=dict)
    schema: Schema = field(default_factory=Schema)
    order: tuple[str, ...] = ("title",)
    """Fields its listing is sorted by; ``-`` in front reverses."""
    listing: bool = True
    facets: tuple[Facet, ...] = ()
    occurs: Occurs | None = None
    """None: its stories do not pass."""
    group: str = ""
    """A field of choices; its listing is shown in groups, in the order of the choices."""

    def field(self, name: str) -> Field | None:
        """The field of that name, if there is one."""
        return next((each for each in self.fields if each.name == name), None)


@dataclass(frozen=True, slots=True)
class BlockType:
    """A block writers may use in Markdown; declared by the theme beside its template."""

    name: str
    label: Words
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a vocabulary."""

    key: str
    name: Words
    within: str = ""


def leaves(field_: Field, value: object, path: str) -> Iterator[tuple[str, Field, object]]:
    """Walk a stored value down to what is neither list nor object.

    Yields ``(path, field, value)`` with paths such as ``sources[0].url``.
    """
    if value is None:
        return
    if field_.type is FieldType.LIST and field_.of is not None and isinstance(value, list):
        for position, item in enumerate(value):
            yield from leaves(field_.of, item, f"{path}[{position}]")
    elif field_.type is FieldType.OBJECT and isinstance(value, dict):
        for inner in field_.fields:
            yield from leaves(inner, value.get(inner.name), f"{path}.{inner.name}")
    else:
        yield path, field_, value
