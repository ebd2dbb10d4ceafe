"""Gradients of every network against its loss: complex steps and Richardson's extrapolation."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import nnmath
from nnmath.simulation import Network, SimulationError, check_gradients
from nnmath.simulation.activations import ACTIVATIONS

SMOOTH = [id for id in ACTIVATIONS if id != "softmax"]
LAST = {"categorical-cross-entropy": "softmax", "binary-cross-entropy": "sigmoid"}
LOSSES = ["mean-squared-error", *LAST]
INPUTS = np.random.default_rng(5).normal(size=(3, 3))
TARGETS = np.array([[1, 0], [0, 1], [1, 0]])


def network(activation: str, loss: str, hidden: tuple[int, ...], seed: int = 1, **more) -> Network:
    """A small network with one activation function up to the last layer."""
    last = LAST.get(loss, activation)
    made = Network((3, *hidden, 2), (*[activation] * len(hidden), last), loss, seed, **more)
    made.parameters = made.parameters + np.random.default_rng(seed).normal(
        scale=0.1, size=made.parameters.size
    )
    return made


@pytest.mark.parametrize("hidden", [(), (4,), (4, 3)], ids=len)
@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("activation", SMOOTH)
def test_gradients_agree_with_the_loss(activation: str, loss: str, hidden: tuple[int, ...]) -> None:
    made = network(activation, loss, hidden)
    methods = ["richardson"] if activation == "gelu" else ["complex-step", "richardson"]
    for method in methods:
        found = check_gradients(made, INPUTS, TARGETS, method=method)
        assert found.passed, f"{method}: {found}"


@pytest.mark.parametrize("method", ["complex-step", "richardson"])
@pytest.mark.parametrize("layer", [0, 1])
@pytest.mark.parametrize("part", ["weights", "biases"])
def test_a_wrong_gradient_is_found_and_named(method: str, layer: int, part: str) -> None:
    made = network("tanh", "categorical-cross-entropy", (4,))
    gradients = made.gradients(INPUTS, TARGETS)
    place = (2, 1) if part == "weights" else (1,)
    getattr(gradients.layers[layer], part)[place] += 1e-3
    found = check_gradients(made, INPUTS, TARGETS, method=method, gradients=gradients)
    assert not found.passed
    assert (found.layer, found.part, found.index) == (layer + 1, part, place)
    assert f"layer {layer + 1}, {part}[{', '.join(map(str, place))}]" in str(found)
    assert found.given - found.measured == pytest.approx(1e-3)


@pytest.mark.parametrize("slip", ["slope", "signals", "sum"])
def test_slips_in_backpropagation_are_found(slip: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = network("tanh", "mean-squared-error", (4, 3))
    model = made.model
    if slip == "slope":  # f′ of the activations instead of the pre-activations
        first = model.functions[0]
        wrong = replace(first, slope=lambda sums, outputs: first.slope(outputs, np.tanh(outputs)))
        made.model = replace(model, functions=(wrong, *model.functions[1:]))
    elif slip == "signals":  # the ½ of another convention
        own = model.loss.error_signals
        half = replace(model.loss, error_signals=lambda *args: own(*args) / 2)
        made.model = replace(model, loss=half)
    else:  # the mean over a batch instead of the sum
        from nnmath.simulation import backpropagation

        own_formula = backpropagation.formula
        mean = {"bias-gradient-matrix": lambda delta, out: delta.mean(axis=0, out=out)}
        monkeypatch.setattr(backpropagation, "formula", lambda id: mean.get(id) or own_formula(id))
    for method in ("complex-step", "richardson"):
        assert not check_gradients(made, INPUTS, TARGETS, method=method).passed


def test_gradients_of_float32_agree() -> None:
    made = network("sigmoid", "categorical-cross-entropy", (4,), dtype="float32")
    assert made.gradients(INPUTS, TARGETS).vector.dtype == np.float32
    assert check_gradients(made, INPUTS, TARGETS).passed


def test_nan_does_not_pass() -> None:
    made = network("tanh", "mean-squared-error", ())
    gradients = made.gradients(INPUTS, TARGETS)
    gradients.vector[3] = np.nan
    assert not check_gradients(made, INPUTS, TARGETS, gradients=gradients).passed


def test_bad_arguments_are_named() -> None:
    made = network("tanh", "mean-squared-error", ())
    with pytest.raises(SimulationError, match=r"method='complex-stp'.*did you mean 'complex-step'"):
        check_gradients(made, INPUTS, TARGETS, method="complex-stp")
    other = nnmath.Network((1, 1), ("identity",), "mean-squared-error").gradients([[1.0]], [1.0])
    with pytest.raises(SimulationError, match="gradients: 2 numbers; must be 8"):
        check_gradients(made, INPUTS, TARGETS, gradients=other)


def test_a_complex_step_through_gelu_is_refused() -> None:
    with pytest.raises(SimulationError, match=r"gelu.*richardson"):
        check_gradients(network("gelu", "mean-squared-error", ()), INPUTS, TARGETS)
