"""What the kernel answers where it cannot go on, as a claim and as a step."""

from __future__ import annotations

from functools import reduce

import pytest

from nnmath.proof import kernel
from nnmath.proof.nodes import SQRT
from nnmath.proof.setting import Setting
from nnmath.proof.statements import equal
from nnmath.proof.verdict import Status
from tests.proof.making import x


@pytest.mark.parametrize("asked", [kernel.prove, kernel.derive])
def test_what_is_nested_too_deeply_is_left_undecided(asked: object) -> None:
    deep = reduce(lambda inner, _: SQRT(1 + inner), range(1000), x)
    verdict = asked(equal(deep, deep + 0 * x), Setting((x > 0,)))  # type: ignore[operator]
    assert (verdict.status, verdict.reason) == (
        Status.UNDECIDED,
        "the expression is nested too deeply",
    )
