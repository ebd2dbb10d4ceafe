"""Films: what a frame shows, and what is said beside it."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from nnmath.notation.text import LANGUAGES
from scenes import captions
from scenes.stage.lettering import Words, marked_groups
from tests.films.playing import Watched, faults, played, tiny

SETTINGS = [
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
# Each in one language, the one with the longest numbers in both
CASES = [(LANGUAGES[index % 2], *setting) for index, setting in enumerate(SETTINGS)]
CASES += [(LANGUAGES[len(SETTINGS) % 2], *SETTINGS[-1][:2], "1")]


# What looks at the film of the page runs in one process, which plays it once
THE_FILM = pytest.mark.xdist_group("the film")
the_film = cache(played)


@pytest.mark.parametrize(("language", "learning_rate", "start", "steps"), CASES)
def test_nothing_overlaps_or_leaves_the_frame(
    language: str, learning_rate: str, start: str, steps: str
) -> None:
    all_is_well(played(language, learning_rate=learning_rate, start=start, steps=steps))


@THE_FILM
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_overlaps_or_leaves_the_frame_of_the_film(language: str) -> None:
    all_is_well(the_film(language))


def all_is_well(scene: Watched) -> None:
    """In each still moment all has its place, and there are as many as there should be."""
    assert scene.stills >= 9
    assert scene.complaints == []
    assert 35 <= scene.renderer.time <= 52


@THE_FILM
def test_the_check_of_the_layout_can_fail() -> None:
    scene = the_film("en")
    assert faults(scene) == []
    with tiny():
        wrong = (
            Words("out of the frame").move_to([7, 0, 0]),
            Words("on the headline").move_to(scene.headline),
            Words("small", 0.1).move_to([0, -3.8, 0]),
        )
    scene.add(*wrong)
    kinds = " ".join(faults(scene))
    scene.remove(*wrong)
    assert "reaches" in kinds and "touches" in kinds and "letters of" in kinds


@THE_FILM
def test_captions_follow_the_beats() -> None:
    scenes = {language: the_film(language) for language in LANGUAGES}
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


def test_a_divergent_run_says_so() -> None:
    scene = played("ja", learning_rate="1.2")
    assert scene.regime.id == "diverges"
    assert any(scene.regime.name.ja in cue.words for cue in scene.captions)
    assert scene.picture.extent == "cut"


@THE_FILM
def test_magnified_step_is_the_true_one() -> None:
    picture = the_film("en").picture
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
