"""Social cards, from a story's title to a file beside its link."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from PIL import Image, features

from generator.build import build
from generator.disk import FolderDisk
from generator.imaging import Box, CardJob, draw_cards
from generator.imaging.lettering import SIZES, Letters, set_title
from generator.model.card import CardWords
from generator.rendering.cards import all_cards
from generator.survey import PREVIEW
from tests.support.own_site import own_site
from tests.support.small_site import NOW
from tests.test_pictures import PictureSite

STATIC = Path(__file__).parents[1] / "themes" / "sundet" / "static" / "cards"
LATIN, ARABIC = (STATIC / "latin.woff2").read_bytes(), (STATIC / "arabic.woff2").read_bytes()
CARD = 'card: {font: f.woff2, ink: "#ffffff", ground: "#101820"}\n'
IMAGE = re.compile(r'<meta property="og:image" content="https://example.org/([^"]*)">')
HEAD = (
    "{% if page.head.image %}"
    '<meta property="og:image" content="{{ site.url }}{{ page.head.image.src }}">'
    "{% endif %}"
)
pytestmark = pytest.mark.skipif(not features.check("raqm"), reason="Pillow has no Raqm here")


def job(title: str, direction: str = "ltr", **changes: str) -> CardJob:
    """A card in the theme's letters and colours."""
    words = {
        "kicker": "Platser",
        "site": "Pulsen",
        "language": "ar" if direction == "rtl" else "sv",
        **changes,
    }
    font = ARABIC if direction == "rtl" else LATIN
    colours = {"ink": "#fbf6ea", "ground": "#0a1d26", "accent": "#f2a65a"}
    return CardJob(title=title, direction=direction, font=font, **{**colours, **words})


def drawn(content: bytes | None, one: CardJob) -> Image.Image:
    """The card as a picture."""
    (card,) = draw_cards(content, Box(0, 0, 160, 140), [one])
    return Image.open(io.BytesIO(card)).convert("RGB")


def white() -> bytes:
    """A picture that no pale letter can be read on."""
    stream = io.BytesIO()
    Image.new("RGB", (200, 160), "white").save(stream, "PNG")
    return stream.getvalue()


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_words_can_be_read_on_a_white_picture(direction: str) -> None:
    """Wherever words may stand, what is behind them is dark enough for a contrast of 4.5."""
    card = drawn(white(), job("", direction, kicker="", site=""))
    behind = card.crop((576, 0, 624, 630))
    red, green, blue = (channel[1] / 255 for channel in behind.getextrema())

    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    assert (0.92 + 0.05) / (luminance + 0.05) > 4.5


def test_the_picture_stands_at_the_end_of_the_line() -> None:
    """Readers from the left see the picture on the right, readers from the right on the left."""
    left = drawn(white(), job("Kärnan")).getpixel((1180, 20))
    right = drawn(white(), job("برج", "rtl")).getpixel((20, 20))

    assert min(left) > 240
    assert min(right) > 240


def test_arabic_is_shaped_and_runs_from_the_right() -> None:
    """Letters join: the word takes less room than its letters one by one; it stands at the right edge."""
    letters = Letters(ARABIC, "ar", "rtl", True)
    word = "هلسنبوري"

    assert letters.width(word, 60) < 0.8 * sum(letters.width(each, 60) for each in word)
    card = drawn(None, job(word, "rtl"))
    bright = [x for x in range(1200) if max(card.getpixel((x, y))[0] for y in range(380, 520, 3)) > 200]
    assert 1100 < max(bright) <= 1140
    assert min(bright) > 400


def test_every_letter_of_our_titles_is_in_the_fonts() -> None:
    """No title of our own site shows a box instead of a letter."""
    TTFont = pytest.importorskip("fontTools.ttLib").TTFont  # noqa: N806

    known = {
        name: set(TTFont(io.BytesIO(font)).getBestCmap()) for name, font in (("ar", ARABIC), ("", LATIN))
    }
    wanted = [CardWords.from_role(role) for _, role in own_site().wants if role.startswith("card:")]
    missing = {
        letter
        for words in wanted
        for letter in words.title + words.kicker + words.site
        if ord(letter) not in known["ar" if words.language == "ar" else ""] and letter != "\u00ad"
    }

    assert len(wanted) > 100
    assert missing == set()


@pytest.mark.parametrize(
    "title",
    [
        "Kärnan",
        "Gør det i Helsingborg, tyve minutter fra Helsingør",
        "Sjöräddningssällskapsföreningens fastighetsförvaltningsbolagsstyrelsesammanträde",
        "W" * 200,
        "ord " * 200,
        "",
    ],
)
def test_any_title_fits(title: str) -> None:
    """Lines are never wider than the column, words are broken only at need, nothing falls off the card."""
    letters = Letters(LATIN, "sv", "ltr", True)
    setting = set_title(title, letters, 560)

    assert all(letters.width(line, setting.size) <= 590 for line in setting.lines)
    assert setting.height <= 340
    if len(title.split()) < 12 and max(map(len, title.split()), default=0) < 20:
        assert " ".join(setting.lines) == title
    assert setting.size in SIZES


def test_long_words_break_where_syllables_do() -> None:
    """A word that fits in no size gets a hyphen after a vowel, with letters enough on either side."""
    setting = set_title(
        "fastighetsförvaltningsbolagsstyrelsesammanträde", Letters(LATIN, "sv", "ltr", True), 560
    )

    assert setting.lines[0].endswith("-")
    assert setting.lines[0][-2] in "aeiouyåäö"
    assert "".join(line.rstrip("-") for line in setting.lines) == (
        "fastighetsförvaltningsbolagsstyrelsesammanträde"
    )


def test_cards_are_light() -> None:
    """Even over noise a card stays below what messengers fetch."""
    noise = Image.effect_noise((800, 700), 120).convert("RGB")
    stream = io.BytesIO()
    noise.save(stream, "PNG")
    (card,) = draw_cards(stream.getvalue(), Box(0, 0, 800, 700), [job("Kärnan")])

    assert len(card) <= 150_000
    with Image.open(io.BytesIO(card)) as picture:
        assert picture.size == (1200, 630)


@pytest.fixture
def site(tmp_path: Path) -> PictureSite:
    made = PictureSite(tmp_path)
    theme = made.root / "themes/plain/theme.yaml"
    made.put("themes/plain/theme.yaml", theme.read_text("utf-8") + CARD)
    made.put("themes/plain/static/f.woff2", LATIN)
    layout = (made.root / "themes/plain/templates/layout.html").read_text("utf-8")
    made.put("themes/plain/templates/layout.html", layout.replace("{% block main", HEAD + "{% block main", 1))
    result = made.build()
    assert result.errors == 0, result.problems
    return made


def cards(site: PictureSite) -> dict[str, bytes]:
    """The cards among the pictures of the site."""
    return {name: content for name, content in site.pictures().items() if "-card-" in name}


def test_a_page_names_a_card_that_is_there(site: PictureSite) -> None:
    """Each page's card is made; a story without a picture has one too; nothing of the camera is in it."""
    (named,) = IMAGE.findall(site.page())
    (without,) = IMAGE.findall((site.root / "build/site/sv/manniskor/anna/index.html").read_text("utf-8"))

    assert named.removeprefix("assets/photos/") in cards(site)
    assert named.startswith("assets/photos/beach-card-sv.")
    assert without.startswith("assets/photos/card-card-sv.")
    assert all(b"Exif" not in content for content in cards(site).values())


def test_what_makes_a_card_anew(site: PictureSite) -> None:
    """A word in the text leaves cards alone; a title, the focus and the colours make new ones."""
    before = set(cards(site))
    site.edit("content/places/harbour.sv.md", "Salt.", "Salt och vind.")
    site.build()
    assert before == set(cards(site))
    site.edit("content/places/harbour.sv.md", "title: Hamnen", "title: Kajen")
    site.build()
    titled = set(cards(site))
    assert {name.partition(".")[0] for name in before ^ titled} == {"beach-card-sv"}
    site.edit("assets/photos/beach.yaml", "credit:", "focus: {x: 0, y: 0.5}\ncredit:")
    site.build()
    focused = set(cards(site))
    assert {name.partition(".")[0] for name in titled ^ focused} == {"beach-card-sv"}
    site.edit("themes/plain/theme.yaml", "#101820", "#001020")
    site.build()
    assert not focused & set(cards(site))


def test_words_that_cannot_be_read_are_an_error(site: PictureSite) -> None:
    """Grey on grey is told where it stands, and so is what is no colour."""
    site.edit("themes/plain/theme.yaml", '"#ffffff"', '"#445566"')
    assert "card-contrast" in [problem.code for problem in site.build().problems]
    site.edit("themes/plain/theme.yaml", '"#445566"', "white")
    assert "card-colour" in [problem.code for problem in site.build().problems]


def test_words_survive_the_list_of_what_is_wanted() -> None:
    """What a card says can be read back from the list of pictures that a page wants."""
    words = CardWords('"Ä" · ب', "", "Pulsen", "sv", "ltr")

    assert words == CardWords.from_role(words.to_role())
    assert json.loads(words.to_role().removeprefix("card:"))[0] == words.title


def test_a_preview_begun_again_knows_its_pictures(site: PictureSite) -> None:
    """With nothing to do, a preview still makes any picture or card when a browser asks for it."""
    for _ in range(2):
        result = build(FolderDisk(site.root), NOW, "test", PREVIEW)

    assert set(result.gallery.photos) == {"beach"}
    outputs = all_cards(result.gallery, result.gallery.wanted)
    assert any(output.startswith("assets/photos/beach-card-sv.") for output in outputs)
