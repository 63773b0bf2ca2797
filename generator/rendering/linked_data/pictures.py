"""Pictures as ImageObject: where the file is, whose it is, and what others may do with it."""

from __future__ import annotations

from generator.indexing.addresses import absolute
from generator.rendering.linked_data.script import Node
from generator.rendering.look import Look
from generator.rendering.pictures import PhotoView, PictureView

ROLES = ("social", "hero", "figure", "card")
"""In which of the theme's roles a picture is shown to machines: the first that the theme has."""


def shared_picture(photo: PhotoView) -> PictureView | None:
    """A picture as machines get it: in the first of `ROLES` that the theme has."""
    return next((found for role in ROLES if (found := photo.picture(role))), None)


def image_object(look: Look, photo: PhotoView | None) -> Node | None:
    """The picture, with credit and licence; None if there is none or the theme shows none."""
    if photo is None:
        return None
    shown = shared_picture(photo)
    if shown is None:
        return None
    address = absolute(str(look.setting("base_url")), shown.src)
    return {
        "@type": "ImageObject",
        "@id": address,
        "contentUrl": address,
        "caption": photo.caption or shown.alt,
        "creditText": photo.credit,
        "creator": agent(look, photo.credit),
        "copyrightNotice": photo.credit,
        "license": photo.licence_url,
    }


def agent(look: Look, name: str | None) -> Node | None:
    """Somebody by name: an organisation if the site's publisher says so, else a person."""
    if not name:
        return None
    publisher = look.setting("publisher")
    return {"@type": "Organization" if name in publisher.values() else "Person", "name": name}
