"""Which renditions a page wants, and what a template needs to show them. No pixel is touched here.

A rendition's name holds a digest of the picture, the crop, the size, the encoding and the version of the
encoders: the address is known before there is a file, and what stands under it never changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.imaging.geometry import Box, crop_box, height_for, ladder
from generator.incremental.entries import digest
from generator.model.language import word
from generator.model.photo import LICENCES, Gallery, Photo, PictureSettings, Recipe, Rendition
from generator.model.problem import N_, Location, Problem, Severity, problem
from generator.rendering.look import Look

TYPES = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg", "png": "image/png"}
_ENDINGS = {"jpeg": "jpg", "animation": "webp"}
ANIMATION = "animation"
"""Format of a rendition that moves: an animated WebP."""
AS_IT_IS = ("svg",)
"""Formats that are cleaned and served whole: they have no pixels to derive others from."""


def crop_of(photo: Photo, ratio: tuple[int, int] | None) -> Box:
    """The part that is shown: the author's crop, else one around the author's focus, else the found one."""
    width, height = photo.pixels.width, photo.pixels.height
    if ratio is None:
        return Box(0, 0, width, height)
    said = photo.crops.get(f"{ratio[0]}:{ratio[1]}")
    if said:
        left, top, across, down = said
        return Box(
            round(left * width), round(top * height), round(across * width) or 1, round(down * height) or 1
        )
    return crop_box(width, height, ratio[0] / ratio[1], photo.focus or photo.pixels.focus)


def renditions(
    photo: Photo, recipe: Recipe, version: str, settings: PictureSettings | None = None
) -> list[Rendition]:
    """Every file of one picture in one role; the last one is the fallback that every browser can show."""
    made = partial(_rendition, photo, recipe.quality, version, settings or PictureSettings())
    if photo.pixels.format in AS_IT_IS:
        return [made(Box(0, 0, photo.pixels.width, photo.pixels.height), photo.pixels.width, "svg")]
    box = crop_of(photo, recipe.ratio)
    widths = ladder(box.width, recipe.widths)
    found = [made(box, width, format_) for format_ in recipe.formats for width in widths]
    if photo.pixels.frames > 1 and recipe.ratio is None:
        found.insert(0, made(box, widths[-1], ANIMATION))
    found.append(made(box, min(box.width, recipe.fallback_width), "png" if photo.pixels.alpha else "jpeg"))
    return found


def every_rendition(
    photo: Photo, recipe: Recipe, version: str, settings: PictureSettings | None = None
) -> list[Rendition]:
    """The renditions of a role and of its other crop for narrow screens."""
    found = renditions(photo, recipe, version, settings)
    if recipe.narrow and photo.pixels.format not in AS_IT_IS:
        found += renditions(photo, recipe.narrow, version, settings)[:-1]
    return found


def _rendition(
    photo: Photo, quality: str, version: str, settings: PictureSettings, box: Box, width: int, format_: str
) -> Rendition:
    height = height_for(box, width)
    crop = (box.left, box.top, box.width, box.height)
    written = (photo.credit, photo.licence_text or photo.licence) if settings.credit_in_files else ("", "")
    wide = settings.wide_gamut and quality == "hero"
    name = digest((photo.digest, crop, width, height, format_, quality, version, written, wide))[:12]
    output = f"assets/photos/{photo.name}-{width}.{name}.{_ENDINGS.get(format_, format_)}"
    return Rendition(photo.name, crop, width, height, format_, quality, output, *written, wide)


class SourceView(NamedTuple):
    """One ``<source>``."""

    type: str
    srcset: str
    sizes: str
    media: str = ""
    """Which screens it is for; empty if for all that are left."""
    width: int = 0
    """With `height` its shape, where that differs from the picture's own."""
    height: int = 0


def _sets(found: Iterable[Rendition]) -> Iterator[tuple[str, str]]:
    """(type, srcset) of each encoding, without the moving picture and the fallback of old browsers."""
    by_type: dict[str, list[str]] = defaultdict(list)
    for each in found:
        if each.format in TYPES:
            by_type[TYPES[each.format]].append(f"/{each.output} {each.width}w")
    for type_, candidates in by_type.items():
        yield type_, ", ".join(candidates)


class PictureView:
    """A picture in one role, ready for ``<picture>``."""

    def __init__(
        self, photo: PhotoView, recipe: Recipe, found: list[Rendition], narrow: Sequence[Rendition] = ()
    ) -> None:
        *sets, fallback = found
        self.alt = photo.alt
        self.src = f"/{fallback.output}"
        self.width = fallback.width
        self.height = fallback.height
        self.sizes = recipe.sizes
        self.first = recipe.first
        self.animation = next((f"/{each.output}" for each in sets if each.format == ANIMATION), None)
        """Address of the moving picture, for readers who do not mind motion; None for a still."""
        self.sources: list[SourceView] = []
        """For narrow screens first, if they have a crop of their own: a browser takes the first that fits."""
        if recipe.narrow and narrow:
            shape = narrow[-1].width, narrow[-1].height
            media = f"(width < {recipe.narrow.below})"
            self.sources += [
                SourceView(type_, srcset, recipe.narrow.sizes, media, *shape)
                for type_, srcset in _sets(narrow)
            ]
        self.sources += [SourceView(type_, srcset, recipe.sizes) for type_, srcset in _sets(sets)]

    @property
    def preloads(self) -> list[SourceView]:
        """What to announce: the best type, for each width of screen only its own crop."""
        best = [each for each in self.sources if each.type == self.sources[0].type]
        media = best[0].media
        return [
            each if each.media or not media else each._replace(media=f"not all and {media}") for each in best
        ]


class PhotoView:
    """A picture of the library as one story shows it, in the page's language."""

    def __init__(self, look: Look, photo: Photo, alt: str = "", caption: str = "") -> None:
        self._look = look
        self._photo = photo
        self._alt = alt
        self._caption = caption
        self.name = photo.name

    @property
    def alt(self) -> str:
        """What it shows, for those who cannot see it; empty if it is decoration."""
        if self._alt or self._photo.decorative:
            return self._alt
        return word(self._photo.alt, self._look.language, self._look.facts.config.source_language)

    @property
    def caption(self) -> str:
        """The words below it; may be empty."""
        if self._caption:
            return self._caption
        return word(self._photo.caption, self._look.language, self._look.facts.config.source_language)

    @property
    def credit(self) -> str:
        """Whose it is."""
        return self._photo.credit

    @property
    def licence(self) -> str:
        """Short name of its licence, or the words of a licence of its own."""
        return self._photo.licence_text if self._photo.licence == "own" else self._photo.licence

    @property
    def licence_url(self) -> str:
        """Address of the licence's text; may be empty."""
        return LICENCES.get(self._photo.licence, "")

    @property
    def colour(self) -> str:
        """Its mean colour, to stand in until it is there."""
        return self._photo.pixels.colour

    @property
    def upright(self) -> bool:
        """True if it is higher than wide, so that a wide crop would lose most of it."""
        return self._photo.pixels.height > self._photo.pixels.width

    @property
    def tone(self) -> str:
        """The nearest of 64 tones, e.g. ``tone-123``: a class, since a strict page has no inline styles."""
        return "tone-" + "".join(str(int(self.colour[at : at + 2], 16) >> 6) for at in (1, 3, 5))

    def picture(self, role: str) -> PictureView | None:
        """The picture in a role of the theme's; None if the theme has no such role."""
        look = self._look
        look.saw(f"recipe:{role}")
        recipe = look.facts.recipes.get(role)
        if recipe is None:
            return None
        look.wants.add((self.name, role))
        how = look.facts.imaging, look.setting("pictures")
        found = renditions(self._photo, recipe, *how)
        return PictureView(self, recipe, found, every_rendition(self._photo, recipe, *how)[len(found) :])


def photo_view(look: Look, name: str, alt: str = "", caption: str = "") -> PhotoView | None:
    """A picture by name; None if it may not be shown (there is no such picture, or its time is over)."""
    look.saw(f"photo:{name}")
    photo = look.indexes.photos.get(name)
    return PhotoView(look, photo, alt, caption) if photo else None


def check_sizes(gallery: Gallery, wanted: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Pictures that have fewer pixels than a large screen would get in a role they are shown in."""
    for name, role in sorted(set(wanted)):
        photo, recipe = gallery.photos.get(name), gallery.recipes.get(role)
        if photo is None or recipe is None or photo.pixels.format in AS_IT_IS:
            continue
        for crop in filter(None, (recipe, recipe.narrow)):
            width = crop_of(photo, crop.ratio).width
            if width >= crop.widths[-1]:
                continue
            yield problem(
                "photo-small",
                Location(photo.path),
                N_("Shown as {role} this picture is {width} pixels wide; large screens want {wanted}."),
                N_("Put a larger copy in its place if there is one. It is not enlarged."),
                severity=Severity.WARNING,
                role=role,
                width=width,
                wanted=crop.widths[-1],
            )


def all_renditions(gallery: Gallery, wanted: Iterable[tuple[str, str]]) -> dict[str, Rendition]:
    """Output path -> rendition of every (photo, role) that pages want."""
    return {
        each.output: each
        for name, role in sorted(set(wanted))
        if name in gallery.photos and role in gallery.recipes
        for each in every_rendition(
            gallery.photos[name], gallery.recipes[role], gallery.version, gallery.settings
        )
    }
