"""How much memory a job takes, before it is begun.

Measured as growth of a process' greatest resident size (ru_maxrss) with Pillow 13 and aom 3.14, in MiB; a
fresh process with Pillow and its libraries has some 35 MiB, which are not counted. 12 Mpx each (4000 x 3000):

    JPEG -> AVIF 640 + 960 + 1280 + 1920 / 1920 / 960       89 / 88 / 31    (3840: 346)
    JPEG -> JPEG 1920 / WebP 1920 / PNG 1920 from PNG       33 / 42 / 78
    to JPEG 640 from progressive JPEG 4:4:4 / TIFF          72 / 54
                from PNG of RGB / palette / RGBA            54 / 66 / 124
                from WebP / AVIF of 8 bits                  189 / 107

Decoding and encoding do not overlap, since the decoded picture is gone after the first resize: the larger
of the two counts. The result is 1.1 to 2 x what was measured; 3 x for small results of baseline JPEG.
"""

from __future__ import annotations

from math import ceil

from .inspection import Inspection
from .job import Job
from .rendition import least_size

_FIXED = 14 << 20
"""Tables and arenas of encoders, whatever the size: aom takes 12 MiB for one pixel."""

_DECODE = {
    "jpeg": 4.5,
    "png": 6.0,
    "tiff": 9.0,
    "gif": 9.0,
    "webp": 17.0,
    "avif": 10.0,
    "heic": 18.0,
    "svg": 0.0,
}
"""Bytes a pixel: that of the decoder, of Pillow (4, also for RGB) and of the change to plain RGB."""
_COEFFICIENTS = 6.2
"""Bytes a pixel of the *whole* JPEG if it is progressive, which the header does not say: 12 Mpx, 71 MiB."""
_ALPHA = 6.5
"""More with alpha: multiplying by it before the resize makes a second picture and a third after it."""
_DEEP = 8.0
"""More above 8 bits."""
_ENCODE = {"avif": 34.0, "jpeg": 9.0, "webp": 14.0, "png": 14.0}
_PIXEL = 4


def _draft(width: int, height: int, least: tuple[int, int]) -> int:
    """By how much libjpeg shrinks on load: 1, 2, 4 or 8."""
    possible = min(width // least[0], height // least[1])
    return next(scale for scale in (8, 4, 2, 1) if possible >= scale or scale == 1)


def cost(inspection: Inspection, job: Job) -> int:
    """Bytes that `render` takes at most for this picture and job, besides interpreter, libraries and file."""
    width, height = inspection.width, inspection.height
    pixels = width * height
    first_wide = max((variant.width for variant in job.variants), default=0)
    first_high = max((variant.height for variant in job.variants), default=0)
    first = first_wide * first_high * _PIXEL
    each = _DECODE[inspection.format]
    each += _ALPHA if inspection.alpha else 0.0
    each += _DEEP if inspection.bits > 8 else 0.0
    decoding = pixels * each
    # The resize goes over the rows first and keeps a picture as wide as the result and as high as the source.
    between = max(first_wide * height, first_high * width) * _PIXEL
    if inspection.format == "jpeg":
        shrunk = _draft(width, height, least_size(job.crop, job.variants, width, height))
        decoding = pixels * each / shrunk**2 + pixels * _COEFFICIENTS
        between //= shrunk
    largest = max(
        (variant.width * variant.height * _ENCODE[variant.encoding.format] for variant in job.variants),
        default=0.0,
    )
    wider = 1.4 if inspection.alpha else 1.0
    return _FIXED + ceil(max(decoding + between + first, 2 * first + largest * wider))


def animation_cost(inspection: Inspection, width: int) -> int:
    """Bytes that `animate` takes at most: all frames in their final size (505 MiB for 99 Mpx) and one."""
    wide = min(width, inspection.width)
    frames = wide * max(1, wide * inspection.height // inspection.width) * inspection.frames
    one = inspection.width * inspection.height * (_DECODE[inspection.format] + _ALPHA)
    return _FIXED + ceil(frames * (_PIXEL + 2) + one)
