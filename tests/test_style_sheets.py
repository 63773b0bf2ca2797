"""Style sheets of a site: bundled with its design tokens, made again when a part of them changes."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from generator.model.problem import Severity
from tests.reading.said import said
from tests.support.small_site import SITE, SmallSite

THEME = """\
-- themes/plain/theme.yaml --
name: plain
tokens:
  colour-ink: {type: colour, light: "#111111", dark: "#eeeeee"}
  colour-paper: {type: colour, light: "#ffffff", dark: "#000000"}
  gap: {type: size, value: 1rem}
contrast:
  text: {colour-ink: [colour-paper]}
-- themes/plain/static/style.css --
@import "tokens.css" layer(tokens);
@import "css/page.css";
@font-face { font-family: F; src: url("fonts/f.woff2") }
-- themes/plain/static/css/page.css --
/* The page. */
body { color: var(--colour-ink); background: var(--colour-paper) }
-- themes/plain/static/fonts/f.woff2 --
wOF2
"""


def site_of(folder: Path, more: str = "") -> SmallSite:
    """The small site with design tokens and parts of a style sheet."""
    return SmallSite(folder, SITE.replace("of: none", "of: 33726f3b048c") + THEME + more)


def sheet(site: SmallSite) -> tuple[str, str]:
    """Name and text of the one style sheet."""
    names = [output for output in site.disk.paths("build/site") if output.endswith(".css")]
    assert len(names) == 1, names
    return names[0], site.page(names[0])


def test_one_style_sheet(tmp_path: Path) -> None:
    """Parts are in it and not beside it, tokens are custom properties, fonts have their addresses."""
    site = site_of(tmp_path)
    result = site.build()
    name, text = sheet(site)

    assert result.problems == []
    assert text.startswith("@layer tokens{:root{color-scheme:light;--colour-ink:#111;")
    assert "--colour-ink:light-dark(#111,#eee)" in text
    assert "body{color:var(--colour-ink);background:var(--colour-paper)}" in text
    font = re.search(r"url\((/assets/fonts/f\.[0-9a-f]{10}\.woff2)\)", text)
    assert font and site.page(font[1][1:]) == "wOF2\n"
    assert f'href="/{name}"' in site.page("sv/index.html")


def test_a_comment_changes_nothing(tmp_path: Path) -> None:
    """An address changes with what browsers get, so that an edit they never see makes no page again."""
    site = site_of(tmp_path)
    site.build()
    before = sheet(site)
    site.edit("themes/plain/static/css/page.css", "The page.", "This is the page.")
    result = site.build()

    assert sheet(site) == before
    assert result.made == {}


def test_a_token_of_the_site_changes_the_style_sheet(tmp_path: Path) -> None:
    """The site's brand overrides one token; the style sheet has a new address, and pages link that."""
    site = site_of(tmp_path)
    site.build()
    before = sheet(site)
    site.edit("content/site.yaml", "theme: plain", "theme: plain\nbrand: {gap: 2rem}")
    result = site.build()
    after = sheet(site)

    assert result.problems == []
    assert (before[0], "--gap:2rem") == (result.removed[0], after[1][after[1].index("--gap") :][:10])
    assert all(why == ("asset:style.css",) for output, why in result.made.items() if output.endswith("html"))
    assert f'href="/{after[0]}"' in site.page("en/places/the-tower/index.html")


def test_a_story_s_edit_leaves_style_sheets_alone(tmp_path: Path) -> None:
    """What is remembered of style sheets serves until one of their files changes: none is read again."""
    site = site_of(tmp_path)
    site.build()
    site.edit("content/places/harbour.sv.md", "Salt.", "Sött.")
    site.build()

    assert [path for path in site.disk.reads if "/static/" in path] == []


def test_a_colour_that_cannot_be_read(tmp_path: Path) -> None:
    """A brand colour that too few can read keeps the site from being published, and its line is named."""
    site = site_of(tmp_path)
    site.build()
    site.edit("content/site.yaml", "theme: plain", 'theme: plain\nbrand:\n  colour-ink: {light: "#999999"}')
    result = site.build()

    assert said(result.problems) == [
        "7:15 colour-ink #999999 on colour-paper #ffffff has a contrast of 2.84 in the light scheme; "
        "it must be at least 4.5."
    ]
    assert result.problems[0].location.path == "content/site.yaml"
    assert not result.published


def test_a_mistake_in_the_brand(tmp_path: Path) -> None:
    """A token the theme does not have is a Problem with a suggestion."""
    site = site_of(tmp_path)
    site.edit("content/site.yaml", "theme: plain", "theme: plain\nbrand: {gapp: 2rem}")

    assert said(site.build().problems) == ['6:9 The theme has no token "gapp". Did you mean "gap"?']


def test_a_mistake_in_a_style_sheet(tmp_path: Path) -> None:
    """A mistake is told with the file and line it stands in, again at every build, until it is mended."""
    site = site_of(tmp_path)
    site.build()
    site.edit("themes/plain/static/css/page.css", "body {", "body {{")
    first, second = site.build(), site.build()

    assert [(str(each.location), each.code) for each in first.problems] == [
        ("themes/plain/static/css/page.css:2:6", "css-open"),
    ]
    assert second.problems == first.problems
    site.edit("themes/plain/static/css/page.css", "body {{", "body {")
    assert site.build().problems == []


CHILD = """\
-- themes/child/theme.yaml --
name: child
parent: plain
tokens:
  gap: 3rem
-- themes/child/static/css/page.css --
body { margin: var(--gap) }
-- themes/child/static/print.css --
@import "css/page.css" print;
"""


def test_a_child_shadows_one_part(tmp_path: Path) -> None:
    """A child theme replaces one file and one token of its parent, and may have style sheets of its own."""
    site = site_of(tmp_path, CHILD)
    site.edit("content/site.yaml", "theme: plain", "theme: child")
    result = site.build()
    sheets = {
        output.partition(".")[0]: site.page(output)
        for output in site.disk.paths("build/site")
        if output.endswith(".css")
    }

    assert result.problems == []
    assert sheets["assets/print"] == "@media print{body{margin:var(--gap)}}"
    assert sheets["assets/style"].count("body{") == 1
    assert "--gap:3rem" in sheets["assets/style"]
    assert "body{margin:var(--gap)}" in sheets["assets/style"]


def test_tokens_in_templates(tmp_path: Path) -> None:
    """A template may ask for a token's value in either scheme, and is made again when that changes."""
    site = site_of(tmp_path)
    site.edit(
        "themes/plain/templates/layout.html",
        "<!doctype html>",
        '<!doctype html><meta content="{{ token("colour-ink") }} {{ token("colour-ink", "dark") }}">',
    )
    site.build()
    assert '<meta content="#111111 #eeeeee">' in site.page("sv/index.html")
    site.edit("themes/plain/theme.yaml", '"#eeeeee"', '"#dddddd"')
    site.build()
    assert '<meta content="#111111 #dddddd">' in site.page("sv/index.html")
    site.edit("themes/plain/templates/layout.html", 'token("colour-ink", "dark")', 'token("colour-inc")')
    result = site.build()
    assert {each.severity for each in result.problems} == {Severity.ERROR}
    assert "the theme has no token named colour-inc" in said(result.problems)[0]


def test_without_lightningcss(tmp_path: Path) -> None:
    """Where lightningcss cannot be installed the site is made all the same, larger, and a warning says so."""
    script = f"""
import sys
sys.modules["lightningcss"] = None
from pathlib import Path
from tests.test_style_sheets import sheet, site_of
site = site_of(Path({str(tmp_path)!r}))
result = site.build()
assert [(p.code, p.severity) for p in result.problems] == [("css-tool", "warning")], result.problems
assert result.published
assert "/* The page. */" in sheet(site)[1]
"""
    root = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
