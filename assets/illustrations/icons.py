"""Draw a theme's icons from its favicon.svg: python assets/illustrations/icons.py THEME [--ground COLOUR]

Needs Pillow and an installed Chromium. Writes into themes/THEME/static:

- favicon.ico (16, 32 and 48 pixels) for whoever asks for /favicon.ico,
- apple-touch-icon.png (180): to the edge, because telephones cut the corners themselves,
- icon-192.png and icon-512.png for the web manifest, and icon-maskable.png (512), to the edge.

A mark on a square with rounded corners reaches the edge without them; any other is set on the ground colour.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from render import browser  # noqa: E402

THEMES = HERE.parents[1] / "themes"
SIDE = 1024
INSET = 0.74


def raster(svg: str) -> Image.Image:
    """The drawing, `SIDE` pixels wide and high, clear where it is clear."""
    svg = svg.replace("<svg ", f'<svg width="{SIDE}" height="{SIDE}" ', 1)
    with tempfile.TemporaryDirectory() as folder:
        page, shot = Path(folder, "page.html"), Path(folder, "shot.png")
        page.write_text(f"<!doctype html><style>body{{margin:0}}svg{{display:block}}</style>{svg}", "utf-8")
        command = [
            *browser(folder),
            "--default-background-color=00000000",
            f"--window-size={SIDE},{SIDE}",
            f"--screenshot={shot}",
            page.as_uri(),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        with Image.open(shot) as picture:
            return picture.convert("RGBA").crop((0, 0, SIDE, SIDE))


def main() -> None:
    """Draw the icons of the theme that the command line names."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("theme", metavar="THEME")
    ask.add_argument("--ground", metavar="COLOUR")
    said = ask.parse_args()
    static = THEMES / said.theme / "static"
    svg = (static / "favicon.svg").read_text("utf-8")
    rounded = raster(svg)
    square = raster(re.sub(r' rx="[^"]*"', "", svg, count=1))
    if said.ground:
        # What telephones cut away is outside a circle of 80 %.
        side = round(SIDE * INSET)
        ground = Image.new("RGBA", square.size, said.ground)
        ground.alpha_composite(
            square.resize((side, side), Image.Resampling.LANCZOS), ((SIDE - side) // 2,) * 2
        )
        square = ground
    square = square.convert("RGB")

    def png(picture: Image.Image, name: str, side: int) -> None:
        small = picture.resize((side, side), Image.Resampling.LANCZOS)
        # A mark has few colours; a palette halves the file and nobody sees it.
        few = small.quantize(128, method=Image.Quantize.FASTOCTREE)
        few.save(static / name, optimize=True)

    rounded.save(static / "favicon.ico", sizes=[(16, 16), (32, 32), (48, 48)], bitmap_format="png")
    png(square, "apple-touch-icon.png", 180)
    png(rounded, "icon-192.png", 192)
    png(rounded, "icon-512.png", 512)
    png(square, "icon-maskable.png", 512)


if __name__ == "__main__":
    main()
