"""Drawings: an SVG rebuilt from the elements that draw, and nothing else.

What stays is listed, not what goes: scripts, event handlers, ``foreignObject``, editors' namespaces, metadata
and whatever is invented next are not on the list. References stay inside of the file. Source: SVG 2, appendix
F (element index); https://www.w3.org/TR/SVG2/.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any
from xml.parsers import expat

from .containers import format_of
from .svg_style import clean_style, is_harmless, is_local
from .unusable import Unusable

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_ELEMENTS = frozenset(
    """
    svg g defs symbol use switch title desc style a view image path rect circle ellipse line polyline polygon
    text tspan textPath marker linearGradient radialGradient stop pattern clipPath mask filter
    feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
    feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge
    feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
    animate animateMotion animateTransform mpath set
    """.split()  # noqa: SIM905 - sixty quoted words in a row cannot be read
)
_ANIMATIONS = frozenset({"animate", "animateMotion", "animateTransform", "set"})
_MAX_DEPTH = 200
_MAX_BYTES = 20_000_000
_PIXELS = {
    "": 1.0,
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
    "em": 16.0,
}
_LENGTH = re.compile(
    r"\s*([+-]?(?:\d{1,9}(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,2})?)\s*([a-z]*)\s*\Z", re.IGNORECASE
)
_DEFAULT = (300.0, 150.0)
_MOST = 100_000


def _length(text: str | None) -> float | None:
    """Pixels of a CSS length; `None` for percentages, nonsense and nothing."""
    match = _LENGTH.match(text or "")
    if not match or match[2].lower() not in _PIXELS:
        return None
    pixels = float(match[1]) * _PIXELS[match[2].lower()]
    return pixels if 0 < pixels <= _MOST else None


def _size(attributes: dict[str, str]) -> tuple[int, int]:
    """The natural size as browsers find it: width and height, else the view box, else 300 x 150."""
    width, height = _length(attributes.get("width")), _length(attributes.get("height"))
    box = [_length(part) for part in re.split(r"[\s,]+", attributes.get("viewBox", "").strip())[2:4]]
    wide, high = (*box, None, None)[:2]
    if wide and high:
        if width is None and height is None:
            width, height = wide, high
        width = width or (height or high) * wide / high
        height = height or width * high / wide
    return max(1, round(width or _DEFAULT[0])), max(1, round(height or _DEFAULT[1]))


def _quoted(value: str) -> str:
    # As xml.sax.saxutils does, which would import http.client and ssl: 20 ms.
    written = escape(value, quote=False)
    for char in "\n\r\t":
        written = written.replace(char, f"&#{ord(char)};")
    if '"' not in written:
        return f'"{written}"'
    return f"'{written}'" if "'" not in written else '"{}"'.format(written.replace('"', "&quot;"))


class _Cleaner:
    """Listens to the parser and writes what may stay."""

    def __init__(self, only_root: bool) -> None:
        self.parts: list[str] = []
        self.root: dict[str, str] | None = None
        self.home = _SVG
        self._only_root = only_root
        self._dropped = 0
        self._depth = 0
        self._style: list[str] | None = None

    def _attribute(self, name: str, value: str) -> tuple[str, str] | None:
        """The name to write and the value that is left; `None` for what goes."""
        space, _, local = name.rpartition(" ")
        if local.lower().startswith("on"):
            return None
        if local == "href" and space in ("", _XLINK):
            return ("xlink:href" if space else "href", value.strip()) if is_local(value) else None
        if space == _XML and local in ("lang", "space"):
            return f"xml:{local}", value
        if space or local in ("src", "ping"):
            return None
        if local == "style":
            return local, clean_style(value)
        return (local, value) if is_harmless(value) else None

    def _forbidden(self, space: str, local: str, given: dict[str, str]) -> bool:
        if space != self.home or local not in _ELEMENTS:
            return True
        # An animation can write an address or a handler that an attribute may not have.
        target = given.get("attributeName", "").rpartition(":")[2].strip().lower()
        return local in _ANIMATIONS and (target == "href" or target == "style" or target.startswith("on"))

    def start(self, name: str, given: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise Unusable("too-large", f"elements inside of one another, more than {_MAX_DEPTH} deep")
        if self.root is None:
            if local != "svg" or space not in ("", _SVG):
                raise Unusable("unknown-format", "its first element is not an svg of SVG")
            self.home = space
            self.root = given
        if self._dropped or self._only_root or self._forbidden(space, local, given):
            self._dropped += 1
            return
        kept = dict(filter(None, (self._attribute(name, value) for name, value in given.items())))
        written = "".join(f" {name}={_quoted(value)}" for name, value in kept.items())
        if self._depth == 1:
            written = f' xmlns="{_SVG}" xmlns:xlink="{_XLINK}"{written}'
        self.parts.append(f"<{local}{written}>")
        if local == "style":
            self._style = []

    def end(self, name: str) -> None:
        self._depth -= 1
        if self._dropped:
            self._dropped -= 1
            return
        if self._style is not None:
            self.parts.append(escape(clean_style("".join(self._style)), quote=False))
            self._style = None
        self.parts.append(f"</{name.rpartition(' ')[2]}>")

    def text(self, text: str) -> None:
        if self._dropped:
            return
        if self._style is not None:
            self._style.append(text)
        else:
            self.parts.append(escape(text, quote=False))

    def entity(self, *_: Any) -> None:
        raise Unusable("corrupt", "it declares XML entities, which are not read")


def _parsed(content: bytes, only_root: bool) -> tuple[_Cleaner, dict[str, str]]:
    if not content:
        raise Unusable("empty", "no bytes")
    if format_of(content) != "svg":
        raise Unusable("unknown-format", "not an SVG")
    if len(content) > _MAX_BYTES:
        raise Unusable("too-large", f"more than {_MAX_BYTES // 1_000_000} MB of SVG")
    cleaner = _Cleaner(only_root)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    # Entities are refused where they are declared, before any is expanded; no DTD is fetched.
    parser.EntityDeclHandler = cleaner.entity
    parser.StartElementHandler = cleaner.start
    parser.EndElementHandler = cleaner.end
    parser.CharacterDataHandler = cleaner.text
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        cut = error.code in (expat.errors.codes[message] for message in _CUT)
        raise Unusable("truncated" if cut else "corrupt", f"XML: {error}") from error
    except (ValueError, LookupError) as error:  # an encoding that expat or Python does not know
        raise Unusable("corrupt", f"XML: {error}") from error
    if cleaner.root is None:
        raise Unusable("corrupt", "no element")
    return cleaner, cleaner.root


_CUT = (
    expat.errors.XML_ERROR_NO_ELEMENTS,
    expat.errors.XML_ERROR_UNCLOSED_TOKEN,
    expat.errors.XML_ERROR_PARTIAL_CHAR,
    expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
)


def measure_svg(content: bytes) -> tuple[int, int]:
    """Width and height in CSS pixels. Raises `Unusable` for what `clean_svg` would refuse."""
    return _size(_parsed(content, only_root=True)[1])


def clean_svg(content: bytes) -> tuple[bytes, int, int]:
    """The drawing in UTF-8 without what runs, loads or tells, and its width and height in CSS pixels.

    Raises `Unusable` for broken XML, for entities (bombs are made of them), and for what is not SVG.
    """
    cleaner, root = _parsed(content, only_root=False)
    return "".join(cleaner.parts).encode("utf-8", "replace") + b"\n", *_size(root)
