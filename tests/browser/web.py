"""The built site on a port of this computer, served as a static host serves it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any


class SiteHandler(SimpleHTTPRequestHandler):
    """Folders by their index.html; an unknown address by the nearest 404.html above it."""

    more_headers: Mapping[str, str] = {}

    # Connections stay open, as on a real host; HTTP/1.0 opens one for every file.
    protocol_version = "HTTP/1.1"

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where something was not found."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        content = self._not_found_page()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def end_headers(self) -> None:
        """Add what the host adds."""
        for name, value in self.more_headers.items():
            self.send_header(name, value)
        super().end_headers()

    def list_directory(self, path: Any) -> None:
        """No folder is listed: one without a page is not found."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: thousands of requests would bury the tests' own words."""

    def _not_found_page(self) -> bytes:
        root = Path(self.directory)
        folder = Path(self.translate_path(self.path))
        for above in [folder, *folder.parents]:
            if (above / "404.html").is_file() and above.is_relative_to(root):
                return (above / "404.html").read_bytes()
        return b"Not found"


@contextmanager
def serving(site: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serve the folder `site` on the loopback address, with `headers` beside the usual ones.

    Gives ``http://127.0.0.1:PORT``.
    """
    handler = type("Handler", (SiteHandler,), {"more_headers": dict(headers or {})})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
