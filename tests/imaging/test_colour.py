"""Colours: every profile to sRGB, or to Display P3 where the gamut may stay wide."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageCms

from generator.imaging import CLASSES, Encoding, analyse, inspect, render
from generator.imaging.profiles import D50_XYZ, D65, P3_PRIMARIES, SRGB_CURVE, display_p3, matrix_profile
from tests.imaging.pictures import (
    ADOBE_RGB,
    LOSSLESS,
    SRGB_BY_ANOTHER_NAME,
    corners,
    far,
    opened,
    saved,
    whole,
)

LINEAR_WIDE = matrix_profile("Wide", ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046)), D65, (1.0,))


def encoded(value: float) -> float:
    """The curve of sRGB, 0-1."""
    return value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def decoded(value: float) -> float:
    """The curve of sRGB backwards."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def flat(colour: tuple[int, ...], mode: str = "RGB") -> Image.Image:
    """A picture of one colour."""
    return Image.new(mode, (32, 32), colour)


def seen(content: bytes, *encodings: Encoding, **more: bool) -> list[tuple[int, ...]]:
    """The colour in the middle of each file made from a picture of 32 x 32."""
    files = render(content, whole(32, 32, *encodings, **more))
    return [opened(file).convert("RGB").getpixel((16, 16)) for file in files]


def from_p3(colour: tuple[int, int, int]) -> tuple[int, ...]:
    """Display P3 to sRGB by the matrices of CSS Color 4 (both under D65), as an independent reference."""
    matrix = ((1.22494, -0.22494, 0.0), (-0.04206, 1.04206, 0.0), (-0.01964, -0.07864, 1.09827))
    linear = [decoded(value / 255) for value in colour]
    mixed = [sum(a * b for a, b in zip(row, linear, strict=True)) for row in matrix]
    return tuple(round(255 * encoded(min(max(value, 0), 1))) for value in mixed)


@pytest.mark.parametrize(
    "colour", [(200, 100, 50), (120, 180, 90), (40, 60, 140), (128, 128, 128), (255, 255, 255), (0, 0, 0)]
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_display_p3_becomes_srgb(kind: str, colour: tuple[int, int, int]) -> None:
    """A colour in Display P3 becomes the sRGB colour of the published matrices, in every format."""
    options = {
        "JPEG": {"quality": 100, "subsampling": 0},
        "WEBP": {"lossless": True},
        "AVIF": {"quality": 100},
    }
    content = saved(flat(colour), kind, icc_profile=display_p3(), **options.get(kind, {}))
    (found,) = seen(content)

    assert max(abs(a - b) for a, b in zip(from_p3(colour), found, strict=True)) <= 3


def test_all_formats_show_the_same_colour() -> None:
    """AVIF and PNG keep a profile if they can, JPEG and WebP drop it: after conversion all four agree."""
    content = saved(flat((200, 100, 50)), "PNG", icc_profile=display_p3())
    best = (Encoding("avif", 95, 9), Encoding("jpeg", 95), Encoding("webp", 100), LOSSLESS)
    expected = from_p3((200, 100, 50))

    assert all(
        max(abs(a - b) for a, b in zip(expected, found, strict=True)) <= 4 for found in seen(content, *best)
    )
    assert [None] * 4 == [
        opened(file).info.get("icc_profile") for file in render(content, whole(32, 32, *best))
    ]


@pytest.mark.parametrize(("profile", "less"), [(ADOBE_RGB, 1), (LINEAR_WIDE, 1)], ids=["Adobe RGB", "linear"])
def test_wide_profiles_are_not_ignored(profile: bytes, less: int) -> None:
    """The same numbers are a stronger colour in a wider space; grey stays grey."""
    (strong,) = seen(saved(flat((150, 100, 80)), "PNG", icc_profile=profile))
    (grey,) = seen(saved(flat((128, 128, 128)), "PNG", icc_profile=profile))

    assert strong[0] - strong[2] > 150 - 80 + less
    assert max(grey) - min(grey) <= 1


def test_srgb_is_left_alone_whatever_it_is_called() -> None:
    """A profile that is sRGB by its numbers changes no pixel."""
    image = corners()
    named = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    assert [0, 0] == [
        far(image, opened(render(saved(image, "PNG", icc_profile=profile), whole(64, 48))[0]))
        for profile in (named, SRGB_BY_ANOTHER_NAME)
    ]


def test_wide_gamut_is_kept_on_request() -> None:
    """With `wide_gamut` the file is Display P3 and says so; colours of P3 keep their numbers."""
    content = saved(flat((250, 60, 40)), "PNG", icc_profile=display_p3())
    encodings = (Encoding("avif", 95, 9), Encoding("jpeg", 95), Encoding("webp", 100), LOSSLESS)
    files = render(content, whole(32, 32, *encodings, wide_gamut=True))

    assert ["Display P3"] * 4 == [inspect(file).profile for file in files]
    assert all(
        max(abs(a - b) for a, b in zip((250, 60, 40), found, strict=True)) <= 3
        for found in seen(content, *encodings, wide_gamut=True)
    )


def test_wide_gamut_costs_srgb_nothing() -> None:
    """Pictures in sRGB, in grey and without a profile are the same files with `wide_gamut` and without."""
    for content in (
        saved(corners(), "PNG"),
        saved(corners(), "PNG", icc_profile=SRGB_BY_ANOTHER_NAME),
        saved(corners().convert("L"), "PNG", icc_profile=display_p3()),
    ):
        assert render(content, whole(64, 48)) == render(content, whole(64, 48, wide_gamut=True))


def test_alpha_survives_a_profile() -> None:
    """Converting colours leaves transparency as it was."""
    image = corners(mode="RGBA")
    image.putalpha(Image.linear_gradient("L").resize((64, 48)))
    (file,) = render(saved(image, "PNG", icc_profile=display_p3()), whole(64, 48))

    assert image.getchannel("A").tobytes() == opened(file).convert("RGBA").getchannel("A").tobytes()


def test_profile_of_another_kind_is_ignored() -> None:
    """A profile of CMYK on a picture in RGB, and one of RGB on CMYK, say nothing about the pixels."""
    cmyk = bytearray(ADOBE_RGB)
    cmyk[16:20] = b"CMYK"
    (file,) = render(saved(corners(), "PNG", icc_profile=bytes(cmyk)), whole(64, 48))
    printed = corners().convert("CMYK")
    (naive,) = render(saved(printed, "TIFF"), whole(64, 48))
    (other,) = render(saved(printed, "TIFF", icc_profile=ADOBE_RGB), whole(64, 48))

    assert 0 == far(corners(), opened(file))
    assert naive == other


def test_colours_of_the_analysis_are_managed() -> None:
    """The dominant colour is one of sRGB."""
    found = analyse(saved(flat((200, 100, 50)), "PNG", icc_profile=display_p3())).colour
    colour = tuple(bytes.fromhex(found[1:]))

    assert max(abs(a - b) for a, b in zip(from_p3((200, 100, 50)), colour, strict=True)) <= 3


def test_made_profile_is_sound() -> None:
    """The profile has the primaries it was made of, sums to the white of D50, and is small."""
    profile = ImageCms.ImageCmsProfile(io.BytesIO(display_p3())).profile
    total = [
        sum(axis)
        for axis in zip(
            profile.red_colorant[0], profile.green_colorant[0], profile.blue_colorant[0], strict=True
        )
    ]

    assert ("Display P3", "RGB ", 4.3) == (
        profile.profile_description,
        profile.xcolor_space,
        round(profile.version, 1),
    )
    assert all(abs(a - b) < 2e-4 for a, b in zip(D50_XYZ, total, strict=True))
    # Published: https://www.color.org/chardata/rgb/DisplayP3.xalter, adapted to D50.
    assert all(
        abs(a - b) < 5e-4 for a, b in zip((0.5151, 0.2412, -0.0011), profile.red_colorant[0], strict=True)
    )
    assert 600 > len(display_p3())
    assert display_p3() == matrix_profile("Display P3", P3_PRIMARIES, D65, SRGB_CURVE)


def test_photo_classes_keep_colours() -> None:
    """The classes of quality change a flat colour by little."""
    for name in CLASSES:
        for kind in ("avif", "jpeg", "webp", "png"):
            (found,) = seen(saved(flat((190, 90, 60)), "PNG"), CLASSES[name][kind])

            assert max(abs(a - b) for a, b in zip((190, 90, 60), found, strict=True)) <= 5, (name, kind)
