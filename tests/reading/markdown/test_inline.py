"""Text inside a paragraph is read by the rules of CommonMark, in linear time."""

import time

import pytest

from tests.reading.markdown.pages import flat, parse
from tests.reading.said import said


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "*a* _b_ **c** __d__ ***e***",
            "<em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong> <em><strong>e</strong></em>",
        ),
        ("snake_case_word 2*3*4 * a *", "snake_case_word 2<em>3</em>4 * a *"),
        ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
        ("*a **b** c* **d", "<em>a <strong>b</strong> c</em> **d"),
        ("`a *b*` ``c ` d`` `e", "<code>a *b*</code> <code>c ` d</code> `e"),
        (r"\*a\* \`b\` \[c](d) \\", "*a* `b` [c](d) \\"),
        ("&amp; &lt;b&gt; &copy; &nope; &", "&amp; &lt;b&gt; © &amp;nope; &amp;"),
        ("rad  \nbryts\\\nså", "rad<br> bryts<br> så"),
        ("[*a* `b`](places/c)", '<a href="/places/c"><em>a</em> <code>b</code></a>'),
        ("[a [b] c](places/d)", '<a href="/places/d">a [b] c</a>'),
        ("[a [b](places/b) c](places/d)", '[a <a href="/places/b">b</a> c](places/d)'),
        ("[![a](b)](places/c)", '<a href="/places/c"><span title="b">a</span></a>'),
        ("*[a*](places/b)", '*<a href="/places/b">a*</a>'),
        ("[a](<places/b>) [c]( places/d 'T' )", '<a href="/places/b">a</a> <a href="/places/d">c</a>'),
        ("[a](https://x.se/y_(z))", '<a href="https://x.se/y_(z)">a</a>'),
        ("<https://a.se/?b&c>", '<a href="https://a.se/?b&amp;c">https://a.se/?b&amp;c</a>'),
        ("<a@b.se>", '<a href="mailto:a@b.se">a@b.se</a>'),
        ("a <!-- b --> c", "a c"),
        ("[a] (b) [c]: d", "[a] (b) [c]: d"),
    ],
)
def test_texts(text: str, shown: str) -> None:
    """Emphasis, code, escapes, entities, breaks, links and comments."""
    assert flat(text) == f"<p>{shown}</p>"


def test_reference_style() -> None:
    """Labels are compared without case and spacing; the last form is the label alone."""
    text = "[a][R r] [r  R][] [r r]\n\n[R  R]: places/x 'T'\n"

    assert [each.target for each in parse(text).references] == ["places/x"] * 3
    assert parse(text).problems == ()


def test_undefined() -> None:
    """An address or footnote nobody defined is shown as written, and reported once for each use."""
    parsed = parse("[a][nope] [a] [^2]\n")

    assert flat("[a][nope] [a] [^2]\n") == "<p>[a][nope] [a] [^2]</p>"
    assert said(parsed.problems) == [
        "1:1 There is no address called [nope], so this is no link.",
        "1:15 There is no footnote [^2].",
    ]


def test_comment_without_end() -> None:
    """A comment that never ends is shown, and said so."""
    assert flat("a <!-- b\n") == "<p>a &lt;!-- b</p>"
    assert said(parse("a <!-- b\n").problems) == ["1:3 This comment never ends, so it is shown."]


HOSTILE = [
    "[",
    "![",
    "]",
    "[a](",
    "](",
    "[a](<b",
    '[a](b "',
    "[a](b(",
    "[a]",
    "[a][b]",
    "[a](b/c) ",
    "*a ",
    "*a **b ",
    "_a__b",
    "**a*",
    "a**b",
    "`",
    "``a`",
    "<",
    "<a ",
    '<a x="',
    "<!--",
    "<?",
    "<!-- a -->",
    "&",
    "&amp;",
    "\\",
    '"',
    "' ",
    "'a \"b ",
    " ",
    "a  \n",
    "> ",
    ">",
    "- a\n",
    "- - ",
    "# a\n",
    "a\n=\n",
    "a\n: b\n",
    ": a\n",
    "[a]: b\n",
    "[^a]: b\n",
    "[^a]",
    "|",
    "|a|b|\n|-|-|\n",
    "***\n",
    "```\n",
    "~~~a\n",
    "1 000 ",
    "19-20 ",
    "http://a ",
    "a@",
    "a.b@c",
    "    a\n\n",
    "\t",
    "\n",
    "#a\n",
    "{#a}",
    "<b>\n\n",
]


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_no_hang(piece: str) -> None:
    """Fifty thousand characters of anything repeated are read in seconds on a slow machine."""
    for raw_html in (False, True):
        begun = time.process_time()
        parse(piece * (50_000 // len(piece)), raw_html=raw_html)

        assert time.process_time() - begun < 3


def test_no_hang_when_nested() -> None:
    """Brackets, pictures, emphasis and code of every length inside each other stay fast too."""
    count = 8_000
    texts = [
        "![" * count + "](x)" * count,
        "[" * count + "a" + "](b/c)" * count,
        "*" * count + "a" + "*" * count,
        "".join("`" * length + " " for length in range(300)),
        "".join(f"[^{n}] " for n in range(2000)) + "\n\n" + "".join(f"[^{n}]: b\n\n" for n in range(2000)),
        "|" * count + "\n" + "|-" * count + "\n",
    ]
    begun = time.process_time()
    for text in texts:
        parse(text)

    assert time.process_time() - begun < 10
