"""A link leads to a story, a heading, the web, or nowhere: then its writer learns what to write instead."""

import pytest

from generator.model.body import Link
from generator.model.problem import Location, Severity
from generator.reading.markdown.links import ToHere, ToStory, ToWeb, photo, resolve
from tests.reading.markdown.pages import PATH, TAGS, flat, parse
from tests.reading.said import hints, said

HERE = Location(PATH, 1, 1)


@pytest.mark.parametrize(
    ("target", "there"),
    [
        ("places/dunkers", ToStory("places/dunkers", "")),
        ("places/dunkers#history", ToStory("places/dunkers", "history")),
        ("places/dunkers/", ToStory("places/dunkers", "")),
        (" places/dunkers\n", ToStory("places/dunkers", "")),
        ("../places/dunkers.sv.md", ToStory("places/dunkers", "")),
        ("dunkers.md", ToStory("places/dunkers", "")),
        ("./dunkers.sv-simple.md#x", ToStory("places/dunkers", "x")),
        ("../stories/v.2.md", None),
        ("../stories/%C3%A5.md#%C3%A4", ToStory("stories/å", "ä")),
        ("../stories/a\u030a.md", ToStory("stories/å", "")),
        ("content/../../stories/x.md", ToStory("stories/x", "")),
        ("../../../x.md", None),
        ("dunkers.da.md", None),
        ("#history", ToHere("history")),
        ("#%C3%A5", ToHere("å")),
        ("https://a.se/b?c=1&d=2#e", ToWeb("https://a.se/b?c=1&d=2#e")),
        ("HTTP://A.SE", ToWeb("HTTP://A.SE")),
        ('https://a.se/å b"<>', ToWeb("https://a.se/å%20b%22%3C%3E")),
        ("mailto:a@b.se?subject=x", ToWeb("mailto:a@b.se?subject=x")),
        ("tel:+4642105000", ToWeb("tel:+4642105000")),
        ("/sv/platser/dunkers/", ToWeb("/sv/platser/dunkers/")),
        ("/sv", ToWeb("/sv")),
        ("/files/plan.pdf", ToWeb("/files/plan.pdf")),
    ],
)
def test_where(target: str, there: object) -> None:
    """Ids, files, headings and addresses are told apart by their form alone."""
    assert resolve(target, PATH, TAGS, HERE)[0] == there


@pytest.mark.parametrize(
    ("target", "code", "hint"),
    [
        ("", "link-empty", "Write a story's id (places/dunkers)"),
        ("#", "link-empty", "Write a story's id"),
        ("dunkers", "link-form", "Write a story's id"),
        ("plan.pdf", "link-form", "Write a story's id"),
        ("../places/dunkers", "link-form", "Write a story's id"),
        ("places/dunkers?x=1", "link-form", "Write a story's id"),
        ("www.dunkers.se", "link-form", "Write https:// in front of it."),
        ("helsingborg.se/bygga", "link-form", "Write https:// in front of it."),
        ("//a.se", "link-form", "Write https: in front of it."),
        ("a@b.se", "link-form", "Write mailto: in front of it."),
        ("https://", "link-incomplete", "Copy it again"),
        ("http://[::1", "link-incomplete", "Copy it again"),
        ("mailto:", "link-incomplete", "Copy it again"),
        ("ftp://a.se", "link-scheme", "Addresses may begin with https:"),
        ("javascript:alert(1)", "link-scheme", "Addresses may begin with"),
        ("JaVa\tScript\u200b:alert(1)", "link-scheme", "Addresses may begin with"),
        ("\u00a0vbscript:x", "link-scheme", "Addresses may begin with"),
        ("data:text/html,x", "link-scheme", "Addresses may begin with"),
    ],
)
def test_refused(target: str, code: str, hint: str) -> None:
    """What cannot be a link is taken away, and the hint fits the mistake."""
    there, complaint = resolve(target, PATH, TAGS, HERE)

    assert (there, complaint and complaint.code) == (None, code)
    assert complaint is not None
    assert hints([complaint])[0].startswith(hint)


@pytest.mark.parametrize(
    "written",
    [
        "java&#115;cript:alert(1)",
        "javascript&colon;alert(1)",
        "&#x6A;avascript:alert(1)",
        "<java script:alert(1)>",
        "\\javascript:alert(1)",
        "java\\script:alert(1)",
        "JAVASCRIPT:alert(1)",
        "  javascript:alert(1) ",
    ],
)
def test_tricks(written: str) -> None:
    """No spelling of a dangerous address reaches the page; the text of the link stays."""
    assert flat(f"[a]({written})") == "<p>a</p>"


def test_site_path() -> None:
    """An address of this site is kept with a warning."""
    complaint = resolve("/sv/platser/", PATH, TAGS, HERE)[1]

    assert complaint is not None
    assert complaint.severity is Severity.WARNING
    assert hints([complaint]) == ["Write the story's id instead, for example places/dunkers."]


def test_fragment_that_is_missing() -> None:
    """A link to a heading of the same text is checked, wherever the heading stands."""
    text = "[a](#torget) [b](#torgett) [c](#havet) [d](#top)\n\n## Torget\n"

    assert said(parse(text).problems) == [
        "1:14 There is no heading #torgett in this text.",
        "1:28 There is no heading #havet in this text.",
    ]
    assert hints(parse(text).problems)[0] == "Did you mean #torget?"


def test_title_is_set_in_type() -> None:
    """The title of a link is text too."""
    assert Link("places/x", "", "Lars’ ”hus”") in parse("[a](places/x 'Lars\\' \"hus\"')").body


def test_nothing_is_added() -> None:
    """Links to the web are written as they are."""
    assert flat("[a](https://b.se 'T')") == '<p><a href="https://b.se" title="T">a</a></p>'


@pytest.mark.parametrize(
    ("target", "name", "code"),
    [
        ("karnan-tower", "karnan-tower", None),
        ("karnan-tower.JPG", "karnan-tower", None),
        ("hamn.v2", "hamn.v2", None),
        ("", "", "photo-name"),
        ("assets/photos/karnan.jpg", "", "photo-name"),
        ("../karnan.jpg", "", "photo-name"),
        ("https://a.se/b.jpg", "", "photo-elsewhere"),
        ("//a.se/b.jpg", "", "photo-elsewhere"),
        ("data:image/png;base64,x", "", "photo-elsewhere"),
    ],
)
def test_photos(target: str, name: str, code: str | None) -> None:
    """A picture is named by its name in the library, with or without its ending."""
    found, complaint = photo(target, HERE)

    assert (found, complaint and complaint.code) == (name, code)
