"""HTML written into Markdown: refused, or cleaned where a site allows it.

Only names that HTML knows count as tags: ``a < b``, ``<3`` and ``<your name>`` are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.model.body import Html, Link, Part
from generator.model.problem import N_, Problem, problem
from generator.reading.markdown.events import Event
from generator.reading.markdown.marks import Positions, tidy


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NAMES = _set(
    """a abbr acronym address animate applet area article aside audio b base basefont bdi bdo bgsound big
    blink blockquote body br button canvas caption center circle cite code col colgroup command content
    data datalist dd defs del details dfn dialog dir div dl dt element em embed fieldset figcaption
    figure font footer foreignobject form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html
    i iframe image img input ins isindex kbd keygen label legend li line link listing main map mark
    marquee math menu menuitem meta meter nav nobr noembed noframes noscript object ol optgroup option
    output p param path picture plaintext polygon portal pre progress q rb rect rp rt rtc ruby s samp
    script search section select set shadow slot small source spacer span strike strong style sub
    summary sup svg table tbody td template text textarea tfoot th thead time title tr track tt u ul use
    var video wbr xmp"""
)
BLOCKS = _set(
    """address article aside blockquote center details dialog dd dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr iframe li main menu nav ol p pre script section style
    summary table tbody td tfoot th thead tr ul video audio object"""
)
"""Tags that begin a block of HTML when they begin a line."""

TAG = re.compile(
    r"</?+(?P<name>[A-Za-z][A-Za-z0-9:-]*+)"
    r"(?:[\s/]++(?:[^\s\"'<>/=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>`]++))?+)?+)*+\s*+>"
    r"|<[!?](?P<declaration>[A-Za-z\[])[^<>]*+>",
)


def is_html(found: re.Match[str]) -> bool:
    """Whether what looks like a tag is one; names with a hyphen or colon may be anybody's elements."""
    name = found["name"]
    return name is None or name.lower() in _NAMES or "-" in name or ":" in name


def _runs(tags: Sequence[Event], text: str) -> Iterator[Event]:
    """The first tag of each run: of tags that no empty line parts."""
    end = -1
    for tag in sorted(tags, key=lambda each: each.offset):
        if end < 0 or (tag.offset > end and "\n\n" in text[end : tag.offset]):
            yield tag
        end = tag.offset + len(tag.value)


def refused(tags: Sequence[Event], text: str, positions: Positions) -> Iterator[Problem]:
    """One Problem for each run of HTML among `tags`, which were found in `text`."""
    for tag in _runs(tags, text):
        yield problem(
            "html",
            positions.at(max(tag.offset, 0)),
            N_("HTML such as {tag} cannot be used here; it is shown as it is written."),
            N_("Use Markdown, or a block such as facts or quote. If it is an example, put ` around it."),
            tag=" ".join(tag.value.split())[:60],
        )


_TEXT_TAGS = _set(
    """a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
    figcaption figure h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q rp rt ruby s samp section small
    span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr"""
)
_EMPTIED = _set("script style template textarea title iframe object svg math noscript")
"""Tags whose content goes with them."""
_ATTRIBUTES = {
    "*": {"dir", "lang", "title"},
    **{tag: {"id"} for tag in ("h2", "h3", "h4", "h5", "h6", "li", "sup", "tr")},
    "a": {"class", "href", "role"},
    "blockquote": {"cite"},
    "code": {"class"},
    "details": {"open"},
    "div": {"aria-labelledby", "class", "role", "tabindex"},
    "ol": {"reversed", "start"},
    "section": {"class", "role"},
    "td": {"class", "colspan", "rowspan"},
    "th": {"class", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
_OWN = {
    "class": re.compile(
        r"language-[\w.+#-]+|table-scroll|align-(?:left|right|center)|footnotes|footnote-(?:ref|backref)"
    ),
    "role": re.compile(r"region|doc-(?:noteref|backlink|endnotes)"),
    "tabindex": re.compile("0"),
}
"""Values that this package writes itself; anything else is taken away."""
_HELD = re.compile('<a href="\x02([0-9]+)\x03">|\x02([0-9]+)\x03')


def _held(number: int, part: Part) -> str:
    if isinstance(part, Html):
        return part.text
    return f'<a href="\x02{number}\x03">' if isinstance(part, Link) else f"\x02{number}\x03"


def clean(parts: Iterable[Part], ids: frozenset[str]) -> list[Part]:
    """The parts with their HTML cleaned as a whole: what a tag opens in one part may close in another.

    `ids` are the ids given by this package; no others stay.
    """
    import nh3

    parts = list(parts)
    text = "".join(_held(number, part) for number, part in enumerate(parts))

    def keep(tag: str, attribute: str, value: str) -> str | None:
        if attribute in ("id", "aria-labelledby"):
            return value if all(each in ids for each in value.split()) else None
        own = _OWN.get(attribute)
        return value if own is None or own.fullmatch(value) else None

    cleaned = nh3.clean(
        text,
        tags=set(_TEXT_TAGS),
        clean_content_tags=set(_EMPTIED),
        attributes=_ATTRIBUTES,
        attribute_filter=keep,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
    result: list[Part] = []
    position = number = 0

    def add(text: str) -> None:
        if text:
            result.append(Html(tidy(text)))

    for found in _HELD.finditer(cleaned):
        held = int(found[1] or found[2])
        # Entities could spell the sign of a part: each part comes once, in order, and where its sort stands.
        if number <= held < len(parts) and isinstance(parts[held], Link) == bool(found[1]):
            add(cleaned[position : found.start()])
            result.append(parts[held])
            position, number = found.end(), held + 1
    add(cleaned[position:])
    return result
