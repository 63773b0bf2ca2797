"""The line that says when renditions must be made again."""

from PIL import features

from generator.imaging import version


def test_everything_that_makes_bytes_is_named() -> None:
    """Our recipe, Pillow, the AVIF and AV1 encoders and the other libraries stand in one line."""
    line = version()

    assert all(
        name in line
        for name in ("spec 1", "pillow ", "avif ", "aom", "webp ", "libjpeg_turbo ", "littlecms2 ")
    )
    assert str(features.version("pil")) in line and str(features.version("avif")) in line
    assert "\n" not in line and line == version()
