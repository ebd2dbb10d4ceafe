"""The matrices of a layer, of the one before and of the next, as expressions."""

from __future__ import annotations

from nnmath.notation.symbols import activations, batches
from nnmath.proof.indexed import Tensor
from nnmath.proof.nodes import Function

f = Function(activations.ACTIVATION_FUNCTION)

A_before = Tensor(batches.ACTIVATIONS_BEFORE)
W = Tensor(batches.WEIGHTS)
b = Tensor(batches.BIASES)
Z = Tensor(batches.PRE_ACTIVATIONS_OF_LAYER, sources=(A_before, W, b))
A = Tensor(batches.ACTIVATIONS_OF_LAYER, sources=(Z,))
W_after = Tensor(batches.WEIGHTS_AFTER)
b_after = Tensor(batches.BIASES_AFTER)
Z_after = Tensor(batches.PRE_ACTIVATIONS_AFTER, sources=(A, W_after, b_after))
E = Tensor(batches.BATCH_LOSS, sources=(Z_after,))
delta = Tensor(batches.DELTA, sources=(E, Z))
delta_after = Tensor(batches.DELTA_AFTER, sources=(E, Z_after))
