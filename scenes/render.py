"""Renders films: checks the request first, then draws only what the cache does not have."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from nnmath.notation.text import LANGUAGES
from scenes import cache
from scenes.errors import RenderError, unknown
from scenes.parameters import spelling
from scenes.qualities import FORMATS, QUALITIES
from scenes.registry import SCENES

__all__ = ["SCENES", "RenderError", "poster", "prune", "render"]

MOST_JOBS = 64


@dataclass(frozen=True)
class Job:
    """One film to make.

    Args:
        name: The scene's id.
        language: Of its words.
        quality: A name in QUALITIES.
        format: A name in FORMATS.
        settings: Every parameter of the scene, spelled out.
        overrides: Fields of the quality that differ, for tests and measurements.
    """

    name: str
    language: str
    quality: str
    format: str
    settings: Mapping[str, str]
    overrides: Mapping[str, object]

    def folder(self, films: Path) -> Path:
        """Where the finished film stands: a name made of all that it depends on."""
        modules = (SCENES[self.name].module, "scenes.worker", "scenes.stage.writer")
        modules += ("scenes.encoding", "scenes.captions")
        quality = asdict(QUALITIES[self.quality])
        key = cache.fingerprint(modules, {**asdict(self), "quality fields": quality})
        return films / f"{self.name}-{self.language}-{self.quality}-{self.format}-{key}"

    @property
    def file(self) -> str:
        """The name of the film's file."""
        return f"{self.name}.{self.language}.{self.format}"

    @property
    def frames(self) -> int:
        """About how many frames it has."""
        rate = self.overrides.get("frame_rate", QUALITIES[self.quality].frame_rate)
        return round(SCENES[self.name].load().length * rate)


def render(
    names: Sequence[str] = ("gradient-step",),
    language: str | Sequence[str] = "ja",
    quality: str = "site",
    format: str = "mp4",
    settings: Mapping[str, object] | None = None,
    jobs: int = 1,
    *,
    films: Path = cache.FILMS,
    overrides: Mapping[str, object] | None = None,
) -> list[Path]:
    """Return the files of films, drawing those that the cache does not have.

    Beside each film stand its captions (`.vtt`) and its poster (`.webp`, `.png`).

    Args:
        names: Ids of scenes.
        language: "ja", "en", or several of them.
        quality: A name in QUALITIES.
        format: A name in FORMATS; "png" is the poster alone.
        settings: Values of the scenes' parameters by name.
        jobs: How many films are drawn at once.
        films: The folder of finished films.
        overrides: Fields of the quality to change, for tests and measurements.

    Raises:
        RenderError: Something asked for is unknown or not allowed, something is missing on this
            machine, or drawing failed. Nothing is written for a request that is not allowed.
    """
    planned = plan(names, language, quality, format, settings or {}, overrides or {})
    if not isinstance(jobs, int) or not 1 <= jobs <= MOST_JOBS:
        raise RenderError(f"jobs={jobs}: must be a whole number from 1 to {MOST_JOBS}")
    folders = [job.folder(films) for job in planned]
    try:
        cache.use(films)
        missing = [pair for pair in zip(planned, folders, strict=True) if not done(*pair)]
        if missing:
            draw_all(missing, films, jobs)
    except OSError as error:
        raise RenderError(f"{films}: {reason(error)}") from error
    return [folder / job.file for job, folder in zip(planned, folders, strict=True)]


def poster(
    name: str,
    language: str,
    quality: str = "site",
    settings: Mapping[str, object] | None = None,
    *,
    films: Path = cache.FILMS,
    overrides: Mapping[str, object] | None = None,
) -> Path:
    """Return the poster of a film as WebP, the finished film's where there is one.

    Raises:
        RenderError: As for `render`.
    """
    for format in ("mp4", "webm"):
        [job] = plan((name,), language, quality, format, settings or {}, overrides or {})
        if done(job, job.folder(films)):
            return (job.folder(films) / job.file).with_suffix(".webp")
    still = render((name,), language, quality, "png", settings, films=films, overrides=overrides)[0]
    return still.with_suffix(".webp")


def prune(films: Path = cache.FILMS) -> None:
    """Remove the films that the present scenes would draw otherwise, or not at all."""
    cache.prune(films, is_current)


def is_current(folder: Path) -> bool:
    """Whether the request that a film was drawn for would still be met by it."""
    try:
        job = Job(**json.loads((folder / cache.JOB).read_text(encoding="utf-8")))
        return job.folder(folder.parent) == folder and done(job, folder)
    except (OSError, ValueError, TypeError, KeyError):
        return False


def plan(
    names: Sequence[str],
    language: str | Sequence[str],
    quality: str,
    format: str,
    settings: Mapping[str, object],
    overrides: Mapping[str, object],
) -> list[Job]:
    """The jobs of a request, every part of it checked.

    Raises:
        RenderError: A part of it is unknown or not allowed.
    """
    names = (names,) if isinstance(names, str) else tuple(names)
    languages = (language,) if isinstance(language, str) else tuple(language)
    checks = [("scene", names, SCENES), ("language", languages, LANGUAGES)]
    checks += [("quality", (quality,), QUALITIES), ("format", (format,), FORMATS)]
    for kind, given, known in checks:
        for value in given:
            if value not in known:
                raise unknown(kind, value, known)
    jobs = []
    for name in dict.fromkeys(names):
        values = SCENES[name].load().parameters.resolve(settings)
        spelled = {key: spelling(value) for key, value in values.items()}
        for each in dict.fromkeys(languages):
            jobs.append(Job(name, each, quality, format, spelled, dict(overrides)))
    return jobs


def done(job: Job, folder: Path) -> bool:
    """Whether the film is there, whole."""
    return cache.complete(folder) and (folder / job.file).is_file()


def draw_all(missing: list[tuple[Job, Path]], films: Path, jobs: int) -> None:
    """Draw films, several at once, under one progress display."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
    )
    times = (TimeElapsedColumn(), TimeRemainingColumn())
    with (
        Progress(*columns, *times, console=Console(stderr=True), transient=True) as progress,
        ThreadPoolExecutor(jobs) as pool,
    ):
        running = [pool.submit(draw, *pair, films, progress) for pair in missing]
        try:
            for future in running:
                future.result()
        finally:
            for future in running:
                future.cancel()


def draw(job: Job, folder: Path, films: Path, progress: Progress) -> None:
    """Draw one film, unless another process has done so meanwhile."""
    task = progress.add_task(f"{job.name} {job.language} {job.quality}", total=job.frames)
    with cache.locked(films / "locks" / folder.name):
        if not done(job, folder):
            with cache.scratch(films) as room:
                made = room / "made"
                made.mkdir()
                (made / cache.JOB).write_text(json.dumps(asdict(job)), encoding="utf-8")
                work(job, made, lambda frames: progress.update(task, completed=frames))
                cache.publish(made, folder)
    progress.update(task, completed=job.frames)


def work(job: Job, made: Path, report) -> None:
    """Run a worker on a job and pass on its reports.

    Raises:
        RenderError: It failed.
    """
    path = os.pathsep.join(filter(None, (str(cache.ROOT), os.environ.get("PYTHONPATH"))))
    with (made.parent / "log").open("w+") as log:
        worker = subprocess.Popen(
            [sys.executable, "-m", "scenes.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            env={**os.environ, "PYTHONPATH": path},
        )
        try:
            assert worker.stdin and worker.stdout
            worker.stdin.write(json.dumps({**asdict(job), "folder": str(made)}) + "\n")
            worker.stdin.flush()
            failure = ""
            for line in worker.stdout:
                message = json.loads(line)
                failure = message.get("error", failure)
                report(message.get("frames", 0))
            code = worker.wait()
        except BrokenPipeError:
            code, failure = worker.wait(), ""
        finally:
            worker.kill()
            worker.wait()
        log.seek(0)
        last = log.read().strip().rpartition("\n")[2]
    if code or failure:
        why = failure or f"the worker stopped with code {code} {last}".strip()
        raise RenderError(f"{job.name} ({job.language}): {why}")


def reason(error: OSError) -> str:
    """What an error of the file system says."""
    if error.errno == errno.ENOSPC:
        return "no space left on the disk"
    return error.strerror or str(error)
