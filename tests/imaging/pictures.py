"""Pictures for the tests of imaging, all of them made here."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageDraw

from generator.imaging import Box, Encoding, Job, Variant
from generator.imaging.profiles import D65, SRGB_CURVE, matrix_profile

CORNERS = ((220, 30, 30), (30, 200, 40), (30, 40, 220), (230, 220, 40))
"""Upper left, upper right, lower left, lower right."""

ADOBE_RGB = matrix_profile("Adobe-like", ((0.64, 0.33), (0.21, 0.71), (0.15, 0.06)), D65, (2.19921875,))
SRGB_BY_ANOTHER_NAME = matrix_profile("c2", ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06)), D65, SRGB_CURVE)

LOSSLESS = Encoding("png", 100)


def corners(width: int = 64, height: int = 48, mode: str = "RGB") -> Image.Image:
    """Four coloured quarters: every turn and every flip of it is another picture."""
    image = Image.new("RGB", (width, height))
    for number, colour in enumerate(CORNERS):
        left, top = number % 2 * (width // 2), number // 2 * (height // 2)
        image.paste(colour, (left, top, left + width, top + height))
    return image.convert(mode)


def scene(width: int = 160, height: int = 120) -> Image.Image:
    """Something like a photo: soft ground, hard edges, many colours."""
    red = Image.linear_gradient("L").resize((width, height))
    green = Image.radial_gradient("L").resize((width, height))
    image = Image.merge("RGB", (red, green, red.transpose(Image.Transpose.ROTATE_180)))
    draw = ImageDraw.Draw(image)
    for step in range(0, width, 11):
        draw.line((step, 0, width - step, height), fill=(step % 256, 90, 200), width=2)
    draw.ellipse((width // 4, height // 4, width // 2, height // 2), fill=(224, 172, 105))
    return image


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    """The picture as a file of Pillow's format `kind`."""
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def opened(content: bytes) -> Image.Image:
    """The decoded picture."""
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def whole(width: int, height: int, *encodings: Encoding, to: int | None = None, **more: Any) -> Job:
    """A job for the uncropped picture, in its own size or in another width."""
    wide = to or width
    high = max(1, round(height * wide / width))
    return Job(
        Box(0, 0, width, height), tuple(Variant(wide, high, one) for one in encodings or (LOSSLESS,)), **more
    )


def far(one: Image.Image, other: Image.Image) -> int:
    """The largest difference of any channel of any pixel."""
    assert one.size == other.size
    pairs = zip(one.convert("RGBA").tobytes(), other.convert("RGBA").tobytes(), strict=True)
    return max(abs(a - b) for a, b in pairs)


FILES = {
    "jpeg": saved(scene(), "JPEG", quality=90),
    "progressive": saved(scene(), "JPEG", quality=90, progressive=True),
    "png": saved(scene(), "PNG"),
    "webp": saved(scene(), "WEBP", quality=80),
    "lossless webp": saved(scene(), "WEBP", lossless=True),
    "avif": saved(scene(), "AVIF", speed=9),
    "gif": saved(scene().quantize(64), "GIF"),
    "tiff": saved(scene(), "TIFF", compression="tiff_lzw"),
}
"""One small file of every format that is read."""
