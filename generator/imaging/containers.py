"""Reading a file's wrapping, without its pixels: which format, how many frames, which depth.

What is here is what Pillow would tell only after decoding everything, or never. All of it takes any bytes
and raises nothing: a wrapping that cannot be read says the harmless thing, and the decoder complains later.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import Literal

SourceFormat = Literal["jpeg", "png", "webp", "avif", "gif", "tiff", "heic", "svg"]

_PNG = b"\x89PNG\r\n\x1a\n"
_TIFF = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"}
# What may stand before the first element: declarations, comments, a document type. Atomic groups, because
# many comments could otherwise be cut up in exponentially many ways before there is no match.
_SVG = re.compile(
    rb"\s*+(?>(?><\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*+(?>\[.*?\]\s*+)?>)\s*+)*+<(?:[\w.-]++:)?svg[\s/>]",
    re.DOTALL,
)
_SVG_WINDOW = 65536


def _is_svg(content: bytes) -> bool:
    head = content[:_SVG_WINDOW]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "ignore").encode()
    return bool(_SVG.match(head.removeprefix(b"\xef\xbb\xbf")))


def _iso_brands(content: bytes) -> set[bytes]:
    """The brands of an ISO base media file (ISO/IEC 14496-12), the container of AVIF and HEIC."""
    if content[4:8] != b"ftyp":
        return set()
    end = min(int.from_bytes(content[:4], "big"), len(content), 512)
    return {content[8:12], *(content[at : at + 4] for at in range(16, end - 3, 4))}


def format_of(content: bytes) -> SourceFormat | None:
    """The format by content, never by name; `None` for what is none of ours."""
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if content.startswith(_PNG):
        return "png"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    if content[:6] in (b"GIF87a", b"GIF89a"):
        return "gif"
    if content[:4] in _TIFF:
        return "tiff"
    brands = _iso_brands(content)
    if brands & {b"avif", b"avis"}:
        return "avif"
    if brands & _HEIC:
        return "heic"
    return "svg" if _is_svg(content) else None


def png_chunks(content: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Type, begin and end of the data of each PNG chunk, as far as the bytes reach."""
    at = len(_PNG)
    while at + 8 <= len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        yield content[at + 4 : at + 8], at + 8, at + 8 + length
        at += length + 12


def png_exif(content: bytes) -> bytes:
    """The eXIf chunk, which may stand behind the pixels, where Pillow finds it only by decoding them."""
    return next((content[begin:end] for kind, begin, end in png_chunks(content) if kind == b"eXIf"), b"")


def png_is_whole(content: bytes) -> bool:
    """Whether the last chunk is there and not cut."""
    return any(kind == b"IEND" and end <= len(content) for kind, _, end in png_chunks(content))


def riff_is_whole(content: bytes) -> bool:
    """Whether a WebP file is as long as it says."""
    return len(content) >= 12 and int.from_bytes(content[4:8], "little") + 8 <= len(content)


def bit_depth(content: bytes, kind: SourceFormat) -> int:
    """Bits of one channel as stored, where the header says it; 8 otherwise. TIFF is asked of Pillow."""
    if kind == "png" and len(content) > 24:
        return content[24]
    if kind == "avif":
        # av1C (AV1-ISOBMFF 2.3.3): the third byte has high_bitdepth in bit 6 and twelve_bit in bit 5.
        at = content.find(b"av1C")
        if 0 <= at < len(content) - 6:
            high, twelve = content[at + 6] >> 6 & 1, content[at + 6] >> 5 & 1
            return (8, 12, 10, 12)[2 * high + twelve]
    return 8


def _after_blocks(content: bytes, at: int) -> int:
    """Where the sub-blocks of a GIF that begin at `at` end."""
    while at < len(content) and content[at]:
        at += content[at] + 1
    return at + 1


def gif_frames(content: bytes, most: int) -> tuple[int, int, int]:
    """Number of frames (at most ``most + 1``) and the width and height that hold the screen and all of them.

    Pillow counts by visiting every frame, and grows its canvas while it plays, so both are known here first.
    """
    if len(content) < 13:
        return 0, 0, 0
    width, height, flags = struct.unpack_from("<HHB", content, 6)
    at = 13 + (3 << (flags & 7) + 1 if flags & 0x80 else 0)
    frames = 0
    while at < len(content) and frames <= most:
        if content[at] == 0x21:
            at = _after_blocks(content, at + 2)
        elif content[at] == 0x2C and at + 10 <= len(content):
            left, top, wide, high, flags = struct.unpack_from("<HHHHB", content, at + 1)
            width, height = max(width, left + wide), max(height, top + high)
            frames += 1
            at = _after_blocks(content, at + 11 + (3 << (flags & 7) + 1 if flags & 0x80 else 0))
        elif content[at] == 0x3B or content[at] == 0x2C:
            break
        else:
            at += 1
    return frames, width, height
