"""HTML without its tags."""

from __future__ import annotations

import re
from html import unescape

_TAG = re.compile(r"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_BLOCK = re.compile(
    r"</?(?:p|li|ul|ol|dl|dt|dd|h[1-6]|blockquote|table|tr|td|th|br|div|figure|figcaption)\b", re.IGNORECASE
)


def plain_text(html: str) -> str:
    """The words of a piece of HTML that we made ourselves, on one line."""
    spaced = _BLOCK.sub(lambda found: f" {found[0]}", html)
    return " ".join(unescape(_TAG.sub("", spaced)).split())
