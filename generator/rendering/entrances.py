"""The front page's ways in for sorts of readers."""

from __future__ import annotations

from typing import Any

from generator.rendering.look import Look
from generator.rendering.views import KindView, TermView


def _url(look: Look, to: str) -> str | None:
    facts = look.facts
    if to in facts.kinds:
        return KindView(look, facts.kinds[to]).url
    vocabulary, _, term = to.partition("/")
    if vocabulary in facts.vocabularies and term in facts.vocabularies[vocabulary].terms:
        view = TermView(look, vocabulary, term)
        return view.url if view.count else None
    return look.url(to)


def entrances(look: Look) -> list[dict[str, Any]]:
    """``{name, label, summary, url}`` of each way in that leads somewhere in the page's language."""
    shown = []
    for each in look.setting("entrances"):
        url = _url(look, each.to)
        if url is not None:
            shown.append(
                {
                    "name": each.name,
                    "label": look.word(each.label, "site#entrances"),
                    "summary": look.word(each.summary, "site#entrances"),
                    "url": url,
                }
            )
    return shown
