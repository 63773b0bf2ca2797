"""Renditions: sizes, orientations, modes; one test for each known pitfall."""

from __future__ import annotations

import dataclasses

import pytest
from PIL import Image, ImageCms, JpegImagePlugin

from generator.imaging import CLASSES, Box, Encoding, Job, Limits, Unusable, Variant, crop_box, render
from generator.imaging.quality import quantisation
from tests.imaging.pictures import CORNERS, FILES, LOSSLESS, corners, far, opened, saved, scene, whole

JPEG = CLASSES["standard"]["jpeg"]
AVIF = dataclasses.replace(CLASSES["standard"]["avif"], speed=9)
WEBP = CLASSES["standard"]["webp"]


def near(one: tuple[int, ...], other: tuple[int, ...], by: int = 6) -> bool:
    """Whether two colours are the same to the eye."""
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


def test_files_come_in_the_order_of_the_job() -> None:
    """Each variant has its size and format, also where a small one stands before a large one."""
    variants = (
        Variant(40, 30, JPEG),
        Variant(160, 120, AVIF),
        Variant(80, 60, WEBP),
        Variant(80, 60, LOSSLESS),
    )
    files = [opened(file) for file in render(FILES["png"], Job(Box(0, 0, 160, 120), variants))]

    assert [("JPEG", (40, 30)), ("AVIF", (160, 120)), ("WEBP", (80, 60)), ("PNG", (80, 60))] == [
        (file.format, file.size) for file in files
    ]


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_every_orientation_is_upright(kind: str, orientation: int) -> None:
    """The eight ways to store a picture give the same pixels, and a crop of each is the same crop."""
    upright = corners(1024, 768)
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }  # fmt: skip
    stored = upright.transpose(turns[orientation]) if orientation > 1 else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    quality = {"JPEG": {"quality": 95}, "AVIF": {"quality": 90, "speed": 9}, "WEBP": {"lossless": True}}
    content = saved(stored, kind, exif=exif, **quality.get(kind, {}))
    (all_of_it,) = render(content, whole(1024, 768, to=64))
    crop = Job(Box(512, 0, 512, 384), (Variant(32, 24, LOSSLESS),))
    (corner,) = render(content, crop)

    assert far(corners(64, 48), opened(all_of_it)) <= 48  # the ringing of Lanczos at the seams
    points = [(8, 8), (56, 8), (8, 40), (56, 40)]
    assert all(
        near(colour, opened(all_of_it).convert("RGB").getpixel(point))
        for colour, point in zip(CORNERS, points, strict=True)
    )
    assert all(
        near(CORNERS[1], opened(corner).convert("RGB").getpixel(point))
        for point in [(4, 4), (28, 4), (4, 20), (28, 20)]
    )


@pytest.mark.parametrize("orientation", [1, 6])
def test_jpeg_is_shrunk_while_it_is_decoded(orientation: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """`draft` is asked in stored lengths, and gives the smallest size that is still large enough."""
    asked: list[tuple[tuple[int, int], tuple[int, int]]] = []

    class Watched(JpegImagePlugin.JpegImageFile):
        def draft(self, mode, size):  # type: ignore[no-untyped-def]
            before = self.size
            found = super().draft(mode, size)
            asked.append((before, self.size))
            return found

    from generator.imaging import opening

    monkeypatch.setitem(opening._PLUGINS, "jpeg", Watched)
    exif = Image.Exif()
    exif[0x0112] = orientation
    content = saved(scene(1600, 1200), "JPEG", exif=exif)
    width, height = (1200, 1600) if orientation == 6 else (1600, 1200)
    render(content, whole(width, height, to=width // 4))

    assert [((1600, 1200), (400, 300))] == asked


def test_shrinking_on_load_changes_little() -> None:
    """A rendition by way of a half-size JPEG looks like one from all of its pixels."""
    image = scene(1600, 1200)
    (drafted,) = render(saved(image, "JPEG", quality=95, subsampling=0), whole(1600, 1200, to=400))
    (full,) = render(saved(image, "PNG"), whole(1600, 1200, to=400))
    pairs = list(zip(opened(drafted).tobytes(), opened(full).tobytes(), strict=True))

    assert sum(abs(a - b) for a, b in pairs) / len(pairs) < 2.5


def test_crop_is_cut_where_it_was_asked() -> None:
    """An off-centre crop of odd lengths has the pixels of that place."""
    image = scene(301, 203)
    job = Job(Box(37, 41, 111, 99), (Variant(111, 99, LOSSLESS),))
    (file,) = render(saved(image, "PNG"), job)

    assert image.crop((37, 41, 148, 140)).tobytes() == opened(file).convert("RGB").tobytes()


def test_sixteen_bit_grey_is_scaled() -> None:
    """16-bit grey is not cut off at white, in either byte order, nor are whole numbers and fractions."""
    levels = [0, 16_384, 32_768, 49_151, 65_535]
    grey = Image.new("I;16", (5, 1))
    for x, level in enumerate(levels):
        grey.putpixel((x, 0), level)
    big = Image.frombytes("I;16B", (5, 1), b"".join(level.to_bytes(2, "big") for level in levels))
    fractions = Image.new("F", (5, 1))
    for x, level in enumerate(levels):
        fractions.putpixel((x, 0), level / 65_535)
    sources = [saved(grey, "PNG"), saved(grey, "TIFF"), saved(big, "TIFF"), saved(fractions, "TIFF")]
    files = [opened(render(source, whole(5, 1))[0]) for source in sources]

    assert [[0, 64, 128, 191, 255]] * 4 == [list(file.convert("L").tobytes()) for file in files]


def test_transparent_grey_of_sixteen_bits() -> None:
    """The one grey of 65536 that a PNG calls transparent is transparent, and its neighbour is not."""
    grey = Image.new("I;16", (2, 1), 30_000)
    grey.putpixel((0, 0), 30_001)
    (file,) = render(saved(grey, "PNG", transparency=30_001), whole(2, 1))

    assert [0, 255] == list(opened(file).convert("RGBA").getchannel("A").tobytes())


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK", "YCbCr", "LAB", "I;16"])
@pytest.mark.parametrize("encoding", [AVIF, JPEG, WEBP, LOSSLESS], ids=lambda encoding: encoding.format)
def test_every_mode_becomes_every_format(mode: str, encoding: Encoding) -> None:
    """Whatever the layout of the pixels, a picture of the web comes out."""
    image = Image.new(mode, (40, 30)) if mode in ("LAB", "I;16") else corners(40, 30).convert(mode)
    (file,) = render(
        saved(image, "PNG" if mode in ("P", "LA", "RGBA") else "TIFF"), whole(40, 30, encoding, to=20)
    )

    assert ((20, 15), True) == (opened(file).size, opened(file).mode in ("L", "RGB", "RGBA", "P"))


def test_palette_with_transparency() -> None:
    """A transparent entry of a palette is transparent in AVIF, WebP and PNG, and white in JPEG."""
    image = corners().quantize(4)
    content = saved(image, "PNG", transparency=image.getpixel((2, 2)))
    avif, webp, png, jpeg = (
        opened(file) for file in render(content, whole(64, 48, AVIF, WEBP, LOSSLESS, JPEG))
    )

    assert [0, 0, 0] == [file.convert("RGBA").getpixel((4, 4))[3] for file in (avif, webp, png)]
    assert [255, 255, 255] == [file.convert("RGBA").getpixel((60, 44))[3] for file in (avif, webp, png)]
    assert near((255, 255, 255), jpeg.getpixel((4, 4)))


def test_transparent_colour_does_not_bleed() -> None:
    """Green that cannot be seen gives no green seam when a red disc is made smaller."""
    image = Image.new("RGBA", (64, 64), (0, 255, 0, 0))
    image.paste((255, 0, 0, 255), (16, 16, 48, 48))
    (file,) = render(saved(image, "PNG"), whole(64, 64, to=21))
    seen = [pixel for pixel in opened(file).convert("RGBA").get_flattened_data() if pixel[3] > 8]

    assert seen and max(pixel[1] for pixel in seen) <= 4


def test_idle_alpha_is_dropped() -> None:
    """An alpha channel that is opaque everywhere does not reach the file; one that is not, does."""
    opaque = render(saved(corners(mode="RGBA"), "PNG"), whole(64, 48, AVIF))
    sheer = corners(mode="RGBA")
    sheer.putalpha(128)

    assert ["RGB", "RGBA"] == [
        opened(opaque[0]).mode,
        opened(render(saved(sheer, "PNG"), whole(64, 48, AVIF))[0]).mode,
    ]


def test_grey_stays_one_channel() -> None:
    """A grey photo is grey in JPEG and AVIF, where colour would cost bytes."""
    files = render(saved(scene().convert("L"), "JPEG"), whole(160, 120, AVIF, JPEG))

    assert ["L", "L"] == [opened(file).mode for file in files]


def test_jpeg_tables_are_those_that_were_asked() -> None:
    """The file carries the scaled table, once, for all channels; progressive and 4:2:0."""
    (file,) = render(FILES["png"], whole(160, 120, JPEG))
    image = opened(file)
    assert isinstance(image, JpegImagePlugin.JpegImageFile)

    assert {0: quantisation(JPEG.quality)} == image.quantization
    assert (True, 2) == (bool(image.info.get("progressive")), JpegImagePlugin.get_sampling(image))


def test_class_of_graphics_keeps_colour_of_edges() -> None:
    """The class `graphic` does not halve the colours."""
    (file,) = render(FILES["png"], whole(160, 120, CLASSES["graphic"]["jpeg"]))
    image = opened(file)
    assert isinstance(image, JpegImagePlugin.JpegImageFile)

    assert 0 == JpegImagePlugin.get_sampling(image)


def test_png_has_a_palette_where_it_loses_nothing() -> None:
    """Few colours are kept exactly in a palette, many without; less quality means 256 colours."""
    few, many = saved(corners(), "PNG"), FILES["png"]
    (small,) = render(few, whole(64, 48))
    (exact,) = render(many, whole(160, 120))
    (reduced,) = render(many, whole(160, 120, Encoding("png", 90)))

    assert ["P", "RGB", "P"] == [opened(file).mode for file in (small, exact, reduced)]
    assert [0, 0] == [far(corners(), opened(small)), far(scene(), opened(exact))]


def test_lossless_webp() -> None:
    """WebP of quality 100 has the very pixels."""
    (file,) = render(FILES["png"], whole(160, 120, Encoding("webp", 100)))

    assert 0 == far(scene(), opened(file))


def test_first_frame_is_the_still() -> None:
    """A still of an animation is its first picture."""
    frames = [corners(), corners().transpose(Image.Transpose.FLIP_LEFT_RIGHT)]
    content = saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], lossless=True, duration=50)

    assert 0 == far(frames[0], opened(render(content, whole(64, 48))[0]))


def test_one_pixel_and_one_row() -> None:
    """The smallest and the thinnest pictures are pictures."""
    dot = render(saved(Image.new("RGB", (1, 1), (9, 8, 7)), "PNG"), whole(1, 1, AVIF, JPEG, WEBP, LOSSLESS))
    row = render(saved(scene(3000, 1), "PNG"), Job(crop_box(3000, 1, None), (Variant(64, 1, AVIF),)))

    assert [(1, 1)] * 4 + [(64, 1)] == [opened(file).size for file in (*dot, *row)]


@pytest.mark.parametrize(
    "job",
    [
        Job(Box(0, 0, 161, 120), (Variant(10, 10, LOSSLESS),)),
        Job(Box(-1, 0, 20, 20), (Variant(10, 10, LOSSLESS),)),
        Job(Box(0, 0, 100, 100), (Variant(101, 100, LOSSLESS),)),
        Job(Box(0, 0, 100, 100), (Variant(0, 0, LOSSLESS),)),
    ],
    ids=["crop too wide", "crop outside", "scaled up", "nothing"],
)
def test_jobs_that_do_not_fit_are_bugs(job: Job) -> None:
    """A crop outside of the picture and a variant larger than its crop are the caller's mistake."""
    with pytest.raises(ValueError, match=r"not inside|scaled up"):
        render(FILES["png"], job)


def test_no_variants_no_files() -> None:
    """An empty job is no mistake."""

    assert [] == render(FILES["png"], Job(Box(0, 0, 1, 1), ()))


def test_limits_hold_for_rendering_too() -> None:
    """What `inspect` would refuse, `render` refuses."""
    with pytest.raises(Unusable, match="too-large"):
        render(FILES["png"], whole(160, 120), Limits(max_megapixels=0.01))


def test_cmyk_of_a_printer_is_not_inverted() -> None:
    """A JPEG in CMYK as Adobe writes it (inverted) has the colours it was made of."""
    (file,) = render(saved(corners().convert("CMYK"), "JPEG", quality=95), whole(64, 48))

    assert all(
        near(colour, opened(file).convert("RGB").getpixel(point), 12)
        for colour, point in zip(CORNERS, [(8, 8), (56, 8), (8, 40), (56, 40)], strict=True)
    )


def test_broken_profile_is_no_profile() -> None:
    """A profile of nonsense leaves the colours alone."""
    (file,) = render(saved(corners(), "PNG", icc_profile=b"nonsense" * 30), whole(64, 48))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    (cut,) = render(saved(corners(), "PNG", icc_profile=srgb[:200]), whole(64, 48))

    assert [0, 0] == [far(corners(), opened(file)), far(corners(), opened(cut))]
