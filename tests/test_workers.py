"""Work divided among processes: the same site, the same Problems, and no waiting for the dead."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator import workers
from generator.build import build
from generator.disk import FileStat, FolderDisk
from generator.survey import PUBLISHED, Result
from generator.workers import WorkerLostError, useful, worked
from tests.support.small_site import NOW, SITE
from tests.support.small_site import files as sources

MANY = range(workers.WORTHWHILE * 3)

pytestmark = pytest.mark.skipif(not useful(workers.WORTHWHILE, 2), reason="processes cannot be forked here")


@pytest.fixture(autouse=True)
def alone(request: pytest.FixtureRequest) -> None:
    """A process with threads is not forked, and the tests of the preview leave some behind."""
    if threading.active_count() > 1 and request.function is not test_beside_threads:
        pytest.skip("threads are running; test_beside_threads does this in a process of its own")


def test_beside_threads() -> None:
    """The tests of this file pass in a process of their own when this one cannot be forked."""
    if threading.active_count() > 1:
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", __file__]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300)

        assert done.returncode == 0, done.stdout
        assert "skipped" not in done.stdout


def parity(number: int) -> int:
    return number % 2


def test_results_come_in_the_order_of_the_items() -> None:
    """The first of each sort comes first, then the others as they stand, each with its own result."""
    expected = [(0, 0), (1, 1), *((number, number * number) for number in MANY if number > 1)]

    for count in (1, 2, 3):
        assert expected == list(worked(lambda number: number * number, MANY, count, parity))


def test_others_do_the_work() -> None:
    """All but the first of each sort is done in other processes, and each of them is begun."""
    began: list[int] = []
    found = worked(lambda number: (os.getpid(), tuple(began)), MANY, 2, parity, lambda: began.append(7))
    done = dict(found)

    assert {(os.getpid(), ())} == {done[0], done[1]}
    assert os.getpid() not in {process for process, _ in list(done.values())[2:]}
    assert {(7,)} == {marks for _, marks in list(done.values())[2:]}


def test_few_items_and_threads_stay_here() -> None:
    """A handful is not worth a process, and a process with threads is not forked."""
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        assert not useful(len(MANY), 2)
    finally:
        ended.set()
        thread.join()
    assert useful(len(MANY), 2)
    assert not useful(len(MANY), 1)
    assert not useful(workers.WORTHWHILE - 1, 2)


def no_children() -> bool:
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
    return False


@pytest.mark.parametrize("item", [2, 300, 599])
def test_a_worker_that_dies_is_missed(item: int) -> None:
    """Whoever kills a worker hears of it at once, and no other worker is left behind."""

    def work(number: int) -> int:
        if number == item:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with pytest.raises(WorkerLostError):
        list(worked(work, MANY, 2, parity))
    assert no_children()


class OddError(Exception):
    def __init__(self, one: int, two: int) -> None:
        super().__init__("odd")


@pytest.mark.parametrize(
    ("error", "expected"), [(OSError(28, "No space left", "a/b"), OSError), (OddError(1, 2), Exception)]
)
def test_an_exception_comes_here(error: Exception, expected: type[Exception]) -> None:
    """What a worker raises is raised here, also when it cannot be sent as it is."""

    def work(number: int) -> int:
        if number == 400:
            raise error
        return number

    with pytest.raises(expected, match=r"No space left|odd"):
        list(worked(work, MANY, 2, parity))
    assert no_children()


def test_nobody_works_on_when_the_rest_is_not_wanted() -> None:
    """Workers end when their results are given up."""
    found = worked(lambda number: "x" * 10_000, MANY, 2, parity)
    for _ in range(5):
        next(found)
    found.close()  # type: ignore[attr-defined]

    assert no_children()


@pytest.fixture(scope="module")
def stories() -> dict[str, str]:
    """A site of many stories, some with mistakes."""
    files = sources(SITE)
    for number in range(130):
        files[f"content/places/p{number}.sv.md"] = (
            f'---\ntitle: "Plats {number}"\nsummary: "Om *plats* {number}"\n'
            f"---\n\n## Rubrik\n\n"
            f"Se [den andra](places/p{(number * 7) % 130}). Ord -- fler ord.\n"
        )
        files[f"content/places/p{number}.en.md"] = (
            f'---\ntitle: "Place {number}"\nsummary: Some\n---\n\nText.\n'
        )
    return files


def write(root: Path, files: dict[str, str]) -> FolderDisk:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return FolderDisk(root)


def tree(root: Path) -> dict[str, bytes]:
    site = root / "build" / "site"
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def built(disk: FolderDisk, count: int) -> Result:
    return build(disk, NOW, "test", replace(PUBLISHED, workers=count))


@pytest.fixture
def sites(tmp_path: Path, stories: dict[str, str]) -> Iterator[list[tuple[Path, FolderDisk, int]]]:
    """The same project three times, for one, two and three workers."""
    yield [(root, write(root, stories), count) for count in (1, 2, 3) for root in [tmp_path / str(count)]]


def test_a_site_does_not_depend_on_the_number_of_workers(sites: list[tuple[Path, FolderDisk, int]]) -> None:
    """Bytes, Problems and what was made are the same, from nothing and after edits, with one and many."""
    edits = {
        "themes/plain/templates/macros.html": None,
        "content/places/p3.sv.md": "---\ntitle: Ny\nsumary: fel\n---\n\n[x](places/nowhere)\n",
        "content/places/p4.sv.md": "---\ntitle: Ny\n---\n\n<b>x</b>\n",
    }
    seen = []
    for root, disk, count in sites:
        first = built(disk, count)
        pages = tree(root)
        for name, text in edits.items():
            path = root / name
            path.write_text(path.read_text() + "\n" if text is None else text)
        second = built(disk, count)
        for name in list(edits)[1:]:
            (root / name).write_text("---\ntitle: Bra\nsummary: Bra\n---\n\nText.\n")
        third = built(disk, count)
        results = [(each.problems, each.made, each.written, each.pages) for each in (first, second, third)]
        seen.append((pages, tree(root), results))

    assert seen[0][2][0][2] > workers.WORTHWHILE
    assert seen[0] == seen[1] == seen[2]


class DeadlyDisk(FolderDisk):
    """Kills the process that writes a certain page, unless it is the one that made the disk."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self._maker = os.getpid()

    def write_new(self, path: str, content: bytes) -> FileStat:
        if os.getpid() != self._maker and b"Plats 77" in content:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().write_new(path, content)


def test_after_a_lost_worker_the_next_build_is_whole(sites: list[tuple[Path, FolderDisk, int]]) -> None:
    """A worker that is killed while rendering ends the build with one message, and nothing is half done."""
    (one, plain, _), (root, disk, count), _ = sites
    built(plain, 1)

    with pytest.raises(WorkerLostError, match="a worker process was stopped"):
        built(DeadlyDisk(root), count)
    assert not (root / "build" / "site").exists()
    built(disk, count)
    assert tree(one) == tree(root)

    for folder in (one, root):
        layout = folder / "themes" / "plain" / "templates" / "layout.html"
        layout.write_text(layout.read_text(encoding="utf-8") + "<p>More</p>\n", encoding="utf-8")
        story = folder / "content" / "places" / "p5.sv.md"
        story.write_text(story.read_text(encoding="utf-8").replace("Plats 5", "Plats 5b"), encoding="utf-8")
    built(plain, 1)
    with pytest.raises(WorkerLostError):
        built(DeadlyDisk(root), count)
    built(disk, count)
    assert tree(one) == tree(root)
