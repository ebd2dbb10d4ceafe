"""Derivatives by JAX, in which Optax is written and on which Keras runs here."""

from __future__ import annotations

from typing import Any

import jax
from answering import Names

jax.config.update("jax_enable_x64", True)


def derivatives(
    call: str, names: Names, by: list[str], signal: Any, **modules: Any
) -> tuple[Any, list[Any]]:
    """Value of the call, and the derivatives by the names."""
    arrays = {
        name: jax.numpy.asarray(value) if hasattr(value, "shape") else value
        for name, value in names.items()
    }

    def value_at(*values: Any) -> Any:
        return eval(call, {**modules, **arrays, **dict(zip(by, values, strict=True))})

    if not by:
        return value_at(), []
    value, back = jax.vjp(value_at, *(arrays[name] for name in by))
    weighted = jax.numpy.broadcast_to(jax.numpy.asarray(signal, value.dtype), value.shape)
    return value, list(back(weighted))
