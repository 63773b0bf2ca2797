"""What stands in a feed, asked like all that a page shows; a story is gathered once for all its feeds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from html import escape
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from generator.incremental.tracker import Tracker
from generator.indexing.addresses import absolute
from generator.indexing.feeds import FILES
from generator.indexing.pages import asset_address
from generator.indexing.publication import moment
from generator.model.page import Page
from generator.rendering.feeds.atom import atom
from generator.rendering.feeds.content import readable
from generator.rendering.feeds.json_feed import json_feed
from generator.rendering.feeds.rss import rss
from generator.rendering.feeds.values import Entry, Feed
from generator.rendering.linked_data.pictures import shared_picture
from generator.rendering.look import Look
from generator.rendering.pictures import PhotoView
from generator.rendering.story_view import StoryView
from generator.rendering.views import KindView, SiteView, TermView

_WRITERS: dict[str, Callable[[Feed], bytes]] = {"atom": atom, "rss": rss, "json": json_feed}
_AT_HAND = 1000
"""Entries kept for the next feed that has the same story; a story is in some six of them."""
_LOGO = "icon-192.png"


def stable_id(base_url: str, name: str) -> str:
    """A name for something of a site that outlives its address; another site's things have other names."""
    host = urlsplit(base_url).hostname or base_url
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'https://{host}/{name}')}"


def format_of(page: Page) -> str:
    """The format of a feed's page, by the name of its file."""
    name = page.url.rpartition("/")[2]
    return next(format_ for format_, file in FILES.items() if file == name)


class FeedMaker:
    """Makes the feeds of one rendering; `story` gives a story's view as a page's eyes see it."""

    def __init__(self, story: Callable[[Look, str], StoryView]) -> None:
        self._story = story
        self._kept: dict[tuple[str, str], tuple[Entry, frozenset[str], frozenset[tuple[str, str]]]] = {}

    def make(self, page: Page, look: Look) -> bytes:
        """The feed of `page` in its format."""
        look.saw(f"feed:{page.language}/{page.subject}")
        entries = tuple(self._entry(look, each) for each in look.indexes.feeds[page.language, page.subject])
        site = SiteView(look, page.url)
        base = site.url
        title, description = _named(look, site, page.subject)
        licence = site.publisher.get("licence", "")
        feed = Feed(
            id=stable_id(base, f"feed/{page.language}/{page.subject}"),
            url=absolute(base, page.url),
            page_url=absolute(base, page.url.rpartition("/")[0] + "/"),
            title=title,
            description=description,
            language=look.language.tag,
            search_language=look.language.hreflang or look.language.base,
            author=site.publisher.get("name") or site.name,
            entries=entries,
            licence=licence,
            icon=_icon(look, base),
        )
        return _WRITERS[format_of(page)](feed)

    def _entry(self, look: Look, story_id: str) -> Entry:
        key = (look.language.tag, story_id)
        if key not in self._kept:
            if len(self._kept) >= _AT_HAND:
                self._kept.clear()
            tracker = Tracker()
            own = look.alone(tracker)
            entry = _entry(own, self._story(own, story_id))
            self._kept[key] = entry, tracker.trace, frozenset(own.wants)
        entry, seen, wants = self._kept[key]
        for each in seen:
            look.saw(each)
        look.wants.update(wants)
        return entry


def _named(look: Look, site: SiteView, subject: str) -> tuple[str, str]:
    """Title and description of a feed."""
    if not subject:
        return site.name, site.description
    if "/" in subject:
        name = TermView(look, *subject.split("/", 1)).name
        return f"{site.name}: {name}", f"{name}. {site.description}"
    kind = KindView(look, look.facts.kinds[subject])
    return f"{site.name}: {kind.plural}", kind.intro or site.description


def _icon(look: Look, base: str) -> str:
    look.saw(f"asset:{_LOGO}")
    path = look.facts.assets.get(_LOGO)
    return absolute(base, asset_address(_LOGO, look.facts.digests[path])) if path else ""


def _entry(look: Look, story: StoryView) -> Entry:
    base = str(look.setting("base_url"))
    url = absolute(base, story.url or "/")
    published = _published(look, story)
    updated = max(published, _midnight(look, story.updated) if story.updated else published)
    picture, image = _picture(base, story.image)
    return Entry(
        id=stable_id(base, f"{story.id}.{story.language.tag}"),
        url=url,
        title=story.title,
        summary=story.summary,
        html=picture + readable(str(story.body), base, url),
        language=story.language.tag,
        published=published,
        updated=updated,
        author=story.author or look.setting("publisher").get("name") or SiteView(look, "").name,
        tags=tuple(tag.name for tag in story.tags),
        image=image,
    )


_EPOCH = "1970-01-01"


def _published(look: Look, story: StoryView) -> datetime:
    """When it appeared: the moment its author set, else the day it was written."""
    set_for = story.field("publish")
    if set_for:
        look.saw("site#time_zone")
        return moment(set_for, look.facts.config)
    return _midnight(look, story.date or _EPOCH)


def _midnight(look: Look, day: str) -> datetime:
    """The first moment of a day where the site is at home."""
    return datetime.combine(date.fromisoformat(day), time(), ZoneInfo(look.setting("time_zone")))


def _picture(base: str, photo: PhotoView | None) -> tuple[str, str]:
    """The story's picture as HTML, with its credit, and its address; nothing if it has none."""
    shown = shared_picture(photo) if photo else None
    if photo is None or shown is None:
        return "", ""
    address = absolute(base, shown.src)
    credit = escape(photo.credit)
    if photo.licence_url:
        credit += f' (<a href="{escape(photo.licence_url)}">{escape(photo.licence)}</a>)'
    caption = f"{escape(photo.caption)} {credit}".strip()
    return (
        f'<figure><img src="{escape(address)}" alt="{escape(shown.alt)}" width="{shown.width}" '
        f'height="{shown.height}"><figcaption>{caption}</figcaption></figure>\n',
        address,
    )
