"""Unquoted words become numbers and truth values only where nobody can have meant the word."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.yaml_scalars import resolve

VALUES = {
    "hej": "hej", "no": False, "Yes": True, "OFF": False, "nO": "nO", "y": "y", "~": None, "": None,
    "NULL": None, "0": 0, "-7": -7, "+1": 1, "2026": 2026, "1.5": 1.5, ".5": 0.5, "-0.25": -0.25,
    "1e3": 1000.0, "1.0": 1.0,
    "0421": "0421", "007": "007", "0o17": "0o17", "0x1F": "0x1F", "0b1": "0b1", "1_000": "1_000",
    "12:30": "12:30", "2026-11-23": "2026-11-23", "2026-11-23 18:00": "2026-11-23 18:00",
    "8,5": "8,5", "1.": "1.", "+": "+",
    "1234567890123456": "1234567890123456", "1e999": "1e999", ".inf": ".inf", ".nan": ".nan", "=": "=",
    "<<": "<<", "٣": "٣",
}  # fmt: skip


@pytest.mark.parametrize("written", VALUES)
def test_values(written: str) -> None:
    """Times, dates, telephone numbers and numbers too long for JSON stay text."""
    value = resolve(written)

    assert (value, type(value)) == (VALUES[written], type(VALUES[written]))


@given(st.text(st.sampled_from("0123456789+-.eE_:xonNtrue~ "), max_size=20))
def test_any_word(written: str) -> None:
    """Whatever comes out can be stored as JSON and read again."""
    value = resolve(written)

    assert json.loads(json.dumps(value, allow_nan=False)) == value
