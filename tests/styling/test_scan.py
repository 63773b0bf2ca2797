"""What a style sheet asks for is found, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.styling.scan import scan


@pytest.mark.parametrize(
    ("text", "name", "around"),
    [
        ('@import "a.css";', "a.css", ()),
        ("@import 'a.css' ;", "a.css", ()),
        ("@IMPORT url( a.css );", "a.css", ()),
        ('/* first */ @charset "utf-8"; @import url("a.css");', "a.css", ()),
        ("@layer reset, base; @import 'a.css' layer(base);", "a.css", ("@layer base",)),
        ("@import 'a.css' layer;", "a.css", ("@layer",)),
        ("@import 'a.css' layer(base.text) print;", "a.css", ("@media print", "@layer base.text")),
        ("@import 'a.css' layered;", "a.css", ("@media layered",)),
        (
            "@import 'a.css' layer(x) supports(display: grid) screen and (width > 30rem);",
            "a.css",
            ("@media screen and (width > 30rem)", "@supports (display: grid)", "@layer x"),
        ),
        ("@import 'a.css' supports(not (display: grid));", "a.css", ("@supports not (display: grid)",)),
        ("@import 'a.css' supports(selector(:has(a)));", "a.css", ("@supports selector(:has(a))",)),
        ("@import/**/'a.css'/* c */layer(x)/* d */;", "a.css", ("@layer x",)),
    ],
)
def test_an_import(text: str, name: str, around: tuple[str, ...]) -> None:
    """Every way of writing an import is read with its conditions, the outermost first."""
    found = scan(text)

    assert [(each.name, each.around) for each in found.imports] == [(name, around)]
    assert found.flaws == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a { background: url(a.svg) }", ["a.svg"]),
        ("a { mask: URL( 'a b.svg' ) }", ["a b.svg"]),
        ('@font-face { src: url("f.woff2") format("woff2"), local("url(x)") }', ["f.woff2"]),
        ("/* url(a.svg) */ a { content: 'url(b.svg)' }", []),
        ("a { b: url(data:image/svg+xml,%3Csvg%3E) }", ["data:image/svg+xml,%3Csvg%3E"]),
        (r"a::before { content: '\'url(x)' } b { c: url(y) }", ["y"]),
    ],
)
def test_addresses(text: str, expected: list[str]) -> None:
    """Addresses are found where a browser would look for them."""

    assert [each.address for each in scan(text).addresses] == expected


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("a { } /* b", "comment", 6),
        ("a { b: 'c\n }", "string", 7),
        ("a {} @import 'b.css';", "import-late", 5),
        ("@import b.css;", "import", 0),
        ("a { b: c", "open", 2),
        ("a { } }", "close", 6),
    ],
)
def test_a_flaw(text: str, code: str, at: int) -> None:
    """What would change the meaning of the next file is found with its place."""

    assert (at, code) in [(flaw.at, flaw.code) for flaw in scan(text).flaws]


@given(st.text(alphabet="ab {}@import;\"'/*\\()url\n"))
def test_any_text_may_come(text: str) -> None:
    """Scanning never raises, and what is found lies in the text, in order."""
    found = scan(text)
    ends = [(each.start, each.end) for each in (*found.imports, *found.addresses)]

    assert all(0 <= start < end <= len(text) for start, end in ends)
