"""Misspellings lead to the known word, and only misspellings do."""

import time

from generator.model.kind import Field, FieldType
from generator.reading.suggest import closest, closest_of, spellings


def test_closest() -> None:
    """The nearest word wins, upper and lower case alike; a word like none of them has no answer."""
    assert closest("Sumary", ["title", "summary"]) == "summary"
    assert closest("xyz", ["title", "summary"]) == ""
    assert closest("a", []) == ""


def test_labels() -> None:
    """A label in any language leads to the field's name."""
    fields = (
        Field("title", FieldType.TEXT, label={"sv": "Rubrik", "ar": "العنوان"}),
        Field("hours", FieldType.TEXT),
    )

    assert closest_of("rubrik", spellings(fields)) == "title"
    assert closest_of("العنوان", spellings(fields)) == "title"
    assert closest_of("hour", spellings(fields)) == "hours"


def test_a_name_before_a_label() -> None:
    """A field's name counts more than another field's label of the same spelling."""
    fields = (Field("source", FieldType.TEXT), Field("origin", FieldType.TEXT, label={"en": "source"}))

    assert closest_of("source", spellings(fields)) == "source"


def test_a_very_long_word() -> None:
    """A whole chapter in place of a word takes no time."""
    started = time.perf_counter()

    assert closest("x" * 1_000_000, ["title"] * 100) == ""
    assert time.perf_counter() - started < 1
