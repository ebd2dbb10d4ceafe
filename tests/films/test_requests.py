"""Films: requests that are refused, and requests that are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenes import parameters
from scenes import render as rendering
from scenes.errors import RenderError
from scenes.gradient_step import GradientStep
from scenes.registry import SCENES


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
