"""Shows the site on this machine and builds it again when a source changes.

Each build is a process of its own, so that changed Python is seen. The few lines that reload a
page are added on the way to the browser; the built site does not hold them.
"""

from __future__ import annotations

import gzip
import http.server
import subprocess
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from docs._site.folders import SITE
from docs._site.inputs import RECORD, input_files

HOST = "127.0.0.1"
VERSION = "/.version"
TEXTS = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".vtt"}
RELOAD = b"""<script>(()=>{let seen;setInterval(async()=>{try{
const now=await(await fetch("/.version")).text();if(seen&&seen!==now)location.reload();seen=now}
catch{}},800)})()</script>"""


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site and adds the reloading lines to pages."""

    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".vtt": "text/vtt",
        ".woff2": "font/woff2",
        ".mp4": "video/mp4",
    }

    def do_GET(self) -> None:
        """Answer one request."""
        if self.path == VERSION:
            self.answer(version(Path(self.directory)).encode(), "text/plain")
            return
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        if page.suffix in TEXTS and page.is_file():
            reload = RELOAD if page.suffix == ".html" else b""
            self.answer(page.read_bytes() + reload, self.guess_type(page))
        else:
            super().do_GET()

    def answer(self, content: bytes, kind: str) -> None:
        """Send a whole answer, packed as on any host for sites."""
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Cache-Control", "no-cache")
        if "gzip" in self.headers.get("Accept-Encoding", ""):
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent: builds and their errors are what the author looks for."""


def version(site: Path) -> str:
    """Changes with every build."""
    try:
        return str((site / RECORD).stat().st_mtime_ns)
    except OSError:
        return "none"


def seen() -> dict[Path, int]:
    """When each source was last changed."""
    times = {}
    for path in input_files():
        try:
            times[path] = path.stat().st_mtime_ns
        except OSError:
            continue  # An editor is just writing it
    return times


def watch(rebuild: Sequence[str], stop: threading.Event, say: Callable[[str], None]) -> None:
    """Build again whenever a source changes; a failed build leaves the last good site."""
    before = seen()
    while not stop.wait(0.5):
        now = seen()
        if now == before:
            continue
        changed = [path for path in now | before if now.get(path) != before.get(path)]
        say(f"changed: {', '.join(sorted(path.name for path in changed)[:5])}")
        # What changes while the build runs is seen in the next round
        before = now
        subprocess.run(rebuild, check=False)


def serve(
    rebuild: Sequence[str],
    port: int = 8000,
    site: Path = SITE,
    say: Callable[[str], None] = print,
) -> None:
    """Serve the site on the loopback address until interrupted.

    Args:
        rebuild: The command that builds the site.
        port: Where to listen; 0 takes any free port.
        site: The built site.
        say: Takes one line of news at a time.
    """
    subprocess.run(rebuild, check=False)
    handler = partial(Handler, directory=str(site))
    with http.server.ThreadingHTTPServer((HOST, port), handler) as server:
        stop = threading.Event()
        watcher = threading.Thread(target=watch, args=(rebuild, stop, say), daemon=True)
        watcher.start()
        say(f"http://{HOST}:{server.server_port}/  (Ctrl-C ends)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("")
        finally:
            stop.set()
