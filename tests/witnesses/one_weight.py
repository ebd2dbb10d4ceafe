"""Witnesses of gradient descent with one weight."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random

from nnmath.proof.nodes import Limit, Node, as_node
from nnmath.proof.point import Point
from nnmath.proof.rationals import rational
from nnmath.theory.vocabulary import W_, E, W, a, c, d, eta, g, h, theta
from tests.reference import gradient_descent as reference
from tests.witnesses.shelf import MEANINGS, definition, optimizer

NUMBERS = tuple(map(Fraction, ("0", "1", "-1", "1/2", "5", "-3/7", "4.99", "1000", "-2.5")))
RATES = tuple(Fraction(text) for text in ("0.001", "1/4", "1/2", "0.8", "1", "1.2", "3"))


def exact(node: Node, values: dict[Node, Fraction]) -> Fraction:
    """The theory's value at a point; E′ by differentiating E."""
    steps = (definition("gradient-descent-step").recurrence,)
    return rational(node, Point(values, MEANINGS, steps))  # type: ignore[arg-type]


def worked_example_loss() -> None:
    for weight in NUMBERS:
        assert exact(
            definition("worked-example-loss").right, {W: weight}
        ) == reference.worked_example_loss(weight)


def quadratic_loss() -> None:
    rng = Random(0)
    for _ in range(50):
        weight, *others = (Fraction(rng.randint(-99, 99), rng.randint(1, 9)) for _ in range(4))
        values = dict(zip((W, a, c, d), (weight, *others), strict=True))
        assert exact(definition("quadratic-loss").right, values) == reference.quadratic_loss(
            weight, *others
        )  # type: ignore[arg-type]


def gradient_descent() -> None:
    rule = optimizer("gradient-descent")
    ((target, value),) = ((each.target, each.value) for each in rule.rules)
    assert target == theta and not rule.state
    for weight in NUMBERS:
        for rate in RATES:
            slope = Fraction(7, 3)
            ours = rational(value, Point({theta: weight, g: slope, eta: rate}))
            assert ours == reference.gradient_descent(weight, slope, rate)


def gradient_descent_step() -> None:
    for start in NUMBERS:
        for rate in RATES:
            run = reference.trajectory(start, rate, 6, reference.worked_example_slope)
            ours = [exact(W_[i], {W_[0]: start, eta: rate}) for i in range(7)]
            assert ours == run


def limit_of_difference_quotients() -> None:
    limit = definition("derivative").right
    assert isinstance(limit, Limit) and limit.variable == h and limit.point == as_node(0)
    # At every h its body is the slope of the chord of E from W to W + h …
    for weight in NUMBERS:
        for step in (Fraction(1, 3), Fraction(-2), Fraction(1, 10**6)):
            ahead, here = map(reference.worked_example_loss, (weight + step, weight))
            chord = ahead - here
            assert exact(limit.body, {W: weight, h: step}) == chord / step
    # … and the chords come as near to E′ as one likes: |chord − E′| ≤ K |h|, K the same for all h
    for weight in NUMBERS:
        slope = exact(E.prime(W), {W: weight})
        for step in (Fraction(sign, 10**k) for k in range(1, 12) for sign in (1, -1)):
            assert abs(exact(limit.body, {W: weight, h: step}) - slope) <= 2 * abs(step)


WITNESSES: dict[str, Callable[[], None]] = {
    "worked-example-loss": worked_example_loss,
    "quadratic-loss": quadratic_loss,
    "gradient-descent": gradient_descent,
    "gradient-descent-step": gradient_descent_step,
    "derivative": limit_of_difference_quotients,
}
