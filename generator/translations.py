"""Accepting translations: writing down which source text a translation was made from."""

from __future__ import annotations

from datetime import datetime

from generator.disk import Disk
from generator.reading.front_matter import split_front_matter
from generator.reading.yaml_text import parse_yaml
from generator.survey import Target, survey_of


def accept(disk: Disk, now: datetime, wanted: str | None = None, tag: str | None = None) -> list[str]:
    """Set ``translation.of`` of stale translations to their source's present text.

    `wanted` is a story id and `tag` a language; without them, all stale translations are accepted. Returns
    the paths of the files that were changed. Only the mark itself is changed, not a byte around it.
    """
    seen = survey_of(disk, now, Target(drafts=True))
    facts, indexes = seen.intake.light, seen.indexes
    if facts is None or indexes is None:
        return []
    changed = []
    for story_id, language in sorted(indexes.stale):
        if wanted not in (None, story_id) or tag not in (None, language):
            continue
        story = facts.stories[story_id, language]
        source = facts.stories[story_id, indexes.languages[story_id][0]]
        text = disk.read(story.path).decode("utf-8")
        marked = _with_mark(text, story.path, source.text_digest)
        if marked is not None:
            disk.write(story.path, marked.encode("utf-8"))
            changed.append(story.path)
    return changed


def _with_mark(text: str, path: str, digest: str) -> str | None:
    """The file's text with another value at ``translation.of``, or None if it has none."""
    front = split_front_matter(text, path)
    parsed = parse_yaml(front.yaml_text, path, front.yaml_first_line)
    place = parsed.marks.get("translation.of")
    if place is None:
        return None
    old = str(parsed.data["translation"]["of"])
    lines = text.splitlines(keepends=True)
    line, at = lines[place.line - 1], place.column - 1
    quote = line[at] if line[at] in "\"'" else ""
    written = f"{quote}{old}{quote}"
    if not line.startswith(written, at):
        return None
    lines[place.line - 1] = f'{line[:at]}"{digest}"{line[at + len(written) :]}'
    return "".join(lines)
