"""What a page's ``<head>`` says to search engines, social networks and telephones, beyond the page itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.indexing.addresses import HOME
from generator.indexing.calendars import COMING, OWN, calendar_address
from generator.indexing.feeds import feed_address
from generator.indexing.pages import MANIFEST
from generator.model.card import CardWords
from generator.model.page import Page, PageType
from generator.rendering.cards import CardView, card_view
from generator.rendering.feeds import TYPES
from generator.rendering.linked_data import linked_data
from generator.rendering.linked_data.pictures import shared_picture
from generator.rendering.look import Look
from generator.rendering.pictures import PhotoView, PictureView, photo_view
from generator.rendering.story_view import StoryView
from generator.rendering.views import SiteView, TermView, VocabularyView

if TYPE_CHECKING:
    from generator.rendering.page_view import PageView

NAMED = 5
"""Of the stories or topics a page lists, those that its description names."""

_TERRITORIES = dict(
    re.findall(
        r"(\w\w)_(\w\w)",
        "ar_AR bg_BG bs_BA cs_CZ da_DK de_DE el_GR en_GB es_ES et_EE fa_IR fi_FI fo_FO fr_FR ga_IE he_IL "
        "hi_IN hr_HR hu_HU is_IS it_IT ja_JP ko_KR ku_TR lt_LT lv_LV mk_MK nb_NO nl_NL nn_NO pl_PL ps_AF "
        "pt_PT ro_RO ru_RU sk_SK sl_SI so_SO sq_AL sr_RS sv_SE sw_KE ta_IN th_TH "
        "tr_TR uk_UA ur_PK vi_VN zh_CN",
    )
)
"""Language -> the territory that Open Graph wants with it; the pairs are those that Facebook knows."""


def open_graph_locale(tag: str) -> str | None:
    """``sv_SE`` for ``sv`` and for ``sv-simple``; None for a language that Open Graph has no name for."""
    base, *rest = tag.split("-")
    territory = next((part for part in rest if len(part) == 2), _TERRITORIES.get(base))
    return f"{base}_{territory.upper()}" if territory else None


class HeadView:
    """What stands in the head of one page."""

    def __init__(
        self, look: Look, page: Page, view: PageView, site: SiteView, story: StoryView | None
    ) -> None:
        self._look = look
        self._page = page
        self._view = view
        self._site = site
        self._story = story

    @cached_property
    def title(self) -> str:
        """For ``<title>``: no two pages of a language have the same."""
        site = self._site
        parts = [self.headline]
        if self._page.type is PageType.TERM:
            parts.append(VocabularyView(self._look, self._page.subject.split("/", 1)[0]).title)
        if self._page.number > 1:
            page = str(self._look.message("Page")[0] or "Page")
            parts.append(f"{page} {self._page.number}")
        if parts != [site.name]:
            parts.append(site.name)
        return " – ".join(part for part in parts if part)

    @property
    def headline(self) -> str:
        """What the page is called where the site's name stands beside it anyway."""
        if self._page.type is PageType.HOME and self._story is not None:
            return self._story.title
        return self._view.title

    @property
    def type(self) -> str:
        """Open Graph's type of the page."""
        if self._page.type is PageType.STORY and self._look.kind(self._page.subject).listing:
            return "article"
        return "website"

    @property
    def locale(self) -> str | None:
        """Open Graph's name of the language the page's text is in."""
        return open_graph_locale(self._view.text_language.tag)

    @property
    def other_locales(self) -> list[str]:
        """Open Graph's names of the languages the page can be read in besides its own."""
        found = (open_graph_locale(each["language"].tag) for each in self._view.alternates)
        return sorted({locale for locale in found if locale and locale != self.locale})

    @property
    def published(self) -> str | None:
        """ISO date of an article, or None."""
        return self._story.date if self._story is not None and self.type == "article" else None

    @property
    def modified(self) -> str | None:
        """ISO date of an article's last change, or None."""
        return self._story.updated if self._story is not None and self.type == "article" else None

    @property
    def section(self) -> str | None:
        """The kind an article belongs to, in the reader's language."""
        return self._story.kind.plural if self._story is not None and self.type == "article" else None

    @property
    def tags(self) -> list[str]:
        """An article's topics."""
        if self._story is None or self.type != "article":
            return []
        return [tag.name for tag in self._story.tags]

    @cached_property
    def linked_data(self) -> Markup:
        """The page in the words of schema.org, to stand in a script of type ``application/ld+json``."""
        return linked_data(self._look, self._page, self._view, self._site, self._story)

    @cached_property
    def image(self) -> CardView | PictureView | None:
        """The picture that stands beside the page's title where somebody shares it, or None.

        A card with the title if the theme has cards; a page that shows no story has that of the front page.
        """
        look, site, story = self._look, self._site, self._story
        photo = story.image if story is not None else None
        if self._view.is_fallback:
            return shared_picture(photo) if photo else None
        title, kicker = site.name, ""
        if story is not None:
            title = story.title
            kicker = story.kind.label if look.kind(story.id).listing else ""
        elif look.text_language(HOME) == look.language.tag:
            title, photo = self._of_home()
        language = look.language
        words = CardWords(
            title, kicker, site.name if title != site.name else "", language.tag, language.direction
        )
        return card_view(look, words, photo) or (shared_picture(photo) if photo else None)

    def _of_home(self) -> tuple[str, PhotoView | None]:
        """Title and picture of the front page in the page's language."""
        look, fields = self._look, self._look.facts.fields[self._look.kind(HOME).name]
        said = look.field(HOME, look.language.tag, fields["image"]) if "image" in fields else None
        title = str(look.field(HOME, look.language.tag, fields["title"]) or "")
        return title, photo_view(look, said["name"], said.get("alt", "")) if said else None

    @cached_property
    def feeds(self) -> list[dict[str, str]]:
        """The language's feeds, and those of what the page lists: address, media type and title of each."""
        subjects = [("", self._site.name)]
        if self._page.type in (PageType.LISTING, PageType.TERM):
            subjects.append((self._page.subject, f"{self._site.name}: {self._view.title}"))
        found = []
        for subject, title in subjects:
            for format_, type_ in TYPES.items():
                url = feed_address(self._look.facts, subject, self._look.language, format_)
                if self._existing(url):
                    found.append({"url": url, "type": type_, "title": title})
        return found

    @cached_property
    def own_calendar(self) -> str | None:
        """Address of the calendar file of the event that the page is about; None if it is over."""
        self._look.saw(f"over:{self._page.subject}")
        if self._page.subject in self._look.indexes.over:
            return None
        return self._existing(f"{self._page.url}{OWN}")

    @property
    def calendar(self) -> str | None:
        """Address of the language's calendar, or None if nothing takes place."""
        return self._existing(calendar_address(COMING, self._look.language))

    def _existing(self, url: str) -> str | None:
        self._look.saw(f"page:{url[1:]}")
        return url if url[1:] in self._look.indexes.pages else None

    @property
    def manifest(self) -> str | None:
        """Address of the language's web manifest, or None if the theme has none."""
        self._look.saw(f"template:{MANIFEST}")
        return f"{self._site.home}{MANIFEST}" if MANIFEST in self._look.facts.templates else None


def description(
    look: Look, page: Page, title: str, site: SiteView, listed: Sequence[StoryView | TermView]
) -> str:
    """What a page without a summary of its own is described by: what it lists, or what the site is.

    No two pages of a language list the same, so no two are described alike.
    """
    if page.type is PageType.CHOOSER:
        return f"{' · '.join(language.name for language in site.languages)}. {site.description}"
    if page.type is PageType.TERM:
        title = f"{VocabularyView(look, page.subject.split('/', 1)[0]).title} – {title}"
    named = [each.title if isinstance(each, StoryView) else each.name for each in listed[:NAMED]]
    if named:
        return f"{title}: {' · '.join(named)}"
    return f"{title}. {site.description}" if title != site.name else site.description
