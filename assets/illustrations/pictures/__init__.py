"""All pictures by name, in the order they are drawn."""

from collections.abc import Callable

from parts import Sheet

from . import land, rooms, sea, town

PICTURES: dict[str, Callable[[], Sheet]] = {
    "karnan": town.karnan,
    "the-sound-ferry": sea.the_sound_ferry,
    "cold-baths": sea.cold_baths,
    "dunkers": sea.dunkers,
    "sofiero": land.sofiero,
    "raa-harbour": sea.raa_harbour,
    "kullaberg-light": land.kullaberg_light,
    "ven": land.ven,
    "oceanhamnen": town.oceanhamnen,
    "campus": town.campus,
    "konserthuset": town.konserthuset,
    "fredriksdal": land.fredriksdal,
    "groningen": land.groningen,
    "studio": rooms.studio,
    "language-cafe": rooms.language_cafe,
    "clay": rooms.clay,
    "violin-organ": rooms.violin_organ,
    "harbour-night": sea.harbour_night,
    "hub-desk": rooms.hub_desk,
    "moving-boxes": town.moving_boxes,
}
