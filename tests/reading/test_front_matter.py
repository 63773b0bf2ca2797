"""A story's file is split into two halves, and every way to get the fences wrong has a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.front_matter import FrontMatter, split_front_matter
from tests.reading.said import said


def test_two_halves() -> None:
    """Both halves know the line of the file they begin on."""
    expected = FrontMatter("title: a\ndate: b", 2, "\nBody\n", 5)

    assert split_front_matter("---\ntitle: a\ndate: b\n---\n\nBody\n", "a.md") == expected


def test_lines_above_and_signs_behind() -> None:
    """Empty lines above the front matter and white space behind a fence are tolerated."""
    expected = FrontMatter("title: a", 4, "Body", 6)

    assert split_front_matter("\n \n--- \t\ntitle: a\n---\u2028\nBody", "a.md") == expected


def test_nothing_between_the_fences() -> None:
    """Empty front matter is front matter; a rule further down belongs to the body."""
    assert split_front_matter("---\n---\na\n\n---\nb", "a.md") == FrontMatter("", 2, "a\n\n---\nb", 3)


WRONG = {
    "an empty file": ("", "0:0 This file is empty."),
    "only white space": (" \n\n", "0:0 This file is empty."),
    "no front matter": ("\n# Råå", "2:1 This file does not begin with front matter."),
    "an indented fence": (
        " ---\na: b\n---",
        '1:1 The line that opens the front matter must be exactly three hyphens, not "---".',
    ),
    "a dash of a word processor": (
        "—\na: b\n—",
        '1:1 The line that opens the front matter must be exactly three hyphens, not "—".',
    ),
    "TOML": ("+++\na = 1\n+++", "1:1 The front matter is written as TOML; only YAML is read."),
    "JSON": ('{"a": 1}\n', "1:1 The front matter is written as JSON; only YAML is read."),
    "JSON between fences": (
        ';;;\n"a": 1\n;;;',
        "1:1 The front matter is written as JSON; only YAML is read.",
    ),
    "never closed": (
        "\n---\ntitle: a\n\nBody\n",
        "2:1 The front matter that opens on line 2 is never closed.",
    ),
    "closed with four": (
        "---\ntitle: a\n----\nBody\n",
        '3:1 Front matter opens on line 1, but "----" does not close it: three hyphens do.',
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_fences(name: str) -> None:
    """Each mistake has a sentence of its own at the line to look at."""
    text, message = WRONG[name]

    assert said(split_front_matter(text, "a.md").problems) == [message]


@given(st.text(st.sampled_from("-— \n\t{+;a:"), max_size=60))
def test_any_text(text: str) -> None:
    """Either there is a Problem, or both halves and two fences make up the file."""
    front = split_front_matter(text, "a.md")
    lines = text.split("\n")

    assert (
        said(front.problems) or lines[front.body_first_line - 1 :] == front.body.split("\n") or not front.body
    )
