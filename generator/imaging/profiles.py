"""Small ICC profiles of three primaries and one curve, made here: Pillow's lcms makes only sRGB, Lab and XYZ.

Source: ICC.1:2010 (v4.3), sections 7.2 (header), 8.3.3 (matrix profiles), 10.15 (parametric curves).
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from functools import lru_cache

Vector = tuple[float, float, float]
Matrix = tuple[Vector, Vector, Vector]
Point = tuple[float, float]
"""Chromaticity: CIE x and y."""

D65: Point = (0.3127, 0.3290)
D50_XYZ: Vector = (0.9642, 1.0, 0.8249)
SRGB_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""Parametric curve of type 3: (a x + b) ^ g above d, c x below it; in the order g, a, b, c, d."""
P3_PRIMARIES: tuple[Point, Point, Point] = ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060))

# Bradford's cone responses, the adaptation that ICC v4 asks for (Annex E).
_BRADFORD: Matrix = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))


def _times(left: Matrix, right: Matrix) -> Matrix:
    columns = tuple(zip(*right, strict=True))
    rows = [tuple(sum(a * b for a, b in zip(row, column, strict=True)) for column in columns) for row in left]
    return (_vector(rows[0]), _vector(rows[1]), _vector(rows[2]))


def _vector(values: Sequence[float]) -> Vector:
    return (values[0], values[1], values[2])


def _apply(matrix: Matrix, vector: Vector) -> Vector:
    return _vector([sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix])


def _inverse(matrix: Matrix) -> Matrix:
    (a, b, c), (d, e, f), (g, h, i) = matrix
    whole = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    return (
        ((e * i - f * h) / whole, (c * h - b * i) / whole, (b * f - c * e) / whole),
        ((f * g - d * i) / whole, (a * i - c * g) / whole, (c * d - a * f) / whole),
        ((d * h - e * g) / whole, (b * g - a * h) / whole, (a * e - b * d) / whole),
    )


def _diagonal(vector: Vector) -> Matrix:
    x, y, z = vector
    return ((x, 0.0, 0.0), (0.0, y, 0.0), (0.0, 0.0, z))


def _xyz(point: Point) -> Vector:
    x, y = point
    return (x / y, 1.0, (1 - x - y) / y)


def _adaptation(white: Point) -> Matrix:
    """From colours seen under `white` to those seen under D50."""
    old, new = _apply(_BRADFORD, _xyz(white)), _apply(_BRADFORD, D50_XYZ)
    scale = _diagonal(_vector([n / o for n, o in zip(new, old, strict=True)]))
    return _times(_inverse(_BRADFORD), _times(scale, _BRADFORD))


def _fixed(values: Sequence[float]) -> bytes:
    """s15Fixed16Number: signed, 16 bits after the point."""
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def _text(words: str) -> bytes:
    coded = words.encode("utf-16-be")
    return b"mluc" + struct.pack(">4xII2s2sII", 1, 12, b"en", b"US", len(coded), 28) + coded


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 4)


def matrix_profile(
    name: str, primaries: tuple[Point, Point, Point], white: Point, curve: Sequence[float]
) -> bytes:
    """The bytes of a display profile. `curve` is one gamma, or five numbers like `SRGB_CURVE`."""
    red, green, blue = (_xyz(point) for point in primaries)
    columns: Matrix = (
        (red[0], green[0], blue[0]),
        (red[1], green[1], blue[1]),
        (red[2], green[2], blue[2]),
    )
    share = _apply(_inverse(columns), _xyz(white))
    adaptation = _adaptation(white)
    seen = _times(adaptation, _times(columns, _diagonal(share)))
    curve_data = b"para" + struct.pack(">4xHxx", 0 if len(curve) == 1 else 3) + _fixed(curve)
    tags = {
        b"desc": _text(name),
        b"cprt": _text("CC0"),
        b"wtpt": b"XYZ \0\0\0\0" + _fixed(D50_XYZ),
        b"chad": b"sf32\0\0\0\0" + _fixed([value for row in adaptation for value in row]),
        **{
            f"{letter}XYZ".encode(): b"XYZ \0\0\0\0" + _fixed(column)
            for letter, column in zip("rgb", zip(*seen, strict=True), strict=True)
        },
        **{f"{letter}TRC".encode(): curve_data for letter in "rgb"},
    }
    table, body = b"", b""
    start = 128 + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    for signature, data in tags.items():
        if data not in places:  # the three curves are one
            places[data] = start + len(body)
            body += _padded(data)
        table += signature + struct.pack(">II", places[data], len(data))
    header = struct.pack(
        ">I4sI4s4s4s6H4s4s4xIIQI12s48x",
        start + len(body), b"\0\0\0\0", 0x04300000, b"mntr", b"RGB ", b"XYZ ",
        2026, 1, 1, 0, 0, 0, b"acsp", b"\0\0\0\0", 0, 0, 0, 1, _fixed(D50_XYZ),
    )  # fmt: skip
    return header + struct.pack(">I", len(tags)) + table + body


@lru_cache(maxsize=1)
def display_p3() -> bytes:
    """Display P3: the primaries of DCI-P3 (SMPTE EG 432-1), the white and curve of sRGB (IEC 61966-2-1)."""
    return matrix_profile("Display P3", P3_PRIMARIES, D65, SRGB_CURVE)
