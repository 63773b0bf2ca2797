"""What a file of the project is, by its path alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

SETTINGS_PATH = "content/site.yaml"
MAP_PATH = "content/map.yaml"
LAND_PATH = "assets/map/land.geojson"


class SourceType(StrEnum):
    """What a source holds. OTHER is nobody's: licences, notes, a .gitkeep."""

    SETTINGS = "settings"
    KIND = "kind"
    VOCABULARY = "vocabulary"
    CATALOGUE = "catalogue"
    STORY = "story"
    THEME = "theme"
    BLOCK = "block"
    TEMPLATE = "template"
    ASSET = "asset"
    PHOTO = "photo"
    SIDECAR = "sidecar"
    MAP = "map"
    LAND = "land"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a source stands: what it is, whose it is, and its name there."""

    type: SourceType
    owner: str = ""
    """Theme of a theme's file; empty for the site's own."""
    name: str = ""
    """Kind, vocabulary, language tag, template or asset name; story id for a story."""
    language: str = ""
    """Of a story."""


_SINGLE = {
    SETTINGS_PATH: SourceType.SETTINGS,
    MAP_PATH: SourceType.MAP,
    LAND_PATH: SourceType.LAND,
}
_STORY = re.compile(r"content/(?P<id>[^/]+/[^/]+?)(?:\.(?P<language>[A-Za-z][A-Za-z0-9-]*))?\.md")
_THEME_FILES = (
    (re.compile(r"theme\.yaml"), SourceType.THEME),
    (re.compile(r"templates/(.+\.(?:html|xml|txt|json|webmanifest))"), SourceType.TEMPLATE),
    (re.compile(r"blocks/([^/]+)\.yaml"), SourceType.BLOCK),
    (re.compile(r"locale/([^/]+)\.po"), SourceType.CATALOGUE),
    (re.compile(r"static/(.+)"), SourceType.ASSET),
)
_PHOTO_ENDINGS = "jpg|jpeg|png|webp|avif|gif|tif|tiff|svg|heic|heif"
_CONTENT_FILES = (
    (re.compile(r"content/kinds/([^/]+)\.yaml"), SourceType.KIND),
    (re.compile(r"content/vocabularies/([^/]+)\.yaml"), SourceType.VOCABULARY),
    (re.compile(r"content/locale/([^/]+)\.po"), SourceType.CATALOGUE),
    (re.compile(rf"assets/photos/([^/]+)\.(?:{_PHOTO_ENDINGS})", re.IGNORECASE), SourceType.PHOTO),
    (re.compile(r"assets/photos/([^/]+)\.yaml"), SourceType.SIDECAR),
)


def place_of(path: str) -> Place:
    """Classify a path such as ``content/places/karnan.sv.md``."""
    if path in _SINGLE:
        return Place(_SINGLE[path])
    for pattern, type_ in _CONTENT_FILES:
        if found := pattern.fullmatch(path):
            return Place(type_, name=found[1])
    if found := _STORY.fullmatch(path):
        return Place(SourceType.STORY, name=found["id"], language=found["language"] or "")
    if path.startswith("themes/"):
        _, theme, rest = (*path.split("/", 2), "")[:3]
        for pattern, type_ in _THEME_FILES:
            if found := pattern.fullmatch(rest):
                return Place(type_, theme, found[1] if found.groups() else theme)
    return Place(SourceType.OTHER)


def shown_templates(
    templates: Mapping[str, str], places: Mapping[str, Place], read: Callable[[str], bytes]
) -> set[str]:
    """Paths of the templates that make pages: one that a child theme hides does only if it is extended."""
    everything = b"".join(map(read, set(templates.values())))
    return {
        path
        for name, path in templates.items()
        if name == places[path].name or f'"{name}"'.encode() in everything
    }
