"""Files that other people wrote, read as stories: no traceback, no hang, a clear Problem for each bad one.

The collection is not part of the project; PULSEN_FIXTURES names the folder it stands in.
"""

from __future__ import annotations

import os
import tarfile
import time
import unicodedata
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.build import build
from generator.disk import FolderDisk
from generator.model.kind import Field, FieldType, Kind
from generator.reading.story_file import StoryOptions, read_story
from tests.support.small_site import SITE, files

FIXTURES = Path(os.environ.get("PULSEN_FIXTURES", "nowhere"))
needs_fixtures = pytest.mark.skipif(
    not FIXTURES.is_dir(), reason="PULSEN_FIXTURES names no folder of fixtures"
)

TEXT = Field("title", FieldType.TEXT, required=True, translatable=True)
KIND = Kind("place", "places", {}, {}, {}, (TEXT,))
OPTIONS = StoryOptions("places/x", "sv", KIND, True, "content/places/x.sv.md", ("sv", "en"), {})
SECONDS = 2.0


@needs_fixtures
@pytest.mark.parametrize("corpus", ["3-markdown", "4-sites", "5-ssg-examples", "6-yaml-json"])
def test_strange_files_end_in_problems(corpus: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every text file is read within two seconds; whatever is wrong with it is said with its place."""
    counts: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    slow = []
    for path in sorted((FIXTURES / corpus).rglob("*")):
        if not path.is_file() or path.suffix in (".tar", ".png", ".jpg", ".svg", ".gif", ".webp", ".avif"):
            continue
        content = path.read_bytes()
        started = time.perf_counter()
        story, _, problems = read_story(content, "content/places/x.sv.md", OPTIONS)
        if time.perf_counter() - started > SECONDS:
            slow.append(path.name)
        counts["read" if story else "refused"] += 1
        counts["with problems"] += bool(problems)
        codes.update({problem.code for problem in problems})
        assert story is not None or problems, path
        for problem in problems:
            assert problem.location.path == "content/places/x.sv.md"
            problem.message.format_map(dict(problem.values))
            problem.hint.format_map(dict(problem.values))
    with capsys.disabled():
        print(f"\n{corpus}: {dict(counts)}; {dict(codes.most_common(12))}")

    assert slow == []


@needs_fixtures
def test_strange_names_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Files with names of every kind are built or refused by name; the rest of the site is not disturbed."""
    for path, text in files(SITE).items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    with tarfile.open(FIXTURES / "6-yaml-json" / "names.tar") as archive:
        for member in archive:
            if member.isfile():
                body = archive.extractfile(member)
                assert body is not None
                name = Path(member.name).name.removesuffix(".md")
                (tmp_path / "content/places" / f"{name}.sv.md").write_bytes(
                    b"---\ntitle: Namn\nsummary: S.\n---\n" + body.read()
                )
    result = build(FolderDisk(tmp_path), datetime(2026, 11, 23, tzinfo=UTC), "test")
    with capsys.disabled():
        print(f"\nnames: {result.pages} pages; {Counter(problem.code for problem in result.problems)}")
        for problem in result.problems:
            if problem.severity == "error":
                print(f"  {problem.location}: {problem.message} {dict(problem.values)}")

    for problem in result.problems:
        assert unicodedata.is_normalized("NFC", problem.location.path)
