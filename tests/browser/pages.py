"""Which pages the built site has, told from its files and from what `content/` declares.

Nothing of the generator is asked, so that a page it forgot or misplaced is noticed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

FACET = re.compile(r'<body class="[^"]*\bpage-facet\b')
NO_INDEX = re.compile(r'<meta name="robots" content="[^"]*noindex')


@dataclass(frozen=True)
class SiteLanguage:
    """A language of the site as `content/site.yaml` declares it."""

    tag: str
    prefix: str
    direction: str


@dataclass(frozen=True)
class BuiltPage:
    """A page. `type` is finer than a template's name: ``story-place``, ``listing-page``, ``fallback``."""

    url: str
    """Path part of the address, starting with a slash."""
    path: Path
    type: str
    language: SiteLanguage


def site_languages(content: Path) -> list[SiteLanguage]:
    """Languages in the order of the site; the first page of the site speaks the source language."""
    settings = yaml.safe_load((content / "site.yaml").read_text("utf-8"))
    return [
        SiteLanguage(tag, entry.get("prefix", tag), entry.get("direction", "ltr"))
        for tag, entry in settings["languages"].items()
    ]


def source_language(content: Path) -> SiteLanguage:
    """The language that pages outside every language's folder are written in."""
    tag = yaml.safe_load((content / "site.yaml").read_text("utf-8"))["source_language"]
    return next(language for language in site_languages(content) if language.tag == tag)


def kinds_by_segment(content: Path) -> dict[str, str]:
    """First part of an address below its language -> kind, for kinds that have one."""
    found = {}
    for path in (content / "kinds").glob("*.yaml"):
        segments = yaml.safe_load(path.read_text("utf-8"))["segment"].values()
        found.update({segment: path.stem for segment in segments if segment})
    return found


def singles_by_segment(content: Path) -> dict[str, str]:
    """First part of an address below its language -> which of the pages that each language has once."""
    segments = yaml.safe_load((content / "site.yaml").read_text("utf-8")).get("segments", {})
    return {segment: type_ for type_, words in segments.items() for segment in words.values()}


def type_of(
    parts: tuple[str, ...], kinds: dict[str, str], singles: dict[str, str], parents: set[tuple[str, ...]]
) -> str:
    """Type of a page at `parts`, its address below its language. `parents` are addresses with pages below."""
    if not parts:
        return "home"
    if parts[-1] == "404.html":
        return "not-found"
    overview, below = parts[0], parts[1:]
    if overview in singles:
        return singles[overview]
    numbered = len(parts) > 1 and parts[-1].isdigit()
    if overview in kinds:
        if not below:
            return "listing"
        return "listing-page" if numbered else f"story-{kinds[overview]}"
    if below:
        return "term-page" if numbered else "term"
    return "terms" if parts in parents else "story-page"


def built_pages(site: Path, content: Path) -> list[BuiltPage]:
    """Every HTML page of `site`, in the order of their addresses."""
    prefixes = {language.prefix: language for language in site_languages(content)}
    source, kinds = source_language(content), kinds_by_segment(content)
    singles = singles_by_segment(content)
    files = sorted(site.rglob("*.html"))
    addresses = {path: path.relative_to(site).parts for path in files}
    parents = {parts[1:-2] for parts in addresses.values() if len(parts) > 2}
    found = []
    for path, parts in addresses.items():
        language = prefixes.get(parts[0])
        below = parts[1:] if language else parts
        inner = below[:-1] if below[-1] == "index.html" else below
        kind = type_of(inner, kinds, singles, parents) if language or inner else "chooser"
        if kind.startswith(("story-", "listing-page")):
            text = path.read_text("utf-8")
            if NO_INDEX.search(text):
                kind = "fallback"
            elif FACET.search(text):
                kind = "facet"
        whole = parts[:-1] if parts[-1] == "index.html" else parts
        url = "/" + "/".join(whole) + ("/" if whole and parts[-1] == "index.html" else "")
        found.append(BuiltPage(url, path, kind, language or source))
    return found


def one_of_each(pages: Iterable[BuiltPage]) -> list[BuiltPage]:
    """The largest page of every type in every language: what holds for it holds for its smaller sisters."""
    groups: dict[tuple[str, str], list[BuiltPage]] = defaultdict(list)
    for page in pages:
        groups[page.type, page.language.tag].append(page)
    return [max(group, key=lambda page: (page.path.stat().st_size, page.url)) for group in groups.values()]
