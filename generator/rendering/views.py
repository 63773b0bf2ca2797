"""What templates see. Views return leaves or views, never raw objects; every read is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.indexing.addresses import listing_address, term_address
from generator.indexing.collation import collation
from generator.indexing.indexes import terms_of
from generator.indexing.pages import SEARCH_FOLDER
from generator.indexing.word_endings import ENDINGS
from generator.model.kind import Kind
from generator.model.language import Language
from generator.model.page import PageType
from generator.rendering.look import Look

if TYPE_CHECKING:
    from generator.rendering.map_view import MapView


class LanguageView:
    """A language of the site."""

    __slots__ = ("direction", "name", "tag", "url")

    def __init__(self, language: Language) -> None:
        self.tag = language.tag
        self.name = language.name
        self.direction = language.direction
        self.url = f"/{language.prefix}/"


class KindView:
    """A kind of stories, in the page's language."""

    __slots__ = ("_kind", "_look")

    def __init__(self, look: Look, kind: Kind) -> None:
        self._look = look
        self._kind = kind

    @property
    def name(self) -> str:
        """``place``"""
        return self._kind.name

    @property
    def label(self) -> str:
        """One of them: Place."""
        return self._look.word(self._kind.label, f"kind:{self.name}#label")

    @property
    def plural(self) -> str:
        """Several: Places."""
        return self._look.word(self._kind.plural, f"kind:{self.name}#plural")

    @property
    def intro(self) -> str:
        """A sentence over the listing; may be empty."""
        return self._look.word(self._kind.intro, f"kind:{self.name}#intro")

    @property
    def dated(self) -> bool:
        """True if its stories are sorted by the day they were published, which readers then want to see."""
        self._look.saw(f"kind:{self.name}#order")
        return any(each.lstrip("-") == "date" for each in self._kind.order)

    @property
    def url(self) -> str | None:
        """Address of its listing, or None if it has none."""
        self._look.saw(f"kinds:{self._look.language.tag}")
        if (self._look.language.tag, self.name) not in self._look.indexes.listings:
            return None
        self._look.saw(f"kind:{self.name}#segment")
        return listing_address(self._look.facts, self.name, self._look.language)


class TermView:
    """A term of a vocabulary, in the page's language."""

    __slots__ = ("_look", "_vocabulary", "key")

    def __init__(self, look: Look, vocabulary: str, key: str) -> None:
        self._look = look
        self._vocabulary = vocabulary
        self.key = key

    @property
    def name(self) -> str:
        """As readers see it."""
        term = self._look.facts.vocabularies[self._vocabulary].terms.get(self.key)
        words = term.name if term else {}
        return self._look.word(words, f"term:{self._vocabulary}/{self.key}") or self.key

    @property
    def within(self) -> TermView | None:
        """The term it stands within, or None."""
        self._look.saw(f"term:{self._vocabulary}/{self.key}")
        terms = self._look.facts.vocabularies[self._vocabulary].terms
        wider = terms[self.key].within if self.key in terms else ""
        return TermView(self._look, self._vocabulary, wider) if wider in terms else None

    @property
    def count(self) -> int:
        """Number of stories under it in the page's language."""
        look = self._look
        look.saw(f"terms:{look.language.tag}/{self._vocabulary}")
        return look.indexes.counts.get((look.language.tag, f"{self._vocabulary}/{self.key}"), 0)

    @property
    def url(self) -> str:
        """Address of its first page."""
        self._look.saw("site#vocabularies")
        return term_address(self._look.facts, self._vocabulary, self.key, self._look.language)


class VocabularyView:
    """A vocabulary and its overview page."""

    __slots__ = ("_look", "name")

    def __init__(self, look: Look, name: str) -> None:
        self._look = look
        self.name = name

    @property
    def title(self) -> str:
        """What readers call it: Topics."""
        return self._look.word(self._look.facts.vocabularies[self.name].label, "site#vocabularies")

    @property
    def url(self) -> str:
        """Address of its overview."""
        self._look.saw("site#vocabularies")
        return term_address(self._look.facts, self.name, "", self._look.language)


class SiteView:
    """The site, in the page's language."""

    __slots__ = ("_look", "_url")

    def __init__(self, look: Look, url: str) -> None:
        self._look = look
        self._url = url

    @property
    def name(self) -> str:
        """The site's name."""
        return self._look.word(self._look.facts.config.name, "site#name")

    @property
    def description(self) -> str:
        """What the site is, in a sentence."""
        return self._look.word(self._look.facts.config.description, "site#description")

    @property
    def url(self) -> str:
        """Absolute, without a slash at the end."""
        return str(self._look.setting("base_url"))

    @property
    def home(self) -> str:
        """Address of the front page in the page's language."""
        return f"/{self._look.language.prefix}/"

    @property
    def languages(self) -> list[LanguageView]:
        """All languages in the order of the site."""
        return [LanguageView(language) for language in self._look.setting("languages")]

    @property
    def source_language(self) -> LanguageView:
        """The language stories are written in first."""
        return LanguageView(self._look.facts.config.by_tag[self._look.setting("source_language")])

    @property
    def kinds(self) -> list[KindView]:
        """Kinds that have a listing in the page's language."""
        look = self._look
        look.saw(f"kinds:{look.language.tag}")
        tag = look.language.tag
        return [
            KindView(look, k) for k in look.facts.kinds.values() if (tag, k.name) in look.indexes.listings
        ]

    @property
    def search_url(self) -> str | None:
        """Address of the search page, or None if the site has none."""
        return self._look.single(PageType.SEARCH)

    @property
    def search_index(self) -> str:
        """Address of the folder that the search index of the page's language stands in."""
        return f"/{SEARCH_FOLDER}/{self._look.language.prefix}/"

    @property
    def search_endings(self) -> str:
        """What may be taken off a word that somebody looks for, see `word_endings`; empty if nothing."""
        return ENDINGS.get(self._look.language.base, "")

    @property
    def search_elsewhere(self) -> list[dict[str, Any]]:
        """Languages to look in when nothing is found in the page's own: its fallbacks first."""
        look = self._look
        others = {each.tag: each for each in look.setting("languages") if each.tag != look.language.tag}
        found = []
        for tag in dict.fromkeys([*look.language.fallback, *others]):
            url = look.single(PageType.SEARCH, tag)
            if tag in others and url:
                index = f"/{SEARCH_FOLDER}/{others[tag].prefix}/"
                found.append({"language": LanguageView(others[tag]), "url": url, "index": index})
        return found

    @property
    def index_url(self) -> str | None:
        """Address of the A-Z list, or None if the site has none."""
        return self._look.single(PageType.INDEX)

    @property
    def map_url(self) -> str | None:
        """Address of the map, or None if the site has none."""
        return self._look.single(PageType.MAP)

    @property
    def map(self) -> MapView | None:
        """All places on a map, or None if the site has none."""
        from generator.rendering.map_view import MapView

        self._look.saw("map")
        geography = self._look.facts.geography
        return None if geography is None else MapView(self._look, geography)

    def menu(self, name: str) -> list[dict[str, Any]]:
        """Pages that asked to be in a menu."""
        look = self._look
        entries = []
        for story_id in look.ask("menu", name):
            text_language = look.text_language(story_id) or ""
            kind = look.kind(story_id)
            fields = {field.name: field for field in kind.fields}
            title = (
                look.field(story_id, text_language, fields["menu_title"]) if "menu_title" in fields else None
            )
            url = look.url(story_id)
            entries.append(
                {
                    "title": title or look.field(story_id, text_language, fields["title"]),
                    "url": url,
                    "current": url == self._url,
                    "language": LanguageView(look.facts.config.by_tag[text_language]),
                    "foreign": text_language != look.language.tag,
                }
            )
        return entries

    @property
    def vocabularies(self) -> list[VocabularyView]:
        """Ways to sort stories: topics, areas."""
        self._look.saw("site#vocabularies")
        return [VocabularyView(self._look, name) for name in self._look.facts.vocabularies]

    def terms(self, vocabulary: str) -> list[TermView]:
        """Terms in use, by name as readers of the language sort it."""
        look = self._look
        tag = look.language.tag
        look.saw(f"terms:{tag}/{vocabulary}")
        key = collation(look.language.base)
        used = terms_of(look.facts, look.indexes, tag, vocabulary)
        return sorted((TermView(look, vocabulary, term) for term, _ in used), key=lambda view: key(view.name))

    def __getattr__(self, name: str) -> Any:
        """Plain settings: options, contacts, publisher, supervision."""
        if name in ("options", "contacts", "publisher", "supervision"):
            return self._look.setting(name)
        raise AttributeError(name)
