"""From degrees to the units of a drawing, and outlines as the path of an SVG. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import cos, log, pi, radians, tan

from generator.model.geo import Frame, Position

Point = tuple[float, float]
"""Units to the right and down from the upper left corner."""

_EQUATOR = 40_075_017.0
"""Metres round the earth (WGS84)."""


def _mercator(latitude: float) -> float:
    """Degrees of longitude that are as long on the map as this latitude is far from the equator."""
    return log(tan(pi / 4 + radians(latitude) / 2)) * 180 / pi


class Projection:
    """Mercator: small shapes keep their form, and north is up everywhere.

    A frame becomes a drawing of the given width in units; its height follows.
    """

    def __init__(self, frame: Frame, width: float) -> None:
        self.frame = frame
        self.width = width
        self._top = _mercator(frame.north)
        self._scale = width / (frame.east - frame.west)
        self.height = round((self._top - _mercator(frame.south)) * self._scale, 1)

    def point(self, position: Position) -> Point:
        """Where a position lies in the drawing."""
        longitude, latitude = position
        return (
            (longitude - self.frame.west) * self._scale,
            (self._top - _mercator(latitude)) * self._scale,
        )

    def length(self, metres: float, latitude: float) -> float:
        """How long a distance on the ground at a latitude is in the drawing."""
        return metres * 360 / (_EQUATOR * cos(radians(latitude))) * self._scale


def clipped(ring: Sequence[Point], width: float, height: float) -> list[Point]:
    """The part of an outline inside a drawing and a little around it (Sutherland and Hodgman 1974)."""
    edge = 4.0
    found = list(ring)
    for axis, limit, sign in ((0, -edge, 1), (0, width + edge, -1), (1, -edge, 1), (1, height + edge, -1)):
        kept: list[Point] = []
        for one, other in zip([*found[-1:], *found[:-1]], found, strict=True):
            inside, was_inside = sign * (other[axis] - limit) >= 0, sign * (one[axis] - limit) >= 0
            if inside != was_inside:
                share = (limit - one[axis]) / (other[axis] - one[axis])
                kept.append((one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])))
            if inside:
                kept.append(other)
        found = kept
    return found


def number(value: float) -> str:
    """A length as SVG has it, to a tenth of a unit: ``12.5``, ``3``, ``-.4``."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text.replace("0.", ".", 1) if text.lstrip("-").startswith("0.") else text


def outline(land: Iterable[Sequence[Position]], projection: Projection, detail: float = 0.5) -> str:
    """Land as the ``d`` of one path. Points nearer than `detail` units to the one before are left out."""
    pieces = []
    for ring in land:
        points = clipped([projection.point(each) for each in ring], projection.width, projection.height)
        kept: list[Point] = []
        for point in points:
            if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= detail:
                kept.append(point)
        if len(kept) > 2:
            pieces.append("M" + "L".join(f"{number(x)} {number(y)}" for x, y in kept) + "Z")
    return "".join(pieces)
