"""Tables: a region that can be scrolled with the keyboard, and headers that say what they head."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from generator.reading.markdown.headings import Ids

_ALIGNED = {
    "text-align: left;": ' class="align-left"',
    "text-align: right;": ' class="align-right"',
    "text-align: center;": ' class="align-center"',
}
"""Python-Markdown's inline styles, which a strict content security policy forbids -> classes."""


class Tables:
    """Names the tables of a page by the heading they stand under.

    A scrollable region must be reachable by keyboard and have a name (axe: scrollable-region-focusable,
    landmark-unique); a second table under the same heading adds its own row of headers to the name.
    """

    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self._named: set[str] = set()

    def opening(self, heading: str) -> tuple[str, str]:
        """The tag around a table, and the attributes of its row of headers. `heading` is an id or empty."""
        if not heading:
            return '<div class="table-scroll">', ""
        name, row = heading, ""
        if heading in self._named:
            own = self._ids.claim("table")
            name, row = f"{heading} {own}", f' id="{own}"'
        self._named.add(heading)
        return f'<div class="table-scroll" role="region" tabindex="0" aria-labelledby="{name}">', row


def cell_tags(cell: Element) -> tuple[str, str]:
    """The tags around a cell. An empty header heads nothing: as `th` it would be read aloud as one."""
    tag = "td" if not (cell.text or "").strip() else cell.tag
    scope = ' scope="col"' if tag == "th" else ""
    return f"<{tag}{scope}{_ALIGNED.get(cell.get('style', ''), '')}>", f"</{tag}>"
