"""The map of the site: land, names and views of it. Places themselves are stories with a position."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.language import Words

Position = tuple[float, float]
"""Longitude and latitude in degrees (WGS84), in the order of GeoJSON."""


class NameSort(StrEnum):
    """What a name on the map names."""

    COUNTRY = "country"
    WATER = "water"
    LAND = "land"
    TOWN = "town"


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the world, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, position: Position) -> bool:
        """Whether a position lies in it."""
        return self.west <= position[0] <= self.east and self.south <= position[1] <= self.north


@dataclass(frozen=True, slots=True)
class MapView:
    """A part of the map that is drawn for itself."""

    name: str
    label: Words
    frame: Frame


@dataclass(frozen=True, slots=True)
class MapName:
    """A name on the map, and where it stands."""

    sort: NameSort
    text: Words
    position: Position


@dataclass(frozen=True, slots=True)
class Geography:
    """What ``content/map.yaml`` says, with the land of ``assets/map/land.geojson``."""

    views: tuple[MapView, ...]
    """The first shows all; those after it show crowded parts of it again, larger."""
    names: tuple[MapName, ...] = ()
    credit: Words = ()  # type: ignore[assignment]
    land: tuple[tuple[Position, ...], ...] = ()
    """Outlines of land; each ends where it began."""
