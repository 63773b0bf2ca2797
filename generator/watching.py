"""Noticing edits at once, behind livereload's own seam for watchers.

Its stock watcher looks every 800 ms and passes over changes within three seconds of the last one. This one is
told by the operating system, makes the site again one build at a time, and an edit during a build leads to
another build.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any

from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher

SETTLE = 30
"""Milliseconds without a further change before a build begins: editors write a file in several steps."""


FIRST_LOOK = 500
"""Milliseconds after which the sources are looked at although nobody told of a change."""


class SourceWatcher(Watcher):  # type: ignore[misc]
    """Watches folders and calls `make` in a thread of its own; browsers reload when it is done."""

    def __init__(self, folders: Sequence[str], make: Callable[[], None]) -> None:
        super().__init__()
        self._folders = folders
        self._make = make
        self._stop = threading.Event()
        # Not empty: livereload would watch the current folder otherwise.
        self._tasks: dict[str, Any] = {"sources": {}}

    def start(self, callback: Callable[[], Any]) -> bool:
        """Begin to watch. True says that livereload need not look for changes itself."""
        from tornado.ioloop import IOLoop

        loop = IOLoop.current()

        def watch() -> None:
            import watchfiles

            watched = False
            for changes in watchfiles.watch(
                *self._folders,
                debounce=SETTLE * 4,
                step=SETTLE,
                stop_event=self._stop,
                raise_interrupt=False,
                rust_timeout=FIRST_LOOK,
                yield_on_timeout=True,
            ):
                # What was saved before the watch began is seen by one look of our own.
                if changes or not watched:
                    watched = True
                    self._make()
                    loop.add_callback(LiveReloadHandler.reload_waiters, "*")

        threading.Thread(target=watch, daemon=True, name="sources").start()
        return True

    def stop(self) -> None:
        """Watch no longer."""
        self._stop.set()
