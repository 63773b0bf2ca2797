"""Pulsen's own messages are translated, and nothing else is."""

from __future__ import annotations

import string
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from generator import report
from generator.model.problem import Location, Severity, problem
from generator.new import CannotBeginError, begin_story
from generator.reading.catalogue import read_catalogue
from tests.support.small_site import NOW, SmallSite

GENERATOR = Path(__file__).parents[1] / "generator"
KEYWORDS = {"N_": None, "translate": None, "_translate": None}
LANGUAGES = [language for language in report.LANGUAGES if language != "en"]


@cache
def in_code() -> set[str]:
    """Every message in the program: what N_() marks and what a translate() is called with."""
    found = extract_from_dir(GENERATOR, [("**.py", "python")], keywords=KEYWORDS)
    return {message for _, _, message, _, _ in found if isinstance(message, str)}


def catalogue_text(language: str) -> str:
    """The catalogue of a language as it is written."""
    return (GENERATOR / "locale" / f"{language}.po").read_text("utf-8")


def slots(text: str) -> set[str]:
    """Names in curly brackets."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_messages_are_found() -> None:
    """The search sees both ways of marking a message, and texts of several lines."""
    found = in_code()

    assert {"Error", "{field} is empty.", "The site is at {url} - stop with Ctrl+C"} <= found
    assert any(
        message.startswith("In Notepad choose Save as and the encoding UTF-8. In VS") for message in found
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    """A message without a translation would be shown in English; run `make messages` and translate it."""
    messages, problems = read_catalogue(catalogue_text(language), f"{language}.po")

    assert () == problems
    assert set() == in_code() - messages.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_kept_that_is_not_used(language: str) -> None:
    """`make messages` removes what the program does not say any more, obsolete entries included."""
    with (GENERATOR / "locale" / f"{language}.po").open(encoding="utf-8") as file:
        catalogue = read_po(file)

    assert set() == {message.id for message in catalogue if message.id} - in_code()
    assert {} == catalogue.obsolete


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_slots_of_its_original(language: str) -> None:
    """Nothing that a message tells is lost in translation, and every translation can be filled."""
    messages, _ = read_catalogue(catalogue_text(language), f"{language}.po")
    different = {message: text for message, text in messages.items() if slots(message) != slots(str(text))}
    for text in messages.values():
        str(text).format_map(defaultdict(str))

    assert {} == different


@pytest.mark.parametrize(
    ("severity", "english", "swedish"),
    [
        (Severity.ERROR, "Error", "Fel"),
        (Severity.ALARM, "Alarm", "Larm"),
        (Severity.WARNING, "Warning", "Varning"),
    ],
)
def test_each_severity_has_its_word(severity: Severity, english: str, swedish: str) -> None:
    """An alarm is called an alarm, in both languages."""
    found = problem("x", Location("a.md"), "{field} is empty.", "", severity, field="title")
    texts = [report.as_text(found, report.translator(language), lambda *_: None) for language in ("en", "sv")]

    assert [f"a.md: {english}: title is empty.", f"a.md: {swedish}: title är tomt."] == texts


def test_an_alarm_is_an_error_beside_a_pull_request() -> None:
    """GitHub knows no alarms and would show nothing."""
    found = problem("x", Location("a.md"), "No.", severity=Severity.ALARM)

    assert report.as_annotation(found, report.translator("en")).startswith("::error file=a.md")


def test_a_story_that_cannot_be_begun_says_why_in_swedish(tmp_path: Path) -> None:
    """The reason is a message with slots like any other."""
    disk = SmallSite(tmp_path).disk
    with pytest.raises(CannotBeginError) as refused:
        begin_story(disk, "plase", "Tornet", None, None, "sv", NOW.date())
    error = refused.value

    assert "There is no kind plase. Did you mean place? Kinds: person, place" == str(error)
    assert "Det finns ingen sort som heter plase. Menade du place? Sorter som finns: person, place" == (
        report.translator("sv")(error.message).format_map(error.values)
    )
