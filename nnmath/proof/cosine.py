"""What the kernel takes for granted of the cosine beyond its values: it falls from 0 to π."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.citing import NotLicensed
from nnmath.proof.entailment import follows
from nnmath.proof.inference import Inference, Known, proved
from nnmath.proof.nodes import Apply, Node, Relation, as_node
from nnmath.proof.special import COS, PI
from nnmath.proof.statements import Statement
from nnmath.proof.verdict import Verdict

ZERO = as_node(0)


def _falls(statement: Statement, known: Known) -> Verdict:
    """cos a > cos b where 0 ≤ a < b ≤ π, and cos a ≥ cos b where 0 ≤ a ≤ b ≤ π."""
    match statement:
        case Relation(Apply(function, (first,)), ">" | "≥", Apply(other, (second,))):
            if function == other == COS:
                order = first < second if statement.kind == ">" else first <= second
                return _between_zero_and_pi(first, second, order, known)
    raise NotLicensed("of two cosines the one that is larger stands first")


def _between_zero_and_pi(first: Node, second: Node, order: Relation, known: Known) -> Verdict:
    for needed in (first >= ZERO, order, second <= PI):
        if not follows(needed, known.setting):
            raise NotLicensed("the cosine falls from 0 to π alone, and in this order")
    return proved("cosine")


cosine_falls = Inference(
    "cosine-falls", Text(ja="余弦の減少", en="the cosine falls from 0 to π"), _falls
)
