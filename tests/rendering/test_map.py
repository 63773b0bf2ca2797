"""The arithmetic of maps: degrees to units, outlines, pins that make room and names that cover nothing."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.geo import Frame
from generator.rendering.map_labels import Room, spread, text_width
from generator.rendering.map_projection import Projection, clipped, number, outline

SOUND = Frame(12.3, 55.8, 13.1, 56.36)
INSIDE = st.tuples(st.floats(0, 360), st.floats(0, 400))


def test_corners_of_a_frame_are_corners_of_its_drawing() -> None:
    """North is up, west is left, and the whole frame fills the drawing."""
    projection = Projection(SOUND, 360)

    assert (0, 0) == pytest.approx(projection.point((12.3, 56.36)))
    assert (360, projection.height) == pytest.approx(projection.point((13.1, 55.8)), abs=0.1)


def test_distances_are_the_same_in_both_directions() -> None:
    """Mercator keeps shapes: a kilometre is as long to the north as to the east."""
    projection = Projection(SOUND, 360)
    metre = 1 / 111_319.5  # degrees of latitude; WGS84's equator / 360
    x, y = projection.point((12.7, 56.05))
    north = y - projection.point((12.7, 56.05 + 1000 * metre))[1]
    east = projection.point((12.7 + 1000 * metre / 0.55847, 56.05))[0] - x  # cos 56.05 degrees = 0.55847

    assert north == pytest.approx(projection.length(1000, 56.05), rel=0.001)
    assert east == pytest.approx(projection.length(1000, 56.05), rel=0.001)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (12.0, "12"),
        (12.34, "12.3"),
        (0.5, ".5"),
        (-0.5, "-.5"),
        (-0.01, "0"),
        (10.05, "10.1"),
        (100.0, "100"),
    ],
)
def test_numbers_are_short(value: float, expected: str) -> None:
    """A tenth of a unit, without what says nothing."""
    assert expected == number(value)


def test_land_outside_is_not_drawn() -> None:
    """Land beyond the frame is left out, land across its edge is cut near the edge."""
    projection = Projection(Frame(0, 0, 1, 1), 100)
    far = ((5.0, 5.0), (6.0, 5.0), (6.0, 6.0), (5.0, 5.0))
    half = ((0.5, -1.0), (9.0, -1.0), (9.0, 2.0), (0.5, 2.0), (0.5, -1.0))

    assert "" == outline([far], projection)
    path = outline([half], projection)
    assert path.startswith("M50 104L") or "L50 104" in path
    assert "900" not in path


@given(st.lists(INSIDE, min_size=3, max_size=12))
def test_what_is_clipped_stays_inside(ring: list[tuple[float, float]]) -> None:
    """No point lies farther out than the margin, and what was inside stays as it was."""
    moved = [(x * 3 - 300, y * 3 - 300) for x, y in ring]

    for x, y in clipped(moved, 360, 400):
        assert -4.01 <= x <= 364.01
        assert -4.01 <= y <= 404.01
    assert ring == clipped(ring, 360, 400)


@given(st.lists(INSIDE, max_size=14))
def test_pins_make_room(points: list[tuple[float, float]]) -> None:
    """Pins end far enough apart to be hit, inside the drawing, also when all stood on one spot."""
    at = spread(points, 32, 360, 400)

    assert at == spread(points, 32, 360, 400)
    for one in range(len(at)):
        assert 15.9 <= at[one][0] <= 344.1
        assert 15.9 <= at[one][1] <= 384.1
        assert all(hypot(at[one][0] - x, at[one][1] - y) > 26 for x, y in at[:one])


def test_pins_on_one_spot_and_lone_pins() -> None:
    """Places on the same spot are told apart; a place with room round it stays where it is."""
    at = spread([(100.0, 100.0)] * 3 + [(300.0, 300.0)], 32, 360, 400)

    assert 4 == len({(round(x), round(y)) for x, y in at})
    assert (300, 300) == pytest.approx(at[3], abs=0.1)


@given(st.lists(st.tuples(INSIDE, st.text("aåmW ", min_size=1, max_size=20)), max_size=14))
def test_names_cover_nothing(places: list[tuple[tuple[float, float], str]]) -> None:
    """A name lies inside the drawing and covers neither a pin nor another name; else it is left out."""
    room = Room(360, 400)
    for (x, y), _ in places:
        room.take(x, y, 12)
    boxes = [(x - 12, y - 12, x + 12, y + 12) for (x, y), _ in places]
    for (x, y), text in places:
        label = room.beside(text, x, y, 14, 11)
        if label is None:
            continue
        wide = text_width(text, 11)
        left = label.x - {"start": 0, "middle": wide / 2, "end": wide}[label.anchor]
        box = (left, label.y - 8.58, left + wide, label.y + 2.64)
        assert box[0] >= 0
        assert box[2] <= 360
        for other in boxes:
            assert box[2] <= other[0] or other[2] <= box[0] or box[3] <= other[1] or other[3] <= box[1]
        boxes.append(box)


def test_a_lone_place_has_its_name_to_the_right() -> None:
    """The first choice of map-makers; near the right edge it stands to the left."""
    assert "start" == getattr(Room(360, 400).beside("Råå", 100, 100, 14, 11), "anchor", None)
    assert "end" == getattr(Room(360, 400).beside("Råå", 350, 100, 14, 11), "anchor", None)
    assert None is Room(30, 30).beside("Helsingborg", 15, 15, 14, 11)
