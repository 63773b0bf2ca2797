"""A fenced block whose name the theme knows becomes checked data; every other one is code."""

import pytest

from generator.model.body import Block, Figure, Html, Link, from_data
from generator.model.problem import Location, Severity
from generator.model.story import Reference
from tests.reading.markdown.pages import BLOCKS, PATH, faults, flat, parse
from tests.reading.said import hints, said


def test_block() -> None:
    """Its data is validated and stands between the parts around it."""
    parsed = parse('Före\n\n```quote\ntext: "Hej"\nwho: Anna\n```\nEfter\n', **BLOCKS)

    assert parsed.body == (
        Html("<p>Före</p>\n"),
        Block("quote", {"text": "Hej", "who": "Anna"}),
        Html("<p>Efter</p>\n"),
    )
    assert parsed.words == 4


@pytest.mark.parametrize(
    "fence",
    [
        "~~~quote\ntext: x\n~~~",
        "`````quote\ntext: x\n``````",
        "```  quote  \ntext: x\n```  ",
        "   ```quote\n   text: x\n   ```",
    ],
)
def test_fences(fence: str) -> None:
    """Three marks or more of either sort open a block; as many or more close it."""
    assert parse(fence, **BLOCKS).body == (Block("quote", {"text": "x"}),)


def test_inner_fence() -> None:
    """A shorter fence inside is text of the block."""
    parsed = parse("````quote\ntext: |\n  ```\n  kod\n  ```\n````\n", **BLOCKS)

    assert parsed.body == (Block("quote", {"text": "```\nkod\n```"}),)


STEPS = """Ord

```steps
title: Gör
items:
  - {title: Ett, text: "Läs [a](places/a) [b](fel)"}
  - title: Två
    text: |
      ## Torget
      ![c](c) [d](fel)[^1]

      [^1]: not
  - text: 'x [e](fel)'
```

## Torget

[f](#torget) [g](#torget-2)[^1]

[^1]: annan
"""


def test_markdown_inside() -> None:
    """Markdown in a field is read into parts of its own."""
    block = next(part for part in parse(STEPS, **BLOCKS).body if isinstance(part, Block))
    first, second, _ = (from_data(item["text"]) for item in block.data["items"])

    assert first == (Html("<p>Läs "), Link("places/a"), Html("a</a> b</p>\n"))
    assert Figure("c", "c", inline=True) in second


def test_places_inside() -> None:
    """Mistakes and references inside a block are found at their own line and column of the file."""
    parsed = parse(STEPS, first_line=10, **BLOCKS)

    assert [(each.location.line, each.location.column) for each in parsed.problems] == [
        (15, 43),
        (19, 15),
        (22, 14),
    ]
    assert parsed.references == (
        Reference("story", "places/a", Location(PATH, 15, 29)),
        Reference("photo", "c", Location(PATH, 19, 7), described=True),
    )


def test_one_page() -> None:
    """Ids of headings and footnotes are unique on the page, and links find headings inside blocks."""
    parsed = parse(STEPS, **BLOCKS)

    assert parsed.anchors == ("torget", "torget-2")
    assert faults(parsed) == []


def test_fields_point() -> None:
    """What fields of a block point at is a reference of the body."""
    parsed = parse("```quote\ntext: x\nphoto: karnan\n```\n", **BLOCKS)

    assert parsed.references == (Reference("photo", "karnan", Location(PATH, 3, 8)),)


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("\n```quote\nwho: x\n```\n", 2, "missing-field"),
        ("\n```quote\n```\n", 2, "missing-field"),
        ("\n```quote\ntext: x\ntxet: y\n```\n", 4, "unknown-key"),
        ("\n```quote\n- x\n```\n", 2, "block-form"),
        ("\n```quote\njust words\n```\n", 2, "block-form"),
        ('\n```quote\ntext: "x\n```\n', 3, "yaml-unclosed-quote"),
        ("- x\n\n  ```quote\n  text: x\n  ```\n", 3, "block-place"),
        ("\n```quote\ntext: x\n", 2, "fence-unclosed"),
        ("```steps\nitems:\n  - text: |\n      ```quote\n      text: x\n      ```\n```\n", 4, "block-place"),
    ],
)
def test_mistakes(text: str, line: int, code: str) -> None:
    """Each mistake in a block is told where it stands, in a sentence with all its slots filled."""
    parsed = parse(text, **BLOCKS)

    assert code in [each.code for each in parsed.problems if each.location.line == line]
    assert said(parsed.problems) and hints(parsed.problems)


def test_almost_a_name() -> None:
    """A name that is nearly a block's is shown as code, with a warning."""
    parsed = parse("```qoute\ntext: x\n```\n", **BLOCKS)

    assert said(parsed.problems) == ["1:1 There is no block called qoute, so this is shown as code."]
    assert hints(parsed.problems) == ["Did you mean quote?"]
    assert parsed.problems[0].severity is Severity.WARNING
    assert parsed.body == (Html('<pre><code class="language-qoute">text: x\n</code></pre>\n'),)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("```python\na < b\n\n\n```", '<pre><code class="language-python">a &lt; b </code></pre>'),
        ('```\n<b> "x" -- &amp; [a](b)\n```', '<pre><code>&lt;b&gt; "x" -- &amp;amp; [a](b) </code></pre>'),
        ("```c++ x\n1\n```", '<pre><code class="language-c++">1 </code></pre>'),
        ('```"><script>\n1\n```', "<pre><code>1 </code></pre>"),
        ("    a *b* [c](d)", "<pre><code>a *b* [c](d) </code></pre>"),
        (
            "- a\n\n  ```\n    b\n  ```\n- c",
            "<ul> <li> <p>a</p> <pre><code> b </code></pre> </li> <li> <p>c</p> </li> </ul>",
        ),
        ("1. a\n   ```\n   b\n   ```", "<ol> <li> <p>a</p> <pre><code>b </code></pre> </li> </ol>"),
        ("a\n```\nb\n```\nc", "<p>a</p> <pre><code>b </code></pre> <p>c</p>"),
        ("``` a`b\nc", "<p>``` a`b c</p>"),
    ],
)
def test_code(text: str, shown: str) -> None:
    """Code is shown as it was written, in lists too."""
    assert flat(text, **BLOCKS) == shown
