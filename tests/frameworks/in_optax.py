"""The answers of Optax."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import jax
import optax
from answering import Names, answer
from in_jax import derivatives


def walk(call: str, names: Names, start: Any, slope: Callable[[Any], Any], steps: int) -> list[Any]:
    """The parameter on its way, the start first."""
    rule = eval(call, {"optax": optax, **names})
    parameter = jax.numpy.asarray(start)
    state, path = rule.init(parameter), [start]
    for _ in range(steps):
        gradient = jax.numpy.asarray(slope(path[-1]))
        updates, state = rule.update(gradient, state, parameter)
        parameter = optax.apply_updates(parameter, updates)
        path.append(jax.device_get(parameter))
    return path


if __name__ == "__main__":
    answer(optax, optax.__version__, partial(derivatives, jax=jax, optax=optax), walk)
