"""Drawing social cards: a picture that comes out from under a scrim, and words that can be read on any.

Words are shaped by Raqm (HarfBuzz and FriBidi), so that Arabic joins its letters and runs from right to left.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw, features

from .card_job import CardJob
from .geometry import Box
from .job import Job
from .lettering import Letters, set_title
from .opening import open_picture
from .rendition import first
from .unusable import Limits, Unusable

WIDTH, HEIGHT = 1200, 630
LARGEST = 150_000
"""Bytes a card may have: messengers refuse larger ones, or show none."""
MARGIN = 64
PICTURE = 720
"""Pixels that the picture is wide, at the end of the line of reading."""
COLUMN = 560
"""Pixels for the words, of which the last hundred lie over the picture's edge."""
SCRIM = 0.84
"""How much of the ground lies over the picture where words end: enough on a white picture, too."""
FADE = 190
"""Pixels over which the picture comes out from under the scrim, beyond the words."""
SMALL = 28
_QUALITIES = (88, 82, 76, 70, 62, 54, 46)


def draw_cards(
    content: bytes | None, crop: Box, jobs: Sequence[CardJob], limits: Limits | None = None
) -> list[bytes]:
    """The files of `jobs`, in their order, over one crop of one picture, which is decoded once.

    Without `content` the ground fills the card. Raises `Unusable` for the picture.
    """
    under = _picture(content, crop, limits or Limits()) if content is not None else None
    return [_encoded(_drawn(under, job)) for job in jobs]


def _picture(content: bytes, crop: Box, limits: Limits) -> Image.Image:
    """The crop, filling the card; a small one is enlarged, since a card has one size."""
    picture = open_picture(content, limits)
    size = min(PICTURE, crop.width), min(HEIGHT, crop.height)
    try:
        image, _ = first(picture, Job(crop, ()), size)
    except MemoryError as error:
        raise Unusable("too-large", "not enough memory") from error
    if image.mode == "RGBA":
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    return image.convert("RGB").resize((PICTURE, HEIGHT), Image.Resampling.LANCZOS)


def _drawn(under: Image.Image | None, job: CardJob) -> Image.Image:
    """The card. Lines are read towards the picture, from the left or from the right."""
    shaped = bool(features.check("raqm"))
    right = job.direction == "rtl"
    letters = Letters(job.font, job.language, job.direction, shaped)
    card = Image.new("RGB", (WIDTH, HEIGHT), job.ground)
    if under is not None:
        at = (0 if right else WIDTH - PICTURE, 0)
        card.paste(under, at)
        card = Image.composite(Image.new("RGB", card.size, job.ground), card, _scrim(right))
    else:
        _pulse(card, job.accent, right)
    if right and not shaped:
        return card  # loose letters in the wrong order would be worse than none
    setting = set_title(job.title, letters, COLUMN if under is not None else WIDTH - 2 * MARGIN)
    edge = WIDTH - MARGIN if right else MARGIN
    draw = ImageDraw.Draw(card)
    small = letters.size(SMALL)
    letters.draw(draw, (edge, HEIGHT - MARGIN), job.site, small, job.ink, right)
    foot = HEIGHT - MARGIN - 2 * SMALL - 12
    # In the middle of what is left above the name; a card without a picture has its drawing there.
    above = 96 + SMALL if job.kicker else 72
    top = foot - setting.height if under is None else MARGIN + (foot - MARGIN - setting.height + above) // 2
    bar = top - above + 30
    draw.rectangle(
        ((edge - 64, bar, edge, bar + 6) if right else (edge, bar, edge + 64, bar + 6)), fill=job.accent
    )
    if job.kicker:
        letters.draw(draw, (edge, top - 26), job.kicker, small, job.ink, right)
    font = letters.size(setting.size)
    for number, line in enumerate(setting.lines):
        base = top + round(setting.leading * number + setting.size * 0.86)
        letters.draw(draw, (edge, base), line, font, job.ink, right)
    return card


def _scrim(right: bool) -> Image.Image:
    """How much of the ground is seen in each column: all of it, `SCRIM` where words end, then ever less."""
    row = Image.new("L", (WIDTH, 1))
    begin, words_end = WIDTH - PICTURE, MARGIN + COLUMN
    for column in range(WIDTH):
        if column <= words_end:
            share = 1 - (1 - SCRIM) * _eased((column - begin) / (words_end - begin))
        else:
            share = SCRIM * (1 - _eased((column - words_end) / FADE))
        row.putpixel((WIDTH - 1 - column if right else column, 0), round(255 * share))
    return row.resize((WIDTH, HEIGHT))


def _eased(share: float) -> float:
    """From 0 to 1, slow at both ends: a straight ramp is seen as an edge."""
    share = min(1.0, max(0.0, share))
    return share * share * (3 - 2 * share)


_BEAT = (
    (0, 0),
    (0.36, 0),
    (0.39, -0.16),
    (0.42, 0),
    (0.45, 0),
    (0.48, -1),
    (0.53, 0.62),
    (0.57, 0),
    (0.62, -0.28),
)
"""The line of a pulse: share of the width, and of the height, up being less."""


def _pulse(card: Image.Image, colour: str, right: bool) -> None:
    """A line across a card that has no picture, drawn large and made smaller so that its edge is smooth."""
    twice = Image.new("L", (WIDTH * 2, HEIGHT))
    points = [(x * WIDTH * 2, 250 + y * 190) for x, y in (*_BEAT, (0.67, 0), (1, 0))]
    line = [(2 * WIDTH - x, y) for x, y in points] if right else points
    ImageDraw.Draw(twice).line(line, fill=255, width=14, joint="curve")
    mask = twice.resize((WIDTH, HEIGHT // 2), Image.Resampling.LANCZOS)
    card.paste(Image.new("RGB", mask.size, colour), (0, 40), mask)


def _encoded(card: Image.Image) -> bytes:
    """As fine as the limit allows."""
    content = b""
    for quality in _QUALITIES:
        stream = io.BytesIO()
        card.save(stream, "JPEG", quality=quality, subsampling=0, progressive=True, optimize=True)
        content = stream.getvalue()
        if len(content) <= LARGEST:
            break
    return content
