"""Markdown -> body parts.

Python-Markdown reads the blocks (paragraphs, lists, tables, footnotes, definitions). Text inside them is read
by `inline`, in one pass: Python-Markdown's own patterns took two thirds of the time of a page (2.0 of 3.0 ms
for 750 words), needed 4.3 s for a line of 5,000 brackets, and knew no locations. With them replaced a page
takes 1.7 ms, typography, locations and all.
"""

from generator.reading.markdown.parser import parse_markdown
from generator.reading.markdown.values import MarkdownOptions, ParsedBody

__all__ = ["MarkdownOptions", "ParsedBody", "parse_markdown"]
