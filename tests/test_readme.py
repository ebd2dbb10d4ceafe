"""The README: its Python runs, its commands print what it shows, its folders exist."""

from __future__ import annotations

import doctest
import re
import shlex
from pathlib import Path

import pytest

from nnmath.cli import main

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
SHOWN = [part for block in CONSOLE for part in re.split(r"^\$ ", block, flags=re.M) if part]


def test_the_python_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    outcome = doctest.testfile(str(ROOT / "README.md"), module_relative=False, encoding="utf-8")
    assert outcome.attempted > 15 and outcome.failed == 0


@pytest.mark.parametrize("shown", SHOWN)
def test_commands_print_what_is_shown(shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    command, _, expected = shown.partition("\n")
    program, *arguments = shlex.split(command)
    assert program == "nnmath"
    main(arguments)
    assert capsys.readouterr().out == expected


def test_what_it_names_exists() -> None:
    rows = re.findall(r"^\| ((?:`[^`]+`)) \|", README, re.M)
    assert len(rows) > 8 and all((ROOT / row.strip("`")).exists() for row in rows)
    goals = set(re.findall(r"(?:^|`)make ([a-z]+)", README, re.M))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert goals and all(re.search(rf"^{goal}:", makefile, re.M) for goal in goals)


def test_the_film_commands_are_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    from scenes import render as rendering

    asked = []
    monkeypatch.setattr(rendering, "render", lambda **request: asked.append(request) or [])
    for line in re.findall(r"^`?(nnmath render [^`\n]+)", README, re.M):
        assert main(shlex.split(line)[1:]) == 0
    assert len(asked) == 2
