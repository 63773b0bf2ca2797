"""Words of the interface: what is missing, unused or uncertain is found, and catalogues are kept in order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import CONTENT_ERRORS, FINE, main
from generator.interface_words import InterfaceWords, LanguageWords, interface_words
from tests.support.small_site import SITE, SmallSite, files

LAYOUT, TERM, SV = (
    "themes/plain/templates/layout.html",
    "themes/plain/templates/term.html",
    "themes/plain/locale/sv.po",
)
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
COUNTED = '<p>{{ ngettext("%(num)s story", "%(num)s stories", 3) }}</p>\n'


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A small site in Swedish and English whose only interface word is translated."""
    return SmallSite(tmp_path)


def add_language(site: SmallSite, line: str) -> None:
    """One more language in the settings."""
    site.edit("content/site.yaml", "  en: {name: English", f"  {line}\n  en: {{name: English")


def of(found: InterfaceWords, tag: str) -> LanguageWords:
    """What was found for one language."""
    return next(each for each in found.languages if each.tag == tag)


def spots(found: InterfaceWords, tag: str, group: str) -> list[tuple[str, list[str]]]:
    """Strings of one group with their spots."""
    return [
        (phrase.text, [str(spot) for spot in phrase.locations]) for phrase in getattr(of(found, tag), group)
    ]


def test_a_translated_site_lacks_nothing(site: SmallSite) -> None:
    """Where every word is translated nothing is reported, and English needs no catalogue."""
    found = interface_words(site.disk)

    assert [("sv", (), (), ()), ("en", (), (), ())] == [
        (each.tag, each.missing, each.unused, each.fuzzy) for each in found.languages
    ]
    assert found.complete


def test_a_missing_word_names_every_line_that_asks_for_it(site: SmallSite) -> None:
    """A string without a translation is missing in its language only, with template and line."""
    site.edit(LAYOUT, '<p>{{ _("Goodbye") }}</p>', '<p>{{ _("Goodbye") }}</p>\n<p>{{ _("Hello") }}</p>')
    site.edit(TERM, "{% block main %}", '{% block main %}{{ _("Hello") }}')
    found = interface_words(site.disk)

    assert [("Hello", [f"{LAYOUT}:5", f"{TERM}:2"])] == spots(found, "sv", "missing")
    assert [] == spots(found, "en", "missing")
    assert not found.complete


def test_an_unused_word_names_its_line_in_the_catalogue(site: SmallSite) -> None:
    """An entry that no template asks for is unused, and does not make the site incomplete."""
    site.disk.put(SV, site.disk.text(SV) + '\nmsgid "Farewell"\nmsgstr "Farväl"\n')
    found = interface_words(site.disk)

    assert [("Farewell", [f"{SV}:7"])] == spots(found, "sv", "unused")
    assert found.complete


def test_a_fuzzy_word_is_not_shown_and_so_is_missing_too(site: SmallSite) -> None:
    """An uncertain translation is named with its template and its catalogue."""
    site.edit(SV, 'msgid "Goodbye"', '#, fuzzy\nmsgid "Goodbye"')
    found = interface_words(site.disk)

    assert [("Goodbye", [f"{LAYOUT}:4", f"{SV}:5"])] == spots(found, "sv", "fuzzy")
    assert [("Goodbye", [f"{LAYOUT}:4"])] == spots(found, "sv", "missing")


def test_the_catalogue_of_the_site_counts_before_that_of_the_theme(site: SmallSite) -> None:
    """A word that content/locale translates is not missing, whatever the theme's catalogue says."""
    site.edit(SV, 'msgid "Goodbye"', '#, fuzzy\nmsgid "Goodbye"')
    site.disk.put("content/locale/sv.po", HEAD + 'msgid "Goodbye"\nmsgstr "Farväl"\n')

    assert [] == spots(interface_words(site.disk), "sv", "missing")


def test_a_variant_falls_back_to_its_base(site: SmallSite) -> None:
    """Easy Swedish lacks only what Swedish lacks, and what Swedish lacks is added to Swedish alone."""
    add_language(site, "sv-simple: {name: Lätt svenska}")

    assert [] == spots(interface_words(site.disk), "sv-simple", "missing")

    site.edit(LAYOUT, "Goodbye", "See you")
    site.disk.put("themes/plain/locale/sv-simple.po", HEAD + 'msgid "Goodbye"\nmsgstr "Hej"\n')
    found = interface_words(site.disk, update=True)

    assert [("See you", [f"{LAYOUT}:4"])] == spots(found, "sv-simple", "missing")
    assert "See you" in site.disk.text(SV)
    assert "See you" not in site.disk.text("themes/plain/locale/sv-simple.po")
    assert '#~ msgid "Goodbye"' in site.disk.text("themes/plain/locale/sv-simple.po")


def test_a_parent_theme_is_asked_too(site: SmallSite) -> None:
    """Templates and catalogues of a parent count; the parent's catalogue is never written."""
    site.disk.put("themes/child/theme.yaml", "name: child\nparent: plain\n")
    site.disk.put("themes/child/templates/not-found.html", '{{ _("Gone") }}\n')
    site.edit("content/site.yaml", "theme: plain", "theme: child")
    before = site.disk.text(SV)
    found = interface_words(site.disk, update=True)

    assert [("Gone", ["themes/child/templates/not-found.html:1"])] == spots(found, "sv", "missing")
    assert ("themes/child/locale/sv.po",) == found.written
    assert before == site.disk.text(SV)
    assert "Goodbye" not in site.disk.text("themes/child/locale/sv.po")


def test_a_word_of_a_replaced_template_is_neither_missing_nor_unused(site: SmallSite) -> None:
    """What only a replaced template asks for is not shown, and still has its use in the parent theme."""
    site.disk.put("themes/child/theme.yaml", "name: child\nparent: plain\n")
    site.disk.put("themes/child/templates/chooser.html", "-\n")
    site.edit("themes/plain/templates/chooser.html", "{% for", '{{ _("Choose") }}{{ _("Pick") }}{% for')
    site.disk.put(SV, site.disk.text(SV) + '\nmsgid "Choose"\nmsgstr "Välj"\n')
    site.edit("content/site.yaml", "theme: plain", "theme: child")
    found = interface_words(site.disk)

    assert [] == spots(found, "sv", "missing")
    assert [] == spots(found, "sv", "unused")


def test_a_word_of_an_extended_template_is_missing(site: SmallSite) -> None:
    """A template that a child theme replaces by one that extends it is shown, and so are its words."""
    site.disk.put("themes/child/theme.yaml", "name: child\nparent: plain\n")
    site.disk.put("themes/child/templates/chooser.html", '{% extends "plain/chooser.html" %}')
    site.edit("themes/plain/templates/chooser.html", "{% for", '{{ _("Choose") }}{% for')
    site.edit("content/site.yaml", "theme: plain", "theme: child")
    found = interface_words(site.disk)

    assert [("Choose", ["themes/plain/templates/chooser.html:1"])] == spots(found, "sv", "missing")


UPDATED = """\
# Ours.
msgid ""
msgstr ""
"Language: sv\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

# Said at the end of a page; keep it short.
msgid "Goodbye"
msgstr "Hej då"

#. a button
msgid "Send"
msgstr ""

# Once on the start page.
#~ msgid "Farewell"
#~ msgstr "Farväl"
"""


def test_update_adds_sets_aside_and_keeps_the_rest(site: SmallSite) -> None:
    """Comments of people and templates, the header and the order stay; unused words become obsolete."""
    site.disk.put(
        SV,
        UPDATED.partition("\n\n")[0]
        + '\n\n# Once on the start page.\nmsgid "Farewell"\nmsgstr "Farväl"\n'
        + '\n# Said at the end of a page; keep it short.\nmsgid "Goodbye"\nmsgstr "Hej då"\n',
    )
    site.edit(LAYOUT, "<p>{{ _", '{# Translators: a button #}{{ _("Send") }}\n<p>{{ _')
    found = interface_words(site.disk, update=True)

    assert (SV,) == found.written
    assert UPDATED == site.disk.text(SV)
    assert [] == spots(found, "sv", "unused")


def test_update_twice_changes_no_byte(site: SmallSite) -> None:
    """A second update finds nothing to write, whatever languages there are."""
    for line in ("ar: {name: العربية, direction: rtl}", "fr: {name: Français}", "sv-simple: {name: Lätt}"):
        add_language(site, line)
    site.edit(LAYOUT, '_("Goodbye")', '_("See you")')
    site.edit(TERM, "{% block main %}", "{% block main %}" + COUNTED)
    first = interface_words(site.disk, update=True)
    before = site.disk.tree("themes")
    site.disk.forget_touches()
    second = interface_words(site.disk, update=True)

    assert {f"themes/plain/locale/{tag}.po" for tag in ("ar", "en", "fr", "sv")} == {*first.written}
    assert () == second.written
    assert [] == site.disk.writes
    assert before == site.disk.tree("themes")
    assert first.languages == second.languages


def test_update_touches_no_catalogue_that_is_in_order(site: SmallSite) -> None:
    """A catalogue with nothing to add keeps its own way of wrapping lines."""
    site.edit(SV, 'msgstr "Hej då"', 'msgstr ""\n"Hej "\n"då"')

    assert () == interface_words(site.disk, update=True).written


def test_a_word_that_returns_brings_its_translation_back(site: SmallSite) -> None:
    """What was set aside serves again when a template asks for it again."""
    site.edit(LAYOUT, "Goodbye", "See you")
    interface_words(site.disk, update=True)
    site.edit(LAYOUT, "See you", "Goodbye")
    found = interface_words(site.disk, update=True)

    assert [] == spots(found, "sv", "missing")
    assert 'msgid "Goodbye"\nmsgstr "Hej då"' in site.disk.text(SV)
    assert '#~ msgid "Goodbye"' not in site.disk.text(SV)


def test_a_new_arabic_catalogue_has_six_plural_forms(site: SmallSite) -> None:
    """Forms are made for each of CLDR's categories, in the order in which pages use them."""
    add_language(site, "ar: {name: العربية, direction: rtl}")
    site.edit(TERM, "{% block main %}", "{% block main %}" + COUNTED)
    interface_words(site.disk, update=True)
    path = "themes/plain/locale/ar.po"
    forms = "".join(f'msgstr[{number}] ""\n' for number in range(6))

    assert f'msgid "%(num)s story"\nmsgid_plural "%(num)s stories"\n{forms}' in site.disk.text(path)
    assert '"Plural-Forms: nplurals=6; ' in site.disk.text(path)

    for number in range(6):
        site.edit(path, f'msgstr[{number}] ""', f'msgstr[{number}] "%(num)s"')
    site.edit(path, 'msgid "Goodbye"\nmsgstr ""', 'msgid "Goodbye"\nmsgstr "وداعًا"')

    assert [] == spots(interface_words(site.disk), "ar", "missing")


def test_english_lacks_nothing_but_plurals(site: SmallSite) -> None:
    """Only plurals need a catalogue in English, and an update fills them with the templates' own words."""
    site.edit(TERM, "{% block main %}", "{% block main %}" + COUNTED)

    assert [("%(num)s story", [f"{TERM}:2"])] == spots(interface_words(site.disk), "en", "missing")
    assert [] == spots(interface_words(site.disk, update=True), "en", "missing")
    assert 'msgstr[0] "%(num)s story"\nmsgstr[1] "%(num)s stories"\n' in site.disk.text(
        "themes/plain/locale/en.po"
    )


def test_a_plural_needs_plural_forms(site: SmallSite) -> None:
    """A translation without forms does not serve a string whose form depends on a number."""
    site.edit(TERM, "{% block main %}", "{% block main %}" + COUNTED)
    site.disk.put(SV, site.disk.text(SV) + '\nmsgid "%(num)s story"\nmsgstr "%(num)s berättelse"\n')

    assert [("%(num)s story", [f"{TERM}:2"])] == spots(interface_words(site.disk), "sv", "missing")


BROKEN = {
    "a template": (TERM, "{% block main %}", "{% block main ", [("template-syntax", f"{TERM}:2")]),
    "a catalogue": (SV, 'msgstr "Hej då"', 'msgstr "Hej då', [("catalogue-syntax", f"{SV}:5:1")]),
    "the theme": (
        "content/site.yaml",
        "theme: plain",
        "theme: fancy",
        [("theme-missing", "content/site.yaml")],
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_nothing_is_written_while_something_is_broken(site: SmallSite, what: str) -> None:
    """A template that cannot be read would make its words look unused, so a mistake stops an update."""
    path, old, new, problems = BROKEN[what]
    site.edit(LAYOUT, "Goodbye", "See you")
    site.edit(path, old, new)
    site.disk.forget_touches()
    found = interface_words(site.disk, update=True)

    assert problems == [(each.code, str(each.location)) for each in found.problems]
    assert ((), (), []) == (found.languages, found.written, site.disk.writes)
    assert not found.complete


def test_the_command_says_what_is_missing(tmp_path: Path) -> None:
    """Exit code 1 and the line of the template while a word is missing, 0 when none is."""
    for path, text in files(SITE).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    (tmp_path / TERM).write_text('{{ _("Hello") }}\n', "utf-8")
    call = ["--project", str(tmp_path), "--language", "sv", "words"]
    lacking, data = CliRunner().invoke(main, call), CliRunner().invoke(main, [*call, "--json"])
    (tmp_path / TERM).write_text('{{ _("Goodbye") }}\n', "utf-8")
    complete = CliRunner().invoke(main, call)

    assert (CONTENT_ERRORS, FINE) == (lacking.exit_code, complete.exit_code)
    assert f'saknas: "Hello"  {TERM}:1' in lacking.output
    assert {"text": "Hello", "locations": [{"path": TERM, "line": 1}]} == (
        json.loads(data.output)["languages"][0]["missing"][0]
    )
