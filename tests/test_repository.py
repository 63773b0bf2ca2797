"""What holds for the repository as a whole, whatever is in it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

LONGEST_MODULE = 300
"""Lines. The aim is 220; what is longer than this is two nouns."""

MADE = {"build", "dist", ".git", ".venv", "node_modules", "__pycache__", ".hypothesis", ".coverage"}
CACHES = {".mypy_cache", ".pytest_cache", ".ruff_cache"}
MACHINE_PATH = re.compile(
    r"(?<![\w.})~/-])/(?:work|tmp|home|root|opt|Users|var/folders|mnt)/[\w.-]|\b[A-Z]:\\Users\\", re.ASCII
)
HOST = re.compile(r"://|index-url|find-links|pythonhosted|pypi\.|npmjs|\bregistry\b", re.IGNORECASE)
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", re.MULTILINE)


def kept_files() -> list[Path]:
    """Every file that is in the repository or about to be."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        command = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        if listing.returncode == 0:
            names = listing.stdout.decode("utf-8").split("\0")
            return [ROOT / name for name in names if name and (ROOT / name).is_file()]
    # An unpacked archive has no git, and git refuses a folder that belongs to somebody else.
    return [
        path
        for path in ROOT.rglob("*")
        if path.is_file() and not (MADE | CACHES) & {*path.relative_to(ROOT).parts}
    ]


def lines_with(pattern: re.Pattern[str], text: str) -> list[str]:
    """The lines of `text` in which `pattern` is found, with their numbers."""
    return [f"{number}: {line}" for number, line in enumerate(text.splitlines(), 1) if pattern.search(line)]


def test_no_path_of_a_machine() -> None:
    """Nothing in the repository names a folder of somebody's computer."""
    found = []
    for path in kept_files():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:  # a picture, or a fixture with another encoding
            continue
        found += [f"{path.relative_to(ROOT).as_posix()}:{line}" for line in lines_with(MACHINE_PATH, text)]

    assert [] == found


@pytest.mark.parametrize(
    "name", ["requirements.lock", "requirements-dev.lock", "tests/browser/package-lock.json"]
)
def test_lock_file_names_no_host(name: str) -> None:
    """A lock file says what is installed, and leaves the place to fetch it from to whoever installs."""

    assert [] == lines_with(HOST, (ROOT / name).read_text("utf-8"))


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_pin_has_a_hash(name: str) -> None:
    """Each requirement is pinned to one version and carries the hashes of its files."""
    text = (ROOT / name).read_text("utf-8")
    entries = re.split(r"\n(?=\S)", "\n".join(line for line in text.splitlines() if not line.startswith("#")))

    assert [] == [entry for entry in entries if not (PIN.match(entry) and "--hash=sha256:" in entry)]


def test_development_pins_agree_with_the_site_s() -> None:
    """Tests run with the very versions that build the site."""
    site = dict(PIN.findall((ROOT / "requirements.lock").read_text("utf-8")))
    development = dict(PIN.findall((ROOT / "requirements-dev.lock").read_text("utf-8")))

    assert site == {name: version for name, version in development.items() if name in site}


def test_licences_are_there() -> None:
    """Code and content each say under which licence they may be used."""

    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License")
    assert "CC BY 4.0" in (ROOT / "content" / "LICENSE.md").read_text("utf-8")


def test_modules_are_short() -> None:
    """No module of the generator is longer than one noun needs."""
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines())
        for path in (ROOT / "generator").rglob("*.py")
    }

    assert {} == {name: length for name, length in lengths.items() if length > LONGEST_MODULE}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no executable bit")
def test_continuous_integration_can_be_run() -> None:
    """`.ci/run` is executable as it is checked out."""

    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111 == 0o111


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("path = '/ho" + "me/anna/site'", True),
        ("open('/tm" + "p/x')", True),
        ('"C:' + "\\Users\\anna" + '"', True),
        ("https://example.org/" + "work/1", False),
        ("content/pages/home/x", False),
        ("{prefix}/home/x", False),
        ("#!/usr/bin/env bash", False),
    ],
)
def test_machine_paths_are_recognised(line: str, expected: bool) -> None:
    """The pattern finds folders of a computer and leaves addresses alone."""

    assert expected == bool(MACHINE_PATH.search(line))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("--index-url https:" + "//mirror.example/simple", True),
        ('"resolved": "https:' + '//registry.example/x.tgz"', True),
        ("jinja2==3.1.6 \\", False),
        ("    --hash=sha256:0137fb05990d35f1275a587e9aee6d56da821fc83491a0fb838183be43f66d6d", False),
    ],
)
def test_hosts_are_recognised(line: str, expected: bool) -> None:
    """The pattern finds hosts and leaves pins and hashes alone."""

    assert expected == bool(HOST.search(line))
