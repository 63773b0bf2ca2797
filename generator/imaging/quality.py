"""Encodings, and the classes of quality that recipes name.

Classes are defined by how good a picture looks, not by a number of an encoder. AVIF at speed 6 reaches
SSIMULACRA2 70 at q56 (standard), 75 at q61 (hero), 66 at q52 (small, what sharp gives by default).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

Format = Literal["avif", "jpeg", "png", "webp"]
Subsampling = Literal["4:2:0", "4:4:4"]

# Nicolas Robidoux' table for 4:2:0, from the ImageMagick forum, "psychovisually relevant quantization
# tables" (topic 20333); compared value by value with table 3 of mozjpeg's jcparam.c, which uses it for
# luminance and chrominance alike. 0.927 x the bytes of the tables of JPEG Annex K at equal SSIMULACRA2.
_ROBIDOUX = (
    16, 16, 16, 18, 25, 37, 56, 85,
    16, 17, 20, 27, 34, 40, 53, 75,
    16, 20, 24, 31, 43, 62, 91, 135,
    18, 27, 31, 40, 53, 74, 106, 156,
    25, 34, 43, 53, 69, 94, 131, 189,
    37, 40, 62, 74, 94, 124, 169, 238,
    56, 53, 91, 106, 131, 169, 226, 311,
    85, 75, 135, 156, 189, 238, 311, 418,
)  # fmt: skip


@dataclass(frozen=True)
class Encoding:
    """How a picture is written. Fields that a format does not have are passed over."""

    format: Format
    quality: int
    """1-100. WebP: 100 is lossless. PNG: 100 is lossless, less means at most 256 colours."""
    speed: int = 6
    """AVIF only. 6 is 5.8 x the CPU of WebP; 8 is 2.0 x for 9 % more bytes; 5 is 4.4 x 6 for 2-4 % fewer."""
    subsampling: Subsampling = "4:2:0"
    """AVIF and JPEG. 4:4:4 gains nothing on photos and keeps the edges of coloured letters."""

    def __post_init__(self) -> None:
        if not (1 <= self.quality <= 100 and 0 <= self.speed <= 10):
            raise ValueError(f"{self} is outside of what encoders know")


def fast(encoding: Encoding) -> Encoding:
    """The same look in a third of the time: AVIF at speed 8, whose q57 scores what q56 does at speed 6."""
    if encoding.format != "avif" or encoding.speed >= 8:
        return encoding
    return replace(encoding, speed=8, quality=min(100, encoding.quality + 1))


def quantisation(quality: int) -> list[int]:
    """The 64 divisors of a JPEG in rows, scaled as libjpeg does (`jpeg_quality_scaling`), 1-255."""
    scale = 5000 // quality if quality < 50 else 200 - 2 * quality
    return [min(255, max(1, (value * scale + 50) // 100)) for value in _ROBIDOUX]


def _class(avif: int, jpeg: int, webp: int, subsampling: Subsampling = "4:2:0") -> Mapping[Format, Encoding]:
    return MappingProxyType(
        {
            "avif": Encoding("avif", avif, subsampling=subsampling),
            "jpeg": Encoding("jpeg", jpeg, subsampling=subsampling),
            "png": Encoding("png", 100),
            "webp": Encoding("webp", webp),
        }
    )


CLASSES: Mapping[str, Mapping[Format, Encoding]] = MappingProxyType(
    {
        "standard": _class(56, 75, 74),
        "hero": _class(61, 80, 80),
        "small": _class(52, 71, 68),
        # Screens, charts, logos: a letter's edge matters more than a byte.
        "graphic": _class(62, 85, 100, "4:4:4"),
    }
)
"""Name of a class -> format -> encoding."""
