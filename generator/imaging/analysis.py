"""What a picture looks like, in a few numbers: focus, colour, hash, placeholder."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PIL import Image

from .colour import to_web
from .geometry import upright_size
from .opening import open_picture
from .pixels import Size, load, upright, without_idle_alpha
from .quality import Encoding
from .saliency import focus_of
from .saving import encode
from .unusable import Limits

_WORK_SIDE = 192
"""Enough for 32 x 32 and 9 x 8 cells, and little enough that every step after decoding takes under 1 ms."""
_PLACEHOLDER_SIDE = 24
_PLACEHOLDER = Encoding("webp", 20)
_HASH_SIDE = 8


@dataclass(frozen=True)
class Analysis:
    """Of the first frame, upright, in sRGB."""

    focus: tuple[float, float]
    """Where people look first, x and y in 0-1; the middle of a flat picture."""
    colour: str
    """The mean colour, ``#rrggbb``; transparent pixels do not count."""
    hash: str
    """16 hexadecimal digits that differ in few bits between versions of one picture; see `distance`."""
    placeholder: bytes
    """A WebP of 24 px on its longer side: some 160 bytes to fill the place until the picture comes."""


def _within(width: int, height: int, side: int) -> Size:
    """The size with the longer side at most `side`."""
    longest = max(width, height, side)
    return max(1, round(width * side / longest)), max(1, round(height * side / longest))


def _mean(image: Image.Image) -> str:
    # Resizing multiplies by alpha, so what cannot be seen has no weight.
    one = image.resize((1, 1), Image.Resampling.BOX).convert("RGB").tobytes()
    return f"#{one.hex()}"


def _hash(image: Image.Image) -> str:
    """dHash: whether each of 8 x 8 cells is brighter than its right neighbour (N. Krawetz, 2013)."""
    cells = image.convert("L").resize((_HASH_SIDE + 1, _HASH_SIDE), Image.Resampling.BOX).tobytes()
    bits = 0
    for row in range(_HASH_SIDE):
        line = cells[row * (_HASH_SIDE + 1) : (row + 1) * (_HASH_SIDE + 1)]
        for left, right in pairwise(line):
            bits = bits << 1 | (left > right)
    return f"{bits:016x}"


def distance(one: str, other: str) -> int:
    """The number of bits, 0-64, by which two hashes differ; up to about 6 they are the same picture."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def analyse(content: bytes, limits: Limits | None = None) -> Analysis:
    """Decode as little as possible and look. Raises `Unusable`, also for SVG, which has no pixels."""
    picture = open_picture(content, limits or Limits())
    small = _within(picture.width, picture.height, _WORK_SIDE)
    stored = upright_size(*small, picture.orientation)
    image, _, _ = load(picture, stored)
    image = image.resize(stored, Image.Resampling.BOX, reducing_gap=2.0)
    profile = picture.image.info.get("icc_profile")
    managed, _ = to_web(image, profile if isinstance(profile, bytes) else None)
    seen = without_idle_alpha(upright(managed, picture.orientation))
    ground = seen
    if seen.mode == "RGBA":
        ground = Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen)
    tiny = seen.resize(_within(*seen.size, _PLACEHOLDER_SIDE), Image.Resampling.LANCZOS)
    return Analysis(focus_of(ground), _mean(seen), _hash(ground), encode(tiny, _PLACEHOLDER))
