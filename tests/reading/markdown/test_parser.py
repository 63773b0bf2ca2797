"""A text becomes parts, references, anchors, words and problems, whatever it is."""

import pickle

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.model.body import Figure, Html, Link, from_data, to_data
from generator.model.problem import Location, Severity
from generator.model.story import Reference
from generator.reading.markdown import MarkdownOptions
from generator.reading.markdown.limits import MAX_DEPTH, MAX_LENGTH, MAX_LINES, MAX_TAGS
from tests.reading.markdown.pages import BLOCKS, PATH, faults, flat, parse
from tests.reading.said import said


def test_parts() -> None:
    """Links and pictures are parts of their own, with finished HTML between them."""
    parsed = parse(
        'Se [Dunkers](places/dunkers "Huset") och ![Torn](karnan.jpg).\n\n![Vy](sundet "Från tornet")\n'
    )

    assert parsed.body == (
        Html("<p>Se "),
        Link("places/dunkers", "", "Huset"),
        Html("Dunkers</a> och "),
        Figure("karnan", "Torn", "", inline=True),
        Html(".</p>\n"),
        Figure("sundet", "Vy", "Från tornet", inline=False),
    )
    assert from_data(to_data(parsed.body)) == parsed.body


def test_references() -> None:
    """What a text points at is told with its exact place in the file, in the order of the page."""
    text = "Ord\n\n- *se* [a](places/a#x) ![b](b)\n\n> [c][d] [d]\n\n[d]: ./e.sv.md\n"
    parsed = parse(text, first_line=9)

    assert parsed.references == (
        Reference("story", "places/a", Location(PATH, 11, 8), "x"),
        Reference("photo", "b", Location(PATH, 11, 24), described=True),
        Reference("story", "places/e", Location(PATH, 13, 3)),
        Reference("story", "places/e", Location(PATH, 13, 10)),
    )


def test_places_after_code_comments_and_tabs() -> None:
    """Brackets in code and comments move nothing."""
    text = (
        "`[a](b/c)` <!-- [a](b/c) -->\n[a](b/c)\n\n```\n[a](b/c)\n```\n"
        "<!--\n\n[a](b/c) --> [a](b/c)\n\n    [a](b/c)\n"
    )

    assert [(each.location.line, each.location.column) for each in parse(text).references] == [
        (2, 1),
        (9, 14),
    ]


def test_words() -> None:
    """Words are what a reader sees: no targets, no comments, no signs; code, captions and footnotes count."""
    text = (
        "## Två ord\n\nEn [länk](places/x) -- `kod här` "
        '![alt](b "en bildtext")[^1] <!-- inte detta -->\n\n[^1]: Fot.\n'
    )

    assert parse(text).words == 2 + 2 + 2 + 2 + 1


def test_empty() -> None:
    """Nothing in, nothing out."""
    assert [parse(text).body for text in ("", "\n\n", "  \n\t\n", "<!-- bara detta -->")] == [()] * 4


def test_same_again() -> None:
    """The same text gives the same value, whatever was read in between, and travels between processes."""
    text = "[^1] ## [a][b]\n\n1. x\n\n[b]: places/x\n[^1]: fot\n"
    first = parse(text)
    parse("[b]: places/annan\n\n[^1]: annan\n\n> > - x\n")

    assert parse(text) == first
    assert pickle.loads(pickle.dumps(first)) == first
    assert pickle.loads(pickle.dumps(MarkdownOptions("sv", BLOCKS))) == MarkdownOptions("sv", BLOCKS)


def test_definitions_stay_at_home() -> None:
    """Addresses and footnotes of one text are unknown in the next."""
    parse("[b]: places/x\n\n[^1]: fot\n")

    assert said(parse("[a][b] [^1]\n").problems) == [
        "1:1 There is no address called [b], so this is no link.",
        "1:8 There is no footnote [^1].",
    ]


@pytest.mark.parametrize(
    "text", ["> " * 200 + "x", "- " * 200 + "x", " " * 900 + "- x", "1. " * 90 + "x", ": " * 90 + "x"]
)
def test_too_deep(text: str) -> None:
    """Nesting no text needs is refused, at the same depth wherever the reading is called from."""
    parsed = parse(f"a\n\n{text}\n")

    assert parsed.body == ()
    assert said(parsed.problems) == ["3:1 This line is too deeply nested in lists or quotes to be read."]


def test_deep_enough() -> None:
    """The deepest text that is not refused is read, lists and quotes alike."""
    levels = MAX_DEPTH // 2
    listed = "".join("  " * level + "- x\n" for level in range(levels))

    assert flat("> " * MAX_DEPTH + "x").count("<blockquote>") == MAX_DEPTH
    assert flat(listed).count("<ul>") == levels


def test_too_long() -> None:
    """Too long a text, a run of lines or a row, or too much HTML, is refused with a sentence."""
    cases = ["x" * (MAX_LENGTH + 1), "x\n" * (MAX_LINES + 3), "<b>x\n\n" * (MAX_TAGS + 1), "a|" * 501]
    found = [[each.code for each in parse(text, raw_html=True).problems] for text in cases]

    assert found == [["too-long"]] * 4


def test_order_of_problems() -> None:
    """Problems come in the order of the file, once each, errors and warnings together."""
    parsed = parse("[a](#b)\n\n# X\n\n<b>\n\n[c]()\n\n[a](#b)\n")

    assert [(each.location.line, each.severity) for each in parsed.problems] == [
        (1, Severity.ERROR),
        (3, Severity.WARNING),
        (5, Severity.ERROR),
        (7, Severity.ERROR),
        (9, Severity.ERROR),
    ]


def test_control_characters() -> None:
    """Characters no page may contain are shown as the sign for an unreadable one."""
    assert (
        flat("a\x00b\x01c\x02f0\x03d\x04\x05e\x1b")
        == "<p>a\ufffdb\ufffdc\ufffdf0\ufffdd\ufffd\ufffde\ufffd</p>"
    )


SNIPPETS = st.sampled_from(
    [
        "[a](places/b)",
        "[a](#x)",
        "![a](b)",
        "![",
        "[",
        "](",
        "]",
        "(",
        ")",
        "**",
        "*",
        "_",
        "`",
        "``",
        "```",
        "~~~",
        "<b>",
        "</b>",
        "<a",
        "<div>",
        "</div>",
        ">",
        "<!--",
        "-->",
        "[^1]",
        "[^1]: x",
        "[r]: places/x",
        "[a][r]",
        "[r]",
        "# x",
        "## x {#y}",
        "##",
        "- ",
        "1. ",
        ": ",
        "> ",
        "===",
        "---",
        "***",
        "&amp;",
        "&#x22;",
        "&#2;",
        '"',
        "'",
        "\\",
        "<https://a.se>",
        "<a@b.se>",
        "|a|b|",
        "|-|-|",
        "10 000 kr",
        "1657-60",
        "--",
        "...",
        "](javascript:alert(1))",
        "```quote\ntext: x\n```",
        "```steps\nitems:\n  - text: |\n      [a](#x)[^1]\n\n      [^1]: x\n```",
        "ord",
        "å",
        "ب",
        "🙂",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "&lt;b&gt;",
        "javascript&colon;x",
    ]
)
SPACES = st.sampled_from(["\n", "\n\n", " ", "  \n", "    ", "\t", "\n  ", "\n    "])
TEXTS = st.lists(
    st.one_of(SNIPPETS, SPACES, st.text(max_size=6)),
    max_size=40,
).map("".join)


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(["sv", "en", "da", "fr", "ar"]))
@example("[![a](b)](places/c)[^1]\n\n[^1]: [x](#y)\n", "sv")
@example("- a\n\n  ```\n  x\n", "sv")
@example("[<https://a.se>](places/c)", "sv")
@example("[a[^1]](places/b)\n\n[^1]: x", "sv")
def test_any_text(text: str, language: str) -> None:
    """Whatever is written: no exception, balanced tags, unique ids, and nothing that could run."""
    parsed = parse(text, language, **BLOCKS)

    assert faults(parsed) == []
    assert said(parsed.problems) is not None


@settings(max_examples=200, deadline=None)
@given(TEXTS)
@example("<b>[a](places/b)</b> <div>\n\n![x](y)\n\n</div>")
@example("&#2;0&#3; <b>x</b>")
@example("<table><tr><td>[a](places/b) ![x](y)")
def test_any_html(text: str) -> None:
    """HTML that is let through is cleaned, and the parts between it are still there."""
    parsed = parse(text, raw_html=True, **BLOCKS)

    assert faults(parsed, raw_html=True) == []


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_all_text_is_shown(text: str) -> None:
    """No word gets lost: what stands in an ordinary paragraph is on the page."""
    parsed = parse(f"{text}\n\nsistaordet\n")
    swallowed = {"fence-unclosed", "too-deep", "footnote-unused", "comment-unclosed"}

    assert (
        "sistaordet" in flat(f"{text}\n\nsistaordet\n") or {each.code for each in parsed.problems} & swallowed
    )
