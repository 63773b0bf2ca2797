"""Any bytes: a picture or a reason, never anything else."""

from __future__ import annotations

import sys
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.imaging import (
    REASONS,
    Box,
    Encoding,
    Job,
    Limits,
    Unusable,
    Variant,
    analyse,
    animate,
    clean_svg,
    inspect,
    render,
)
from tests.imaging.pictures import ADOBE_RGB, FILES, corners, opened, saved, scene

LIMITS = Limits(max_megapixels=4, max_frames=50)
JPEG = Encoding("jpeg", 60)
MORE = {
    "cmyk": saved(corners().convert("CMYK"), "JPEG"),
    "apng": saved(corners(), "PNG", save_all=True, append_images=[corners().rotate(90)], duration=50),
    "animated gif": saved(corners(), "GIF", save_all=True, append_images=[corners().rotate(90)], duration=50),
    "animated webp": saved(
        corners(), "WEBP", save_all=True, append_images=[corners().rotate(90)], duration=50
    ),
    "palette": saved(corners().quantize(8), "PNG", transparency=1, icc_profile=ADOBE_RGB),
    "tiled tiff": saved(scene(), "TIFF", compression="tiff_adobe_deflate"),
}
SEEDS = {**FILES, **MORE}


def outcome(content: bytes) -> str:
    """Everything is done to the bytes; ``ok`` or the reason."""
    try:
        found = inspect(content, LIMITS)
        if found.format == "svg":
            clean_svg(content)
            return "ok"
        analyse(content, LIMITS)
        box = Box(0, 0, found.width, found.height)
        width = min(32, found.width)
        height = max(1, min(found.height, round(found.height * width / found.width)))
        (file,) = render(content, Job(box, (Variant(width, height, JPEG),)), LIMITS)
        assert (width, height) == opened(file).size
        if found.frames > 1:
            animate(content, 32, LIMITS)
    except Unusable as unusable:
        assert unusable.reason in REASONS
        return unusable.reason
    return "ok"


@pytest.mark.parametrize("name", SEEDS)
def test_cut_at_every_percent(name: str) -> None:
    """A file cut at each of a hundred places is refused or a picture; half of a still is never a picture."""
    content = SEEDS[name]
    outcomes = [outcome(content[: len(content) * percent // 100]) for percent in range(100)]

    assert "ok" == outcome(content)
    assert "empty" == outcomes[0]
    assert set(outcomes[2:50]) <= {"truncated", "corrupt", "unknown-format"} or "animated" in name
    # A cut is called a cut, but where the header is cut, or the format has no end to be missed.
    if name in ("jpeg", "progressive", "png", "palette", "webp", "lossless webp"):
        assert {"truncated"} == set(outcomes[30:95])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.data_too_large])
@given(st.sampled_from(sorted(SEEDS)), st.data())
def test_changed_headers(name: str, data: st.DataObject) -> None:
    """Bytes changed anywhere in the first 400, or moved, or doubled, give a picture or a reason."""
    content = bytearray(SEEDS[name])
    reach = min(400, len(content) - 1)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, reach))
        match data.draw(st.sampled_from(["set", "insert", "delete", "big"])):
            case "set":
                content[at] = data.draw(st.integers(0, 255))
            case "insert":
                content[at:at] = data.draw(st.binary(min_size=1, max_size=8))
            case "delete":
                del content[at : at + data.draw(st.integers(1, 8))]
            case "big":
                content[at : at + 4] = b"\xff\xff\xff\xff"

    assert outcome(bytes(content))


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([content[:size] for content in SEEDS.values() for size in (4, 12, 33)]),
    st.binary(max_size=200),
)
def test_noise_behind_a_head(head: bytes, noise: bytes) -> None:
    """A true beginning and noise behind it give a reason."""

    assert outcome(head + noise) in REASONS


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=100))
def test_noise(noise: bytes) -> None:
    """Noise alone gives a reason."""

    assert outcome(noise) in REASONS


def test_nothing_is_said_aloud(recwarn: pytest.WarningsRecorder, capsys: pytest.CaptureFixture[str]) -> None:
    """What Pillow warns of stays inside, and the filters of warnings are as they were."""
    import warnings

    before = list(warnings.filters)
    bad = SEEDS["apng"].replace(b"acTL\0\0\0\x02", b"acTL\0\0\0\0")
    outcome(bad)
    outcome(SEEDS["tiff"][:300])

    assert [] == list(recwarn)
    assert before == list(warnings.filters)
    assert ("", "") == capsys.readouterr()


def test_global_switches_of_pillow_stay() -> None:
    """The limits and the patience that other users of Pillow have set are not touched."""
    from PIL import Image, ImageFile

    outcome(SEEDS["jpeg"])

    assert (False, 1024 * 1024 * 1024 // 4 // 3) == (ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is told by Linux only")
def test_claims_cost_no_memory() -> None:
    """A hundred files that claim to be huge leave the process as large as it was."""
    import resource

    png = bytearray(FILES["png"])
    png[16:24] = b"\0\0\xff\xff\0\0\xff\xff"
    png[29:33] = zlib.crc32(png[12:29]).to_bytes(4, "big")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    assert {"too-large"} == {outcome(bytes(png)) for _ in range(100)}
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000
