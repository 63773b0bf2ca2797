"""Animations: frames, times, counts, sizes."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image, ImageDraw

from generator.imaging import Limits, Unusable, animate
from generator.imaging.profiles import display_p3
from tests.imaging.pictures import corners, far, opened, saved, scene


def turning(count: int = 6, size: int = 48, mode: str = "RGB") -> list[Image.Image]:
    """A drawing that moves: a square on a line, few colours."""
    frames = []
    for number in range(count):
        image = Image.new(mode, (size, size), (0, 0, 0, 0) if mode == "RGBA" else (250, 250, 250))
        left = number * (size - 12) // max(1, count - 1)
        ImageDraw.Draw(image).rectangle((left, 18, left + 11, 29), fill=(200, 30, 40, 255)[: len(mode)])
        frames.append(image)
    return frames


def film(frames: list[Image.Image], kind: str, **options: Any) -> bytes:
    """An animation."""
    return saved(
        frames[0], kind, save_all=True, append_images=frames[1:], **{"duration": 70, "loop": 0, **options}
    )


def shown(content: bytes) -> list[Image.Image]:
    """Every frame of an animation, whole."""
    image = Image.open(io.BytesIO(content))
    found = []
    for number in range(getattr(image, "n_frames", 1)):
        image.seek(number)
        found.append(image.convert("RGBA"))
    return found


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_a_drawing_keeps_its_frames_exactly(kind: str) -> None:
    """A drawing of few colours is smallest without loss, and every frame is the very picture."""
    frames = turning()
    content = film(frames, kind, **({"lossless": True} if kind == "WEBP" else {}))
    file, form = animate(content, 48)

    assert ("webp", len(frames)) == (form, len(shown(file)))
    assert [0] * len(frames) == [far(*pair) for pair in zip(frames, shown(file), strict=True)]


def test_sequence_of_avif_becomes_webp() -> None:
    """An animated AVIF, which Pillow cannot loop, comes out as WebP with all its frames, for ever."""
    file, form = animate(film([scene().rotate(angle) for angle in (0, 5, 10)], "AVIF", speed=10), 80)

    assert ("webp", 3, 0) == (form, len(shown(file)), opened(file).info["loop"])


def test_it_is_never_larger_than_the_gif() -> None:
    """The result is the smallest of what was tried, so at most the GIF saved again."""
    content = film([frame.quantize(8) for frame in turning(12)], "GIF")

    assert len(animate(content, 48)[0]) <= len(content)


def test_a_film_is_smaller_with_loss() -> None:
    """Frames like photos come out lossy, and far smaller than the lossless source."""
    frames = [scene().rotate(angle) for angle in range(0, 20, 4)]
    content = film(frames, "WEBP", lossless=True)

    assert len(animate(content, 160)[0]) * 2 < len(content)


def test_times_and_loops() -> None:
    """Each frame is shown as long as before, 10 ms and less as browsers do; GIF repeats, WebP plays."""

    def times(content: bytes) -> list[int]:
        image = Image.open(io.BytesIO(content))
        found = []
        for number in range(image.n_frames):
            image.seek(number)
            image.load()
            found.append(image.info["duration"])
        return found

    frames = turning(3)
    content = film(frames, "GIF", duration=[40, 0, 250])
    assert [40, 100, 250] == times(animate(content, 48)[0])

    plays = {}
    for said in (None, 0, 1, 4):
        options = {} if said is None else {"loop": said}
        gif = saved(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=70, **options)
        plays[said] = opened(animate(gif, 24)[0]).info["loop"]

    assert {None: 1, 0: 0, 1: 2, 4: 5} == plays
    assert 3 == opened(animate(film(frames, "WEBP", loop=3), 48)[0]).info["loop"]


def test_it_is_made_smaller_never_larger() -> None:
    """The width is at most the one asked for, and at most that of the source."""
    content = film(turning(), "GIF")

    assert [(24, 24), (48, 48)] == [opened(animate(content, width)[0]).size for width in (24, 500)]


def test_transparency_is_kept() -> None:
    """What was transparent in each frame still is: the square does not leave a trail."""
    file, _ = animate(film(turning(mode="RGBA"), "WEBP", lossless=True), 48)

    assert [(0, 255)] * 6 == [frame.getchannel("A").getextrema() for frame in shown(file)]
    assert [144] * 6 == [sum(value > 0 for value in frame.getchannel("A").tobytes()) for frame in shown(file)]


def test_still_before_an_animated_png_is_left_out() -> None:
    """The picture for readers without animation is no frame."""
    frames = turning(4)
    content = film([corners(48, 48), *frames], "PNG", default_image=True)
    found = shown(animate(content, 48)[0])

    assert 4 == len(found)
    assert 0 == far(frames[0], found[0])


def test_profiles_are_converted() -> None:
    """Frames in Display P3 come out in sRGB."""
    frames = [Image.new("RGB", (16, 16), (200, 100, 50)), Image.new("RGB", (16, 16), (10, 100, 50))]
    red, green, blue, _ = shown(animate(film(frames, "PNG", icc_profile=display_p3()), 16)[0])[0].getpixel(
        (8, 8)
    )

    assert red > 206 and blue < 48 and 90 < green < 102


def test_frames_count_as_pixels() -> None:
    """All frames together are held to the limit, before any is decoded; so is their number."""
    content = film(turning(10), "GIF")
    for limits in (Limits(max_megapixels=0.02), Limits(max_frames=9)):
        with pytest.raises(Unusable, match="too-large"):
            animate(content, 48, limits)

    assert animate(content, 48, Limits(max_megapixels=0.03, max_frames=10))


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_cut_animations_are_unusable_or_play(kind: str) -> None:
    """An animation cut anywhere is refused, or plays what is there."""
    content = film(turning(), kind)
    outcomes = set()
    for percent in range(0, 100, 3):
        try:
            animate(content[: len(content) * percent // 100], 48)
            outcomes.add("plays")
        except Unusable as unusable:
            outcomes.add(unusable.reason)

    assert outcomes <= {"plays", "truncated", "corrupt", "empty", "unknown-format"}
    assert outcomes & {"truncated", "corrupt"}


def test_a_still_is_an_animation_of_one_frame() -> None:
    """One frame gives a file of one frame, and a width of nothing is a bug."""

    assert 1 == len(shown(animate(saved(corners(), "GIF"), 64)[0]))
    with pytest.raises(ValueError, match="0 pixels"):
        animate(saved(corners(), "GIF"), 0)
