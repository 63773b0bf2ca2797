"""Pages become outputs: the one place that knows which views each page type gets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

import jinja2

from generator.incremental.tracker import Tracker
from generator.indexing.alphabet import has_pages, letter_address, letter_key
from generator.indexing.feeds import FILES
from generator.indexing.indexes import HOME_EVENTS, HOME_KIND, HOME_NEWEST, Indexes
from generator.indexing.pages import CARDS, MANIFEST
from generator.model.body import Body
from generator.model.facts import Facts
from generator.model.page import Page, PageType
from generator.model.problem import N_, Location, Problem, problem
from generator.rendering.calendars import calendar_file
from generator.rendering.entrances import entrances
from generator.rendering.environment import RecordingEnvironment
from generator.rendering.feeds import FeedMaker
from generator.rendering.listing_view import FilterView, grouped, values_under
from generator.rendering.look import Look
from generator.rendering.machine import robots, sitemap
from generator.rendering.page_view import PageView
from generator.rendering.story_view import StoryView
from generator.rendering.views import KindView, LanguageView, SiteView, TermView, VocabularyView

_TEMPLATES = {
    PageType.FEED: [FILES["atom"]],
    PageType.MANIFEST: [MANIFEST],
    PageType.CARDS: [CARDS],
    PageType.FACET: ["facet.html", "listing.html"],
}
"""Of page types whose templates are not called like them; the first that is there."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What came of a page. With problems there is no content to publish."""

    content: bytes
    trace: frozenset[str]
    wants: frozenset[tuple[str, str]] = frozenset()
    """(photo, role) of every picture it shows."""
    problems: tuple[Problem, ...] = ()


class Renderer:
    """Renders pages of one set of facts and indexes."""

    def __init__(
        self,
        facts: Facts,
        indexes: Indexes,
        read: Callable[[str], bytes],
        load_body: Callable[[str], Body],
    ) -> None:
        """`read` gives a theme file's bytes by its path, `load_body` a body by its digest."""
        self._facts = facts
        self._indexes = indexes
        self._read = read
        self._load_body = load_body
        self._feeds = FeedMaker(self._story)
        self._environment = RecordingEnvironment(facts, lambda path: read(path).decode("utf-8"))
        self._environment.memo.story = self._story

    def render(self, page: Page) -> Rendered:
        """Make one output. A mistake in a template becomes a Problem; our own bugs are raised."""
        tracker = Tracker()
        tracker.saw(f"page:{page.output}")
        wants: set[tuple[str, str]] = set()
        try:
            content = self._content(page, tracker, wants)
        except jinja2.TemplateError as error:
            problems = (_template_problem(error, page, self._facts),)
            return Rendered(b"", tracker.trace, problems=problems)
        return Rendered(content, tracker.trace, frozenset(wants))

    def _content(self, page: Page, tracker: Tracker, wants: set[tuple[str, str]]) -> bytes:
        if page.type is PageType.ASSET:
            tracker.saw(f"asset:{page.subject}")
            if page.subject in self._facts.sheets:
                return self._facts.sheets[page.subject].encode("utf-8")
            return self._read(self._facts.assets[page.subject])
        if page.type is PageType.SITEMAP:
            return sitemap(self._facts, self._indexes, tracker, page.number, wants)
        if page.type is PageType.ROBOTS:
            return robots(self._facts, tracker)
        language = self._facts.config.by_tag[page.language]
        look = Look(self._facts, self._indexes, self._load_body, language, tracker)
        if page.type is PageType.FEED and not self._by_theme(page, tracker):
            feed = self._feeds.make(page, look)
            wants.update(look.wants)
            return feed
        if page.type is PageType.CALENDAR:
            return calendar_file(page, look, self._story)
        names = _TEMPLATES.get(page.type) or [f"{page.type.value}.html"]
        if page.type is PageType.STORY:
            names = [f"story-{look.kind(page.subject).name}.html", *names]
        html = self._environment.render(names, look, self._variables(page, look))
        wants.update(look.wants)
        return html.encode("utf-8")

    def _by_theme(self, page: Page, tracker: Tracker) -> bool:
        """True if the theme has a template for this feed."""
        if page.subject or not page.url.endswith(FILES["atom"]):
            return False
        tracker.saw(f"template:{FILES['atom']}")
        return FILES["atom"] in self._facts.templates

    def _variables(self, page: Page, look: Look) -> dict[str, Any]:
        """The views of one page type."""
        story = None
        if page.text_language:
            story = self._story(look, page.subject)
        site = SiteView(look, page.url)
        variables: dict[str, Any] = {
            "page": PageView(look, page, site, story),
            "site": site,
            "story": story,
        }
        match page.type:
            case PageType.HOME:
                variables["home"] = self._home(look)
            case PageType.LISTING:
                stories = self._stories(look, "listings", "listing", page)
                variables.update(self._listing(look, page, stories))
            case PageType.FACET:
                stories = self._stories(look, "facet_pages", "facet", page)
                variables.update(self._listing(look, page, stories))
            case PageType.CARDS:
                variables["cards"] = self._cards(look, page.subject)
            case PageType.MAP:
                variables["map"] = site.map
            case PageType.TERM:
                vocabulary, term = page.subject.split("/", 1)
                variables["vocabulary"] = VocabularyView(look, vocabulary)
                variables["term"] = TermView(look, vocabulary, term)
                variables["stories"] = self._stories(look, "terms", "term", page)
            case PageType.TERMS:
                variables["vocabulary"] = VocabularyView(look, page.subject)
                variables["terms"] = site.terms(page.subject)
            case PageType.INDEX | PageType.SEARCH:
                variables["letters"] = self._letters(look, page)
            case PageType.FEED:
                look.saw(f"newest:{look.language.tag}")
                variables["stories"] = [
                    self._story(look, each) for each in self._indexes.newest[page.language]
                ]
            case PageType.CHOOSER:
                variables["choices"] = self._choices(look)
        variables["page"].listed = variables.get("stories") or variables.get("terms") or []
        return variables

    def _story(self, look: Look, story_id: str) -> StoryView:
        def render_part(name: str, variables: dict[str, Any]) -> str:
            return self._environment.render([f"{name}.html"], look, {**variables, "story": view})

        view = StoryView(look, story_id, render_part)
        return view

    def _stories(self, look: Look, table: str, index: str, page: Page) -> list[StoryView]:
        """The stories on one page of a listing."""
        look.saw(f"{index}:{page.language}/{page.subject}/{page.number}")
        cut: Mapping[tuple[str, str], tuple[tuple[str, ...], ...]] = getattr(self._indexes, table)
        return [self._story(look, each) for each in cut[page.language, page.subject][page.number - 1]]

    def _listing(self, look: Look, page: Page, stories: list[StoryView]) -> dict[str, Any]:
        """What a listing shows besides the page, also when it is narrowed to a value of a facet."""
        name, _, facet = page.subject.partition("/")
        kind = self._facts.kinds[name]
        field, _, value = facet.partition("/")
        look.saw(f"kind:{name}#facets")
        return {
            "kind": KindView(look, kind),
            "stories": stories,
            "groups": grouped(look, kind, stories),
            "filters": FilterView(look, kind, (field, value) if facet else None) if kind.facets else None,
        }

    def _cards(self, look: Look, kind: str) -> list[dict[str, Any]]:
        """All stories of a kind's listing, each with the values by which it is found."""
        count = len(look.ask("listing", kind))
        for number in range(1, count + 1):
            look.saw(f"listing:{look.language.tag}/{kind}/{number}")
        ids = chain.from_iterable(self._indexes.listings[look.language.tag, kind])
        return [
            {"story": self._story(look, each), "facets": values_under(look, self._facts.kinds[kind], each)}
            for each in ids
        ]

    def _letters(self, look: Look, page: Page) -> list[dict[str, Any]]:
        """The A-Z list. Where it is long, a letter has an address instead, and its page alone has stories."""
        look.saw(f"letters:{page.language}")
        by_letter = self._indexes.letters[page.language]
        split = look.single(PageType.INDEX) is not None and has_pages(by_letter)
        letters = []
        for letter, ids in by_letter.items():
            stories = []
            if not split or (page.type is PageType.INDEX and letter == page.subject):
                look.saw(f"letter:{page.language}/{letter}")
                stories = [self._story(look, each) for each in ids]
            letters.append(
                {
                    "letter": letter,
                    "id": f"letter_{letter_key(letter)}",
                    "url": letter_address(self._facts, look.language, letter) if split else None,
                    "current": letter == page.subject,
                    "count": len(ids),
                    "stories": stories,
                }
            )
        return letters

    def _home(self, look: Look) -> dict[str, Any]:
        tag = look.language.tag
        for name in ("featured", "newest", "kinds", "coming"):
            look.saw(f"{name}:{tag}")
        kinds = []
        for kind in self._facts.kinds.values():
            cut = self._indexes.listings.get((tag, kind.name))
            if cut:
                look.saw(f"opening:{tag}/{kind.name}")
                stories = [self._story(look, each) for each in cut[0][:HOME_KIND]]
                kinds.append({"kind": KindView(look, kind), "stories": stories})
        return {
            "featured": [self._story(look, each) for each in self._indexes.featured[tag]],
            "newest": [self._story(look, each) for each in self._indexes.newest[tag][:HOME_NEWEST]],
            "kinds": kinds,
            "events": [self._story(look, each) for each in self._indexes.coming[tag][:HOME_EVENTS]],
            "entrances": entrances(look),
        }

    def _choices(self, look: Look) -> list[dict[str, Any]]:
        """The languages, each in its own words."""
        config = self._facts.config
        choices = []
        for language in look.setting("languages"):
            own = Look(self._facts, self._indexes, self._load_body, language, look.tracker)
            choices.append(
                {
                    "language": LanguageView(language),
                    "url": f"/{language.prefix}/",
                    "name": own.word(config.name, "site#name"),
                    "description": own.word(config.description, "site#description"),
                }
            )
        return choices


def _template_problem(error: jinja2.TemplateError, page: Page, facts: Facts) -> Problem:
    """Where in the theme a template went wrong."""
    path, line = "themes", 0
    if isinstance(error, jinja2.TemplateSyntaxError):
        path, line = error.filename or path, error.lineno
    elif isinstance(error, jinja2.TemplatesNotFound | jinja2.TemplateNotFound):
        pass
    else:
        traceback = error.__traceback__
        known = set(facts.templates.values())
        while traceback is not None:
            if traceback.tb_frame.f_code.co_filename in known:
                path, line = traceback.tb_frame.f_code.co_filename, traceback.tb_lineno
            traceback = traceback.tb_next
    return problem(
        "template-error",
        Location(path, line),
        N_("The template cannot show {url}: {reason}"),
        N_("Mend the template; if you did not change it, tell whoever made the theme."),
        url=page.url,
        reason=error.message or type(error).__name__,
    )
