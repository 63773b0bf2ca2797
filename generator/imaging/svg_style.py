"""Taking out of style sheets and attributes what would load or run something."""

from __future__ import annotations

import re
from typing import Final

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_HEX_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})[ \t\r\n\f]?")
_LETTER_ESCAPE = re.compile(r"\\([g-zG-Z@(:])")
_IMPORT = re.compile(r"@import\b[^;]*;?", re.IGNORECASE)
# A function that fetches, with its argument: quoted (which may hold parentheses), or bare up to the bracket.
_FETCH = re.compile(
    r"(?:url|src|image|image-set|-webkit-image-set|cross-fade|paint)\(\s*"
    r"(?:\"([^\"]*)(?:\"|\Z)|'([^']*)(?:'|\Z)|([^)]*))[^)]*(?:\)|\Z)",
    re.IGNORECASE,
)
_ACTIVE = re.compile(r"expression\s*\(|-moz-binding|behavior\s*:|javascript\s*:|vbscript\s*:", re.IGNORECASE)
_PICTURE = re.compile(
    r"data:image/(?:png|jpeg|jpg|webp)(?:;[\w=-]+)*,[\w+/=%.~-]*\Z", re.IGNORECASE | re.ASCII
)
_UNSEEN: Final = dict.fromkeys((*range(0x21), *range(0x7F, 0xA1), 0xAD, 0x200B, 0x2028, 0xFEFF))
"""What parsers of addresses pass over, so that ``java\\tscript:`` is one word to them."""
_ROUNDS = 12


def is_local(address: str) -> bool:
    """Whether an address points into the same drawing, or is a picture of pixels that it carries itself."""
    bare = address.translate(_UNSEEN)
    return bare.startswith("#") or bool(_PICTURE.match(bare))


def _letter(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    letter = chr(code) if code < 0x80 else ""
    # Escapes of other letters stay: only ASCII can spell the words that are looked for.
    return letter if letter and (letter.isalnum() or letter in "@(:-/") else match[0]


def _kept(match: re.Match[str]) -> str:
    address = next((group for group in match.groups() if group is not None), "").strip()
    return match[0] if match[0][:3].lower() == "url" and is_local(address) else "none"


def clean_style(style: str) -> str:
    """A style sheet or a ``style`` attribute without imports, foreign addresses and active parts.

    Comments and escaped letters go first, since both may hide a word: ``u\\72l(`` and ``@im/**/port``.
    """
    for _ in range(_ROUNDS):  # what is taken out may join what stood around it
        known = style
        style = _COMMENT.sub("", style)
        style = _LETTER_ESCAPE.sub(r"\1", _HEX_ESCAPE.sub(_letter, style))
        style = _IMPORT.sub("", style)
        style = _ACTIVE.sub("", style)
        style = _FETCH.sub(_kept, style)
        if known == style:
            return style
    return ""  # nobody nests so deeply but to get past us


def is_harmless(value: str) -> bool:
    """Whether an attribute that is not an address loads and runs nothing."""
    bare = value.translate(_UNSEEN)
    return not _ACTIVE.search(bare) and ("(" not in value or clean_style(value) == value)
