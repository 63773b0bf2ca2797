"""Derive the coast of the Sound from Natural Earth; run once, the result lies beside this file.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python assets/map/derive.py package/countries-10m.json assets/map/land.geojson

`world-atlas` packs Natural Earth's 1:10m countries (public domain) as TopoJSON. At that scale the coast
is known to some 500 m and rounded to about 0.004 degrees: the quays of Helsingborg would lie a kilometre
out in the water. Where the map is looked at closely the line is therefore drawn by hand, along places
whose position is public knowledge. Everything drawn by hand stands below. It is a sketch to about 300 m
and no sea chart.

Needs nothing but Python. Coordinates are WGS84, longitude first, as GeoJSON (RFC 7946) has them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

Point = tuple[float, float]
Ring = list[Point]

WEST, SOUTH, EAST, NORTH = 12.2, 55.55, 13.5, 56.55
"""A little more than any view of the map, so that no cut edge is seen."""

HELSINGBORG: Ring = [
    (12.5720, 56.1480),  # Viken
    (12.5860, 56.1320),
    (12.6030, 56.1170),  # Domsten
    (12.6170, 56.1060),
    (12.6290, 56.0980),  # Hittarp
    (12.6390, 56.0905),  # Laröd
    (12.6530, 56.0835),  # the shore below Sofiero
    (12.6630, 56.0760),
    (12.6720, 56.0680),  # Pålsjö
    (12.6775, 56.0620),
    (12.6808, 56.0580),  # Fria bad
    (12.6835, 56.0530),  # Gröningen
    (12.6850, 56.0500),
    (12.6862, 56.0480),  # the quay west of Dunkers kulturhus
    (12.6895, 56.0455),  # the inner harbour
    (12.6905, 56.0430),  # the ferries' quay
    (12.6890, 56.0390),  # Oceanhamnen
    (12.6900, 56.0350),
    (12.6930, 56.0290),
    (12.6990, 56.0230),  # the southern harbour
    (12.7090, 56.0140),
    (12.7200, 56.0070),
    (12.7330, 55.9990),  # Råå harbour
    (12.7440, 55.9880),
    (12.7560, 55.9760),
]
"""From north to south, instead of what Natural Earth has between Viken and Rydebäck."""

KULLABERG: Ring = [
    (12.4930, 56.2830),  # Mölle
    (12.4700, 56.2920),
    (12.4520, 56.2985),
    (12.4470, 56.3025),  # the point, west of the lighthouse
    (12.4560, 56.3050),
    (12.5000, 56.2985),
    (12.5400, 56.2880),
    (12.5760, 56.2765),  # Arild
    (12.6100, 56.2650),
]
"""Round the hill."""

LANDSKRONA: Ring = [(12.8090, 55.8900), (12.8110, 55.8790), (12.8180, 55.8700), (12.8330, 55.8640)]
"""Round the town and its citadel."""

VEN: Ring = [
    (12.6690, 55.9100),
    (12.6790, 55.9160),
    (12.6920, 55.9195),
    (12.7030, 55.9210),  # Norreborg
    (12.7120, 55.9160),
    (12.7190, 55.9080),
    (12.7215, 55.9010),  # Bäckviken
    (12.7170, 55.8945),
    (12.7060, 55.8925),
    (12.6920, 55.8950),
    (12.6790, 55.9000),
    (12.6700, 55.9055),  # Kyrkbacken
]
"""The island is too small for Natural Earth."""

BY_HAND = (
    # (the line, the points of Natural Earth between which it stands)
    (HELSINGBORG, (12.5659, 56.1711), (12.7639, 55.9651)),
    (KULLABERG, (12.5047, 56.2758), (12.6451, 56.2572)),
    (LANDSKRONA, (12.8107, 55.9026), (12.8503, 55.8654)),
)


def arcs(topology: dict) -> Callable[[int], Ring]:
    """A function from an arc's number to its points; a negative number runs it backwards."""
    (scale_x, scale_y), (at_x, at_y) = topology["transform"]["scale"], topology["transform"]["translate"]

    def points(number: int) -> Ring:
        x = y = 0
        found = []
        for step_x, step_y in topology["arcs"][~number if number < 0 else number]:
            x, y = x + step_x, y + step_y
            found.append((x * scale_x + at_x, y * scale_y + at_y))
        return found[::-1] if number < 0 else found

    return points


def rings(topology: dict, country: str) -> Iterator[Ring]:
    """The outer ring of every polygon of a country."""
    points = arcs(topology)
    for geometry in topology["objects"]["countries"]["geometries"]:
        if geometry["properties"]["name"] == country:
            polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
            for outer, *_ in polygons:
                ring: Ring = []
                for number in outer:
                    ring.extend(points(number)[1 if ring else 0 :])
                yield ring


def near(ring: Ring, wanted: Point) -> int:
    """The number of the ring's point that is nearest to a point."""
    return min(
        range(len(ring)),
        key=lambda at: (ring[at][0] - wanted[0]) ** 2 + (ring[at][1] - wanted[1]) ** 2,
    )


def redrawn(ring: Ring) -> Ring:
    """The ring with the lines of BY_HAND in place of its own points, where it passes them."""
    for line, start, end in BY_HAND:
        first, last = near(ring, start), near(ring, end)
        if abs(ring[first][0] - start[0]) + abs(ring[last][0] - end[0]) > 0.01:
            continue
        if first < last:
            ring = [*ring[: first + 1], *line, *ring[last:]]
        else:
            ring = [*ring[: last + 1], *line[::-1], *ring[first:]]
    return ring


def clipped(ring: Ring) -> Ring:
    """The part of a ring inside the box (Sutherland and Hodgman 1974)."""
    for axis, limit, sign in ((0, WEST, 1), (0, EAST, -1), (1, SOUTH, 1), (1, NORTH, -1)):
        kept: Ring = []
        for one, other in zip([ring[-1], *ring[:-1]], ring, strict=True):
            inside, was_inside = (sign * (each[axis] - limit) >= 0 for each in (other, one))
            if inside != was_inside:
                share = (limit - one[axis]) / (other[axis] - one[axis])
                kept.append((one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])))
            if inside:
                kept.append(other)
        ring = kept
        if not ring:
            break
    return ring


def feature(country: str, source: str, ring: Ring) -> dict:
    """One piece of land."""
    rounded = [[round(x, 4), round(y, 4)] for x, y in ring]
    if rounded[0] != rounded[-1]:
        rounded.append(rounded[0])
    return {
        "type": "Feature",
        "properties": {"country": country, "source": source},
        "geometry": {"type": "Polygon", "coordinates": [rounded]},
    }


def main(source: str, target: str) -> None:
    """Write the land of both countries inside the box."""
    topology = json.loads(Path(source).read_text("utf-8"))
    pieces = []
    for country, code in (("Sweden", "SE"), ("Denmark", "DK")):
        for ring in rings(topology, country):
            if len(inside := clipped(redrawn(ring))) > 3:
                made = "Natural Earth 1:10m, partly drawn by hand" if code == "SE" else "Natural Earth 1:10m"
                pieces.append(feature(code, made, inside))
    pieces.append(feature("SE", "drawn by hand", VEN))
    lines = ",\n".join(json.dumps(piece, separators=(",", ":")) for piece in pieces)
    text = f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'
    Path(target).write_text(text, "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
