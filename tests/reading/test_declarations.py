"""Kinds, blocks and vocabularies are read from their declarations, and mistakes in those are said."""

from pathlib import Path

import pytest

from generator.model.kind import BlockType, Field, FieldType, Property, Term
from generator.reading.declarations import read_block_type, read_common, read_kind, read_vocabulary
from tests.reading.said import said

PROJECT = Path(__file__).parents[2]
TITLE = Field("title", FieldType.TEXT, required=True, translatable=True, label={"sv": "Rubrik"})
HEAD = "folder: places\nlabel: {sv: Plats}\nplural: {sv: Platser}\nsegment: {sv: platser, en: ''}\n"


def test_a_kind() -> None:
    """A kind has its own fields after the common ones, with everything that is declared of them."""
    text = (
        HEAD
        + """
schema: TouristAttraction
order: [-title, setting]
listing: no
fields:
  setting: {type: choice, choices: {in: {sv: Inne}, 'no': {}}, label: {sv: Var}, help: {sv: Hjälp}}
  access:
    type: list
    of:
      type: object
      fields:
        seen: {type: date, required: true}
  near: {type: list, translatable: true, of: {type: relation, to: [place, page]}}
  area: {type: term, vocabulary: areas}
"""
    )
    kind, problems = read_kind(text, "content/kinds/place.yaml", (TITLE,))

    assert problems == ()
    assert kind is not None
    assert (kind.name, kind.folder, kind.label, kind.segment) == (
        "place",
        "places",
        {"sv": "Plats"},
        {"sv": "platser", "en": ""},
    )
    assert (kind.schema.type, kind.order, kind.listing) == ("TouristAttraction", ("-title", "setting"), False)
    assert kind.fields == (
        TITLE,
        Field(
            "setting",
            FieldType.CHOICE,
            label={"sv": "Var"},
            help={"sv": "Hjälp"},
            choices={"in": {"sv": "Inne"}, "no": {}},
        ),
        Field(
            "access",
            FieldType.LIST,
            of=Field("access", FieldType.OBJECT, fields=(Field("seen", FieldType.DATE, required=True),)),
        ),
        Field(
            "near",
            FieldType.LIST,
            translatable=True,
            of=Field("near", FieldType.RELATION, to=("place", "page")),
        ),
        Field("area", FieldType.TERM, vocabulary="areas"),
    )


FIELDS = {
    "an unknown type": ("{type: txt}", '6:13 There is no type "txt" for a field. Did you mean "text"?'),
    "no type": ("{required: true}", '6:6 "type" is missing in x.'),
    "a list of nothing": ("{type: list}", '6:6 "of" is missing in x.'),
    "a list of something unknown": (
        "{type: list, of: {type: storys}}",
        '6:30 There is no type "storys" for a field.',
    ),
    "an object without fields": ("{type: object}", '6:6 "fields" is missing in x.'),
    "a choice without choices": ("{type: choice}", '6:6 "choices" is missing in x.'),
    "a choice of nothing": (
        "{type: choice, choices: {}}",
        "6:30 fields.x.choices offers nothing to choose from.",
    ),
    "a term of no vocabulary": ("{type: term}", '6:6 "vocabulary" is missing in x.'),
    "a relation to one thing": ("{type: relation, to: place}", "6:27 fields.x.to should be a list."),
    "choices for text": ("{type: text, choices: {a: {}}}", '6:19 "choices" is not known in x.'),
    "a misspelling": (
        "{type: text, requird: true}",
        '6:19 "requird" is not known in x. Did you mean "required"?',
    ),
    "not true or false": (
        "{type: text, required: ja}",
        '6:29 fields.x.required should be true or false, not "ja".',
    ),
    "a label without languages": (
        "{type: text, label: X}",
        "6:26 fields.x.label should hold names with values.",
    ),
    "only a type": ("text", "6:6 fields.x should hold names with values."),
    "nothing": ("", "6:5 fields.x is empty."),
}


@pytest.mark.parametrize("name", FIELDS)
def test_wrong_fields(name: str) -> None:
    """A field that is declared wrongly is one Problem."""
    written, message = FIELDS[name]
    kind, problems = read_kind(f"{HEAD}fields:\n  x: {written}\n", "place.yaml", (TITLE,))

    assert said(problems) == [message]
    assert kind is not None


KINDS = {
    "a field all kinds have": (
        HEAD + "fields:\n  title: {type: text}\n",
        ['6:3 Every kind has the field "title" already.'],
    ),
    "a field with a capital": (
        HEAD + "fields:\n  Setting: {type: text}\n",
        ['6:3 "Setting" cannot be the name of a field.'],
    ),
    "an order by nothing": (
        HEAD + "order: [-titel]\n",
        ['5:9 The order names "-titel", which is no field. Nearest: "title".'],
    ),
    "an address with capitals": (
        HEAD.replace("{sv: platser,", "{sv: Mina platser,"),
        ['4:15 segment.sv is part of an address, which "Mina platser" cannot be.'],
    ),
    "a label read as false": (
        HEAD.replace("{sv: Plats}", "{sv: no}"),
        ['2:13 label.sv should be text, but "no" without quotation marks is read as false.'],
    ),
    "almost nothing": (
        "folder: places\n",
        [f'1:1 "{name}" is missing in place.yaml.' for name in ("label", "plural", "segment")],
    ),
}


@pytest.mark.parametrize("name", KINDS)
def test_wrong_kinds(name: str) -> None:
    """Mistakes of a kind are said, and what is right of it is kept."""
    text, messages = KINDS[name]
    kind, problems = read_kind(text, "place.yaml", (TITLE,))

    assert said(problems) == messages
    assert kind is not None
    assert kind.fields == (TITLE,)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD.replace("places", "../x"), '1:9 "../x" cannot be the name of a folder of stories.'),
        ("- a\n", "1:1 place.yaml should hold names with values."),
        ("a: b: c\n", "1:5 The value of a holds a colon followed by a space, which begins a new key here."),
        ("", "1:1 place.yaml should hold names with values."),
    ],
)
def test_no_kind(text: str, message: str) -> None:
    """Without a folder, or without names, there is no kind."""
    kind, problems = read_kind(text, "place.yaml", (TITLE,))

    assert (kind, said(problems)) == (None, [message])


def test_a_block() -> None:
    """A block has a label and fields of the same grammar."""
    block, problems = read_block_type(
        "label: {sv: Citat}\nfields:\n  text: {type: text, required: true}\n", "themes/base/blocks/quote.yaml"
    )

    assert problems == ()
    assert block == BlockType("quote", {"sv": "Citat"}, (Field("text", FieldType.TEXT, required=True),))


def test_a_vocabulary() -> None:
    """Both forms of a term; a language called no is no truth value."""
    text = "skane: {sv: Skåne, no: Skåne}\nraa: {name: {sv: Råå}, within: skane}\n"

    assert read_vocabulary(text, "areas.yaml") == (
        (Term("skane", {"sv": "Skåne", "no": "Skåne"}), Term("raa", {"sv": "Råå"}, "skane")),
        (),
    )


VOCABULARIES = {
    "within nothing": (
        "raa: {name: {sv: Råå}, within: skaane}\nskane: {sv: Skåne}\n",
        ['1:32 "raa" stands within "skaane", which is not in this file. Nearest: "skane".'],
    ),
    "within itself": (
        "a: {name: {sv: A}, within: b}\nb: {name: {sv: B}, within: a}\nc: {name: {sv: C}, within: a}\n",
        ['1:28 "a" stands, in the end, within itself.', '2:28 "b" stands, in the end, within itself.'],
    ),
    "a key with a space": (
        "Mitt ord: {sv: A}\n",
        ['1:1 Mitt ord is part of an address, which "Mitt ord" cannot be.'],
    ),
    "only a word": ("sea: Havet\n", ["1:6 sea should hold names with values."]),
    "a misspelling": (
        "a: {name: {sv: A}, witin: b}\nb: {sv: B}\n",
        ['1:20 "witin" is not known in a. Did you mean "within"?'],
    ),
}


@pytest.mark.parametrize("name", VOCABULARIES)
def test_wrong_vocabularies(name: str) -> None:
    """Mistakes of terms are said; a term never stands within what is not there, or within itself."""
    text, messages = VOCABULARIES[name]
    terms, problems = read_vocabulary(text, "tags.yaml")
    assert terms is not None

    assert said(problems) == messages
    assert {term.within for term in terms} <= {"", *(term.key for term in terms)}


def test_the_projects_declarations() -> None:
    """Everything the project itself declares can be read without a Problem."""
    common_path = PROJECT / "generator/reading/common.yaml"
    common, problems = read_common(common_path.read_text("utf-8"), "common.yaml")
    found = list(problems)
    for path in sorted(PROJECT.glob("content/kinds/*.yaml")):
        found += read_kind(path.read_text("utf-8"), path.name, common)[1]
    for path in sorted(PROJECT.glob("content/vocabularies/*.yaml")):
        found += read_vocabulary(path.read_text("utf-8"), path.name)[1]
    blocks = {}
    for path in sorted(PROJECT.glob("themes/base/blocks/*.yaml")):
        blocks[path.stem], problems = read_block_type(path.read_text("utf-8"), path.name)
        found += problems

    assert found == []
    assert common[0].name == "title"
    assert blocks.keys() >= {"facts", "quote", "steps", "contact", "gallery", "video"}


KIND_WITH_SCHEMA = """\
folder: places
label: {sv: Plats}
plural: {sv: Platser}
segment: {sv: platser}
schema:
  type: Place
  page: Article
  also: {address: {harbour: BoatTerminal}}
  instead: {open: {type: Park}}
  properties:
    address: {as: address, type: PostalAddress, value: streetAddress}
    staff: {as: numberOfEmployees, type: QuantitativeValue, properties: {count: value}}
fields:
  address: {type: text}
  open: {type: boolean}
  staff: {type: object, fields: {count: {type: number}}}
order: [address]
"""


def test_what_a_kind_is_to_machines() -> None:
    """A mapping names types and properties; a field of fields is wrapped, a true one may change all."""
    kind, problems = read_kind(KIND_WITH_SCHEMA, "content/kinds/place.yaml", ())

    assert problems == ()
    assert kind is not None
    assert (kind.schema.type, kind.schema.page) == ("Place", "Article")
    assert kind.schema.properties["address"] == Property("address", "PostalAddress", "streetAddress")
    assert kind.schema.properties["staff"].properties == {"count": "value"}
    assert kind.schema.also == {"address": {"harbour": "BoatTerminal"}}
    assert kind.schema.instead["open"].type == "Park"
    assert kind.schema.field_of("numberOfEmployees") == "staff"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("type: Place", "type: a place", "schema-type"),
        ("address: {as: address", "adress: {as: address", "schema-field"),
        ("as: address", "as: An address", "schema-property"),
        ("{count: value}", "{number: value}", "schema-field"),
        ("value: streetAddress", "valeu: streetAddress", "unknown-key"),
        ("as: numberOfEmployees, ", "", "missing-field"),
    ],
)
def test_a_wrong_mapping_is_told(old: str, new: str, code: str) -> None:
    """What is not written in the words of schema.org, or names no field, is a Problem where it stands."""
    assert old in KIND_WITH_SCHEMA
    _, problems = read_kind(KIND_WITH_SCHEMA.replace(old, new, 1), "content/kinds/place.yaml", ())

    assert code in [problem.code for problem in problems]
