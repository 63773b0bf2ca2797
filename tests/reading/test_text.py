"""Bytes of any origin become text and, where needed, a Problem that names the encoding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.text import decode
from tests.reading.said import hints, said

STORY = "---\ntitle: Råå\n---\nÖl på ön.\n"

SAVED_AS = {
    "UTF-16 with a mark": (
        "utf-16",
        "0:0 This file is saved as UTF-16 (also called Unicode); it must be UTF-8.",
    ),
    "UTF-16 without one": (
        "utf-16-le",
        "0:0 This file is saved as UTF-16 (also called Unicode); it must be UTF-8.",
    ),
    "UTF-16, big end first": (
        "utf-16-be",
        "0:0 This file is saved as UTF-16 (also called Unicode); it must be UTF-8.",
    ),
    "UTF-32 with a mark": (
        "utf-32",
        "0:0 This file is saved as UTF-32 (also called Unicode); it must be UTF-8.",
    ),
    "Latin-1": (
        "latin-1",
        "2:9 This file is saved as Latin-1 (ISO 8859-1), first seen here; it must be UTF-8.",
    ),
}


@pytest.mark.parametrize("name", SAVED_AS)
def test_other_encodings(name: str) -> None:
    """A file in another encoding gives one Problem with its name, and readable text all the same."""
    encoding, message = SAVED_AS[name]
    text, problems = decode(STORY.encode(encoding), "a.md")

    assert text == STORY
    assert said(problems) == [message]
    assert "Notepad" in hints(problems)[0]
    assert "VS Code" in hints(problems)[0]


def test_windows_1252() -> None:
    """Curly quotation marks of Windows-1252 tell it from Latin-1."""
    text, problems = decode("Hej “du”\n".encode("cp1252"), "a.md")

    assert text == "Hej “du”\n"
    assert said(problems) == [
        "1:5 This file is saved as Windows-1252 (also called ANSI), first seen here; it must be UTF-8."
    ]


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ("Öl\nså \xff bra".encode().replace("ÿ".encode(), b"\xff"), "2:4"),
        ("Öl på ö".encode()[:-1], "1:7"),
        (b"Ol \xc3", "1:4"),
    ],
    ids=["a bad byte", "cut off", "cut off in its only letter"],
)
def test_damaged_utf_8(content: bytes, where: str) -> None:
    """A file that is UTF-8 but for some bytes is not taken for another encoding."""
    text, problems = decode(content, "a.md")

    assert "\ufffd" in text
    assert said(problems) == [
        f"{where} This file is UTF-8, but there are bytes here that are no letter in it."
    ]


def test_byte_order_mark() -> None:
    """The mark of UTF-8 is dropped without a word."""
    assert decode(b"\xef\xbb\xbfhej", "a.md") == ("hej", ())


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends(ends: str) -> None:
    """Line ends of Windows and old Macs become one sign."""
    assert decode(f"a{ends}b{ends}".encode(), "a.md") == ("a\nb\n", ())


def test_text_is_not_normalised() -> None:
    """What was written in NFD stays in NFD."""
    assert decode("a\u030a".encode(), "a.md") == ("a\u030a", ())


def test_zero_bytes() -> None:
    """Zero bytes are a Problem at the first one; the text has spaces in their place."""
    text, problems = decode(b"a\nb\0c\0", "a.md")

    assert text == "a\nb c "
    assert said(problems) == [
        "2:2 There are zero bytes in this file, the first one here; it is damaged or no text file."
    ]


def test_control_characters() -> None:
    """Other control characters give one Problem that counts them; tabs are none."""
    text, problems = decode("a\tb\n\x0bc\x07\x85".encode(), "a.md")

    assert text == "a\tb\n c  "
    assert said(problems) == [
        "2:1 There is an invisible control character here (U+000B), 3 in the whole file."
    ]


@given(st.binary(max_size=400))
def test_any_bytes(content: bytes) -> None:
    """Any bytes become text without control characters and without surrogates, and nothing raises."""
    text, problems = decode(content, "a.md")

    assert text.encode() or not text
    assert not any(ord(sign) < 32 and sign not in "\t\n" for sign in text)
    said(problems)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=200))
def test_any_utf_8(text: str) -> None:
    """UTF-8 without control characters is taken as it is; U+FEFF at the start is the mark."""
    assert decode(text.encode(), "a.md") == (text.removeprefix("\ufeff"), ())
