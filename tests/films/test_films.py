"""Films: how they are made, kept, and made again."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import av
import numpy as np
import pytest

from nnmath.notation.text import LANGUAGES
from scenes import cache, encoding, worker
from scenes import render as rendering
from scenes.errors import RenderError
from scenes.qualities import QUALITIES
from scenes.registry import SCENES
from tests.films.playing import TINY

ROOT = Path(__file__).resolve().parents[2]
FORMAT = rendering.FORMATS["mp4"]


def test_the_walk_over_imports_finds_all_that_is_loaded() -> None:
    module = SCENES["gradient-step"].module
    code = f"import sys, json, {module}; print(json.dumps(sorted(sys.modules)))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {n for n in json.loads(out.stdout) if n.split(".")[0] in cache.OWN}
    assert loaded <= set(cache.sources(module))
    assert "nnmath.theory.worked_example" in cache.sources(module)


def test_a_change_anywhere_below_a_scene_gives_a_new_name(tmp_path: Path) -> None:
    (tmp_path / "nnmath").mkdir()
    (tmp_path / "scenes").mkdir()
    for name, text in {
        "scenes/__init__.py": "",
        "scenes/film.py": "def draw():\n    from nnmath import numbers\n",
        "nnmath/__init__.py": "",
        "nnmath/numbers.py": "FIVE = 5\n",
        "nnmath/other.py": "",
    }.items():
        (tmp_path / name).write_text(text)
    found = cache.sources("scenes.film", root=tmp_path)
    assert set(found) == {"scenes", "scenes.film", "nnmath", "nnmath.numbers"}
    names = {cache.fingerprint(("scenes.film",), {"steps": 1}, root=tmp_path)}
    names.add(cache.fingerprint(("scenes.film",), {"steps": 2}, root=tmp_path))
    (tmp_path / "nnmath/numbers.py").write_text("FIVE = 6\n")
    names.add(cache.fingerprint(("scenes.film",), {"steps": 1}, root=tmp_path))
    assert len(names) == 3
    (tmp_path / "nnmath/other.py").write_text("UNUSED = 1\n")
    assert cache.fingerprint(("scenes.film",), {"steps": 1}, root=tmp_path) in names


def test_what_manim_writes_goes_into_the_scratch_folder(tmp_path: Path) -> None:
    said = worker.settings(QUALITIES["preview"], tmp_path)
    folders = {name: Path(said[name]) for name in said if name.endswith("_dir")}
    assert folders
    assert all(folder.is_relative_to(tmp_path) for folder in folders.values())


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of films that the tests of one worker share."""
    return tmp_path_factory.mktemp("films")


same = {"overrides": TINY, "settings": {"steps": 9}}
tiny = partial(rendering.render, quality="preview", **same)


@pytest.mark.render
def test_films_in_both_languages_play_in_a_browser(films: Path) -> None:
    made = tiny(language=LANGUAGES, jobs=2, films=films)
    assert [film.name for film in made] == ["gradient-step.ja.mp4", "gradient-step.en.mp4"]
    for film, language in zip(made, LANGUAGES, strict=True):
        with av.open(str(film)) as box:
            stream = box.streams.video[0]
            assert (stream.codec_context.name, stream.pix_fmt) == ("h264", "yuv420p")
            assert (stream.width, stream.height, stream.average_rate) == (320, 180, 4)
            frames = [frame.to_ndarray(format="gray") for frame in box.decode(stream)]
        content = film.read_bytes()
        assert content.index(b"moov") < content.index(b"mdat")  # plays before it is all there
        last = film.with_suffix(".vtt").read_text(encoding="utf-8").rpartition("--> ")[2][:12]
        minutes, seconds = last.split(":")[1:]
        assert len(frames) / 4 == pytest.approx(60 * int(minutes) + float(seconds), abs=0.6)
        assert len({frame.tobytes() for frame in frames}) > 60
        assert f"Language: {language}" in film.with_suffix(".vtt").read_text(encoding="utf-8")
        assert all(film.with_suffix(kind).stat().st_size > 1000 for kind in (".png", ".webp"))
        still = rendering.poster("gradient-step", language, "preview", films=films, **same)
        assert still == film.with_suffix(".webp") and still.read_bytes()[:4] == b"RIFF"
    assert made[0].read_bytes() != made[1].read_bytes()


@pytest.mark.render
def test_a_finished_film_is_not_drawn_again(films: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    still = partial(tiny, format="png", films=films)
    [first] = still()
    monkeypatch.setattr(rendering, "work", no_work)
    assert still() == [first]
    with pytest.raises(AssertionError):
        still(settings={"steps": 10})
    with pytest.raises(AssertionError):
        still(language="en")
    # A file cut short is seen, not shown
    first.write_bytes(first.read_bytes()[:100])
    with pytest.raises(AssertionError):
        still()


def no_work(*_: object) -> None:
    raise AssertionError("drawn again")


@pytest.mark.render
def test_after_a_kill_the_next_render_is_right(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from scenes.render import render\n"
        f"render(quality='preview', overrides={TINY!r}, films=Path(sys.argv[1]))"
    )
    victim = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT)
    wait_for(lambda: any(tmp_path.glob("scratch/*/made/*.mp4")))
    victim.kill()
    victim.wait()
    assert not list(tmp_path.glob("gradient-step-*"))
    assert list(tmp_path.glob("scratch/*/made"))  # what the kill left behind
    [still] = tiny(format="png", films=tmp_path)
    assert still.is_file()
    assert list((tmp_path / "scratch").iterdir()) == []


@pytest.mark.render
def test_two_renders_at_once_draw_one_film(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    work = rendering.work
    monkeypatch.setattr(rendering, "work", lambda *given: (drawn.append("film"), work(*given)))
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(tiny, format="png", films=tmp_path) for _ in range(2)]
        assert both[0].result() == both[1].result()
    assert drawn == ["film"]


@pytest.mark.render
def test_a_full_disk_is_one_line_and_leaves_the_next_run_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(cache, "synchronise", full)
        with pytest.raises(RenderError, match="no space left on the disk"):
            tiny(format="png", films=tmp_path)
    assert not list(tmp_path.glob("gradient-step-*"))
    [still] = tiny(format="png", films=tmp_path)
    assert still.is_file()
    assert worker.explained(OSError(28, "x")) == "no space left on the disk"


@pytest.mark.render
@pytest.mark.parametrize("name", ["webm", "gif"])
def test_other_formats_hold_the_same_frames(name: str, tmp_path: Path) -> None:
    quality = replace(QUALITIES["preview"], **TINY)
    film = worker.open_film(tmp_path / "film", name, quality)
    for shade in range(0, 250, 10):
        film.write(np.full((180, 320, 4), shade, np.uint8), 2)
    film.finish()
    assert [file.name for file in tmp_path.iterdir()] == [f"film.{name}"]
    with av.open(str(tmp_path / f"film.{name}")) as box:
        shades = [f.to_ndarray(format="gray").mean() for f in box.decode(video=0)]
    assert len(shades) in range(20, 51) and shades[0] < 5 and shades[-1] > 225


def test_an_encoder_that_fails_does_not_hang(tmp_path: Path) -> None:
    film = encoding.Encoder(tmp_path / "no folder" / "a.mp4", QUALITIES["preview"], FORMAT)
    with pytest.raises(OSError, match="No such file"):
        for _ in range(100):
            film.write(np.zeros((480, 854, 4), np.uint8), 1)
        film.finish()


def wait_for(condition, seconds: float = 90) -> None:
    """Wait until a condition holds."""
    import time

    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.05)
