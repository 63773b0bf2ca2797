"""The map's declaration and its land."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from generator.model.geo import Frame, NameSort
from generator.reading.geography import read_land, read_map

ROOT = Path(__file__).parents[2]
MAP = """\
views:
  all: {label: {sv: Allt}, west: 12, south: 55, east: 13, north: 56}
names:
  sea: {sort: water, lat: 55.5, lon: 12.5, text: {sv: Havet}}
  town: {lat: 55.2, lon: 12.1, text: {sv: Staden}}
credit: {sv: Ritad för hand}
"""


def test_a_map_is_read() -> None:
    """Views, names and credit; a name that does not say what it names is a town's."""
    found, problems = read_map(MAP, "content/map.yaml")

    assert () == problems
    assert found is not None
    assert [("all", {"sv": "Allt"}, Frame(12, 55, 13, 56))] == [
        (view.name, view.label, view.frame) for view in found.views
    ]
    assert [(NameSort.WATER, (12.5, 55.5)), (NameSort.TOWN, (12.1, 55.2))] == [
        (name.sort, name.position) for name in found.names
    ]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("west: 12", "west: 14", "map-view"),
        ("north: 56", "north: 86", "map-view"),
        ("west: 12, ", "", "missing-field"),
        ("west: 12", "west: 1200", "number-range"),
        ("sort: water", "sort: lake", "choice-unknown"),
        ("credit", "credits", "unknown-key"),
    ],
)
def test_what_is_wrong_is_said(old: str, new: str, code: str) -> None:
    """Every mistake is a Problem with its place."""
    _, problems = read_map(MAP.replace(old, new), "content/map.yaml")

    assert code in [each.code for each in problems]
    assert all(each.location.line for each in problems)


def test_without_a_view_there_is_no_map() -> None:
    """Names alone cannot be drawn."""
    found, problems = read_map("names: {}\n", "content/map.yaml")

    assert None is found
    assert problems


@pytest.mark.parametrize(
    "data",
    [
        {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]], [[0, 0]]]},
        {"type": "MultiPolygon", "coordinates": [[[[0, 0, 5], [1, 0], [1, 1], [0, 0]]]]},
        {
            "type": "Feature",
            "properties": {},
            "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]},
        },
    ],
)
def test_land_in_every_form_of_geojson(data: dict) -> None:
    """Outlines alone count: heights and lakes are left out."""
    found, problems = read_land(json.dumps(data), "land.geojson")

    assert () == problems
    assert (((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0)),) == found


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"type": "Point"}', '{"type":"Polygon","coordinates":[[1]]}']
)
def test_land_that_cannot_be_read(text: str) -> None:
    """A file that is no land is a Problem, not an exception."""
    found, problems = read_land(text, "land.geojson")

    assert ((), ["map-land"]) == (found, [each.code for each in problems])


def test_the_project_s_own_land() -> None:
    """The derived coast is small and whole, and what is certain lies on the right side of it."""
    text = (ROOT / "assets/map/land.geojson").read_text("utf-8")
    land, problems = read_land(text, "land.geojson")

    assert () == problems
    assert len(text.encode()) <= 40_000
    assert all(ring[0] == ring[-1] for ring in land)

    def on_land(lon: float, lat: float) -> bool:
        def inside(ring: tuple) -> bool:
            crossings = (
                (x1 + (lat - y1) / (y2 - y1) * (x2 - x1)) > lon
                for (x1, y1), (x2, y2) in pairwise(ring)
                if (y1 > lat) != (y2 > lat)
            )
            return sum(crossings) % 2 == 1

        return any(inside(ring) for ring in land)

    dunkers, sofiero, raa, kullen = (
        (12.68907, 56.04784),
        (12.65968, 56.08391),
        (12.7385, 56.0006),
        (12.4515, 56.301111),
    )
    assert [True] * 4 == [on_land(*each) for each in (dunkers, sofiero, raa, kullen)]
    assert [False, False, True] == [on_land(12.65, 56.04), on_land(12.64, 55.95), on_land(12.697, 55.907)]
