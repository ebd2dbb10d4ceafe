"""What stays of finished films: nothing that no request would get any more, all that is in use."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

import pytest

from scenes import cache
from scenes import render as rendering

ROOT = Path(__file__).resolve().parent.parent


def kept(films: Path, settings: Mapping[str, object]) -> Path:
    """A film in the cache with nothing in it, as if drawn for these settings."""
    [job] = rendering.plan(("gradient-step",), "en", "preview", "png", settings, {})
    made = films / "made"
    made.mkdir(parents=True)
    (made / job.file).touch()
    (made / cache.JOB).write_text(json.dumps(asdict(job)), encoding="utf-8")
    cache.publish(made, job.folder(films))
    return job.folder(films)


def test_films_that_no_request_would_get_any_more_are_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual, own = kept(tmp_path, {}), kept(tmp_path, {"steps": 12})
    (tmp_path / "gradient-step-en-old").mkdir()
    rendering.prune(tmp_path)
    assert {usual, own} == {each for each in tmp_path.iterdir() if each.name not in cache.APART}
    monkeypatch.setattr(cache, "versions", lambda: ("manim 99",))
    rendering.prune(tmp_path)
    assert not usual.exists() and not own.exists()


def test_films_that_another_process_uses_stay(tmp_path: Path) -> None:
    old = tmp_path / "gradient-step-en-old"
    old.mkdir()
    code = (
        "import sys; from pathlib import Path; from scenes import cache\n"
        "cache.use(Path(sys.argv[1])); print('here', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout and other.stdout.readline() == "here\n"
    cache.use(tmp_path)
    rendering.prune(tmp_path)
    assert old.exists()
    other.communicate()
    rendering.prune(tmp_path)
    assert not old.exists()
