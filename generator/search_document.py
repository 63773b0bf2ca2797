"""What of a finished page can be searched, as Pagefind is to read it: bytes to bytes."""

from __future__ import annotations

import re
from html import unescape

from generator.incremental.entries import digest_bytes
from generator.indexing.addresses import plain

_BODY = re.compile(rb"<([a-z][a-z0-9]*)\b[^<>]*\sdata-pagefind-body\b[^<>]*>")
_IGNORED = re.compile(rb"<([a-z][a-z0-9]*)\b[^<>]*\sdata-pagefind-ignore\b[^<>]*>")
_VOID = {b"br", b"hr", b"img", b"input", b"source", b"wbr"}
_PICTURE = re.compile(rb'(<data hidden value=")([^"]*)(?=" data-pagefind-meta="picture\[value\]")')
_CELL = re.compile(rb"</(?:td|th|dt|dd|li|figcaption)>")
"""Words on either side of these are not one word, though nothing stands between them in the source."""
_BACK = re.compile(rb'<a class="footnote-backref"[^>]*>[^<]*</a>')
"""The arrow that leads from a note to its place is no word of the text."""
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W\d_]*[æøßđðþœłı][^\W\d_]*")
"""Pagefind finds é and å as e and a, but not the letters that are no letter with something added."""
_YI = 0xA000
"""The first letter of a script that no reader of these sites types."""


def _end(html: bytes, opened: re.Match[bytes]) -> int:
    """Where the element ends that begins at `opened`, a match whose first group is its tag."""
    if opened[1] in _VOID:
        return opened.end()
    depth = 0
    for tag in re.compile(rb"<(/?)" + opened[1] + rb"\b[^>]*>").finditer(html, opened.start()):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end()
    return len(html)


def part(page: bytes) -> bytes:
    """The element of a page that is marked ``data-pagefind-body``, without what is marked as ignored.

    Empty if there is none.
    """
    opened = _BODY.search(page)
    if opened is None:
        return b""
    html = page[opened.start() : _end(page, opened)]
    pieces, at = [], 0
    while ignored := _IGNORED.search(html, at):
        pieces.append(html[at : ignored.start()])
        at = _end(html, ignored)
    return b"".join(pieces) + html[at:]


def mark(page: bytes) -> str:
    """A digest of what can be searched of a page; empty if nothing can."""
    counts = part(page)
    return digest_bytes(counts) if counts else ""


def hide(text: str) -> str:
    """The same in letters that nobody types: a letter for each byte. Scripts undo it.

    Pagefind finds words in everything it is told of a page, also in the address of its picture.
    """
    return "".join(chr(_YI + byte) for byte in unescape(text).encode("utf-8"))


def document(page: bytes, language: str) -> bytes:
    """What Pagefind is to read of a page in a language."""
    counts = _BACK.sub(b"", part(page))
    counts = _PICTURE.sub(lambda found: found[1] + hide(found[2].decode("utf-8")).encode(), counts)
    words = _WORD.findall(_TAG.sub(" ", counts.decode("utf-8")).lower())
    also = " ".join(sorted({plain(word) for word in words}))
    if also:
        counts += f'<p data-pagefind-body data-pagefind-meta="also[title]" title="{also}"></p>'.encode()
    opened = f'<!doctype html><html lang="{language}"><body>'.encode()
    return opened + _CELL.sub(rb"\g<0> ", counts)
