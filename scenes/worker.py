"""One film in a process of its own: manim's settings are global and its scratch files unshareable.

Reads a job as a line of JSON from standard input and stops when that input ends, which it does
when the process that started it dies. Writes lines of JSON: {"frames": 120}, {"error": "…"}.
"""

from __future__ import annotations

import errno
import json
import os
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

BETWEEN_REPORTS = 0.2  # seconds


class Reporter:
    """Says how many frames are drawn, but not too often."""

    def __init__(self, stream: Any) -> None:
        self.stream, self.frames, self.last = stream, 0, 0.0

    def say(self, **message: Any) -> None:
        """Write one message."""
        print(json.dumps(message), file=self.stream, flush=True)

    def add(self, count: int) -> None:
        """Count frames."""
        self.frames += count
        if time.monotonic() - self.last > BETWEEN_REPORTS:
            self.last = time.monotonic()
            self.say(frames=self.frames)


def draw(job: dict[str, Any], folder: Path, report: Reporter) -> None:
    """Render a job's files into `folder`."""
    from manim import tempconfig
    from manim.renderer.cairo_renderer import CairoRenderer
    from PIL import Image

    from scenes.captions import webvtt
    from scenes.qualities import FORMATS, QUALITIES
    from scenes.registry import SCENES
    from scenes.stage.writer import FrameWriter

    quality, form = QUALITIES[job["quality"]], FORMATS[job["format"]]
    quality = replace(quality, **job.get("overrides", {}))
    stem = folder / f"{job['name']}.{job['language']}"
    with tempconfig(settings(quality, folder.parent)):
        scene_class = SCENES[job["name"]].load()
        film = open_film(stem, job["format"], quality)

        def take(pixels: Any, repeat: int) -> None:
            if film:
                film.write(pixels, repeat)
            report.add(repeat)

        def poster(pixels: Any) -> None:
            picture = Image.fromarray(pixels).convert("RGB")
            picture.save(stem.with_suffix(f"{stem.suffix}.png"), optimize=True)
            picture.save(stem.with_suffix(f"{stem.suffix}.webp"), quality=85, method=6)

        writer = partial(FrameWriter, frames=take, poster=poster)
        renderer = CairoRenderer(file_writer_class=writer, skip_animations=form.still)
        values = scene_class.parameters.resolve(job["settings"])
        scene = scene_class(job["language"], values, renderer=renderer)
        scene.render()
        if film:
            film.finish()
            captions = webvtt(scene.captions, job["language"])
            stem.with_suffix(f"{stem.suffix}.vtt").write_text(captions, encoding="utf-8")


def open_film(stem: Path, name: str, quality: Any) -> Any:
    """The encoder of a format; None for a still."""
    from scenes.encoding import Encoder, GifEncoder
    from scenes.qualities import FORMATS

    if FORMATS[name].still:
        return None
    kind = GifEncoder if name == "gif" else Encoder
    return kind(stem.with_suffix(f"{stem.suffix}.{name}"), quality, FORMATS[name])


def settings(quality: Any, scratch: Path) -> dict[str, Any]:
    """manim's settings: no files but in the scratch folder, no words on the screen."""
    return {
        "media_dir": str(scratch / "media"),
        "tex_dir": str(scratch / "tex"),
        "text_dir": str(scratch / "text"),
        "pixel_width": quality.width,
        "pixel_height": quality.height,
        "frame_rate": quality.frame_rate,
        "dry_run": True,
        "disable_caching": True,
        "progress_bar": "none",
        "verbosity": "ERROR",
    }


def leave_with_parent() -> None:
    """End this process when its standard input ends."""
    sys.stdin.read()
    os._exit(1)


def explained(error: BaseException) -> str:
    """An error as one line."""
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return "no space left on the disk"
    return (str(error).strip() or type(error).__name__).replace("\n", " ")[:400]


def main() -> int:
    """Do the job on standard input."""
    # Libraries that print must not disturb the messages
    report = Reporter(os.fdopen(os.dup(1), "w"))
    os.dup2(2, 1)
    job = json.loads(sys.stdin.readline())
    Thread(target=leave_with_parent, daemon=True).start()
    try:
        draw(job, Path(job["folder"]), report)
    except Exception as error:
        if os.environ.get("NNMATH_TRACEBACK"):
            raise
        report.say(error=explained(error))
        return 1
    report.say(frames=report.frames, done=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
