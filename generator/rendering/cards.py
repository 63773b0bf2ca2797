"""Which cards pages want. Like that of a rendition, a card's name is a digest of all that is in it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.imaging import CARD_SPEC
from generator.incremental.entries import digest
from generator.model.card import CARD, HEIGHT, PICTURE, WIDTH, Card, CardDesign, CardWords
from generator.model.facts import Facts
from generator.model.photo import Gallery, Photo
from generator.rendering.look import Look
from generator.rendering.pictures import AS_IT_IS, PhotoView, crop_of


def design_of(facts: Facts) -> CardDesign | None:
    """How the theme's cards look; None if it has none, or lacks a font it names."""
    recipe = facts.card
    if recipe is None:
        return None
    names = (recipe.font, *recipe.fonts.values())
    if any(name not in facts.assets for name in names):
        return None
    fonts = {name: (facts.assets[name], facts.digests[facts.assets[name]]) for name in names}
    return CardDesign(recipe, fonts, f"{CARD_SPEC} {facts.imaging}")


class CardView:
    """A card, as what stands beside a shared link."""

    width, height = WIDTH, HEIGHT

    def __init__(self, card: Card, picture: str) -> None:
        """`picture` describes the picture in it."""
        self.src = f"/{card.output}"
        self.alt = ". ".join(part.rstrip(".") for part in (card.title, picture) if part) + "."


def card_view(look: Look, words: CardWords, photo: PhotoView | None) -> CardView | None:
    """The card that says `words` over a picture; None if the theme has no cards."""
    look.saw("card")
    design = design_of(look.facts)
    if design is None:
        return None
    look.saw(f"asset:{design.font_of(words.language)}")
    name = photo.name if photo else ""
    look.wants.add((name, words.to_role()))
    return CardView(card_of(design, look.indexes.photos.get(name), words), photo.alt if photo else "")


def card_of(design: CardDesign, photo: Photo | None, words: CardWords) -> Card:
    """The card that says `words` over a picture. A drawing without pixels is left out."""
    crop, said = (0, 0, 0, 0), ""
    if photo is not None and photo.pixels.format not in AS_IT_IS:
        box = crop_of(photo, PICTURE)
        crop, said = (box.left, box.top, box.width, box.height), photo.digest
    else:
        photo = None
    path, letters = design.fonts[design.font_of(words.language)]
    recipe = design.recipe
    colours = (recipe.ink, recipe.ground, recipe.accent)
    shown = (words.title, words.kicker, words.site, words.language, words.direction)
    name = digest((said, crop, shown, letters, colours, design.version))[:12]
    stem = photo.name if photo else "card"
    output = f"assets/photos/{stem}-card-{words.language}.{name}.jpg"
    return Card(output, photo.name if photo else "", crop, *shown, path)


def all_cards(gallery: Gallery, wanted: Iterable[tuple[str, str]]) -> dict[str, Card]:
    """Output path -> card, of every card among the pictures that pages want."""
    if gallery.cards is None:
        return {}
    found = (
        card_of(gallery.cards, gallery.photos.get(name), CardWords.from_role(role))
        for name, role in sorted(set(wanted))
        if role.startswith(CARD)
    )
    return {card.output: card for card in found}
