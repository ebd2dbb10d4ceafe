"""An algorithm box in the catalog: all of its lines are shown, and its code is the whole step."""

from __future__ import annotations

import numpy as np
import pytest

from nnmath import catalog
from nnmath.printing import NoCode
from nnmath.proof.verdict import Status
from tests.optimizers.boxes import VARIANTS, box


def test_every_line_is_shown() -> None:
    entry = catalog["adam"]
    assert entry.kind == "optimizer" and entry.verdict.status is Status.DEFINED
    assert len(entry.lines) == 5 and entry.latex.count(r"\gets") == 5
    assert entry.typst.count("arrow.l") == 5
    ids = [symbol.id for symbol in entry.symbols]
    assert ids.index("first-moment") < ids.index("corrected-second-moment") < ids.index("parameter")
    assert len(entry.hypotheses) == 4


def test_its_code_is_the_step() -> None:
    entry = catalog["adam"]
    names = ("theta", "g", "m", "v", "t", "learning_rate", "beta1", "beta2", "epsilon")
    assert entry.parameters == names and entry.numpy.startswith("def adam(theta, g, m, v, t, ")
    theta, m, v = entry.function(1.0, 3.0, 0.0, 0.0, 1, 0.5, 0.9, 0.999, 1e-8)
    np.testing.assert_allclose([theta, m, v], [0.5, 0.3, 0.009], rtol=1e-7)
    with pytest.raises(NoCode):
        _ = entry.javascript


@pytest.mark.parametrize(("id", "convention"), VARIANTS)
def test_every_box_is_printed(id: str, convention: str) -> None:
    claim = box(id, convention)
    entry = catalog.assess(claim.id)
    assert entry.latex and entry.typst and f"def {claim.id.replace('-', '_')}(" in entry.numpy
    if convention != "paper":
        assert claim.differs is not None and claim.source.split(",")[0] in {
            "paszke2019", "chollet2015", "deepmind2020",
        }  # fmt: skip
