"""A field's value as schema.org wants it, by the type of the field and the property it becomes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.indexing.addresses import absolute
from generator.indexing.publication import moment
from generator.model.kind import Field, FieldType, Property, Schema
from generator.model.language import word
from generator.rendering.linked_data.script import Node
from generator.rendering.look import Look

EXACT = 100
"""Metres. A position that is less certain says where the neighbourhood is, not the thing, and is not told."""
_DAYS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
DAYS = {day: f"https://schema.org/{name}" for day, name in _DAYS.items()}
"""Our short names of days -> schema.org's."""
_YEARS = frozenset({"birthDate", "deathDate", "foundingDate", "dissolutionDate"})


def schema_of(look: Look, story_id: str) -> Schema:
    """What a story is: its kind's mapping, or the one that holds instead where a field is true."""
    kind = look.kind(story_id)
    look.saw(f"kind:{kind.name}#schema")
    for name, schema in kind.schema.instead.items():
        if shared(look, story_id, name):
            return schema
    return kind.schema


def shared(look: Look, story_id: str, name: str) -> Any:
    """A field's value in the story's source language, where shared fields stand."""
    kind = look.kind(story_id).name
    look.saw(f"kind:{kind}#fields")
    field = look.facts.fields[kind].get(name)
    return look.field(story_id, look.source_language(story_id), field) if field else None


def types_of(look: Look, story_id: str, schema: Schema) -> list[str] | str:
    """The types of the thing that a story is about."""
    found = [schema.type]
    for name, types in schema.also.items():
        further = types.get(str(shared(look, story_id, name)))
        if further and further not in found:
            found.append(further)
    return found if len(found) > 1 else found[0]


def thing_id(look: Look, story_id: str) -> str | None:
    """The name of the thing a story is about, the same in every language; None if the story has no page."""
    url = look.url(story_id, look.source_language(story_id))
    if url is None:
        return None
    kind = look.kind(story_id)
    return f"{absolute(str(look.setting('base_url')), url)}#{kind.name}"


def reference(look: Look, story_id: str) -> Node | None:
    """Another story's thing, or its page if it is a work, by name; None if it has no page or is made up."""
    url, text_language = look.url(story_id), look.text_language(story_id)
    if url is None or text_language is None or shared(look, story_id, "example"):
        return None
    schema = schema_of(look, story_id)
    title = look.field(story_id, text_language, look.facts.fields[look.kind(story_id).name]["title"])
    address = absolute(str(look.setting("base_url")), url)
    if schema.page:
        return {
            "@type": types_of(look, story_id, schema),
            "@id": thing_id(look, story_id),
            "name": title,
            "url": address,
        }
    return {"@type": schema.type, "@id": address, "name": title, "url": address}


def opening_hours(value: dict[str, Any]) -> list[Node]:
    """Opening hours: the week, then the days that differ. A closed day opens and closes at midnight."""
    valid_until = value.get("valid_until")
    found: list[Node] = []
    by_hours: dict[tuple[str, str], list[str]] = {}
    for day, pairs in (value.get("weekly") or {}).items():
        for opens, closes in pairs:
            by_hours.setdefault((opens, closes), []).append(DAYS[day])
    for (opens, closes), days in by_hours.items():
        found.append({**_hours(opens, closes), "dayOfWeek": days, "validThrough": valid_until})
    for said in value.get("exceptions") or ():
        first, last = said.get("date") or said.get("from"), said.get("date") or said.get("to")
        for opens, closes in said.get("hours") or [("00:00", "00:00")]:
            found.append({**_hours(opens, closes), "validFrom": first, "validThrough": last})
    return found


def _hours(opens: str, closes: str) -> Node:
    # Schema.org's times end at 23:59; that is how it writes "until midnight".
    last = "23:59" if closes == "24:00" else closes
    return {"@type": "OpeningHoursSpecification", "opens": opens, "closes": last}


def _point(look: Look, field: Field, value: Any, said: Property) -> Any:
    if (value.get("accuracy") or 0) > EXACT:
        return None
    return {"@type": "GeoCoordinates", "latitude": value["lat"], "longitude": value["lon"]}


def _number(look: Look, field: Field, value: Any, said: Property) -> Any:
    return f"{value:04}" if said.name in _YEARS else value


def _moment(look: Look, field: Field, value: Any, said: Property) -> Any:
    look.saw("site#time_zone")
    return moment(value, look.facts.config).isoformat()


def _choice(look: Look, field: Field, value: Any, said: Property) -> Any:
    return word(field.choices.get(value, {}), look.language, look.facts.config.source_language)


def _term(look: Look, field: Field, value: Any, said: Property) -> Any:
    vocabulary = look.facts.vocabularies.get(field.vocabulary)
    term = vocabulary.terms.get(value) if vocabulary else None
    return look.word(term.name if term else {}, f"term:{field.vocabulary}/{value}")


def _relation(look: Look, field: Field, value: Any, said: Property) -> Any:
    return reference(look, value)


def _opening_hours(look: Look, field: Field, value: Any, said: Property) -> Any:
    return opening_hours(value)


def _left_out(look: Look, field: Field, value: Any, said: Property) -> Any:
    return None


_CONVERT: dict[FieldType, Callable[[Look, Field, Any, Property], Any]] = {
    FieldType.POINT: _point,
    FieldType.NUMBER: _number,
    FieldType.DATETIME: _moment,
    FieldType.CHOICE: _choice,
    FieldType.TERM: _term,
    FieldType.RELATION: _relation,
    FieldType.OPENING_HOURS: _opening_hours,
    FieldType.MARKDOWN: _left_out,
    FieldType.PHOTO: _left_out,
}


def converted(look: Look, field: Field, value: Any, said: Property) -> Any:
    """A field's value as the property that the kind says it is; None or empty if there is nothing to say."""
    if value is None:
        return None
    if field.type is FieldType.LIST and field.of is not None:
        return [converted(look, field.of, item, said) for item in value]
    if field.type is FieldType.OBJECT:
        parts = {each.name: each for each in field.fields}
        inner = {
            name: converted(look, parts[key], value.get(key), Property(name))
            for key, name in said.properties.items()
        }
        if said.name == "eventSchedule":
            # What it says depends on the event's times, which `things` knows.
            return {"@type": "Schedule", **value}
        return {"@type": said.type, **inner} if any(each is not None for each in inner.values()) else None
    convert = _CONVERT.get(field.type)
    single = convert(look, field, value, said) if convert else value
    if said.type and said.value and single is not None:
        return {"@type": said.type, said.value: single}
    return single
