"""Drawings: what may stay, what goes, and what is refused."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.imaging import Unusable, clean_svg, inspect
from generator.imaging.svg_style import clean_style, is_local

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def drawn(inside: str, attributes: str = 'viewBox="0 0 20 10"') -> str:
    """The cleaned drawing around some elements."""
    return clean_svg(f"<svg {NS} {attributes}>{inside}</svg>".encode())[0].decode()


def reason(content: bytes) -> str:
    """Why a drawing cannot be used."""
    with pytest.raises(Unusable) as caught:
        clean_svg(content)
    return caught.value.reason


def test_a_harmless_drawing_stays_as_it_is() -> None:
    """Shapes, gradients, filters, text, styles and references inside of the file are kept."""
    inside = (
        '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient>'
        '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter></defs>'
        "<style>.a{fill:url(#g)} .b &gt; .c{stroke:red}</style>"
        '<g transform="translate(1,2) rotate(45)" filter="url(#f)" style="opacity:.5">'
        '<path class="a" d="M0 0L1 1"/><use xlink:href="#g"/><use href="#f"/></g>'
        '<text xml:space="preserve" aria-label="å"> å &amp; 李 &lt;</text>'
        '<animate attributeName="opacity" values="0;1" dur="1s"/>'
    )
    expected = f'<svg {NS} viewBox="0 0 20 10">{inside}</svg>'

    assert ElementTree.canonicalize(expected) == ElementTree.canonicalize(drawn(inside))


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<script xlink:href="https://evil.example/x.js"/>',
        '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
        '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
        '<g onclick="alert(1)" onLoad="alert(1)"/>',
        "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='https://evil.example'/></foreignObject>",
        '<a href="javascript:alert(1)"><text>x</text></a>',
        '<a xlink:href="java&#9;script:alert(1)"><text>x</text></a>',
        '<a href="https://evil.example/">x</a>',
        '<image href="https://evil.example/p.png"/>',
        '<image href="data:image/svg+xml;base64,PHN2Zz48c2NyaXB0Lz48L3N2Zz4="/>',
        '<use href="other.svg#evil"/>',
        '<feImage xlink:href="//evil.example/p"/>',
        '<set attributeName="href" to="javascript:alert(1)"/>',
        '<animate attributeName="xlink:href" values="javascript:alert(1)"/>',
        '<set attributeName="onclick" to="alert(1)"/>',
        '<rect fill="url(https://evil.example/#a)"/>',
        '<rect style="fill:url(&quot;https://evil.example/a(b)&quot;)"/>',
        "<style>@import 'https://evil.example/a.css';</style>",
        "<style>@im/**/port 'https://evil.example/a.css';</style>",
        "<style>@\\69mport 'https://evil.example/a.css';</style>",
        "<style>a{background:u\\72l(https://evil.example)}</style>",
        "<style>a{background:URL( 'https://evil.example' )}</style>",
        "<style>@font-face{src:url(https://evil.example/f.woff)}</style>",
        "<style>a{background:image-set('https://evil.example/a.png' 1x)}</style>",
        "<style><![CDATA[@import url(https://evil.example);]]></style>",
        "<style>@@import x;import 'https://evil.example/a.css';</style>",
        "<metadata><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>evil</r:RDF></metadata>",
        "<!-- evil --><?evil instruction?>",
        '<sodipodi:namedview xmlns:sodipodi="http://sodipodi.example/evil" pagecolor="#fff"/>',
        '<g xmlns:inkscape="http://inkscape.example" inkscape:label="evil"/>',
        '<unknown evil="1"/>',
        '<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">evil alert</handler>',
    ],
)
def test_what_runs_loads_or_tells_goes(inside: str) -> None:
    """Nothing of it is in the bytes, and the drawing around it is still whole."""
    cleaned = drawn(f'<rect id="before"/>{inside}<rect id="after"/>')

    assert [] == [
        word for word in ("evil", "alert", "script", "secret", "onclick", "onload") if word in cleaned.lower()
    ]
    assert {"before", "after"} <= {node.get("id") for node in ElementTree.fromstring(cleaned).iter()}


def test_pictures_inside_of_the_file_stay() -> None:
    """A PNG, JPEG or WebP as a data address is kept."""
    for kind in ("png", "jpeg", "webp"):
        address = f"data:image/{kind};base64,iVBORw0KGgo="

        assert f'"{address}"' in drawn(f'<image href="{address}"/>')


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('width="40" height="30"', (40, 30)),
        ('width="40px" height="3cm"', (40, 113)),
        ('viewBox="0 0 20 10"', (20, 10)),
        ('viewBox="0,0,20.4,9.6"', (20, 10)),
        ('width="100" viewBox="0 0 20 10"', (100, 50)),
        ('height="100" viewBox="0 0 20 10"', (200, 100)),
        ('width="100%" height="100%" viewBox="0 0 20 10"', (20, 10)),
        ("", (300, 150)),
        ('width="-5" height="nonsense" viewBox="a b"', (300, 150)),
        ('width="1e99" height="0"', (300, 150)),
    ],
)
def test_size_is_that_of_browsers(attributes: str, expected: tuple[int, int]) -> None:
    """Width and height, or the view box, or 300 x 150; the header's reading says the same."""
    content = f"<svg {NS} {attributes}/>".encode()
    found = inspect(content)

    assert [expected, expected] == [clean_svg(content)[1:], (found.width, found.height)]
    assert ("svg", True, 1) == (found.format, found.alpha, found.frames)


def test_encodings_become_utf_8() -> None:
    """UTF-16, Latin-1 and a byte order mark are read; UTF-8 without any is written."""
    text = f"<svg {NS}><text>å</text></svg>"
    sources = [
        text.encode("utf-16"),
        b'<?xml version="1.0" encoding="ISO-8859-1"?>' + text.encode("latin-1"),
        b"\xef\xbb\xbf" + text.encode(),
    ]

    assert [f"<svg {NS}><text>å</text></svg>\n".encode()] * 3 == [clean_svg(source)[0] for source in sources]


def test_doctype_and_prefixes_of_editors() -> None:
    """The document type of old editors is passed over, and a prefix for SVG itself is understood."""
    content = (
        b'<?xml version="1.0"?><!-- Generator --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        b'"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
        b'<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:g/></s:svg>'
    )

    assert f"<svg {NS}><g></g></svg>\n".encode() == clean_svg(content)[0]


BOMB = b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + level, b"&%c;" % (97 + level) * 10) for level in range(9)
)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "empty"),
        (b"<html/>", "unknown-format"),
        (b"<svg", "unknown-format"),
        (b"<svg xmlns='urn:other'/>", "unknown-format"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><g>", "truncated"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>", "corrupt"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><x:g/></svg>", "corrupt"),
        (BOMB + b"]><svg xmlns='http://www.w3.org/2000/svg'><text>&j;</text></svg>", "corrupt"),
        (b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg><text>&x;</text></svg>', "corrupt"),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'>" + b"<g>" * 5000 + b"</g>" * 5000 + b"</svg>",
            "too-large",
        ),
        (b"<?xml version='1.0' encoding='klingon'?><svg/>", "corrupt"),
    ],
)
def test_refused(content: bytes, expected: str) -> None:
    """Broken, foreign, bottomless and explosive XML is refused, without reading a file or filling memory."""

    assert expected == reason(content)


def test_many_comments_are_read_quickly() -> None:
    """Thousands of comments before something else cost no exponential time."""

    assert "unknown-format" == reason(b"<!---->" * 4000 + b"<html/>")


@given(st.text(alphabet="@import url(\\72 'https://x')/*;#a{}\"-", max_size=60))
def test_styles_never_load(style: str) -> None:
    """Whatever is put together of these letters, no import and no foreign address is left; twice is once."""
    cleaned = clean_style(style)

    assert "@import" not in cleaned.lower()
    assert "url(http" not in cleaned.lower().replace(" ", "").replace("'", "").replace('"', "")
    assert cleaned == clean_style(cleaned)


@given(st.binary(max_size=300))
def test_any_bytes(noise: bytes) -> None:
    """Noise inside and outside of a drawing gives a drawing or a reason."""
    for content in (noise, b"<svg xmlns='http://www.w3.org/2000/svg'>" + noise + b"</svg>"):
        try:
            ElementTree.fromstring(clean_svg(content)[0])
        except Unusable as unusable:
            assert unusable.reason


def test_local_addresses() -> None:
    """Only what stays in the file is local."""

    assert [True, True, False, False, False, False] == [
        is_local(address)
        for address in (
            "#a", " #a", "a.svg#b", "data:text/html,x", "data:image/png;base64,A=,<i>", "\x01javascript:x",
        )
    ]  # fmt: skip
