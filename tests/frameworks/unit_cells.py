"""Every activation function, layer and small network that frameworks have, with derivatives."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any

import numpy as np

from nnmath.proof.nodes import Derivative
from nnmath.simulation import Network
from nnmath.simulation.activations import ACTIVATIONS, CONSTANTS, SOFTMAX, activation
from nnmath.simulation.formulas import written
from nnmath.theory.batch_normalization import SLOPES, SLOPES_BY_VALUE, E, n, p, y
from nnmath.theory.framework_names import FRAMEWORK_NAMES
from nnmath.theory.layer_normalization import j
from nnmath.theory.network_vocabulary import j as units
from tests.frameworks.cells import Cell, Quantities, asked, by_names

# Away from kinks, and from 20 to 36, where PyTorch takes softplus for z itself a little too early
POINTS = np.array([-700.0, -19.0, -3.0, -1.0, -0.25, -1e-3, 1e-3, 0.5, 1.0, 2.75, 19.0, 700.0])
GENERATOR = np.random.default_rng(3)
INPUTS, SIGNAL = GENERATOR.normal(size=(5, 3)), GENERATOR.normal(size=(5, 3))
WEIGHTS, BIASES, OUT = (GENERATOR.normal(size=size) for size in ((3, 2), 2, (5, 2)))
SCALES, SHIFTS = GENERATOR.normal(size=3), GENERATOR.normal(size=3)
EPSILON = 0.02
AXIS = {"batch": n, "layer": j}
BACK = {"back": Derivative(E[()], y[p]), "mean_back": SLOPES, "mean_back_u": SLOPES_BY_VALUE}
GUIDE = {each.formula: each for each in FRAMEWORK_NAMES}

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
    "layer-normalization": {
        "pytorch": "torch.nn.LayerNorm(3, eps=epsilon, elementwise_affine=False)(inputs)",
        "keras": "applied(keras.layers.LayerNormalization(epsilon=epsilon, "
        "center=False, scale=False), inputs)",
    },
    "softmax": {
        "pytorch": "torch.nn.Softmax(dim=1)(inputs)",
        "keras": "keras.layers.Activation('softmax')(inputs)",
    },
}
# By which names a layer is differentiated, and what comes back to its outputs
ONE = ["inputs"], SIGNAL
BACK_TO = {"fully-connected-layer": (["inputs", "weights", "biases"], OUT)}
LOSSES = {
    "mean-squared-error": "torch.nn.functional.mse_loss",
    "binary-cross-entropy": "torch.nn.functional.binary_cross_entropy",
    "categorical-cross-entropy": "torch.nn.functional.cross_entropy",
}
LAST = {"binary-cross-entropy": "sigmoid", "categorical-cross-entropy": SOFTMAX}
SIZES = (3, 4, 3, 2)
TARGETS = np.eye(2)[[0, 1, 1, 0, 1]]


def cells() -> list[Cell]:
    """All of them."""
    return [*activation_cells(), *layer_cells(), *network_cells()]


def activation_cells() -> list[Cell]:
    """Each as the reading guide names it."""
    names = {"z": POINTS, "slope": CONSTANTS["a"], "negative_slope": CONSTANTS["a"]}
    return [
        Cell("activation", id, framework, asked(f"{call}(z)", names, ["z"]), partial(entrywise, id))
        for id in ACTIVATIONS
        if id != SOFTMAX
        for framework, call in called(id).items()
    ]


def called(id: str) -> dict[str, str]:
    """What makes the function in PyTorch, and the layer in Keras."""
    keras = GUIDE[id].keras
    word = keras.removeprefix("activation=")
    layer = keras if word == keras else f"Activation({word})"
    return {"pytorch": GUIDE[id].pytorch, "keras": f"keras.layers.{layer}"}


def entrywise(id: str) -> Quantities:
    """Values and slopes of an activation function."""
    values = activation(id).value(POINTS)
    slopes = activation(id).slope(POINTS, values)
    return {"value": values, "z": np.broadcast_to(slopes, POINTS.shape)}


def layer_cells() -> list[Cell]:
    """Layers with their parameters, under a signal that comes back."""
    names = {
        "inputs": INPUTS, "weights": WEIGHTS, "biases": BIASES, "scales": SCALES, "shifts": SHIFTS,
        "epsilon": EPSILON,
    }  # fmt: skip
    return [
        Cell("layer", id, framework, asked(call, names, *BACK_TO.get(id, ONE)), OURS[id])
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


OURS = {
    "fully-connected-layer": connected,
    "batch-normalization": normalized_features,
    "layer-normalization": normalized_samples,
    "softmax": softmax_rows,
}


def network_cells() -> list[Cell]:
    """Three layers of one activation function under each loss, in PyTorch."""
    made = []
    for id in ACTIVATIONS:
        for loss, function in LOSSES.items():
            if id == SOFTMAX:
                continue
            network = drawn(id, loss)
            question = asked(f"{function}({forward(id, loss)}, targets)", *of(network))
            made.append(
                Cell("network", f"{id} {loss}", "pytorch", question, partial(whole, network))
            )
    return made


def drawn(id: str, loss: str) -> Network:
    """A small network with weights, and biases, that are not 0."""
    last = LAST.get(loss, id)
    network = Network(SIZES, (id, id, last), loss, seed=1)
    network.parameters += 0.1 * np.random.default_rng(2).normal(size=network.parameters.size)
    return network


def of(network: Network) -> tuple[dict[str, Any], list[str]]:
    """What a call reads, and the parameters of all layers by their names."""
    parameters = {
        f"{letter}{number}": part
        for number, layer in enumerate(network.layers, 1)
        for letter, part in zip("Wb", layer, strict=True)
    }
    names = {"inputs": INPUTS, "targets": TARGETS, "slope": CONSTANTS["a"], **parameters}
    return names, list(parameters)


def forward(id: str, loss: str) -> str:
    """The predictions in PyTorch, whose cross-entropy takes logits."""
    text = "inputs"
    for number, each in enumerate((id, id, LAST.get(loss, id)), 1):
        text = f"torch.nn.functional.linear({text}, W{number}.T, b{number})"
        if each != SOFTMAX:
            text = f"{GUIDE[each].pytorch}({text})"
    return text


def whole(network: Network) -> Quantities:
    """The loss, and its gradient by the parameters of each layer."""
    layers = network.gradients(INPUTS, TARGETS).layers
    found = {"value": np.asarray(network.loss(INPUTS, TARGETS))}
    for number, layer in enumerate(layers, 1):
        found |= {f"W{number}": layer.weights, f"b{number}": layer.biases}
    return found
