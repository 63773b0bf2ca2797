"""Sorting as readers of a language expect."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.indexing.collation import DIGITS, NO_LETTER, collation, heading_order, initial


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("sv", ["Adelsö", "Zoo", "Åhus", "Ängelholm", "Ærø", "Öland", "Øster"]),
        ("da", ["Adelsö", "Zoo", "Ängelholm", "Ærø", "Öland", "Øster", "Åhus", "Aarhus"]),
        ("en", ["Adelsö", "Ærø", "Åhus", "Ängelholm", "Öland", "Øster", "Zoo"]),
    ],
)
def test_letters_stand_where_readers_look_for_them(language: str, expected: list[str]) -> None:
    """å ä ö come last in Swedish, æ ø å (and aa) in Danish, and beside a and o in English."""
    shuffled = expected[::2] + expected[1::2]

    assert sorted(shuffled, key=collation(language)) == expected


def test_case_and_punctuation_do_not_count() -> None:
    """Words are compared by their letters before anything else."""
    words = ["h-and", "Hamn", "hamnen", "H+"]

    assert sorted(words, key=collation("sv")) == ["H+", "Hamn", "hamnen", "h-and"]


@given(st.lists(st.text()))
def test_order_does_not_depend_on_the_way_in(words: list[str]) -> None:
    """Any order of the same words is sorted to the same order: equal keys mean equal words, but for case."""
    key = collation("sv")
    backwards = words[::-1]

    assert [key(word) for word in sorted(words, key=key)] == [
        key(word) for word in sorted(backwards, key=key)
    ]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("sv", {"Ärlan": "Ä", "Ærø": "Ä", "élan": "E", "”Ord”": "O", "3 tips": DIGITS, "!": NO_LETTER}),
        ("da", {"Aarhus": "Å", "Ängelholm": "Æ", "Öland": "Ø"}),
        ("en", {"Åhus": "A", "þing": "T"}),
        ("ar", {"أهلا": "ا", "آثار": "ا", "بيت": "ب", "٣ نصائح": DIGITS}),
    ],
)
def test_a_text_stands_under_a_letter_of_the_alphabet(language: str, expected: dict[str, str]) -> None:
    """A heading is a letter readers of the language know; accents, quotes and digits have their place."""
    assert {text: initial(language)(text) for text in expected} == expected


def test_headings_follow_the_alphabet() -> None:
    """Digits come after the last letter, and what has neither comes last."""
    headings = ["A", "Z", "Å", "Ä", "Ö", DIGITS, NO_LETTER]

    assert sorted(headings[::2] + headings[1::2], key=heading_order("sv")) == headings


@given(st.text())
def test_every_text_has_a_heading(text: str) -> None:
    """Whatever a title is made of, it has exactly one heading that is not empty."""
    assert initial("sv")(text)
