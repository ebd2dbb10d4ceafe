"""Inferences about sums."""

from __future__ import annotations

from collections.abc import Mapping

from nnmath.notation.text import Text
from nnmath.proof.citing import NotLicensed
from nnmath.proof.indexed import ZERO, Sum
from nnmath.proof.inference import Inference, Known
from nnmath.proof.kernel import derive
from nnmath.proof.nodes import Comparison, Relation
from nnmath.proof.statements import Statement
from nnmath.proof.substitution import free_places, substitute, unused
from nnmath.proof.verdict import Verdict

TURNED: Mapping[Comparison, Comparison] = {"<": ">", "≤": "≥"}


def _termwise(statement: Statement, known: Known) -> Verdict:
    """Σ f ≤ Σ g over one range, since f ≤ g at every index."""
    match statement:
        case Relation(Sum() as left, kind, Sum() as right):
            if (left.low, left.high) != (right.low, right.high):
                raise NotLicensed("the two sums do not run over the same range")
            index = unused(left.index, (*free_places(left.body), *free_places(right.body)))
            bodies = [substitute(each.body, {each.index: index}) for each in (left, right)]
            if kind in TURNED:
                bodies, kind = bodies[::-1], TURNED[kind]
            difference = Sum(bodies[0] - bodies[1], index, left.low, left.high)
            return derive(Relation(difference, kind, ZERO), known.setting)
    raise NotLicensed("this compares a sum with a sum")


termwise = Inference("termwise", Text(ja="各項を比べる", en="term by term"), _termwise)
