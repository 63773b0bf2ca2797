"""Many style sheets become one, in the order browsers would read them."""

from __future__ import annotations

from generator.model.problem import Severity
from generator.styling.bundle import Bundle, Source, bundle
from generator.styling.minify import minified
from tests.reading.said import said

FILES = {"fonts/a.woff2": "/assets/fonts/a.123.woff2", "img/wave.svg": "/assets/img/wave.456.svg"}


def bundled(name: str, **sheets: str | list[str]) -> Bundle:
    """The bundle of style sheets given by name (``css_x`` is ``css/x.css``); a list is a theme chain."""
    named = {}
    for key, texts in sheets.items():
        path = f"{key.replace('_', '/')}.css"
        chain = [texts] if isinstance(texts, str) else texts
        named[path] = [Source(f"themes/t{number}/static/{path}", text) for number, text in enumerate(chain)]
    return bundle(name, named, FILES.get, [*FILES, *named])


def test_imports_stand_where_they_are_asked_for() -> None:
    """Order and layers are kept, also those of imports within imports."""
    made = bundled(
        "style.css",
        style='@layer a, b;\n@import "css/one.css" layer(a);\n@import "css/two.css" print;\nx { y: z }\n',
        css_one='@import "two.css" layer(deep);\none { a: b }\n',
        css_two="two { a: b }\n",
    )

    assert made.problems == []
    assert made.names == {"style.css", "css/one.css", "css/two.css"}
    assert minified(made.text, made.parts, "style.css") == (
        "@layer a{@layer deep{two{a:b}}one{a:b}}@layer b;@media print{two{a:b}}x{y:z}",
        [],
    )


def test_a_file_may_stand_on_that_of_its_parent() -> None:
    """Who imports the file of its own name gets the one it stands before in the theme chain."""
    made = bundled(
        "style.css",
        style=['@import "style.css" layer(base);\nc{}', '@import "style.css";\nb{}', "a{}"],
    )

    assert made.problems == []
    assert made.text.replace("\n", "") == "@layer base {a{}b{}}c{}"


def test_addresses_lead_to_what_is_published() -> None:
    """A file is named from the folder of the style sheet; data and absolute paths are left alone."""
    made = bundled(
        "style.css",
        style='@import "css/one.css";',
        css_one="a{b:url(../fonts/a.woff2);c:url('../img/wave.svg#top');d:url(data:x);e:url(#f);g:url(/h.svg)}",
    )

    assert made.problems == []
    assert made.text.strip() == (
        'a{b:url("/assets/fonts/a.123.woff2");c:url("/assets/img/wave.456.svg#top");d:url(data:x);e:url(#f);'
        "g:url(/h.svg)}"
    )


def test_every_mistake_is_told_with_its_place() -> None:
    """Missing files, circles and other servers are Problems, all of them at once."""
    made = bundled(
        "style.css",
        style=(
            '@import "css/oen.css";\n@import "css/two.css";\n@import "https://fonts.example/x.css";\n'
            "a { b: url(//cdn.example/y.png);\n  c: url(fonts/aa.woff2) }\n"
        ),
        css_one="",
        css_two='@import "../style.css";\n/* open',
    )

    elsewhere = "from another server, which would learn who reads the page."
    assert said(made.problems) == [
        "1:1 The theme has no static file named css/oen.css.",
        "2:1 A comment begins here and does not end.",
        "1:1 style.css imports, in the end, itself.",
        f"3:1 This style sheet fetches https://fonts.example/x.css {elsewhere}",
        f"4:8 This style sheet fetches //cdn.example/y.png {elsewhere}",
        "5:6 The theme has no static file named fonts/aa.woff2.",
    ]
    assert [each.severity for each in made.problems].count(Severity.WARNING) == 1


def test_a_file_that_imports_itself_without_a_parent() -> None:
    """The root of a chain has nothing to stand on."""
    made = bundled("style.css", style='@import "style.css";')

    assert said(made.problems) == ["1:1 The theme has no static file named style.css."]


def test_a_mistake_of_grammar_names_the_file_and_the_line() -> None:
    """What lightningcss objects to is looked for in each file, imports above it notwithstanding."""
    made = bundled(
        "style.css",
        style='@import "css/one.css";\n@import "css/two.css";\na { color: red }\nb { c d }\n',
        css_one="x { y: z }\n",
        css_two="x { y: z }\n@media (width > { q { r: s } }\n",
    )
    text, problems = minified(made.text, made.parts, "themes/t0/static/style.css")

    assert text == made.text
    assert [(each.code, each.location.path, each.location.line) for each in problems] == [
        ("css-syntax", "themes/t0/static/css/two.css", 2),
        ("css-syntax", "themes/t0/static/style.css", 4),
    ]
    assert said(problems)
