"""The text itself: an article, a guide, a page about somebody. Who wrote it, when, and from what."""

from __future__ import annotations

from typing import Any

from generator.indexing.addresses import absolute
from generator.model.body import Block, from_data
from generator.model.kind import Schema
from generator.rendering.body import render_body
from generator.rendering.linked_data.pictures import agent
from generator.rendering.linked_data.script import Node
from generator.rendering.linked_data.site import part_of, publisher_id
from generator.rendering.linked_data.things import mapped
from generator.rendering.look import Look
from generator.rendering.plain import plain_text
from generator.rendering.story_view import StoryView
from generator.rendering.views import SiteView

STEPS = "steps"
"""The block that tells what to do, in order."""


def work(
    look: Look, story: StoryView, schema: Schema, site: SiteView, url: str, image: Node | None, made_up: bool
) -> Node:
    """The story as a text, at its absolute address. A made-up example is told of as a text and no more."""
    type_ = "Article" if made_up else schema.page or schema.type
    steps = _steps(look, story) if type_ == "HowTo" else []
    if type_ == "HowTo" and not steps:
        type_ = "Article"
    date, updated = story.date, story.updated
    return {
        "@type": type_,
        "@id": url,
        "url": url,
        "name": story.title,
        "headline": None if type_ == "HowTo" else story.title,
        "description": story.summary,
        "inLanguage": story.language.tag,
        "datePublished": date,
        "dateModified": updated or date,
        **({"dateCreated": date} if type_ == "ProfilePage" else {}),
        "author": agent(look, story.author),
        "publisher": {"@id": publisher_id(look)} if site.publisher.get("name") else None,
        "license": site.publisher.get("licence"),
        "isAccessibleForFree": True,
        "isPartOf": part_of(look, site),
        "image": {"@id": image["@id"]} if image else None,
        "keywords": [tag.name for tag in story.tags],
        "citation": [_source(source) for source in story.sources],
        **({} if made_up else mapped(look, story, schema, of_the_page=True)),
        **_own_fields(look, story, schema, made_up),
        **_translations(look, story, type_),
        "step": steps,
    }


def _own_fields(look: Look, story: StoryView, schema: Schema, made_up: bool) -> Node:
    """Of a work that is not about a thing: the fields that are the work's own, such as its audience."""
    return {} if schema.page or made_up else mapped(look, story, schema, of_the_page=False)


def _source(source: dict[str, Any]) -> Node:
    return {
        "@type": "CreativeWork",
        "name": source.get("title"),
        "url": source.get("url"),
    }


def _translations(look: Look, story: StoryView, type_: str) -> Node:
    """The same work in other languages: a source names its translations, a translation its source."""
    source = look.source_language(story.id)
    base = str(look.setting("base_url"))
    shown = look.indexes.texts[story.id]

    def told(tag: str) -> Node | None:
        url = look.url(story.id, tag)
        if not url or shown.get(tag) != tag:
            return None
        return {"@type": type_, "@id": absolute(base, url), "inLanguage": tag}

    if story.language.tag != source:
        return {"translationOfWork": told(source)}
    others = [language.tag for language in look.setting("languages") if language.tag != source]
    return {"workTranslation": [told(tag) for tag in others]}


def _steps(look: Look, story: StoryView) -> list[Node]:
    """What to do, in order, as the body's first list of steps says it."""
    for part in look.body(story.id, story.language.tag):
        if isinstance(part, Block) and part.name == STEPS:
            return [_step(look, item) for item in part.data.get("items") or ()]
    return []


def _step(look: Look, item: dict[str, Any]) -> Node:
    text = item.get("text") or []
    # A step's text holds words and links; what else a theme could show in it has no words to tell.
    html = render_body(from_data(text), look, lambda name, variables: "") if isinstance(text, list) else text
    return {"@type": "HowToStep", "name": item.get("title"), "text": plain_text(html)}
