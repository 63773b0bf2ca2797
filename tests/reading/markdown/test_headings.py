"""Headings get ids that are stable, readable and unique, and are where the page expects them."""

import pytest

from generator.reading.markdown.headings import slugify
from tests.reading.markdown.pages import flat, parse
from tests.reading.said import hints, said


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Kärnan & Öresund på 1300-talet", "karnan-oresund-pa-1300-talet"),
        ("Æblehave, Køb", "aeblehave-kob"),
        ("A\u030angfärjan", "angfarjan"),
        ("Lars' café -- à la carte!", "lars-café-à-la-carte"),
        ("قلب المدينة", "قلب-المدينة"),
        ("हिन्दी में", "हिन्दी-में"),
        ("???", "section"),
        ("snake_case", "snake-case"),
        ("ord " * 40, "-".join(["ord"] * 20)),
    ],
)
def test_slugs(text: str, slug: str) -> None:
    """Letters of any script stay; Scandinavian ones become what people type in addresses."""
    assert slugify(text) == slug


def test_ids() -> None:
    """The same words twice get numbers; an id a writer chose is never taken by a heading above it."""
    text = "## Torget\n\n## Torget\n\n### Annat {#torget-2}\n\n## *Torget* `x` [y](places/z)\n\n## Torget\n"

    assert parse(text).anchors == ("torget", "torget-3", "torget-2", "torget-x-y", "torget-4")


def test_forms() -> None:
    """Signs at the end, underlines, and a sign that belongs to the text."""
    text = "## Ett ##\n\nTvå\n---\n\n## C#\n## Fyra\ntext\n"
    shown = (
        '<h2 id="ett">Ett</h2> <h2 id="tva">Två</h2> <h2 id="c">C#</h2> <h2 id="fyra">Fyra</h2> <p>text</p>'
    )

    assert flat(text) == shown


@pytest.mark.parametrize("text", ["#hashtag", "- #hashtag", "> #hashtag", "text\n#hashtag", "####### sju"])
def test_no_heading(text: str) -> None:
    """A hashtag is no heading, wherever it stands."""
    assert "<h" not in flat(text)


def test_first_level() -> None:
    """A heading of the first level is set one lower, with a warning that shows what to write."""
    parsed = parse("ord\n\n# Torget\n\nHamnen\n======\n\n> # Citat\n")

    assert [(each.location.line, each.location.column) for each in parsed.problems] == [
        (3, 1),
        (5, 1),
        (8, 3),
    ]
    assert hints(parsed.problems)[0] == "Write ## Torget."
    assert flat("# Torget") == '<h2 id="torget">Torget</h2>'


@pytest.mark.parametrize("text", ["ord\n\n##\n", "ord\n\n## \n", "ord\n\n## ##\n", "ord\n\n## {#x}\n"])
def test_empty(text: str) -> None:
    """A heading without text is reported and left out."""
    assert said(parse(text).problems) == ["3:1 This heading has no text."]
    assert flat(text) == "<p>ord</p>"


def test_unusable_ids() -> None:
    """An id that is taken or cannot be one is reported with an example that works."""
    parsed = parse("## A {#x}\n\n## B {#x}\n\n## C {#två ord}\n")

    assert said(parsed.problems) == [
        "3:1 The heading's id #x stands on this page already.",
        "5:1 #två ord cannot be the id of a heading.",
    ]
    assert hints(parsed.problems)[1].endswith("for example {#tva-ord}.")
    assert parsed.anchors == ("x", "x-2", "tva-ord")
