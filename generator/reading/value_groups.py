"""Field types that hold several values (a point, a photo, opening hours): their parts and their checks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from generator.model.kind import Field, FieldType
from generator.model.problem import N_
from generator.reading import time_values
from generator.reading.field_values import Check, as_written, number, shown
from generator.reading.mistake import Mistake


class Group(NamedTuple):
    """Fields that belong together, with what they need beyond their types."""

    fields: tuple[Field, ...]
    checks: Mapping[str, Check] = {}
    """Instead of the check of the field's type."""
    groups: Mapping[str, Group] = {}
    """What a field holds, or each item of it if it is a list."""
    whole: Callable[[Mapping[str, Any]], None] | None = None
    """Raises a `Mistake` about values that are right one by one."""


def _between(low: float, high: float) -> Check:
    def check(value: object) -> int | float:
        said = number(value)
        if low <= said <= high:
            return said
        raise Mistake(
            "number-range",
            N_("{field} is {number}, but it must lie between {low} and {high}."),
            N_("Look the number up again."),
            number=said,
            low=f"{low:g}",
            high=f"{high:g}",
        )

    return check


def _photo_name(value: object) -> str:
    """A name in the library. An ending is dropped, since a photo is made into several formats anyway."""
    name = as_written(value)
    for ending in (".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff", ".gif", ".heic"):
        if name.lower().endswith(ending):
            name = name[: -len(ending)]
            break
    if name and not any(character in "/\\:?#" for character in name):
        return name
    raise Mistake(
        "photo-name",
        N_('"{text}" in {field} is not the name of a photo.'),
        N_("Write the name of a picture in assets/photos, without folder and ending."),
        text=shown(value),
    )


def _exception(said: Mapping[str, Any]) -> None:
    """One day or a span of days, with hours or closed."""
    if ("date" in said) == ("from" in said or "to" in said) or ("from" in said) != ("to" in said):
        raise Mistake(
            "hours-exception-days",
            N_("{field} does not say clearly which days it is about."),
            N_('Write either "date: 2026-12-24" or both "from:" and "to:".'),
        )
    if said.get("to", "9") < said.get("from", ""):
        raise Mistake(
            "hours-exception-order",
            N_("{field} ends before it begins."),
            N_('Exchange the days after "from" and "to".'),
        )
    if ("hours" in said) == bool(said.get("closed")):
        raise Mistake(
            "hours-exception-hours",
            N_("{field} must say either its hours or that it is closed."),
            N_('Write either "hours: 10:00-14:00" or "closed: true".'),
        )


def _field(name: str, type_: FieldType, sv: str, en: str, required: bool = False) -> Field:
    return Field(name, type_, required, label={"sv": sv, "en": en})


POINT = Group(
    (
        _field("lat", FieldType.NUMBER, "latitud", "latitude", required=True),
        _field("lon", FieldType.NUMBER, "longitud", "longitude", required=True),
        _field("accuracy", FieldType.NUMBER, "noggrannhet", "accuracy"),
        _field("source", FieldType.TEXT, "källa", "source"),
    ),
    checks={"lat": _between(-90, 90), "lon": _between(-180, 180), "accuracy": _between(0, 1_000_000)},
)

PHOTO = Group(
    (
        _field("name", FieldType.TEXT, "namn", "file", required=True),
        _field("alt", FieldType.TEXT, "alternativtext", "alternative text"),
        _field("caption", FieldType.TEXT, "bildtext", "caption"),
    ),
    checks={"name": _photo_name},
)

_WEEK = (
    _field("mon", FieldType.TEXT, "måndag", "monday"),
    _field("tue", FieldType.TEXT, "tisdag", "tuesday"),
    _field("wed", FieldType.TEXT, "onsdag", "wednesday"),
    _field("thu", FieldType.TEXT, "torsdag", "thursday"),
    _field("fri", FieldType.TEXT, "fredag", "friday"),
    _field("sat", FieldType.TEXT, "lördag", "saturday"),
    _field("sun", FieldType.TEXT, "söndag", "sunday"),
)
_EXCEPTION = (
    _field("date", FieldType.DATE, "datum", "day"),
    _field("from", FieldType.DATE, "från", "start"),
    _field("to", FieldType.DATE, "till", "end"),
    _field("hours", FieldType.TEXT, "tider", "times"),
    _field("closed", FieldType.BOOLEAN, "stängt", "shut"),
    _field("note", FieldType.TEXT, "anmärkning", "comment"),
)
OPENING_HOURS = Group(
    (
        _field("weekly", FieldType.OBJECT, "vecka", "week", required=True),
        Field(
            "exceptions", FieldType.LIST, of=Field("exceptions", FieldType.OBJECT), label={"sv": "undantag"}
        ),
        _field("valid_until", FieldType.DATE, "gäller till", "valid to"),
    ),
    groups={
        "weekly": Group(_WEEK, checks={day.name: time_values.hours for day in _WEEK}),
        "exceptions": Group(_EXCEPTION, checks={"hours": time_values.hours}, whole=_exception),
    },
)
