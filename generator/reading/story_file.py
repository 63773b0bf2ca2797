"""One story file: front matter and body become a Story, or Problems that say why not."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from generator.incremental.entries import digest
from generator.model.body import to_data
from generator.model.kind import BlockType, Kind
from generator.model.problem import Location, Problem
from generator.model.story import Reference, Story
from generator.reading.front_matter import split_front_matter
from generator.reading.markdown import MarkdownOptions, parse_markdown
from generator.reading.printed import printed
from generator.reading.schema import references, validate, with_markdown
from generator.reading.text import decode
from generator.reading.yaml_text import parse_yaml


@dataclass(frozen=True, slots=True)
class StoryOptions:
    """All that the reading of a story depends on besides its own bytes."""

    id: str
    language: str
    kind: Kind
    is_source: bool
    """True for the file that holds the shared fields."""
    source_path: str
    """The file that holds them."""
    languages: tuple[str, ...]
    """Tags of the site, the source language first."""
    blocks: Mapping[str, BlockType]
    raw_html: bool = False


class ReadStory(NamedTuple):
    """What came of a story file. Without a story, the problems say why."""

    story: Story | None
    body: list[Any]
    """As `model.body.to_data` gives it."""
    problems: tuple[Problem, ...]


def read_story(content: bytes, path: str, options: StoryOptions) -> ReadStory:
    """Read one file. Never raises for what somebody wrote."""
    text, problems = decode(content, path)
    front = split_front_matter(text, path)
    parsed = parse_yaml(front.yaml_text, path, front.yaml_first_line)
    found = [*problems, *front.problems, *parsed.problems]
    if found and parsed.data is None:
        return ReadStory(None, [], tuple(found))
    kind = options.kind
    values, mistakes = validate(
        kind.fields,
        parsed.data,
        parsed.marks,
        parsed.raw,
        path,
        languages=options.languages,
        only="all" if options.is_source else "translatable",
        owner=kind.name,
    )
    found.extend(mistakes)
    markdown = MarkdownOptions(options.language, options.blocks, options.raw_html, options.languages)
    pointing = list(references(kind.fields, values, parsed.marks, path))

    def parse_field(written: str, key_path: str) -> object:
        where = parsed.marks.get(key_path, Location(path))
        inner = parse_markdown(written, path, where.line, markdown)
        found.extend(inner.problems)
        pointing.extend(inner.references)
        return to_data(inner.body)

    # The mark of what a translator translates is taken before typography, which may change.
    marked = text_digest(kind, values, front.body)
    translatable = tuple(field for field in kind.fields if field.translatable)
    values = with_markdown(kind.fields, printed(translatable, values, options.language), parse_field)
    body = parse_markdown(front.body, path, front.body_first_line, markdown)
    found.extend(body.problems)
    story = Story(
        id=options.id,
        language=options.language,
        kind=kind.name,
        path=path,
        fields=values,
        text_digest=marked,
        body_digest=digest((to_data(body.body), options.language)),
        references=tuple(_once([*pointing, *body.references])),
        anchors=body.anchors,
        words=body.words,
    )
    return ReadStory(story, to_data(body.body), tuple(found))


def _once(found: list[Reference]) -> list[Reference]:
    return list(dict.fromkeys(found))


_NOT_TRANSLATED = frozenset({"translation", "draft", "slug", "updated"})


def text_digest(kind: Kind, values: Mapping[str, Any], body: str) -> str:
    """A name for what a translator translates: the translatable fields and the body.

    White space and Unicode's choice of composition do not count: re-wrapping a paragraph must not make
    five translations stale.
    """
    parts = [
        (field.name, repr(values[field.name]))
        for field in kind.fields
        if field.translatable and field.name not in _NOT_TRANSLATED and field.name in values
    ]
    flat = " ".join(unicodedata.normalize("NFC", body).split())
    return digest((parts, flat))[:12]


def story_entries(story: Story) -> dict[str, str]:
    """The facts a story gives, by key: that it is there, each field, its body."""
    prefix = f"{story.id}.{story.language}"
    found = {f"{prefix}#{name}": digest(value) for name, value in story.fields.items()}
    found[prefix] = digest(story.kind)
    found[f"{prefix}#body"] = story.body_digest
    return found
