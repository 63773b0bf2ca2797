"""Interface words, dates and numbers."""

import pytest

from generator.incremental.tracker import Tracker
from generator.indexing.indexes import build_indexes
from generator.model.facts import Message
from generator.model.language import Language
from generator.rendering.look import Look
from generator.rendering.words import Words
from tests.indexing.test_indexes import NOW
from tests.support.facts import facts

CATALOGUES: dict[str, dict[str, Message]] = {
    "sv": {"Read more": "Läs mer", "%(num)s story": ("%(num)s berättelse", "%(num)s berättelser")},
    "ar": {"%(num)s story": ("zero", "one", "two", "few", "many", "other")},
}


def words(tag: str, tracker: Tracker | None = None) -> Words:
    """Words for a page in a language."""
    world = facts()
    object.__setattr__(world, "messages", CATALOGUES)
    made = Words()
    made.look = Look(
        world, build_indexes(world, NOW), lambda _: (), Language(tag, tag, tag), tracker or Tracker()
    )
    return made


def test_a_word_is_looked_for_in_the_base_language_too() -> None:
    """Easy Swedish says what Swedish says unless it has words of its own; both looks are recorded."""
    tracker = Tracker()

    assert words("sv-simple", tracker).gettext("Read more") == "Läs mer"
    assert tracker.trace == {"string:sv-simple/Read more", "string:sv/Read more"}


def test_parts_of_a_date_follow_the_language() -> None:
    """A date is written out, or in parts by a pattern of CLDR, as where a calendar's leaf is drawn."""
    assert words("sv").date("2027-02-06") == "6 februari 2027"
    assert [words("da").date("2027-05-06T10:00:00+02:00", part) for part in ("d", "LLLL")] == ["6", "maj"]


def test_an_untranslated_word_is_shown_as_written() -> None:
    """A missing translation shows the original rather than nothing."""
    assert words("da").gettext("Page %(number)s", number=2) == "Page 2"


@pytest.mark.parametrize(
    ("number", "form"),
    [(0, "zero"), (1, "one"), (2, "two"), (3, "few"), (11, "many"), (100, "other"), (103, "few")],
)
def test_arabic_has_six_plurals(number: int, form: str) -> None:
    """Each number finds its own form, as CLDR has it."""
    assert words("ar").ngettext("%(num)s story", "%(num)s stories", number) == form


def test_numbers_and_dates_as_readers_write_them() -> None:
    """Groups, months and lists follow the language."""
    swedish, danish = words("sv"), words("da")

    assert swedish.ngettext("%(num)s story", "%(num)s stories", 12345) == "12\xa0345 berättelser"
    assert swedish.date("2026-11-23") == "23 november 2026"
    assert danish.date("2026-11-23") == "23. november 2026"
    assert swedish.joined(["a", "b", "c"]) == "a, b och c"
    assert swedish.language_name("da") == "danska"


def test_a_moment_is_told_in_the_zone_of_the_site() -> None:
    """A moment in another zone is shown by the site's clocks, summer time included."""
    assert words("sv").datetime("2026-07-01T10:00:00+00:00").endswith("12:00")
    assert words("sv").datetime("2026-12-01T10:00:00+00:00").endswith("11:00")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("ar", {name: name for name in ("zero", "one", "two", "few", "many", "other")}),
        ("sv-simple", {"one": "%(num)s berättelse", "other": "%(num)s berättelser"}),
        ("da", {"one": "%(num)s story", "other": "%(num)s stories"}),
    ],
)
def test_scripts_get_every_form(tag: str, expected: dict[str, str]) -> None:
    """A script that counts is given all forms by the names that browsers have for them."""
    assert words(tag).plural_forms("%(num)s story", "%(num)s stories") == expected
