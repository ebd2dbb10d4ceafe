"""Films: what a frame shows, how films are made, kept and refused."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest
from manim import VMobject, tempconfig
from manim.renderer.cairo_renderer import CairoRenderer

from nnmath.notation.text import LANGUAGES
from scenes import cache, captions, encoding, parameters, worker
from scenes import render as rendering
from scenes.errors import RenderError
from scenes.gradient_step import GradientStep
from scenes.qualities import QUALITIES
from scenes.registry import SCENES
from scenes.stage import theme
from scenes.stage.lettering import Formula, Words, marked_groups
from scenes.stage.placement import crosses, overlap, rectangle
from scenes.stage.plot import Plot
from scenes.stage.readout import Readout
from scenes.stage.tangent import Tangent
from scenes.stage.writer import FrameWriter

ROOT = Path(__file__).resolve().parent.parent
TINY = {"width": 320, "height": 180, "frame_rate": 4, "preset": "ultrafast"}
SETTINGS = [
    ("0.001", "5", "100"),
    ("0.0001", "100", "200"),
    ("0.3", "-5", "1"),
    ("0.5", "0.01", "1"),
    ("0.8", "100", "200"),
    ("1", "0.01", "200"),
    ("1.2", "-5", "200"),
    ("5", "100", "200"),
    ("10", "-5", "200"),
    ("1.2", "0", "1"),
    ("0.00001", "-99.9999", "1"),
    ("0.987654", "-98.7654", "7"),
    ("0.123456", "3.14159", "200"),
]
# Each in one language, the film of the page and the one with the longest numbers in both
CASES = [(LANGUAGES[index % 2], *setting) for index, setting in enumerate(SETTINGS)]
CASES += [("en", *SETTINGS[0]), ("en", *SETTINGS[-1][:2], "1")]


class Watched(GradientStep):
    """The scene, looked at in every still moment."""

    def hold(self, seconds: float) -> None:
        self.stills = getattr(self, "stills", 0) + 1
        self.complaints = getattr(self, "complaints", [])
        self.complaints += [f"{self.headline.text!r}: {what}" for what in faults(self)]
        super().hold(seconds)


def drawn(thing: VMobject) -> bool:
    """Whether anything of it is to be seen."""
    parts = thing.family_members_with_points()
    return any(part.get_fill_opacity() > 0 or part.get_stroke_opacity() > 0 for part in parts)


def faults(scene: GradientStep) -> list[str]:
    """What overlaps, leaves the frame or is too small."""
    family = {id(part): part for top in scene.mobjects for part in top.get_family()}.values()
    lettering = [p for p in family if isinstance(p, (Words, Formula, Readout)) and drawn(p)]
    lines = [p.curve for p in family if isinstance(p, Plot)]
    lines += [p for p in family if isinstance(p, Tangent)]
    found = []
    for index, one in enumerate(lettering):
        if one.letter < theme.LEAST_LETTER - 1e-6:
            found.append(f"{one!r} has letters of {one.letter:.3f}")
        for other in lettering[index + 1 :]:
            if overlap(rectangle(one), rectangle(other), 0.02):
                found.append(f"{one!r} touches {other!r}")
        if any(crosses(line, rectangle(one)) for line in lines):
            found.append(f"a curve crosses {one!r}")
    for part in family:
        if isinstance(part, VMobject) and len(part.points) and drawn(part):
            x, y = np.abs(part.points[:, 0]).max(), np.abs(part.points[:, 1]).max()
            if x > theme.FRAME_WIDTH / 2 or y > theme.FRAME_HEIGHT / 2:
                found.append(f"{part!r} reaches ({x:.2f}, {y:.2f})")
    return found


def played(kind: type[GradientStep], language: str, folder: Path, **settings: str) -> GradientStep:
    """A scene played without drawing its frames."""
    quality = replace(QUALITIES["preview"], **TINY)
    with tempconfig(worker.settings(quality, folder / "made")):
        writer = partial(FrameWriter, frames=lambda *_: None, poster=lambda _: None)
        renderer = CairoRenderer(file_writer_class=writer, skip_animations=True)
        scene = kind(language, kind.parameters.resolve(settings), renderer=renderer)
        scene.render()
    return scene


@pytest.mark.parametrize(("language", "learning_rate", "start", "steps"), CASES)
def test_nothing_overlaps_or_leaves_the_frame(
    language: str, learning_rate: str, start: str, steps: str, tmp_path: Path
) -> None:
    scene = played(
        Watched, language, tmp_path, learning_rate=learning_rate, start=start, steps=steps
    )
    assert scene.stills >= 9
    assert scene.complaints == []
    assert 35 <= scene.renderer.time <= 52


def test_the_check_of_the_layout_can_fail(tmp_path: Path) -> None:
    scene = played(GradientStep, "en", tmp_path)
    assert faults(scene) == []
    scene.add(Words("out of the frame").move_to([7, 0, 0]))
    scene.add(Words("on the headline").move_to(scene.headline))
    scene.add(Words("small", 0.1).move_to([0, -3.8, 0]))
    kinds = " ".join(faults(scene))
    assert "reaches" in kinds and "touches" in kinds and "letters of" in kinds


def test_captions_follow_the_beats(tmp_path: Path) -> None:
    scenes = {language: played(GradientStep, language, tmp_path) for language in LANGUAGES}
    times = {}
    for language, scene in scenes.items():
        cues = scene.captions
        assert cues[0].start == 0 and cues[-1].end == pytest.approx(scene.renderer.time)
        assert all(one.end == other.start for one, other in pairwise(cues))
        assert all(cue.end - cue.start > 2.5 and "{" not in cue.words for cue in cues)
        text = captions.webvtt(cues, language)
        assert text.startswith("WEBVTT\n") and text.count(" --> ") == len(cues)
        times[language] = [(cue.start, cue.end) for cue in cues]
    assert times["ja"] == times["en"]
    assert any("4.99" in cue.words for cue in scenes["ja"].captions)


def test_a_divergent_run_says_so(tmp_path: Path) -> None:
    scene = played(GradientStep, "ja", tmp_path, learning_rate="1.2")
    assert scene.regime.id == "diverges"
    assert any(scene.regime.name.ja in cue.words for cue in scene.captions)
    assert scene.picture.extent == "cut"


def test_magnified_step_is_the_true_one(tmp_path: Path) -> None:
    picture = played(GradientStep, "en", tmp_path).picture
    assert picture.kind == "closeup"
    plot, view = picture.plot, picture.view
    seen = view.on(picture.after) - view.on(picture.before)
    true = plot.on(picture.after) - plot.on(picture.before)
    np.testing.assert_allclose(seen, view.factor * true, rtol=1e-6)
    assert picture.after == pytest.approx(4.99) and 0.7 < np.linalg.norm(seen) <= 2.0


def test_groups_of_a_formula_keep_its_source() -> None:
    body, paths = marked_groups("{{ {{ W : weight }}_(1) : next }} = {{ 5 : here }}")
    assert [names[-1] for names in paths.values()] == [("next", 0), ("weight", 0), ("here", 0)]
    assert paths["#000002"] == (("next", 0), ("weight", 0))
    assert "{{" not in body and body.count("group(") == 3


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        ({"names": ("gradient-stop",)}, "unknown scene.*did you mean 'gradient-step'"),
        ({"language": "jp"}, "unknown language 'jp'.*'ja'"),
        ({"quality": "4K"}, "unknown quality '4K'"),
        ({"format": "mp3"}, "unknown format 'mp3'.*'mp4'"),
        ({"settings": {"learning_rte": "1"}}, "unknown parameter.*did you mean 'learning_rate'"),
        *(
            ({"settings": {"learning_rate": value}}, f"learning_rate={value}: must be a number")
            for value in ("abc", "-1", "nan", "inf", "0", "1e9", "0.1234567", "1/2", "1e999999")
        ),
        ({"settings": {"start": "0.001"}}, "start=0.001: must be"),
        ({"settings": {"steps": "0"}}, "steps=0: must be a whole number from 1 to 200"),
        ({"settings": {"steps": "2.5"}}, "steps=2.5"),
        ({"settings": {"steps": "9" * 5000}}, "steps=9"),
        ({"jobs": 0}, "jobs=0"),
    ],
)
def test_a_bad_request_is_one_line_and_writes_nothing(
    request_: dict, message: str, tmp_path: Path
) -> None:
    with pytest.raises(RenderError, match=message) as caught:
        rendering.render(**request_, films=tmp_path / "films")
    assert "\n" not in str(caught.value) and len(str(caught.value)) < 200
    assert not (tmp_path / "films").exists()


def test_numbers_from_python_and_from_text_are_the_same_request() -> None:
    spelled = {"learning_rate": "0.10", "start": "5.0", "steps": "20"}
    given = {"learning_rate": 0.1, "start": 5, "steps": 20}
    resolve = GradientStep.parameters.resolve
    assert resolve(spelled) == resolve(given)
    plans = [rendering.plan(("gradient-step",), "ja", "hd", "mp4", s, {}) for s in (spelled, given)]
    assert plans[0] == plans[1]
    assert parameters.spelling(resolve({"learning_rate": 1e-5})["learning_rate"]) == "0.00001"


def test_a_missing_font_or_library_names_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    import manimpango

    monkeypatch.setattr(manimpango, "list_fonts", lambda: ["DejaVu Sans"])
    with pytest.raises(RenderError, match="apt-get install fonts-noto-cjk"):
        SCENES["gradient-step"].load()

    def without_cairo(module: str) -> None:
        raise ImportError("libcairo.so.2: cannot open shared object file\nmore")

    monkeypatch.setattr("scenes.registry.import_module", without_cairo)
    with pytest.raises(RenderError, match=r"libcairo\.so\.2.*apt-get install libcairo2") as caught:
        SCENES["gradient-step"].load()
    assert "\n" not in str(caught.value)


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


FORMAT = rendering.FORMATS["mp4"]


def wait_for(condition, seconds: float = 90) -> None:
    """Wait until a condition holds."""
    import time

    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.05)
