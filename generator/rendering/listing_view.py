"""How a listing is narrowed and grouped, as templates see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from generator.indexing.addresses import listing_address
from generator.indexing.facets import AT_ONCE, facet_address, inner, values_of
from generator.indexing.pages import cards_address, narrowed_at_once
from generator.model.kind import FieldType, Kind
from generator.rendering.look import Look
from generator.rendering.views import TermView
from generator.rendering.words import language_name

if TYPE_CHECKING:
    from generator.rendering.story_view import StoryView

_MANY = frozenset({FieldType.LIST, FieldType.LANGUAGES})


def value_name(look: Look, kind: Kind, field_name: str, value: str) -> str:
    """A facet's value as readers of the page see it: ``Fri entré``, ``Inomhus``, ``Råå``, ``arabiska``."""
    field = kind.field(field_name)
    if field is None:
        return value
    sorting = inner(field)
    if sorting.type is FieldType.BOOLEAN:
        return look.word(field.label, f"kind:{kind.name}#fields")
    if sorting.type is FieldType.TERM:
        return TermView(look, sorting.vocabulary, value).name
    if sorting.type is FieldType.LANGUAGES:
        look.saw("site#languages")
        return language_name(look, value)
    return look.word(sorting.choices.get(value, {}), f"kind:{kind.name}#fields") or value


def value_url(look: Look, kind: Kind, field: str, value: str, tag: str = "", number: int = 1) -> str | None:
    """Address of a page of a facet in a language (the page's unless told), or None if it has none."""
    tag = tag or look.language.tag
    subject = f"{kind.name}/{field}/{value}"
    look.saw(f"facet-pages:{tag}/{subject}")
    count = len(look.indexes.facet_pages.get((tag, subject), ()))
    if not count:
        return None
    for name in ("segment", "facets", "fields"):
        look.saw(f"kind:{kind.name}#{name}")
    language = look.facts.config.by_tag[tag]
    return facet_address(look.facts, kind, field, value, language, number if number <= count else 1)


def _term_url(look: Look, kind: Kind, name: str, value: str) -> str | None:
    """Where values have no pages of their own: the page of the term, with stories of all kinds."""
    look.saw(f"kind:{kind.name}#facets")
    field = kind.field(name)
    paged = any(facet.pages for facet in kind.facets if facet.name == name)
    if paged or field is None or inner(field).type is not FieldType.TERM:
        return None
    return TermView(look, inner(field).vocabulary, value).url


def values_under(look: Look, kind: Kind, story_id: str) -> dict[str, list[str]]:
    """Under which values of its kind's facets a story falls: field -> values."""
    look.saw(f"kind:{kind.name}#facets")
    found = {}
    for facet in kind.facets:
        field = kind.field(facet.name)
        if field is None:
            continue
        look.field(story_id, look.source_language(story_id), field)
        values = values_of(look.facts, kind, facet, story_id)
        for value in values if inner(field).vocabulary else ():
            look.saw(f"term:{inner(field).vocabulary}/{value}")
        if values:
            found[facet.name] = list(values)
    return found


class FilterView:
    """By what readers can narrow a kind's listing, and by what this page does."""

    def __init__(self, look: Look, kind: Kind, current: tuple[str, str] | None = None) -> None:
        self._look = look
        self._kind = kind
        self._current = current

    @property
    def url(self) -> str:
        """Address of the whole listing."""
        self._look.saw(f"kind:{self._kind.name}#segment")
        return listing_address(self._look.facts, self._kind.name, self._look.language)

    @property
    def data_url(self) -> str | None:
        """Address of all its stories, for browsers that narrow the listing at once; None if too many."""
        look, name = self._look, self._kind.name
        look.saw(f"listing:{look.language.tag}/{name}")
        look.saw("template:cards.json")
        if not narrowed_at_once(look.facts, name, self.count):
            return None
        look.saw(f"kind:{name}#segment")
        return cards_address(look.facts, name, look.language)

    @property
    def count(self) -> int:
        """Stories in the whole listing, while they can be narrowed at once."""
        look = self._look
        look.saw(f"listed:{look.language.tag}/{self._kind.name}")
        cut = look.indexes.listings.get((look.language.tag, self._kind.name), ())
        return min(sum(map(len, cut)), AT_ONCE + 1)

    @property
    def current(self) -> dict[str, str] | None:
        """The value whose page this is: ``{field, value, name}``."""
        if self._current is None:
            return None
        field, value = self._current
        return {"field": field, "value": value, "name": value_name(self._look, self._kind, field, value)}

    @property
    def groups(self) -> list[dict[str, Any]]:
        """Facets in the order of their declaration, each with its values; those of yes or no stand together.

        ``{field, label, all, values: [{field, value, name, count, url, current}]}``; `label` is empty for the
        group of yes or no. `all`: values add up (a lift and a toilet) instead of standing beside each other.
        """
        look, kind = self._look, self._kind
        look.saw(f"facets:{look.language.tag}/{kind.name}")
        groups: list[dict[str, Any]] = []
        flags: list[dict[str, Any]] = []
        for name, counted in look.indexes.facets.get((look.language.tag, kind.name), ()):
            field = kind.field(name)
            if field is None:
                continue
            values = [
                {
                    "field": name,
                    "value": value,
                    "name": value_name(look, kind, name, value),
                    "count": count,
                    "url": value_url(look, kind, name, value) or _term_url(look, kind, name, value),
                    "current": self._current == (name, value),
                }
                for value, count in counted
            ]
            if field.type is FieldType.BOOLEAN:
                flags += values
                continue
            label = look.word(field.label, f"kind:{kind.name}#fields")
            groups.append({"field": name, "label": label, "all": field.type in _MANY, "values": values})
        if flags:
            groups.append({"field": "", "label": "", "all": True, "values": flags})
        return groups


def grouped(look: Look, kind: Kind, stories: Sequence[StoryView]) -> list[dict[str, Any]]:
    """The stories of a listing in groups ``{key, title, stories}``; empty if its kind is not grouped.

    What takes place is ``coming`` or ``past``, for which the theme has the words; what belongs to a choice,
    such as the phases of a move, stands under it in the order of the choices.
    """
    look.saw(f"kind:{kind.name}#occurs")
    look.saw(f"kind:{kind.name}#group")
    field = kind.field(kind.group) if kind.group else None
    if kind.occurs is None and field is None:
        return []
    titles = field.choices if field else {}
    found: dict[str, list[StoryView]] = {}
    for story in stories:
        key = str(story.field(kind.group) or "") if field else "past" if story.over else "coming"
        found.setdefault(key, []).append(story)
    return [
        {
            "key": key,
            "title": look.word(titles.get(key, {}), f"kind:{kind.name}#fields") if field else "",
            "stories": each,
        }
        for key, each in found.items()
    ]
