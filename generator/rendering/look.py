"""What one page asks of the facts and indexes; every question is recorded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator.incremental.tracker import Tracker
from generator.indexing.indexes import Indexes
from generator.model.body import Body
from generator.model.facts import Facts, Message
from generator.model.kind import Field, Kind
from generator.model.language import Language, word
from generator.model.page import PageType


class Look:
    """A page's eyes: its language, its tracker, and the world it looks at."""

    __slots__ = ("_load_body", "facts", "indexes", "language", "saw", "tracker", "wants")

    def __init__(
        self,
        facts: Facts,
        indexes: Indexes,
        load_body: Callable[[str], Body],
        language: Language,
        tracker: Tracker,
    ) -> None:
        self.facts = facts
        self.indexes = indexes
        self.language = language
        self.tracker = tracker
        self.saw = tracker.saw
        self.wants: set[tuple[str, str]] = set()
        """(photo, role) of every picture the page shows."""
        self._load_body = load_body

    def alone(self, tracker: Tracker) -> Look:
        """The same world for the same reader, with a record of its own."""
        return Look(self.facts, self.indexes, self._load_body, self.language, tracker)

    # Settings and words

    def setting(self, name: str) -> Any:
        """A setting of the site."""
        self.saw(f"site#{name}")
        return getattr(self.facts.config, name)

    def word(self, words: Mapping[str, str], key: str) -> str:
        """A text of settings or kinds in the page's language. `key` names where it stands."""
        self.saw(key)
        return word(words, self.language, self.facts.config.source_language)

    def message(self, text: str) -> tuple[Message | None, str]:
        """An interface string in the page's language and the language it was found in."""
        messages = self.facts.messages
        for tag in (self.language.tag, self.language.base):
            self.saw(f"string:{tag}/{text}")
            found = messages.get(tag, {}).get(text)
            if found is not None:
                return found, tag
        return None, "en"

    # Stories

    def text_language(self, story_id: str) -> str | None:
        """Language of the text a reader of this page gets, or None if there is none."""
        self.saw(f"texts:{story_id}")
        return self.indexes.texts.get(story_id, {}).get(self.language.tag)

    def kind(self, story_id: str) -> Kind:
        """The kind of a story; its id says it."""
        return self.facts.by_folder[story_id.partition("/")[0]]

    def field(self, story_id: str, text_language: str, field: Field) -> Any:
        """A story's field: its own text's, or for a shared field the source language's."""
        tag = text_language if field.translatable else self.source_language(story_id)
        self.saw(f"{story_id}.{tag}#{field.name}")
        story = self.facts.stories.get((story_id, tag))
        return story.fields.get(field.name) if story else None

    def source_language(self, story_id: str) -> str:
        """The language a story was written in first."""
        self.saw(f"texts:{story_id}")
        return self.indexes.languages[story_id][0]

    def body(self, story_id: str, text_language: str) -> Body:
        """A story's text."""
        self.saw(f"{story_id}.{text_language}#body")
        return self._load_body(self.facts.stories[story_id, text_language].path)

    def words(self, story_id: str, text_language: str) -> int:
        """Number of words in a story's text."""
        self.saw(f"{story_id}.{text_language}#body")
        return self.facts.stories[story_id, text_language].words

    def url(self, story_id: str, tag: str | None = None) -> str | None:
        """Address of a story for a reader of `tag` (the page's language unless told), or None."""
        tag = tag or self.language.tag
        self.saw(f"url:{story_id}.{tag}")
        return self.indexes.addresses.get((story_id, tag))

    def single(self, type_: PageType, tag: str = "") -> str | None:
        """Address of a page a language has once (the page's language unless told), or None if it has none."""
        tag = tag or self.language.tag
        self.saw(f"single:{tag}/{type_.value}")
        return self.indexes.singles.get((tag, type_.value))

    # Indexes

    def ask(self, index: str, subject: str, default: Any = ()) -> Any:
        """An entry of an index that is kept by (language tag, subject), e.g. ``related``."""
        self.saw(f"{index}:{self.language.tag}/{subject}")
        table: Mapping[tuple[str, str], Any] = getattr(self.indexes, _TABLES.get(index, index))
        return table.get((self.language.tag, subject), default)


_TABLES = {"menu": "menus", "listing": "listings"}
