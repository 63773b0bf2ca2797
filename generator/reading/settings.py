"""``content/site.yaml`` -> Config."""

from __future__ import annotations

import re
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from generator.model.config import Config, Entrance, FeedSettings
from generator.model.language import Words
from generator.model.page import SINGLES
from generator.model.photo import PictureSettings
from generator.model.problem import N_, Problem
from generator.reading.address_values import slug, url
from generator.reading.entries import Entries
from generator.reading.field_values import as_written, boolean, number, shown
from generator.reading.language_settings import check_words, read_languages, read_source_language
from generator.reading.mistake import Mistake
from generator.reading.suggest import closest
from generator.reading.theme_tokens import read_sayings

_THEME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*", re.ASCII)


def _base_url(value: object) -> str:
    said = url(value).rstrip("/")
    parts = urlsplit(said)
    if parts.query or parts.fragment or "?" in said or "#" in said:
        raise Mistake(
            "base-url",
            N_("{field} has a ? or # in it."),
            N_("Write only where the site will stand, for instance https://www.example.org"),
        )
    return said


def _time_zone(value: object) -> str:
    said = as_written(value)
    try:
        ZoneInfo(said)
    except (KeyError, ValueError, OSError) as error:
        raise Mistake(
            "time-zone",
            N_('There is no time zone "{text}". Nearest: "{meant}".'),
            N_("Write continent and city in English, for instance Europe/Stockholm."),
            text=shown(said),
            meant=closest(said, available_timezones()) or "Europe/Stockholm",
        ) from error
    return said


def _theme(value: object) -> str:
    said = as_written(value)
    if _THEME.fullmatch(said):
        return said
    raise Mistake(
        "theme-name",
        N_('"{text}" cannot be the name of a theme.'),
        N_("Write the name of a folder in themes/, for instance base."),
        text=shown(said),
    )


def _per_page(value: object) -> int:
    said = number(value)
    if isinstance(said, int) and 1 <= said <= 1000:
        return said
    raise Mistake(
        "number-range",
        N_("{field} is {number}, but it must be a whole number between {low} and {high}."),
        N_("Twelve or twenty suit most sites."),
        number=said,
        low=1,
        high=1000,
    )


def _vocabularies(entries: Entries) -> dict[str, tuple[Words, Words]]:
    found: dict[str, tuple[Words, Words]] = {}
    outer = entries.group("vocabularies")
    for name in outer:
        group = outer.group(name)
        for needed in ("label", "segment"):
            group.require(needed)
        segments = group.group("segment")
        found[name] = (group.texts("label"), {tag: segments.get(tag, slug, "") for tag in segments})
        group.finish()
    return found


def _segments(entries: Entries, tags: list[str]) -> dict[str, Words]:
    found: dict[str, Words] = {}
    outer = entries.group("segments")
    for type_ in SINGLES:
        group = outer.group(type_.value)
        if group.data:
            check_words(outer, type_.value, tags)
            found[type_.value] = {tag: group.get(tag, slug, "") for tag in group}
    outer.finish()
    return found


def _entrances(outer: Entries) -> tuple[Entrance, ...]:
    found = []
    for name in outer:
        group = outer.group(name)
        for needed in ("label", "to"):
            group.require(needed)
        to = group.get("to", as_written, "")
        found.append(Entrance(name, group.texts("label"), group.texts("summary"), to, group.where("to")))
        group.finish()
    return tuple(found)


def _feeds(group: Entries) -> FeedSettings:
    known = {"formats": ("atom", "rss", "json"), "of": ("site", "kinds", "terms")}
    usual = FeedSettings()
    chosen = {"formats": usual.formats, "of": usual.of}
    for name, allowed in known.items():
        # An empty list is an answer: no feeds.
        said = group.list(name)
        if name in group:
            chosen[name] = tuple(each for each in allowed if each in said)
        for position, each in enumerate(said):
            if each not in allowed:
                group.report(_not_one_of(each, allowed), f"{name}[{position}]")
    items = group.get("items", _per_page, usual.items)
    group.finish()
    return FeedSettings(chosen["formats"], chosen["of"], items)


def _not_one_of(said: str, allowed: tuple[str, ...]) -> Mistake:
    return Mistake(
        "choice-unknown",
        N_('{field} cannot be "{text}".'),
        N_("It can be: {known}"),
        text=shown(said),
        known=", ".join(allowed),
    )


def _pictures(group: Entries) -> PictureSettings:
    settings = PictureSettings(
        max_megapixels=float(group.get("max_megapixels", number, 100.0)),
        credit_in_files=group.get("credit_in_files", boolean, False),
        wide_gamut=group.get("wide_gamut", boolean, False),
    )
    group.finish()
    return settings


def read_settings(content: str, path: str) -> tuple[Config | None, tuple[Problem, ...]]:
    """The site's settings. None when it has no language or no address, without which nothing can be built."""
    entries = Entries.read(content, path, path)
    if not entries.data:
        return None, tuple(entries.problems)
    for name in ("name", "base_url", "languages"):
        entries.require(name)
    languages = read_languages(entries)
    tags = [language.tag for language in languages]
    words = {name: entries.texts(name) for name in ("name", "description")}
    for name in words:
        check_words(entries, name, tags)
    listings, markdown = entries.group("listings"), entries.group("markdown")
    config = Config(
        name=words["name"],
        description=words["description"],
        base_url=entries.get("base_url", _base_url, ""),
        languages=languages,
        source_language=read_source_language(entries, tags),
        time_zone=entries.get("time_zone", _time_zone, "UTC"),
        theme=entries.get("theme", _theme, "base"),
        brand=read_sayings(entries.group("brand")),
        options=entries.plain("options"),
        kinds=tuple(entries.list("kinds")),
        vocabularies=_vocabularies(entries),
        segments=_segments(entries, tags),
        search=entries.get("search", boolean, True),
        entrances=_entrances(entries.group("entrances")),
        per_page=listings.get("per_page", _per_page, 20),
        show_untranslated=listings.get("show_untranslated", boolean, True),
        raw_html=markdown.get("raw_html", boolean, False),
        feeds=_feeds(entries.group("feeds")),
        pictures=_pictures(entries.group("pictures")),
        publisher=entries.texts("publisher"),
        contacts=entries.texts("contacts"),
        supervision=entries.texts("supervision"),
    )
    for group in (listings, markdown, entries):
        group.finish()
    return config if languages and config.base_url else None, tuple(entries.problems)
