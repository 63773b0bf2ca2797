"""A story's body becomes HTML: links find the reader's language, blocks their template."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup, escape

from generator.model.body import Block, Body, Figure, Html, Link, from_data
from generator.model.kind import Field, FieldType
from generator.rendering.look import Look
from generator.rendering.pictures import photo_view

RenderPart = Callable[[str, dict[str, Any]], str]
"""Name of a template without its ending, and its variables -> HTML."""


def render_body(body: Body, look: Look, render_part: RenderPart) -> Markup:
    """The finished HTML of a body for one reader."""
    pieces = []
    for part in body:
        match part:
            case Html(text):
                pieces.append(text)
            case Link():
                pieces.append(_opening(part, look))
            case Figure(name, alt, caption, inline):
                photo = photo_view(look, name, alt, caption)
                if photo is not None:
                    pieces.append(render_part("inline-picture" if inline else "figure", {"photo": photo}))
            case Block(name, data):
                look.saw(f"block:{name}")
                fields = look.facts.blocks[name].fields
                shown = {
                    field.name: _with_html(field, data.get(field.name), look, render_part) for field in fields
                }
                pieces.append(render_part(f"blocks/{name}", {"data": shown}))
    return Markup("".join(pieces))


def _opening(link: Link, look: Look) -> str:
    """``<a ...>``. Without a page to lead to it is a placeholder: the words stay, the link does not."""
    url = look.url(link.target)
    if url is None:
        return "<a>"
    fragment = f"#{link.fragment}" if link.fragment else ""
    text_language = look.text_language(link.target)
    other = f' hreflang="{escape(text_language)}"' if text_language != look.language.tag else ""
    return f'<a href="{escape(url)}{escape(fragment)}"{other}>'


def _with_html(field: Field, value: Any, look: Look, render_part: RenderPart) -> Any:
    """A block's value with its Markdown fields rendered."""
    if value is None:
        return None
    if field.type is FieldType.PHOTO:
        return photo_view(look, value["name"], value.get("alt", ""), value.get("caption", ""))
    if field.type is FieldType.MARKDOWN:
        return render_body(from_data(value), look, render_part)
    if field.type is FieldType.LIST and field.of is not None:
        shown = [_with_html(field.of, item, look, render_part) for item in value]
        return [item for item in shown if item is not None]
    if field.type is FieldType.OBJECT:
        return {
            inner.name: _with_html(inner, value.get(inner.name), look, render_part) for inner in field.fields
        }
    return value
