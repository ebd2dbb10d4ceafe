"""`nnmath verify`: a verdict for each claim, as a table or as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

import nnmath
from nnmath.catalog import Catalog
from nnmath.cli.failure import DOES_NOT_STAND
from nnmath.theory import SHELF
from nnmath.theory.worked_example import WORKED_EXAMPLE_DERIVATIVE, slope
from tests.cli.running import Run, refused


def test_some_claims_as_a_table(run: Run) -> None:
    code, output, complaint = run("verify", "worked-step", "mistake-sign", "--fresh")
    assert (code, complaint) == (0, "")
    header, step, sign, proved, refuted, times, summary = output.splitlines()
    assert header.split() == ["id", "kind", "verdict", "method", "ms"]
    assert re.fullmatch(r"worked-step +derivation +PROVED +6 checked steps +[\d.]+", step)
    assert re.fullmatch(r"mistake-sign +mistake +REFUTED +balls +[\d.]+", sign)
    assert proved == "1 derivations and theorems: 1 PROVED (100.0% PROVED)"
    assert refuted == "1 mistakes: 1 REFUTED"
    assert re.fullmatch(r"ms per proof: median ([\d.]+), slowest \1 \(worked-step\)", times)
    assert summary == "2 of 2 claims stand"


def test_what_is_only_cited_is_not_counted_as_proved(run: Run) -> None:
    ids = ("sigmoid", "sigmoid-derivative", "adam", "universal-approximation")
    code, output, complaint = run("verify", *ids)
    assert (code, complaint) == (0, "")
    assert re.search(r"^universal-approximation +cited +CITED +literature ", output, re.MULTILINE)
    assert "\n2 derivations and theorems: 1 PROVED, 1 CITED (50.0% PROVED)\n" in output
    assert "\n2 definitions: 2 DEFINED\n" in output
    row = json.loads(run("verify", "universal-approximation", "--json")[1])[0]
    assert (row["kind"], row["verdict"], row["stands"]) == ("cited", "CITED", True)


def test_what_an_earlier_run_proved_is_said_to_be_so(run: Run) -> None:
    run("verify", "worked-step", "worked-slope", "--fresh")
    again = run("verify", "worked-slope", "worked-step", "mistake-sign", "--json")
    first = json.loads(run("verify", "worked-slope", "worked-step", "--json")[1])
    assert json.loads(again[1])[:2] == first, "to the last digit of the time that it took"
    said = "2 as proved by an earlier run, unchanged since (--fresh proves all anew)\n"
    assert said in run("verify", "worked-slope", "worked-step")[1]
    assert said not in run("verify", "worked-slope", "worked-step", "--fresh")[1]


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
