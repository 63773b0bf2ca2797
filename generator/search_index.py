"""The search index of one language, made by Pagefind: documents in, files of a bundle out.

Pagefind (pagefind.app, MIT) is a program of its own that comes with its Python package. It is given one
language at a time: a reader loads one, and it is made again only when that language changed.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.disk import FolderDisk
from generator.search_bundle import canonical

TIMEOUT = 300.0
"""Seconds. Ten thousand pages take about ten; whoever waits longer waits for nothing."""

_NEEDED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
_FOLDERS = ("index", "fragment", "filter")


class SearchToolError(Exception):
    """Pagefind is not there, or failed. The message is what is known of the reason."""


def executable() -> str:
    """Where the program lies. Raises SearchToolError."""
    try:
        from pagefind.service import get_executable
    except ImportError as error:
        raise SearchToolError("the package pagefind is not installed") from error
    try:
        found = get_executable()
    except OSError as error:
        raise SearchToolError(str(error)) from error
    if found is None:
        raise SearchToolError("the program pagefind is not installed")
    return str(found)


def search_index(
    documents: Mapping[str, bytes], program: Callable[[], str] = executable, timeout: float = TIMEOUT
) -> dict[str, bytes]:
    """Path of an HTML document in the site -> its bytes; becomes name in the bundle -> bytes.

    A document says in itself what is indexed (``data-pagefind-body``), and all say the same ``lang``.
    Raises SearchToolError.
    """
    if not documents:
        return {}
    with TemporaryDirectory(prefix="pulsen-search-", ignore_cleanup_errors=True) as folder:
        work = FolderDisk(Path(folder))
        for path, content in documents.items():
            work.write_new(f"site/{path}", content)
        _run(
            [program(), "--site", work.local("site"), "--output-path", work.local("bundle"), "--silent"],
            timeout,
        )
        files = {path.removeprefix("bundle/"): work.read(path) for path, _ in work.scan("bundle")}
    if "pagefind-entry.json" not in files:
        raise SearchToolError("it wrote no index")
    entry = files["pagefind-entry.json"]
    return canonical({name: content for name, content in files.items() if _needed(name, entry)})


def _run(command: list[str], timeout: float) -> None:
    try:
        finished = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=timeout, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise SearchToolError(f"it was not ready after {timeout:.0f} seconds") from error
    except OSError as error:
        raise SearchToolError(str(error)) from error
    if finished.returncode:
        said = (finished.stderr or finished.stdout).decode("utf-8", "replace").strip()
        raise SearchToolError(said.splitlines()[-1] if said else f"it ended with code {finished.returncode}")


def _needed(name: str, entry: bytes) -> bool:
    """Leave out Pagefind's own user interfaces, and the stemmer for languages it does not know."""
    if name in _NEEDED or name.partition("/")[0] in _FOLDERS or name.endswith(".pf_meta"):
        return True
    stemmers = {each.get("wasm") or "unknown" for each in json.loads(entry)["languages"].values()}
    return name in {f"wasm.{stemmer}.pagefind" for stemmer in stemmers}
