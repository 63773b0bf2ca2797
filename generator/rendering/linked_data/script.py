"""Data as the text of a ``<script type="application/ld+json">``."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

Node = dict[str, Any]

_ESCAPES = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)
"""With no angle bracket there is neither ``</script>`` nor ``<!--``, the two ways out of a script element
(HTML, 13.1.3); without an ampersand the text is the same for an XML parser."""


def filled(value: Any) -> Any:
    """The value without anything empty in it: None, no text, no items, a node that says only its type.

    ``False`` and ``0`` are answers and stay.
    """
    if isinstance(value, dict):
        found = {name: inner for name, each in value.items() if not _empty(inner := filled(each))}
        return {} if found.keys() <= {"@type"} else found
    if isinstance(value, list | tuple):
        return [inner for each in value if not _empty(inner := filled(each))]
    if isinstance(value, str):
        return value.strip()
    return value


def _empty(value: Any) -> bool:
    return value is None or value == "" or value == [] or value == {}


def as_script(nodes: list[Node]) -> Markup:
    """One graph of all nodes, ready to stand between the tags; empty if nothing is said."""
    graph = filled(nodes)
    if not graph:
        return Markup("")
    text = json.dumps(
        {"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":")
    )
    return Markup(text.translate(_ESCAPES))
