"""A picture of the library: what it shows, whose it is, who may see it, and where its pixels are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.model.card import CardDesign
from generator.model.language import Words

LICENCES: Mapping[str, str] = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "CC-BY-ND-4.0": "https://creativecommons.org/licenses/by-nd/4.0/",
    "CC-BY-NC-SA-4.0": "https://creativecommons.org/licenses/by-nc-sa/4.0/",
    "CC-BY-NC-ND-4.0": "https://creativecommons.org/licenses/by-nc-nd/4.0/",
    "PDM-1.0": "https://creativecommons.org/publicdomain/mark/1.0/",
    "all-rights-reserved": "",
    "own": "",
}
"""SPDX-like name -> address of its text. ``own`` goes with words of its own in ``licence_text``."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """What the picture file itself says; the same for the same bytes."""

    format: str
    """``jpeg``, ``png``, ``webp``, ``avif``, ``gif``, ``tiff`` or ``svg``"""
    width: int
    """Upright."""
    height: int
    alpha: bool = False
    frames: int = 1
    focus: tuple[float, float] = (0.5, 0.5)
    """Where the eye goes, as far as a program can tell: x and y from 0 to 1."""
    colour: str = "#808080"
    """The mean, shown until the picture is there."""
    hash: str = ""
    """Perceptual: like pictures have like hashes. Sixteen hex digits."""
    placeholder: str = ""
    """A tiny WebP, base64."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture and its sidecar."""

    name: str
    """The file's name without its ending: what stories call it."""
    path: str
    digest: str
    """Of the picture file."""
    sidecar: str
    """Path of the sidecar."""
    pixels: Pixels
    alt: Words = field(default_factory=dict)
    decorative: bool = False
    caption: Words = field(default_factory=dict)
    credit: str = ""
    licence: str = ""
    licence_text: str = ""
    source: str = ""
    focus: tuple[float, float] | None = None
    """The author's; wins over the one found in the pixels."""
    crops: Mapping[str, tuple[float, float, float, float]] = field(default_factory=dict)
    """Ratio such as ``16:9`` -> left, top, width, height as shares of the picture."""
    ends: tuple[tuple[str, str], ...] = ()
    """(ISO date, why): when the picture may no longer be shown. Licence and consents."""

    def to_data(self) -> list[Any]:
        """The plain form that the store keeps."""
        values = [getattr(self, name) for name in self.__dataclass_fields__]
        values[4] = [getattr(self.pixels, name) for name in self.pixels.__dataclass_fields__]
        return values

    @classmethod
    def from_data(cls, data: list[Any]) -> Photo:
        """The inverse of `to_data`."""
        values = dict(zip(cls.__dataclass_fields__, data, strict=True))
        seen = dict(zip(Pixels.__dataclass_fields__, values["pixels"], strict=True))
        seen["focus"] = tuple(seen["focus"])
        values["pixels"] = Pixels(**seen)
        values["focus"] = tuple(values["focus"]) if values["focus"] else None
        values["crops"] = {ratio: tuple(box) for ratio, box in values["crops"].items()}
        values["ends"] = tuple((day, why) for day, why in values["ends"])
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a theme wants pictures of one role, from ``theme.yaml``."""

    role: str
    """``hero``, ``card``, ``figure``, ..."""
    widths: tuple[int, ...]
    """Pixels, rising."""
    sizes: str
    """How wide the picture is shown, as the ``sizes`` attribute says it."""
    ratio: tuple[int, int] | None = None
    """Width to height; None shows the whole picture."""
    quality: str = "standard"
    first: bool = False
    """True for the large picture a page begins with: loaded at once, never lazily."""
    formats: tuple[str, ...] = ("avif",)
    """Besides the fallback."""
    fallback_width: int = 960
    below: str = ""
    """For a narrow screen's recipe: the width of screens that are too wide for it, a CSS length."""
    narrow: Recipe | None = None
    """Another crop for narrow screens; its fallback is this one's."""


@dataclass(frozen=True, slots=True)
class PictureSettings:
    """What ``content/site.yaml`` says of pictures."""

    max_megapixels: float = 100
    """Larger files are refused: they are scans, panoramas or attacks."""
    credit_in_files: bool = False
    """Write credit and licence into every rendition."""
    wide_gamut: bool = False
    """Keep colours beyond sRGB in pictures of the class ``hero``."""


@dataclass(frozen=True)
class Gallery:
    """Pictures that may be shown now, and all ways the theme shows them."""

    photos: Mapping[str, Photo] = field(default_factory=dict)
    recipes: Mapping[str, Recipe] = field(default_factory=dict)
    version: str = ""
    """Of everything pixels depend on."""
    settings: PictureSettings = field(default_factory=PictureSettings)
    cards: CardDesign | None = None
    """How cards look; None: there are none."""
    wanted: frozenset[tuple[str, str]] = frozenset()
    """Of a preview: the cards that pages want, as (photo, words)."""


@dataclass(frozen=True, slots=True, order=True)
class Rendition:
    """One derived picture that a page wants; its name says all that its bytes depend on."""

    photo: str
    crop: tuple[int, int, int, int]
    """Left, top, width, height in pixels of the upright picture."""
    width: int
    height: int
    format: str
    quality: str
    output: str
    """Path in the site."""
    credit: str = ""
    copyright: str = ""
    """Written into the file, if the site wants it."""
    wide_gamut: bool = False
