"""Every picture of the library in every role, on one page of the preview: are the crops right?"""

from __future__ import annotations

from html import escape

from generator.model.photo import Gallery, Photo, Recipe
from generator.rendering.pictures import TYPES, crop_of, renditions

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; color-scheme: light dark }
article { border-block-start: 1px solid #8886; padding-block: 1rem }
div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start }
figure { margin: 0 } img { display: block; block-size: 11rem; inline-size: auto }
figcaption, dd { font-size: .875rem } dt { font-weight: 600 } dd { margin: 0 }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0 1rem }
"""


def contact_sheet(gallery: Gallery) -> str:
    """The page as HTML."""
    parts = [
        "<!doctype html><html lang=en><meta charset=utf-8><title>Pictures</title>",
        f"<style>{_STYLE}</style>",
    ]
    parts.append(f"<h1>{len(gallery.photos)} pictures, {len(gallery.recipes)} roles</h1>")
    for name, photo in sorted(gallery.photos.items()):
        parts.append(f"<article><h2>{escape(name)}</h2>{_facts(photo)}<div>")
        parts.extend(_in_role(photo, recipe, gallery) for recipe in gallery.recipes.values())
        parts.append("</div></article>")
    return "".join(parts)


def _facts(photo: Photo) -> str:
    x, y = photo.focus or photo.pixels.focus
    rows = {
        "size": f"{photo.pixels.width} x {photo.pixels.height} {photo.pixels.format}",
        "focus": f"{x:.2f}, {y:.2f} ({'author' if photo.focus else 'found'})",
        "credit": f"{photo.credit}, {photo.licence}",
        **{f"alt {tag}": text for tag, text in photo.alt.items()},
    }
    return "<dl>" + "".join(f"<dt>{escape(k)}</dt><dd>{escape(v)}</dd>" for k, v in rows.items()) + "</dl>"


def _in_role(photo: Photo, recipe: Recipe, gallery: Gallery) -> str:
    *sources, fallback = renditions(photo, recipe, gallery.version, gallery.settings)
    sets = "".join(
        f'<source type="{TYPES[each.format]}" srcset="/{each.output}">'
        for each in sources[-1:]
        if each.format in TYPES
    )
    box = crop_of(photo, recipe.ratio)
    return (
        f'<figure><picture>{sets}<img loading=lazy src="/{fallback.output}" width={fallback.width} '
        f'height={fallback.height} alt=""></picture>'
        f"<figcaption>{escape(recipe.role)}: {box.width} x {box.height}, {len(sources)} files</figcaption>"
        "</figure>"
    )
