"""Opening a picture: from bytes to a Pillow image whose header was read and whose size is allowed.

The plugins are called by name instead of through ``Image.open``: the format is decided by content and before
any plugin sees it, formats nobody asked for stay closed, and the limit of 89 megapixels, which is one global
number that only warns, does not get in the way of ours.
"""

from __future__ import annotations

import importlib
import io
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PIL import (
    AvifImagePlugin,
    GifImagePlugin,
    Image,
    ImageFile,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from .containers import SourceFormat, format_of, gif_frames, png_exif, png_is_whole, riff_is_whole
from .geometry import upright_size
from .unusable import Limits, Unusable

_ORIENTATION = 0x0112
_DETAIL = 160

_PLUGINS: dict[SourceFormat, Callable[[io.BytesIO], ImageFile.ImageFile]] = {
    "avif": AvifImagePlugin.AvifImageFile,
    "gif": GifImagePlugin.GifImageFile,
    # Not `jpeg_factory`: the first picture of an MPO is the photo, the others are previews or a gain map.
    "jpeg": JpegImagePlugin.JpegImageFile,
    "png": PngImagePlugin.PngImageFile,
    "tiff": TiffImagePlugin.TiffImageFile,
    "webp": WebPImagePlugin.WebPImageFile,
}


class _Quiet:
    """Silences what Pillow warns of, such as a strange tag: people can do nothing about it.

    ``catch_warnings`` alone swaps a global list and may leave it silent for ever when two threads leave it
    in the wrong order; so only the first thread in and the last thread out touch it.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._inside = 0
        self._caught = warnings.catch_warnings()

    def __enter__(self) -> None:
        with self._lock:
            self._inside += 1
            if self._inside == 1:
                self._caught = warnings.catch_warnings()
                self._caught.__enter__()
                warnings.filterwarnings("ignore", module=r"PIL\b|pillow_heif\b")

    def __exit__(self, *exc: object) -> None:
        with self._lock:
            self._inside -= 1
            if not self._inside:
                self._caught.__exit__(None, None, None)


_QUIET = _Quiet()


def _is_cut(content: bytes, kind: SourceFormat | None, message: str) -> bool:
    """Whether the end of the file is missing, rather than something inside of it."""
    if kind == "webp":
        return not riff_is_whole(content)
    if kind == "png":
        return not png_is_whole(content)
    return "truncated" in message.lower() or "end of file" in message.lower()


@contextmanager
def decoding(content: bytes, kind: SourceFormat | None) -> Iterator[None]:
    """Turns whatever a decoder raises into `Unusable`.

    Every exception counts, not a list of them: plugins answer to bad bytes with OSError, SyntaxError,
    ValueError, TypeError, RuntimeError, struct.error, zlib.error and others. Only decoders stand inside.
    """
    try:
        with _QUIET:
            yield
    except Unusable:
        raise
    except (Image.DecompressionBombError, MemoryError) as error:
        raise Unusable("too-large", str(error)[:_DETAIL]) from error
    except Exception as error:
        message = str(error)[:_DETAIL]
        if "Decompressed data too large" in message or "text chunks" in message:
            raise Unusable("too-large", message) from error  # a bomb of text inside of a PNG
        raise Unusable("truncated" if _is_cut(content, kind, message) else "corrupt", message) from error


def _heif(content: bytes) -> ImageFile.ImageFile:
    try:
        plugin: Any = importlib.import_module("pillow_heif")
    except ImportError:
        raise Unusable("heic-needs-extra", "pillow-heif is not installed") from None
    opened: ImageFile.ImageFile = plugin.HeifImageFile(io.BytesIO(content))
    return opened


def _orientation(image: Image.Image, content: bytes, kind: SourceFormat) -> int:
    """EXIF orientation 1-8; 1 where there is none or an unreadable one, and where the decoder applies it."""
    if kind in ("tiff", "heic"):
        return 1
    if kind == "png" and "exif" not in image.info and (late := png_exif(content)):
        image.info["exif"] = late
    try:
        # The method of the base class: that of PNG would decode the whole picture in search of a late chunk.
        found = Image.Image.getexif(image).get(_ORIENTATION, 1)
    except Exception:  # EXIF is the least reliable part of any file, and the pixels may be perfect
        return 1
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


@dataclass(frozen=True)
class Picture:
    """An opened picture; its pixels are not decoded yet."""

    image: ImageFile.ImageFile
    content: bytes
    kind: SourceFormat
    orientation: int
    width: int
    """Of the upright picture, as all sizes below."""
    height: int
    frames: int
    """Pictures that follow one another in time; 1 for the pages of a TIFF and the previews of an MPO."""


def open_picture(content: bytes, limits: Limits) -> Picture:
    """Read the header. Raises `Unusable`, also for a picture over the limits."""
    if not content:
        raise Unusable("empty", "no bytes")
    kind = format_of(content)
    if kind is None or kind == "svg":
        raise Unusable("unknown-format", "a drawing has no pixels" if kind else "no picture of a known kind")
    frames = 1
    if kind == "gif":
        frames, width, height = gif_frames(content, limits.max_frames)
        limits.check(width, height)
    with decoding(content, kind):
        image = _heif(content) if kind == "heic" else _PLUGINS[kind](io.BytesIO(content))
        limits.check(*image.size)
        if kind in ("png", "webp", "avif"):
            # Pillow also counts the still that stands before an APNG for readers that know no such thing.
            frames = int(getattr(image, "n_frames", 1)) - bool(getattr(image, "default_image", False))
        orientation = _orientation(image, content, kind)
    width, height = upright_size(*image.size, orientation)
    return Picture(image, content, kind, orientation, width, height, max(1, frames))
