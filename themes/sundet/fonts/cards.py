"""Make the letters of social cards: python themes/sundet/fonts/cards.py NotoKufiArabic-Bold.ttf

Needs fonttools and brotli. Cards are drawn at build by Pillow, which takes one font for a whole text, while
pages get theirs in pieces. So static/cards/latin.woff2 joins the pieces of the display letters, bold, and
static/cards/arabic.woff2 joins Noto Kufi Arabic (SIL Open Font License 1.1, notofonts.github.io) with the
basic letters of the former, for names written in Latin letters within an Arabic title.
"""

import sys
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib.instancer import instantiateVariableFont

STATIC = Path(__file__).resolve().parents[1] / "static"
BOLD = 700
UPEM = 1000
BASIC = [*range(0x20, 0x7F), *range(0xA0, 0x100), 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026]
ARABIC = [*range(0x600, 0x700), 0x200C, 0x200D, 0x200E, 0x200F]


def cut(source: Path, letters: list[int] | None, target: Path) -> None:
    """The letters of a font, bold, on the common grid, without hints."""
    font = TTFont(source)
    if "fvar" in font:
        font = instantiateVariableFont(font, {"wght": BOLD})
    font.flavor = None
    if font["head"].unitsPerEm != UPEM:
        scale_upem(font, UPEM)
    options = subset.Options(layout_features=["*"], hinting=False, notdef_outline=True, glyph_names=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=letters or list(font.getBestCmap()))
    subsetter.subset(font)
    font.save(target)


def join(sources: list[Path], name: str, target: Path) -> None:
    """One font of several; the first of them decides its measures."""
    font = Merger().merge([str(source) for source in sources])
    for record in font["name"].names:
        if record.nameID == 1:
            record.string = name
    font["name"].names = [record for record in font["name"].names if record.nameID in (0, 1, 2, 13, 14)]
    font["head"].created = font["head"].modified = 0
    font.recalcTimestamp = False
    font.flavor = "woff2"
    font.save(target)


def main(arabic: Path) -> None:
    """Write both fonts."""
    with tempfile.TemporaryDirectory() as folder:
        pieces = []
        for name in ("sundet-display", "sundet-display-more", "sundet-display-extended"):
            pieces.append(Path(folder, f"{name}.ttf"))
            cut(STATIC / "fonts" / f"{name}.woff2", None, pieces[-1])
        (STATIC / "cards").mkdir(exist_ok=True)
        join(pieces, "Sundet Cards", STATIC / "cards" / "latin.woff2")
        both = [Path(folder, "arabic.ttf"), Path(folder, "basic.ttf")]
        cut(arabic, ARABIC, both[0])
        cut(STATIC / "fonts" / "sundet-display.woff2", BASIC, both[1])
        join(both, "Sundet Cards Arabic", STATIC / "cards" / "arabic.woff2")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
