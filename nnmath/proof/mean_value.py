"""From slopes to values: what does not fall anywhere between two points is not lower at the second.

By the mean value theorem F(high) − F(low) = F′(c) (high − low) for some c strictly between, if F is
continuous from `low` to `high` and has a derivative strictly between them.
"""

from __future__ import annotations

from collections.abc import Iterator

from nnmath.notation.symbol import Sort
from nnmath.notation.text import Text
from nnmath.proof.citing import NotLicensed
from nnmath.proof.differentiation import NotDifferentiable, differentiate
from nnmath.proof.entailment import follows, undefined
from nnmath.proof.existence import is_continuous
from nnmath.proof.indexed import ZERO
from nnmath.proof.inference import Inference, Known
from nnmath.proof.kernel import derive
from nnmath.proof.meanings import open_functions
from nnmath.proof.nodes import Comparison, Derivative, Node, Relation, Variable
from nnmath.proof.rule import Library
from nnmath.proof.setting import Setting
from nnmath.proof.statements import And, Chain, Hypothesis, Implies, Statement, equal
from nnmath.proof.substitution import free_places, substitute
from nnmath.proof.verdict import Verdict

WEAK: dict[Comparison, Comparison] = {"<": "≤", ">": "≥", "≤": "≤", "≥": "≥", "=": "="}


def mean_value(variable: Variable, low: Node, high: Node) -> Inference:
    """Compare F(low) with F(high) by the sign of F′, known at every point between.

    The sign is a fact such as Derivative(F, variable) ≥ 0 about an arbitrary value, or one that is
    implied by comparisons which hold between `low` and `high`.
    """

    def check(statement: Statement, known: Known) -> Verdict:
        if not isinstance(statement, Relation):
            raise NotLicensed("slopes prove comparisons only")
        if variable.symbol.sort is not Sort.REAL or not known.generic(variable):
            raise NotLicensed("the slopes are not known at an arbitrary point")
        if variable in (*free_places(low), *free_places(high)):
            raise NotLicensed("an end changes with the variable")
        if not follows(low <= high, known.setting):
            raise NotLicensed("the ends are not known to be in order")
        apart = follows(low < high, known.setting)
        rises = [
            Relation(end - start, kind if apart else WEAK[kind], ZERO)
            for body, kind in _slopes(variable, low, high, known)
            for start, end in [[substitute(body, {variable: at}) for at in (low, high)]]
        ]
        if not rises:
            raise NotLicensed("no slope is known everywhere between the ends")
        return derive(statement, known.setting.given(*rises))

    return Inference("mean-value", Text(ja="平均値の定理", en="mean value theorem"), check)


def _slopes(
    variable: Variable, low: Node, high: Node, known: Known
) -> Iterator[tuple[Node, Comparison]]:
    """Each F whose slope compares with 0 in one way everywhere between, and in which."""
    closed = known.setting.given(variable >= low, variable <= high)
    inside = known.setting.given(variable > low, variable < high)
    for fact in known.facts:
        premise, slope = _implied(fact)
        match slope:
            case Relation(Derivative(body, by), kind, right) if by == variable and right == ZERO:
                whole = _holds(premise, closed)
                inner = _holds(premise, inside) and _is_continuous(
                    body, variable, closed, known.library
                )
                if kind in WEAK and (whole or inner) and _has_slope(body, variable):
                    yield body, kind


def _implied(fact: Hypothesis) -> tuple[Statement, Hypothesis]:
    return (fact.premise, fact.conclusion) if isinstance(fact, Implies) else (And(()), fact)


def _holds(premise: Statement, setting: Setting) -> bool:
    match premise:
        case Relation():
            return follows(premise, setting)
        case Chain():
            return all(follows(part, setting) for part in premise.relations)
        case And(parts):
            return all(_holds(part, setting) for part in parts)
    return False


def _is_continuous(body: Node, variable: Variable, setting: Setting, library: Library) -> bool:
    """Whether it has a value from end to end and no jump there; what may be opened is."""
    written = open_functions(body, library.definitions)
    whole = undefined((equal(body, body), equal(written, written)), setting) is None
    return whole and is_continuous(written, variable)


def _has_slope(body: Node, variable: Variable) -> bool:
    """Whether the variable stands in the body itself, not only in what it is computed from."""
    try:
        differentiate(body, variable)
    except NotDifferentiable:
        return False
    return True
