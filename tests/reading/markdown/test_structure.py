"""Lists, tables, footnotes, definitions and HTML: what stands around the text."""

import pytest

from generator.model.body import Html
from tests.reading.markdown.pages import flat, parse
from tests.reading.said import hints, said

NESTED = "<ul> <li>a <ul> <li>b</li> </ul> </li> <li>c</li> </ul>"


@pytest.mark.parametrize(
    "text", ["- a\n  - b\n- c", "- a\n    - b\n- c", "* a\n\t* b\n* c", "- a\n   - b\n- c", "+ a\n  + b\n+ c"]
)
def test_nested_lists(text: str) -> None:
    """Two, three and four spaces and a tab nest a list alike, as in the editors that write them."""
    assert flat(text) == NESTED


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ord:\n- a\n- b", "<p>Ord:</p> <ul> <li>a</li> <li>b</li> </ul>"),
        ("Det var\n1986. Ett år", "<p>Det var 1986. Ett år</p>"),
        ("1. a\n2. b\n   - c\n3. d", "<ol> <li>a</li> <li>b <ul> <li>c</li> </ul> </li> <li>d</li> </ol>"),
        ("3. a\n4. b", '<ol start="3"> <li>a</li> <li>b</li> </ol>'),
        ("1. a\n\n   b\n2. c", "<ol> <li> <p>a</p> <p>b</p> </li> <li> <p>c</p> </li> </ol>"),
        ("- a\nlat rad\n- b", "<ul> <li>a lat rad</li> <li>b</li> </ul>"),
        ("- a\n\ntext\n\n- b", "<ul> <li>a</li> </ul> <p>text</p> <ul> <li>b</li> </ul>"),
        ("- a\n---\nb", "<ul> <li>a</li> </ul> <hr> <p>b</p>"),
        ("* * *\n\n- - -", "<hr> <hr>"),
        ("> a\n>\n> - b\n> - c", "<blockquote> <p>a</p> <ul> <li>b</li> <li>c</li> </ul> </blockquote>"),
        ("a\n: b\nc\n: d", "<dl> <dt>a</dt> <dd>b</dd> <dt>c</dt> <dd>d</dd> </dl>"),
        ("a\n:   b *x*\n:   c", "<dl> <dt>a</dt> <dd>b <em>x</em></dd> <dd>c</dd> </dl>"),
    ],
)
def test_lists(text: str, shown: str) -> None:
    """A list and a term need no empty line before them, and a year does not begin a list."""
    assert flat(text) == shown


TABLE = "| a | b |\n|---|--:|\n| *1* | `x|y` |\n"


def test_table() -> None:
    """A table can be scrolled by keyboard, is named by the heading above it, and its headers head columns."""
    assert flat(f"## Tider\n\n{TABLE}") == (
        '<h2 id="tider">Tider</h2> '
        '<div class="table-scroll" role="region" tabindex="0" aria-labelledby="tider"><table> '
        '<thead> <tr><th scope="col">a</th><th scope="col" class="align-right">b</th></tr> </thead> '
        '<tbody> <tr><td><em>1</em></td><td class="align-right"><code>x|y</code></td></tr> </tbody> '
        "</table></div>"
    )


def test_table_names() -> None:
    """Without a heading a table is no region; two under the same heading have names of their own."""
    assert flat(TABLE).startswith('<div class="table-scroll"><table>')
    shown = flat(f"## Tider\n\n{TABLE}\n{TABLE}")

    assert 'aria-labelledby="tider table"' in shown
    assert '<tr id="table">' in shown


def test_footnotes() -> None:
    """Footnotes are numbered by first use, lead back to every use, and speak no language."""
    assert flat("a[^x] b[^y] c[^x]\n\n[^y]: *ypsilon*\n[^x]: iks\n") == (
        '<p>a<sup id="fnref:1"><a class="footnote-ref" href="#fn:1" role="doc-noteref">1</a></sup>'
        ' b<sup id="fnref:2"><a class="footnote-ref" href="#fn:2" role="doc-noteref">2</a></sup>'
        ' c<sup id="fnref:1-2"><a class="footnote-ref" href="#fn:1" role="doc-noteref">1</a></sup></p>'
        ' <div class="footnotes" role="doc-endnotes"> <ol>'
        ' <li id="fn:1"><p>iks <a class="footnote-backref" href="#fnref:1" role="doc-backlink">↩\ufe0e</a>'
        ' <a class="footnote-backref" href="#fnref:1-2" role="doc-backlink">↩\ufe0e<sup>2</sup></a></p> </li>'
        ' <li id="fn:2"><p><em>ypsilon</em>'
        ' <a class="footnote-backref" href="#fnref:2" role="doc-backlink">↩\ufe0e</a></p> </li>'
        " </ol> </div>"
    )


def test_unused_footnote() -> None:
    """A footnote nobody uses is left out, with a warning where it stands."""
    assert said(parse("ord\n\n[^a]: text\n").problems) == [
        "3:6 The footnote [^a] is used nowhere, so it is not shown."
    ]
    assert flat("ord\n\n[^a]: text\n") == "<p>ord</p>"


@pytest.mark.parametrize(
    "text",
    [
        "a < b och c > d",
        "jag <3 dig",
        "<user@example.org>",
        "<https://a.se>",
        "`<b>`",
        "    <b>",
        "```\n<b>\n```",
        "<ditt namn>",
        "\\<b>",
        "&lt;b&gt;",
        "x <- y",
        "<>",
        "</>",
        "1<2>3",
        "<!-- <b> -->",
        "<!--\n\n<b>\n\n-->",
    ],
)
def test_no_html(text: str) -> None:
    """Signs, addresses, code and comments are not taken for HTML."""
    assert parse(text).problems == ()


def test_html_is_refused() -> None:
    """Tags are shown as they are written; each run of them is one Problem with its place."""
    text = 'a <b>c</b> d\n<i>e</i>\n\n- x <span\n  class="y">z</span>\n\n<!DOCTYPE html> <my-widget>\n'
    parsed = parse(text, first_line=5)

    assert said(parsed.problems) == [
        "5:3 HTML such as <b> cannot be used here; it is shown as it is written.",
        '8:5 HTML such as <span class="y"> cannot be used here; it is shown as it is written.',
        "11:1 HTML such as <!DOCTYPE html> cannot be used here; it is shown as it is written.",
    ]
    assert hints(parsed.problems)[0].startswith("Use Markdown")
    assert flat("a <b>c</b>") == "<p>a &lt;b&gt;c&lt;/b&gt;</p>"


def test_html_beside_definitions() -> None:
    """A line that only looks like the definition of an address hides nothing."""
    assert [each.code for each in parse("[a]: b <b>c</b>\n").problems] == ["html"]
    assert parse('[a][r]\n\n[r]: <places/b> "<i>"\n').problems == ()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a <kbd class='x' onclick='y()'>b</kbd>", "<p>a <kbd>b</kbd></p>"),
        ("a <script>alert(1)</script> b", "<p>a b</p>"),
        ("<style>\n\np {}\n\n</style>\n\nb", "<p>b</p>"),
        ("<iframe src='https://a.se'></iframe>\n\n<img src=x onerror=y>", "<p></p>"),
        ("a <a href='javascript:x'>b</a> <a href=' java&#10;script:x'>c</a>", "<p>a <a>b</a> <a>c</a></p>"),
        (
            "<details>\n<summary>a</summary>\n\n*b*\n\n</details>",
            "<details> <summary>a</summary> <p><em>b</em></p> </details>",
        ),
        ("<b>a", "<p><b>a</b></p><b> </b>"),
        ("a < b <3 <ditt namn> `<b>`", "<p>a &lt; b &lt;3 &lt;ditt namn&gt; <code>&lt;b&gt;</code></p>"),
        ("<div class='evil table-scroll'>x</div>", "<div>x</div>"),
    ],
)
def test_html_is_cleaned(text: str, shown: str) -> None:
    """Where a site allows HTML, ordinary text tags stay and everything that could run or disguise goes."""
    assert flat(text, raw_html=True) == shown
    assert parse(text, raw_html=True).problems == ()


def test_html_around_parts() -> None:
    """Cleaning looks at the whole page, so that HTML may open before a link and close after it."""
    parsed = parse("<b>x [a](places/b) y</b>", raw_html=True)

    assert [type(part).__name__ for part in parsed.body] == ["Html", "Link", "Html"]
    assert parsed.body[0] == Html("<p><b>x ")
