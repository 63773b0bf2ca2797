"""Animations: GIF, APNG, WebP and AVIF sequences become the smallest animation that browsers play."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, Literal

from PIL import Image

from .colour import to_web
from .geometry import Box, height_for
from .opening import Picture, decoding, open_picture
from .pixels import plain, upright
from .quality import Encoding
from .saving import encode
from .unusable import Limits

_SLOW = 100
_TOO_FAST = 10
_LOSSY_QUALITY = 70
_LOSSLESS_PIXELS = 20_000_000


def _duration(image: Image.Image) -> int:
    """Milliseconds of the frame. Browsers show 10 ms and less as 100, since old files say 0 and mean that."""
    said = image.info.get("duration", 0)
    shown = round(said) if isinstance(said, (int, float)) and said == said else 0
    return min(shown, 65535 * 10) if shown > _TOO_FAST else _SLOW


def _plays(picture: Picture) -> int:
    """How often it is played, 0 for ever. A GIF counts *repetitions*, and without a count is played once."""
    said = picture.image.info.get("loop")
    plays = said if isinstance(said, int) and said >= 0 else None
    if picture.kind == "gif":
        return 1 if plays is None else plays + 1 if plays else 0
    return min(plays or 0, 65535)


def _frames(picture: Picture, width: int, height: int) -> Iterator[tuple[Image.Image, int]]:
    """Each frame whole, upright and in its final size, with its milliseconds."""
    image = picture.image
    size = image.size
    profile = image.info.get("icc_profile")
    before = int(bool(getattr(image, "default_image", False)))
    for number in range(before, before + picture.frames):
        with decoding(picture.content, picture.kind):
            image.seek(number)
            image.load()
            frame = plain(image)
        frame = frame.crop((0, 0, *size)) if frame.size != size else frame.copy()
        turned = upright(frame, picture.orientation)
        if turned.size != (width, height):
            turned = turned.resize((width, height), Image.Resampling.LANCZOS)
        managed, _ = to_web(turned, profile if isinstance(profile, bytes) else None)
        managed.info = {}
        yield managed.convert("RGBA" if managed.mode == "RGBA" else "RGB"), _duration(image)


def _saved(frames: list[Image.Image], kind: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    frames[0].save(stream, kind, save_all=True, append_images=frames[1:], **options)
    return stream.getvalue()


def _is_drawing(frame: Image.Image) -> bool:
    """Whether trying without loss is worth its time: 15 s for 20 Mpx of film, whose size it triples."""
    exact, near = (len(encode(frame.copy(), Encoding("webp", quality))) for quality in (100, _LOSSY_QUALITY))
    return exact <= 3 * near


def animate(
    content: bytes, width: int, limits: Limits | None = None, *, webp_only: bool = False
) -> tuple[bytes, Literal["webp", "gif"]]:
    """The animation at most `width` pixels wide, and its format: the smallest of WebP, lossy or not, and GIF.

    Both kinds of WebP are tried because drawings are smaller without loss and films with it; a GIF is tried
    where a GIF came in and is not shrunk, unless the file's name is given already (`webp_only`). Films, and
    more than 20 Mpx in all, are only tried with loss.
    Frames count as pixels towards the limits. Raises `Unusable`.
    """
    limits = limits or Limits()
    picture = open_picture(content, limits)
    limits.check(picture.width, picture.height, picture.frames)
    if width < 1:
        raise ValueError(f"an animation {width} pixels wide")
    wide = min(width, picture.width)
    high = height_for(Box(0, 0, picture.width, picture.height), wide)
    shown = list(_frames(picture, wide, high))
    frames = [frame for frame, _ in shown]
    if len({frame.mode for frame in frames}) > 1:
        frames = [frame.convert("RGBA") for frame in frames]
    timing: dict[str, Any] = {"duration": [duration for _, duration in shown]}
    plays = _plays(picture)
    tried: list[tuple[bytes, Literal["webp", "gif"]]] = [
        (_saved(frames, "WEBP", quality=_LOSSY_QUALITY, method=4, loop=plays, **timing), "webp")
    ]
    if wide * high * len(frames) <= _LOSSLESS_PIXELS and _is_drawing(frames[0]):
        lossless = _saved(frames, "WEBP", lossless=True, quality=50, method=3, loop=plays, **timing)
        tried.append((lossless, "webp"))
    if not webp_only and picture.kind == "gif" and wide == picture.width and picture.frames > 1:
        # A GIF of whole frames counts what came after the first showing; played once is no count at all.
        repeat = {} if plays == 1 else {"loop": max(0, plays - 1)}
        tried.append((_saved(frames, "GIF", disposal=2, **repeat, **timing), "gif"))
    return min(tried, key=lambda file: len(file[0]))
