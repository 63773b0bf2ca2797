"""Real and hostile pictures of other projects: what came out is what its manifest expects.

The collection is not part of the project. PULSEN_FIXTURES names the folder that holds it.
"""

from __future__ import annotations

import io
import os
import tarfile
import time
from collections import Counter
from contextlib import suppress
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms, ImageOps, ImageStat

from generator.imaging import (
    CLASSES,
    Box,
    Encoding,
    Job,
    Unusable,
    Variant,
    analyse,
    animate,
    clean_svg,
    height_for,
    inspect,
    render,
)
from tests.imaging.pictures import opened

FIXTURES = os.environ.get("PULSEN_FIXTURES", "")
needs_fixtures = pytest.mark.skipif(
    not FIXTURES, reason="set PULSEN_FIXTURES to the folder of the collection to run this"
)
SETS = (
    *("av1-avif", "exif-samples", "exifr", "hugo-images", "image-rs", "immich", "lektor", "libavif"),
    *("libjxl-testdata", "metadata-extractor", "pillow", "pngsuite", "recurser-orientation", "sharp"),
    "sigal-names",
    *("zune-fuzz", "zune-jpeg", "bakerydemo", "budgie-backgrounds", "camera-jpeg", "cid22", "kodak"),
)
OURS = {"JPEG", "MPO", "PNG", "GIF", "WEBP", "AVIF", "TIFF", "HEIF(pillow-heif)"}
TRACES = (b"Exif\0", b"http://ns.adobe.com", b"ICC_PROFILE", b"Photoshop 3.0", b"\xff\xfe", b"GPSLatitude")
SECONDS = 10

STRICTER = {
    "decompression_bomb_extents.gif": "too-large",  # its second frame claims 4 gigapixels
    "truncated_end_chunk.png": "truncated",  # the last chunk is cut, and nobody knows what else is
}
"""Read by Pillow, refused by us."""
FRAMES = {"tiff": 1, "jpeg": 1}
"""Pages and previews are no frames."""
PROFILES = {
    "thompson-springs.jpg": "sRGB v4 ICC preference perceptual intent beta",  # cut short in the reference
    "icc-after-SOF.jpg": "",  # seven bytes of profile
}


@lru_cache(maxsize=1)
def reference() -> dict[str, list[str]]:
    """Path -> columns of IMAGES.tsv: path, status, format, mode, size, frames, orientation, profile, ..."""
    lines = Path(FIXTURES, "IMAGES.tsv").read_text("utf-8").splitlines()
    return {line.split("\t")[0]: [*line.split("\t"), *[""] * 11][:11] for line in lines if line[:1] != "#"}


def files(name: str) -> list[tuple[str, bytes]]:
    """Path in the collection, and content, of each file of a set."""
    packed = Path(FIXTURES, "1-images-edge", f"{name}.tar")
    if packed.is_file():  # its names have letters that not every file system knows
        with tarfile.open(packed) as tar:
            members = [(member.name, tar.extractfile(member)) for member in tar if member.isfile()]
            return [(f"1-images-edge/{path}", file.read()) for path, file in members if file]
    folders = [
        folder for part in ("1-images-edge", "2-photos") if (folder := Path(FIXTURES, part, name)).exists()
    ]
    return [
        (path.relative_to(FIXTURES).as_posix(), path.read_bytes())
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]


def first_load_fails(content: bytes) -> bool:
    """Whether Pillow refuses at first; the reference asked twice, and got the second time what there is."""
    try:
        opened(content)
    except Exception:
        return True
    return False


def expected(path: str, row: list[str] | None, content: bytes) -> set[str]:
    """The outcomes that are right: ``ok``, a reason, or ``refused`` for any reason."""
    name = path.rpartition("/")[2]
    if name in STRICTER:
        return {STRICTER[name]}
    if not content:
        return {"empty"}
    if row is None or row[2] not in {*OURS, ""}:
        return {"unknown-format"}
    if row[2].startswith("HEIF"):
        return {"ok"} if find_spec("pillow_heif") else {"heic-needs-extra"}
    if row[1] != "ok" or ("zune-fuzz" in path and first_load_fails(content)):
        return {"refused"}
    return {"ok"}


def made(content: bytes) -> tuple[str, bytes]:
    """The outcome of everything that is done with a picture, and its rendition of 640 px."""
    try:
        found = inspect(content)
        if found.format == "svg":
            clean_svg(content)
            return "ok", b""
        analyse(content)
        box = Box(0, 0, found.width, found.height)
        width = min(640, found.width)
        (file,) = render(
            content, Job(box, (Variant(width, height_for(box, width), CLASSES["standard"]["jpeg"]),))
        )
    except Unusable as unusable:
        return unusable.reason, b""
    if found.frames > 1:
        with suppress(Unusable):  # the still may be sound where the frames after it are not
            animate(content, 320)
    return "ok", file


def differences(path: str, row: list[str], content: bytes) -> list[str]:
    """Where our header differs from the reference."""
    found = inspect(content)
    name = path.rpartition("/")[2]
    width, height = map(int, row[4].split("x"))
    # Pillow turns a TIFF itself, so its size is upright in the reference too.
    turned = row[2] != "TIFF" and row[6].isdigit() and int(row[6]) in range(5, 9)
    size = (height, width) if turned else (width, height)
    frames = FRAMES.get(found.format, int(row[5] or 1))
    still_first = found.format == "png" and frames > 1 and found.frames == frames - 1
    told = []
    if size != (found.width, found.height):
        told.append(f"{path}: {found.width} x {found.height}, not {size}")
    if frames != found.frames and not still_first:
        told.append(f"{path}: {found.frames} frames, not {frames}")
    if PROFILES.get(name, row[7]) != found.profile:
        told.append(f"{path}: profile {found.profile!r}, not {row[7]!r}")
    return told


@needs_fixtures
@pytest.mark.slow
@pytest.mark.parametrize("name", SETS)
def test_sets(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every file ends as expected and in time; size, frames and profile are right; no trace is left."""
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    slowest = (0.0, "")
    for path, content in files(name):
        row = reference().get(path)
        started = time.perf_counter()
        outcome, file = made(content)
        slowest = max(slowest, (time.perf_counter() - started, path.rpartition("/")[2]))
        counts[outcome] += 1
        right = expected(path, row, content)
        if outcome not in right and not (right == {"refused"} and outcome != "ok"):
            wrong.append(f"{path}: {outcome}, not {right}")
        elif outcome == "ok" and row:
            wrong += differences(path, row, content)
        wrong += [f"{path}: {trace!r} is in the output" for trace in TRACES if trace in file]
    with capsys.disabled():
        told = ", ".join(f"{number} {outcome}" for outcome, number in counts.most_common())
        print(f"\n{name}: {told}; slowest {slowest[0] * 1000:.0f} ms ({slowest[1]})")

    assert "" == "\n".join(wrong)
    assert counts.total() and slowest[0] < SECONDS


def mean_difference(one: Image.Image, other: Image.Image) -> float:
    """0-255, over all channels of all pixels."""
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3


@needs_fixtures
def test_all_orientations_look_the_same() -> None:
    """The nine pictures of recurser's are one picture after processing, by their pixels."""
    shown = []
    for _, content in files("recurser-orientation"):
        found = inspect(content)
        box = Box(0, 0, found.width, found.height)
        (file,) = render(content, Job(box, (Variant(450, height_for(box, 450), Encoding("png", 100)),)))
        assert 0x0112 not in opened(file).getexif()
        shown.append(opened(file).convert("RGB"))

    assert 9 == len(shown)
    assert {shown[0].size} == {image.size for image in shown}
    # They differ only in the number that is drawn into each, and by their own JPEG.
    assert all(mean_difference(shown[0], image) < 4 for image in shown)
    assert mean_difference(shown[0], ImageOps.mirror(shown[0])) > 20


@needs_fixtures
def test_profiles_are_applied() -> None:
    """Pictures with a profile come out as lcms converts them at full size, by their pixels."""
    srgb = ImageCms.createProfile("sRGB")
    compared, wrong = 0, []
    for path, row in reference().items():
        if row[1] != "ok" or not row[7] or row[7].startswith("unreadable") or row[3] not in ("RGB", "CMYK"):
            continue
        if row[2] not in OURS - {"HEIF(pillow-heif)"} or path[:2] not in ("1-", "2-"):
            continue
        content = Path(FIXTURES, path).read_bytes()
        source = opened(content)
        profile = ImageCms.ImageCmsProfile(io.BytesIO(source.info["icc_profile"]))
        source = source if row[2] == "TIFF" else ImageOps.exif_transpose(source)
        try:
            right = ImageCms.profileToProfile(
                source, profile, srgb, ImageCms.Intent.RELATIVE_COLORIMETRIC, "RGB",
                flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
            )  # fmt: skip
        except ImageCms.PyCMSError:  # a profile of one kind on pixels of another
            continue
        assert right is not None
        found = inspect(content)
        box, width = Box(0, 0, found.width, found.height), min(found.width, 320)
        size = (width, height_for(box, width))
        (file,) = render(content, Job(box, (Variant(*size, Encoding("png", 100)),)))
        right = right.resize(size, Image.Resampling.LANCZOS)
        off = mean_difference(opened(file).convert("RGB"), right)
        compared += 1
        if off > 2.5:
            wrong.append(f"{path} ({row[7]}): {off:.1f}")

    assert "" == "\n".join(wrong)
    assert compared > 40
