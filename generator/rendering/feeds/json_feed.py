"""JSON Feed 1.1."""

from __future__ import annotations

import json
from typing import Any

from generator.rendering.feeds.values import Entry, Feed


def json_feed(feed: Feed) -> bytes:
    """The feed as JSON; nothing in it is empty."""
    data = _filled(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "home_page_url": feed.page_url,
            "feed_url": feed.url,
            "description": feed.description,
            "icon": feed.icon,
            "authors": [{"name": feed.author}],
            "language": feed.language,
        }
    )
    data["items"] = [_item(entry) for entry in feed.entries]
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _item(entry: Entry) -> dict[str, Any]:
    return _filled(
        {
            "id": entry.id,
            "url": entry.url,
            "title": entry.title,
            "summary": entry.summary,
            "content_html": entry.html,
            "image": entry.image,
            "date_published": entry.published.isoformat(),
            "date_modified": entry.updated.isoformat(),
            "authors": [{"name": entry.author}],
            "tags": list(entry.tags),
            "language": entry.language,
        }
    )


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value}
