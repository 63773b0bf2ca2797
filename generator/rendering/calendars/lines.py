"""iCalendar's lines: how values are written and long lines folded (RFC 5545, 3.1 and 3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LONGEST = 75
"""Octets in a line, without its end."""


def text(value: str) -> str:
    """A text value: what has a meaning of its own is escaped, line breaks become ``\\n``."""
    plain = _CONTROL.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    for letter in "\\;,":
        plain = plain.replace(letter, f"\\{letter}")
    return plain.replace("\n", "\\n")


def day(value: date) -> str:
    """``20261123``"""
    return f"{value:%Y%m%d}"


def local(value: datetime) -> str:
    """``20261123T180000``, on the clocks of a time zone that is named beside it."""
    return f"{value:%Y%m%dT%H%M%S}"


def fold(line: str) -> str:
    """A line cut into pieces of at most 75 octets, never inside a letter; later ones begin with a space."""
    encoded = line.encode("utf-8")
    if len(encoded) <= _LONGEST:
        return line
    pieces, start, room = [], 0, _LONGEST
    while len(encoded) - start > room:
        end = start + room
        while encoded[end] & 0b1100_0000 == 0b1000_0000:
            end -= 1
        pieces.append(encoded[start:end].decode("utf-8"))
        start, room = end, _LONGEST - 1
    pieces.append(encoded[start:].decode("utf-8"))
    return "\r\n ".join(pieces)


def document(lines: Iterable[str]) -> bytes:
    """All lines, folded, each with the end that the standard wants."""
    return "".join(f"{fold(line)}\r\n" for line in lines).encode("utf-8")
