"""The site's settings become a Config, and every mistake in them is said."""

from pathlib import Path

import pytest

from generator.model.language import Language
from generator.model.problem import Severity
from generator.reading.settings import read_settings
from tests.reading.said import said

PROJECT = Path(__file__).parents[2]
HEAD = "name: {sv: Pulsen}\nbase_url: https://pulsen.example\nsource_language: sv\n"
LANGUAGES = "languages:\n  sv: {name: Svenska}\n  ar: {name: العربية, fallback: [sv]}\n"


def test_the_least() -> None:
    """What is not said has sensible values: direction by language, prefix by tag."""
    config, problems = read_settings(HEAD + LANGUAGES, "site.yaml")

    assert problems == ()
    assert config is not None
    assert config.languages == (
        Language("sv", "Svenska", "sv"),
        Language("ar", "العربية", "ar", direction="rtl", fallback=("sv",)),
    )
    assert (config.theme, config.per_page, config.time_zone, config.raw_html) == ("base", 20, "UTC", False)


def test_everything() -> None:
    """What is said is there; options of the theme are passed on as they are."""
    text = (
        HEAD
        + LANGUAGES
        + """
description: {sv: Berättelser}
time_zone: Europe/Stockholm
theme: my-theme
options: {colour: no, sizes: [1, 2026-11-23]}
vocabularies: {tags: {label: {sv: Ämnen}, segment: {sv: amnen}}}
segments: {search: {sv: sok}, index: {ar: list}}
search: false
listings: {per_page: 12, show_untranslated: false}
markdown: {raw_html: true}
publisher: {name: P}
contacts: {editors: a@b.se}
supervision: {name: Digg}
"""
    )
    config, problems = read_settings(text.replace(".example", ".example/"), "site.yaml")

    assert problems == ()
    assert config is not None
    assert (config.base_url, config.description) == ("https://pulsen.example", {"sv": "Berättelser"})
    assert (config.time_zone, config.theme) == ("Europe/Stockholm", "my-theme")
    assert config.options == {"colour": False, "sizes": [1, "2026-11-23"]}
    assert config.vocabularies == {"tags": ({"sv": "Ämnen"}, {"sv": "amnen"})}
    assert config.segments == {"search": {"sv": "sok"}, "index": {"ar": "list"}}
    assert config.search is False
    assert (config.per_page, config.show_untranslated, config.raw_html) == (12, False, True)
    assert (config.publisher, config.contacts, config.supervision) == (
        {"name": "P"},
        {"editors": "a@b.se"},
        {"name": "Digg"},
    )


MISTAKES = {
    "a misspelling": ("thme: base\n", '7:1 "thme" is not known in site.yaml. Did you mean "theme"?'),
    "an inner misspelling": (
        "listings: {perpage: 3}\n",
        '7:12 "perpage" is not known in listings. Did you mean "per_page"?',
    ),
    "an unknown page": (
        "segments: {serach: {sv: sok}}\n",
        '7:12 "serach" is not known in segments. Did you mean "search"?',
    ),
    "an address with spaces": (
        "segments: {search: {sv: Sök här}}\n",
        '7:25 segments.search.sv is part of an address, which "Sök här" cannot be.',
    ),
    "a segment in another language": (
        "segments: {search: {fi: haku}}\n",
        '7:21 "fi" is not a language of the site, so this text is never shown.',
    ),
    "an unknown time zone": (
        "time_zone: Europe/Stokholm\n",
        '7:12 There is no time zone "Europe/Stokholm". Nearest: "Europe/Stockholm".',
    ),
    "a time zone outside": ("time_zone: ../../etc\n", '7:12 There is no time zone "../../etc". Nearest: "'),
    "a folder for a theme": ("theme: ../x\n", '7:8 "../x" cannot be the name of a theme.'),
    "an empty theme": ("theme:\n", "7:7 theme is empty."),
    "no items": (
        "listings: {per_page: 0}\n",
        "7:22 listings.per_page is 0, but it must be a whole number between 1 and 1000.",
    ),
    "not true or false": (
        "markdown: {raw_html: perhaps}\n",
        '7:22 markdown.raw_html should be true or false, not "perhaps".',
    ),
    "options without names": ("options: [a]\n", "7:10 options should hold names with values."),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistakes(name: str) -> None:
    """One mistake is one Problem, and there is a Config all the same."""
    text, message = MISTAKES[name]
    config, problems = read_settings(HEAD + LANGUAGES + text, "site.yaml")

    assert len(problems) == 1
    assert said(problems)[0].startswith(message)
    assert config is not None


OTHERS = {
    "a relative address": (
        HEAD.replace("https://pulsen.example", "/pulsen") + LANGUAGES,
        ['2:11 base_url should be an address on the web, not "/pulsen".'],
        False,
    ),
    "an address with a query": (
        HEAD.replace("example", "example/?a") + LANGUAGES,
        ["2:11 base_url has a ? or # in it."],
        False,
    ),
    "no languages": (HEAD, ['1:1 "languages" is missing in site.yaml.'], False),
    "a name for a tag": (
        HEAD + LANGUAGES + "  svenska: {name: S}\n",
        ['7:3 "svenska" is not a language tag.'],
        True,
    ),
    "no name": (HEAD + LANGUAGES + "  en: {}\n", ['7:7 "name" is missing in languages.en.'], True),
    "an empty language": (
        HEAD + LANGUAGES + "  en:\n",
        ["7:6 languages.en is empty.", '7:6 "name" is missing in languages.en.'],
        True,
    ),
    "the same prefix": (
        HEAD + LANGUAGES + "  en: {name: English, prefix: sv}\n",
        ['7:3 en and sv both have addresses that begin with "sv".'],
        True,
    ),
    "an unknown fallback": (
        HEAD + LANGUAGES + "  en: {name: English, fallback: [de, en]}\n",
        [
            '7:34 "de" cannot stand in for en; it is not another language of the site.',
            '7:38 "en" cannot stand in for en; it is not another language of the site.',
        ],
        True,
    ),
    "a direction in words": (
        HEAD + LANGUAGES + "  en: {name: English, direction: left}\n",
        ['7:34 languages.en.direction should be ltr (left to right) or rtl (right to left), not "left".'],
        True,
    ),
    "an unknown source language": (
        HEAD.replace("language: sv", "language: se") + LANGUAGES,
        ['3:18 The source language "se" is not among the languages of the site.'],
        True,
    ),
    "nothing": ("", ["1:1 site.yaml should hold names with values."], False),
}


@pytest.mark.parametrize("name", OTHERS)
def test_without_what_there_is_no_site(name: str) -> None:
    """Only without a language or an address there is no Config."""
    text, messages, usable = OTHERS[name]
    config, problems = read_settings(text, "site.yaml")

    assert said(problems) == messages
    assert (config is not None) == usable


def test_words_in_another_language() -> None:
    """Words in a language the site does not have are a warning; those for the base of a variant are none."""
    text = (
        "name: {sv: Pulsen, fi: Pulssi}\nbase_url: https://pulsen.example\nsource_language: sv-simple\n"
        "languages:\n  sv-simple: {name: Lätt}\n"
    )
    _, problems = read_settings(text, "site.yaml")

    assert said(problems) == ['1:20 "fi" is not a language of the site, so this text is never shown.']
    assert [each.severity for each in problems] == [Severity.WARNING]


def test_a_language_called_no() -> None:
    """Norwegian is a language and no truth value."""
    config, problems = read_settings(HEAD + LANGUAGES + "  no: {name: Norsk, fallback: [sv]}\n", "site.yaml")

    assert problems == ()
    assert config is not None
    assert config.tags == ("sv", "ar", "no")


def test_the_projects_settings() -> None:
    """The project's own settings can be read without a Problem."""
    config, problems = read_settings((PROJECT / "content/site.yaml").read_text("utf-8"), "content/site.yaml")

    assert problems == ()
    assert config is not None
