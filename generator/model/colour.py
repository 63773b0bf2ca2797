"""Colours as style sheets write them, how far two are apart, and the nearest one that can be read.

Numbers: sRGB components and alpha lie in 0..1, hues in degrees. Spaces and matrices are those of CSS Color 4
(section 10, and Björn Ottosson's Oklab), the contrast ratio is that of WCAG 2.2.
"""

from __future__ import annotations

import math
import re
from typing import NamedTuple

_HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_FUNCTION = re.compile(r"(rgb|rgba|hsl|hsla|oklch)\(([^()]*)\)", re.IGNORECASE)
_NUMBER = re.compile(r"([-+]?(?:\d+\.?\d*|\.\d+))(%|deg|turn|rad)?", re.ASCII)
_NAMED = {"black": "#000000", "white": "#ffffff", "transparent": "#00000000"}
STEP = 1 / 256
"""Of lightness, when a readable colour is looked for: finer steps cannot be told apart."""


class Colour(NamedTuple):
    """A colour in sRGB."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    @property
    def hex(self) -> str:
        """``#rrggbb``, with two digits more if it can be seen through."""
        parts = self if self.alpha < 1 else self[:3]
        return "#" + "".join(f"{round(part * 255):02x}" for part in parts)

    @property
    def luminance(self) -> float:
        """Relative luminance: 0 is black, 1 is white."""
        red, green, blue = (_linear(part) for part in self[:3])
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def over(self, ground: Colour) -> Colour:
        """As it is seen on a ground that cannot be seen through."""
        mixed = (a * self.alpha + b * (1 - self.alpha) for a, b in zip(self[:3], ground[:3], strict=True))
        return Colour(*mixed)


def contrast(one: Colour, other: Colour) -> float:
    """The ratio of WCAG 2.2, from 1 to 21; the order does not matter."""
    darker, lighter = sorted((one.luminance, other.luminance))
    return (lighter + 0.05) / (darker + 0.05)


def parse_colour(text: str) -> Colour | None:
    """``#rgb`` or ``#rrggbb`` with alpha or without, ``rgb()``, ``hsl()``, ``oklch()``; None for the rest."""
    said = _NAMED.get(text.lower(), text).lower()
    if _HEX.fullmatch(said):
        digits = said[1:] if len(said) > 5 else "".join(2 * digit for digit in said[1:])
        return Colour(*(int(digits[at : at + 2], 16) / 255 for at in range(0, len(digits), 2)))
    found = _FUNCTION.fullmatch(said)
    if not found:
        return None
    words = re.split(r"[\s,/]+", found[2].strip())
    numbers = [_NUMBER.fullmatch(word) for word in words]
    if len(numbers) not in (3, 4):
        return None
    values = [(float(each[1]), each[2] or "") for each in numbers if each]
    if len(values) != len(numbers):
        return None
    alpha = _clipped(_part(*values[3], 1)) if len(values) == 4 else 1.0
    match found[1][:3]:
        case "rgb":
            red, green, blue = (_clipped(_part(*value, 255) / 255) for value in values[:3])
            return Colour(red, green, blue, alpha)
        case "hsl":
            hue, saturation, light = _degrees(*values[0]), values[1][0] / 100, values[2][0] / 100
            return Colour(*_from_hsl(hue, _clipped(saturation), _clipped(light)), alpha)
        case _:
            light, chroma = _part(*values[0], 1), _part(*values[1], 0.4)
            return from_oklch(light, chroma, _degrees(*values[2]))._replace(alpha=alpha)


def _part(value: float, unit: str, whole: float) -> float:
    return value / 100 * whole if unit == "%" else value


def _degrees(value: float, unit: str) -> float:
    return value * {"turn": 360, "rad": 180 / math.pi}.get(unit, 1)


def _clipped(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def _from_hsl(hue: float, saturation: float, light: float) -> tuple[float, float, float]:
    def part(number: float) -> float:
        at = (number + hue / 30) % 12
        return light - saturation * min(light, 1 - light) * max(-1.0, min(at - 3, 9 - at, 1.0))

    return part(0), part(8), part(4)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _gamma(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


def to_oklch(colour: Colour) -> tuple[float, float, float]:
    """Lightness 0..1, chroma, hue."""
    red, green, blue = (_linear(part) for part in colour[:3])
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    light = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return light, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def _rgb(light: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def from_oklch(light: float, chroma: float, hue: float) -> Colour:
    """The colour in sRGB; one that screens cannot show loses chroma until they can."""
    light, low, high = _clipped(light), 0.0, max(chroma, 0.0)
    parts = _rgb(light, high, hue)
    if not all(-1e-7 <= part <= 1.000001 for part in parts):
        for _ in range(20):
            middle = (low + high) / 2
            shown = all(-1e-7 <= part <= 1.000001 for part in _rgb(light, middle, hue))
            low, high = (middle, high) if shown else (low, middle)
        parts = _rgb(light, low, hue)
    return Colour(*(_clipped(_gamma(_clipped(part))) for part in parts))


def readable(colour: Colour, ground: Colour, least: float) -> Colour:
    """The colour of the same hue, with the nearest lightness that has a contrast of `least` on the ground.

    `least` is at most 4.5: black or white has that on every ground.
    """
    light, chroma, hue = to_oklch(colour)
    for number in range(1, round(1 / STEP) + 2):
        for tried in (light - number * STEP, light + number * STEP):
            if -STEP < tried < 1 + STEP:
                found = parse_colour(from_oklch(tried, chroma, hue).hex)
                if found and contrast(found, ground) >= least:
                    return found
    return max(Colour(0, 0, 0), Colour(1, 1, 1), key=lambda each: contrast(each, ground))
