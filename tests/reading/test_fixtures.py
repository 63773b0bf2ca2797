"""Real and hostile YAML of other projects: no traceback, no hang.

The collection is not part of the project. PULSEN_FIXTURES names the folder that holds it.
"""

import os
import time
from collections import Counter
from pathlib import Path

import pytest

from generator.reading.front_matter import split_front_matter
from generator.reading.text import decode
from generator.reading.yaml_text import parse_yaml
from tests.reading.said import said

FIXTURES = os.environ.get("PULSEN_FIXTURES", "")
SETS = ("bombs", "encodings", "json-test-suite", "pyyaml", "snakeyaml", "yaml-test-suite")


@pytest.mark.parametrize("name", SETS)
@pytest.mark.skipif(not FIXTURES, reason="set PULSEN_FIXTURES to the folder of the collection to run this")
def test_hostile_files(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each file is read in under two seconds and gives data or Problems that can be said."""
    counts: Counter[str] = Counter()
    slowest = 0.0
    for path in sorted(Path(FIXTURES, "6-yaml-json", name).rglob("*")):
        if not path.is_file():
            continue
        started = time.perf_counter()
        text, problems = decode(path.read_bytes(), path.name)
        front = split_front_matter(text, path.name)
        whole = parse_yaml(text, path.name)
        inner = parse_yaml(front.yaml_text, path.name, front.yaml_first_line)
        slowest = max(slowest, time.perf_counter() - started)
        said((*problems, *front.problems, *whole.problems, *inner.problems))
        counts["refused" if problems or whole.problems else "read"] += 1
    with capsys.disabled():
        print(
            f"\n{name}: {counts['read']} read, {counts['refused']} refused, slowest {slowest * 1000:.0f} ms"
        )

    assert counts.total() > 0
    assert slowest < 2


@pytest.mark.skipif(not FIXTURES, reason="set PULSEN_FIXTURES to the folder of the collection to run this")
def test_what_must_be_refused() -> None:
    """YAML that PyYAML's own tests refuse is refused, but for what has no meaning here."""
    harmless = {
        "invalid-character.stream-error",  # a NUL, which `decode` reports
        "invalid-utf8-byte.stream-error",  # which `decode` reports
        "invalid-merge-2.loader-error",  # merge keys are ordinary keys here
    }
    folder = Path(FIXTURES, "6-yaml-json", "pyyaml")
    accepted = {
        path.name
        for path in folder.rglob("*-error")
        if not parse_yaml(decode(path.read_bytes(), path.name)[0], path.name).problems
    }

    assert accepted <= harmless
