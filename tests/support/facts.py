"""Literal facts for tests of indexes."""

from __future__ import annotations

from typing import Any

from generator.model.config import Config
from generator.model.facts import Facts, Vocabulary
from generator.model.kind import Field, FieldType, Kind, Term
from generator.model.language import Language
from generator.model.problem import Location
from generator.model.story import Reference, Story

LANGUAGES = (
    Language("sv", "Svenska", "sv"),
    Language("en", "English", "en", fallback=("sv",)),
    Language("da", "Dansk", "da", fallback=("sv", "en")),
)
TAGS = Field("tags", FieldType.LIST, of=Field("tags", FieldType.TERM, vocabulary="tags"))
AREA = Field("area", FieldType.TERM, vocabulary="areas")
TITLE = Field("title", FieldType.TEXT, required=True, translatable=True)
PHASE = Field("phase", FieldType.CHOICE, choices={"before": {}, "after": {}})


def kind(name: str, folder: str, **changes: Any) -> Kind:
    """A kind with a title, tags and an area."""
    values: dict[str, Any] = {
        "label": {"sv": name},
        "plural": {"sv": folder},
        "segment": {"sv": folder, "en": folder, "da": folder},
        "fields": (TITLE, TAGS, AREA, PHASE),
    }
    return Kind(name, folder, **{**values, **changes})


def story(story_id: str, language: str = "sv", points_at: tuple[str, ...] = (), **fields: Any) -> Story:
    """A story of the kind its folder names."""
    path = f"content/{story_id}.{language}.md"
    references = tuple(Reference("story", target, Location(path, 5, 1)) for target in points_at)
    folder = story_id.partition("/")[0]
    return Story(
        story_id,
        language,
        folder.removesuffix("s"),
        path,
        {"title": story_id, **fields},
        "src",
        "b",
        references,
    )


def facts(*stories: Story, **changes: Any) -> Facts:
    """A small world: places, listed, and pages, directly under the language."""
    config = Config(
        name={"sv": "Prov"},
        description={},
        base_url="https://example.org",
        languages=LANGUAGES,
        source_language="sv",
        time_zone="Europe/Stockholm",
        **changes,
    )
    pages = kind("page", "pages", segment={"sv": "", "en": "", "da": ""}, listing=False)
    areas = {
        "city": Term("city", {"sv": "Staden"}),
        "north": Term("north", {"sv": "Norr"}, within="city"),
    }
    return Facts(
        config=config,
        kinds={"place": kind("place", "places"), "page": pages},
        vocabularies={
            "tags": Vocabulary(
                "tags", {"sv": "Ämnen"}, {"sv": "amnen"}, {"sea": Term("sea", {"sv": "Havet"})}
            ),
            "areas": Vocabulary("areas", {"sv": "Områden"}, {"sv": "omraden"}, areas),
        },
        blocks={},
        stories={(each.id, each.language): each for each in stories},
    )
