"""The widgets' formulas, the answers' spellings, the bundle: everything that needs no browser."""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nnmath import catalog
from nnmath.printing import numpy_function
from nnmath.publishing.widgets import bundle, formulas
from nnmath.publishing.widgets.settings import LEARNING_RATES, SAMPLES, STARTS

RATIONAL = bundle.SOURCES / "src" / "exercises" / "rational.ts"
FUNCTIONS = ("loss", "slope", "step", "update", "closedForm")


class Script:
    """The scripts' own code in one node process."""

    def __init__(self, folder: Path) -> None:
        module = folder / "catalog.mjs"
        module.write_text(formulas.module_source(), encoding="utf-8")
        driver = Path(__file__).parent / "widgets" / "spell.mjs"
        self.process = subprocess.Popen(
            [bundle.node(), "--no-warnings", str(driver), str(RATIONAL), str(module)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def ask(self, ask: str, **request: Any) -> Any:
        """One question, one answer."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(json.dumps({"ask": ask, **request}) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def parse(self, text: str) -> Fraction | str:
        """The number that a spelling stands for, or the refusal."""
        found = self.ask("parse", text=text)
        return found if isinstance(found, str) else Fraction(int(found[0]), int(found[1]))


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Script]:
    """The one node process."""
    made = Script(tmp_path_factory.mktemp("script"))
    yield made
    made.process.terminate()
    made.process.wait()


# ── Formulas ──


@pytest.mark.parametrize("name", FUNCTIONS)
def test_emitted_javascript_agrees_with_numpy(script: Script, name: str) -> None:
    node, parameters = formulas.functions()[name]
    generator = np.random.default_rng(7)
    columns = [generator.normal(0, 4, 500) for _ in parameters]
    if name == "closedForm":
        # A negative ratio has powers only at whole numbers of updates
        columns = [columns[0], generator.uniform(0.001, 1.5, 500), generator.integers(0, 60, 500)]
    emitted = script.ask("compute", name=name, points=np.column_stack(columns).tolist())
    expected = numpy_function(node, name="expected", parameters=parameters)(*columns)
    np.testing.assert_allclose(emitted, expected, rtol=1e-13)


def test_the_script_has_no_other_formulas() -> None:
    assert tuple(formulas.functions()) == FUNCTIONS


def test_steps_agree_with_the_closed_form(script: Script) -> None:
    for rate in (0.001, 0.1, 0.5, 0.8, 1.0, 1.05):
        weight = 5.0
        for steps in range(40):
            (foretold,) = script.ask("compute", name="closedForm", points=[[5.0, rate, steps]])
            assert weight == pytest.approx(foretold, rel=1e-12, abs=1e-12)
            (weight,) = script.ask("compute", name="step", points=[[weight, rate]])


def test_one_regime_holds_at_every_learning_rate(script: Script) -> None:
    rates = [float(rate) for rate in LEARNING_RATES]
    rates += np.random.default_rng(3).uniform(0.001, 1.5, 300).tolist()
    rates += [np.nextafter(border, side) for border in (0.5, 1.0) for side in (0, 2)]
    assert all(len(found) == 1 for found in script.ask("regimes", rates=rates))


def test_buttons_lead_to_their_own_regime(script: Script) -> None:
    found = script.ask("regimes", rates=[float(sample) for sample in SAMPLES.values()])
    assert [names for (names,) in found] == list(SAMPLES) == [r.id for r in catalog.regimes]


def test_sliders_meet_the_borders_of_the_regimes() -> None:
    assert {Fraction(1, 2), Fraction(1), Fraction("0.001"), Fraction("1.5")} <= set(LEARNING_RATES)
    assert list(LEARNING_RATES) == sorted(set(LEARNING_RATES))
    assert {STARTS[0], STARTS[-1], Fraction(0), Fraction(5)} <= set(STARTS)


def test_the_worked_example_is_the_catalogs(script: Script) -> None:
    example_values = script.ask("constant", name="examples")["worked"]
    assert example_values == {"learningRate": 0.001, "start": 5.0}


# ── Spellings of an answer ──

SPELLINGS = {
    "½": "1/2", "0.5": "1/2", "1/2": "1/2", ".5": "1/2", "０．５": "1/2", "5e-1": "1/2",
    "１／２": "1/2", " 1 / 2 ": "1/2", "1⁄2": "1/2", "2分の1": "1/2", "２分の１": "1/2",
    "50%": "1/2", "０。５": "1/2", "1・2": "1/2", "0.50": "1/2", "η=1/2": "1/2", "(1/2)": "1/2",
    "2/4": "1/2", "0.5/1": "1/2", "-1/-2": "1/2", "1÷2": "1/2", "+.5": "1/2", "٠": "unreadable",
    "−6": "-6", "-6": "-6", "－６": "-6", "ー6": "-6", "–6": "-6", "—6": "-6", "﹣6": "-6",
    "- 6": "-6", "(-6)": "-6", "E'(-3) = -6": "-6", "E′(−3)=−6": "-6", "-6.0": "-6", "-6.": "-6",
    "1½": "3/2", "1 ½": "3/2", "−1½": "-3/2", "-½": "-1/2", "⅒": "1/10", "1,000": "1000",
    "１，０００": "1000", "4.64": "116/25", "W_1=1.6": "8/5", "W₁ = 1.6": "8/5",
    "0": "0", "-0": "0", "0.1": "1/10", "1e2": "100", "007": "7",
    "": "empty", "   ": "empty", "　": "empty",
    "1/0": "zero-denominator", "0/0": "zero-denominator", "1/0.0": "zero-denominator",
    "abc": "unreadable", "1/2/3": "unreadable", "--6": "unreadable", ".": "unreadable",
    "1.2.3": "unreadable", "0,5": "unreadable", "1,00": "unreadable", "0,500": "unreadable",
    "10²": "unreadable", "NaN": "unreadable", "Infinity": "unreadable", "1e999": "unreadable",
    "1/4a": "unreadable", "2W": "unreadable", "alert(1)": "unreadable", "0x10": "unreadable",
    "1 2": "12", "½½": "unreadable", "/2": "unreadable", "2/": "unreadable", "9" * 65: "unreadable",
    "1=2": "unreadable", "5%%": "unreadable", "%": "unreadable", "e5": "unreadable",
}  # fmt: skip


@pytest.mark.parametrize(("text", "value"), SPELLINGS.items())
def test_spellings(script: Script, text: str, value: str) -> None:
    expected = value if value.replace("-", "").isalpha() else Fraction(value)
    assert script.parse(text) == expected


# The answers come from another process, which a busy machine may keep waiting
PATIENT = settings(deadline=None)
fractions = st.fractions(max_denominator=10**6).filter(lambda value: abs(value) < 10**9)
decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9)
minus = st.sampled_from("-−－ー–—")
spaces = st.sampled_from(["", " ", "　", "\u00a0", "\u2009"])


def full_width(text: str) -> str:
    """The characters as a Japanese keyboard gives them."""
    return "".join(chr(ord(c) + 0xFEE0) if c in "0123456789./+" else c for c in text)


@PATIENT
@given(fractions, minus, spaces, spaces, st.booleans())
def test_any_fraction(
    script: Script, value: Fraction, sign: str, before: str, around: str, wide: bool
) -> None:
    size = abs(value)
    text = f"{size.numerator}{around}/{around}{size.denominator}"
    text = before + (sign if value < 0 else "") + (full_width(text) if wide else text)
    assert script.parse(text) == value


@PATIENT
@given(decimals.filter(lambda value: -30 < value.adjusted() < 20), minus, st.booleans())
def test_any_decimal(script: Script, value: Any, sign: str, wide: bool) -> None:
    text = f"{value.copy_abs():f}"
    if len(text) > 60:
        return
    text = (sign if value < 0 else "") + (full_width(text) if wide else text)
    assert script.parse(text) == Fraction(value)


@settings(PATIENT, max_examples=300)
@given(st.text(max_size=80))
@example("1" * 64)
@example("\ud83d\ude00/2")
def test_any_text_is_a_number_or_refused(script: Script, text: str) -> None:
    found = script.parse(text)
    assert isinstance(found, Fraction) or found in ("empty", "zero-denominator", "unreadable")
    if isinstance(found, Fraction):
        # A number needs a digit, whatever stands around it
        assert any(unicodedata.numeric(c, None) is not None for c in text)


@pytest.mark.parametrize(
    ("text", "answer", "rounded"),
    [("0.33", "1/3", True), ("0.34", "1/3", True), ("0.35", "1/3", False), ("1", "4/3", False),
     ("0.25", "1/4", False), ("−0.66", "-2/3", True), ("0.66", "-2/3", False)],
)  # fmt: skip
def test_rounded_answers_are_recognised(
    script: Script, text: str, answer: str, rounded: bool
) -> None:
    assert script.ask("rounded", text=text, answer=answer) is rounded


# ── The bundle ──


def test_sources_pass_the_strict_type_check(tmp_path: Path) -> None:
    (tmp_path / "catalog.d.ts").write_text(formulas.declarations(), encoding="utf-8")
    settings_of_check = {
        "extends": str(bundle.SOURCES / "tsconfig.json"),
        "compilerOptions": {"paths": {"nnmath-catalog": [str(tmp_path / "catalog.d.ts")]}},
        "include": [str(bundle.SOURCES / "src")],
    }
    (tmp_path / "tsconfig.json").write_text(json.dumps(settings_of_check), encoding="utf-8")
    compiler = bundle.SOURCES / "node_modules" / "typescript" / "bin" / "tsc"
    run = subprocess.run(
        [bundle.node(), str(compiler), "--noEmit", "-p", str(tmp_path)],
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout


def test_bundle_is_one_classic_script_built_once(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    script_file, _ = bundle.build_bundle(tmp_path / "first", cache)
    text = script_file.read_text(encoding="utf-8")
    assert not re.search(r"^\s*(import|export)\b|\beval\(|new Function", text)
    assert "http" not in text
    (kept,) = cache.iterdir()
    made = kept.stat().st_mtime_ns
    again, _ = bundle.build_bundle(tmp_path / "second", cache)
    assert kept.stat().st_mtime_ns == made and again.read_bytes() == script_file.read_bytes()


def test_a_broken_source_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = tmp_path / "sources"
    for name in ("src/main.ts", "style/main.css"):
        (sources / name).parent.mkdir(parents=True)
        (sources / name).write_text("import {")
    (sources / "package-lock.json").write_text("{}")
    (sources / "node_modules").symlink_to(bundle.SOURCES / "node_modules")
    monkeypatch.setattr(bundle, "SOURCES", sources)
    with pytest.raises(bundle.WidgetError, match=r"do not build: .*main\.ts:1") as failure:
        bundle.build_bundle(tmp_path / "made", tmp_path / "cache")
    assert "\n" not in str(failure.value)
    assert not (tmp_path / "made").exists()


def test_the_lock_names_no_registry() -> None:
    lock = json.loads((bundle.SOURCES / "package-lock.json").read_text(encoding="utf-8"))
    packages = [package for path, package in lock["packages"].items() if path]
    assert packages and not any("resolved" in package for package in packages)
    assert all(package["integrity"].startswith("sha512-") for package in packages)
