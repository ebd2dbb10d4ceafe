"""Every layer that frameworks have, with what comes back through it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any

import numpy as np

from nnmath.proof.nodes import Derivative
from nnmath.simulation.activations import SOFTMAX, activation
from nnmath.simulation.formulas import written
from nnmath.theory.batch_normalization import SLOPES, SLOPES_BY_VALUE, E, n, p, y
from nnmath.theory.dropout import INVERTED
from nnmath.theory.layer_normalization import j
from nnmath.theory.network_vocabulary import j as units
from nnmath.theory.network_vocabulary import k
from tests.frameworks.cells import Cell, Quantities, asked, by_names

GENERATOR = np.random.default_rng(3)
INPUTS, SIGNAL = GENERATOR.normal(size=(5, 3)), GENERATOR.normal(size=(5, 3))
WEIGHTS, BIASES, OUT = (GENERATOR.normal(size=size) for size in ((3, 2), 2, (5, 2)))
SCALES, SHIFTS, MEANS = (GENERATOR.normal(size=3) for _ in range(3))
VARIANCES, LENGTHS = GENERATOR.random(3), GENERATOR.normal(size=5)
EPSILON, RATE = 0.02, 0.25
AXIS = {"batch": n, "layer": j}
BACK = {"back": Derivative(E[()], y[p]), "mean_back": SLOPES, "mean_back_u": SLOPES_BY_VALUE}

CALLED = "torch.func.functional_call"
LAYERS = {
    "fully-connected-layer": {
        "pytorch": f"{CALLED}(torch.nn.Linear(3, 2), "
        "dict(weight=weights.T, bias=biases), (inputs,))",
        "keras": "applied(keras.layers.Dense(2), inputs, weights, biases)",
    },
    "batch-normalization": {
        "pytorch": f"{CALLED}(torch.nn.BatchNorm1d(3, eps=epsilon), "
        "dict(weight=scales, bias=shifts), (inputs,))",
        "keras": "applied(keras.layers.BatchNormalization(epsilon=epsilon), "
        "inputs, scales, shifts, training=True)",
    },
    "normalization-at-test": {
        "pytorch": f"{CALLED}(torch.nn.BatchNorm1d(3, eps=epsilon).eval(), "
        "dict(weight=scales, bias=shifts, running_mean=means, running_var=variances), (inputs,))",
        "keras": "applied(keras.layers.BatchNormalization(epsilon=epsilon), "
        "inputs, scales, shifts, others=[means, variances], training=False)",
    },
    "layer-normalization": {
        "pytorch": "torch.nn.LayerNorm(3, eps=epsilon, elementwise_affine=False)(inputs)",
        "keras": "applied(keras.layers.LayerNormalization(epsilon=epsilon, "
        "center=False, scale=False), inputs)",
    },
    "softmax": {
        "pytorch": "torch.nn.Softmax(dim=1)(inputs)",
        "keras": "keras.layers.Activation('softmax')(inputs)",
    },
    "log-sum-exp": {
        "pytorch": "torch.logsumexp(inputs, dim=1)",
        "keras": "keras.ops.logsumexp(inputs, axis=1)",
    },
    # Which inputs are dropped is chance: those are taken for kept
    "inverted-dropout": {
        "pytorch": "torch.where((out := torch.nn.Dropout(rate)(inputs)) == 0, "
        "inputs / (1 - rate), out)",
    },
}
# By which names a layer is differentiated, and what comes back to its outputs
ONE = ["inputs"], SIGNAL
BACK_TO = {
    "fully-connected-layer": (["inputs", "weights", "biases"], OUT),
    "log-sum-exp": (["inputs"], LENGTHS),
}


def cells() -> list[Cell]:
    """Layers with their parameters, under a signal that comes back."""
    names = {
        "inputs": INPUTS, "weights": WEIGHTS, "biases": BIASES, "scales": SCALES, "shifts": SHIFTS,
        "means": MEANS, "variances": VARIANCES, "epsilon": EPSILON, "rate": RATE,
    }  # fmt: skip
    return [
        Cell(
            "layer",
            id,
            framework,
            partial(asked, call, names, *BACK_TO.get(id, ONE)),
            OURS[id],
        )
        for id, calls in LAYERS.items()
        for framework, call in calls.items()
    ]


def connected() -> Quantities:
    """A fully connected layer; without an activation function its error signals are what comes."""
    parts = {"X": INPUTS, "A_before": INPUTS, "W": WEIGHTS, "b": BIASES, "delta": OUT}
    parts |= {"W_after": WEIGHTS, "delta_after": OUT}
    return {
        "value": by_names(written("fully-connected-layer"))(**parts),
        "inputs": by_names(written("loss-by-activation"), n, units)(**parts),
        "weights": by_names(written("weight-gradient-matrix"))(**parts),
        "biases": by_names(written("bias-gradient-matrix"))(**parts),
    }


def normalized_features() -> Quantities:
    """Feature by feature."""
    columns = [
        normalized("batch", INPUTS[:, i], SIGNAL[:, i], SCALES[i], SHIFTS[i]) for i in range(3)
    ]
    values, slopes = zip(*columns, strict=True)
    return {"value": np.stack(values, axis=1), "inputs": np.stack(slopes, axis=1)}


def normalized_samples() -> Quantities:
    """Sample by sample, without scale and shift."""
    rows = [
        normalized("layer", row, back, 1.0, 0.0) for row, back in zip(INPUTS, SIGNAL, strict=True)
    ]
    values, slopes = zip(*rows, strict=True)
    return {"value": np.array(values), "inputs": np.array(slopes)}


def normalized(over: str, h: Any, back: Any, gamma: float, beta: float) -> tuple[Any, Any]:
    """Normalised, scaled and shifted values, and the derivatives by what was normalised."""
    given = {"h": h, "epsilon": EPSILON, "gamma": gamma, "beta": beta}
    for name, function in normalization(over).items():
        given[name] = function(**given)
    means = {"mean_back": back.mean(), "mean_back_u": (back * given["u"]).mean()}
    return given["y"], backward()(**given, **means, back=back)


@cache
def normalization(over: str) -> dict[str, Callable[..., Any]]:
    """What is worked out one after another, by its name."""
    return {
        "m": by_names(written(f"{over}-mean")),
        "v": by_names(written(f"{over}-variance")),
        "u": by_names(written(f"{over}-normalization"), AXIS[over]),
        "y": by_names(written("scale-and-shift"), n),
    }


@cache
def backward() -> Callable[..., Any]:
    """Back through the normalisation."""
    return by_names(written("batch-normalization-backward"), p, known=BACK, unread=(E, y))


def softmax_rows() -> Quantities:
    """Softmax of rows, and what comes back through its Jacobian."""
    values = activation(SOFTMAX).value(INPUTS)
    jacobian = by_names(written("softmax-jacobian-matrix"))
    rows = [jacobian(s=s) @ back for s, back in zip(values, SIGNAL, strict=True)]
    return {"value": values, "inputs": np.array(rows)}


def log_sums() -> Quantities:
    """Row by row; the gradient is softmax."""
    values = [by_names(written("log-sum-exp"))(z=row) for row in INPUTS]
    shares = by_names(written("log-sum-exp-gradient"), k)(s=activation(SOFTMAX).value(INPUTS))
    return {"value": np.array(values), "inputs": LENGTHS[:, None] * shares}


def normalized_at_test() -> Quantities:
    """With mean and variance from training: an affine function of each feature."""
    function = partial(
        by_names(written("normalization-at-test")),
        gamma=SCALES, beta=SHIFTS, m=MEANS, v=VARIANCES, epsilon=EPSILON,
    )  # fmt: skip
    return {"value": function(x=INPUTS), "inputs": SIGNAL * (function(x=1.0) - function(x=0.0))}


def kept() -> Quantities:
    """What dropout makes of an input that it keeps."""
    function = partial(by_names(INVERTED), w=np.ones(1), mask=np.ones(1), keep_rate=1 - RATE)
    values = [[function(a=np.array([each])) for each in row] for row in INPUTS]
    return {"value": np.array(values), "inputs": SIGNAL * function(a=np.ones(1))}


OURS = {
    "fully-connected-layer": connected,
    "batch-normalization": normalized_features,
    "layer-normalization": normalized_samples,
    "normalization-at-test": normalized_at_test,
    "softmax": softmax_rows,
    "log-sum-exp": log_sums,
    "inverted-dropout": kept,
}
