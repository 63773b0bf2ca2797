"""Interface words, dates and numbers as the reader's language writes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.numbers import format_decimal

from generator.rendering.look import Look


@lru_cache(maxsize=64)
def locale_of(base: str) -> Locale:
    """Babel's locale for a primary language subtag; English for one it does not know."""
    try:
        return Locale.parse(base)
    except (UnknownLocaleError, ValueError):
        return Locale("en")


_CATEGORIES = ("zero", "one", "two", "few", "many", "other")


def categories(base: str) -> list[str]:
    """CLDR's plural categories of a language, in CLDR's order."""
    tags = locale_of(base).plural_form.tags
    return [category for category in _CATEGORIES if category in tags or category == "other"]


def plural_index(base: str, number: int) -> int:
    """Which of a message's plural forms a language uses for a number.

    Catalogues list their forms in the order of CLDR's categories, leaving out those the language lacks.
    Babel's own gettext expressions are not used: its Arabic one swaps the last two forms of the usual header.
    """
    return categories(base).index(locale_of(base).plural_form(number))


def language_name(look: Look, tag: str) -> str:
    """A language's name in the page's language; the tag itself if it is unknown."""
    known = look.facts.config.by_tag.get(tag)
    if "-" in tag and known is not None:
        return known.name
    name = locale_of(tag.split("-", 1)[0]).get_display_name(locale_of(look.language.base))
    return str(name) if name else tag


class Words:
    """Functions and filters of templates. `look` is set to the page in work around each render."""

    def __init__(self) -> None:
        self.look: Look | None = None

    @property
    def _look(self) -> Look:
        if self.look is None:
            raise RuntimeError("no page is being rendered")
        return self.look

    @property
    def _locale(self) -> Locale:
        return locale_of(self._look.language.base)

    def gettext(self, message: str, /, **values: object) -> str:
        """``_``: an interface string in the page's language, else the string itself."""
        found, _ = self._look.message(message)
        text = found if isinstance(found, str) else found[0] if found else message
        return text % values if values else text

    def ngettext(self, singular: str, plural: str, number: int, /, **values: object) -> str:
        """An interface string whose form depends on a number; ``%(num)s`` is that number, written out."""
        found, tag = self._look.message(singular)
        forms: Sequence[str] = found if isinstance(found, tuple) else (singular, plural)
        base = tag.split("-", 1)[0] if isinstance(found, tuple) else "en"
        form = forms[min(plural_index(base, number), len(forms) - 1)]
        return form % {"num": self.number(number), **values}

    def plural_forms(self, singular: str, plural: str, /) -> dict[str, str]:
        """All forms of an interface string by CLDR's categories, for scripts that count in the browser."""
        found, tag = self._look.message(singular)
        forms: Sequence[str] = found if isinstance(found, tuple) else (singular, plural)
        base = tag.split("-", 1)[0] if isinstance(found, tuple) else "en"
        return dict(zip(categories(base), forms, strict=False))

    def number(self, value: float) -> str:
        """``10 000`` in Swedish."""
        return str(format_decimal(value, locale=self._locale))

    def date(self, value: str, pattern: str = "long") -> str:
        """An ISO date or date-time as a date: ``23 november 2026``; or parts of it by CLDR's pattern."""
        return str(format_date(date.fromisoformat(value[:10]), format=pattern, locale=self._locale))

    def datetime(self, value: str) -> str:
        """An ISO date-time with the clock, in the site's time zone."""
        zone = ZoneInfo(self._look.setting("time_zone"))
        moment = datetime.fromisoformat(value)
        local = moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)
        day = format_date(local, format="long", locale=self._locale)
        return f"{day} {format_datetime(local, 'HH:mm', locale=self._locale, tzinfo=zone)}"

    def joined(self, items: Sequence[str]) -> str:
        """``a, b och c``"""
        return str(format_list([str(item) for item in items], locale=self._locale))

    def language_name(self, tag: str) -> str:
        """A language's name in the page's language; the tag itself if it is unknown."""
        return language_name(self._look, tag)

    @staticmethod
    def hostname(url: str) -> str:
        """``www.digg.se`` without the ``www.``"""
        return (urlsplit(url).hostname or url).removeprefix("www.")
