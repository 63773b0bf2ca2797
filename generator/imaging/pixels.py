"""Decoding to plain 8-bit pixels, and turning them upright."""

from __future__ import annotations

from PIL import Image, ImageMath

from .opening import Picture, decoding

Size = tuple[int, int]

_WIDE = {"I", "F", "I;16", "I;16B", "I;16L", "I;16N"}
_TURN = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_BITS_PER_SAMPLE = 258


def upright(image: Image.Image, orientation: int) -> Image.Image:
    """The picture as it is to be looked at."""
    return image.transpose(_TURN[orientation]) if orientation in _TURN else image


def _white_level(image: Image.Image) -> float:
    """The value that means white in a picture of more than 8 bits."""
    depth = getattr(image, "tag_v2", {}).get(_BITS_PER_SAMPLE, (16,))[0]
    if image.mode not in ("I", "F"):
        return 4095.0 if depth == 12 else 65535.0
    # Whole numbers of 32 bits and fractions have no agreed white: the smallest usual one that holds them all.
    top = image.getextrema()[1]
    highest = float(top[1] if isinstance(top, tuple) else top)
    if image.mode == "F" and highest <= 1:
        return 1.0
    return next((white for white in (255.0, 65535.0) if highest <= white), highest)


def _eight_bits(image: Image.Image) -> Image.Image:
    """Grey of more than 8 bits scaled to 8; Pillow's own ``convert("L")`` would cut it off at 255 instead."""
    white = _white_level(image)
    # Big-endian pixels (TIFF) can be converted and nothing else; 65535 fits into the whole numbers of "I".
    wide = image.convert("I") if image.mode.startswith("I;16") and image.mode != "I;16" else image
    scaled = wide.point(lambda value: value * (255.0 / white) + 0.5).convert("L")
    scaled.info.pop("transparency", None)
    clear = image.info.get("transparency")
    if not isinstance(clear, int) or image.mode == "F":
        return scaled
    # A PNG may name one of its 65536 greys as transparent (tRNS), which has to be found before scaling.
    seen = ImageMath.lambda_eval(
        lambda names: names["convert"](names["wide"] != clear, "L"), wide=image.convert("I")
    )
    scaled.putalpha(seen.point(lambda value: value * 255))
    return scaled.convert("RGBA")


def plain(image: Image.Image) -> Image.Image:
    """The loaded picture in one of the modes L, RGB, RGBA, CMYK, LAB; 8 bits a channel.

    CMYK and LAB stay, because only their ICC profile says what colours they are.
    """
    if image.mode in _WIDE:
        return _eight_bits(image)
    if image.mode in ("CMYK", "LAB"):
        return image
    if image.mode in ("LA", "La", "PA", "RGBa") or image.has_transparency_data:
        return image if image.mode == "RGBA" else image.convert("RGBA")
    if image.mode in ("1", "L"):
        return image.convert("L")
    return image if image.mode == "RGB" else image.convert("RGB")


def without_idle_alpha(image: Image.Image) -> Image.Image:
    """Without the alpha channel where it is opaque everywhere: it costs bytes and shows nothing."""
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        return image.convert("RGB")
    return image


def load(picture: Picture, least: Size) -> tuple[Image.Image, float, float]:
    """The stored (not turned) picture in plain pixels, and how much smaller it came, across and down (0-1).

    A JPEG is decoded to an eighth, quarter or half of its size where that still holds `least`, given as it is
    stored: libjpeg shrinks on load, 0.16 s for four widths of 12 Mpx instead of 0.28 s.
    """
    image = picture.image
    across = down = 1.0
    with decoding(picture.content, picture.kind):
        if picture.kind == "jpeg":
            width, height = image.size
            drafted = image.draft(None, least)
            if drafted:
                across, down = drafted[1][2] / width, drafted[1][3] / height
        image.load()
        return plain(image), across, down
