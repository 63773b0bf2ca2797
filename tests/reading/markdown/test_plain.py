"""The short way for plain texts against Python-Markdown's."""

from hypothesis import given
from hypothesis import strategies as st

from generator.reading.markdown.engine import Engine
from generator.reading.markdown.inline import read_thoroughly
from generator.reading.markdown.marks import Positions, tidy
from generator.reading.markdown.page import Page
from generator.reading.markdown.plain import read_plain
from generator.reading.markdown.simple import read_simple
from generator.reading.markdown.tree import Tree
from generator.reading.markdown.values import MarkdownOptions
from generator.reading.markdown.writer import Writer

OPTIONS = MarkdownOptions("sv", languages=("sv", "en"))

PLAIN = r"""## The harbour

Ferries cross *every* twenty minutes [to Helsingør](places/helsingor).
A second line with `code` and a break\
here.

> Somebody said this
> over two lines.

A list:
- One
- Two with **weight**

Then:
1. First
3. Third

![A tower](karnan)

| Year | Length |
|:-----|-------:|
| 1892 | [60 m](places/pier) |
| 1991 | 5 |

---

```
code
```
### End
"1 000 steps" -- no more. Then a list:
- last
"""

LINES = [
    "",
    "",
    "Words and *more* words",
    "a [link](places/karnan) & \\[no link]",
    '"Quoted" -- said',
    "trailing  ",
    "2026 was a year",
    "2026. Not a year",
    "1. one",
    "2. two",
    "1) one",
    "- item",
    "* item *with* stars",
    "+ plus",
    "-",
    "  - nested",
    "    code",
    " one space",
    "> quote",
    ">quote",
    ">",
    "# One",
    "## Two",
    "## Two ##",
    "## Two {#id}",
    "##Two",
    "#hashtag",
    "####### seven",
    "##",
    "---",
    "***",
    "===",
    "| a | b |",
    "|---|:-:|",
    "| c |",
    "a | b",
    "--- | ---",
    ": definition",
    "term",
    "```",
    "```python",
    "~~~",
    "![picture](karnan)",
    "![picture](karnan) ![other](pier)",
    "[label]: places/karnan",
    "[label]",
    "[^1] and [^1]",
    "[^1]: note",
    "<b>bold</b>",
    "<!-- comment -->",
    "**strong** start",
    "_under_ start",
    "`code` start",
    "``` inline ```",
    "\\# escaped",
    "&amp; entity",
    "\u00a0",
    "…",
    "ends in \\",
    "## ends in \\",
]


def written(text: str, tree: Tree) -> tuple[object, ...]:
    """Everything that comes of a tree."""
    writer = Writer(tree, Positions(text, "content/places/a.sv.md", 1), OPTIONS, Page())
    parts = writer.write(lambda field, line, indent: [])
    phrases = writer.phrases
    return parts, phrases.references, [*tree.problems, *phrases.problems], phrases.words, phrases.tags


def both(text: str) -> tuple[tuple[object, ...] | None, tuple[object, ...]]:
    """What the short way makes of a text, None if it leaves it alone, and what Python-Markdown's does."""
    text = tidy(text)
    positions = Positions(text, "content/places/a.sv.md", 1)
    plain = read_plain(text, positions)
    full = Engine().read(text, positions, raw_html=False)
    return plain and written(text, plain), written(text, full)


def test_a_plain_text_takes_the_short_way() -> None:
    """Every sort of block that is plain is read without Python-Markdown, and means the same."""
    short, full = both(PLAIN)

    assert short == full


def test_what_is_not_plain_is_left_alone() -> None:
    """Nesting, definitions, footnotes, comments and tabs are for Python-Markdown."""
    texts = [
        "- a\n\n- b",
        "- a\n  - b",
        "term\n: what",
        "a[^1]\n\n[^1]: b",
        "a\n<!-- b -->",
        "a\tb",
        "> a\n>\n> b",
    ]
    left_alone = [read_plain(text, Positions(text, "a.md", 1)) is None for text in texts]

    assert left_alone == [True] * len(texts)


@given(st.lists(st.sampled_from(LINES), max_size=9))
def test_both_ways_agree(lines: list[str]) -> None:
    """Whatever the short way takes on comes out as Python-Markdown would have it, Problems and places too."""
    short, full = both("\n".join(lines))

    assert short is None or short == full


PIECES = [
    *["a", "(", ")", "[", "]", "!", "*", "_", "`", "\\", "<", "&", "\n", ",", ".", "é", "1", "'", ""],
    *["word", "**", "***", "``", "*em*", "**strong**", "`code`", "[link](places/a)", "![pic](a.jpg)"],
    *["[a", "*b*](c)", "*a", "`b`", "c*", "[^1]", "(a)", "<b>", "&amp;", '"', " ", " ", "  \n"],
]


@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_simple_texts_mean_the_same(pieces: list[str]) -> None:
    """A text that one pattern reads comes out as the reader of all rules would have it."""
    text = "".join(pieces)
    offsets = {position: 100 + position for position in range(len(text))}
    simple = read_simple(text, offsets)
    full = read_thoroughly(text, offsets, {}, {})
    asked = [each if each.sort in ("link", "image") else each._replace(offset=-1) for each in full.events]

    assert simple is None or simple == full._replace(events=asked)


def test_simple_texts_take_the_short_way() -> None:
    """Emphasis, links, pictures and code that stand apart need no other reader."""
    text = "A *b* and **c d**, [e](f/g#h) (*i*) ![j k](l-m) `n*`."
    simple = read_simple(text, {})

    assert simple is not None
    assert "A b and c d, e (i)  ." == simple.text.replace("\x01", "").replace("\x04", "")


@given(st.lists(st.text(alphabet='a1 .-*_`#>|[]()!"\\&<:\n', max_size=12), max_size=5))
def test_both_ways_agree_on_any_signs(blocks: list[str]) -> None:
    """So it is for lines of nothing but signs."""
    short, full = both("\n\n".join(blocks))

    assert short is None or short == full
