"""The price of a job."""

from __future__ import annotations

import subprocess
import sys

import pytest

from generator.imaging import CLASSES, Box, Encoding, Inspection, Job, Variant, animation_cost, cost

MEASURE = """
import io, resource, sys
from PIL import Image
from generator.imaging import Box, Encoding, Job, Variant, cost, inspect, render

kind, mode, target = sys.argv[1:]
image = Image.effect_noise((2000, 1500), 60).convert(mode)
stream = io.BytesIO()
options = {"JPEG": {"progressive": True, "subsampling": 0}, "AVIF": {"speed": 10, "max_threads": 1}}
source = io.BytesIO()
image.save(source, kind, **options.get(kind, {}))
source = source.getvalue()
del image


def job(width, height, side):
    encoding = Encoding(target, 60, 8)
    return Job(Box(0, 0, width, height), (Variant(side, side * 3 // 4, encoding), Variant(40, 30, encoding)))


def most():
    with open("/proc/self/status") as status:
        return int(next(line for line in status if line.startswith("VmHWM")).split()[1]) << 10


tiny = io.BytesIO()
Image.new(mode, (80, 60)).save(tiny, kind)
render(tiny.getvalue(), job(80, 60, 60))
found = inspect(source)
price = cost(found, job(2000, 1500, 1800))
with open("/proc/self/clear_refs", "w") as reset:
    reset.write("5")
before = most()
render(source, job(2000, 1500, 1800))
print(most() - before, price)
"""


@pytest.mark.slow
@pytest.mark.skipif(
    sys.platform != "linux", reason="the greatest memory since a moment is told by Linux only"
)
@pytest.mark.parametrize(
    ("kind", "mode", "target"),
    [
        ("JPEG", "RGB", "avif"),
        ("JPEG", "RGB", "jpeg"),
        ("PNG", "RGBA", "webp"),
        ("WEBP", "RGB", "jpeg"),
        ("AVIF", "RGBA", "png"),
    ],
)
def test_cost_is_enough_and_not_absurd(kind: str, mode: str, target: str) -> None:
    """A job in a process of its own takes no more memory than its price, and no less than a sixth of it."""
    told = subprocess.run([sys.executable, "-c", MEASURE, kind, mode, target], capture_output=True, text=True)
    if "clear_refs" in told.stderr:
        pytest.skip("this machine does not let a process measure itself anew")
    assert not told.stderr
    taken, price = map(int, told.stdout.split())

    assert taken <= price <= 6 * max(taken, 8 << 20)


def photo(megapixels: float = 12, **more: object) -> Inspection:
    """A photo of this size, 4 to 3."""
    width = round((megapixels * 4 / 3 * 1e6) ** 0.5)
    known = {"format": "jpeg", "alpha": False, "frames": 1, "mode": "RGB", "profile": "", "bits": 8}
    return Inspection(**{"width": width, "height": width * 3 // 4, **known, **more})  # type: ignore[arg-type]


def ladder_of(found: Inspection, *widths: int, encoding: Encoding = CLASSES["standard"]["avif"]) -> Job:
    """The whole picture in these widths."""
    return Job(
        Box(0, 0, found.width, found.height),
        tuple(Variant(width, width * 3 // 4, encoding) for width in widths),
    )


def test_two_photos_of_a_camera_fit_into_half_a_gigabyte() -> None:
    """Two workers with photos of 12 Mpx in four widths stay under 500 MB, interpreters (40 MB) included."""
    found = photo()

    assert 2 * (cost(found, ladder_of(found, 640, 960, 1280, 1920)) + (40 << 20)) < 500e6


def test_an_animation_costs_its_frames() -> None:
    """All frames at the width that is asked for, never more than the source's."""
    found = photo(1, format="gif", frames=99)
    small, whole, more = (animation_cost(found, width) for width in (300, found.width, 9000))

    assert small < whole == more
    assert 505 << 20 < whole < 2 * (505 << 20)


def test_more_costs_more() -> None:
    """Price grows with the source, the result, depth and alpha, and does not with the number of variants."""
    small = photo(12)
    base = cost(small, ladder_of(small, 1920))

    assert cost(photo(48), ladder_of(photo(48), 1920)) > base
    assert cost(small, ladder_of(small, 3840)) > 2 * base
    assert cost(photo(format="png"), ladder_of(small, 640)) < cost(
        photo(format="png", bits=16), ladder_of(small, 640)
    )
    assert cost(photo(format="png"), ladder_of(small, 640)) < cost(
        photo(format="png", alpha=True), ladder_of(small, 640)
    )
    assert base == cost(small, ladder_of(small, 640, 960, 1280, 1920))
    assert 0 < cost(small, Job(Box(0, 0, 1, 1), ()))
