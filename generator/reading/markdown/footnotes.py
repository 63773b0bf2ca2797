"""Numbers, ids and links of footnotes.

They are numbered in the order of their use. The marks are plain signs: a word such as "back" would have to be
translated, and a parse knows no catalogue.
"""

from __future__ import annotations

from generator.reading.markdown.page import Page


class Footnotes:
    """The footnotes of one text that were used so far."""

    def __init__(self, page: Page) -> None:
        self.used: list[str] = []
        """Labels in the order of their numbers."""
        self.numbers: dict[str, int] = {}
        self._page = page
        # A text inside a block has footnotes of its own. The body's ids do not depend on them.
        self._inside = page.depth > 1
        self._prefix = ""
        self._uses: dict[str, int] = {}

    def _id(self, sort: str, label: str, use: int = 1) -> str:
        if self._inside and not self._prefix:
            self._page.texts_with_notes += 1
            self._prefix = f"{self._page.texts_with_notes}."
        return f"{sort}:{self._prefix}{self.numbers[label]}" + (f"-{use}" if use > 1 else "")

    def reference(self, label: str, linked: bool) -> str:
        """The number in the text. Inside a link it is no link of its own."""
        if label not in self.numbers:
            self.used.append(label)
            self.numbers[label] = len(self.used)
        use = self._uses[label] = self._uses.get(label, 0) + 1
        id_, number = self._id("fnref", label, use), self.numbers[label]
        self._page.ids.reserve(id_)
        if not linked:
            return f'<sup id="{id_}">{number}</sup>'
        target = self._id("fn", label)
        return (
            f'<sup id="{id_}"><a class="footnote-ref" href="#{target}" role="doc-noteref">{number}</a></sup>'
        )

    def item(self, label: str) -> str:
        """The opening tag around a footnote's text."""
        id_ = self._id("fn", label)
        self._page.ids.reserve(id_)
        return f'<li id="{id_}">'

    def backlinks(self, label: str) -> str:
        """Links back to every use."""
        links = []
        for use in range(1, self._uses[label] + 1):
            sign = "↩\ufe0e" + (f"<sup>{use}</sup>" if use > 1 else "")
            href = self._id("fnref", label, use)
            links.append(f' <a class="footnote-backref" href="#{href}" role="doc-backlink">{sign}</a>')
        return "".join(links)
