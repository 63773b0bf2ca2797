"""What a story is about: a person, a place, an organisation, an event, from the fields of its kind."""

from __future__ import annotations

from typing import Any

from generator.indexing.publication import moment
from generator.model.kind import Schema
from generator.rendering.linked_data.script import Node
from generator.rendering.linked_data.values import DAYS, converted, shared, thing_id, types_of
from generator.rendering.look import Look
from generator.rendering.story_view import StoryView

OF_THE_PAGE = frozenset({"about", "mentions", "citation"})
"""Properties of a text, not of the thing it tells of."""


def mapped(look: Look, story: StoryView, schema: Schema, *, of_the_page: bool) -> Node:
    """The properties that the story's fields become. Two fields may become one property."""
    kind = look.kind(story.id).name
    look.saw(f"kind:{kind}#fields")
    declared = look.facts.fields[kind]
    found: dict[str, list[Any]] = {}
    for name, said in schema.properties.items():
        field = declared.get(name)
        if field is None or (said.name in OF_THE_PAGE) != of_the_page:
            continue
        value = converted(look, field, story.field(name), said)
        if value is not None:
            found.setdefault(said.name, []).extend(value if isinstance(value, list) else [value])
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def thing(look: Look, story: StoryView, schema: Schema, image: Node | None) -> Node:
    """The thing itself. It has one name in all languages, so that what they say of it adds up."""
    node: Node = {
        "@type": types_of(look, story.id, schema),
        "@id": thing_id(look, story.id),
        "name": story.title,
        "description": story.summary,
        "image": {"@id": image["@id"]} if image else None,
        **mapped(look, story, schema, of_the_page=False),
    }
    area = _area(look, story)
    address = node.get("address")
    if isinstance(address, dict) and "addressLocality" not in address:
        address["addressLocality"] = area
    node.pop("eventSchedule", None)
    if "startDate" in node:
        _as_event(look, story, schema, node, area)
    return node


def _as_event(look: Look, story: StoryView, schema: Schema, node: Node, area: str) -> None:
    """What an event needs besides: days instead of times, and a place, if only the town."""
    if shared(look, story.id, "all_day"):
        for name in ("startDate", "endDate"):
            field = schema.field_of(name)
            said = shared(look, story.id, field) if field else None
            if said:
                node[name] = moment(said, look.facts.config).date().isoformat()
    if not node.get("location") and area:
        node["location"] = {
            "@type": "Place",
            "name": area,
            "address": {"@type": "PostalAddress", "addressLocality": area},
        }
    location = node.get("location")
    if isinstance(location, dict) and "address" not in location and area:
        location["address"] = {"@type": "PostalAddress", "addressLocality": area}
    node["eventSchedule"] = _schedule(look, story, schema, node)
    node["eventStatus"] = "https://schema.org/EventScheduled"
    if location:
        node["eventAttendanceMode"] = "https://schema.org/OfflineEventAttendanceMode"


def _schedule(look: Look, story: StoryView, schema: Schema, node: Node) -> Node | None:
    """How an event comes back."""
    name = schema.field_of("eventSchedule")
    said = shared(look, story.id, name) if name else None
    if not said:
        return None
    occurs = look.kind(story.id).occurs
    skips = shared(look, story.id, occurs.skips) if occurs and occurs.skips else None
    start, end = str(node["startDate"]), str(node.get("endDate") or "")
    timed = "T" in start
    return {
        "@type": "Schedule",
        "repeatFrequency": f"P{int(said.get('interval') or 1)}{_LETTERS[said['every']]}",
        "byDay": [DAYS[each] for each in said.get("days") or ()],
        "repeatCount": said.get("times"),
        "startDate": start[:10],
        "endDate": said.get("until"),
        "startTime": start[11:19] if timed else None,
        "endTime": end[11:19] if timed and "T" in end else None,
        "exceptDate": skips,
        "scheduleTimezone": str(look.setting("time_zone")),
    }


_LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
"""Of ISO 8601's durations."""


def _area(look: Look, story: StoryView) -> str:
    """The town or municipality a story belongs to: the outermost of its areas. Empty if it has none."""
    key = story.field("area")
    vocabulary = look.facts.vocabularies.get("areas")
    if not key or vocabulary is None:
        return ""
    while (term := vocabulary.terms.get(key)) is not None:
        name = look.word(term.name, f"term:areas/{key}")
        if not term.within:
            return name
        key = term.within
    return ""
