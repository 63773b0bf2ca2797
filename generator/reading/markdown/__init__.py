"""Markdown -> body parts.

Python-Markdown reads the blocks (paragraphs, lists, tables, footnotes, definitions). Text inside them is read
by `inline`, in one pass: Python-Markdown's own patterns took 60 % of the time of a page (3.2 of 5.2 ms for
750 words), needed 4.3 s for a line of 5,000 brackets, and knew no locations.
"""

from generator.reading.markdown.parser import parse_markdown
from generator.reading.markdown.values import MarkdownOptions, ParsedBody

__all__ = ["MarkdownOptions", "ParsedBody", "parse_markdown"]
