"""The address of every page. Identity is the story's id; the address is only an attribute of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from unicodedata import combining, normalize
from urllib.parse import quote

from generator.indexing.translations import Texts
from generator.model.facts import Facts
from generator.model.language import Language, word
from generator.model.page import SINGLES, Page, PageType
from generator.model.problem import N_, Location, Problem, problem

_PLAIN = {"æ": "ae", "ø": "o", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "œ": "oe", "ł": "l", "ı": "i"}

HOME = "pages/home"
"""The story whose page is a language's front page."""


def plain(key: str) -> str:
    """A file's name as part of an address: ``ångbåt`` is found under ``angbat``. Other scripts stay."""
    folded = "".join(_PLAIN.get(letter, letter) for letter in key)
    if not _latin(folded):
        return key
    return "".join(each for each in normalize("NFD", folded) if not combining(each))


def _latin(text: str) -> bool:
    return all(letter < "\u0250" for letter in text)


def absolute(base_url: str, url: str) -> str:
    """A whole address as machines want it: what is not ASCII is percent-encoded."""
    return base_url + quote(url, safe="/%#")


def path(*segments: str) -> str:
    """An address from its segments; empty ones are left out: ``/sv/platser/karnan/``."""
    return "/" + "".join(f"{segment}/" for segment in segments if segment)


def output_of(url: str) -> str:
    """The file an address is served from."""
    return f"{url[1:]}index.html" if url.endswith("/") else url[1:]


def addresses(facts: Facts, texts: Texts) -> dict[tuple[str, str], str]:
    """(story id, reader's language) -> address. A fallback page keeps the slug of the text it shows."""
    by_folder = {kind.folder: kind for kind in facts.kinds.values()}
    source = facts.config.source_language
    found = {}
    for story_id, shown in texts.items():
        folder, _, key = story_id.partition("/")
        segment = by_folder[folder].segment
        for tag, text_tag in shown.items():
            language = facts.config.by_tag[tag]
            if story_id == HOME:
                found[story_id, tag] = path(language.prefix)
                continue
            slug = facts.stories[story_id, text_tag].fields.get("slug") or plain(key)
            found[story_id, tag] = path(language.prefix, _segment(segment, language, source), slug)
    return found


def _segment(segment: Mapping[str, str], language: Language, source: str) -> str:
    # An empty segment is an answer ("directly under the language"), not a gap to be filled.
    return segment[language.tag] if language.tag in segment else word(segment, language, source)


def listing_address(facts: Facts, kind: str, language: Language, number: int = 1) -> str:
    """Address of a page of a kind's listing."""
    segment = _segment(facts.kinds[kind].segment, language, facts.config.source_language)
    return path(language.prefix, segment, str(number) if number > 1 else "")


def term_address(facts: Facts, vocabulary: str, term: str, language: Language, number: int = 1) -> str:
    """Address of a page of a term; without a term, of the vocabulary's overview."""
    segment = _segment(facts.vocabularies[vocabulary].segment, language, facts.config.source_language)
    return path(language.prefix, segment, term, str(number) if number > 1 else "")


def single_address(facts: Facts, type_: PageType, language: Language, below: str = "") -> str:
    """Address of a page that a language has once, such as its search page, or of a part of it."""
    words = facts.config.segments.get(type_.value, {})
    segment = words.get(language.tag) or words.get(language.base) or SINGLES[type_]
    return path(language.prefix, segment, below)


def collisions(facts: Facts, pages: Iterable[Page]) -> tuple[list[Page], list[Problem]]:
    """Pages without those that claim an address twice, and one Problem per such address.

    Names are compared without regard to case: Windows and macOS would keep only one of the two files.
    """
    claims: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        claims[page.output.casefold()].append(page)
    problems = []
    for claimants in claims.values():
        if len(claimants) > 1:
            paths = sorted(_origin(facts, page) for page in claimants)
            problems.append(
                problem(
                    "address-collision",
                    Location(paths[0]),
                    N_("{count} pages want the address {url}: {paths}"),
                    N_("Give all but one of them another slug."),
                    count=len(claimants),
                    url=claimants[0].url,
                    paths=", ".join(paths),
                )
            )
    return [claimants[0] for claimants in claims.values()], problems


def _origin(facts: Facts, page: Page) -> str:
    """The file that made a page necessary."""
    story = facts.stories.get((page.subject, page.text_language))
    if story is not None:
        return story.path
    if page.subject in facts.kinds:
        return f"content/kinds/{page.subject}.yaml"
    vocabulary = page.subject.partition("/")[0]
    if vocabulary in facts.vocabularies:
        return f"content/vocabularies/{vocabulary}.yaml"
    return "content/site.yaml"
