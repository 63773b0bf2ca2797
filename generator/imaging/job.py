"""What is wanted of one picture: a crop, and the variants of it."""

from __future__ import annotations

from dataclasses import dataclass

from .geometry import Box
from .quality import Encoding


@dataclass(frozen=True)
class Variant:
    """One finished file: its size in pixels and how it is encoded."""

    width: int
    height: int
    encoding: Encoding


@dataclass(frozen=True)
class Job:
    """All variants of one crop of one picture; they share one decoding."""

    crop: Box
    """In pixels of the upright picture at its full size."""
    variants: tuple[Variant, ...]
    wide_gamut: bool = False
    """Colours beyond sRGB are kept, as Display P3 (some 530 bytes a file); sRGB pictures stay sRGB."""
    credit: str = ""
    copyright: str = ""
    """Both are written into the file, and nothing else is: EXIF tags 0x013B (Artist) and 0x8298."""

    def check(self, width: int, height: int) -> None:
        """Raise `ValueError`, for a bug of the caller, where the job does not fit an upright picture."""
        crop = self.crop
        if min(crop.left, crop.top) < 0 or crop.left + crop.width > width or crop.top + crop.height > height:
            raise ValueError(f"{crop} is not inside a picture of {width} x {height}")
        for variant in self.variants:
            if not (1 <= variant.width <= crop.width and 1 <= variant.height <= crop.height):
                raise ValueError(f"{variant} is empty or larger than {crop}: nothing is scaled up")
