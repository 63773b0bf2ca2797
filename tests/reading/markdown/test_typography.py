"""Each language is set as its printers set it; code, addresses and whatever is doubtful stay as typed."""

import pytest

from generator.reading.markdown.typography import typeset
from tests.reading.markdown.pages import flat


def shown(text: str, language: str = "sv") -> str:
    """The text set in type, its special spaces visible."""
    return typeset(text, language).replace("\u00a0", "~").replace("\u202f", "^")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("sv", "”Hej ’du’ där,” sa X"),
        ("sv-simple", "”Hej ’du’ där,” sa X"),
        ("fi", "”Hej ’du’ där,” sa X"),
        ("en", "“Hej ‘du’ där,” sa X"),
        ("da", "»Hej ›du‹ där,« sa X"),
        ("nb", "«Hej ‘du’ där,» sa X"),
        ("no", "«Hej ‘du’ där,» sa X"),
        ("de", "„Hej ‚du‘ där,“ sa X"),
        ("fr", "«^Hej “du” där,^» sa X"),
        ("ar", "«Hej ‹du› där,» sa X"),
        ("fa", "«Hej ‹du› där,» sa X"),
        ("uk", "«Hej „du“ där,» sa X"),
        ("ru", "«Hej „du“ där,» sa X"),
        ("pl", "„Hej «du» där,” sa X"),
        ("so", "“Hej ‘du’ där,” sa X"),
    ],
)
def test_quotes_of_languages(language: str, expected: str) -> None:
    """Two levels of quotation marks in every language; English ones where none are known."""
    assert shown("\"Hej 'du' där,\" sa X", language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's the dogs' 1990s' style", "It’s the dogs’ 1990s’ style"),
        ("'Tis rock 'n' roll of the '90s", "’Tis rock ’n’ roll of the ’90s"),
        ("'Single \"inner\" ones.'", "‘Single “inner” ones.’"),
        ("\"'A' and 'b',\" he said.", "“‘A’ and ‘b’,” he said."),
        ('("a") ["b"] --"c" "(d)"', "(“a”) [“b”] –“c” “(d)”"),
        ('a 5" screen, 6\'2"', "a 5″ screen, 6’2″"),
        ('"Never closed', "“Never closed"),
        ('one "two "three" two" one', "one “two ‘three’ two” one"),
        ('"a" "b"', "“a” “b”"),
        ('"', "”"),
    ],
)
def test_quotes(text: str, expected: str) -> None:
    """Apostrophes, nesting, brackets, inches and quotes without a partner."""
    assert shown(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"*Hej*," sa hon', "”<em>Hej</em>,” sa hon"),
        ('*"Hej"* "**Hej**"', "<em>”Hej”</em> ”<strong>Hej</strong>”"),
        ('"`kod "x" --`"', '”<code>kod "x" --</code>”'),
        ('"[a "b"](places/c)"', '”<a href="/places/c">a ’b’</a>”'),
        ('\\"rak\\" &quot;rak&quot; \\-\\-', '"rak" "rak" --'),
        ("<https://a.se/--1657-60>", '<a href="https://a.se/--1657-60">https://a.se/--1657-60</a>'),
    ],
)
def test_across_elements(text: str, expected: str) -> None:
    """A quotation may begin in one element and end in another; code and escapes are left alone."""
    assert flat(text) == f"<p>{expected}</p>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a -- b --- c ---- d --> e", "a – b — c ---- d --> e"),
        ("a... b.... c", "a… b.... c"),
        ("1657-60, 1998-2002, 1914-18, (1720-25)", "1657–60, 1998–2002, 1914–18, (1720–25)"),
        ("s. 45-52, v. 34-36, kl. 10-12", "s.~45–52, v. 34–36, kl.~10–12"),
        ("2026-11, 2026-11-23, 850709-9805", "2026-11, 2026-11-23, 850709-9805"),
        (
            "042-10 50 00, 0771-12 34 56, +46 42-10 50 00, 10-50 00",
            "042-10 50 00, 0771-12 34 56, +46 42-10 50 00, 10-50 00",
        ),
        (
            "24-7, 21-19, 98-45, 5-10, A4-12, 08.30-17.00, 10:15-11:45",
            "24-7, 21-19, 98-45, 5-10, A4-12, 08.30-17.00, 10:15-11:45",
        ),
        (
            "10 000 kr, 1 234 567, 8,5 %, 5 km, 20 min, 3 km/h, 2 km²",
            "10~000~kr, 1~234~567, 8,5~%, 5~km, 20~min, 3~km/h, 2~km²",
        ),
        ("år 2026 100 personer, 12 mars, 5 kmx", "år 2026 100 personer, 12 mars, 5 kmx"),
        (
            "kl. 18, Kl 9, nr 3, (s. 7), ca 40, § 5, tel. 112",
            "kl.~18, Kl~9, nr~3, (s.~7), ca~40, §~5, tel.~112",
        ),
        ("https://a.se/1657-60--x a--b@c.se www.a.se/--", "https://a.se/1657-60--x a--b@c.se www.a.se/--"),
    ],
)
def test_numbers_and_dashes(text: str, expected: str) -> None:
    """Ranges that grow, groups, units, abbreviations; telephone numbers, dates and scores are untouched."""
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("da", "10 000 kr., kl. 18, 5 mio.", "10~000~kr., kl.~18, 5~mio."),
        ("en", "10 000, p. 5, no. 7, 5 miles", "10 000, p.~5, no.~7, 5~miles"),
        ("fr", "10 000 euros ; vraiment ?", "10^000~euros^; vraiment^?"),
        ("uk", "10 000 грн, № 5", "10~000~грн, №~5"),
        ("fi", "klo 18, 5 euroa", "klo~18, 5~euroa"),
        ("ar", "10 000 5 km 1657-60 § 5", "10 000 5 km 1657-60 § 5"),
    ],
)
def test_spaces_of_languages(language: str, text: str, expected: str) -> None:
    """Spaces that do not break go by the language; Arabic numbers are left alone."""
    assert shown(text, language) == expected


def test_everywhere() -> None:
    """Headings, lists, tables and captions are set too; code is not."""
    assert flat('## "A"\n\n- "b"\n') == '<h2 id="a">”A”</h2> <ul> <li>”b”</li> </ul>'
    assert flat('```\n"a" -- 10 000\n```') == '<pre><code>"a" -- 10 000 </code></pre>'
