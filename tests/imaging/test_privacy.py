"""Nothing but pixels leaves; and the two lines of rights, where they are asked for."""

from __future__ import annotations

import dataclasses
import struct

import pytest
from PIL import Image, PngImagePlugin

from generator.imaging import CLASSES, analyse, animate, render
from generator.imaging.profiles import display_p3
from tests.imaging.pictures import corners, opened, saved, scene, whole

TRACES = (
    b"Exif", b"EXIF", b"eXIf", b"exif", b"GPS", b"http:", b"xmp", b"XMP", b"ICC", b"iCCP", b"prof",
    b"Photoshop",
    b"8BIM", b"tEXt", b"iTXt", b"zTXt", b"secret", b"geheim", b"Canon", b"NETSCAPE", b"tIME", b"pHYs",
)  # fmt: skip
PLACE = {1: "N", 2: (52.0, 5.0, 1.0), 3: "E", 4: (4.0, 40.0, 2.0)}
ENCODINGS = tuple(
    dataclasses.replace(CLASSES["standard"][kind], speed=9) for kind in ("avif", "jpeg", "png", "webp")
)
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/" secret="geheim"/>'


def traces(file: bytes) -> list[bytes]:
    """What is found in the raw bytes; a comment's marker only in JPEG, where pixels cannot spell it."""
    found = [trace for trace in TRACES if trace in file]
    return [*found, b"comment"] if file.startswith(b"\xff\xd8") and b"\xff\xfe" in file else found


def told() -> bytes:
    """An EXIF block with maker, artist and position."""
    exif = Image.Exif()
    exif[0x010F], exif[0x013B] = "Canon", "secret"
    exif.get_ifd(0x8825).update(PLACE)
    return exif.tobytes()


def talkative(kind: str, image: Image.Image) -> bytes:
    """A file that carries everything its format can."""
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", "secret", zip=True)
    text.add_itxt("XML:com.adobe.xmp", XMP.decode())
    more = {
        "JPEG": {"exif": told(), "icc_profile": display_p3(), "comment": b"secret", "xmp": XMP},
        "PNG": {"exif": told(), "icc_profile": display_p3(), "pnginfo": text, "dpi": (300, 300)},
        "WEBP": {"exif": told(), "icc_profile": display_p3(), "xmp": XMP},
        "AVIF": {"exif": told(), "icc_profile": display_p3(), "xmp": XMP},
        "TIFF": {"exif": told(), "icc_profile": display_p3(), "description": "secret"},
        "GIF": {"comment": b"secret"},
    }[kind]
    return saved(image, kind, **more)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF"])
def test_no_output_carries_anything(kind: str) -> None:
    """No byte of any output, by any encoder, belongs to EXIF, GPS, XMP, ICC, IPTC or a comment."""
    source = talkative(kind, corners())
    assert b"secret" in source or b"Canon" in source
    files = render(source, whole(64, 48, *ENCODINGS, to=48))
    files.append(analyse(source).placeholder)

    assert [[]] * len(files) == [traces(file) for file in files]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF"])
def test_untouched_sizes_carry_nothing_either(kind: str) -> None:
    """Where nothing is resized, cropped or converted, the source's own notes stay behind as well."""
    files = render(talkative(kind, corners(mode="L")), whole(64, 48, *ENCODINGS))

    assert [[]] * len(files) == [traces(file) for file in files]


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
@pytest.mark.parametrize("width", [64, 32])
def test_animations_carry_nothing(kind: str, width: int) -> None:
    """Nor does an animation, shrunk or not."""
    more = {"comment": b"secret"} if kind == "GIF" else {"exif": told(), "icc_profile": display_p3()}
    if kind == "WEBP":
        more["xmp"] = XMP
    source = saved(corners(), kind, save_all=True, append_images=[corners().rotate(90)], duration=80, **more)
    file, _ = animate(source, width)
    # A WebP has the loop in ANIM, a GIF in NETSCAPE2.0, which is no secret.
    assert [] == [trace for trace in traces(file) if trace != b"NETSCAPE"]


@pytest.mark.parametrize("credit", ["Anna Lind", "李小龍", "Åsa Öberg / Zoë", "x"])
def test_rights_are_written_in_every_format(credit: str) -> None:
    """Credit and copyright come back as they were given, also beyond ASCII; nothing else is in the EXIF."""
    files = render(saved(scene(), "PNG"), whole(160, 120, *ENCODINGS, credit=credit, copyright="© 2026 Ö"))

    for file in files:
        exif = opened(file).getexif()
        # Readers take the bytes as Latin-1, as the standard has it; ours are UTF-8.
        texts = {tag: value.encode("latin-1").decode() for tag, value in exif.items()}
        assert {0x013B: credit, 0x8298: "© 2026 Ö"} == texts


def test_one_of_the_rights_alone() -> None:
    """Only what is given is written, some 80 bytes of it."""
    (plain,) = render(saved(scene(), "PNG"), whole(160, 120, CLASSES["standard"]["jpeg"]))
    (signed,) = render(
        saved(scene(), "PNG"), whole(160, 120, CLASSES["standard"]["jpeg"], credit="Anna Lind")
    )

    assert {0x013B: "Anna Lind"} == dict(opened(signed).getexif())
    assert 0 < len(signed) - len(plain) < 80
    assert list(scene().size) == list(opened(signed).size)


def test_rights_cannot_break_out() -> None:
    """A NUL in a credit, which would begin the editor's copyright, becomes a space."""
    (file,) = render(saved(scene(), "PNG"), whole(160, 120, CLASSES["standard"]["jpeg"], copyright="a\0b"))

    assert "a b" == opened(file).getexif()[0x8298]


def test_thumbnail_of_a_camera_stays_behind() -> None:
    """The small JPEG inside of EXIF, which may show what was cropped away, is not in the output."""
    thumbnail = saved(corners(), "JPEG")
    block = b"Exif\0\0II*\0" + struct.pack("<IHI", 8, 0, 14 + 6)
    block += (
        struct.pack("<H", 2)
        + struct.pack("<HHII", 0x0201, 4, 1, 50)
        + struct.pack("<HHII", 0x0202, 4, 1, len(thumbnail))
    )
    source = saved(scene(), "JPEG", exif=block + bytes(4) + thumbnail)
    assert thumbnail in source
    (file,) = render(source, whole(160, 120, CLASSES["standard"]["jpeg"]))

    assert 1 == file.count(b"\xff\xd8\xff")
