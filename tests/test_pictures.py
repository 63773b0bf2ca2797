"""Pictures through the whole build: from a camera file and a sidecar to renditions in the site."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image

from generator.build import build
from generator.developing import CACHE
from generator.disk import FolderDisk
from generator.survey import PUBLISHED, Result
from tests.support.small_site import NOW, SITE, files

SECRET = "SECRET-POSITION-56.0478N"
RECIPES = """\
name: plain
pictures:
  hero: {ratio: "2:1", widths: [64, 128], sizes: 100vw, first: true, fallback_width: 96}
  figure: {ratio: natural, widths: [64], sizes: 50vw, fallback_width: 64}
"""
SHOW = """\
{% for role in ["hero"] %}{% if story.image %}{% set shown = story.image.picture(role) %}
<img src="{{ shown.src }}" srcset="{{ shown.sources[0].srcset }}"
width="{{ shown.width }}" height="{{ shown.height }}" alt="{{ shown.alt }}">
{{ story.image.credit }} {{ story.image.licence_url }}{% endif %}{% endfor %}
"""
SIDECAR = "alt: {sv: En strand, en: A beach}\ncredit: Åsa Öberg\nlicence: CC-BY-4.0\n"


def jpeg(width: int = 200, height: int = 160, colour: str = "teal") -> bytes:
    """A camera file that knows more than it should tell."""
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    picture.paste(Image.new("RGB", (width // 3, height // 3), colour), (width // 2, height // 2))
    exif = Image.Exif()
    exif[0x010E] = SECRET
    exif.get_ifd(0x8825)[1] = "N"
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif, comment=SECRET.encode(), quality=95)
    return out.getvalue()


class PictureSite:
    """The small site with a picture, on a real disk, since workers in other processes read it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for path, text in files(SITE).items():
            self.put(path, text)
        self.put("themes/plain/theme.yaml", RECIPES)
        story = files(SITE)["themes/plain/templates/story.html"]
        self.put(
            "themes/plain/templates/story.html", story.replace("{{ story.body }}", SHOW + "{{ story.body }}")
        )
        self.put("themes/plain/templates/figure.html", '<img src="{{ photo.picture("figure").src }}">')
        self.put("assets/photos/beach.jpg", jpeg())
        self.put("assets/photos/beach.yaml", SIDECAR)
        self.edit("content/places/harbour.sv.md", "title: Hamnen", "title: Hamnen\nimage: beach")

    def put(self, path: str, content: str | bytes) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text("utf-8")
        assert old in text
        self.put(path, text.replace(old, new))

    def build(self, now: datetime = NOW) -> Result:
        # Nobody visits this site: old files need not linger for anybody.
        return build(FolderDisk(self.root), now, "test", replace(PUBLISHED, linger=0))

    def pictures(self) -> dict[str, bytes]:
        """Name of each rendition in the site -> its bytes."""
        folder = self.root / "build/site/assets/photos"
        return {path.name: path.read_bytes() for path in sorted(folder.glob("*"))} if folder.exists() else {}

    def page(self, path: str = "sv/platser/harbour") -> str:
        return (self.root / "build/site" / path / "index.html").read_text("utf-8")


@pytest.fixture
def site(tmp_path: Path) -> PictureSite:
    made = PictureSite(tmp_path)
    result = made.build()
    assert result.errors == 0, result.problems
    return made


def errors(result: Result) -> list[tuple[str, str]]:
    """Code and path of everything graver than a warning."""
    return [(p.code, p.location.path) for p in result.problems if p.severity != "warning"]


def test_a_page_gets_the_renditions_it_wants(site: PictureSite) -> None:
    """Two widths of AVIF and one fallback are made, named in the page, and have the sizes that are said."""
    pictures = site.pictures()
    page = site.page()
    sizes = {Image.open(io.BytesIO(content)).size for content in pictures.values()}

    assert sizes == {(64, 32), (128, 64), (96, 48)}
    assert all(f"/assets/photos/{name}" in page for name in pictures)
    assert 'width="96" height="48"' in page
    assert "Åsa Öberg https://creativecommons.org/licenses/by/4.0/" in page


def test_narrow_screens_get_a_crop_of_their_own(site: PictureSite) -> None:
    """A role may say how phones see it; their crop comes first in the page, and changing it makes it anew."""
    narrow = "first: true, narrow: {below: 40rem, ratio: '1:1', widths: [80], sizes: 90vw}"
    site.put("themes/plain/theme.yaml", RECIPES.replace("first: true", narrow))
    site.edit(
        "themes/plain/templates/story.html",
        "<img src",
        "{% for each in shown.sources + shown.preloads %}|{{ each.media }} {{ each.sizes }} {{ each.width }} "
        "{{ each.height }} {{ each.srcset }}\n{% endfor %}<img src",
    )
    result = site.build()
    pictures = site.pictures()
    said = re.findall(r"\|(.*) (\d+vw) (\d+) (\d+) .*-(\d+)\.\w+\.avif (\d+)w$", site.page(), re.M)

    assert result.errors == 0, result.problems
    assert [
        ("(width &lt; 40rem)", "90vw", "80", "80", "80", "80"),
        ("", "100vw", "0", "0", "128", "128"),
        ("(width &lt; 40rem)", "90vw", "80", "80", "80", "80"),
        ("not all and (width &lt; 40rem)", "100vw", "0", "0", "128", "128"),
    ] == said
    assert (80, 80) in {Image.open(io.BytesIO(content)).size for content in pictures.values()}

    site.edit("themes/plain/theme.yaml", "widths: [80]", "widths: [72]")
    site.build()
    assert (72, 72) in {Image.open(io.BytesIO(content)).size for content in site.pictures().values()}


def test_a_narrow_crop_says_which_screens_it_is_for(site: PictureSite) -> None:
    """Without a length below which it holds, a crop for narrow screens is a mistake that is told."""
    site.put(
        "themes/plain/theme.yaml", RECIPES.replace("first: true", "narrow: {below: small, widths: [80]}")
    )

    assert [("length-expected", "themes/plain/theme.yaml")] == errors(site.build())


def test_alt_text_in_the_readers_language(site: PictureSite) -> None:
    """Each reader gets the description in their own language; a story may say it in its own words."""
    assert 'alt="En strand"' in site.page()
    assert 'alt="A beach"' in site.page("en/places/harbour")

    site.edit("content/places/harbour.sv.md", "image: beach", "image: {name: beach, alt: Tång och tjära}")
    site.build()
    assert 'alt="Tång och tjära"' in site.page()


def test_nothing_of_the_camera_leaves(site: PictureSite) -> None:
    """No byte of what the camera wrote beside the pixels is in any output."""
    for path in (site.root / "build/site").rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert SECRET.encode() not in content, path
            assert b"Exif" not in content, path


def test_again_with_the_cache_nothing_is_made(site: PictureSite) -> None:
    """A second build opens no picture; a site that was lost is put back from the cache."""
    before = site.pictures()
    cached = {path.name: path.stat().st_mtime_ns for path in (site.root / CACHE).iterdir()}
    for name in before:
        (site.root / "build/site/assets/photos" / name).unlink()
    result = site.build()

    assert site.pictures() == before
    assert result.written == len(before)
    assert {path.name: path.stat().st_mtime_ns for path in (site.root / CACHE).iterdir()} == cached


def test_a_new_picture_replaces_its_renditions(site: PictureSite) -> None:
    """Other pixels have other names; what no page wants any more is removed from site and cache."""
    before = set(site.pictures())
    site.put("assets/photos/beach.jpg", jpeg(colour="crimson"))
    site.build()
    after = set(site.pictures())

    assert len(after) == 3
    assert not before & after
    assert {path.name for path in (site.root / CACHE).iterdir()} == after


def test_a_focus_moves_the_crop(site: PictureSite) -> None:
    """The author's focal point decides what a crop shows."""
    before = set(site.pictures())
    site.edit("assets/photos/beach.yaml", "credit:", "focus: {x: 0.5, y: 0}\ncredit:")
    site.build()

    assert not before & set(site.pictures())


def test_a_defaced_rendition_is_made_anew(site: PictureSite) -> None:
    """A rendition that somebody wrote over is made again, though site and cache share the file."""
    before = site.pictures()
    victim = site.root / "build/site/assets/photos" / next(iter(before))
    victim.write_bytes(b"defaced")
    site.build()

    assert site.pictures() == before


@pytest.mark.parametrize(
    ("sidecar", "expected"),
    [
        ("credit: A\nlicence: CC0-1.0\n", "alt-missing"),
        ("alt: {sv: x}\nlicence: CC0-1.0\n", "missing-field"),
        ("alt: {sv: x}\ncredit: A\n", "missing-field"),
        ("alt: {sv: x}\ncredit: A\nlicence: CC-BY\n", "choice-unknown"),
        ("alt: {sv: x}\ncredit: A\nlicence: own\n", "licence-text-missing"),
        ("alt: {sv: x}\ncredit: A\nlicence: CC0-1.0\nfocus: {x: 50, y: 50}\n", "share-expected"),
    ],
)
def test_rights_and_descriptions_cannot_be_forgotten(site: PictureSite, sidecar: str, expected: str) -> None:
    """Without description, credit or licence a picture is an error at its sidecar."""
    site.put("assets/photos/beach.yaml", sidecar)

    assert (expected, "assets/photos/beach.yaml") in errors(site.build())


def test_a_picture_without_sidecar_and_an_unknown_name(site: PictureSite) -> None:
    """Both are errors; the unknown name gets a suggestion."""
    site.put("assets/photos/dune.jpg", jpeg(colour="gold"))
    site.edit("content/places/harbour.sv.md", "image: beach", "image: beech")
    result = site.build()
    unknown = next(problem for problem in result.problems if problem.code == "unknown-photo")

    assert ("sidecar-missing", "assets/photos/dune.jpg") in errors(result)
    assert dict(unknown.values)["suggestion"] == "beach"


@pytest.mark.parametrize("content", [b"", b"no picture", jpeg()[:900], b"\xff\xd8\xff\xe0" + b"\0" * 50])
def test_a_broken_picture_is_one_problem(site: PictureSite, content: bytes) -> None:
    """A picture that cannot be read is named once; the published site stays."""
    before = site.pictures()
    site.put("assets/photos/beach.jpg", content)
    result = site.build()

    assert errors(result) == [("photo-unusable", "assets/photos/beach.jpg")]
    assert site.pictures() == before


def test_an_ended_consent_takes_the_picture_off_the_site(site: PictureSite) -> None:
    """When a consent ends the picture goes at once, the site is published without it, and it is told."""
    site.put(
        "assets/photos/beach.yaml",
        SIDECAR + "people: [{name: Kim, basis: consent, reference: A-17, expires: 2026-12-24}]\n",
    )
    soon = site.build()
    assert [problem.code for problem in soon.problems if "expires" in problem.code] == ["photo-expires"]
    assert site.pictures()

    ended = site.build(now=datetime(2026, 12, 24, 0, 1, tzinfo=UTC))
    assert ("photo-expired", "assets/photos/beach.yaml") in errors(ended)
    assert ended.published
    assert site.pictures() == {}
    assert "<img" not in site.page()


def test_a_consent_goes_stale_by_itself(site: PictureSite) -> None:
    """The end of a consent is a date the build knows of, though no file changes."""
    site.put("assets/photos/beach.yaml", SIDECAR + "licence_expires: 2026-11-25\n")
    result = site.build()

    assert result.due == "2026-11-24T23:00:00+00:00", "midnight in Stockholm"
    assert site.build(now=NOW + timedelta(days=3)).made
    assert site.pictures() == {}


def test_the_library_is_looked_after(site: PictureSite) -> None:
    """Unused pictures, doubles, twins and too small ones are warnings or errors of their own."""
    site.put("assets/photos/copy.jpg", jpeg())
    site.put("assets/photos/copy.yaml", SIDECAR)
    site.put("assets/photos/beach.png", jpeg())
    site.put("assets/photos/lost.yaml", SIDECAR)
    site.edit("themes/plain/theme.yaml", "[64, 128]", "[64, 512]")
    codes = {problem.code for problem in site.build().problems}
    assert {"photo-unused", "photo-alike", "photo-twice", "picture-missing"} <= codes

    for name in ("copy.jpg", "copy.yaml", "beach.png", "lost.yaml"):
        (site.root / "assets/photos" / name).unlink()
    assert "photo-small" in {problem.code for problem in site.build().problems}


def test_pictures_in_a_text(site: PictureSite) -> None:
    """A picture in Markdown is shown by the theme; its name may carry the file's ending."""
    site.edit("content/places/harbour.sv.md", "Salt.", 'Salt.\n\n![](beach.jpg "Vid havet")\n')
    result = site.build()

    assert errors(result) == []
    assert re.search(r'<img src="/assets/photos/beach-64\.[0-9a-f]{12}\.jpg">', site.page())


def test_a_drawing_is_cleaned_and_served_whole(site: PictureSite) -> None:
    """An SVG keeps its shapes and loses everything that could run or reach out."""
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" onload="alert(1)">'
        '<script>alert(2)</script><image href="https://elsewhere.example/x.png"/>'
        '<rect width="9" height="9"/></svg>'
    )
    site.put("assets/photos/mark.svg", drawing)
    site.put("assets/photos/mark.yaml", "decorative: true\ncredit: A\nlicence: CC0-1.0\n")
    site.edit("content/places/harbour.sv.md", "Salt.", "Salt.\n\n![](mark)\n")
    result = site.build()
    served = next(content for name, content in site.pictures().items() if name.startswith("mark-"))

    assert errors(result) == []
    assert b"<rect" in served
    assert not re.search(rb"script|onload|elsewhere", served)


def test_a_moving_picture_keeps_moving(site: PictureSite) -> None:
    """An animation is served as one beside its first frame as a still."""
    frames = [Image.new("RGB", (80, 60), (level, 40, 90)) for level in range(0, 250, 50)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=80, loop=0)
    site.put("assets/photos/waves.gif", out.getvalue())
    site.put("assets/photos/waves.yaml", SIDECAR)
    site.edit("content/places/harbour.sv.md", "Salt.", "Salt.\n\n![](waves)\n")
    site.edit("themes/plain/templates/figure.html", "<img", '{{ photo.picture("figure").animation }}<img')
    result = site.build()
    moving = re.search(r"/(assets/photos/waves-64\.[0-9a-f]{12}\.webp)<img", site.page())
    assert moving is not None, result.problems
    with Image.open(site.root / "build/site" / moving[1]) as picture:
        assert (picture.format, picture.n_frames, picture.size) == ("WEBP", 5, (64, 48))


def test_credit_in_files_when_the_site_wants_it(site: PictureSite) -> None:
    """With the setting every rendition says whose it is and under which licence, and still nothing else."""
    before = set(site.pictures())
    site.edit("content/site.yaml", "listings:", "pictures: {credit_in_files: true}\nlistings:")
    site.build()
    exif = [Image.open(io.BytesIO(content)).getexif() for content in site.pictures().values()]

    assert not before & set(site.pictures())
    assert {tag for each in exif for tag in each} == {0x013B, 0x8298}
    assert {each[0x8298] for each in exif} == {"CC-BY-4.0"}


def test_too_many_megapixels_are_refused(site: PictureSite) -> None:
    """The site says how large a picture may be."""
    site.edit("content/site.yaml", "listings:", "pictures: {max_megapixels: 0.01}\nlistings:")

    assert errors(site.build()) == [("photo-unusable", "assets/photos/beach.jpg")]


def test_a_missing_description_is_told_by_language(site: PictureSite) -> None:
    """A language a story is told in without a description of its picture is named; own words will do."""
    site.edit("assets/photos/beach.yaml", ", en: A beach", "")
    site.put(
        "content/places/harbour.en.md",
        "---\ntitle: Harbour\nsummary: S.\ntranslation: {by: human, of: x}\n---\nSalt.\n",
    )
    told = [dict(p.values)["languages"] for p in site.build().problems if p.code == "alt-untranslated"]
    assert told == ["en"]

    site.edit("content/places/harbour.sv.md", "image: beach", "image: {name: beach, alt: Tång}")
    assert "alt-untranslated" not in {problem.code for problem in site.build().problems}
