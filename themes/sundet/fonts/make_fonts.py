"""Makes the fonts of the theme out of the full families: run by hand when a family or a language changes.

    python themes/sundet/fonts/make_fonts.py FOLDER

FOLDER is a node_modules folder with the packages that README.md names. Written are static/fonts/*.woff2 and
static/css/fonts.css; printed is what each file weighs. The build never runs this.

Each family is cut into three files that a browser fetches by need (`unicode-range`): the letters of Swedish,
Danish and English; the rest of Latin-1; and Latin Extended-A, for names of people from the whole of Europe.
Axes are cut to what the style sheet uses. For the time before a font has come there are faces that give a
system font its widths and its height, so that nothing on the page moves.
"""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter, parse_unicodes
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

THEME = Path(__file__).resolve().parents[1]

CORE = (
    "U+20-7E,U+A0,U+A7,U+A9,U+AB,U+AD,U+B0,U+B7,U+BB,U+BD,U+C4-C6,U+C9,U+D6-D8,U+DC,U+E0,U+E4-E6,U+E8,U+E9,"
    "U+F6,U+F8,U+FC,U+2009,U+2011,U+2013,U+2014,U+2018,U+2019,U+201C,U+201D,U+2022,U+2026,U+202F,U+20AC,U+2212"
)
"""What Swedish, Danish and English are written with."""
MORE = (
    "U+A1-A6,U+A8,U+AA,U+AC,U+AE,U+AF,U+B1-B6,U+B8-BA,U+BC,U+BE-C3,U+C7,U+C8,U+CA-D5,U+D9-DB,U+DD-DF,U+E1-E3,"
    "U+E7,U+EA-F5,U+F7,U+F9-FB,U+FD-FF,U+152,U+153,U+201A,U+201E,U+2032,U+2033,U+2122"
)
"""The rest of Latin-1."""
ITALIC = (
    "U+20-22,U+26-29,U+2C-3B,U+3F,U+41-5A,U+61-7A,U+A0,U+C4-C6,U+C9,U+D6,U+D8,U+E0,U+E4-E6,U+E8,U+E9,U+F6,U+F8,U+FC,"
    "U+2009,U+2011,U+2013,U+2014,U+2018,U+2019,U+201C,U+201D,U+2026,U+202F"
)
"""What is set in italics: names of works, words that are stressed. Signs come from the system's font."""
EXTENDED = "U+100-151,U+154-17F,U+218-21B"
"""Latin Extended-A and the comma letters of Romanian."""
SAMPLE = (
    "Från färjan ser man staden vakna. Bageriet på Råå öppnar när det fortfarande är mörkt, och bokskogen "
    "söder om staden luktar regn. From the ferry you see the town wake up, brick by brick, with the light "
    "over the Sound. Fra færgen ser man byen vågne, og vinden fra Øresund bærer duften af tang "
    "ind over gaderne. "
)
"""Letters about as often as the stories have them: widths are compared over this."""


@dataclass(frozen=True)
class Cut:
    """One style of a family, as the theme ships it."""

    name: str
    family: str
    package: str
    file: str
    """Of the package; ``{}`` stands for its part of Unicode."""
    limits: dict[str, float | tuple[float, float]]
    parts: tuple[tuple[str, str, str], ...]
    """(ending of our file's name, part of the package, code points)"""
    weights: str
    style: str = "normal"
    features: tuple[str, ...] = ("kern", "mark", "mkmk", "ccmp", "locl", "liga")


PARTS = (("", "latin", CORE), ("-more", "latin", MORE), ("-extended", "latin-ext", EXTENDED))
CUTS = (
    Cut(
        "sundet-display",
        "Sundet Display",
        "@fontsource-variable/bricolage-grotesque",
        "bricolage-grotesque-{}-standard-normal.woff2",
        {"opsz": 72, "wdth": 100, "wght": (400, 800)},
        PARTS,
        "400 800",
    ),
    Cut(
        "sundet-text",
        "Sundet Text",
        "@fontsource-variable/source-serif-4",
        "source-serif-4-{}-opsz-normal.woff2",
        {"opsz": 18, "wght": (400, 700)},
        PARTS,
        "400 700",
        features=("kern", "mark", "mkmk", "ccmp", "locl", "liga", "tnum"),
    ),
    Cut(
        "sundet-text-italic",
        "Sundet Text",
        "@fontsource-variable/source-serif-4",
        "source-serif-4-{}-opsz-italic.woff2",
        {"opsz": 18, "wght": 400},
        (("", "latin", ITALIC),),
        "400 700",
        "italic",
        features=("kern",),
    ),
)


@dataclass(frozen=True)
class Stand:
    """A system font that stands in for one of ours."""

    face: str
    cut: int
    like: str
    """A package with the widths of the system's font."""
    weights: dict[int, tuple[str, tuple[str, ...]]]
    """Weight -> (the range it stands for, names of the system's font)."""


FALLBACKS = (
    Stand(
        "Sundet Display Arial",
        0,
        "arimo",
        {700: ("400 800", ("Arial Bold", "Arial-BoldMT", "Arimo Bold", "Liberation Sans Bold"))},
    ),
    Stand("Sundet Display Roboto", 0, "roboto", {700: ("400 800", ("Roboto Bold", "Roboto-Bold"))}),
    Stand(
        "Sundet Text Georgia",
        1,
        "gelasio",
        {
            400: ("400 550", ("Georgia", "Gelasio")),
            700: ("551 700", ("Georgia Bold", "Georgia-Bold", "Gelasio Bold")),
        },
    ),
    Stand(
        "Sundet Text Times",
        1,
        "tinos",
        {
            400: ("400 550", ("Times New Roman", "TimesNewRomanPSMT", "Tinos", "Liberation Serif")),
            700: (
                "551 700",
                ("Times New Roman Bold", "TimesNewRomanPS-BoldMT", "Tinos Bold", "Liberation Serif Bold"),
            ),
        },
    ),
    Stand(
        "Sundet Text Noto",
        1,
        "noto-serif",
        {
            400: ("400 550", ("Noto Serif", "NotoSerif-Regular")),
            700: ("551 700", ("Noto Serif Bold", "NotoSerif-Bold")),
        },
    ),
)


def plain(path: Path) -> TTFont:
    """A font out of its woff2 wrapping."""
    font = TTFont(path, recalcTimestamp=False)
    font.flavor = None
    unwrapped = io.BytesIO()
    font.save(unwrapped)
    return TTFont(io.BytesIO(unwrapped.getvalue()), recalcTimestamp=False)


def made(cut: Cut, source: Path, unicodes: str) -> bytes:
    """The woff2 of one part."""
    font = plain(source)
    options = Options()
    options.layout_features = list(cut.features)
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=parse_unicodes(unicodes.replace("U+", "")))
    subsetter.subset(font)
    unwrapped = io.BytesIO()
    font.save(unwrapped)
    # Axes are cut after the letters: fonttools cannot drop letters of a font whose axes it has cut.
    font = instancer.instantiateVariableFont(
        TTFont(io.BytesIO(unwrapped.getvalue()), recalcTimestamp=False), cut.limits
    )
    # "Source" is a reserved name: what is changed may not be called so. Copyright and licence stay.
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6):
            text = cut.family if record.nameID != 6 else cut.family.replace(" ", "")
            font["name"].setName(text, record.nameID, record.platformID, record.platEncID, record.langID)
    font.flavor = "woff2"
    wrapped = io.BytesIO()
    font.save(wrapped, reorderTables=False)
    return wrapped.getvalue()


def width(font: TTFont) -> float:
    """Mean width of the sample's letters, in em."""
    letters, widths = font.getBestCmap(), font["hmtx"]
    return sum(widths[letters[ord(each)]][0] for each in SAMPLE) / len(SAMPLE) / font["head"].unitsPerEm


def fallback(folder: Path, stand: Stand, weight: int) -> str:
    """The face that gives a system font our widths and height."""
    weights, names = stand.weights[weight]
    cut = CUTS[stand.cut]
    path = folder / cut.package / "files" / cut.file.format("latin")
    ours = instancer.instantiateVariableFont(plain(path), {**cut.limits, "wght": weight})
    theirs = TTFont(
        folder / "@fontsource" / stand.like / "files" / f"{stand.like}-latin-{weight}-normal.woff2"
    )
    adjust = width(ours) / width(theirs)
    scale = ours["head"].unitsPerEm * adjust
    head = ours["hhea"]
    sources = ", ".join(f'local("{name}")' for name in names)
    return (
        f'@font-face {{\n  font-family: "{stand.face}";\n  src: {sources};\n  font-weight: {weights};\n'
        f"  size-adjust: {adjust:.2%};\n  ascent-override: {head.ascent / scale:.2%};\n"
        f"  descent-override: {-head.descent / scale:.2%};\n"
        f"  line-gap-override: {head.lineGap / scale:.2%};\n}}\n"
    )


def main(folder: Path) -> None:
    """Write all files and say what they weigh."""
    css = ["/* Made by fonts/make_fonts.py from the metrics of the fonts; do not edit. */\n"]
    for cut in CUTS:
        for ending, part, unicodes in cut.parts:
            content = made(cut, folder / cut.package / "files" / cut.file.format(part), unicodes)
            name = f"{cut.name}{ending}.woff2"
            (THEME / "static" / "fonts" / name).write_bytes(content)
            print(f"{name}: {len(content):,} bytes")
            css.append(
                f'@font-face {{\n  font-family: "{cut.family}";\n  font-style: {cut.style};\n'
                f"  font-weight: {cut.weights};\n  font-display: swap;\n"
                f'  src: url("../fonts/{name}") format("woff2");\n'
                f"  unicode-range: {unicodes.replace(',', ', ')};\n}}\n"
            )
    css.extend(fallback(folder, stand, weight) for stand in FALLBACKS for weight in stand.weights)
    (THEME / "static" / "css" / "fonts.css").write_text("\n".join(css), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
