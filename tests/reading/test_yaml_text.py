"""YAML becomes plain data with locations, its traps become sentences, and nothing hangs or raises."""

import json
import time

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.model.problem import Location, Severity
from generator.reading import yaml_text
from generator.reading.key_paths import locate, locate_key
from generator.reading.yaml_text import MAX_LENGTH, parse_yaml
from tests.reading.said import hints, said

PARSERS = [yaml.SafeLoader, yaml.CSafeLoader] if yaml.__with_libyaml__ else [yaml.SafeLoader]


@pytest.fixture(params=PARSERS, ids=lambda parser: parser.__name__)
def _either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Installations without libyaml have to say the same."""
    monkeypatch.setattr(yaml_text, "_Parser", request.param)


def test_data() -> None:
    """Values are plain JSON data; dates, times and numbers with a zero in front are the written text."""
    result = parse_yaml(
        "date: 2026-11-23\ntime: 12:30\nphone: 0421\nfree: no\nlist: [1, {a: 1.5}]\nno: ~\n", "a.md"
    )

    assert result.data == {
        "date": "2026-11-23",
        "time": "12:30",
        "phone": "0421",
        "free": False,
        "list": [1, {"a": 1.5}],
        "no": None,
    }
    assert result.problems == ()


def test_raw() -> None:
    """The written form of what is no text can be had again, by path."""
    result = parse_yaml("a: no\nb: [01, 1.50, 'no', ~]\nc: text\nd:\n", "a.md")

    assert result.raw == {"a": "no", "b[1]": "1.50", "b[3]": "~", "d": ""}


def test_marks() -> None:
    """Keys and values are found in the file, which has lines above the text."""
    text = "title: Råå\nsources:\n  - {title: a, url: 'b'}\n  -   note: c\n"
    marks = parse_yaml(text, "a.md", 2).marks

    assert {path: (mark.line, mark.column) for path, mark in marks.items()} == {
        "": (2, 1),
        "title:key": (2, 1),
        "title": (2, 8),
        "sources:key": (3, 1),
        "sources": (4, 3),
        "sources[0]": (4, 5),
        "sources[0].title:key": (4, 6),
        "sources[0].title": (4, 13),
        "sources[0].url:key": (4, 16),
        "sources[0].url": (4, 21),
        "sources[1]": (5, 7),
        "sources[1].note:key": (5, 7),
        "sources[1].note": (5, 13),
    }


def test_columns_count_letters() -> None:
    """Emoji and letters outside ASCII are one column each, as editors count."""
    assert parse_yaml("å: {😀: x}", "a.md").marks["å.😀"] == Location("a.md", 1, 8)


def test_odd_line_ends_do_not_count() -> None:
    """Line separators that no editor counts as a line do not shift the lines."""
    assert parse_yaml("a: x\u2028y\x85\nb: z", "a.md").marks["b"] == Location("a.md", 2, 4)


def test_locate() -> None:
    """A path without a mark is located by what is around it."""
    marks = parse_yaml("a: &x {b: 1}\nc: *x\n", "a.md").marks

    assert locate(marks, "c.b").line == 2
    assert locate(marks, "c[3].d").line == 2
    assert locate_key(marks, "c") == Location("a.md", 2, 1)
    assert locate_key(marks, "missing") == Location("a.md", 1, 1)


def test_keys_are_in_nfc() -> None:
    """A key written in NFD is the key in NFC; values stay as they were written."""
    assert parse_yaml("o\u0308: a\u030a", "a.md").data == {"ö": "a\u030a"}


def test_aliases() -> None:
    """An alias stands for its value, and the written forms below it are found again."""
    result = parse_yaml("a: &x {b: no, c: [1]}\nd: *x\ne: &y 01.5\nf: &z off\ng: [*y, *z]\n", "a.md")

    assert result.data["d"] == {"b": False, "c": [1]}
    assert result.raw == {"a.b": "no", "a.c[0]": "1", "d.b": "no", "d.c[0]": "1", "f": "off", "g[1]": "off"}
    assert result.problems == ()


def test_merge_keys_mean_nothing() -> None:
    """``<<`` is a key like any other."""
    assert parse_yaml("<<: {a: 1}", "a.md").data == {"<<": {"a": 1}}


def test_explicit_text() -> None:
    """``!!str`` makes text of what would be a number."""
    result = parse_yaml("a: !!str 2026", "a.md")

    assert (result.data, result.raw, result.problems) == ({"a": "2026"}, {}, ())


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n"])
def test_nothing(text: str) -> None:
    """Text without a value is no mistake and no data."""
    result = parse_yaml(text, "a.md", 5)

    assert (result.data, result.problems) == (None, ())
    assert result.marks[""].line >= 5


STARTS = (
    "@handle", "`code`", "% rabatt", "%20", "&Co", "& co", "*viktigt*", "* viktigt", "*viktigt", "!",
    "!Hej du", "!Hej! du", "> stort", "|stort", "]", "}", ", och", "? varför",
)  # fmt: skip
TRAPS = {
    "a tab as indentation": ("a:\n\tb: c", "2:1 This line is indented with a tab; only spaces work here."),
    "a tab below a value": ("a: x\n \tb: c", "2:2 This line is indented with a tab; only spaces work here."),
    "a tab after a hyphen": ("a:\n  -\t- b", "2:4 There is a tab here; only spaces work."),
    "a colon in a value": (
        "title: Råå: en hamn",
        "1:11 The value of title holds a colon followed by a space, which begins a new key here.",
    ),
    "a colon in an item's value": (
        "sources:\n  - title: Råå: en hamn\n",
        "2:15 The value of title holds a colon followed by a space, which begins a new key here.",
    ),
    "no colon": ("title Råå\nsummary: x", "1:1 This line has no colon, so it is not clear what it names."),
    "no colon further down": (
        "a: b\nsummary\nc: d",
        "2:1 This line has no colon, so it is not clear what it names.",
    ),
    "no space after the colon": ("title: x\nsummary:y\nz: q", "2:8 There is no space after the colon."),
    "no space in the first line": ("title:Råå\nsummary: y", "1:6 There is no space after the colon."),
    "no word before the colon": ("a: b\n: foo", "2:1 There is a colon without a word before it."),
    "an unclosed double quote": (
        'a: b\ntitle: "Råå',
        '2:8 The quotation mark " here has no closing partner.',
    ),
    "an unclosed single quote": (
        "title: 'Råå\nb: c\n",
        "1:8 The quotation mark ' here has no closing partner.",
    ),
    "closed by a later opening": (
        'title: "Råå\nb: "c"\n',
        '1:8 The quotation mark " here has no closing partner.',
    ),
    "closed with a curly quote": ('title: "Råå”\n', '1:8 The quotation mark " here has no closing partner.'),
    "text after a quote": (
        'title: "Råå" hamn',
        '1:14 There is more text after the " that ends the value of title.',
    ),
    "text after a bracket": (
        "title: [Råå] hamn",
        "1:14 There is more text after the ] that ends the value of title.",
    ),
    "an apostrophe in quotes": (
        "title: 'It's'",
        "1:12 There is more text after the ' that ends the value of title.",
    ),
    "a backslash": (
        'a: "C:\\path"',
        "1:7 A backslash inside double quotation marks has a meaning of its own.",
    ),
    "an unclosed list": (
        "tags: [a, b\nc: d",
        '1:7 The list or group that opens with "[" here cannot be read to its end.',
    ),
    "an unclosed group": (
        "position: {lat: 1\n",
        '1:11 The list or group that opens with "{" here cannot be read to its end.',
    ),
    "a list beside its name": ("tags: - a", "1:7 A list cannot begin on the same line as its name."),
    "an item without a list": ("title: x\n- a", "2:1 This list item does not belong to any list."),
    "a line too far in": (
        "title: x\n  summary: y",
        "2:3 This line is not indented like the lines it belongs with.",
    ),
    "a line too far out": (
        "a:\n  - b: c\n   d: e",
        "3:4 This line is not indented like the lines it belongs with.",
    ),
    "a template's brackets": ("a: {{ b }}", "1:5 A list or group stands here where a name is expected."),
    "the same name twice": ("a: 1\nb: 2\na: 3", "3:1 a stands on line 1 and again on line 3."),
    "the same name in two forms": ("å: 1\na\u030a: 3", "2:1 å stands on line 1 and again on line 2."),
    "a second document": (
        "a: b\n---\nc: d",
        "2:1 A line of three hyphens begins a second document here; only one is read.",
    ),
    "infinity": ("a: .inf", "1:4 .inf is not a number anybody can count with."),
    "no number": ("a: [.NaN]", "1:5 .NaN is not a number anybody can count with."),
    "an object of Python": (
        "a: !!python/object/apply:os.system [ls]",
        "1:4 The marking !!python/object/apply:os.system is not allowed here; only plain values are.",
    ),
    "bytes": ("a: !!binary aGVq", "1:4 The marking !!binary is not allowed here; only plain values are."),
    "a list in itself": ("a: &x [*x]", "1:8 *x stands inside the very thing it is a short form of."),
    "a character nobody sees": (
        "a: b\nc: d\x07e",
        "2:5 There is an invisible character here that cannot be read (U+0007).",
    ),
    "a mark in the middle": (
        "a: \ufeffb",
        "1:4 There is an invisible character here that cannot be read (U+FEFF).",
    ),
    "a surrogate": ("a: \ud800", "1:4 There is an invisible character here that cannot be read (U+D800)."),
} | {
    f"{value} at the start": (
        f"title: {value}",
        f'1:8 A value that begins with "{value[0]}" needs quotation marks, '
        "since the sign has a meaning here.",
    )
    for value in STARTS
}


@pytest.mark.parametrize("name", TRAPS)
@pytest.mark.usefixtures("_either_parser")
def test_traps(name: str) -> None:
    """Each trap of YAML has one Problem at the spot to look at, in words that name no parser's state."""
    text, message = TRAPS[name]

    assert said(parse_yaml(text, "a.md").problems) == [message]


def test_lines_of_the_file() -> None:
    """A syntax error's line counts in the file."""
    assert said(parse_yaml("a: b: c", "a.md", 7).problems)[0].startswith("7:5 ")


EXAMPLES = {
    "title: Råå: en hamn": 'Put the value in quotation marks: title: "Råå: en hamn"',
    'title: "Råå" hamn': "Put the whole value in quotation marks: title: '\"Råå\" hamn'",
    "title: 'It's'": 'Put the whole value in quotation marks: title: "It\'s"',
    "title: @handle": 'Write it like this: title: "@handle"',
    "title:Råå\nb: c": "Write it like this: title: Råå",
    f"title: @{'long ' * 30}": f'Write it like this: title: "@{"long " * 11}l..."',
}


@pytest.mark.parametrize("text", EXAMPLES)
def test_hints_show_what_to_write(text: str) -> None:
    """The hint shows the writer's own line as it should be."""
    assert hints(parse_yaml(text, "a.md").problems) == [EXAMPLES[text]]


@pytest.mark.parametrize(
    "text", [example.removeprefix("Put the value in quotation marks: ") for example in EXAMPLES.values()][:1]
)
def test_the_example_is_right(text: str) -> None:
    """What a hint proposes is YAML."""
    assert parse_yaml(text, "a.md").data == {"title": "Råå: en hamn"}


def test_all_that_can_be_said_is_said() -> None:
    """Mistakes that do not stop the reading are reported together, and the rest is read."""
    result = parse_yaml("a: *b\nc: .inf\nd: 1\nd: 2\ne: &f g\nh: i", "a.md")

    assert [each.location.line for each in result.problems] == [1, 2, 4, 5]
    assert result.data["h"] == "i"


HASHTAGS = {
    "title: Nr #5": ["1:11 Everything from the # on is left out, because a space and a # begin a comment."],
    "tags: [a #b\n]": ["1:10 Everything from the # on is left out, because a space and a # begin a comment."],
    "title: Nr # five": [],
    "title: C# och F#": [],
    "title: 'Nr #5'": [],
    "title: |\n  Nr #5": [],
    "title: #hashtag": [],
    "title: 'a' #b": [],
}


@pytest.mark.parametrize("text", HASHTAGS)
def test_hashtags(text: str) -> None:
    """An unquoted value that loses a hashtag is a warning; comments are none."""
    problems = parse_yaml(text, "a.md").problems

    assert said(problems) == HASHTAGS[text]
    assert {each.severity for each in problems} <= {Severity.WARNING}


BOMB = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
TOO_MUCH = {
    "an alias bomb": (BOMB, "There are more than 10000 entries here"),
    "ten thousand entries": ("- a\n" * 10_001, "There are more than 10000 entries here"),
    "a thousand brackets": ("[" * 1_000, "more than 50 levels deep"),
    "many brackets on many lines": ("[\n" * 300_000, "more than 50 levels deep"),
    "many hyphens": ("a:\n  " + "- " * 200_000, "more than 50 levels deep"),
    "many question marks": ("? " * 200_000, "A list or group stands here where a name is expected"),
    "levels by alias": (
        "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [[[[[*a{n - 1}]]]]]\n" for n in range(1, 20)),
        "more than 50 levels deep",
    ),
    "a megabyte": (
        "a: " + "b" * MAX_LENGTH,
        "There are 1000003 characters of settings here; at most 1000000 are read.",
    ),
    "a long line with a mistake": ("a: b: " + "c: " * 300_000, "holds a colon followed by a space"),
    "long white space": ("a:" + " " * 900_000 + "\tb: c: d", ""),
    "quotation marks": ("'" * 999_999, ""),
    "backslashes": ('"' + "\\" * 900_000, ""),
    "anchors": ("".join(f"a{n}: &a{n} b\n" for n in range(4_000)), "needs quotation marks"),
    "anchors with entries below": ("&a [" * 49 + "no, " * 9_000, "cannot be read to its end"),
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_too_much(name: str) -> None:
    """What would take all memory or all day is refused, soon."""
    text, message = TOO_MUCH[name]
    started = time.process_time()
    result = parse_yaml(text, "a.md")

    assert any(message in line for line in said(result.problems))
    assert time.process_time() - started < 2


PIECES = st.sampled_from([
    "a", "title", "- ", ": ", ":", "\n", "\n  ", "\n    ", "\t", " ", "[", "]", "{", "}", ",", "'",
    '"', "\\", "#",
    " #x", "&a ", "*a", "!", "!!str ", "!!python/name:x ", "|\n", ">-\n", "?", "? ", "@", "`", "%",
    "---", "...", "no",
    "12:30", "~", ".inf", "é", "😀", "\x85", "\u2028", "\ufeff", "\0", "<<: ", "%TAG ! x\n",
    "%YAML 1.1\n", "\r",
])  # fmt: skip


@given(st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=80)))
@settings(max_examples=400, deadline=2_000)
@example("%TAG ! tag:x,2000:\n---\n!a b")
@example("&a *a")
@example("*a : b")
def test_any_text(text: str) -> None:
    """Any text gives JSON data or Problems that can be said, all within the text, and nothing raises."""
    result = parse_yaml(text, "a.md", 3)
    last = 3 + text.count("\n") + text.count("\r")

    assert said(result.problems) or json.dumps(result.data, allow_nan=False)
    assert all(3 <= each.location.line <= last for each in result.problems)
    assert all(each.location.column >= 1 for each in result.problems)
    assert all(isinstance(written, str) for written in result.raw.values())


LEAVES = st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.text(max_size=8)
JSON = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcåäö", min_size=1), inner)
)


@given(JSON)
def test_what_json_says(value: object) -> None:
    """JSON is YAML: whatever is written as JSON is read as what it was."""
    text = json.dumps(value, ensure_ascii=True)
    if "\\ud" in text:  # JSON writes letters beyond U+FFFF as two halves, which YAML does not know
        return

    assert parse_yaml(text, "a.json").data == value
