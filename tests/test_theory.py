"""The theory against its independent witness: definitions, and derivatives by other means."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random

import pytest
from flint import arb, arb_series, ctx, fmpq

from nnmath.proof.ball_arithmetic import digits
from nnmath.proof.claims import Definition, Derivation, Optimizer
from nnmath.proof.library import meanings
from nnmath.proof.nodes import Element, Limit, Node, Variable, as_node
from nnmath.proof.point import Point
from nnmath.proof.rationals import rational
from nnmath.theory import SHELF
from nnmath.theory.vocabulary import W_, E, Q, W, a, c, d, eta, g, h, theta
from tests.reference import gradient_descent as reference

DEFINITIONS = meanings(SHELF.values())
LOSSES = {function: DEFINITIONS[function] for function in (E, Q)}
NUMBERS = tuple(map(Fraction, ("0", "1", "-1", "1/2", "5", "-3/7", "4.99", "1000", "-2.5")))
RATES = tuple(Fraction(text) for text in ("0.001", "1/4", "1/2", "0.8", "1", "1.2", "3"))


def exact(node: Node, values: dict[Node, Fraction]) -> Fraction:
    """The theory's value at a point; E′ by differentiating E."""
    recurrences = tuple(
        claim.recurrence
        for claim in SHELF.values()
        if isinstance(claim, Definition) and isinstance(claim.left, Element)
    )
    return rational(node, Point(values, LOSSES, recurrences))  # type: ignore[arg-type]


# Witnesses: each test is named after the definition that it is about


def witness_of_worked_example_loss() -> None:
    for weight in NUMBERS:
        assert exact(E(W), {W: weight}) == reference.worked_example_loss(weight)


def witness_of_quadratic_loss() -> None:
    rng = Random(0)
    for _ in range(50):
        weight, *others = (Fraction(rng.randint(-99, 99), rng.randint(1, 9)) for _ in range(4))
        values = dict(zip((W, a, c, d), (weight, *others), strict=True))
        assert exact(Q(W), values) == reference.quadratic_loss(weight, *others)  # type: ignore[arg-type]


def witness_of_gradient_descent() -> None:
    rule = SHELF["gradient-descent"]
    assert isinstance(rule, Optimizer)
    ((target, value),) = ((each.target, each.value) for each in rule.rules)
    assert target == theta and not rule.state
    for weight in NUMBERS:
        for rate in RATES:
            slope = Fraction(7, 3)
            ours = rational(value, Point({theta: weight, g: slope, eta: rate}))
            assert ours == reference.gradient_descent(weight, slope, rate)


def witness_of_gradient_descent_step() -> None:
    for start in NUMBERS:
        for rate in RATES:
            run = reference.trajectory(start, rate, 6, reference.worked_example_slope)
            ours = [exact(W_[i], {W_[0]: start, eta: rate}) for i in range(7)]
            assert ours == run


def test_derivative_is_the_limit_of_difference_quotients() -> None:
    definition = SHELF["derivative"]
    assert isinstance(definition, Definition)
    limit = definition.right
    assert isinstance(limit, Limit) and limit.variable == h and limit.point == as_node(0)
    # At every h its body is the slope of the chord of E from W to W + h …
    for weight in NUMBERS:
        for step in (Fraction(1, 3), Fraction(-2), Fraction(1, 10**6)):
            chord = reference.worked_example_loss(weight + step) - reference.worked_example_loss(
                weight
            )
            assert exact(limit.body, {W: weight, h: step}) == chord / step
    # … and the chords come as near to E′ as one likes: |chord − E′| ≤ K |h|, K the same for all h
    for weight in NUMBERS:
        slope = exact(E.prime(W), {W: weight})
        for step in (Fraction(sign, 10**k) for k in range(1, 12) for sign in (1, -1)):
            assert abs(exact(limit.body, {W: weight, h: step}) - slope) <= 2 * abs(step)


WITNESSES: dict[str, Callable[[], None]] = {
    "worked-example-loss": witness_of_worked_example_loss,
    "quadratic-loss": witness_of_quadratic_loss,
    "gradient-descent": witness_of_gradient_descent,
    "gradient-descent-step": witness_of_gradient_descent_step,
    "derivative": test_derivative_is_the_limit_of_difference_quotients,
}
DEFINED = [id for id, claim in SHELF.items() if isinstance(claim, (Definition, Optimizer))]


@pytest.mark.parametrize("id", DEFINED)
def test_definition_equals_its_witness(id: str) -> None:
    claim = SHELF[id]
    assert isinstance(claim, (Definition, Optimizer))
    file, name = claim.witness.split("::")
    if file.startswith("tests/reference"):
        assert callable(getattr(reference, name)), "the witness that it names exists"
    else:
        assert callable(globals()[name]), "the test that it names exists"
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
    body = DEFINITIONS[function].body  # type: ignore[index]
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
