"""Live preview: drafts shown, made again at every change, on this machine only."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable

from generator import report
from generator.disk import FolderDisk
from generator.survey import PREVIEW, SOURCES

HOST = "127.0.0.1"


def free_port(first: int) -> int:
    """The first port from `first` on that nobody uses."""
    for port in range(first, first + 100):
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) != 0:
                return port
    return 0


def serve(
    disk: FolderDisk, port: int, open_browser: bool, translate: report.Translate, say: Callable[[str], None]
) -> None:
    """Make the preview, serve it, and make it again at every change until interrupted."""
    from livereload import Server

    from generator.preview import Preview, PreviewHandler
    from generator.watching import SourceWatcher

    preview = Preview(disk, translate)

    said: list[float] = []

    def make() -> None:
        result, seconds = preview.make()
        if said and not result.read and not result.made:
            return
        said.append(seconds)
        for problem in result.problems:
            say(report.as_text(problem, translate, disk.line))
        say(report.summary(result, seconds, translate))

    make()
    watcher = SourceWatcher([disk.local(folder) for folder in SOURCES if disk.folder(folder)], make)
    server = Server(watcher=watcher)
    server.SFH = type("Handler", (PreviewHandler,), {"preview": preview})
    port = free_port(port)
    say(translate("The site is at {url} - stop with Ctrl+C").format(url=f"http://{HOST}:{port}/"))
    # livereload sets its own level when it begins to serve; a filter outlives that.
    logging.getLogger("livereload").addFilter(lambda record: record.levelno >= logging.WARNING)
    logging.getLogger("tornado.access").setLevel(logging.ERROR)
    try:
        server.serve(
            port=port, host=HOST, root=disk.local(PREVIEW.site), open_url_delay=1 if open_browser else None
        )
    finally:
        watcher.stop()
