"""Texts with nothing but plain emphasis, links, pictures and code in them: one pattern finds all of it.

Nine of ten texts that are not just words. Where anything is left over (a bracket, an escape, an entity, a
second meaning) the text is for `inline`, which knows all rules; a test holds the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.reading.markdown.events import Event, Inline
from generator.reading.markdown.marks import OPAQUE, TRANSPARENT

# A set of characters and nothing else: with an alternative in it the search takes seven times as long.
SPECIAL = re.compile("[\\\\`*_\\[\\]!<&\n]")
"""What may be more than itself."""

_WORDS = r"[^\\`*_\[\]!<&\n]"
# Asterisks between a space and a letter open; between a letter and what is no letter they close.
_SIMPLE = re.compile(
    rf"\*(?<![^\s(].)(?:(?P<em>[^\W_](?:{_WORDS}*[^\W_])?)\*(?![\w*])"
    rf"|\*(?P<strong>[^\W_](?:{_WORDS}*[^\W_])?)\*\*(?![\w*]))"
    rf"|!\[(?!\^)(?P<image>{_WORDS}*)\]\((?P<source>[\w/.#-]+)\)"
    rf"|\[(?!\^)(?P<link>{_WORDS}*)\]\((?P<target>[\w/.:#?=%~+-]+)\)"
    r"|`(?P<code>[^`\n]+)`(?!`)"
)
_OPEN = {"em": Event("open", "em"), "strong": Event("open", "strong")}
_CLOSE = {"em": Event("close", "em"), "strong": Event("close", "strong"), "target": Event("close", "a")}


def read_simple(text: str, offsets: Mapping[int, int]) -> Inline | None:
    """Read a text that has lost its marks; None if there is more in it than is seen here.

    `offsets` tells for a position in it where it stands in the file.
    """
    if "  \n" in text:
        return None
    events: list[Event] = []
    between: list[str] = []
    said: list[str] = []
    at = 0
    for found in _SIMPLE.finditer(text):
        start = found.start()
        words = text[at:start]
        between.append(words)
        said.append(words)
        at = found.end()
        sort = found.lastgroup
        if sort == "target":
            events += (
                Event("link", found["target"], offset=offsets.get(start, -1)),
                _CLOSE["target"],
            )
            said.append(f"{TRANSPARENT}{found['link']}{TRANSPARENT}")
        elif sort == "source":
            alt = " ".join(found["image"].split())
            events.append(Event("image", found["source"], "", alt, offsets.get(start, -1)))
            said.append(OPAQUE)
        elif sort == "code":
            content = found["code"]
            if content[0] == content[-1] == " ":
                return None
            events.append(Event("code", content))
            said.append(OPAQUE)
        elif sort is not None:
            events += (_OPEN[sort], _CLOSE[sort])
            said.append(f"{TRANSPARENT}{found[sort]}{TRANSPARENT}")
    between.append(text[at:])
    said.append(between[-1])
    rest = "".join(between).replace("\n", "") if "\n" in text else "".join(between)
    return None if SPECIAL.search(rest) else Inline("".join(said), events, [])
