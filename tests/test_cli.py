"""The command line: verdicts in words, one line for each mistake of a user, and nothing written."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

import nnmath
from nnmath import printing
from nnmath.catalog import Catalog
from nnmath.cli import main
from nnmath.cli.failure import BAD_INPUT, DOES_NOT_STAND, INTERRUPTED
from nnmath.notation.text import LANGUAGES
from nnmath.proof.lexer import MAX_LENGTH
from nnmath.proof.nodes import Variable
from nnmath.proof.statements import equal
from nnmath.proof.verdict import Status
from nnmath.theory import SHELF
from nnmath.theory.worked_example import WORKED_EXAMPLE_DERIVATIVE, slope

PROGRAM = Path(sys.executable).with_name("nnmath")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in an empty folder and returns exit code, output and complaints."""
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> tuple[int, str, str]:
        try:
            code = main(arguments)
        except SystemExit as end:
            code = int(end.code or 0)
        return code, *capsys.readouterr()

    return command


def refused(outcome: tuple[int, str, str], folder: Path) -> str:
    """The one line of a refusal: exit code 2, no output, no file."""
    code, output, complaint = outcome
    assert (code, output) == (BAD_INPUT, "")
    assert re.fullmatch(r"nnmath[^\n]*: [^\n]+\n", complaint), complaint
    assert "Traceback" not in complaint and len(complaint) < 400
    assert list(folder.iterdir()) == []
    return complaint.strip()


# ── verify ──


def test_some_claims_as_a_table(run: Run) -> None:
    code, output, complaint = run("verify", "worked-step", "mistake-sign")
    assert (code, complaint) == (0, "")
    header, step, sign, summary = output.splitlines()
    assert header.split() == ["id", "kind", "verdict", "method", "ms"]
    assert re.fullmatch(r"worked-step +derivation +PROVED +6 checked steps +[\d.]+", step)
    assert re.fullmatch(r"mistake-sign +mistake +REFUTED +balls +[\d.]+", sign)
    assert summary == "2 of 2 claims stand"


def test_json_and_nothing_else(run: Run) -> None:
    code, output, complaint = run("verify", "worked-slope", "quadratic-loss", "--json")
    rows = json.loads(output)
    assert (code, complaint) == (0, "")
    assert [row["id"] for row in rows] == ["worked-slope", "quadratic-loss"]
    assert [row["verdict"] for row in rows] == ["PROVED", "DEFINED"]
    assert {"id", "kind", "verdict", "method", "seconds"} <= set(rows[0])
    assert all(isinstance(row["seconds"], float) for row in rows)


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_claim_that_does_not_stand(
    run: Run, monkeypatch: pytest.MonkeyPatch, options: Sequence[str]
) -> None:
    wrong = slope("5").by(
        WORKED_EXAMPLE_DERIVATIVE.links[-2].rule,  # type: ignore[arg-type]
        nnmath.proof.nodes.as_node(11),  # type: ignore[attr-defined]
        because=WORKED_EXAMPLE_DERIVATIVE.name,
    )
    claims = [claim for id, claim in SHELF.items() if id != wrong.id]
    shelf = type(SHELF)([*claims, wrong])
    monkeypatch.setattr(nnmath, "catalog", Catalog(shelf))
    code, output, complaint = run("verify", "worked-slope", "worked-loss-before", *options)
    assert code == DOES_NOT_STAND
    assert re.fullmatch(r"nnmath: 'worked-slope' is declared PROVED but is REFUTED .+\n", complaint)
    assert "left side 10.0" in complaint and "right side 11.0" in complaint
    if options:
        assert [row["stands"] for row in json.loads(output)] == [False, True]
    else:
        assert output.endswith("1 of 2 claims stand\n")


def test_an_unknown_claim(run: Run, tmp_path: Path) -> None:
    line = refused(run("verify", "worked-stop"), tmp_path)
    assert line == "nnmath: unknown formula 'worked-stop' (did you mean 'worked-step'?)"


# ── prove ──


@pytest.mark.parametrize(
    ("claim", "given", "verdict"),
    [
        (("tanh(x)", "2*sigmoid(2*x) - 1"), (), "PROVED by normal form; 12 points agree"),
        (("x^2 + 1 >= 2x",), (), "PROVED by sign certificate; 12 points agree"),
        (("(1-2η)^(t+1)", "(1-2η)*(1-2η)^t"), (), "PROVED by normal form; 12 points agree"),
        (("-x", "x"), ("x = 0",), "PROVED by normal form; 12 points agree"),
        (("-x", "-2*x + x"), (), "PROVED by normal form; 12 points agree"),
        (("sqrt(x^2)", "x"), ("x > 0",), "PROVED by normal form; 12 points agree"),
        (("r^(n+1)", "r*r^n"), ("n natural",), "PROVED by normal form; 12 points agree"),
    ],
)
def test_a_claim_that_is_proved(
    run: Run, claim: tuple[str, ...], given: tuple[str, ...], verdict: str
) -> None:
    options = [part for each in given for part in ("--given", each)]
    code, output, complaint = run("prove", *claim, *options)
    assert (code, complaint) == (0, "")
    assert output.splitlines()[-1] == f"verdict  {verdict}"


@pytest.mark.parametrize(
    ("claim", "given", "verdict"),
    [
        (("E*2", "E*3"), (), r"REFUTED at E = \S+: left side \S+, right side \S+"),
        (("sqrt(x^2)", "x"), (), r"REFUTED at x = -1: left side 1.0+, right side -1.0+"),
        (("x^2 + 1 > 2*x",), (), r"REFUTED at x = 1: left side 2.0+, right side 2.0+"),
        (("exp(x) >= 1 + x",), (), "CHECKED, not proved: it holds at 12 points to 50 digits"),
        (("x", "1"), ("x > 1", "x < 1"), "UNDECIDED: the hypotheses contradict one another"),
        (
            ("(k^2-1)/(k-1)", "k+1"),
            (),
            "UNDECIDED: not surely defined without k - 1 != 0; where that may be assumed, "
            'add --given "k - 1 != 0"',
        ),
        (("log(x*y)", "log(x) + log(y)"), (), r"UNDECIDED: .+ add --given \"x\*y > 0\""),
    ],
)
def test_a_claim_that_is_not_proved(
    run: Run, claim: tuple[str, ...], given: tuple[str, ...], verdict: str
) -> None:
    options = [part for each in given for part in ("--given", each)]
    code, output, complaint = run("prove", *claim, *options)
    assert (code, complaint) == (DOES_NOT_STAND, "")
    assert re.fullmatch(f"verdict  {verdict}", output.splitlines()[-1]), output


def test_following_the_advice_proves_the_claim(run: Run) -> None:
    advised = re.search(r'--given "(.+)"', run("prove", "(k^2-1)/(k-1)", "k+1")[1])
    assert advised and run("prove", "(k^2-1)/(k-1)", "k+1", "--given", advised[1])[0] == 0


def test_what_was_understood_is_said(run: Run) -> None:
    output = run("prove", "2x", "x + x", "--given", "0 < x < 1", "--given", "n natural")[1]
    assert output.splitlines()[:3] == [
        "claim    2*x = x + x",
        "given    0 < x < 1",
        "for all  real x",
    ]


@pytest.mark.parametrize(
    "claim",
    [
        ("__import__('os')", "1"),
        ("().__class__", "1"),
        ("os.system(1)", "1"),
        ("lambda: 0", "1"),
        ("(x + 1", "x"),
        ("x + 1)", "x"),
        ("[x]", "x"),
        ("foo(x)", "x"),
        ("sinn(x)", "x"),
        ("x +", "x"),
        ("", "x"),
        ("x", "x == x == x"),
        ("x",),
        ("x" * 10_000, "x"),
        ("x+" * 5_000 + "x", "x"),
        ("(" * 5_000 + "x" + ")" * 5_000, "x"),
        ("(" * 900 + "x" + ")" * 900, "x"),
        ("-" * 1_900 + "x", "x"),
        ("9" * 1_000, "x"),
        ("2^2^2^2^2^2", "x"),
        ("x^99999999", "x"),
        ("((x^100)^100)^100", "x"),
        ("1e999999999", "x"),
        ("\udcff", "x"),
    ],
)
def test_what_cannot_be_read(run: Run, tmp_path: Path, claim: tuple[str, ...]) -> None:
    refused(run("prove", *claim), tmp_path)


def test_a_hypothesis_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    refused(run("prove", "x", "x", "--given", "__import__('os')"), tmp_path)
    refused(run("prove", "x", "x", "--given", "x + 1"), tmp_path)


def product(order: Sequence[int]) -> str:
    return "*".join(f"(x{i}+1)" for i in order)


def fractions(order: Sequence[int]) -> str:
    return "+".join(f"sigmoid(x{i})" for i in order)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("(x+y+z+w+v)^60", "(x+y+z+w+v)^59*(x+y+z+w+v)"),
        ("(x+y+1)^1000", "(x+y+1)^999*(x+y+1)"),
        ("(12345678901234567890*x+1)^500*(x+2)^400", "(x+2)^400*(12345678901234567890*x+1)^500"),
        (product(range(25)), product(range(24, -1, -1))),
        (fractions(range(60)), fractions(range(59, -1, -1))),
        ("(sqrt(x^2+2)+sqrt(x^2+3)+sqrt(x^2+5)+sqrt(x^2+7)+1)^40",
         "(sqrt(x^2+2)+sqrt(x^2+3)+sqrt(x^2+5)+sqrt(x^2+7)+1)^39"
         "*(1+sqrt(x^2+2)+sqrt(x^2+3)+sqrt(x^2+5)+sqrt(x^2+7))"),
    ],
)  # fmt: skip
def test_true_claims_that_would_take_too_long_end(run: Run, left: str, right: str) -> None:
    assert max(len(left), len(right)) <= MAX_LENGTH
    code, output, complaint = run("prove", left, right)
    assert (code, complaint) == (DOES_NOT_STAND, "")
    assert output.splitlines()[-1].startswith("verdict  UNDECIDED: a proof would take more steps")


def test_fuel_is_counted_not_timed() -> None:
    claim = "(sqrt(x^2+2)+sqrt(x^2+3)+x)^12", "(x+sqrt(x^2+3)+sqrt(x^2+2))^12"
    first, again = (nnmath.prove(*claim) for _ in range(2))
    assert first == again


# ── show ──


def test_an_entry_in_each_spelling(run: Run) -> None:
    entry = nnmath.catalog["gradient-descent-factor"]
    for spelling, text in {
        "latex": entry.latex,
        "typst": entry.typst,
        "numpy": entry.numpy,
        "javascript": entry.javascript,
    }.items():
        assert run("show", entry.id, "--as", spelling) == (0, text.rstrip() + "\n", "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id", list(nnmath.catalog))
def test_each_entry_is_shown(run: Run, id: str, language: str) -> None:
    entry = nnmath.catalog[id]
    code, output, complaint = run("show", id, "--lang", language)
    assert (code, complaint) == (0, "")
    assert entry.name.to(language) in output and entry.verdict.status.name in output
    assert all(printing.plain(hypothesis) in output for hypothesis in entry.hypotheses)
    if entry.steps:
        steps = run("show", id, "--lang", language, "--as", "steps")[1]
        assert all(s.because.to(language) in steps for s in entry.steps if s.because)


def test_what_cannot_be_shown(run: Run, tmp_path: Path) -> None:
    line = refused(run("show", "mistake-sing"), tmp_path)
    assert line == "nnmath: unknown formula 'mistake-sing' (did you mean 'mistake-sign'?)"
    refused(run("show", "gradient-descent-converges", "--as", "numpy"), tmp_path)
    refused(run("show", "quadratic-loss", "--as", "steps"), tmp_path)
    refused(run("show", "quadratic-loss", "--as", "word"), tmp_path)
    refused(run("show", "quadratic-loss", "--lang", "fr"), tmp_path)


# ── render, site, serve ──


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


# ── The whole program ──


def test_no_command_and_an_unknown_one(run: Run, tmp_path: Path) -> None:
    refused(run(), tmp_path)
    refused(run("frobnicate"), tmp_path)
    assert run("--help")[0] == run("prove", "--help")[0] == 0


def test_an_interruption_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from nnmath.proof import question

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(question, "prove", interrupted)
    assert run("prove", "x", "x") == (INTERRUPTED, "", "nnmath: stopped\n")


def started(*arguments: str, **options: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [PROGRAM, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        **options,
    )


def test_the_installed_command(tmp_path: Path) -> None:
    program = started("prove", "__import__('os')", "1", cwd=tmp_path)
    output, complaint = program.communicate(timeout=120)
    refused((program.returncode, output, complaint), tmp_path)


def test_a_terminal_without_greek(tmp_path: Path) -> None:
    plain = os.environ | {"PYTHONIOENCODING": "ascii"}
    program = started("show", "gradient-descent-step", cwd=tmp_path, env=plain)
    output, complaint = program.communicate(timeout=120)
    assert (program.returncode, complaint) == (0, "") and "W[t + 1] =" in output


def test_a_reader_who_leaves_early(tmp_path: Path) -> None:
    program = started("show", "gradient-descent-step", cwd=tmp_path)
    assert program.stdout and program.stderr
    program.stdout.close()
    assert program.stderr.read() == ""
    assert program.wait(timeout=120) == INTERRUPTED


def test_an_interrupted_verification(tmp_path: Path) -> None:
    # A line on standard error tells that verifying has begun, for which Python must have started
    program = started("verify", cwd=tmp_path, env=os.environ | {"TTY_COMPATIBLE": "1"})
    assert program.stderr
    first = program.stderr.read(1)
    time.sleep(0.1)
    os.killpg(program.pid, signal.SIGINT)
    output, complaint = program.communicate(timeout=120)
    assert (program.returncode, output) == (INTERRUPTED, "")
    assert (first + complaint).endswith("nnmath: stopped\n") and "Traceback" not in complaint
    assert list(tmp_path.iterdir()) == []


# ── What is imported ──


def test_the_public_surface() -> None:
    x = Variable(nnmath.catalog["bernoulli-inequality"].symbols[0])
    assert nnmath.prove((x + 1) ** 2, x**2 + 2 * x + 1).status is Status.PROVED
    assert nnmath.prove(equal(x, x + 1)).status is Status.REFUTED
    assert nnmath.prove("r^(n+1)", "r*r^n", domain={"n": "natural"}).status is Status.PROVED
    assert nnmath.prove("sqrt(u^2)", "u", given=("u > 0",)).status is Status.PROVED
    rule = nnmath.optimizer("gradient-descent", learning_rate=0.5)
    run = nnmath.descend(nnmath.surface("worked-example"), 3.0, rule, steps=1)
    assert run.positions.tolist() == [3.0, 0.0]
    with pytest.raises(TypeError):
        nnmath.prove(x, 1.5)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        nnmath.prove(x)


def test_neither_films_nor_pages_are_imported_unasked() -> None:
    code = "import sys, nnmath.cli; print({'manim', 'mkdocs', 'av', 'scenes'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == "set()"
