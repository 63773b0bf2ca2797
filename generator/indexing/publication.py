"""Which stories the world may see now, and when that changes next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from generator.model.config import Config
from generator.model.facts import Facts


@dataclass(frozen=True, slots=True)
class Publication:
    """What is visible at one moment."""

    languages: Mapping[str, tuple[str, ...]]
    """Story id -> the languages it can be read in, its source language first."""
    due: datetime | None
    """The next moment at which something appears or goes away."""


def source_languages(facts: Facts) -> dict[str, tuple[str, ...]]:
    """Story id -> its languages, the source language first, then in the order of the site."""
    order = {tag: position for position, tag in enumerate(facts.config.tags)}
    order[facts.config.source_language] = -1
    found: dict[str, list[str]] = defaultdict(list)
    for story_id, language in facts.stories:
        found[story_id].append(language)
    return {
        story_id: tuple(sorted(tags, key=lambda tag: order.get(tag, 99)))
        for story_id, tags in sorted(found.items())
    }


def moment(text: str, config: Config) -> datetime:
    """A date-time as it was stored; without an offset it is the site's own time."""
    parsed = datetime.fromisoformat(text)
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=ZoneInfo(config.time_zone))


def publication(facts: Facts, now: datetime, *, drafts: bool = False) -> Publication:
    """What may be seen at `now`. With `drafts`, also drafts and what is not published yet."""
    visible: dict[str, tuple[str, ...]] = {}
    changes: list[datetime] = []
    for story_id, languages in source_languages(facts).items():
        source = facts.stories[story_id, languages[0]].fields
        publish, expires = source.get("publish"), source.get("expires")
        starts = moment(publish, facts.config) if publish else None
        ends = moment(expires, facts.config) if expires else None
        changes.extend(each for each in (starts, ends) if each and each > now)
        if ends and ends <= now:
            continue
        if drafts:
            visible[story_id] = languages
            continue
        if (starts and starts > now) or source.get("draft"):
            continue
        visible[story_id] = tuple(
            tag for tag in languages if not facts.stories[story_id, tag].fields.get("draft")
        )
    return Publication(visible, min(changes, default=None))
