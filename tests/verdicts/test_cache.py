"""Files of verdicts: a whole one of this content, or none; and what comes back is what was kept."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from nnmath.proof.checking import Checked
from nnmath.proof.library import Shelf
from nnmath.proof.verdict import Status, Verdict
from nnmath.theory import SHELF
from nnmath.theory.vocabulary import W
from nnmath.verdicts import Cache, Verifier, cache, opened
from nnmath.verdicts.record import Unusable, read, written

ROOT = Path(__file__).resolve().parent.parent.parent
SOME = ("worked-step", "absolute-value-of-a-power", "mistake-sign", "quadratic-loss")


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A folder with the verdicts on some claims."""
    list(Verifier(SHELF, Cache(SHELF, tmp_path)).check_all(SOME))
    assert len(list(tmp_path.iterdir())) == len(SOME)
    return tmp_path


def record(id: str, folder: Path, shelf: Shelf = SHELF) -> Path:
    return folder / Cache(shelf, folder).key(id)


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(file.read_bytes()[:-7]),
        lambda file: file.write_bytes(file.read_bytes()[:40]),
        lambda file: file.write_bytes(b"\xff\xfe\x00" * 100),
        lambda file: file.write_text(file.read_text().replace("PROVED", "CHECKED")),
        lambda file: file.write_text("{}"),
        lambda file: file.write_text("\n[]"),
        lambda file: shutil.copyfile(record("mistake-sign", file.parent), file),
        lambda file: (file.unlink(), file.mkdir()),
        lambda file: (file.unlink(), file.symlink_to(file)),
    ],
)
def test_a_torn_or_foreign_file_is_a_miss(damage: Callable[[Path], Any], filled: Path) -> None:
    damage(record("worked-step", filled))
    verifier = Verifier(SHELF, Cache(SHELF, filled))
    assert verifier.check("worked-step") == SHELF.check(SHELF["worked-step"])
    assert verifier.recalled == set()
    assert Verifier(SHELF, Cache(SHELF, filled)).check("mistake-sign").verdict.counterexample


def test_a_record_of_other_steps_is_a_miss(filled: Path) -> None:
    claim = SHELF["worked-step"]
    checked = SHELF.check(claim)
    shorter = replace(checked, steps=checked.steps[:-1])
    with pytest.raises(Unusable):
        read(written(shorter, "key"), claim, "key")
    with pytest.raises(Unusable):
        read(written(checked, "key"), claim, "another key")
    assert read(written(checked, "key"), claim, "key") == checked


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    verifier = Verifier(SHELF, Cache(SHELF, tmp_path / "file"))
    for _ in range(2):
        assert verifier.check("quadratic-loss").verdict.status is Status.DEFINED
    verifier.cache and verifier.cache.prune()


def test_what_is_undecided_or_would_not_come_back_is_not_kept(tmp_path: Path) -> None:
    kept, checked = Cache(SHELF, tmp_path), SHELF.check(SHELF["worked-step"])
    first, *others = checked.steps
    kept.keep("worked-step", replace(checked, verdict=Verdict(Status.UNDECIDED, "none")))
    kept.keep("worked-step", replace(checked, steps=(replace(first, expression=W), *others)))
    kept.keep("worked-step", replace(checked, verdict=replace(checked.verdict, obstacle=W > 0)))
    assert not list(tmp_path.iterdir())
    kept.keep("worked-step", checked)
    assert kept.recall("worked-step") == checked


def test_what_no_claim_needs_any_more_leaves_after_a_complete_run(filled: Path) -> None:
    few = only("worked-example-loss", *SOME[2:])
    old, foreign, unfinished = (filled / name for name in ("0" * 64, "foreign", "just.new"))
    for file in (old, foreign, unfinished):
        file.touch()
    left_behind = filled / "left.new"
    left_behind.touch()
    os.utime(left_behind, (0, 0))
    verifier = Verifier(few, Cache(few, filled))
    list(verifier.check_all(SOME[2:]))
    assert old.exists(), "a run that was asked for some claims alone removes nothing"
    list(verifier.check_all(tuple(few)))
    assert set(filled.iterdir()) == {unfinished, *(record(id, filled, few) for id in few)}


def only(*ids: str) -> Shelf:
    """A shelf of these claims alone."""
    return Shelf(claim for id, claim in SHELF.items() if id in ids)


def prove_all(ids: tuple[str, ...], folder: Path, _: int) -> list[Checked]:
    shelf = only(*ids)
    return [*Verifier(shelf, Cache(shelf, folder)).check_all(ids)]


def test_several_processes_at_once_are_right(tmp_path: Path) -> None:
    ids = ("worked-example-loss", "worked-loss-before", "worked-loss-after", "mistake-sign")
    with ProcessPoolExecutor(4, mp_context=get_context("fork")) as pool:
        found = list(pool.map(partial(prove_all, ids, tmp_path), range(12)))
    assert all(each == [SHELF.check(SHELF[id]) for id in ids] for each in found)
    assert {file.name for file in tmp_path.iterdir()} == {
        record(id, tmp_path, only(*ids)).name for id in ids
    }


def test_proofs_over_processes_come_in_order_and_are_the_same() -> None:
    assert list(Verifier(SHELF).check_all(SOME, jobs=2)) == [SHELF.check(SHELF[id]) for id in SOME]


def test_fresh_reads_nothing_and_writes_anew(filled: Path) -> None:
    before = record("worked-step", filled).read_text()
    verifier = Verifier(SHELF, Cache(SHELF, filled, fresh=True))
    verifier.check("worked-step")
    assert verifier.recalled == set() and record("worked-step", filled).read_text() != before


@pytest.mark.parametrize("name", cache.FRESH)
def test_a_host_of_continuous_integration_proves_everything(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in cache.FRESH:
        monkeypatch.delenv(each, raising=False)
    assert opened(SHELF) is not None
    monkeypatch.setenv(name, "true")
    assert opened(SHELF) is None


def test_a_verdict_waits_for_no_arrays(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from nnmath.theory import SHELF\n"
        "from nnmath.verdicts import *\n"
        f"v = Verifier(SHELF, Cache(SHELF, Path({str(tmp_path)!r}))); v.check('worked-step')\n"
        "print(len(v.recalled), 'numpy' in sys.modules)"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True
        ).stdout
        for _ in range(2)
    ]
    assert outputs == ["0 False\n", "1 False\n"]
