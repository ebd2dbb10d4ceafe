"""What is not allowed is refused before any work, in one line that names it."""

from __future__ import annotations

import numpy as np
import pytest

import nnmath
from nnmath.simulation import Network, SimulationError

X = np.zeros((5, 3))
LABELS = np.array([0, 1, 1, 0, 1])
ONE_HOT = np.eye(2)[LABELS]
DESCENT = nnmath.optimizer("gradient-descent", learning_rate=0.1)
SOFTMAX = (("tanh", "softmax"), "categorical-cross-entropy")


def changed(array: np.ndarray, place: tuple, value: float) -> np.ndarray:
    """The array with one entry replaced."""
    copy = array.astype(float)
    copy[place] = value
    return copy


def build(sizes=(3, 4, 2), activations=SOFTMAX[0], loss=SOFTMAX[1], *more, **options) -> Network:
    """A network with an argument out of order."""
    return Network(sizes, activations, loss, *more, **options)


def fit(X=X, Y=LABELS, **options):
    """A training with an argument out of order; it must not have begun."""
    network = build()
    before = network.parameters
    try:
        return network.fit(X, Y, **{"optimizer": DESCENT, **options})
    finally:
        assert np.array_equal(before, network.parameters)


CASES = [
    (lambda: build(sizes=(3,)), r"sizes=\(3,\): must be two"),
    (lambda: build(sizes="34"), "sizes='34': must be two"),
    (lambda: build(sizes=(3, 0, 2)), r"sizes\[1\]=0: must be a whole number, 1 or more"),
    (lambda: build(sizes=(3, -4, 2)), r"sizes\[1\]=-4"),
    (lambda: build(sizes=(3, 4.0, 2)), r"sizes\[1\]=4.0: must be a whole number"),
    (lambda: build(sizes=(3, True, 2)), r"sizes\[1\]=True"),
    (lambda: build(activations=("tanh",)), r"activations=\('tanh',\): must be 2 names"),
    (lambda: build(activations="tanh"), "activations='tanh': must be 2 names"),
    (lambda: build(activations=("sigmiod", "softmax")), "did you mean 'sigmoid'"),
    (lambda: build(activations=("maxout", "softmax")), "activations='maxout': unknown"),
    (lambda: build(activations=("softmax", "softmax")), "'softmax' may only stand last"),
    (lambda: build(loss="categorical-crossentropy"), "did you mean 'categorical-cross-entropy'"),
    (lambda: build(activations=("tanh", "tanh")), "goes with 'softmax'.*not 'tanh'"),
    (lambda: build(loss="binary-cross-entropy"), "goes with 'sigmoid'.*not 'softmax'"),
    (lambda: build(loss="mean-squared-error"), "behind 'softmax' only"),
    (lambda: build(initialiser="xavier-norma"), "initialiser='xavier-norma'.*'xavier-normal'"),
    (lambda: build(dtype="float16"), "dtype='float16': unknown"),
    (lambda: build(dtype="number"), "dtype='number': unknown"),
    (lambda: build(SOFTMAX and (3, 4, 2), *SOFTMAX, -1), "seed=-1: must be a whole number"),
    (lambda: build(SOFTMAX and (3, 4, 2), *SOFTMAX, "a"), "seed='a': must be a whole number"),
    (lambda: build().forward(np.zeros((5, 4))), r"X: shape \(5, 4\); must be \(samples, 3\)"),
    (lambda: build().forward(np.zeros(3)), r"X: shape \(3,\)"),
    (lambda: build().forward(np.zeros((0, 3))), r"X: shape \(0, 3\).*one sample or more"),
    (lambda: build().forward([[1, 2, 3], [1, 2]]), "X: rows of different length"),
    (lambda: build().forward([["a", "b", "c"]]), "X: dtype <U1; must be .* real numbers"),
    (lambda: build().forward(np.zeros((5, 3), complex)), "X: dtype complex128"),
    (lambda: build().forward(changed(X, (2, 1), np.nan)), r"X\[2, 1\]=nan: must be finite"),
    (lambda: build().forward(changed(X, (4, 0), -np.inf)), r"X\[4, 0\]=-inf: must be finite"),
    (lambda: build().loss(X, LABELS[:4]), "Y: 4 labels; must be 5"),
    (lambda: build().loss(X, LABELS + 1), r"Y\[1\]=2: must be a class number, 0 to 1"),
    (lambda: build().loss(X, LABELS - 1), r"Y\[0\]=-1: must be a class number"),
    (lambda: build().loss(X, LABELS + 0.5), r"Y: shape \(5,\).*or class numbers, \(5,\)"),
    (lambda: build().loss(X, np.zeros((5, 3))), r"Y: shape \(5, 3\); must be \(5, 2\)"),
    (lambda: build().loss(X, changed(ONE_HOT, (3, 0), 2)), r"Y\[3, 0\]=2.0: must be from 0 to 1"),
    (lambda: build().loss(X, changed(ONE_HOT, (3, 1), 0.5)), r"Y\[3\]: adds up to 1.5"),
    (lambda: build().loss(X, changed(ONE_HOT, (3, 1), np.nan)), r"Y\[3, 1\]=nan: must be finite"),
    (lambda: setattr(build(), "parameters", [1.0]), r"parameters: shape \(1,\); must be \(26,\)"),
    (lambda: setattr(build(), "parameters", [np.nan] * 26), r"parameters\[0\]=nan"),
    (lambda: fit(batch_size=0), "batch_size=0: must be a whole number, 1 or more"),
    (lambda: fit(batch_size=2.5), "batch_size=2.5"),
    (lambda: fit(epochs=0), "epochs=0: must be a whole number, 1 or more"),
    (lambda: fit(epochs="3"), "epochs='3'"),
    (lambda: fit(seed=-1), "seed=-1"),
    (lambda: fit(keep="step"), "keep='step'.*did you mean 'steps'"),
    (lambda: fit(optimizer="sgd"), "optimizer='sgd': must come from nnmath.optimizer"),
    (lambda: fit(X=changed(X, (0, 0), np.nan)), r"X\[0, 0\]=nan"),
    (lambda: fit(Y=LABELS + 5), r"Y\[0\]=5"),
    (lambda: fit(mask=np.ones(25)), "mask: must be 26 numbers, each 0 or 1"),
    (lambda: fit(mask=np.full(26, 0.5)), "mask: must be 26 numbers, each 0 or 1"),
    (lambda: fit(validation=X), "validation: must be a pair"),
    (lambda: fit(validation=(X, LABELS + 5)), r"validation\[1\]\[0\]=5"),
    (lambda: fit(validation=(X[:, :2], LABELS)), r"validation\[0\]: shape \(5, 2\)"),
]


@pytest.mark.parametrize(("call", "message"), CASES, ids=[message for _, message in CASES])
def test_bad_arguments_are_named(call, message: str) -> None:
    with pytest.raises(SimulationError, match=message) as caught:
        call()
    assert "\n" not in str(caught.value) and len(str(caught.value)) < 160


def test_what_lies_deep_in_the_data_is_found() -> None:
    inputs = np.zeros((10_000, 3), np.float32)
    inputs[9_000, 2] = np.inf
    with pytest.raises(SimulationError, match=r"X\[9000, 2\]=inf"):
        build().forward(inputs)
    # Finite numbers whose sum is not
    build(dtype="float32").forward(np.full((9, 3), 3e38, np.float32) / 4)
    labels = np.zeros(10_000, int)
    labels[8_000] = 7
    with pytest.raises(SimulationError, match=r"Y\[8000\]=7"):
        build().loss(np.zeros((10_000, 3)), labels)
