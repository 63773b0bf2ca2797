"""The map as templates see it: drawings with their pins, and the same places as a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from math import cos, hypot, radians
from typing import TYPE_CHECKING, Any

from generator.indexing.collation import collation
from generator.model.geo import Geography, MapName, NameSort, Position
from generator.model.geo import MapView as Part
from generator.rendering.look import Look
from generator.rendering.map_labels import Label, Room, spread
from generator.rendering.map_projection import Point, Projection, number, outline
from generator.rendering.views import TermView

if TYPE_CHECKING:
    from generator.rendering.story_view import StoryView

WIDTH = 360
"""Units of a drawing's width: on the narrowest phone a unit is not much less than a pixel."""
PIN = 11.0
"""Radius of a pin, in units."""
RISE = 20.0
"""How far above its place the middle of a pin's head stands, where there is room."""
APART = 32.0
"""Least distance between pins: at 320 px of screen, targets of 24 px that do not overlap."""
SIZE = 11.0
"""Of the names of places, in units."""
# Names of countries are set in spaced capitals, which are wider than their size says.
NAME_SIZES = {NameSort.COUNTRY: 16.0, NameSort.WATER: 13.0, NameSort.LAND: 11.0, NameSort.TOWN: 10.0}


def _label(label: Label | None) -> dict[str, Any] | None:
    return None if label is None else {"x": round(label.x, 1), "y": round(label.y, 1), "anchor": label.anchor}


def _spot(position: Mapping[str, Any]) -> Position:
    return float(position["lon"]), float(position["lat"])


def _accuracy(position: Mapping[str, Any] | None) -> float:
    return float((position or {}).get("accuracy") or 0)


class PinView:
    """A place on a drawing, or several that another drawing shows apart."""

    __slots__ = ("accuracy", "count", "kind", "label", "number", "place", "story", "text", "url", "x", "y")

    def __init__(
        self,
        text: str,
        at: Point,
        *,
        place: Point | None = None,
        accuracy: float = 0.0,
        story: StoryView | None = None,
        number: int = 0,
        part: str = "",
        count: int = 1,
    ) -> None:
        self.text = text
        self.x, self.y = round(at[0], 1), round(at[1], 1)
        here = place or at
        self.place = {"x": round(here[0], 1), "y": round(here[1], 1)}
        """Where it lies: the pin's point. Its head stands above, or aside where heads need room."""
        self.accuracy = round(accuracy, 1)
        """Radius in units within which the place lies."""
        self.story = story
        self.number = number
        """Of the place in the list; 0 for several."""
        self.kind = part
        """Name of the drawing that shows them apart; empty for a single place."""
        self.count = count
        self.url = f"#map-{part}" if part else story.url if story else None
        self.label: dict[str, Any] | None = None

    @property
    def point(self) -> str:
        """The way from the head to the place, narrowing, as the ``d`` of a path; empty if it stands on it."""
        dx, dy = self.place["x"] - self.x, self.place["y"] - self.y
        far = hypot(dx, dy)
        if far < PIN:
            return ""
        across, along = -dy / far * PIN / 2, dx / far * PIN / 2
        return (
            f"M{number(self.x + across)} {number(self.y + along)}"
            f"L{number(self.place['x'])} {number(self.place['y'])}"
            f"L{number(self.x - across)} {number(self.y - along)}Z"
        )


class DrawingView:
    """One drawing: land, names and pins, in units of its own."""

    def __init__(self, look: Look, geography: Geography, part: Part, pins: Sequence[PinView]) -> None:
        self.key = part.name
        self.title = look.word(part.label, "map")
        self.pins = list(pins)
        self._projection = projection = Projection(part.frame, WIDTH)
        self.width, self.height = WIDTH, projection.height
        self.land = outline(geography.land, projection)
        room = Room(self.width, self.height)
        for pin in self.pins:
            room.take(pin.x, pin.y, PIN + 1)
        several = [pin for pin in self.pins if pin.kind]
        single = [pin for pin in self.pins if not pin.kind]
        broad = [name for name in geography.names if name.sort is not NameSort.TOWN]
        towns = [name for name in geography.names if name.sort is NameSort.TOWN]
        for pin in several:
            pin.label = _label(room.beside(pin.text, pin.x, pin.y, PIN + 3, SIZE + 2))
        self.names = [name for each in broad if (name := self._name(look, room, each))]
        for pin in single:
            pin.label = _label(room.beside(pin.text, pin.x, pin.y, PIN + 3, SIZE))
        self.names += [name for each in towns if (name := self._name(look, room, each))]

    def _name(self, look: Look, room: Room, name: MapName) -> dict[str, Any] | None:
        """A name with its place, or None if it lies outside or there is no room for it."""
        if not self._projection.frame.holds(name.position):
            return None
        text, size = look.word(name.text, "map"), NAME_SIZES[name.sort]
        x, y = self._projection.point(name.position)
        if name.sort is NameSort.TOWN:
            label = room.beside(text, x, y, 5, size)
        else:
            label = room.upon(text, x, y, size)
        if label is None:
            return None
        shown = {"text": text, "sort": name.sort.value, "at": {"x": round(x, 1), "y": round(y, 1)}}
        return {**shown, **(_label(label) or {})}


class MapView:
    """All places with a position that a reader of the page's language meets."""

    def __init__(self, look: Look, geography: Geography) -> None:
        look.saw("map")
        look.saw(f"located:{look.language.tag}")
        self._look = look
        self._geography = geography
        self._located, self._unplaced = look.indexes.located.get(look.language.tag, ((), ()))

    @property
    def credit(self) -> str:
        """Whose coast it is."""
        return self._look.word(self._geography.credit, "map")

    def _view(self, story_id: str) -> StoryView:
        from generator.rendering.story_view import StoryView, no_parts

        return StoryView(self._look, story_id, no_parts)

    @cached_property
    def _stories(self) -> list[tuple[str, StoryView]]:
        """(area, story) of every place, by area in the order of the vocabulary, then by title."""
        look = self._look
        look.saw(f"terms:{look.language.tag}/areas")
        vocabulary = look.facts.vocabularies.get("areas")
        order = {key: at for at, key in enumerate(vocabulary.terms)} if vocabulary else {}
        sort = collation(look.language.base)
        stories = [(view.area.key if view.area else "", view) for view in map(self._view, self._located)]
        return sorted(stories, key=lambda pair: (order.get(pair[0], len(order)), sort(pair[1].title)))

    @cached_property
    def groups(self) -> list[dict[str, Any]]:
        """The list beside the map: ``{area, stories: [{number, story, position}]}``."""
        groups: list[dict[str, Any]] = []
        last = None
        for place, (area, story) in enumerate(self._stories, 1):
            if area != last:
                term = TermView(self._look, "areas", area) if area else None
                groups.append({"area": term, "stories": []})
                last = area
            entry = {"number": place, "story": story, "position": story.position}
            groups[-1]["stories"].append(entry)
        return groups

    @property
    def unplaced(self) -> list[StoryView]:
        """Places whose position nobody has checked yet."""
        sort = collation(self._look.language.base)
        return sorted(map(self._view, self._unplaced), key=lambda view: sort(view.title))

    @property
    def count(self) -> int:
        """How many places it shows."""
        return len(self._located)

    @cached_property
    def drawings(self) -> list[DrawingView]:
        """The whole, then its crowded parts, larger."""
        places = [
            (number, story, _spot(position))
            for number, (_, story) in enumerate(self._stories, 1)
            if (position := story.position)
        ]
        whole, *parts = self._geography.views
        crowded = [
            (part, inside)
            for part in parts
            if len(inside := [each for each in places if part.frame.holds(each[2])]) > 1
        ]
        apart = {number for _, inside in crowded for number, _, _ in inside}
        shown = [each for each in places if each[0] not in apart and whole.frame.holds(each[2])]
        return [
            DrawingView(self._look, self._geography, whole, self._pins(whole, shown, crowded)),
            *(
                DrawingView(self._look, self._geography, part, self._pins(part, inside, []))
                for part, inside in crowded
            ),
        ]

    @property
    def overview(self) -> DrawingView:
        """The whole alone."""
        return self.drawings[0]

    def _pins(
        self,
        part: Part,
        places: Sequence[tuple[int, StoryView, Position]],
        crowded: Sequence[tuple[Part, Sequence[tuple[int, StoryView, Position]]]],
    ) -> list[PinView]:
        """Pins of places and of crowded parts, moved apart where they would stand on each other."""
        projection = Projection(part.frame, WIDTH)
        points = [projection.point(position) for _, _, position in places]
        middles = [
            projection.point((sum(p[0] for p in spots) / len(spots), sum(p[1] for p in spots) / len(spots)))
            for spots in ([position for _, _, position in inside] for _, inside in crowded)
        ]
        heads = [(x, y - RISE) for x, y in points]
        at = spread([*middles, *heads], APART, projection.width, projection.height)
        pins = [
            PinView(self._look.word(each.label, "map"), here, part=each.name, count=len(inside))
            for (each, inside), here in zip(crowded, at, strict=False)
        ]
        for (at_list, story, position), here, place in zip(places, at[len(middles) :], points, strict=True):
            accuracy = projection.length(_accuracy(story.position), position[1])
            pins.append(
                PinView(story.title, here, place=place, accuracy=accuracy, story=story, number=at_list)
            )
        return pins


def _around(part: Part, spot: Position) -> Part:
    """The part of a view round a place, as wide as the view and three quarters as high."""
    frame = part.frame
    high = min((frame.east - frame.west) * cos(radians(spot[1])) * 0.75, frame.north - frame.south)
    south = max(frame.south, min(spot[1] - high / 2, frame.north - high))
    return replace(part, frame=replace(frame, south=south, north=south + high))


def locator(look: Look, position: dict[str, Any]) -> DrawingView | None:
    """A small map of where one place is: the smallest view that holds it; None without a map."""
    look.saw("map")
    geography = look.facts.geography
    spot = _spot(position)
    views = [view for view in geography.views if view.frame.holds(spot)] if geography else []
    if geography is None or not views:
        return None
    view = _around(min(views, key=lambda each: (each.frame.east - each.frame.west, each.name)), spot)
    projection = Projection(view.frame, WIDTH)
    accuracy = projection.length(_accuracy(position), spot[1])
    pin = PinView("", projection.point(spot), accuracy=accuracy)
    return DrawingView(look, geography, view, [pin])
