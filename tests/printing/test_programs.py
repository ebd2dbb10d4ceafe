"""Printed programs compute what was written."""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable
from itertools import product

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from nnmath.printing import javascript, latex, numpy_function, numpy_source, plain
from nnmath.printing.display import is_numeric
from nnmath.proof.nodes import (
    ABS,
    EXP,
    LOG,
    SQRT,
    TANH,
    Add,
    Apply,
    Divide,
    Multiply,
    Negate,
    Node,
    Number,
    Power,
    as_node,
)
from nnmath.proof.piecewise import Piecewise, piecewise
from nnmath.proof.special import COS, ERF, PI
from nnmath.proof.statements import And, Iff, Implies, Not, Or, between, equal, unequal
from nnmath.proof.tree import children, walk
from tests.printing.engine import NodeProcess
from tests.printing.letters import W_, W, a, c, d, eta, t, x
from tests.printing.trees import numbers, several

exponents = st.sampled_from(("0", "1", "2", "3", "-1", "1/2")).map(as_node)


def computable(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """Nodes that a program computes."""
    return st.one_of(
        st.builds(Add, several(inner)),
        st.builds(Multiply, several(inner)),
        st.builds(Negate, inner),
        st.builds(Divide, inner, inner),
        st.builds(Power, inner, exponents | st.just(t)),
        st.builds(Apply, st.sampled_from((EXP, LOG, SQRT, ABS, TANH, ERF, COS)), st.tuples(inner)),
        st.builds(two_cases, inner, inner, inner, inner),
    )


def two_cases(one: Node, other: Node, left: Node, right: Node) -> Node:
    """One value where left < right, the other elsewhere."""
    return piecewise((one, left < right), (other, left >= right))


programs = st.recursive(numbers | st.sampled_from((x, a, W_[t])), computable, max_leaves=10)
PARAMETERS = (x, a, W_[t], t)
POINTS = tuple(product((-1.5, 0.25, 3.0), (-0.75, 2.0), (0.5, -4.0), (0, 3)))

RULES: dict[type, Callable[..., float]] = {
    Add: lambda *values: math.fsum(values),
    Multiply: lambda *values: math.prod(values),
    Negate: lambda value: -value,
    Divide: lambda left, right: left / right,
    Power: lambda base, exponent: math.pow(base, exponent),
}
ELEMENTARY = {
    EXP: math.exp,
    LOG: math.log,
    SQRT: math.sqrt,
    ABS: abs,
    TANH: math.tanh,
    ERF: math.erf,
    COS: math.cos,
}


def computed(node: Node, point: dict[Node, float]) -> float:
    """The value straight from the tree: the witness for both programs.

    Raises:
        ArithmeticError, ValueError: It has none, or an ill-conditioned one.
    """
    if isinstance(node, Number):
        return float(node.value)
    if node == PI:
        return math.pi
    if node in point:
        return point[node]
    if isinstance(node, Piecewise):
        for part in (part for value in node.values for part in walk(value)):
            if is_numeric(part):  # log 0 has no value in any case: nobody writes it
                computed(part, point)
        left, right = (computed(side, point) for side in children(node)[2:4])
        if abs(left - right) < 1e-9:
            raise ArithmeticError("too near to where the cases meet")
        return computed(node.values[0 if left < right else 1], point)
    values = [computed(child, point) for child in children(node)]
    rule = ELEMENTARY[node.function] if isinstance(node, Apply) else RULES[type(node)]
    value = float(rule(*values))
    # Beyond these, rounding differs between libraries by more than a wrong bracket would
    if not (abs(value) < 1e6 and (not isinstance(node, Divide) or abs(values[1]) > 1e-3)):
        raise ArithmeticError("ill-conditioned")
    return value


def tame(node: Node) -> list[tuple[float, ...]]:
    """The points where the value is defined and well-conditioned."""
    found = []
    for point in POINTS:
        try:
            computed(node, dict(zip(PARAMETERS, point, strict=True)))
        except (ArithmeticError, ValueError):
            continue
        found.append(point)
    return found


@given(node=programs)
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_programs_compute_the_tree(node_process: NodeProcess, node: Node) -> None:
    points = tame(node)
    assume(points)
    function = numpy_function(node, name="f", parameters=PARAMETERS)
    source = javascript(node, name="f", parameters=PARAMETERS)
    expected = [computed(node, dict(zip(PARAMETERS, point, strict=True))) for point in points]
    columns = [np.array(column) for column in zip(*points, strict=True)]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = np.broadcast_to(function(*columns), len(points))
    # Loose on purpose: cancellation may cost digits, a wrong bracket or sign costs all of them
    np.testing.assert_allclose(found, expected, rtol=1e-6, atol=1e-6, err_msg=plain(node))
    ran = node_process.values(source, points)
    np.testing.assert_allclose(ran, expected, rtol=1e-6, atol=1e-6, err_msg=source)


@given(node=programs)
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_float32_stays_float32(node: Node) -> None:
    points = tame(node)
    assume(points and any(part in (x, a, W_[t]) for part in walk(node)))
    function = numpy_function(node, name="f", parameters=PARAMETERS)
    columns = [np.array(column, dtype=np.float32) for column in zip(*points, strict=True)]
    assert function(*columns).dtype == np.float32, numpy_source(
        node, name="f", parameters=PARAMETERS
    )


EXACT = (
    W_[t] - eta * 2 * W_[t],
    (1 - 2 * eta) ** t * W_[0],
    a * (W - c) ** 2 + d,
    as_node("0.1") * W + as_node("1/3"),
    -(W**2),
    W - (-3),
)
EXACT_PARAMETERS = (W, W_[t], W_[0], eta, t, a, c, d)


@pytest.mark.parametrize("node", EXACT, ids=latex)
def test_both_programs_give_the_same_numbers(node_process: NodeProcess, node: Node) -> None:
    """The book's own formulas agree to 4 units in the last place: V8 and C raise differently."""
    points = list(
        product((-3.0, 5.0), (2.5,), (7.0,), (0.001, 0.8), (0, 13), (4.0,), (-1.0,), (0.3,))
    )
    function = numpy_function(node, name="f", parameters=EXACT_PARAMETERS)
    ran = node_process.values(javascript(node, name="f", parameters=EXACT_PARAMETERS), points)
    found = [float(function(*point)) for point in points]
    np.testing.assert_array_max_ulp(np.array(ran, dtype=float), np.array(found), maxulp=4)


CONDITIONS = (
    (between(0, eta, 1, closed="high"), lambda value: 0 < value <= 1),
    (equal(eta, "1/2"), lambda value: value == 0.5),
    (unequal(eta, "1/2"), lambda value: value != 0.5),
    (And((eta > 0, Not(eta > 1))), lambda value: value > 0 and not value > 1),
    (Or((eta < 0, eta >= 1)), lambda value: value < 0 or value >= 1),
    (Implies(eta > 0, eta > 1), lambda value: not value > 0 or value > 1),
    (Iff(eta > 0, eta <= 1), lambda value: (value > 0) == (value <= 1)),
)


@pytest.mark.parametrize(("condition", "holds"), CONDITIONS, ids=[plain(c) for c, _ in CONDITIONS])
def test_conditions_are_vectorised_booleans(
    node_process: NodeProcess, condition: object, holds: Callable[[float], bool]
) -> None:
    values = [-1.0, 0.0, 0.25, 0.5, 1.0, 1.5]
    function = numpy_function(condition, name="f", parameters=(eta,))
    found = function(np.array(values))
    assert found.dtype == bool
    assert found.tolist() == [holds(value) for value in values]
    source = javascript(condition, name="f", parameters=(eta,))
    assert node_process.values(source, [(value,) for value in values]) == found.tolist()


def test_stable_forms_run_clean_far_out() -> None:
    u = EXP(-abs(x))
    softplus = (x + abs(x)) / 2 + LOG(1 + u)
    function = numpy_function(softplus, name="softplus", parameters=(x,))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = function(np.array([-700.0, 0.0, 800.0]))
    np.testing.assert_allclose(found, [math.exp(-700), math.log(2), 800.0], rtol=1e-15)


def test_cases_run_clean_where_they_do_not_hold(node_process: NodeProcess) -> None:
    for inside, outside, at, wanted in (
        (LOG(x), 0, (-1.0, 0.0, 1.0), [0, 0, 0]),
        (1 / x, 5, (-1.0, 0.0, 0.5), [5, 5, 2]),
        (SQRT(x), x, (-800.0, 0.0, 4.0), [-800, 0, 2]),
        (EXP(-x), EXP(-abs(x)), (-800.0, 0.0, 800.0), [0, 1, 0]),
    ):
        node = piecewise((inside, x > 0), (outside, x <= 0))
        source = javascript(node, name="f", parameters=(x,))
        np.testing.assert_allclose(node_process.values(source, [(v,) for v in at]), wanted)
        for dtype in (np.float32, np.float64):
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                found = numpy_function(node, name="f", parameters=(x,))(np.array(at, dtype))
            np.testing.assert_allclose(found, wanted)
            assert found.dtype == dtype


def test_small_differences_keep_their_digits(node_process: NodeProcess) -> None:
    tiny = 1e-12
    for node in (LOG(1 + x), EXP(x) - 1):
        function = numpy_function(node, name="f", parameters=(x,))
        (ran,) = node_process.values(javascript(node, name="f", parameters=(x,)), [(tiny,)])
        for found in (float(function(tiny)), ran):
            assert abs(found - tiny) < 1e-20, "log(1 + u) and e^u − 1 with all digits"


def test_the_error_function(node_process: NodeProcess) -> None:
    points = [k / 16 for k in range(-128, 129)] + [-800.0, 800.0, 1e-9]
    wanted = np.array([math.erf(point) for point in points])
    source = javascript(ERF(x), name="f", parameters=(x,))
    ran = node_process.values(source, [(point,) for point in points])
    # Five units in the last place
    np.testing.assert_allclose(np.array(ran, dtype=float), wanted, rtol=0, atol=1.2e-15)
    function = numpy_function(ERF(x), name="f", parameters=(x,))
    for dtype, off in ((np.float64, 1e-16), (np.float32, 1e-7)):
        found = function(np.array(points, dtype))
        assert found.dtype == dtype
        np.testing.assert_allclose(found, wanted, rtol=0, atol=off)


def test_what_is_in_no_case_is_no_number(node_process: NodeProcess) -> None:
    step = piecewise((0, x < 0), (1, x >= 0))
    function = numpy_function(step, name="step", parameters=(x,))
    for dtype in (np.float32, np.float64):
        found = function(np.array([-800, 0, 800, np.nan], dtype))
        assert found.dtype == dtype
        np.testing.assert_array_equal(found, [0, 1, 1, np.nan])
    source = javascript(step, name="step", parameters=(x,))
    assert node_process.values(source, [(-800.0,), (0.0,)]) == [0, 1]
    assert node_process.values(f"() => ({source})(NaN)", [()]) == [None], "NaN, as JSON has it"
    assert function(3.0) == 1 and function(-3) == 0


def test_constants_upcast_nothing() -> None:
    one = np.float32(1)
    for node in (SQRT(2) * x, EXP(1) * x, x / 3, as_node("0.1") * x, abs(as_node(-2)) * x):
        assert numpy_function(node, name="f", parameters=(x,))(one).dtype == np.float32
    steps = np.arange(100)
    assert numpy_function(as_node(3) ** t, name="f", parameters=(t,))(steps)[-1] == 3.0**99


def test_names_in_code() -> None:
    node = W_[t + 1] - W_[t] + W_[0]
    source = numpy_source(node, name="change", parameters=(W_[t + 1], W_[t], W_[0]))
    assert source == "def change(W_next, W_t, W_0):\n    return W_next - W_t + W_0"
    with pytest.raises(ValueError, match="both be named 'W'"):
        numpy_source(W, name="f", parameters=(W, W))
