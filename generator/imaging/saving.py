"""Encoding plain pixels, with nothing in the file but them and, where asked, two lines of rights."""

from __future__ import annotations

import io
import struct
from typing import Any

from PIL import Image

from .quality import Encoding, quantisation

_ARTIST = 0x013B
_COPYRIGHT = 0x8298
_ASCII = 2


def rights(credit: str, copyright: str) -> bytes:
    """A TIFF block with the tags Artist and Copyright; empty where both are.

    Written by hand because Pillow turns every letter beyond ASCII into a question mark. The type is ASCII, as
    EXIF 2.32 wants, and the bytes are UTF-8, as everybody writes and reads (IPTC recommends it).
    """
    lines = {_ARTIST: credit, _COPYRIGHT: copyright}
    # EXIF ends a text with NUL, and Copyright parts photographer and editor by one: none may come in.
    values = [(tag, text.replace("\0", " ").encode() + b"\0") for tag, text in lines.items() if text]
    if not values:
        return b""
    place = 8 + 2 + 12 * len(values) + 4
    entries = body = b""
    for tag, value in values:
        if len(value) <= 4:
            entries += struct.pack("<HHI4s", tag, _ASCII, len(value), value)
        else:
            entries += struct.pack("<HHII", tag, _ASCII, len(value), place + len(body))
            body += value + bytes(len(value) % 2)
    return b"II*\0" + struct.pack("<IH", 8, len(values)) + entries + bytes(4) + body


def _flat(image: Image.Image) -> Image.Image:
    """On white, for formats without transparency."""
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(ground, image).convert("RGB")


def _palette(image: Image.Image, quality: int) -> Image.Image:
    """With a palette where that loses nothing, or where the quality allows it (16 kB instead of 89)."""
    if image.mode == "L" or (quality == 100 and image.getcolors(256) is None):
        return image
    method = Image.Quantize.FASTOCTREE if image.mode == "RGBA" else Image.Quantize.MEDIANCUT
    few = image.quantize(256, method=method, dither=Image.Dither.NONE)
    # 256 colours at most is no promise that the quantiser finds exactly these.
    if quality == 100 and few.convert(image.mode).tobytes() != image.tobytes():
        return image
    return few


def _options(image: Image.Image, encoding: Encoding) -> dict[str, Any]:
    match encoding.format:
        case "avif":
            # The bytes depend on the number of threads and tiles, so both are fixed: one, none. The wheel has
            # only aom; naming it keeps other builds of libavif from answering with another encoder.
            return {
                "quality": encoding.quality,
                "speed": encoding.speed,
                "subsampling": "4:0:0" if image.mode == "L" else encoding.subsampling,
                "codec": "aom",
                "max_threads": 1,
                "autotiling": False,
            }
        case "jpeg":
            # One table for all channels, as mozjpeg has it; written once it saves 69 bytes.
            return {
                "qtables": [quantisation(encoding.quality)],
                "subsampling": encoding.subsampling,
                "progressive": True,
                "optimize": True,
            }
        case "png":
            return {"optimize": True}
        case "webp":
            lossless = encoding.quality == 100
            # For lossless the number is effort, of which more than 50 gains less than 1 %.
            return {"lossless": lossless, "quality": 50 if lossless else encoding.quality, "method": 4}


def encode(image: Image.Image, encoding: Encoding, exif: bytes = b"", icc: bytes = b"") -> bytes:
    """The file. `image` is L, RGB or RGBA; `exif` a TIFF block; `icc` a profile, or nothing for sRGB.

    Encoders let other threads work, but for that of JPEG, which holds the interpreter while it writes into
    memory (some 60 ms at 1920 px): processes serve better than threads.
    """
    # AVIF and PNG would write a profile they find here, JPEG a comment.
    image.info = {}
    if encoding.format == "jpeg":
        image = _flat(image)
        exif = exif and b"Exif\0\0" + exif
    elif encoding.format == "png":
        image = _palette(image, encoding.quality)
    named = {name: data for name, data in (("exif", exif), ("icc_profile", icc)) if data}
    stream = io.BytesIO()
    image.save(stream, encoding.format.upper(), **_options(image, encoding), **named)
    return stream.getvalue()
