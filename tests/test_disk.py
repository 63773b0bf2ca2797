"""The real disk."""

from pathlib import Path

import pytest

from generator.disk import FolderDisk, code_fingerprint


@pytest.fixture
def disk(tmp_path: Path) -> FolderDisk:
    return FolderDisk(tmp_path)


def test_writing_is_whole_or_not_at_all(disk: FolderDisk, tmp_path: Path) -> None:
    """A file is written under a name of its own and renamed; nothing else is left behind."""
    stat = disk.write("a/b/c.html", b"whole")

    assert disk.read("a/b/c.html") == b"whole"
    assert stat == disk.stat("a/b/c.html")
    assert [path.name for path in (tmp_path / "a/b").iterdir()] == ["c.html"]


def test_a_write_that_cannot_be_leaves_the_old_file(disk: FolderDisk, tmp_path: Path) -> None:
    """If a file cannot be replaced the old one stays and the error names the reason."""
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken/inside").write_text("x")

    with pytest.raises(OSError):
        disk.write("taken", b"new")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["taken"]


def test_scan_finds_files_and_passes_over_what_is_nobodys(disk: FolderDisk, tmp_path: Path) -> None:
    """Editors' and systems' droppings are no sources; a folder that is not there holds nothing."""
    for name in ("content/a.md", "content/x/b.md", "content/.git/c", "content/a.md~", "content/.DS_Store"):
        disk.write(name, b"")

    assert sorted(path for path, _ in disk.scan("content")) == ["content/a.md", "content/x/b.md"]
    assert list(disk.scan("nowhere")) == []


def test_names_are_one_however_they_are_composed(disk: FolderDisk, tmp_path: Path) -> None:
    """A name written by a Mac (decomposed) is found and read under its composed form."""
    decomposed = "content/a\u030angbat.md"
    (tmp_path / "content").mkdir()
    (tmp_path / decomposed).write_text("tut")
    ((path, _),) = disk.scan("content")

    assert path == "content/ångbat.md"
    assert disk.read(path) == b"tut"


def test_removing_takes_empty_folders_along(disk: FolderDisk, tmp_path: Path) -> None:
    """A folder that becomes empty goes too; one that holds something stays; removing twice is fine."""
    disk.write("site/a/b/c.html", b"")
    disk.write("site/d.html", b"")
    disk.remove("site/a/b/c.html")
    disk.remove("site/a/b/c.html")

    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == ["d.html"]


def test_the_fingerprint_is_the_same_twice() -> None:
    """The same code has the same name, whatever its stamps."""
    assert code_fingerprint() == code_fingerprint()
