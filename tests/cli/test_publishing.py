"""`nnmath render`, `site` and `serve`: what is asked of the films and of the pages."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from nnmath.cli.failure import DOES_NOT_STAND
from nnmath.notation.text import LANGUAGES
from tests.cli.running import Run, refused


@pytest.mark.parametrize(
    "options",
    [
        ("--set", "learning_rate=abc"),
        ("--set", "learning_rate=-1"),
        ("--set", "learning_rate=nan"),
        ("--set", "learning_rate="),
        ("--set", "learning_rate"),
        ("--set", "=1"),
        ("--set", "speed=1"),
        ("--set", "learning_rate=1", "--set", "learning_rate=2"),
        ("--set", "steps=1.5"),
        ("gradient-stop",),
        ("--lang", "fr"),
        ("--quality", "8k"),
        ("--format", "avi"),
        ("--jobs", "0"),
        ("--jobs", "many"),
        ("--to", "/dev/null/films"),
        ("--frobnicate",),
    ],
)
def test_a_film_that_cannot_be(run: Run, tmp_path: Path, options: tuple[str, ...]) -> None:
    refused(run("render", *options), tmp_path)


def test_films_are_put_into_a_folder(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from scenes import render as rendering

    made = tmp_path / "cache"
    made.mkdir()
    for suffix in (".mp4", ".vtt", ".webp", ".png"):
        (made / f"gradient-step.en{suffix}").write_text(suffix)
    asked: dict[str, Any] = {}

    def render(**request: Any) -> list[Path]:
        asked.update(request)
        return [made / "gradient-step.en.mp4"]

    monkeypatch.setattr(rendering, "render", render)
    code, output, complaint = run("render", "--lang", "en", "--set", "learning_rate=1.5")
    assert (code, output, complaint) == (0, f"{Path('media/gradient-step.en.mp4')}\n", "")
    assert asked["settings"] == {"learning_rate": "1.5"} and asked["language"] == ("en",)
    names = sorted(path.name for path in (tmp_path / "media").iterdir())
    assert names == ["gradient-step.en.mp4", "gradient-step.en.vtt", "gradient-step.en.webp"]


def test_the_site_is_given_its_films(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from docs._site import build as builder
    from docs._site.errors import SiteError

    asked: dict[str, Any] = {}
    monkeypatch.setattr(builder, "build", lambda **request: asked.update(request))
    assert run("site", "--lang", "en")[0] == 0
    assert asked["languages"] == ("en",) and callable(asked["render"])
    assert run("site", "--without-films")[0] == 0
    assert asked["languages"] == LANGUAGES and asked["render"] is None

    def failing(**_: Any) -> None:
        raise SiteError("docs/ja/x.md:3: unknown formula 'y'")

    monkeypatch.setattr(builder, "build", failing)
    assert run("site") == (DOES_NOT_STAND, "", "nnmath: docs/ja/x.md:3: unknown formula 'y'\n")


def test_serving_builds_with_the_same_words(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from docs._site import serve as serving

    asked: list[Any] = []
    monkeypatch.setattr(serving, "serve", lambda *words, **more: asked.append((words, more)))
    assert run("serve", "--lang", "ja", "--port", "0")[0] == 0
    ((command,), more) = asked[0]
    assert command == [sys.executable, "-m", "nnmath", "site", "--lang", "ja"] and more["port"] == 0


@pytest.mark.parametrize("port", ["-1", "65536", "abc"])
def test_a_port_that_cannot_be(run: Run, tmp_path: Path, port: str) -> None:
    refused(run("serve", "--port", port), tmp_path)
