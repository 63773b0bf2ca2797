"""What a header says."""

from __future__ import annotations

import io
import struct
import sys
import zlib

import pytest
from PIL import Image

from generator.imaging import Inspection, Limits, Unusable, inspect
from generator.imaging.containers import bit_depth
from tests.imaging.pictures import ADOBE_RGB, FILES, corners, saved


def reason(content: bytes, limits: Limits | None = None) -> str:
    """Why a picture cannot be used."""
    with pytest.raises(Unusable) as caught:
        inspect(content, limits)
    return caught.value.reason


def chunk(kind: bytes, data: bytes) -> bytes:
    """One chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@pytest.mark.parametrize("name", FILES)
def test_format_and_size_come_from_the_bytes(name: str) -> None:
    """Every format says what it is and how large, whatever its file was called."""
    found = inspect(FILES[name])
    expected = {"progressive": "jpeg", "lossless webp": "webp"}.get(name, name)

    assert (expected, 160, 120, 1) == (found.format, found.width, found.height, found.frames)


def test_everything_is_told() -> None:
    """Alpha, mode, profile and depth are those of the header."""
    found = inspect(saved(corners(mode="RGBA"), "PNG", icc_profile=ADOBE_RGB))

    assert Inspection("png", 64, 48, True, 1, "RGBA", "Adobe-like", 8) == found


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_size_is_upright(kind: str, orientation: int) -> None:
    """Width and height are those of the picture as it is looked at."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    found = inspect(saved(corners(64, 48), kind, exif=exif))

    assert ((48, 64) if orientation >= 5 else (64, 48)) == (found.width, found.height)


def test_late_orientation_of_png_counts() -> None:
    """An eXIf chunk behind the pixels is found without decoding them."""
    exif = Image.Exif()
    exif[0x0112] = 6
    plain = saved(corners(64, 48), "PNG")
    late = plain[:-12] + chunk(b"eXIf", exif.tobytes()[6:]) + plain[-12:]

    assert (48, 64) == (inspect(late).width, inspect(late).height)


@pytest.mark.parametrize(
    ("image", "kind", "options", "expected"),
    [
        (corners(mode="RGB"), "PNG", {}, False),
        (corners(mode="LA"), "PNG", {}, True),
        (corners().quantize(8), "PNG", {}, False),
        (corners().quantize(8), "PNG", {"transparency": 0}, True),
        (corners(mode="L"), "PNG", {"transparency": 7}, True),
        (corners(mode="RGBA"), "WEBP", {}, True),
        (corners().quantize(8), "GIF", {"transparency": 1}, True),
    ],
)
def test_alpha_is_seen_in_every_disguise(
    image: Image.Image, kind: str, options: dict[str, int], expected: bool
) -> None:
    """A channel, a colour or an entry of the palette may be the transparent one."""
    content = (
        saved(image.putalpha(100) or image, kind, **options)
        if image.mode == "RGBA"
        else saved(image, kind, **options)
    )

    assert expected == inspect(content).alpha


def test_depth_of_more_than_eight_bits() -> None:
    """16 bits of grey, of colour and of TIFF are told; so are 10 bits of AVIF by its box."""
    grey = Image.new("I;16", (8, 8), 40_000)
    colour = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 1, 16, 2, 0, 0, 0))
    colour += chunk(b"IDAT", zlib.compress(b"\0" + bytes(12))) + chunk(b"IEND", b"")
    avif = FILES["avif"]
    at = avif.index(b"av1C") + 6
    deep = avif[:at] + bytes([avif[at] | 0x40]) + avif[at + 1 :]

    assert [16, 16, 16] == [inspect(one).bits for one in (saved(grey, "PNG"), saved(grey, "TIFF"), colour)]
    assert [8, 10] == [inspect(avif).bits, bit_depth(deep, "avif")]


def test_frames_are_counted() -> None:
    """An animation tells its frames; the still in front of an animated PNG is none of them."""
    frames = [corners(), corners().rotate(90), corners().rotate(180)]
    more = {"save_all": True, "append_images": frames[1:], "duration": 100}

    assert [3, 3, 3] == [inspect(saved(frames[0], kind, **more)).frames for kind in ("GIF", "PNG", "WEBP")]
    assert 2 == inspect(saved(frames[0], "PNG", default_image=True, **more)).frames
    assert 1 == inspect(saved(frames[0], "TIFF", save_all=True, append_images=frames[1:])).frames


def test_first_picture_of_mpo_is_a_jpeg() -> None:
    """A camera's file with a preview behind the photo is the photo."""
    content = saved(corners(), "MPO", save_all=True, append_images=[corners(32, 24)])
    found = inspect(content)

    assert ("jpeg", 64, 48, 1) == (found.format, found.width, found.height, found.frames)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "empty"),
        (b"hello", "unknown-format"),
        (saved(corners(), "BMP"), "unknown-format"),
        (b"%PDF-1.7", "unknown-format"),
        (b"<html><svg></svg></html>", "unknown-format"),
        (b"\xff\xd8\xff\xe0 nothing more", "truncated"),
        (b"\x89PNG\r\n\x1a\n", "truncated"),
        (FILES["webp"][:60], "truncated"),
        (b"\0\0\0\x18ftypheic\0\0\0\0heicmif1", "corrupt"),
    ],
)
def test_reasons(content: bytes, expected: str) -> None:
    """What cannot be used is told apart by why."""
    pytest.importorskip("pillow_heif") if b"heic" in content else None

    assert expected == reason(content)


def test_heic_without_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """A telephone's HEIC says what is missing, not that it is broken."""
    monkeypatch.setitem(sys.modules, "pillow_heif", None)

    assert "heic-needs-extra" == reason(b"\0\0\0\x18ftypheic\0\0\0\0heicmif1")


def test_heic_with_its_extra() -> None:
    """With pillow-heif installed a HEIC is a picture like any other."""
    heif = pytest.importorskip("pillow_heif", reason="the optional extra pillow-heif is not installed")
    stream = io.BytesIO()
    heif.from_pillow(corners()).save(stream)

    assert ("heic", 64, 48) == (lambda i: (i.format, i.width, i.height))(inspect(stream.getvalue()))


def png_of(width: int, height: int) -> bytes:
    """A PNG that claims a size and brings no pixels."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(64))) + chunk(b"IEND", b"")


def gif_of(*frames: tuple[int, int]) -> bytes:
    """A GIF of one pixel whose frames claim sizes."""
    content = b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + bytes(6)
    for width, height in frames:
        content += b"," + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\x02\x02\x4c\x01\0"
    return content + b";"


def webp_of(width: int, height: int) -> bytes:
    """A WebP whose canvas claims a size."""
    content = bytearray(saved(corners(mode="RGBA"), "WEBP", exif=b"x" * 8))
    assert b"VP8X" == content[12:16]
    content[24:27] = (width - 1).to_bytes(3, "little")
    content[27:30] = (height - 1).to_bytes(3, "little")
    return bytes(content)


@pytest.mark.parametrize(
    "content",
    [
        png_of(65_535, 65_535),
        png_of(10_001, 10_000),
        gif_of((1, 1), (65_000, 65_000)),
        gif_of((65_000, 65_000)),
        webp_of(16_383, 16_383),
    ],
    ids=["png", "png, slightly", "gif, later frame", "gif, first frame", "webp"],
)
def test_too_large_is_told_before_any_memory_is_taken(content: bytes) -> None:
    """A claimed size over the limit is refused by the header."""

    assert "too-large" == reason(content)


def test_limits_are_asked_not_pillow() -> None:
    """The limit is ours, stricter or laxer than that of Pillow, which would warn at 89 and stop at 179."""

    assert "too-large" == reason(png_of(1000, 1001), Limits(max_megapixels=1))
    assert 200_000_000 == (lambda i: i.width * i.height)(
        inspect(png_of(20_000, 10_000), Limits(max_megapixels=200))
    )


def test_text_bomb_in_png() -> None:
    """A compressed text of 60 MB inside of a PNG is refused, and not read."""
    bomb = chunk(b"zTXt", b"bomb\0\0" + zlib.compress(bytes(60_000_000), 9))
    content = FILES["png"][:33] + bomb + FILES["png"][33:]

    assert "too-large" == reason(content)


def test_many_frames_are_not_counted_to_the_end() -> None:
    """A GIF of more frames than allowed is still a still, and its count stops at the limit."""
    content = gif_of(*[(1, 1)] * 50)

    assert 6 == inspect(content, Limits(max_frames=5)).frames


def test_unusable_survives_the_way_between_processes() -> None:
    """The reason and the detail are there after pickling."""
    import pickle

    copy = pickle.loads(pickle.dumps(Unusable("corrupt", "so it is")))

    assert ("corrupt", "so it is", "corrupt: so it is") == (copy.reason, copy.detail, str(copy))
