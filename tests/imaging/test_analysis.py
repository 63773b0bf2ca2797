"""Focus, colour, hash and placeholder."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageEnhance

from generator.imaging import Limits, Unusable, analyse, distance
from generator.imaging.saliency import focus_of
from tests.imaging.pictures import FILES, corners, opened, saved, scene


def spotted(
    x: float, y: float, colour: tuple[int, int, int], size: tuple[int, int] = (400, 300)
) -> Image.Image:
    """A dull wall with one spot."""
    image = Image.new("RGB", size, (118, 120, 122))
    reach = 26
    at = (x * size[0], y * size[1])
    ImageDraw.Draw(image).ellipse((at[0] - reach, at[1] - reach, at[0] + reach, at[1] + reach), fill=colour)
    return image


@pytest.mark.parametrize("place", [(0.2, 0.25), (0.8, 0.3), (0.5, 0.75), (0.15, 0.85)])
@pytest.mark.parametrize("colour", [(224, 172, 105), (141, 85, 36), (230, 20, 30), (10, 10, 10)])
def test_focus_finds_what_stands_out(place: tuple[float, float], colour: tuple[int, int, int]) -> None:
    """Skin of any shade, a strong colour and a dark shape on a dull wall are the focus."""
    focus = analyse(saved(spotted(*place, colour), "JPEG", quality=95)).focus

    assert abs(focus[0] - place[0]) < 0.1 and abs(focus[1] - place[1]) < 0.1


def test_skin_outweighs_a_strong_colour() -> None:
    """A face beside a blue ball is the focus, though the ball is as strong a shape."""
    image = spotted(0.25, 0.5, (40, 70, 130))
    face = spotted(0.75, 0.5, (224, 172, 105))
    image.paste(face.crop((200, 0, 400, 300)), (200, 0))

    assert focus_of(image)[0] > 0.6


@pytest.mark.parametrize(
    "image", [Image.new("RGB", (90, 60), "teal"), Image.new("L", (1, 1)), Image.linear_gradient("L")]
)
def test_flat_pictures_have_their_middle(image: Image.Image) -> None:
    """Where nothing stands out, the focus is the middle."""

    assert (0.5, 0.5) == focus_of(image)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_analysis_is_upright(orientation: int) -> None:
    """Focus, hash and placeholder are those of the picture as it is looked at."""
    turns = {
        1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
    }  # fmt: skip
    image = spotted(0.2, 0.3, (230, 20, 30))
    turn = turns[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    found = analyse(saved(image if turn is None else image.transpose(turn), "PNG", exif=exif))
    straight = analyse(saved(image, "PNG"))

    assert straight.focus == found.focus
    assert distance(straight.hash, found.hash) <= 3
    assert (24, 18) == opened(found.placeholder).size


def test_colour_is_the_mean_of_what_is_seen() -> None:
    """The mean of the visible pixels: transparent ones have no say."""
    image = Image.new("RGBA", (40, 40), (0, 255, 0, 0))
    image.paste((200, 40, 60, 255), (0, 0, 20, 40))

    mean = bytes.fromhex(analyse(saved(image, "PNG")).colour[1:])

    assert all(abs(a - b) <= 1 for a, b in zip((200, 40, 60), mean, strict=True))
    assert "#0a141e" == analyse(saved(Image.new("RGB", (7, 5), (10, 20, 30)), "PNG")).colour


@pytest.mark.parametrize("name", FILES)
def test_versions_of_one_picture_are_near(name: str) -> None:
    """Saved in another format, smaller or a little brighter, a picture keeps its hash but for few bits."""
    known = analyse(FILES["png"]).hash
    brighter = ImageEnhance.Brightness(scene()).enhance(1.08)

    assert distance(known, analyse(FILES[name]).hash) <= 4
    assert distance(known, analyse(saved(scene().resize((80, 60)), "JPEG", quality=60)).hash) <= 6
    assert distance(known, analyse(saved(brighter, "JPEG")).hash) <= 6


def test_other_pictures_are_far() -> None:
    """Another picture, and the same one mirrored, differ in many bits."""
    known = analyse(FILES["png"]).hash
    mirrored = analyse(saved(scene().transpose(Image.Transpose.FLIP_LEFT_RIGHT), "PNG")).hash

    assert distance(known, analyse(saved(corners(), "PNG")).hash) > 10
    assert distance(known, mirrored) > 10


def test_distance_counts_bits() -> None:
    """Hashes of 16 hexadecimal digits differ in the bits in which they differ."""

    assert [0, 64, 1, 4] == [
        distance("0" * 16, "0" * 16),
        distance("0" * 16, "f" * 16),
        distance("0" * 16, "0" * 15 + "8"),
        distance("f0f0" * 4, "f0f0" * 3 + "f0ff"),
    ]
    assert (16, 16) == (
        len(analyse(FILES["png"]).hash),
        len(analyse(saved(Image.new("L", (9, 9)), "PNG")).hash),
    )


def test_placeholder_is_a_tiny_webp() -> None:
    """24 px on the longer side, under 300 bytes, transparent where the picture is."""
    sheer = corners(mode="RGBA")
    sheer.putalpha(90)
    found = [analyse(FILES["png"]).placeholder, analyse(saved(sheer, "PNG")).placeholder]

    assert [("WEBP", (24, 18), "RGB"), ("WEBP", (24, 18), "RGBA")] == [
        (file.format, file.size, file.mode) for file in map(opened, found)
    ]
    assert all(len(file) < 300 for file in found)


def test_tall_and_tiny_pictures() -> None:
    """A picture of one pixel and one of a thousand by one have an analysis."""
    found = [analyse(saved(Image.new("RGB", size, "red"), "PNG")) for size in ((1, 1), (1000, 1), (1, 1000))]

    assert [(1, 1), (24, 1), (1, 24)] == [opened(one.placeholder).size for one in found]


def test_analysis_refuses_what_inspection_refuses() -> None:
    """No pixels, no analysis."""
    for content, reason in ((b"", "empty"), (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "unknown-format")):
        with pytest.raises(Unusable) as caught:
            analyse(content)
        assert reason == caught.value.reason
    with pytest.raises(Unusable, match="too-large"):
        analyse(FILES["png"], Limits(max_megapixels=0.001))
