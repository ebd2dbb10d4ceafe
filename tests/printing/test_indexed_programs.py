"""Programs with arrays compute what the kernel reads in the formula."""

from __future__ import annotations

import math
import warnings
from dataclasses import replace
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from nnmath.printing import javascript, numpy_function, numpy_source, parameters, plain
from nnmath.printing.names import Parameter
from nnmath.proof.ball_arithmetic import digits
from nnmath.proof.balls import ball
from nnmath.proof.fuel import full_tank
from nnmath.proof.indexed import ONE, Kronecker, Tensor, total
from nnmath.proof.indexed import product as repeated
from nnmath.proof.matrices import Diagonal, Hadamard, Identity, Ones, Shape, entry, index_of, shape
from nnmath.proof.nodes import ABS, EXP, SQRT, TANH, Node, Variable, as_node
from nnmath.proof.piecewise import piecewise
from nnmath.proof.point import CannotEvaluate, Point
from nnmath.proof.special import ERF
from nnmath.proof.statements import between
from nnmath.proof.substitution import Place, substitute
from nnmath.proof.tree import walk
from tests.printing.engine import NodeProcess
from tests.printing.indexed_trees import indexed
from tests.printing.letters import (
    A,
    L,
    M,
    N,
    S,
    V,
    X,
    Y,
    error,
    eta,
    i,
    j,
    layer,
    n,
    path,
    t,
    u,
    v,
    y,
    z,
)
from tests.printing.matrix_trees import SHAPES, matrices

SIZES = {N: 2, M: 3, L: 2}
NUMBERS: dict[Place, Fraction] = {eta: Fraction(5, 4), error[()]: Fraction(3, 4)}


def arrays(seed: int) -> dict[Tensor, np.ndarray]:
    """An array for each tensor; eighths, which floating point holds exactly."""
    rng = np.random.default_rng(seed)
    return {
        tensor: rng.integers(-12, 13, [SIZES[Variable(s)] for s in tensor.symbol.shape]) / 8
        for tensor in (X, Y, V, S, u, v, y, z, A)
    }


def point_of(values: dict[Tensor, np.ndarray]) -> Point:
    """The same values for the kernel."""
    found: dict[Place, Fraction] = {size: Fraction(value) for size, value in SIZES.items()}
    for tensor, array in values.items():
        for place in np.ndindex(array.shape):
            found[tensor[tuple(as_node(at + 1) for at in place)]] = Fraction(float(array[place]))
    return Point({**found, **NUMBERS})


def read_by_the_kernel(node: Node, point: Point) -> float:
    """The value by ball arithmetic.

    Raises:
        CannotEvaluate: It has none, or one that floating point may miss by far.
    """
    with full_tank(), digits():
        value = ball(node, point)
    if not abs(value) < 1e6:
        raise CannotEvaluate("large")
    return float(value.mid())


def argument(parameter: Parameter, values: dict[Tensor, np.ndarray]) -> np.ndarray | float:
    """What a function is called with."""
    if isinstance(parameter, Tensor):
        return values[parameter] if parameter in values else float(NUMBERS[parameter[()]])
    return SIZES[parameter] if parameter in SIZES else float(NUMBERS[parameter])


def assert_programs_give(
    node_process: NodeProcess,
    node: Node,
    expected: object,
    values: dict[Tensor, np.ndarray],
) -> None:
    """NumPy and JavaScript, called with arrays and with the sizes that no array tells."""
    needed = parameters(node)
    sizes = {Variable(s) for p in needed if isinstance(p, Tensor) for s in p.symbol.shape}
    assert not sizes & {*needed}
    arguments = [argument(each, values) for each in needed]
    source = numpy_source(node, name="f", parameters=needed)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = numpy_function(node, name="f", parameters=needed)(*arguments)
    assert np.shape(found) == np.shape(expected), source
    np.testing.assert_allclose(found, expected, rtol=1e-7, atol=1e-7, err_msg=source)
    script = javascript(node, name="f", parameters=needed)
    (ran,) = node_process.values(script, [tuple(np.asarray(each).tolist() for each in arguments)])
    np.testing.assert_allclose(ran, expected, rtol=1e-7, atol=1e-7, err_msg=script)


@given(node=indexed(4), seed=st.integers(0, 9))
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_sums_are_what_the_kernel_reads(node_process: NodeProcess, node: Node, seed: int) -> None:
    values = arrays(seed)
    try:
        expected = read_by_the_kernel(node, point_of(values))
    except CannotEvaluate:
        assume(False)
    assert_programs_give(node_process, node, expected, values)


factors = st.sampled_from((as_node("3/2"), as_node(-2), eta, 1 + y.T @ y, total(i, u[i] ** 2) + 1))


def entries(node: Node, point: Point) -> np.ndarray:
    """All entries of a matrix as the kernel reads them; a vector has one axis."""
    sizes = shape(node)
    places: list[Node] = []
    for size in sizes:
        beside = (node, *places)
        places.append(index_of(size.symbol, beside) if isinstance(size, Variable) else ONE)
    read = entry(node, *places)
    counts = [range(1, SIZES[size] + 1) if size in SIZES else (1,) for size in sizes]
    found = [
        read_by_the_kernel(
            substitute(read, dict(zip(places, map(as_node, at), strict=True))), point
        )
        for at in product(*counts)
    ]
    return np.reshape(found, [SIZES[size] for size in sizes if size in SIZES])


@pytest.mark.parametrize("of", SHAPES, ids=lambda of: " × ".join(plain(size) for size in of))
@given(data=st.data(), seed=st.integers(0, 9))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_matrices_are_what_the_kernel_reads(
    node_process: NodeProcess, of: Shape, data: st.DataObject, seed: int
) -> None:
    node, values = data.draw(matrices(of, 2, factors, (TANH, ABS))), arrays(seed)
    try:
        expected = entries(node, point_of(values))
    except CannotEvaluate:
        assume(False)
    assert_programs_give(node_process, node, expected, values)


@given(
    node=indexed(3) | st.sampled_from(SHAPES).flatmap(lambda of: matrices(of, 2, factors, (TANH,)))
)
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_float32_stays_float32(node: Node) -> None:
    needed = parameters(node)
    assume(any(isinstance(part, Tensor) for part in walk(node)))
    sizes = {Variable(s) for p in needed if isinstance(p, Tensor) for s in p.symbol.shape}
    assume(not {*SIZES} & {*needed} and sizes)
    single = {tensor: array.astype(np.float32) for tensor, array in arrays(0).items()}
    arguments = [np.float32(argument(each, single)) for each in needed]
    with np.errstate(all="ignore"):
        found = numpy_function(node, name="f", parameters=needed)(*arguments)
    source = numpy_source(node, name="f", parameters=needed)
    # A sum without terms is a number of Python's, which upcasts nothing either
    assert not isinstance(found, (np.ndarray, np.generic)) or found.dtype == np.float32, source


AS_CODE = (
    (total(i, X[n, i] * u[i]), "sum(X[n - 1, i - 1] * inputs[i - 1] for i in range(1, M + 1))"),
    (total(i, u[i + 1] - u[i], 1, M - 1), "sum(inputs[i] - inputs[i - 1] for i in range(1, M))"),
    (repeated(j, u[j], 2, 3), "math.prod(inputs[j - 1] for j in range(2, 4))"),
    (Kronecker(i, j) * u[i], "int(i == j) * inputs[i - 1]"),
    (A[layer, n, i + 1] ** 2, "outputs[l - 1, n - 1, i]**2"),
    (2 * error[()], "2 * E"),
    (path[t + 1, i] - path[0, i], "p[t + 1, i - 1] - p[0, i - 1]"),
    (X @ S + Ones(N) @ v.T, "X @ S + bias"),
    (X + y @ Ones(M).T, "X + y[:, None]"),
    (Ones(N).T @ X, "X.sum(axis=0)"),
    (X @ Ones(M), "X.sum(axis=1)"),
    (u.T @ Ones(M), "inputs.sum()"),
    (Ones(N) - y, "1 - y"),
    (Diagonal(u) - u @ u.T, "np.diag(inputs) - np.outer(inputs, inputs)"),
    (S + eta * Identity(M), "S + learning_rate * np.eye(M, dtype=S.dtype)"),
    (X.T @ (X @ u - y) / N, "X.T @ (X @ inputs - y) / N"),
    (Hadamard((X @ S, EXP(X))), "X @ S * np.exp(X)"),
    (SQRT(u.T @ u), "np.sqrt(inputs @ inputs)"),
)


@pytest.mark.parametrize(("node", "expected"), AS_CODE, ids=[plain(node) for node, _ in AS_CODE])
def test_code_reads_as_an_author_would_write_it(node: Node, expected: str) -> None:
    *_, last = numpy_source(node, name="f", parameters=parameters(node)).splitlines()
    assert last == f"    return {expected}"


def test_sizes_come_from_the_arrays() -> None:
    mean = total(n, y[n]) / N
    assert numpy_source(mean, name="mean", parameters=parameters(mean)) == (
        "def mean(y):\n    N = y.shape[0]\n    return sum(y[n - 1] for n in range(1, N + 1)) / N"
    )
    assert javascript(mean, name="mean", parameters=parameters(mean)) == (
        "function mean(y) { const N = y.length; return Array.from({ length: N }, (_, n) => n + 1)"
        ".map((n) => y[n - 1]).reduce((a, b) => a + b, 0) / N; }"
    )
    assert parameters(total(n, n)) == (N,)


def test_a_bound_index_hides_nothing() -> None:
    other = Variable(replace(eta.symbol, id="other", code="i"))
    node = other * total(i, u[i] * other)
    source = numpy_source(node, name="f", parameters=parameters(node))
    assert source.splitlines()[0] == "def f(i, inputs):"
    assert "inputs[i_2 - 1] * i for i_2 in" in source


def test_cases_inside_sums(node_process: NodeProcess) -> None:
    positive = total(i, piecewise((u[i], u[i] > 0), (0, u[i] <= 0)))
    count = total(i, piecewise((1, u[i] > 0), (0, u[i] <= 0)))
    first = total(i, piecewise((u[i], i <= 2), (0, i > 2)))
    tail = total(i, piecewise((1, i <= 2), (0, i > 2)))
    values = [-1.5, 2.0, 0.25]
    for node, expected in ((positive, 2.25), (count, 2), (first, 0.5), (tail * u[1], -3)):
        function = numpy_function(node, name="f", parameters=(u,))
        for dtype in (np.float32, np.float64):
            found = function(np.array(values, dtype))
            assert found == expected and found.dtype == dtype
        source = javascript(node, name="f", parameters=(u,))
        assert node_process.values(source, [(values,)]) == [expected]


def test_the_error_function_of_a_matrix() -> None:
    function = numpy_function(ERF(X), name="f", parameters=(X,))
    for dtype in (np.float32, np.float64):
        found = function(np.array([[0, 1, -1]], dtype))
        assert found.dtype == dtype
        np.testing.assert_allclose(found, [[0, math.erf(1), -math.erf(1)]], rtol=1e-6)


def test_conditions_with_vectors(node_process: NodeProcess) -> None:
    condition = between(0, u.T @ v, 1)
    needed = parameters(condition)
    source = javascript(condition, name="f", parameters=needed)
    function = numpy_function(condition, name="f", parameters=needed)
    for left, right, holds in (([1.0, 2.0], [0.25, 0.25], True), ([1.0, 2.0], [1.0, 1.0], False)):
        assert function(np.array(left), np.array(right)) == holds
        assert node_process.values(source, [(left, right)]) == [holds]
