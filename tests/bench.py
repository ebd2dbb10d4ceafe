"""Measures what readers and authors wait for, each beside a baseline of the same run.

`make bench` runs all parts; `make bench ARGS="proofs site"` some of them.
"""

from __future__ import annotations

import argparse
import gzip
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml"}
FILM = {".mp4", ".webm", ".vtt", ".webp"}
CHAPTER = "gradient-descent.html"
QUALITY = "hd"
SECONDS_OF_FILM = 10
BARE = """
site_name: bare
docs_dir: {pages}
site_dir: {site}
theme: {{name: material, language: {language}, font: false}}
markdown_extensions: [attr_list, md_in_html, toc]
"""


def proofs() -> None:
    """Processor time of each claim, in the catalog's order, nothing known beforehand."""
    from nnmath import catalog

    times = {id: 1000 * processor(lambda id=id: catalog.assess(id)) for id in catalog}
    slowest = max(times, key=lambda id: times[id])
    line("claims", f"{len(times)} in {sum(times.values()) / 1000:.1f} s")
    line("ms per proof", f"median {statistics.median(times.values()):.1f}")
    line("", f"max {times[slowest]:.1f} ({slowest})")


def film() -> None:
    """Processor time of a frame, drawn and encoded, against encoding the same frames alone."""
    import av

    from scenes.encoding import Encoder
    from scenes.qualities import FORMATS, QUALITIES

    quality = QUALITIES[QUALITY]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "drawn.mp4"
        encoder = Encoder(source, quality, FORMATS["mp4"])
        repeats: list[int] = []
        spent = processor(lambda: draw(encoder, repeats, folder / "made"))

        def frames() -> Iterator[tuple[Any, int]]:
            """The film's frames again, each still one once with its length."""
            waiting = iter(repeats)
            left = 0
            with av.open(str(source)) as container:
                for frame in container.decode(video=0):
                    if left == 0:
                        left = next(waiting)
                        yield frame.to_ndarray(format="rgba"), left
                    left -= 1

        def encode() -> None:
            again = Encoder(folder / "again.mp4", quality, FORMATS["mp4"])
            for pixels, repeat in frames():
                again.write(pixels, repeat)
            again.finish()

        reading = processor(lambda: sum(1 for _ in frames()))
        alone = processor(encode) - reading
    count = sum(repeats)
    line("frames", f"{count} at {quality.width} × {quality.height}, {len(repeats)} of them drawn")
    line("ms a frame", f"{1000 * spent / count:.1f} drawn and encoded")
    line("", f"{1000 * alone / count:.1f} encoded alone")
    line("ratio", f"{spent / alone:.2f}")


class Enough(Exception):
    """As many frames as are wanted have been drawn."""


def draw(encoder: Any, repeats: list[int], folder: Path) -> None:
    """Draw the first seconds of a film into an encoder, as a worker does."""
    from manim import tempconfig
    from manim.renderer.cairo_renderer import CairoRenderer

    from scenes import worker
    from scenes.qualities import QUALITIES
    from scenes.registry import SCENES
    from scenes.stage.writer import FrameWriter

    quality = QUALITIES[QUALITY]

    def take(pixels: object, repeat: int) -> None:
        repeats.append(repeat)
        encoder.write(pixels, repeat)
        if sum(repeats) >= SECONDS_OF_FILM * quality.frame_rate:
            raise Enough

    folder.mkdir()
    with tempconfig(worker.settings(quality, folder)):
        kind = SCENES["gradient-step"].load()
        writer = partial(FrameWriter, frames=take, poster=lambda _: None)
        scene = kind("en", kind.parameters.resolve({}), renderer=CairoRenderer(writer))
        with suppress(Enough):
            scene.render()
    encoder.finish()


def site() -> None:
    """Time of a whole build of both languages against Material alone on the same pages."""
    from docs._site.build import build
    from nnmath.notation.text import LANGUAGES

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = seconds(lambda: build(site=folder / "site", say=lambda _: None))
        bare = sum(seconds(partial(build_bare, language, folder)) for language in LANGUAGES)
    line("whole site", f"{whole:.1f} s, claims verified, without rendering films")
    line("bare Material", f"{bare:.1f} s, the same pages, directives left as text")
    line("ratio", f"{whole / bare:.2f}")


def build_bare(language: str, folder: Path) -> None:
    """Build the pages of a language with nothing of ours."""
    pages = folder / f"pages-{language}"
    shutil.copytree(ROOT / "docs" / language, pages)
    config = folder / f"{language}.yml"
    config.write_text(BARE.format(pages=pages, site=folder / f"bare-{language}", language=language))
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config)]
    subprocess.run(command, check=True, capture_output=True, cwd=folder)


def weight() -> None:
    """What a browser fetches for the chapter, packed as a host for sites sends it."""
    from playwright.sync_api import sync_playwright

    from docs._site.build import build
    from nnmath.notation.text import LANGUAGES

    folder = ROOT / ".cache" / "site-for-tests"
    build(site=folder, say=lambda _: None)
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    with served(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for language in LANGUAGES:
            page = browser.new_page()
            fetched: set[str] = set()
            page.on("response", lambda response, fetched=fetched: fetched.add(response.url))
            page.goto(f"{address}{language}/{CHAPTER}", wait_until="networkidle")
            files = {folder / url.removeprefix(address).partition("?")[0] for url in fetched}
            sizes = {file: packed(file) for file in files if file.suffix not in FILM}
            largest = max(sizes, key=lambda file: sizes[file])
            line(f"{language}/{CHAPTER}", f"{sum(sizes.values()) / 1000:.0f} KB without film")
            line("", f"{len(sizes)} files, largest {largest.name}: {sizes[largest] / 1000:.0f} KB")
        browser.close()


def training() -> None:
    """Processor time of a training step, 784-128-10 in batches of 200, float32, on one thread."""
    # Threads that wait for one another are busy, too: they would be counted as work
    one = {name: "1" for name in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS")}
    program = Path(__file__).with_name("bench_training.py")
    subprocess.run([sys.executable, str(program)], check=True, env={**os.environ, **one})


def packed(file: Path) -> int:
    """The size of a file on its way to a browser."""
    if not file.is_file():
        return 0
    content = file.read_bytes()
    return len(gzip.compress(content)) if file.suffix in PACKED else len(content)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder on the loopback address."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def processor(work: Callable[[], object]) -> float:
    """How long the work keeps processors busy, on all threads of this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def line(name: str, value: str) -> None:
    """Print one measurement."""
    print(f"  {name:<24} {value}", flush=True)


PARTS = {"proofs": proofs, "film": film, "site": site, "weight": weight, "training": training}


def main() -> None:
    """Run the parts that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all")
    chosen = parser.parse_args().parts or list(PARTS)
    for name in chosen:
        if name not in PARTS:
            parser.error(f"unknown part {name!r} (known: {', '.join(PARTS)})")
    for name in chosen:
        print(f"{name}: {(PARTS[name].__doc__ or '').rstrip('.')}", flush=True)
        PARTS[name]()


if __name__ == "__main__":
    main()
