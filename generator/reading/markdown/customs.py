"""What printers do in each language: quotation marks, and which spaces must not break.

Sources: CLDR 45, delimiters, with these choices between accepted forms: Danish »…« and ›…‹ (§ 58 of
Retskrivningsordbogen 2012 names »…« and “…” as the main forms); Arabic as Persian, «…» and ‹…›; “…” inside
French «…», which CLDR repeats. A number and its unit are one (SI brochure, 9th edition, 5.4.3).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

NBSP = "\u00a0"
NARROW = "\u202f"

_SWEDISH = "” ” ’ ’"
_ENGLISH = "“ ” ‘ ’"
_GERMAN = "„ “ ‚ ‘"
_QUOTES = {
    "ar": "« » ‹ ›",
    "bs": "„ ” ‘ ’",
    "da": "» « › ‹",
    "de": _GERMAN,
    "et": _GERMAN,
    "fa": "« » ‹ ›",
    "fi": _SWEDISH,
    "fr": f"«{NARROW} {NARROW}» “ ”",
    "is": _GERMAN,
    "it": "« » “ ”",
    "nb": "« » ‘ ’",
    "nn": "« » ‘ ’",
    "no": "« » ‘ ’",
    "pl": "„ ” « »",
    "ro": "„ ” « »",
    "ru": "« » „ “",
    "sv": _SWEDISH,
    "uk": "« » „ “",
}
"""Opening and closing mark of the first level, then of the second."""

_WITH_SPACE = "da de et fi fr is nb nn no pl ru sv uk"
"""Languages that write 10 000 with a space."""

_UNITS = (
    "km/h km² km³ km m² m³ m/s cm² cm³ mm² dm m cm mm µm ha kg hg g mg ton t l dl cl ml liter "
    "h min s ms kWh MWh GWh TWh kW MW GW W V A kV Hz kHz MHz GHz kB MB GB TB dB Pa hPa kPa °C °F ° % ‰ € £ $ "
    "kr SEK DKK NOK EUR USD mn md"
)
_MORE_UNITS = {
    "sv": "kronor öre euro mil tim timmar timme minuter sekunder dagar veckor månader år meter kilometer "
    "grader procent miljoner miljarder mkr tkr kvm st",
    "da": "kroner øre euro timer time minutter sekunder dage uger måneder år meter kilometer grader procent "
    "millioner milliarder mio. mia. stk.",
    "nb": "kroner øre timer minutter dager uker måneder år meter kilometer grader prosent "
    "millioner milliarder",
    "en": "hours minutes days weeks months years metres meters kilometres kilometers miles mi ft lb oz mph "
    "degrees million billion kronor",
    "de": "Euro Stunden Minuten Tage Wochen Monate Jahre Meter Kilometer Grad Prozent Millionen Milliarden",
    "fr": "euros heures minutes jours semaines mois ans mètres kilomètres degrés millions milliards",
    "fi": "euroa tuntia minuuttia päivää viikkoa kuukautta vuotta metriä kilometriä astetta prosenttia "
    "miljoonaa",
    "uk": "грн км м см кг г л год хв с років тис. млн млрд",
    "pl": "zł godz. lat tys. mln mld",
}
_BEFORE_NUMBER = {
    "sv": "kl. kl nr. nr s. sid. ca. ca § §§ kap. kap fig. tab. bd. d. f. tel. tfn",
    "da": "kl. kl nr. nr s. ca. ca § §§ kap. fig. bd. d. tlf.",
    "nb": "kl. nr. s. ca. § kap. fig. tlf.",
    "en": "no. nos. p. pp. c. ca. § §§ ch. fig. vol. tel.",
    "de": "Nr. S. ca. § §§ Kap. Abb. Bd. Tel.",
    "fr": "n° nº p. pp. env. § chap. fig. vol. tél.",
    "fi": "klo nro n. s. § luku puh.",
    "uk": "№ с. ст. § бл. розд.",
    "pl": "nr s. str. ok. godz. § ul.",
    "ru": "№ с. ст. § гл.",
}
_ALIASES = {"nn": "nb", "no": "nb"}
_AS_TYPED = frozenset({"ar", "fa", "he", "ur"})
"""Languages whose numbers and spaces are left alone."""


@dataclass(frozen=True, slots=True)
class Customs:
    """The customs of one language."""

    quotes: tuple[str, str, str, str]
    """Opening and closing mark of the first level, then of the second."""
    group_space: str
    """Stands between groups of three digits typed with a space; empty: leave them."""
    units: re.Pattern[str] | None
    """Matches a digit and the ordinary space between it and a unit. None: numbers are left alone."""
    before_number: frozenset[str]
    """Abbreviations that stay with the number after them, in lower case."""
    high_marks: str
    """Marks that stand a narrow space from the word, where the writer typed a space."""


def _words(words: str) -> str:
    # The longest first, so that `km/h` is not taken for `km`.
    return "|".join(re.escape(word) for word in sorted(words.split(), key=len, reverse=True))


@lru_cache(maxsize=64)
def customs_of(base: str) -> Customs:
    """The customs of a language by its primary subtag; English quotes for one that is not listed."""
    first, last, inner_first, inner_last = _QUOTES.get(base, _ENGLISH).split(" ")
    quotes = (first, last, inner_first, inner_last)
    if base in _AS_TYPED:
        return Customs(quotes, "", None, frozenset(), "")
    listed = _ALIASES.get(base, base)
    units = _words(f"{_UNITS} {_MORE_UNITS.get(listed, '')}")
    before = frozenset(_BEFORE_NUMBER.get(listed, "§ §§").lower().split())
    space = NARROW if base == "fr" else NBSP
    return Customs(
        quotes,
        space if base in _WITH_SPACE.split() else "",
        re.compile(rf"([0-9]) (?=(?:{units})(?!\w))"),
        before,
        ";!?" if base == "fr" else "",
    )
