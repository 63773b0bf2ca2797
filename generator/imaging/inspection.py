"""What a file says about itself before a pixel is decoded."""

from __future__ import annotations

from dataclasses import dataclass

from .colour import description
from .containers import SourceFormat, bit_depth, format_of
from .opening import Picture, decoding, open_picture
from .svg import measure_svg
from .unusable import Limits

_BITS_PER_SAMPLE = 258
_LONE_ALPHA = ("LA", "La", "PA", "RGBA", "RGBa")


@dataclass(frozen=True)
class Inspection:
    """The header of a picture. Pixels may still turn out to be cut or broken; `render` says so."""

    format: SourceFormat
    width: int
    """Upright: with the orientation applied."""
    height: int
    alpha: bool
    """Whether the file *can* be transparent; that its alpha is opaque everywhere, only pixels would tell."""
    frames: int
    """Pictures that follow one another in time; pages of a TIFF and previews in a JPEG do not count."""
    mode: str
    """Pillow's name of the pixel layout, such as ``RGB`` or ``CMYK``; empty for SVG."""
    profile: str
    """What the ICC profile calls itself; empty without one."""
    bits: int
    """Of one channel, as stored."""


def _bits(picture: Picture) -> int:
    if picture.kind == "tiff":
        depths = getattr(picture.image, "tag_v2", {}).get(_BITS_PER_SAMPLE, (1,))
        return max(int(depth) for depth in depths)
    return bit_depth(picture.content, picture.kind)


def _drawing(content: bytes) -> Inspection:
    width, height = measure_svg(content)
    return Inspection("svg", width, height, True, 1, "", "", 8)


def inspect(content: bytes, limits: Limits | None = None) -> Inspection:
    """Read the header (0.1 to 1 ms). Raises `Unusable` for what is no picture, too large, or broken there."""
    if format_of(content) == "svg":
        return _drawing(content)
    picture = open_picture(content, limits or Limits())
    image = picture.image
    profile = image.info.get("icc_profile")
    with decoding(content, picture.kind):
        alpha = image.mode in _LONE_ALPHA or image.has_transparency_data
        bits = _bits(picture)
    return Inspection(
        format=picture.kind,
        width=picture.width,
        height=picture.height,
        alpha=alpha,
        frames=picture.frames,
        mode=image.mode,
        profile=description(profile if isinstance(profile, bytes) else None),
        bits=bits,
    )
