"""The site itself, and who publishes it."""

from __future__ import annotations

from generator.indexing.addresses import absolute
from generator.indexing.pages import asset_address
from generator.rendering.linked_data.script import Node
from generator.rendering.look import Look
from generator.rendering.views import SiteView

LOGO = "icon-512.png"


def website_id(look: Look) -> str:
    """The name of the site, the same on every page."""
    return f"{look.setting('base_url')}/#website"


def publisher_id(look: Look) -> str:
    """The name of whoever publishes it, the same on every page."""
    return f"{look.setting('base_url')}/#publisher"


def website(look: Look, site: SiteView) -> Node:
    """The site in the reader's language, with a way to search it if there is one."""
    node: Node = {
        "@type": "WebSite",
        "@id": website_id(look),
        "url": f"{site.url}/",
        "name": site.name,
        "description": site.description,
        "inLanguage": [language.tag for language in site.languages],
        "publisher": {"@id": publisher_id(look)} if site.publisher.get("name") else None,
        "license": site.publisher.get("licence"),
    }
    if site.search_url:
        template = absolute(site.url, site.search_url) + "?q={search_term_string}"
        node["potentialAction"] = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": template},
            "query-input": "required name=search_term_string",
        }
    return node


def part_of(look: Look, site: SiteView) -> Node:
    """The site as a page speaks of it."""
    return {"@type": "WebSite", "@id": website_id(look), "name": site.name, "url": f"{site.url}/"}


def publisher(look: Look, site: SiteView) -> Node | None:
    """Who publishes the site, as its settings say; None if they do not."""
    said = site.publisher
    if not said.get("name"):
        return None
    look.saw(f"asset:{LOGO}")
    path = look.facts.assets.get(LOGO)
    logo = absolute(site.url, asset_address(LOGO, look.facts.digests[path])) if path else None
    return {
        "@type": "Organization",
        "@id": publisher_id(look),
        "name": said["name"],
        "url": f"{site.url}/",
        "email": said.get("email"),
        "logo": {"@type": "ImageObject", "url": logo, "contentUrl": logo} if logo else None,
    }
