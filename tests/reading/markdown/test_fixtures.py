"""Texts of other people's making, when they are there: PULSEN_FIXTURES names the folder."""

import json
import os
import re
import time
from collections import Counter
from html import escape
from pathlib import Path

import pytest

from generator.reading.markdown.events import Event
from generator.reading.markdown.inline import read_inline
from generator.reading.markdown.marks import OPAQUE, TRANSPARENT
from tests.reading.markdown.pages import BLOCKS, faults, parse
from tests.reading.said import said

FOLDER = Path(os.environ.get("PULSEN_FIXTURES", "")) / "3-markdown"
XSS = FOLDER / "markdown-it-py" / "test_port" / "fixtures" / "xss.md"
SITES = FOLDER.parent / "4-sites"
pytestmark = pytest.mark.skipif(
    "PULSEN_FIXTURES" not in os.environ or not FOLDER.is_dir(),
    reason="PULSEN_FIXTURES names no folder of fixtures",
)


def read(path: Path) -> str:
    """A file's text, however it is encoded."""
    return path.read_bytes().decode("utf-8", "replace")


def check(name: str, text: str) -> Counter[str]:
    """Parse as stories and with HTML; returns the codes of the problems."""
    for raw_html in (False, True):
        parsed = parse(text, raw_html=raw_html, **BLOCKS)

        assert faults(parsed, raw_html) == [], name
        assert said(parsed.problems) is not None
    return Counter(each.code for each in parse(text, **BLOCKS).problems)


def test_redos() -> None:
    """Texts made to hang other parsers take less than a second each."""
    paths = sorted(
        p
        for p in (FOLDER / "marked-specs").rglob("*")
        if "redos" in p.parts and p.suffix in (".md", ".cjs", ".js")
    )
    assert paths
    for path in paths:
        begun = time.process_time()
        check(path.name, read(path))

        assert time.process_time() - begun < 1, path.name
    print(f"\n{len(paths)} texts made to hang a parser")


def test_other_parsers() -> None:
    """Every text other Markdown parsers are tested with is read into a well-formed page."""
    paths = sorted(
        p for p in FOLDER.rglob("*") if p.suffix in (".md", ".txt", ".text") and "MANIFEST" not in p.name
    )
    problems: Counter[str] = Counter()
    for path in paths:
        problems += check(path.name, read(path))
    print(f"\n{len(paths)} texts; {dict(problems.most_common(8))}")

    assert len(paths) > 100


def test_naughty_strings() -> None:
    """Strings known to break programs, each as a paragraph, a heading, a link, a picture and a cell."""
    strings = [
        line for line in read(FOLDER / "blns" / "blns.txt").split("\n") if line and not line.startswith("#")
    ]
    for each in strings:
        check(
            each,
            f'{each}\n\n## {each}\n\n[{each}]({each})\n\n![{each}]({each} "{each}")\n\n|{each}|b|\n|-|-|\n',
        )
    print(f"\n{len(strings)} naughty strings")

    assert len(strings) > 400


@pytest.mark.skipif(not XSS.is_file(), reason="the fixtures have no xss.md of markdown-it-py")
def test_scripts() -> None:
    """Nothing that markdown-it-py is attacked with can run, in stories or where HTML is let through."""
    cases = [each.strip("\n") for each in re.split(r"^\.$", read(XSS), flags=re.MULTILINE)]
    for each in cases:
        check(each, each)
    print(f"\n{len(cases)} attacks")

    assert len(cases) > 20


def plainly(text: str) -> str:
    """A text's events as HTML, without typography."""
    inline = read_inline(text, {}, ())
    events = iter(inline.events)

    def written(event: Event) -> str:
        match event.sort:
            case "open" | "close":
                return f"<{'/' if event.sort == 'close' else ''}{event.value}>"
            case "link":
                titled = f' title="{escape(event.title)}"' if event.title else ""
                return f'<a href="{escape(event.value)}"{titled}>'
            case "code":
                return f"<code>{escape(event.value)}</code>"
            case "break":
                return "<br />"
            case _:
                return event.value

    pieces = (
        written(next(events)) if each in (TRANSPARENT, OPAQUE) else escape(each) for each in inline.text
    )
    return "".join(pieces).replace("&#x27;", "'")


@pytest.mark.parametrize(
    ("section", "fewest"),
    [
        ("Emphasis and strong emphasis", 131),
        ("Code spans", 21),
        ("Hard line breaks", 13),
    ],
)
def test_commonmark(section: str, fewest: int) -> None:
    """Emphasis, code and breaks are those of the specification's examples, each and every one."""
    text = read(FOLDER / "commonmark-spec" / "spec.txt")
    part = re.search(rf"^#+ {section}\n(.*?)(?=^#+ \w)", text, re.MULTILINE | re.DOTALL)
    assert part
    same = 0
    for source, expected in re.findall(
        r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", part[1], re.MULTILINE | re.DOTALL
    ):
        if expected.count("<p>") == 1 and expected.startswith("<p>") and expected.endswith("</p>\n"):
            lines = "\n".join(line.lstrip() for line in plainly(source.strip()).split("\n"))
            same += re.sub(r"\s+", " ", f"<p>{lines}</p> ") == re.sub(r"\s+", " ", expected)

    assert same >= fewest


def test_sites() -> None:
    """The texts of real sites in many languages are read without a traceback, in bounded time."""
    paths = sorted(SITES.rglob("*.md"))
    problems: Counter[str] = Counter()
    words = 0
    begun = time.process_time()
    for path in paths:
        text = re.sub(r"\A---\n.*?\n---\n", "", read(path), flags=re.DOTALL)
        problems += check(path.name, text)
        words += parse(text).words
    seconds = time.process_time() - begun
    print(f"\n{len(paths)} texts, {words} words, {seconds:.1f} s; {dict(problems.most_common(8))}")

    assert json.dumps(problems)
    assert seconds < 0.02 * len(paths) * 4
