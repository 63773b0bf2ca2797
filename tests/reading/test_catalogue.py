"""Catalogues are read as gettext reads them, and mistakes are found before a page fails."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.catalogue import read_catalogue
from tests.reading.said import said

HEAD = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)


def test_messages() -> None:
    """Plain, plural and contextual messages; fuzzy, empty and obsolete ones are left out."""
    text = (
        HEAD
        + r"""
msgctxt "menu"
msgid "Home"
msgstr "Hem"

msgid "{count} story"
msgid_plural "{count} stories"
msgstr[0] "{count} berättelse"
msgstr[1] "{count} berättelser"

msgid "Say \"hi\"\n"
msgstr ""
"Säg "
"\"hej\"\n"

#, fuzzy
msgid "maybe"
msgstr "kanske"

msgid "later"
msgstr ""

#~ msgid "old"
#~ msgstr "gammal"
"""
    )

    assert read_catalogue(text, "sv.po") == (
        {
            "menu\x04Home": "Hem",
            "{count} story": ("{count} berättelse", "{count} berättelser"),
            'Say "hi"\n': 'Säg "hej"\n',
        },
        (),
    )


BROKEN = "This line does not follow the rules of translation files."
MISTAKES = {
    "an unclosed text": ('msgid "a"\nmsgstr "b\n', [f"2:1 {BROKEN}"]),
    "two of them": ('msgid "a\nmsgstr "b\n', [f"1:1 {BROKEN}", f"2:1 {BROKEN}"]),
    "no quotation marks": ("msgid a\n", [f"1:1 {BROKEN}"]),
    "an unknown word": ('msgd "a"\n', [f"1:1 {BROKEN}"]),
    "text before its word": ('"a"\n', [f"1:1 {BROKEN}"]),
    "no translation line": ('\nmsgid "a"\n\nmsgid "b"\nmsgstr "c"\n', [f"2:1 {BROKEN}"]),
    "a million plural forms": (HEAD.replace("nplurals=2", "nplurals=1000000"), [f"4:1 {BROKEN}"]),
    "a slot of its own": (
        HEAD + 'msgid "by {who}"\nmsgstr "av {vem}"\n',
        ["6:0 The translation uses {vem}, which its original does not have."],
    ),
    "a slot left open": (
        HEAD + 'msgid "by {who}"\nmsgstr "av {who"\n',
        ["6:0 The translation uses {?}, which its original does not have."],
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistakes(name: str) -> None:
    """A mistake names the line to look at."""
    text, messages = MISTAKES[name]

    assert said(read_catalogue(text, "sv.po")[1]) == messages


@given(st.lists(
    st.sampled_from([
        "msgid ", "msgstr ", "msgctxt ", "msgid_plural ", "msgstr[0] ", "msgstr[1] ", '""', '"a"', '"\\n"',
        '"\\', "\n", "#, fuzzy\n", "#~ ", "#: a:1\n", "# \u2068\n",
        '"Plural-Forms: nplurals=9; plural=x\\n"', "x",
        '"{a"', '"POT-Creation-Date: x\\n"', '"Language: xx_YY\\n"',
        '"Content-Type: text/plain; charset=x\\n"',
    ]),
    max_size=30,
).map("".join))  # fmt: skip
def test_any_text(text: str) -> None:
    """Any text gives messages and Problems, and nothing raises."""
    messages, problems = read_catalogue(text, "sv.po")

    assert all(isinstance(key, str) for key in messages)
    said(problems)
