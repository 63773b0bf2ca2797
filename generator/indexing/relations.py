"""Who points at whom, and what to read next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from generator.model.facts import Facts

RELATED = 5
"""How many related stories a page shows."""
_MOST_TAGS = 6
"""Tags of one story that count for relatedness: 2^6 combinations are still few."""

Ids = tuple[str, ...]


def mentions(facts: Facts, languages: Mapping[str, tuple[str, ...]]) -> dict[str, Ids]:
    """Id -> ids of visible stories that point at it, in a field or in the text of any language; sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    for story_id, tags in languages.items():
        for tag in tags:
            for reference in facts.stories[story_id, tag].references:
                if (
                    reference.sort == "story"
                    and reference.field != "related"
                    and reference.target != story_id
                ):
                    found[reference.target].add(story_id)
    return {target: tuple(sorted(ids)) for target, ids in found.items() if target in languages}


def related(
    chosen: Mapping[str, Sequence[str]], tags: Mapping[str, Sequence[str]], newest_first: Iterable[str]
) -> dict[str, Ids]:
    """Id -> up to RELATED ids: those its author chose, then those that share most tags, newest first.

    Every story is filed under each combination of its tags, the newest few a combination. The stories
    sharing k tags with another are then those under its combinations of k tags: linear in the number of
    stories, where counting shared tags pair by pair is quadratic for a common tag.
    """
    ids = list(newest_first)
    age = {story_id: position for position, story_id in enumerate(ids)}
    filed: dict[tuple[str, ...], list[str]] = defaultdict(list)
    combos: dict[str, list[tuple[str, ...]]] = {}
    for story_id in ids:
        own = sorted(tags.get(story_id, ())[:_MOST_TAGS])
        combos[story_id] = [combo for size in range(len(own), 0, -1) for combo in combinations(own, size)]
        for combo in combos[story_id]:
            if len(filed[combo]) <= RELATED:
                filed[combo].append(story_id)
    found = {}
    for story_id in ids:
        picked: dict[str, None] = {
            each: None for each in chosen.get(story_id, ()) if each in age and each != story_id
        }
        size = 0
        level: set[str] = set()
        for combo in [*combos[story_id], ()]:
            if len(combo) != size:
                picked.update(dict.fromkeys(sorted(level, key=age.__getitem__)))
                if len(picked) >= RELATED:
                    break
                size, level = len(combo), set()
            level.update(each for each in filed.get(combo, ()) if each != story_id)
        found[story_id] = tuple(picked)[:RELATED]
    return found
