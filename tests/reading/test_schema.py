"""Written values become stored values, and everything wrong with them is said at once where it stands."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.kind import Field, FieldType
from generator.model.problem import Problem
from generator.reading.field_checks import table_of
from generator.reading.field_models import shape_of
from generator.reading.schema import references, validate, with_markdown
from generator.reading.yaml_text import parse_yaml
from tests.reading.said import hints, said

TITLE = Field(
    "title", FieldType.TEXT, required=True, translatable=True, label={"sv": "Rubrik", "en": "Title"}
)
SUMMARY = Field("summary", FieldType.TEXT, required=True, translatable=True)
DATE = Field("date", FieldType.DATE, required=True)
SOURCES = Field(
    "sources",
    FieldType.LIST,
    of=Field(
        "sources",
        FieldType.OBJECT,
        fields=(
            Field("title", FieldType.TEXT, required=True),
            Field("url", FieldType.URL),
            Field("note", FieldType.MARKDOWN),
        ),
    ),
)
COMMON = (TITLE, SUMMARY, DATE, SOURCES)


def read(
    fields: tuple[Field, ...], text: str, only: str = "all"
) -> tuple[dict[str, object], tuple[Problem, ...]]:
    """Values and Problems of a YAML text, as the reading of a story gets them."""
    result = parse_yaml(text, "a.md", 2)
    assert result.problems == ()
    return validate(
        fields,
        result.data,
        result.marks,
        result.raw,
        "a.md",
        languages=("sv", "en"),
        only=only,
        owner="place",
    )


def one(type_: FieldType, written: str, **more: object) -> tuple[object, list[str]]:
    """The value of a single field called x, and what is said about it."""
    values, problems = read((Field("x", type_, **more),), f"x: {written}")
    return values.get("x"), said(problems)


VALUES = {
    "text": (FieldType.TEXT, "'  Råå '", "Råå"),
    "a number as text": (FieldType.TEXT, "2026", "2026"),
    "a number as it was written": (FieldType.TEXT, "1.50", "1.50"),
    "a time as text": (FieldType.TEXT, "12:30", "12:30"),
    "a date as text": (FieldType.TEXT, "2026-11-23", "2026-11-23"),
    "a telephone number": (FieldType.TEXT, "0421", "0421"),
    "lines of text": (FieldType.TEXT, "|\n  a\n  b\n", "a\nb"),
    "Markdown": (FieldType.MARKDOWN, "|\n  *a*\n", "*a*\n"),
    "a date": (FieldType.DATE, "2024-02-29", "2024-02-29"),
    "a moment": (FieldType.DATETIME, "2026-11-23 18:00", "2026-11-23T18:00"),
    "a moment with seconds": (FieldType.DATETIME, "2026-11-23T18:00:30", "2026-11-23T18:00:30"),
    "a moment with an offset": (FieldType.DATETIME, "2026-11-23T18:00+01:00", "2026-11-23T18:00+01:00"),
    "a moment of Greenwich": (FieldType.DATETIME, "2026-11-23 9:00 Z", "2026-11-23T09:00+00:00"),
    "a day as a moment": (FieldType.DATETIME, "2026-11-23", "2026-11-23T00:00"),
    "an integer": (FieldType.NUMBER, "-5", -5),
    "a number in quotation marks": (FieldType.NUMBER, "'1637'", 1637),
    "a fraction": (FieldType.NUMBER, "8.5", 8.5),
    "true": (FieldType.BOOLEAN, "yes", True),
    "an address": (FieldType.URL, "https://example.org/ö?a=b#c", "https://example.org/ö?a=b#c"),
    "an e-mail address": (FieldType.EMAIL, "a.b@example.org", "a.b@example.org"),
    "languages": (FieldType.LANGUAGES, "[sv, no, sv-simple, zh-Hant]", ["sv", "no", "sv-simple", "zh-Hant"]),
    "a slug": (FieldType.SLUG, "räksmörgås-2", "räksmörgås-2"),
    "an Arabic slug": (FieldType.SLUG, "قلعة", "قلعة"),
    "a number as a slug": (FieldType.SLUG, "2026", "2026"),
    "a slug in NFD": (FieldType.SLUG, "a\u030a", "å"),
    "a photo": (FieldType.PHOTO, "karnan-tower.JPG", {"name": "karnan-tower"}),
    "a photo with words": (FieldType.PHOTO, "{name: a, alt: b}", {"name": "a", "alt": "b"}),
    "a story": (FieldType.RELATION, "places/karnan", "places/karnan"),
    "a word that is also a truth value": (FieldType.TERM, "on", "on"),
    "a point": (FieldType.POINT, "{lat: 56, lon: -12.5}", {"lat": 56, "lon": -12.5}),
    "hours": (
        FieldType.OPENING_HOURS,
        "{weekly: {mon: 8.00–17:00, tue: [08:00-12:00, 13:00 - 24:00], fri: 20:00-02:00, sun: closed}}",
        {
            "weekly": {
                "mon": [["08:00", "17:00"]],
                "tue": [["08:00", "12:00"], ["13:00", "24:00"]],
                "fri": [["20:00", "02:00"]],
                "sun": [],
            }
        },
    ),
    "days that differ": (
        FieldType.OPENING_HOURS,
        "{weekly: {}, valid_until: 2026-12-31, exceptions: [{date: 2026-12-24, closed: true, note: Jul},"
        " {from: 2026-07-01, to: 2026-07-31, hours: 10:00-14:00}]}",
        {
            "weekly": {},
            "valid_until": "2026-12-31",
            "exceptions": [
                {"date": "2026-12-24", "closed": True, "note": "Jul"},
                {"from": "2026-07-01", "to": "2026-07-31", "hours": [["10:00", "14:00"]]},
            ],
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", VALUES)
def test_values(name: str) -> None:
    """Each type has one stored form, and it is plain JSON data."""
    type_, written, stored = VALUES[name]
    value, problems = one(type_, written)

    assert (json.loads(json.dumps(value)), problems) == (stored, [])


MISTAKES = {
    "a word read as false": (
        FieldType.TEXT,
        "no",
        '2:4 x should be text, but "no" without quotation marks is read as false.',
    ),
    "a list for text": (
        FieldType.TEXT,
        "[a]",
        "2:4 x holds a list or group where one piece of text is expected.",
    ),
    "a date with slashes": (FieldType.DATE, "23/11 2026", '2:4 x should be a date, not "23/11 2026".'),
    "a date without zeros": (FieldType.DATE, "2026-1-5", '2:4 x should be a date, not "2026-1-5".'),
    "no such day": (FieldType.DATE, "2026-02-30", "2:4 There is no day 2026-02-30 in the calendar."),
    "no such time": (
        FieldType.DATETIME,
        "2026-11-23 25:00",
        '2:4 x should be a day and a time, not "2026-11-23 25:00".',
    ),
    "words for a number": (FieldType.NUMBER, "många", '2:4 x should be a number, not "många".'),
    "a decimal comma": (
        FieldType.NUMBER,
        "8,5",
        "2:4 x has a decimal comma; numbers are written with a point here.",
    ),
    "a zero in front": (FieldType.NUMBER, "0421", "2:4 x should be a number, but 0421 begins with a zero."),
    "a truth value for a number": (FieldType.NUMBER, "true", '2:4 x should be a number, not "true".'),
    "Swedish for yes": (FieldType.BOOLEAN, "ja", '2:4 x should be true or false, not "ja".'),
    "an address without its scheme": (
        FieldType.URL,
        "www.example.org/a",
        '2:4 x should be a whole address, beginning with "https://".',
    ),
    "a script for an address": (
        FieldType.URL,
        "'javascript:alert(1)'",
        '2:4 x should be an address on the web, not "javascript:alert(1)".',
    ),
    "an address that cannot be taken apart": (
        FieldType.URL,
        "'http://[::1'",
        '2:4 x should be an address on the web, not "http://[::1".',
    ),
    "an address with a space": (
        FieldType.URL,
        "https://a.se/b c",
        '2:4 x should be an address on the web, not "https://a.se/b c".',
    ),
    "half an e-mail address": (FieldType.EMAIL, "a@b", '2:4 x should be an e-mail address, not "a@b".'),
    "a language by name": (FieldType.LANGUAGES, "[svenska]", '2:5 "svenska" in x[0] is not a language tag.'),
    "one language": (FieldType.LANGUAGES, "sv", "2:4 x should be a list."),
    "a slug with capitals": (
        FieldType.SLUG,
        "Mitt Råå",
        '2:4 x is part of an address, which "Mitt Råå" cannot be.',
    ),
    "a photo in a folder": (
        FieldType.PHOTO,
        "photos/a.jpg",
        '2:4 "photos/a.jpg" in x.name is not the name of a photo.',
    ),
    "a story by its address": (
        FieldType.RELATION,
        "/sv/platser/karnan",
        '2:4 "/sv/platser/karnan" in x is not the id of a story.',
    ),
    "half a point": (FieldType.POINT, "{lat: 1}", '2:4 "lon" is missing in x.'),
    "a point in space": (
        FieldType.POINT,
        "{lat: 91, lon: 1}",
        "2:10 x.lat is 91, but it must lie between -90 and 90.",
    ),
    "a point with Swedish names": (
        FieldType.POINT,
        "{lat: 1, lon: 2, källa: a}",
        '2:21 "källa" is not known in x. Did you mean "source"?',
    ),
    "a point as text": (FieldType.POINT, "56.0, 12.7", "2:4 x should be a group of named values."),
    "a day by its name": (
        FieldType.OPENING_HOURS,
        "{weekly: {måndag: closed}}",
        '2:14 "måndag" is not known in x.weekly. Did you mean "mon"?',
    ),
    "hours in words": (
        FieldType.OPENING_HOURS,
        "{weekly: {mon: mornings}}",
        '2:19 "mornings" in x.weekly.mon is not a time from and to.',
    ),
    "hours that overlap": (
        FieldType.OPENING_HOURS,
        "{weekly: {mon: [08:00-12:00, 11:00-13:00]}}",
        "2:19 The times in x.weekly.mon overlap or are not in order.",
    ),
    "a day without hours": (
        FieldType.OPENING_HOURS,
        "{weekly: {}, exceptions: [{date: 2026-12-24}]}",
        "2:30 x.exceptions[0] must say either its hours or that it is closed.",
    ),
    "hours without a day": (
        FieldType.OPENING_HOURS,
        "{weekly: {}, exceptions: [{closed: true}]}",
        "2:30 x.exceptions[0] does not say clearly which days it is about.",
    ),
    "days in the wrong order": (
        FieldType.OPENING_HOURS,
        "{weekly: {}, exceptions: [{from: 2026-02-02, to: 2026-02-01, closed: true}]}",
        "2:30 x.exceptions[0] ends before it begins.",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistakes(name: str) -> None:
    """Each mistake has one sentence at the value; the value is left out."""
    type_, written, message = MISTAKES[name]

    assert one(type_, written) == (None, [message])


HINTS = {
    "a word read as false": 'Put it in quotation marks: "no"',
    "a date without zeros": "Write year, month and day with hyphens: 2026-01-05",
    "a decimal comma": "Write 8.5.",
    "an address without its scheme": "Write https://www.example.org/a",
    "a slug with capitals": "Use lower-case letters, digits and hyphens, for instance: mitt-råå",
    "a story by its address": "Write folder and name with a slash between and no ending: platser/karnan",
}


@pytest.mark.parametrize("name", HINTS)
def test_hints_propose_the_right_form(name: str) -> None:
    """Where the right form can be guessed, the hint has it."""
    type_, written, _ = MISTAKES[name]
    _, problems = read((Field("x", type_),), f"x: {written}")

    assert hints(problems) == [HINTS[name]]


PHASES = {"before": {"sv": "Före flytten"}, "on": {"sv": "På väg"}}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("before", ("before", [])),
        ("on", ("on", [])),
        ("befor", (None, ['2:4 "befor" is not one of the choices for x. Did you mean "before"?'])),
        (
            "före flytten",
            (None, ['2:4 "före flytten" is not one of the choices for x. Did you mean "before"?']),
        ),
        ("later", (None, ['2:4 "later" is not one of the choices for x.'])),
    ],
)
def test_choices(written: str, expected: tuple[object, list[str]]) -> None:
    """A choice is one of its keys; a misspelling or a label leads to the key."""
    assert one(FieldType.CHOICE, written, choices=PHASES) == expected


def test_all_at_once() -> None:
    """Missing, unknown and wrong things are said together; what is right is kept."""
    values, problems = read(
        COMMON,
        "Rubrik: a\nsumary: b\ndate: 23 november\nsources: [{titel: x}, y, {title: z, url: a b}]\nfree: no\n",
    )

    assert values == {}
    assert sorted(said(problems)) == [
        '2:1 "Rubrik" is not known in place. Did you mean "title"?',
        '2:1 "summary" is missing in place.',
        '2:1 "title" is missing in place.',
        '3:1 "sumary" is not known in place. Did you mean "summary"?',
        '4:7 date should be a date, not "23 november".',
        '5:11 "title" is missing in sources[0].',
        '5:12 "titel" is not known in sources[0]. Did you mean "title"?',
        "5:23 sources[1] should be a group of named values.",
        '5:42 sources[2].url should be an address on the web, not "a b".',
        '6:1 "free" is not known in place.',
    ]


def test_what_is_right_is_kept() -> None:
    """A mistake in one field does not cost the others."""
    values, problems = read(COMMON, "title: a\nsummary: b\ndate: x\nsources: [{title: c, note: '*d*'}]\n")

    assert len(problems) == 1
    assert values == {"title": "a", "summary": "b", "sources": [{"title": "c", "note": "*d*"}]}


@pytest.mark.parametrize("written", ["", "''", '"  "', "~"])
def test_empty(written: str) -> None:
    """A required field with nothing after its colon is empty, not missing."""
    _, problems = read((TITLE,), f"title: {written}")

    assert [line.partition(" ")[2] for line in said(problems)] == ["title is empty."]


def test_optional_and_empty() -> None:
    """Another field with nothing after its colon is as if it were not there."""
    assert read((Field("x", FieldType.POINT),), "x:\n") == ({}, ())


def test_translations() -> None:
    """A translation may hold and must hold only what is translatable."""
    values, problems = read(COMMON, "title: a\ndate: 2026-11-23\nslug: b\n", only="translatable")

    assert values == {"title": "a"}
    assert said(problems) == [
        '3:1 "date" is the same in all languages and belongs in the sv file only.',
        '2:1 "summary" is missing in place.',
        '4:1 "slug" is not known in place.',
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a\n", "2:1 a.md should hold names with values."),
        ("a text\n", "2:1 a.md should hold names with values."),
        ("title:Råå\n", '2:1 There is no space after the colon in "title:Råå".'),
    ],
)
def test_no_names_at_all(text: str, message: str) -> None:
    """Front matter that is a list or text is one mistake, not one for each required field."""
    values, problems = read(COMMON, text)

    assert (values, said(problems)) == ({}, [message])


def test_nothing_at_all() -> None:
    """Empty front matter lacks what is required."""
    assert [each.code for each in read(COMMON, "")[1]] == ["missing-field"] * 3


def test_field_names_of_pydantic() -> None:
    """A field may have any name, also one that means something to the library that checks it."""
    names = ("schema", "copy", "json", "model_config", "f0", "self", "class")
    fields = tuple(Field(name, FieldType.TEXT) for name in names)

    assert read(fields, "\n".join(f"{name}: x" for name in names)) == (dict.fromkeys(names, "x"), ())
    assert [each.code for each in read(fields[:2], "f1: x")[1]] == ["unknown-key"]


def test_references() -> None:
    """Relations, terms and photos are found at any depth, each where it stands."""
    fields = (
        Field("image", FieldType.PHOTO),
        Field("area", FieldType.TERM, vocabulary="areas"),
        Field("related", FieldType.LIST, of=Field("related", FieldType.RELATION, to=("place", "page"))),
        Field(
            "steps",
            FieldType.LIST,
            of=Field("steps", FieldType.OBJECT, fields=(Field("photo", FieldType.PHOTO),)),
        ),
    )
    result = parse_yaml(
        "image: a\narea: raa\nrelated:\n- places/b\n- places/c\nsteps: [{photo: {name: d}}]", "a.md", 2
    )
    values, problems = validate(
        fields, result.data, result.marks, result.raw, "a.md", languages=("sv",), owner="place"
    )
    found = references(fields, values, result.marks, "a.md")

    assert problems == ()
    assert [(each.sort, each.target, str(each.location), each.field, each.kinds) for each in found] == [
        ("photo", "a", "a.md:2:8", "image", ()),
        ("term:areas", "raa", "a.md:3:7", "area", ()),
        ("story", "places/b", "a.md:5:3", "related", ("place", "page")),
        ("story", "places/c", "a.md:6:3", "related", ("place", "page")),
        ("photo", "d", "a.md:7:24", "steps", ()),
    ]


def test_with_markdown() -> None:
    """Every Markdown text is replaced by what it is parsed to; nothing else is touched."""
    values = {"title": "a", "sources": [{"title": "b", "note": "*c*"}, {"title": "d"}]}

    assert with_markdown(COMMON, values, lambda text, path: (text, path)) == {
        "title": "a",
        "sources": [{"title": "b", "note": ("*c*", "sources[0].note")}, {"title": "d"}],
    }


EVERYTHING = tuple(
    Field(
        type_.value,
        type_,
        of=Field("x", FieldType.PHOTO),
        fields=(Field("a", FieldType.NUMBER, required=True),),
        choices={"a": {}},
    )
    for type_ in FieldType
    if type_ is not FieldType.OPENING_HOURS  # stored as pairs, written as spans
)
KEYS = ["lat", "name", "weekly", "mon", "exceptions", "a", "date", "?"]
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12)
    | st.sampled_from(["2026-11-23", "8,5", "a/b", "https://x.se", "08:00-17:00", "a@b.se"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@given(st.dictionaries(st.sampled_from([field.name for field in EVERYTHING]), ANYTHING, max_size=4))
@settings(max_examples=200, deadline=None)
def test_any_data(data: dict[str, object]) -> None:
    """Any data gives stored values and Problems that can be said; what is stored is right when read again."""
    values, problems = validate(EVERYTHING, data, {}, {}, "a.md", languages=("sv",), owner="place")
    again = validate(
        EVERYTHING, json.loads(json.dumps(values)), {}, {}, "a.md", languages=("sv",), owner="place"
    )
    wrong = {line.partition(" ")[2] for line in said(problems)}

    assert again == (values, ())
    assert wrong or values.keys() == {name for name, value in data.items() if value is not None}
    references(EVERYTHING, values, {}, "a.md")


HOURS = (Field("x", FieldType.OPENING_HOURS),)


@given(ANYTHING)
@settings(max_examples=100, deadline=None)
def test_any_hours(data: object) -> None:
    """Opening hours take any data without raising."""
    values, problems = validate(HOURS, {"x": data}, {}, {}, "a.md", languages=("sv",), owner="place")

    assert values or said(problems) or data is None


def stored(check: Callable[[], dict[str, object]]) -> str | None:
    """What comes of a check, in its order; None if something is wrong."""
    try:
        return repr(check())
    except ValueError:
        return None


PLAIN = st.fixed_dictionaries(
    {},
    optional={
        "text": st.text(max_size=3),
        "boolean": st.booleans(),
        "number": st.integers(),
        "date": st.just("2026-11-23"),
        "photo": st.just("a") | st.fixed_dictionaries({"name": st.just("a"), "alt": st.text(max_size=2)}),
        "point": st.fixed_dictionaries({"lon": st.integers(0, 99), "lat": st.integers(0, 99)}),
        "list": st.lists(st.just("a.jpg"), max_size=2),
        "object": st.fixed_dictionaries({"a": st.just("5") | st.just("")}),
        "choice": st.sampled_from(["a", "b"]),
        "?": st.just(""),
    },
)


@given(PLAIN | st.dictionaries(st.sampled_from([field.name for field in EVERYTHING]), ANYTHING, max_size=4))
@settings(max_examples=300, deadline=None)
def test_the_quick_check_and_pydantic_agree(data: dict[str, object]) -> None:
    """What is checked without pydantic has the same values in the same order, and nothing wrong slips by."""
    model = shape_of(EVERYTHING, "all").model
    quick = stored(lambda: table_of(EVERYTHING, "all")(data))
    full = stored(lambda: model.model_validate(data).model_dump(by_alias=True, exclude_unset=True))

    assert full == quick
