"""Every page and style sheet is valid in the eyes of the Nu HTML checker."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.browser.findings import Findings, report
from tests.browser.pages import BuiltPage

NEWER = "It is newer than the checker; browsers that do not know it either lose nothing that is needed."
ACCEPTED: list[tuple[str, str]] = [
    (r"Property “(container-type|position-area)” doesn't exist", NEWER),
    (r"Unknown dimension\.$", NEWER),  # cqi, a hundredth of a container
    (r"“mask-position”: “,” is an incorrect operator", "Several masks have several positions."),
    (r"Unrecognized at-rule “@(container|view-transition)”", NEWER),
    (r"Property “(paint-order|vector-effect)” doesn't exist", "It is a property of SVG 2."),
]
"""Pattern of a message, and why we live with it. Warnings count like errors; keep this short."""

OPTIONS = [
    "--format", "json", "--stdout", "--exit-zero-always", "--also-check-css",
    # It guesses the language of the text, and calls a fallback page wrong, whose frame is in the reader's
    # language and whose story is not. test_reading.py looks at what pages say of their language.
    "--no-langdetect",
]  # fmt: skip


def complaints(checker: list[str], files: list[Path]) -> list[tuple[str, str]]:
    """(file, sentence) for every message about `files`, from one run of the checker."""
    command = [*checker, *OPTIONS, *map(str, files)]
    output = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=600, check=True).stdout
    accepted = [re.compile(pattern) for pattern, _ in ACCEPTED]
    found = []
    for message in json.loads(output)["messages"]:
        text = message["message"]
        if not any(pattern.search(text) for pattern in accepted):
            # Only the spot itself: what stands around it differs from page to page, and one mistake
            # in a template would be two hundred findings.
            start = message.get("hiliteStart", 0)
            spot = message.get("extract", "")[start : start + message.get("hiliteLength", 0)]
            level = message.get("subType", message["type"])
            found.append((message.get("url", ""), f"{level}: {text} {' '.join(spot.split())}"))
    return found


def test_every_page_and_style_sheet_is_valid(
    built_site: Path, pages: list[BuiltPage], html_checker: list[str]
) -> None:
    """The checker has neither errors nor warnings for any page or style sheet."""
    files = [page.path for page in pages] + sorted(built_site.rglob("*.css"))
    findings = Findings()
    for url, sentence in complaints(html_checker, files):
        findings.add(sentence, url.rpartition("/build/site")[2] or url)
    listed = findings.listed()

    assert {".html", ".css"} == {path.suffix for path in files}
    assert not listed, report(f"Complaints of the checker about {len(files)} files", listed)


@pytest.mark.parametrize(
    ("name", "source", "expected"),
    [
        ("error.html", '<!doctype html><html lang="sv"><title>Fel</title><p><div></p></div>', "error: "),
        ("warning.html", '<!doctype html><title>Varning</title><p>Hej</p>', "warning: "),
        ("error.css", "a { colr: red }", "error: CSS: "),
    ],
)  # fmt: skip
def test_checker_sees_mistakes(
    tmp_path: Path, html_checker: list[str], name: str, source: str, expected: str
) -> None:
    """What is wrong in a page or a style sheet is found by the very command that finds nothing in ours."""
    path = tmp_path / name
    path.write_text(source, "utf-8")
    found = complaints(html_checker, [path])

    assert any(sentence.startswith(expected) for _, sentence in found), found
