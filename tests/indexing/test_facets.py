"""Narrowing a listing: values, their order, their pages and addresses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.indexing.facets import facet_address, narrow, values_of
from generator.model.facts import Facts
from generator.model.kind import Facet, Field, FieldType, Kind
from generator.model.story import Story
from tests.support.facts import AREA, LANGUAGES, TITLE, facts, kind, story

FREE = Field("free", FieldType.BOOLEAN, label={"sv": "Fri entré", "en": "Free entry"})
SETTING = Field(
    "setting", FieldType.CHOICE, choices={"in": {"sv": "Inomhus, mest"}, "out": {"ar": "خارج", "sv": "Ute"}}
)
SPEAKS = Field("speaks", FieldType.LANGUAGES, label={"sv": "Språk"})
FEATURES = {"lift": {"sv": "Hiss"}, "step_free": {"sv": "Stegfri"}}
ACCESS = Field(
    "access",
    FieldType.LIST,
    of=Field(
        "access",
        FieldType.OBJECT,
        fields=(
            Field("feature", FieldType.CHOICE, choices=FEATURES),
            Field("available", FieldType.BOOLEAN),
        ),
    ),
)
FACETS = ("area", "free", "setting", "speaks", "access")
PLACE = replace(
    kind("place", "places"),
    fields=(TITLE, AREA, FREE, SETTING, SPEAKS, ACCESS),
    facets=tuple(Facet(name) for name in FACETS),
)


def world(*stories: Story, place: Kind = PLACE) -> Facts:
    """Facts whose places have facets."""
    plain = facts(*stories)
    return replace(plain, kinds={**plain.kinds, "place": place})


@pytest.mark.parametrize(
    ("facet", "fields", "expected"),
    [
        ("free", {"free": True}, ("yes",)),
        ("free", {"free": False}, ()),
        ("free", {}, ()),
        ("setting", {"setting": "out"}, ("out",)),
        ("area", {"area": "north"}, ("north", "city")),
        ("area", {"area": "nowhere"}, ()),
        ("speaks", {"speaks": ["sv", "ar"]}, ("sv", "ar")),
        ("access", {"access": [{"feature": "lift", "available": True}]}, ("lift",)),
        ("access", {"access": [{"feature": "lift", "available": False}]}, ()),
    ],
)
def test_values_of_a_story(facet: str, fields: dict, expected: tuple[str, ...]) -> None:
    """A story falls under what is known of it; what is not known, or known not to be so, is no value."""
    found = values_of(world(story("places/a", **fields)), PLACE, Facet(facet), "places/a")

    assert expected == found


def test_values_stand_in_the_order_of_their_declaration() -> None:
    """Terms in the order of the vocabulary, choices in theirs, each with its number of stories."""
    here = world(
        story("places/a", area="north", setting="out"),
        story("places/b", area="city", setting="in"),
        story("places/c", setting="in"),
    )
    values, _ = narrow(here, PLACE, ["places/a", "places/b", "places/c"])

    assert (
        ("area", (("city", 2), ("north", 1))),
        ("setting", (("in", 2), ("out", 1))),
    ) == values


def test_a_page_needs_more_than_one_story_and_fewer_than_all() -> None:
    """A value of one story is no page worth finding, and one of all stories narrows nothing."""
    here = world(
        story("places/a", free=True, setting="in", area="north"),
        story("places/b", free=True, setting="in"),
        story("places/c", setting="in"),
    )
    _, pages = narrow(here, PLACE, ["places/a", "places/b", "places/c"])

    assert {"place/free/yes": ["places/a", "places/b"]} == pages


def test_a_facet_may_do_without_pages() -> None:
    """Values of a facet that has no pages are counted all the same."""
    place = replace(PLACE, facets=(Facet("free", pages=False),))
    here = world(story("places/a", free=True), story("places/b", free=True), story("places/c"), place=place)
    values, pages = narrow(here, place, ["places/a", "places/b", "places/c"])

    assert ((("free", (("yes", 2),)),), {}) == (values, pages)


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("free", "yes", "/sv/places/fri-entre/"),
        ("setting", "in", "/sv/places/inomhus-mest/"),
        ("area", "north", "/sv/places/area/north/"),
        ("speaks", "sv-simple", "/sv/places/sprak/sv-simple/"),
        ("access", "step_free", "/sv/places/stegfri/"),
    ],
)
def test_addresses(field: str, value: str, expected: str) -> None:
    """Yes and no and choices stand under their label, terms and languages one level deeper."""

    assert expected == facet_address(world(), PLACE, field, value, LANGUAGES[0])


def test_a_declared_segment_wins() -> None:
    """A facet may say its part of the address per language; the others get it from the label."""
    place = replace(PLACE, facets=(Facet("free", {"sv": "gratis"}),))
    urls = [facet_address(world(place=place), place, "free", "yes", language) for language in LANGUAGES[:2]]

    assert ["/sv/places/gratis/", "/en/places/free-entry/"] == urls


def test_addresses_keep_to_latin_letters() -> None:
    """A label in another script gives way to English, and that to the key."""
    arabic = replace(LANGUAGES[0], tag="ar", prefix="ar")
    place = replace(PLACE, segment={"ar": "places"})

    assert "/ar/places/out/2/" == facet_address(world(place=place), place, "setting", "out", arabic, 2)
