"""Pages in the words of schema.org, built as data: nothing empty is said, and nothing can break out of it."""

from __future__ import annotations

from generator.rendering.linked_data.graph import linked_data

__all__ = ["linked_data"]
