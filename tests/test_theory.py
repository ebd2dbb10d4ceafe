"""The theory against its independent witness: definitions, and derivatives by other means."""

from __future__ import annotations

from fractions import Fraction
from importlib import import_module

import pytest
from flint import arb, arb_series, ctx, fmpq

from nnmath.proof.ball_arithmetic import digits
from nnmath.proof.claims import Definition, Derivation, Optimizer
from nnmath.proof.nodes import Node, Variable
from nnmath.proof.point import Point
from nnmath.proof.rationals import rational
from nnmath.theory import SHELF, optimizers
from nnmath.theory.vocabulary import E, Q, W, a, c, d
from tests.reference import gradient_descent as reference
from tests.witnesses import WITNESSES
from tests.witnesses.shelf import MEANINGS

NUMBERS = tuple(map(Fraction, ("0", "1", "-1", "1/2", "5", "-3/7", "4.99", "1000", "-2.5")))
# The algorithm boxes walk beside theirs: tests/optimizers
BOXES = {claim.id for claim in optimizers.CLAIMS}
DEFINED = [
    id
    for id, claim in SHELF.items()
    if isinstance(claim, (Definition, Optimizer)) and id not in BOXES
]


def test_every_definition_has_a_witness() -> None:
    assert set(WITNESSES) == set(DEFINED)


@pytest.mark.parametrize("id", DEFINED)
def test_definition_equals_its_witness(id: str) -> None:
    claim = SHELF[id]
    assert isinstance(claim, (Definition, Optimizer))
    file, name = claim.witness.split("::")
    named = import_module(file.removesuffix(".py").replace("/", "."))
    assert callable(getattr(named, name)), "the witness that it names exists"
    WITNESSES[id]()


# Derivatives, by Taylor series in ball arithmetic


def series_slope(node: Node, at: Fraction, values: dict[Node, Fraction]) -> arb:
    """The coefficient of ε in the value at `at` + ε."""
    ctx.cap = 3
    point = arb_series([arb(fmpq(at.numerator, at.denominator)), 1])
    return _series(
        node,
        {
            **{k: arb_series([arb(fmpq(v.numerator, v.denominator))]) for k, v in values.items()},
            W: point,
        },
    )[1]


def _series(node: Node, values: dict[Node, arb_series]) -> arb_series:
    from nnmath.proof import nodes

    match node:
        case nodes.Number(value):
            return arb_series([arb(fmpq(value.numerator, value.denominator))])
        case Variable():
            return values[node]
        case nodes.Add(terms):
            return sum((_series(term, values) for term in terms), arb_series([0]))
        case nodes.Multiply(factors):
            product = arb_series([1])
            for factor in factors:
                product = product * _series(factor, values)
            return product
        case nodes.Negate(operand):
            return -_series(operand, values)
        case nodes.Power(base, nodes.Number(value)):
            return _series(base, values) ** int(value)
    raise TypeError(node)


@pytest.mark.parametrize("function", [E, Q], ids=["E", "Q"])
def test_derivatives_agree_with_taylor_series_and_central_differences(function: object) -> None:
    body = MEANINGS[function].body  # type: ignore[index]
    others: dict[Node, Fraction] = {a: Fraction(3, 7), c: Fraction(-2, 3), d: Fraction(11, 5)}
    claim = SHELF["worked-example-derivative" if function == E else "quadratic-derivative"]
    assert isinstance(claim, Derivation)
    derived = claim.statement.right
    for weight in NUMBERS:
        values = {**others, W: weight}
        slope = rational(derived, Point(values))  # type: ignore[arg-type]
        with digits():
            assert series_slope(body, weight, others).contains(
                fmpq(slope.numerator, slope.denominator)
            )
        step = Fraction(1, 1000)
        ahead, behind = (
            rational(body, Point({**values, W: weight + sign * step}))  # type: ignore[arg-type]
            for sign in (1, -1)
        )
        # Exact for a parabola, whatever the step
        assert (ahead - behind) / (2 * step) == slope
        by_hand = (
            reference.worked_example_slope(weight)
            if function == E
            else reference.quadratic_slope(weight, others[a], others[c])
        )
        assert slope == by_hand
