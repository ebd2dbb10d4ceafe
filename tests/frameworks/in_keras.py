"""The answers of Keras 3, on JAX: there its optimizers run as Keras itself writes them."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import Any

# Read when Keras is imported
os.environ["KERAS_BACKEND"] = "jax"

import keras
from answering import Names, answer
from in_jax import derivatives


def applied(layer: Any, inputs: Any, *weights: Any, others: Any = None, **options: Any) -> Any:
    """What a layer gives with these weights, and others that are not learned."""
    layer.build(inputs.shape)
    fixed = others or [each.value for each in layer.non_trainable_variables]
    return layer.stateless_call(list(weights), fixed, inputs, **options)[0]


def walk(call: str, names: Names, start: Any, slope: Callable[[Any], Any], steps: int) -> list[Any]:
    """The parameter on its way, the start first."""
    rule = eval(call, {"keras": keras, **names})
    parameter = keras.Variable(start, dtype="float64")
    rule.build([parameter])
    path = [start]
    for _ in range(steps):
        gradient = keras.ops.convert_to_tensor(slope(path[-1]), dtype="float64")
        rule.apply([gradient])
        path.append(keras.ops.convert_to_numpy(parameter).copy())
    return path


if __name__ == "__main__":
    keras.config.set_floatx("float64")
    keras.config.set_dtype_policy("float64")
    differentiate = partial(derivatives, keras=keras, applied=applied)
    answer(keras, keras.__version__, differentiate, walk)
