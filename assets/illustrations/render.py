"""Draw all illustrations, or those named: python assets/illustrations/render.py [NAME ...]

Needs Pillow and an installed Chromium. `--half DIR` writes quick half-size PNGs into DIR instead.
"""

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageChops

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from pictures import PICTURES  # noqa: E402

PHOTOS = HERE.parent / "photos"
LIMIT = 1_200_000
"""Bytes a master may have."""

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def grain(size: tuple[int, int], strength: int) -> Image.Image:
    """Paper: a tile of soft noise around middle grey, laid edge to edge; the same every time."""
    side = 512
    fine = Image.frombytes("L", (side, side), random.Random(7).randbytes(side * side))
    wide = Image.frombytes("L", (side // 2, side // 2), random.Random(8).randbytes(side * side // 4))
    tile = Image.blend(fine, wide.resize((side, side), Image.Resampling.BICUBIC), 0.8)
    tile = tile.point(lambda value: 128 + (value - 128) * strength // 100)
    out = Image.new("L", size)
    for x in range(0, size[0], side):
        for y in range(0, size[1], side):
            out.paste(tile, (x, y))
    return out


def browser(folder: str) -> list[str]:
    """The command that starts a browser nobody sees; it keeps what it needs in `folder`."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if not found:
        sys.exit("No Chromium found; install one, for instance with: apt install chromium")
    return [
        found,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--hide-scrollbars",
        "--force-device-scale-factor=1",
        f"--user-data-dir={folder}/profile",
    ]


def raster(svg: str, size: tuple[int, int]) -> Image.Image:
    """What a browser makes of the drawing."""
    with tempfile.TemporaryDirectory() as folder:
        page, shot = Path(folder, "page.html"), Path(folder, "shot.png")
        page.write_text(f"<!doctype html><style>body{{margin:0}}svg{{display:block}}</style>{svg}", "utf-8")
        subprocess.run(
            [
                *browser(folder),
                f"--window-size={size[0]},{size[1]}",
                f"--screenshot={shot}",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
        with Image.open(shot) as picture:
            return picture.convert("RGB").crop((0, 0, *size))


def save(picture: Image.Image, path: Path) -> int:
    """Write a JPEG with full colour, as fine as the limit allows; gives its quality."""
    for quality in range(92, 79, -2):
        picture.save(path, quality=quality, subsampling=0, optimize=True, progressive=True)
        if path.stat().st_size <= LIMIT:
            return quality
    raise SystemExit(f"{path.name} is larger than {LIMIT} bytes")


def main() -> None:
    """Draw what the command line names."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("names", nargs="*", metavar="NAME")
    ask.add_argument("--half", type=Path, metavar="DIR")
    said = ask.parse_args()
    if unknown := set(said.names) - set(PICTURES):
        ask.error(f"no such picture: {', '.join(sorted(unknown))}")
    for name in said.names or PICTURES:
        sheet = PICTURES[name]()
        scale = 1 if said.half else 2
        size = (sheet.width * scale, sheet.height * scale)
        picture = raster(sheet.svg(scale), size)
        picture = ImageChops.overlay(picture, Image.merge("RGB", [grain(size, 9)] * 3))
        if said.half:
            said.half.mkdir(parents=True, exist_ok=True)
            picture.save(said.half / f"{name}.png")
            continue
        path = PHOTOS / f"{name}.jpg"
        quality = save(picture, path)
        print(f"{path.name}: {path.stat().st_size // 1000} kB, quality {quality}")


if __name__ == "__main__":
    main()
