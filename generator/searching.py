"""What readers can search: which pages are in the index of their language, and when it is made again.

An index is made from finished pages, last of all: what is indexed is what is read. Of each page one part
counts; an edit outside of it, of a menu for instance, makes no new index. Nothing is kept beside the site:
an index that is there and whole is the one that was made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from threading import Lock

from generator.incremental.entries import digest
from generator.incremental.stamps import Stamp
from generator.indexing.addresses import HOME
from generator.indexing.indexes import Indexes
from generator.indexing.pages import SEARCH_FOLDER
from generator.model.config import Config
from generator.model.page import Page, PageType
from generator.model.problem import N_, Location, Problem, Severity, problem
from generator.publishing import Publisher
from generator.reading.layout import SETTINGS_PATH
from generator.search_document import document, mark
from generator.search_index import SearchToolError, search_index

Read = Callable[[str], bytes]
"""A finished page by its output."""
State = tuple[dict[str, str], list[str]]
"""Of a language: the marks of its pages, the outputs of its index."""
MakeIndex = Callable[[Mapping[str, bytes]], dict[str, bytes]]


@dataclass
class Searchable:
    """The pages of one language that can be searched."""

    tag: str
    folder: str
    """Of its index in the site."""
    marks: dict[str, str] = field(default_factory=dict)
    """Output -> digest of what counts of it; empty if nothing does."""
    index: list[str] = field(default_factory=list)
    """Outputs that its index consists of."""

    @property
    def name(self) -> str:
        """A name for all that the index depends on."""
        return digest(sorted(self.marks.items()))

    def files(
        self, read: Read, make: MakeIndex = search_index
    ) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
        """Output -> bytes of the index; without a working Pagefind a warning: the A-Z list remains."""
        try:
            counting = [output for output, mark in self.marks.items() if mark]
            made = make({output: document(read(output), self.tag) for output in counting})
        except SearchToolError as error:
            return {}, (_no_index(str(error)),)
        return {f"{self.folder}/{name}": content for name, content in made.items()}, ()


class Searching:
    """The search indexes of a site in the course of one build."""

    def __init__(
        self, config: Config, indexes: Indexes, before: Mapping[str, State], *, steady: bool
    ) -> None:
        """`before` is the `state` after the last build; `steady` if there are the same pages as then."""
        self._pages = indexes.pages
        self._before = before
        self._new: dict[str, dict[str, str]] = {}
        """Language tag -> output -> mark, of what was rendered."""
        self.languages = {
            language.tag: Searchable(language.tag, f"{SEARCH_FOLDER}/{language.prefix}")
            for language in config.languages
            if (language.tag, PageType.SEARCH) in indexes.singles
        }
        self._steady = steady and self.languages.keys() == before.keys()

    def _counts(self, page: Page) -> bool:
        """True for a story in the language it is written in; the front page is no result."""
        own = page.type is PageType.STORY and page.language == page.text_language
        return own and page.subject != HOME and page.language in self.languages

    def mark(self, output: str, content: bytes) -> str | None:
        """The digest of what counts of a page; None for a page that nobody searches."""
        return mark(content) if self.languages and self._counts(self._pages[output]) else None

    def saw(self, output: str, mark: str | None) -> None:
        """A page was rendered, and this is its mark."""
        if mark is not None:
            self._new.setdefault(self._pages[output].language, {})[output] = mark

    def publish(
        self, publisher: Publisher, site: Mapping[str, Stamp], broken: Set[str], *, lazily: bool
    ) -> tuple[set[str], list[Problem]]:
        """Stage every index that is not in the site as it should be; returns the outputs of all of them.

        `site` are the outputs of the last build, `broken` those that somebody changed. `lazily` only learns
        what there is: a preview makes an index when a browser asks for it.
        """
        self._settle(publisher.read)
        problems: list[Problem] = []
        for language in () if lazily else self.languages.values():
            marks, index = self._before.get(language.tag, ({}, []))
            if marks == language.marks and index and broken.isdisjoint(index):
                language.index = index
                continue
            files, complaints = language.files(publisher.read)
            problems.extend(complaints)
            for output, content in files.items():
                if publisher.differs(output, content, site, broken):
                    publisher.add(output, publisher.stage(output, content))
            language.index = list(files)
        return {output for each in self.languages.values() for output in each.index}, problems

    def _settle(self, read: Read) -> None:
        """All pages are rendered: of the others, what counts is as it was."""
        known = {
            tag: {**self._before.get(tag, ({}, []))[0], **self._new.get(tag, {})} for tag in self.languages
        }
        if self._steady:
            for language in self.languages.values():
                language.marks = known[language.tag]
            return
        for output, page in sorted(self._pages.items()) if self.languages else ():
            if self._counts(page):
                seen = known[page.language].get(output)
                self.languages[page.language].marks[output] = mark(read(output)) if seen is None else seen

    @property
    def gone(self) -> list[str]:
        """Outputs of indexes that are not needed any more."""
        before = {output for _, index in self._before.values() for output in index}
        return sorted(before.difference(*(each.index for each in self.languages.values())))

    @property
    def state(self) -> dict[str, State]:
        """What the next build has to know."""
        return {tag: (each.marks, each.index) for tag, each in self.languages.items()}


class LiveIndexes:
    """The indexes of a preview: made when a browser asks for one, and again after an edit."""

    def __init__(self, read: Read, make: MakeIndex = search_index) -> None:
        self._read = read
        self._make = make
        self._turn = Lock()
        self._made: dict[str, tuple[str, dict[str, bytes]]] = {}
        """Folder -> name of the index, its files."""
        self.searchable: Mapping[str, Searchable] = {}
        """As of the last build."""

    def file(self, output: str) -> bytes | None:
        """A file of an index, which is made first if need be; None if there is no such file."""
        for language in self.searchable.values():
            if output.startswith(f"{language.folder}/"):
                return self._files(language).get(output)
        return None

    def refresh(self) -> None:
        """Bring the indexes that somebody has asked for up to date."""
        for language in self.searchable.values():
            if language.folder in self._made:
                self._files(language)

    def _files(self, language: Searchable) -> Mapping[str, bytes]:
        with self._turn:
            name, files = self._made.get(language.folder, ("", {}))
            if name != language.name:
                files, _ = language.files(self._read, self._make)
                self._made[language.folder] = language.name, files
            return files


def _no_index(reason: str) -> Problem:
    return problem(
        "search-index",
        Location(SETTINGS_PATH),
        N_("The search index could not be made: {reason}."),
        N_("Readers get the list from A to Z instead. Install Pagefind: pip install 'pagefind[bin]'"),
        Severity.WARNING,
        reason=reason.rstrip("."),
    )
