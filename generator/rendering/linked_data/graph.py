"""Which nodes the page of each type has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.indexing.addresses import absolute
from generator.model.page import Page, PageType
from generator.rendering.linked_data.pictures import image_object
from generator.rendering.linked_data.script import Node, as_script
from generator.rendering.linked_data.site import part_of, publisher, website
from generator.rendering.linked_data.things import thing
from generator.rendering.linked_data.values import schema_of, shared, thing_id
from generator.rendering.linked_data.works import work
from generator.rendering.look import Look
from generator.rendering.story_view import StoryView
from generator.rendering.views import SiteView

if TYPE_CHECKING:
    from generator.rendering.page_view import PageView


def linked_data(look: Look, page: Page, view: PageView, site: SiteView, story: StoryView | None) -> Markup:
    """What the page says, for machines. Empty for pages that search engines leave alone."""
    if view.noindex:
        return Markup("")
    nodes: list[Node | None]
    match page.type:
        case PageType.CHOOSER:
            nodes = [website(look, site), publisher(look, site)]
        case PageType.HOME:
            image = image_object(look, story.image) if story else None
            nodes = [website(look, site), publisher(look, site), _page(look, view, site, "WebPage"), image]
            if image and nodes[2]:
                nodes[2]["primaryImageOfPage"] = {"@id": image["@id"]}
        case PageType.STORY if story is not None:
            nodes = _story(look, view, site, story)
        case PageType.LISTING | PageType.TERM:
            listing = _page(look, view, site, "CollectionPage")
            listing["mainEntity"] = _items(site, view)
            nodes = [listing, _crumbs(site, view)]
        case PageType.TERMS | PageType.INDEX:
            nodes = [_page(look, view, site, "CollectionPage"), _crumbs(site, view)]
        case _:
            nodes = [_page(look, view, site, "WebPage"), _crumbs(site, view)]
    return as_script([node for node in nodes if node])


def _page(look: Look, view: PageView, site: SiteView, type_: str) -> Node:
    return {
        "@type": type_,
        "@id": view.canonical,
        "url": view.canonical,
        "name": view.head.headline,
        "description": view.description,
        "inLanguage": view.language.tag,
        "isPartOf": part_of(look, site),
        "breadcrumb": {"@id": f"{view.canonical}#breadcrumb"} if len(view.crumbs) > 1 else None,
    }


def _story(look: Look, view: PageView, site: SiteView, story: StoryView) -> list[Node | None]:
    schema = schema_of(look, story.id)
    made_up = bool(shared(look, story.id, "example"))
    image = image_object(look, story.image)
    text = work(look, story, schema, site, view.canonical, image, made_up)
    nodes: list[Node | None] = [text, image, publisher(look, site), _crumbs(site, view)]
    if len(view.crumbs) > 1 and text["@type"] in ("WebPage", "ProfilePage"):
        text["breadcrumb"] = {"@id": f"{view.canonical}#breadcrumb"}
    if schema.page and not made_up:
        text["mainEntity"] = {"@id": thing_id(look, story.id)}
        about = thing(look, story, schema, image)
        about["mainEntityOfPage"] = {"@id": view.canonical}
        nodes.insert(1, about)
    if text["@type"] in ("Article", "HowTo"):
        text["mainEntityOfPage"] = view.canonical
    return nodes


def _items(site: SiteView, view: PageView) -> Node:
    """The stories of a listing, in order."""
    found = [
        {"@type": "ListItem", "position": position, "url": absolute(site.url, story.url), "name": story.title}
        for position, story in enumerate(view.listed, start=1)
        if isinstance(story, StoryView) and story.url
    ]
    return {"@type": "ItemList", "numberOfItems": len(found), "itemListElement": found} if found else {}


def _crumbs(site: SiteView, view: PageView) -> Node | None:
    """The way from the front page; the last step is the page itself and needs no address."""
    crumbs = view.crumbs
    if len(crumbs) < 2:
        return None
    return {
        "@type": "BreadcrumbList",
        "@id": f"{view.canonical}#breadcrumb",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": crumb["title"],
                "item": absolute(site.url, crumb["url"]) if crumb["url"] else None,
            }
            for position, crumb in enumerate(crumbs, start=1)
        ],
    }
