"""Narrowing a listing: under which values of its facets each story falls, and which of them get a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.indexing.addresses import path, plain
from generator.indexing.listings import source_field
from generator.model.facts import Facts
from generator.model.kind import Facet, Field, FieldType, Kind
from generator.model.language import Language, Words, word
from generator.reading.address_values import slugified

YES = "yes"
"""The only value of a yes-or-no field that sorts: what is not known to be so is not "no"."""
LEAST = 2
"""Stories that a value needs for a page of its own."""
AT_ONCE = 400
"""Stories of a kind that a browser may fetch to narrow the listing at once."""

Values = tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
"""((field, ((value, number of stories), ...)), ...) in the order readers see them."""


def inner(field: Field) -> Field:
    """The field whose values sort: of a list what it holds, of a group its first field."""
    if field.type is FieldType.LIST and field.of is not None:
        return inner(field.of)
    if field.type is FieldType.OBJECT and field.fields:
        return field.fields[0]
    return field


def _said(field: Field, value: Any) -> Iterator[str]:
    if value is None:
        return
    if field.type is FieldType.LIST and field.of is not None:
        for each in value:
            yield from _said(field.of, each)
    elif field.type is FieldType.OBJECT:
        # A feature that somebody looked for and did not find is no feature.
        flags = (value.get(each.name) for each in field.fields if each.type is FieldType.BOOLEAN)
        if False not in flags:
            yield from _said(field.fields[0], value.get(field.fields[0].name))
    elif field.type is FieldType.BOOLEAN:
        if value:
            yield YES
    elif field.type is FieldType.LANGUAGES:
        yield from value
    else:
        yield value


def values_of(facts: Facts, kind: Kind, facet: Facet, story_id: str) -> tuple[str, ...]:
    """The values of a facet under which a story falls; a term stands under those it is within, too."""
    field = kind.field(facet.name)
    if field is None:
        return ()
    found: dict[str, None] = {}
    sorting = inner(field)
    vocabulary = facts.vocabularies.get(sorting.vocabulary)
    for value in _said(field, source_field(facts, story_id, field.name)):
        if sorting.type is not FieldType.TERM:
            found[value] = None
            continue
        while vocabulary and value in vocabulary.terms and value not in found:
            found[value] = None
            value = vocabulary.terms[value].within
    return tuple(found)


def _order(facts: Facts, field: Field) -> Sequence[str]:
    """All values a facet can have, in the order of their declaration; empty if it is open."""
    sorting = inner(field)
    if sorting.type is FieldType.TERM and sorting.vocabulary in facts.vocabularies:
        return list(facts.vocabularies[sorting.vocabulary].terms)
    if sorting.type is FieldType.LANGUAGES:
        return facts.config.tags
    return list(sorting.choices)


def sorted_stories(facts: Facts, kind: Kind, ids: Iterable[str]) -> Mapping[tuple[str, str], list[str]]:
    """(field, value) -> ids in the given order; facets and values in the order readers see them."""
    found: dict[tuple[str, str], list[str]] = {}
    for facet in kind.facets:
        own: dict[str, list[str]] = {}
        for story_id in ids:
            for value in values_of(facts, kind, facet, story_id):
                own.setdefault(value, []).append(story_id)
        field = kind.field(facet.name)
        order = {value: at for at, value in enumerate(_order(facts, field))} if field else {}
        for value in sorted(own, key=lambda value: (order.get(value, len(order)), value)):
            found[facet.name, value] = own[value]
    return found


def narrow(facts: Facts, kind: Kind, ids: Sequence[str]) -> tuple[Values, dict[str, list[str]]]:
    """Values in use with their numbers, and ``kind/field/value`` -> ids of those that have a page.

    A value that all stories share narrows nothing, and one that few share is no page worth finding.
    """
    under = sorted_stories(facts, kind, ids)
    values: dict[str, list[tuple[str, int]]] = {}
    for (field, value), found in under.items():
        values.setdefault(field, []).append((value, len(found)))
    paged = {facet.name for facet in kind.facets if facet.pages}
    with_pages = {
        f"{kind.name}/{field}/{value}": found
        for (field, value), found in under.items()
        if field in paged and LEAST <= len(found) < len(ids)
    }
    return tuple((field, tuple(each)) for field, each in values.items()), with_pages


def _label_segment(label: Words, language: Language, source: str, key: str) -> str:
    """A label as part of an address; Latin letters are kept to, as addresses are copied and read aloud."""
    for text in (word(label, language, source), label.get("en", ""), key):
        segment = slugified(plain(text.casefold()))
        if segment and segment.isascii():
            return segment
    return slugified(key)


def facet_address(
    facts: Facts, kind: Kind, field_name: str, value: str, language: Language, number: int = 1
) -> str:
    """Address of a page of a facet: ``/sv/platser/gratis/`` or ``/sv/platser/omrade/raa/``.

    Terms and languages stand one level deeper: an area is often called like a story in it.
    """
    field = kind.field(field_name)
    assert field is not None
    facet = next(each for each in kind.facets if each.name == field_name)
    source = facts.config.source_language
    segment = kind.segment.get(language.tag)
    segments = [language.prefix, word(kind.segment, language, source) if segment is None else segment]
    own = facet.segment.get(language.tag) or _label_segment(field.label, language, source, field_name)
    sorting = inner(field)
    if sorting.type is FieldType.BOOLEAN:
        segments.append(own)
    elif sorting.type is FieldType.CHOICE:
        segments.append(_label_segment(sorting.choices.get(value, {}), language, source, value))
    else:
        segments += [own, value.lower()]
    return path(*segments, str(number) if number > 1 else "")
