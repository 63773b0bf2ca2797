"""What a checker has to say, gathered so that one mistake in a template is one entry, not two hundred."""

from __future__ import annotations

from collections import defaultdict


class Findings:
    """Sentences, each with the pages it was said of."""

    def __init__(self) -> None:
        self._pages: dict[str, list[str]] = defaultdict(list)

    def add(self, sentence: str, page: str) -> None:
        """Note that `sentence` was said of `page`."""
        self._pages[sentence].append(page)

    def listed(self) -> list[str]:
        """One text per sentence with the first page and how many more there are; empty if all is well."""
        return [
            f"{sentence}\n    {pages[0]}" + (f" and {len(pages) - 1} more" if len(pages) > 1 else "")
            for sentence, pages in self._pages.items()
        ]


def report(title: str, findings: list[str]) -> str:
    """`findings` as the message of a failed test; 40 are enough to see what is wrong."""
    shown = "\n".join(f"- {finding}" for finding in findings[:40])
    rest = f"\n... and {len(findings) - 40} more" if len(findings) > 40 else ""
    return f"{title}: {len(findings)}\n{shown}{rest}"
