"""A story's page becomes HTML that feed readers show: plain elements, whole addresses, nothing that moves."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin

import nh3

_TAGS = set(
    re.findall(
        r"\S+",
        "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del dfn div dl dt em figcaption "
        "figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub "
        "sup table tbody td tfoot th thead time tr u ul var wbr",
    )
)
_WITH_CONTENT = {"script", "style", "svg", "template", "button", "form", "noscript", "iframe"}
"""Of no use in a reader, and neither is what stands in them."""
_IN_ADDRESSES = "/%#?&=+;:,@!$'()*~"
_ATTRIBUTES = {
    "*": {"lang", "dir", "title"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start", "reversed"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}


def readable(html: str, base_url: str, url: str) -> str:
    """The HTML of a story's text, whose page is at the absolute address `url`.

    ``<picture>`` goes and its ``<img>`` stays: that is the file every program can show.
    """

    def whole(element: str, attribute: str, value: str) -> str | None:
        if attribute in ("href", "src"):
            return (
                base_url + quote(value, safe=_IN_ADDRESSES) if value.startswith("/") else urljoin(url, value)
            )
        return value

    cleaned = nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags=_WITH_CONTENT,
        attributes=_ATTRIBUTES,
        attribute_filter=whole,
        link_rel=None,
    )
    return "\n".join(line.strip() for line in cleaned.splitlines() if line.strip())
