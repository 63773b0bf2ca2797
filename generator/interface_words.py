"""The interface's words: what templates ask for, what catalogues answer, and where the two do not meet."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.declared import Declared, declared
from generator.disk import Disk
from generator.model.language import Language
from generator.model.problem import N_, Location, Problem, Severity, in_order, problem
from generator.reading.layout import SourceType, place_of, shown_templates

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

KEYWORDS = {"_": None, "ngettext": (1, 2), "plural_forms": (1, 2)}
"""Functions of templates that look a string up, and which of their arguments are strings."""
COMMENT = "Translators:"
"""``{# Translators: ... #}`` beside a string reaches whoever translates it."""

_ABOUT_WORDS = (SourceType.SETTINGS, SourceType.THEME, SourceType.CATALOGUE)
_HEADER = re.compile(r'(?:[ \t]*(?:#.*)?\n)*msgid[ \t]+""[ \t]*\nmsgstr[ \t]+".*\n(?:[ \t]*".*\n)*')
# Translators' files have one line a text, as long as it may be. Width 0 would still wrap comments at 76.
_WIDTH = 100_000


@dataclass(frozen=True, slots=True)
class Phrase:
    """A string of the interface, in English, and where it stands: in templates, or else in a catalogue."""

    text: str
    plural: str = ""
    locations: tuple[Location, ...] = ()
    comments: tuple[str, ...] = ()
    """What templates tell translators about it."""


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """What is to be done for one language of the site."""

    tag: str
    name: str
    missing: tuple[Phrase, ...]
    """Readers see these in English."""
    unused: tuple[Phrase, ...]
    """Entries of catalogues that no template asks for."""
    fuzzy: tuple[Phrase, ...]
    """Entries marked as uncertain. They are not shown, so most of them are missing as well."""


@dataclass(frozen=True, slots=True)
class InterfaceWords:
    """All languages, in the order of the settings; none of them while errors stand in the way."""

    languages: tuple[LanguageWords, ...] = ()
    problems: tuple[Problem, ...] = ()
    written: tuple[str, ...] = ()
    """Catalogues that were changed."""

    @property
    def complete(self) -> bool:
        """True if readers see every string in their own language."""
        return bool(self.languages) and not any(each.missing for each in self.languages)


@dataclass
class _Look:
    """The templates and catalogues as they are now."""

    world: Declared
    asked: dict[str, Phrase] = field(default_factory=dict)
    """What pages may need."""
    known: set[str] = field(default_factory=set)
    """What any template of the chain asks for, also one that a child theme has replaced."""
    catalogues: dict[str, dict[str, str]] = field(default_factory=dict)
    """Language tag -> path -> text."""
    problems: list[Problem] = field(default_factory=list)


def interface_words(disk: Disk, *, update: bool = False) -> InterfaceWords:
    """Compare templates and catalogues. `update` first writes the catalogues of the site's own theme.

    An update adds what is missing, untranslated, and sets aside as obsolete what nothing asks for. It writes
    nothing while anything is wrong: a template that cannot be read would make all its words look unused.
    """
    seen, written = _look(disk), []
    if update and not _errors(seen):
        written = _update(disk, seen)
        seen = _look(disk)
    languages = () if _errors(seen) else tuple(_languages(seen))
    return InterfaceWords(languages, tuple(in_order(seen.problems)), tuple(written))


def _errors(seen: _Look) -> bool:
    return any(each.severity is Severity.ERROR for each in seen.problems)


def _look(disk: Disk) -> _Look:
    from generator.reading.text import decode

    paths = sorted(path for folder in ("content", "themes") for path, _ in disk.scan(folder))
    places = {path: place_of(path) for path in paths}
    seen = _Look(declared(places, {}, disk.read))
    config = seen.world.config
    seen.problems = [
        each
        for each in seen.world.problems
        if not config or place_of(each.location.path).type in _ABOUT_WORDS
    ]
    if config is None:
        return seen
    owners = ("", *seen.world.chain)
    shown = shown_templates(seen.world.templates, places, disk.read)
    for path, place in places.items():
        if place.owner not in owners or place.type not in (SourceType.TEMPLATE, SourceType.CATALOGUE):
            continue
        text, problems = decode(disk.read(path), path)
        if place.type is SourceType.CATALOGUE:
            seen.catalogues.setdefault(place.name, {})[path] = text
            continue
        phrases, wrong = _phrases(text, path)
        seen.problems += (*problems, *wrong)
        seen.known.update(phrase.text for phrase in phrases)
        if path in shown:
            _add(seen.asked, phrases)
    return seen


def _phrases(text: str, path: str) -> tuple[list[Phrase], tuple[Problem, ...]]:
    """Every string a template asks for, from top to bottom."""
    from babel.messages.extract import extract
    from jinja2 import TemplateSyntaxError

    content = io.BytesIO(text.encode("utf-8"))
    phrases = []
    try:
        for line, found, comments, _ in extract(
            "jinja2.ext:babel_extract", content, KEYWORDS, (COMMENT,), {"silent": "false"}
        ):
            singular, plural = (found, "") if isinstance(found, str) else found
            phrases.append(Phrase(singular, plural, (Location(path, line),), tuple(comments)))
    except TemplateSyntaxError as error:
        wrong = problem(
            "template-syntax",
            Location(path, error.lineno),
            N_("The template cannot be read: {reason}"),
            N_("Mend the template; if you did not change it, tell whoever made the theme."),
            reason=error.message or "",
        )
        return [], (wrong,)
    return sorted(phrases, key=lambda phrase: phrase.locations), ()


def _add(asked: dict[str, Phrase], phrases: Iterable[Phrase]) -> None:
    """One phrase for all the places that ask for it; a plural serves those that ask without a number."""
    for phrase in phrases:
        before = asked.get(phrase.text, Phrase(phrase.text))
        asked[phrase.text] = Phrase(
            phrase.text,
            before.plural or phrase.plural,
            tuple(dict.fromkeys(before.locations + phrase.locations)),
            tuple(dict.fromkeys(before.comments + phrase.comments)),
        )


def _languages(seen: _Look) -> Iterator[LanguageWords]:
    assert seen.world.config is not None
    by_tag = seen.world.config.by_tag
    for language in by_tag.values():
        # A base that is a language of the site speaks for itself.
        tags = {language.tag} | ({language.base} - by_tag.keys())
        entries = [
            (message, replace(_phrase(message), locations=(Location(path, message.lineno or 0),)))
            for tag in sorted(tags)
            for path, text in seen.catalogues.get(tag, {}).items()
            for message in _catalogue(text)
            if message.id
        ]
        yield LanguageWords(
            language.tag,
            language.name,
            missing=tuple(_missing(seen, language)),
            unused=tuple(phrase for message, phrase in entries if not _is_asked(message, seen.known)),
            fuzzy=tuple(
                replace(phrase, locations=seen.asked[phrase.text].locations + phrase.locations)
                for message, phrase in entries
                if message.fuzzy and _is_asked(message, seen.asked)
            ),
        )


def _missing(seen: _Look, language: Language) -> Iterator[Phrase]:
    """Phrases for which a page in this language finds nothing: see `generator.rendering.look`."""
    for text, phrase in seen.asked.items():
        if language.base == "en" and not phrase.plural:
            continue
        answers = (seen.world.messages.get(tag, {}).get(text) for tag in (language.tag, language.base))
        found = next((answer for answer in answers if answer is not None), None)
        if found is None or (phrase.plural and isinstance(found, str)):
            yield phrase


def _phrase(message: Message) -> Phrase:
    return Phrase(message.id) if isinstance(message.id, str) else Phrase(message.id[0], message.id[1])


def _is_asked(message: Message, asked: Iterable[str]) -> bool:
    """Templates know no context, so what has one is never asked for."""
    return not message.context and _phrase(message).text in asked


def _catalogue(text: str) -> Catalog:
    from babel.messages.pofile import read_po

    return read_po(io.StringIO(text))


def _update(disk: Disk, seen: _Look) -> list[str]:
    """Write the catalogues of the site's own theme; gives the paths of those that changed."""
    config = seen.world.config
    assert config is not None
    folder = f"themes/{config.theme}/locale"
    own = {tag for tag, files in seen.catalogues.items() if f"{folder}/{tag}.po" in files}
    wanted: dict[str, dict[str, Phrase]] = {}
    for language in config.languages:
        # A variant holds only what it says in its own way; what is missing is missing from its base too.
        home = language.base if language.base in config.by_tag.keys() | own else language.tag
        wanted.setdefault(language.tag, {})
        wanted.setdefault(home, {}).update({phrase.text: phrase for phrase in _missing(seen, language)})
    written = []
    for tag, phrases in wanted.items():
        path = f"{folder}/{tag}.po"
        before = seen.catalogues.get(tag, {}).get(path, "")
        if not before and not phrases:
            continue
        name = config.by_tag[tag].name if tag in config.by_tag else tag
        start = before or _header(tag, f"# The words of the theme {config.theme} in {name}.\n")
        after = _updated(start, tag, phrases, seen.asked)
        if after != before:
            disk.write(path, after.encode("utf-8"))
            written.append(path)
    return written


def _header(tag: str, comment: str = "") -> str:
    """The head of a new catalogue. Its plural forms are those that pages use, in their order.

    Babel has gettext expressions of its own, but its Arabic one swaps the last two forms. CLDR's operand e
    (an exponent, as in 1c6) is unknown to gettext and 0 for every number that is written out.
    """
    from babel.plural import to_gettext

    from generator.rendering.words import locale_of

    plurals = re.sub(r"\be\b", "0", to_gettext(locale_of(tag.split("-", 1)[0]).plural_form))
    return (
        f'{comment}msgid ""\nmsgstr ""\n"Language: {tag}\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {plurals}\\n"\n'
    )


def _updated(text: str, tag: str, missing: Mapping[str, Phrase], asked: Mapping[str, Phrase]) -> str:
    """A catalogue's text with `missing` added and what is not `asked` set aside; the order stays.

    The header is kept to the letter, and so is the whole text if there is nothing to add or set aside.
    """
    from babel.messages.catalog import Catalog

    head = _HEADER.match(f"{text}\n")  # a catalogue may end with its header
    header = head[0] if head else _header(tag)
    catalogue = _catalogue(text if head else f"{header}\n{text}")
    unchanged = _body(catalogue)
    for key in [key for key in catalogue.obsolete if key in missing]:
        catalogue[key] = catalogue.obsolete.pop(key)
    template = Catalog()
    kept = [asked[_phrase(each).text] for each in catalogue if each.id and _is_asked(each, asked)]
    for phrase in (*kept, *(each for each in missing.values() if each.text not in catalogue)):
        # English needs its plurals in a catalogue, and they are what templates say.
        forms = (phrase.text, phrase.plural) if tag.split("-", 1)[0] == "en" and phrase.plural else ""
        msgid = (phrase.text, phrase.plural) if phrase.plural else phrase.text
        template.add(msgid, forms, auto_comments=phrase.comments)
    # No guesses at what was meant: a wrong one in a language nobody here reads is worse than none.
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    body = _body(catalogue)
    return text if body == unchanged else f"{header}\n{body}".rstrip("\n") + "\n"


def _body(catalogue: Catalog) -> str:
    """All entries without the header. Lines of templates are left out: they move with every edit."""
    from babel.messages.pofile import write_po

    content = io.BytesIO()
    write_po(content, catalogue, width=_WIDTH, omit_header=True, no_location=True)
    return content.getvalue().decode("utf-8")
