"""A story as templates see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from generator.indexing.located import position_fields
from generator.model.kind import Field, FieldType
from generator.model.language import word
from generator.rendering.body import RenderPart, render_body
from generator.rendering.look import Look
from generator.rendering.map_view import DrawingView, locator
from generator.rendering.pictures import PhotoView, photo_view
from generator.rendering.views import KindView, LanguageView, TermView

READING_SPEED = 200
"""Words a minute; ordinary prose on a screen (Brysbaert 2019 gives 238 for English, less for others)."""

_COMMON = frozenset(
    [
        "title",
        "summary",
        "slug",
        "image",
        "date",
        "updated",
        "author",
        "tags",
        "area",
        "related",
        "sources",
        "featured",
        "draft",
        "publish",
        "expires",
        "review_by",
        "translation",
        "menu",
        "menu_order",
        "menu_title",
    ]
)
"""Fields that pages show in places of their own rather than in the facts box."""


def no_parts(_: str, __: dict[str, Any]) -> str:
    """For views of stories whose text is not shown."""
    raise RuntimeError("a body cannot be rendered here")


class StoryView:
    """One story in the text a reader of the page's language gets."""

    __slots__ = ("_kind", "_look", "_render_part", "_text", "id")

    def __init__(self, look: Look, story_id: str, render_part: RenderPart) -> None:
        self.id = story_id
        self._look = look
        self._render_part = render_part
        self._text = look.text_language(story_id) or look.source_language(story_id)
        self._kind = look.kind(story_id)

    def seen_by(self, look: Look) -> bool:
        """True if this view answers for that look."""
        return self._look is look

    def field(self, name: str) -> Any:
        """A field's stored value, or None."""
        declared = self._look.facts.fields[self._kind.name].get(name)
        return None if declared is None else self._look.field(self.id, self._text, declared)

    def _text_of(self, name: str) -> str | None:
        value = self.field(name)
        return None if value is None else str(value)

    @property
    def key(self) -> str:
        """``karnan`` of ``places/karnan``"""
        return self.id.rpartition("/")[2]

    @property
    def kind(self) -> KindView:
        """What sort of story it is."""
        return KindView(self._look, self._kind)

    @property
    def language(self) -> LanguageView:
        """Language of its text."""
        return LanguageView(self._look.facts.config.by_tag[self._text])

    @property
    def foreign(self) -> bool:
        """True if its text is in another language than the page."""
        return self._text != self._look.language.tag

    @property
    def url(self) -> str | None:
        """Address for a reader of the page's language."""
        return self._look.url(self.id)

    @property
    def title(self) -> str:
        """The title."""
        return str(self.field("title") or "")

    @property
    def summary(self) -> str:
        """The lead."""
        return str(self.field("summary") or "")

    @property
    def image(self) -> PhotoView | None:
        """Its picture, if it has one that may be shown."""
        said = self.field("image")
        return (
            photo_view(self._look, said["name"], said.get("alt", ""), said.get("caption", ""))
            if said
            else None
        )

    @property
    def date(self) -> str | None:
        """ISO date, or None."""
        return self._text_of("date")

    @property
    def updated(self) -> str | None:
        """ISO date, or None."""
        return self._text_of("updated")

    @property
    def author(self) -> str | None:
        """Who wrote it."""
        return self._text_of("author")

    @property
    def featured(self) -> bool:
        """Lifted on the front page."""
        return bool(self.field("featured"))

    @property
    def tags(self) -> list[TermView]:
        """Topics."""
        return [TermView(self._look, "tags", key) for key in self.field("tags") or ()]

    @property
    def area(self) -> TermView | None:
        """Where it belongs."""
        key = self.field("area")
        return TermView(self._look, "areas", key) if key else None

    @property
    def position(self) -> dict[str, Any] | None:
        """Where it is: ``{lat, lon}`` with `accuracy` in metres and `source` if they are known."""
        name = position_fields(self._look.facts).get(self._kind.folder)
        self._look.saw(f"kind:{self._kind.name}#fields")
        found = self.field(name) if name else None
        return dict(found) if found else None

    @property
    def locator(self) -> DrawingView | None:
        """A small map of where it is; None without a position or a map."""
        position = self.position
        return locator(self._look, position) if position else None

    @property
    def over(self) -> bool:
        """True if it took place and is over."""
        self._look.saw(f"over:{self.id}")
        return self.id in self._look.indexes.over

    @property
    def areas(self) -> list[TermView]:
        """Where it belongs, from the nearest to the widest: the district, its town."""
        found = [self.area] if self.area else []
        while found and (wider := found[-1].within):
            found.append(wider)
        return found

    @property
    def sources(self) -> list[dict[str, Any]]:
        """Where its facts come from."""
        return [dict(source) for source in self.field("sources") or ()]

    @property
    def body(self) -> Markup:
        """The text as HTML."""
        return render_body(self._look.body(self.id, self._text), self._look, self._render_part)

    @property
    def minutes(self) -> int:
        """Reading time in whole minutes, at least one."""
        return max(1, round(self._look.words(self.id, self._text) / READING_SPEED))

    @property
    def translation(self) -> dict[str, Any] | None:
        """How its text was translated; None for the source text."""
        source = self._look.source_language(self.id)
        if self._text == source:
            return None
        said = self.field("translation") or {}
        self._look.saw(f"stale:{self.id}.{self._text}")
        return {
            "by": said.get("by"),
            "stale": (self.id, self._text) in self._look.indexes.stale,
            "source": LanguageView(self._look.facts.config.by_tag[source]),
            "source_url": self._look.url(self.id, source),
        }

    @property
    def related(self) -> list[StoryView]:
        """What to read next."""
        return [self._other(each) for each in self._look.ask("related", self.id)]

    @property
    def mentions(self) -> list[StoryView]:
        """Stories that point at this one."""
        return [self._other(each) for each in self._look.ask("mentions", self.id)]

    @property
    def previous(self) -> StoryView | None:
        """The one before it in its kind's listing."""
        before = self._look.ask("neighbours", self.id, (None, None))[0]
        return self._other(before) if before else None

    @property
    def next(self) -> StoryView | None:
        """The one after it in its kind's listing."""
        after = self._look.ask("neighbours", self.id, (None, None))[1]
        return self._other(after) if after else None

    @property
    def facts(self) -> list[dict[str, Any]]:
        """The kind's own fields that are filled, ready to show."""
        shown = []
        for field in self._kind.fields:
            if field.name in _COMMON:
                continue
            value = self._look.field(self.id, self._text, field)
            if value is None or value == []:
                continue
            type_, view = self._shown(field, value)
            if view not in (None, []):
                label = self._look.word(field.label, f"kind:{self._kind.name}#fields")
                shown.append({"name": field.name, "label": label, "type": type_, "value": view})
        return shown

    def _other(self, story_id: str) -> StoryView:
        return StoryView(self._look, story_id, self._render_part)

    def _shown(self, field: Field, value: Any) -> tuple[str, Any]:
        """A value's type for the template, and the value as a view."""
        show = _SHOWN.get(field.type)
        if show is not None:
            return show(self, field, value)
        return field.type.value, value

    def _shown_relation(self, field: Field, value: Any) -> tuple[str, Any]:
        return "relation", self._other(value) if self._look.url(value) else None

    def _shown_choice(self, field: Field, value: Any) -> tuple[str, Any]:
        look = self._look
        look.saw(f"kind:{self._kind.name}#fields")
        return "choice", word(field.choices.get(value, {}), look.language, look.facts.config.source_language)

    def _shown_term(self, field: Field, value: Any) -> tuple[str, Any]:
        return "text", TermView(self._look, field.vocabulary, value).name

    def _shown_list(self, field: Field, value: Any) -> tuple[str, Any]:
        inner = field.of
        if inner is None:
            return "list", value
        views = [self._shown(inner, item)[1] for item in value]
        views = [view for view in views if view is not None]
        return ("relations" if inner.type is FieldType.RELATION else "list"), views

    def _shown_object(self, field: Field, value: Any) -> tuple[str, Any]:
        rows = []
        for part in field.fields:
            if value.get(part.name) is not None:
                label = self._look.word(part.label, f"kind:{self._kind.name}#fields")
                type_, view = self._shown(part, value[part.name])
                rows.append({"name": part.name, "label": label, "type": type_, "value": view})
        return "object", rows


_SHOWN: dict[FieldType, Callable[[StoryView, Field, Any], tuple[str, Any]]] = {
    FieldType.RELATION: StoryView._shown_relation,
    FieldType.CHOICE: StoryView._shown_choice,
    FieldType.TERM: StoryView._shown_term,
    FieldType.LIST: StoryView._shown_list,
    FieldType.OBJECT: StoryView._shown_object,
}
