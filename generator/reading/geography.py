"""``content/map.yaml`` and the land it is drawn on, ``assets/map/land.geojson``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.model.geo import Frame, Geography, MapName, MapView, NameSort, Position
from generator.model.problem import N_, Location, Problem, problem
from generator.reading.entries import Entries
from generator.reading.field_values import as_written, number, shown
from generator.reading.mistake import Mistake

_SIDES = ("west", "south", "east", "north")


def _sort(value: object) -> NameSort:
    said = as_written(value)
    known = [each.value for each in NameSort]
    if said in known:
        return NameSort(said)
    raise Mistake(
        "choice-unknown",
        N_('{field} cannot be "{text}".'),
        N_("It can be: {known}"),
        text=shown(said),
        known=", ".join(known),
    )


def _degrees(value: object) -> float:
    said = number(value)
    if -180 <= said <= 180:
        return float(said)
    raise Mistake(
        "number-range",
        N_("{field} is {number}, but it must lie between {low} and {high}."),
        N_("Look the number up again."),
        number=said,
        low="-180",
        high="180",
    )


def _view(group: Entries, name: str) -> MapView | None:
    for side in _SIDES:
        group.require(side)
    frame = Frame(*(group.get(side, _degrees, 0.0) for side in _SIDES))
    view = MapView(name, group.texts("label"), frame)
    group.finish()
    if not (frame.west < frame.east and -85 < frame.south < frame.north < 85):
        if all(side in group for side in _SIDES):
            group.report(
                Mistake(
                    "map-view",
                    N_("{field} should have its western edge west of its eastern, and south below north."),
                    N_("Longitudes grow towards the east, latitudes towards the north."),
                ),
                "west",
            )
        return None
    return view


def _name(group: Entries) -> MapName:
    for needed in ("lat", "lon", "text"):
        group.require(needed)
    position = group.get("lon", _degrees, 0.0), group.get("lat", _degrees, 0.0)
    name = MapName(group.get("sort", _sort, NameSort.TOWN), group.texts("text"), position)
    group.finish()
    return name


def read_map(content: str, path: str) -> tuple[Geography | None, tuple[Problem, ...]]:
    """What the map shows, without its land. None when the file cannot be read or has no view."""
    entries = Entries.read(content, path, path)
    if not entries.data:
        return None, tuple(entries.problems)
    entries.require("views")
    views, names = entries.group("views"), entries.group("names")
    found = tuple(view for name in views if (view := _view(views.group(name), name)))
    geography = Geography(found, tuple(_name(names.group(name)) for name in names), entries.texts("credit"))
    entries.finish()
    return geography if found else None, tuple(entries.problems)


def _polygons(data: Any) -> Iterator[list[Any]]:
    """The polygons of a GeoJSON value, as lists of rings."""
    match data:
        case {"type": "FeatureCollection", "features": list(features)}:
            for each in features:
                yield from _polygons(each)
        case {"type": "Feature", "geometry": dict(geometry)}:
            yield from _polygons(geometry)
        case {"type": "Polygon", "coordinates": list(rings)}:
            yield rings
        case {"type": "MultiPolygon", "coordinates": list(polygons)}:
            yield from polygons
        case _:
            raise ValueError("neither polygons nor features that hold them")


def read_land(content: str, path: str) -> tuple[tuple[tuple[Position, ...], ...], tuple[Problem, ...]]:
    """The outlines in a GeoJSON file (RFC 7946) of polygons; lakes in them are not drawn."""
    try:
        rings = [rings[0] for rings in _polygons(json.loads(content)) if rings]
        return tuple(tuple((float(x), float(y)) for x, y, *_ in ring) for ring in rings), ()
    except (ValueError, TypeError, RecursionError) as error:
        wrong = problem(
            "map-land",
            Location(path, getattr(error, "lineno", 0)),
            N_("The land of the map cannot be read: {reason}"),
            N_("It should be a GeoJSON file of polygons, with the longitude first."),
            reason=str(error),
        )
        return (), (wrong,)
