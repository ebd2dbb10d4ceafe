"""Whole arrays at once: the same numbers as entry by entry, and refusals of what has no axes."""

from __future__ import annotations

import warnings

import numpy as np
import pytest

from nnmath.printing import NoCode, array_function, array_source, numpy_function, parameters
from nnmath.proof.indexed import product, total
from nnmath.proof.matrices import Ones
from nnmath.proof.nodes import EXP, LOG, Node
from nnmath.proof.piecewise import piecewise
from nnmath.theory import SHELF
from nnmath.theory.activation_vocabulary import a, gelu, relu, sigma, silu, z
from nnmath.theory.network_vocabulary import K, N, X, Y, Z, batch_logits, i, j, k, m, n, shifts
from nnmath.theory.network_vocabulary import W as weights

L = batch_logits
ENTRYWISE: list[tuple[Node, tuple]] = [
    (L[n, k], (n, k)),
    (shifts[n] * L[n, k], (n, k)),
    (L[n, k] / total(k, L[n, k] ** 2), (n, k)),
    (Y[n, k] * (L[n, k] - shifts[n]), (n, k)),
    (total(k, L[n, k] - shifts[n]), (n,)),
    (total(n, L[n, k] - shifts[n]), (k,)),
    (shifts[n] - total(m, shifts[m]), (n,)),
    (LOG(total(k, EXP(L[n, k] - shifts[n]))) + shifts[n], (n,)),
    (-total(n, total(k, Y[n, k] * L[n, k])) / N, ()),
    (total(n, total(k, Y[n, k]) * total(k, L[n, k])) / (N * K), ()),
    (total(n, shifts[n] / total(k, EXP(L[n, k]))), ()),
    (piecewise((0, L[n, k] < 0), (L[n, k], L[n, k] >= 0)) - shifts[n], (n, k)),
    (piecewise((1, L[n, k] < shifts[n]), (2, L[n, k] >= shifts[n])), (n, k)),
    (abs(L[n, k]) + EXP(-abs(L[n, k])) + LOG(1 + EXP(-abs(L[n, k]))), (n, k)),
]
REFUSED: list[tuple[Node, tuple]] = [
    (Y[m, k], (n, k)),
    (L[n, k] + L[m, k], (n, k)),
    (X[n, i] * weights[i, j], (n,)),
    (total(k, shifts[n]), (n,)),
    (total(k, L[n, k], 1, 2), (n,)),
    (product(k, L[n, k]), (n,)),
    (total(n, L[n, k]), (n, k)),
]


def numbers() -> dict:
    """Arrays of unequal sizes, with numbers of both signs."""
    draw = np.random.default_rng(3).normal
    return {L: draw(size=(5, 3)), Y: draw(size=(5, 3)), shifts: draw(size=5), Z: draw(size=(5, 4))}


@pytest.mark.parametrize("case", range(len(ENTRYWISE)))
def test_whole_array_equals_its_entries(case: int) -> None:
    node, axes = ENTRYWISE[case]
    arrays = numbers()
    given = tuple(each for each in (L, Y, shifts))
    whole = array_function(node, name="whole", parameters=given, axes=axes)
    single = numpy_function(node, name="single", parameters=(*given, *axes))
    found = whole(*(arrays[each] for each in given))
    sizes = {n: 5, k: 3}
    expected = np.zeros([sizes[axis] for axis in axes])
    for place in np.ndindex(expected.shape):
        indices = (each + 1 for each in place)
        expected[place] = single(*(arrays[each] for each in given), *indices)
    assert np.shape(found) == expected.shape
    np.testing.assert_allclose(found, expected, rtol=1e-13)


@pytest.mark.parametrize("case", range(len(REFUSED)))
def test_what_has_no_axes_of_its_own_is_refused(case: int) -> None:
    node, axes = REFUSED[case]
    with pytest.raises(NoCode):
        array_source(node, name="whole", parameters=(L, Y, shifts, X, weights), axes=axes)


def test_known_parts_are_arguments_and_repeated_ones_computed_once() -> None:
    slope = sigma(z) * (1 - sigma(z))
    source = array_source(slope, name="slope", parameters=(z,), known={"output": sigma(z)})
    assert source == "def slope(z, output):\n    return output * (1 - output)"
    stable = SHELF["sigmoid"].stable
    assert array_source(stable, name="value", parameters=(z,)).count("np.exp") == 1
    with pytest.raises(NoCode, match="sigmoid"):
        array_source(slope, name="slope", parameters=(z,), known={"output": relu(z)})


@pytest.mark.parametrize("id", ["relu", "leaky-relu", "step", "sigmoid", "softplus", "elu", "silu"])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_choices_keep_nan_and_dtype(id: str, dtype: type) -> None:
    claim = SHELF[id]
    body = claim.stable or claim.right
    body = body if id != "silu" else claim.stable
    constants = [each for each in parameters(body) if each != z]
    value = array_function(body, name="value", parameters=(z, *constants))
    places = np.array([np.nan, -800, -1, -0.0, 0, 1, 800], dtype)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = value(places, *(0.5 for _ in constants))
    assert found.dtype == dtype
    assert np.isnan(found).tolist() == [True, *[False] * 6]


def test_constants_alone_take_the_dtype_of_what_decides() -> None:
    slope = piecewise((a, z < 0), (1, z >= 0))
    value = array_function(slope, name="value", parameters=(z, a))
    found = value(np.array([-1, 1, np.nan], np.float32), 0.25)
    assert found.dtype == np.float32 and found[:2].tolist() == [0.25, 1] and np.isnan(found[2])


@pytest.mark.parametrize("case", range(len(ENTRYWISE)))
def test_results_go_into_the_array_that_is_there(case: int) -> None:
    node, axes = ENTRYWISE[case]
    arrays = [numbers()[each] for each in (L, Y, shifts)]
    settings = {"name": "whole", "parameters": (L, Y, shifts), "axes": axes}
    wanted = array_function(node, **settings)(*arrays)
    place = np.full(np.shape(wanted), np.nan)
    found = array_function(node, **settings, into="out")(*arrays, out=place)
    assert found is place
    np.testing.assert_array_equal(place, wanted)


def test_a_product_of_matrices_makes_no_other_array() -> None:
    source = array_source(X.T @ Z, name="product", parameters=(X, Z), into="out")
    assert source == "def product(X, Z, out):\n    return np.matmul(X.T, Z, out=out)"
    made = array_function(X.T @ Z, name="product", parameters=(X, Z), into="out")
    inputs, sums = np.arange(6.0).reshape(2, 3), np.arange(8.0).reshape(2, 4)
    np.testing.assert_array_equal(made(inputs, sums, out=np.empty((3, 4))), inputs.T @ sums)
    sums_of_rows = array_source(Z.T @ Ones(N), name="rows", parameters=(Z,), into="out")
    assert sums_of_rows.endswith("out[...] = Z.T.sum(axis=1)\n    return out")


def test_functions_without_formula_are_refused() -> None:
    for node in (gelu(z), silu.prime(z)):
        with pytest.raises(NoCode):
            array_source(node, name="value", parameters=(z,))
