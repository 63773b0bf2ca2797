"""The page itself as templates see it: its address, languages, breadcrumbs, pagination."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from generator.indexing.addresses import absolute, listing_address, path, term_address
from generator.indexing.indexes import alternates
from generator.model.kind import Kind
from generator.model.language import Language
from generator.model.page import SINGLES, Page, PageType
from generator.rendering.head import HeadView, description
from generator.rendering.listing_view import value_name, value_url
from generator.rendering.look import Look
from generator.rendering.story_view import StoryView
from generator.rendering.views import KindView, LanguageView, SiteView, TermView, VocabularyView

SINGLE_TITLES = {PageType.SEARCH: "Search", PageType.INDEX: "Stories from A to Z", PageType.MAP: "Map"}
"""In English, as the themes' catalogues know them."""


class PageView:
    """One page for one reader."""

    def __init__(self, look: Look, page: Page, site: SiteView, story: StoryView | None) -> None:
        self._look = look
        self._page = page
        self._site = site
        self._story = story
        self.type = page.type.value
        self.url = page.url
        self.language = LanguageView(look.language)
        text_language = look.facts.config.by_tag.get(page.text_language)
        self.text_language = LanguageView(text_language) if text_language else self.language
        self.listed: Sequence[StoryView | TermView] = ()
        """What the page lists, in order."""
        self.is_fallback = bool(page.text_language) and page.text_language != page.language

    @property
    def noindex(self) -> bool:
        """True if search engines should leave it alone."""
        return self.is_fallback or self.type in (PageType.NOT_FOUND, PageType.SEARCH)

    @cached_property
    def title(self) -> str:
        """Plain text for ``<title>`` and headings."""
        look, page = self._look, self._page
        match page.type:
            case PageType.STORY:
                return self._story.title if self._story else ""
            case PageType.LISTING:
                return KindView(look, look.facts.kinds[page.subject]).plural
            case PageType.FACET:
                kind, field, value = self._facet
                return f"{KindView(look, kind).plural}: {value_name(look, kind, field, value)}"
            case PageType.TERM:
                return TermView(look, *page.subject.split("/", 1)).name
            case PageType.TERMS:
                return VocabularyView(look, page.subject).title
            case _ if page.type in SINGLE_TITLES:
                title = str(look.message(SINGLE_TITLES[page.type])[0] or SINGLE_TITLES[page.type])
                return f"{title}: {page.subject}" if page.subject else title
            case _:
                return self._site.name

    @property
    def _facet(self) -> tuple[Kind, str, str]:
        """Of a facet's page: its kind, the field and the value."""
        kind, field, value = self._page.subject.split("/")
        return self._look.facts.kinds[kind], field, value

    @cached_property
    def description(self) -> str:
        """One or two sentences for search engines."""
        if self._story is not None and self._story.summary:
            return self._story.summary
        if self._page.type is PageType.LISTING and self._page.number == 1:
            intro = KindView(self._look, self._look.facts.kinds[self._page.subject]).intro
            if intro:
                return intro
        return description(self._look, self._page, self.title, self._site, self.listed)

    @cached_property
    def head(self) -> HeadView:
        """What only machines read of the page."""
        return HeadView(self._look, self._page, self, self._site, self._story)

    @property
    def canonical(self) -> str:
        """Absolute address under which search engines should file it: a fallback's is its original's."""
        url = self.url
        if self.is_fallback and self._story is not None:
            url = self._look.url(self._story.id, self._page.text_language) or url
        return absolute(self._site.url, url)

    @cached_property
    def alternates(self) -> list[dict[str, Any]]:
        """Real translations of the page for search engines, itself included; empty if it is none of them."""
        if self.noindex or self._look.language.hreflang is None:
            return []
        if self._page.number > 1 or (self._page.type is PageType.INDEX and self._page.subject):
            # The stories on a later page, or under a letter, are not those there in another alphabet.
            return []
        return [
            {"language": LanguageView(language), "url": absolute(self._site.url, url)}
            for language, url, real in self._in_languages()
            if url and real and language.hreflang
        ]

    @property
    def x_default(self) -> str | None:
        """For readers of no listed language: the language chooser, or the page in its source language."""
        if not self.alternates:
            return None
        if self._page.type in (PageType.HOME, PageType.CHOOSER):
            return self._site.url + "/"
        source = self._look.facts.config.source_language
        if self._page.type is PageType.STORY and self._story is not None:
            source = self._look.source_language(self._story.id)
        found = {each["language"].tag: each["url"] for each in self.alternates}
        return found.get(source)

    @property
    def switch(self) -> list[dict[str, Any]]:
        """The language switcher: the same page in each language, else that language's front page."""
        return [
            {
                "language": LanguageView(language),
                "url": url or path(language.prefix),
                "current": language.tag == self._look.language.tag,
                "available": bool(url) and real,
            }
            for language, url, real in self._in_languages()
        ]

    @property
    def easy(self) -> dict[str, Any] | None:
        """The way to the same page in easy words, else to where those begin; None if the site has no such.

        A language of easy words carries the variant ``simple`` (IANA registry, 2015); that of the page's own
        language comes first. `same`: this very page; `current`: the reader is there already.
        """
        ways = [
            (language.base != self._look.language.base, language, url if real else None)
            for language, url, real in self._in_languages()
            if "simple" in language.tag.split("-")[1:]
        ]
        if not ways:
            return None
        _, language, url = min(ways, key=lambda way: way[0])
        return {
            "language": LanguageView(language),
            "url": url or path(language.prefix),
            "same": url is not None,
            "current": language.tag == self._look.language.tag,
        }

    def _in_languages(self) -> list[tuple[Language, str | None, bool]]:
        """(language, address of this page in it or None, whether its text is in that language)."""
        look, page = self._look, self._page
        languages = look.setting("languages")
        if page.type is PageType.STORY:
            look.saw(f"texts:{page.subject}")
            real = dict(alternates(look.indexes, page.subject))
            return [(each, look.url(page.subject, each.tag), each.tag in real) for each in languages]
        found = []
        for each in languages:
            url: str | None = path(each.prefix)
            if page.type is PageType.LISTING:
                look.saw(f"listing:{each.tag}/{page.subject}")
                count = len(look.indexes.listings.get((each.tag, page.subject), ()))
                url = listing_address(look.facts, page.subject, each) if count else None
                if url and 1 < page.number <= count:
                    url = listing_address(look.facts, page.subject, each, page.number)
            elif page.type is PageType.FACET:
                url = value_url(look, *self._facet, each.tag, page.number)
            elif page.type is PageType.TERM:
                look.saw(f"term-pages:{each.tag}/{page.subject}")
                count = len(look.indexes.terms.get((each.tag, page.subject), ()))
                number = page.number if page.number <= count else 1
                vocabulary, term = page.subject.split("/", 1)
                url = term_address(look.facts, vocabulary, term, each, number) if count else None
            elif page.type is PageType.TERMS:
                url = term_address(look.facts, page.subject, "", each)
            elif page.type in SINGLES:
                url = look.single(page.type, each.tag)
            found.append((each, url, True))
        return found

    @property
    def crumbs(self) -> list[dict[str, Any]]:
        """The way from the front page; the last one is this page. The front page itself has none."""
        look, page = self._look, self._page
        if page.type is PageType.HOME:
            return []
        trail: list[dict[str, Any]] = [{"title": self._site.name, "url": self._site.home}]
        if page.type is PageType.STORY and self._story is not None:
            kind = self._story.kind
            if kind.url:
                trail.append({"title": kind.plural, "url": kind.url})
        elif page.type is PageType.FACET:
            kind_, field, value = self._facet
            listing = KindView(look, kind_)
            trail.append({"title": listing.plural, "url": listing.url})
            return [*trail, {"title": value_name(look, kind_, field, value), "url": None}]
        elif page.type is PageType.TERM:
            vocabulary = VocabularyView(look, page.subject.split("/", 1)[0])
            trail.append({"title": vocabulary.title, "url": vocabulary.url})
        elif page.type is PageType.INDEX and page.subject:
            title = SINGLE_TITLES[PageType.INDEX]
            trail.append({"title": str(look.message(title)[0] or title), "url": self._site.index_url})
            return [*trail, {"title": page.subject, "url": None}]
        return [*trail, {"title": self.title, "url": None}]

    @property
    def pagination(self) -> dict[str, Any] | None:
        """Pages of a listing, or None if one is enough."""
        look, page = self._look, self._page
        if page.type is PageType.LISTING:
            count = len(look.ask("listing", page.subject))
            addresses = [
                listing_address(look.facts, page.subject, look.language, n) for n in range(1, count + 1)
            ]
        elif page.type is PageType.FACET:
            look.saw(f"facet-pages:{page.language}/{page.subject}")
            count = len(look.indexes.facet_pages[page.language, page.subject])
            addresses = [value_url(look, *self._facet, number=n) or "" for n in range(1, count + 1)]
        elif page.type is PageType.TERM:
            look.saw(f"term-pages:{page.language}/{page.subject}")
            count = len(look.indexes.terms[page.language, page.subject])
            vocabulary, term = page.subject.split("/", 1)
            addresses = [
                term_address(look.facts, vocabulary, term, look.language, n) for n in range(1, count + 1)
            ]
        else:
            return None
        if count < 2:
            return None
        at = page.number
        return {
            "number": at,
            "count": count,
            "items": [{"number": n, "url": url, "current": n == at} for n, url in enumerate(addresses, 1)],
            "previous": addresses[at - 2] if at > 1 else None,
            "next": addresses[at] if at < count else None,
        }
