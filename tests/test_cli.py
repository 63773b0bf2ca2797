"""Commands, as people and programs call them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.incremental.store import Store
from tests.support.small_site import SITE, files


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small site on a real disk."""
    for path, text in files(SITE).items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return tmp_path


def pulsen(project: Path, *arguments: str) -> Result:
    """Call the command."""
    return CliRunner().invoke(main, ["--project", str(project), "--language", "en", *arguments])


def test_build_makes_the_site_and_says_so(project: Path) -> None:
    """A build ends well, writes pages and sums up in a line."""
    done = pulsen(project, "build")

    assert done.exit_code == 0, done.output
    assert (project / "build/site/sv/platser/tower/index.html").is_file()
    assert re.search(r"\d+ pages: \d+ read, \d+ rendered, \d+ written", done.output)


def test_errors_end_in_one_with_place_line_and_hint(project: Path) -> None:
    """A mistake is shown with its file, the line itself, a mark below it and what to do."""
    story = project / "content/people/anna.sv.md"
    story.write_text(story.read_text().replace("home: places/tower", "hone: places/tower"))
    done = pulsen(project, "build")

    assert done.exit_code == 1
    assert "content/people/anna.sv.md:4:1: Error:" in done.output
    assert "  4 | hone: places/tower" in done.output
    assert "    | ^" in done.output
    assert 'Did you mean "home"?' in done.output


def test_check_publishes_nothing(project: Path) -> None:
    """A check says what is wrong and leaves no file behind."""
    done = pulsen(project, "check")

    assert done.exit_code == 0
    assert not (project / "build").exists()


def test_json_for_programs(project: Path) -> None:
    """With --json there is one object with everything that was done."""
    told = json.loads(pulsen(project, "build", "--json").output)

    assert told["published"] is True
    assert told["rendered"] == told["pages"] == len(told["reasons"])
    assert {problem["code"] for problem in told["problems"]} == {"translation-stale"}


def test_annotations_for_pull_requests(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On GitHub a problem is written as an annotation that stands beside its line."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    story = project / "content/people/anna.sv.md"
    story.write_text(story.read_text().replace("title: Anna\n", ""))

    assert "::error file=content/people/anna.sv.md,line=" in pulsen(project, "build").output


def test_messages_in_swedish(project: Path) -> None:
    """The same problem is told in Swedish to those who ask for it."""
    story = project / "content/people/anna.sv.md"
    story.write_text(story.read_text().replace("title: Anna\n", ""))
    done = CliRunner().invoke(main, ["--project", str(project), "--language", "sv", "check"])

    assert "Fel:" in done.output
    assert "saknas" in done.output


def test_why_tells_of_a_page(project: Path) -> None:
    """The reason for the last making and the things looked at are told; an unknown page is refused."""
    pulsen(project, "build")
    done = pulsen(project, "why", "https://example.org/sv/platser/tower/")

    assert done.exit_code == 0
    assert "output:new" in done.output
    assert "places/tower.sv#title" in done.output
    assert pulsen(project, "why", "/nowhere/").exit_code == 1


def test_two_at_once_are_told_apart(project: Path) -> None:
    """While a build is at work, another build and a question about a page end in one sentence."""
    pulsen(project, "build")
    at_work = Store(str(project / "build/cache/store.db"))
    told = [pulsen(project, "build"), pulsen(project, "why", "/sv/")]
    at_work.close()

    assert [done.exit_code for done in told] == [3, 3]
    assert all("Another build is at work here" in done.output for done in told)


def test_new_begins_a_story_that_is_valid(project: Path) -> None:
    """A new story explains its fields and is a draft without mistakes; it is never written over."""
    done = pulsen(project, "new", "place", "Råå: en hamn")

    assert done.output == "content/places/raa-en-hamn.sv.md\n"
    text = (project / done.output.strip()).read_text()
    assert 'title: "Råå: en hamn"' in text
    assert "draft: true" in text
    assert pulsen(project, "check").exit_code == 0
    assert pulsen(project, "new", "place", "Råå: en hamn").exit_code == 2
    assert "place" in pulsen(project, "new", "plats-x", "X").output


def test_a_translation_can_be_accepted(project: Path) -> None:
    """Accepting writes the mark of the present source and changes nothing else in the file."""
    story = project / "content/places/tower.en.md"
    before = story.read_text()
    done = pulsen(project, "translations", "accept", "places/tower", "en")

    assert done.output == "content/places/tower.en.md\n"
    assert re.sub(r'of: "[0-9a-f]{12}"', "of: none", story.read_text()) == before
    assert "translation-stale" not in pulsen(project, "build", "--json").output


def test_clean_removes_what_was_built_and_nothing_else(project: Path) -> None:
    """After a clean only what people wrote is there."""
    before = sorted(project.rglob("*"))
    pulsen(project, "build")
    pulsen(project, "clean")

    assert sorted(project.rglob("*")) == before


def test_outside_a_site_there_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Called anywhere else, the command says what is missing and what to do."""
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["build"])

    assert done.exit_code == 2
    assert "There is no content/site.yaml here or above" in done.output


def test_epoch_makes_builds_repeatable(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH is the time of the build: what is published later is not there."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    story = project / "content/people/anna.sv.md"
    story.write_text(story.read_text().replace("title: Anna", "title: Anna\npublish: 2023-11-15T00:00:00Z"))
    pulsen(project, "build")

    assert not (project / "build/site/sv/manniskor/anna").exists()


def test_serve_shows_drafts_on_this_machine(project: Path) -> None:
    """The preview says where it is, answers there with drafts included, and ends when it is told to."""
    story = project / "content/people/anna.sv.md"
    story.write_text(story.read_text().replace("title: Anna", "title: Anna\ndraft: true"))
    command = [
        sys.executable,
        "-u",
        "-m",
        "generator",
        "--project",
        str(project),
        "--language",
        "en",
        "serve",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        said = next(line for line in server.stdout if "http://" in line)
        address = re.search(r"http://127\.0\.0\.1:\d+/", said)
        assert address is not None, said
        for _ in range(200):
            try:
                page = urllib.request.urlopen(address[0] + "sv/manniskor/anna/").read().decode()
                break
            except OSError:
                time.sleep(0.05)
        server.terminate()

    assert "<h1>Anna</h1>" in page
