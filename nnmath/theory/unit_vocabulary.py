"""Units of neighbouring layers as expressions: i before, j here, k next."""

from __future__ import annotations

from nnmath.notation.symbols import units
from nnmath.proof.indexed import Tensor
from nnmath.theory.vocabulary import eta

g_before = Tensor(units.OUTPUTS_BEFORE)
w = Tensor(units.WEIGHTS_INTO)
h = Tensor(units.PRE_ACTIVATIONS, sources=(w, g_before))
g = Tensor(units.OUTPUTS, sources=(h,))
w_next = Tensor(units.WEIGHTS_OUT)
h_next = Tensor(units.NEXT_PRE_ACTIVATIONS, sources=(w_next, g))
E = Tensor(units.ERROR, sources=(h_next,))
eps = Tensor(units.ERROR_SIGNALS, sources=(E, h))
w_new = Tensor(units.UPDATED_WEIGHTS, sources=(w, eta, E))
eps_next = Tensor(units.NEXT_ERROR_SIGNALS, sources=(E, h_next))

y = Tensor(units.UNIT_TARGETS)
y_hat = Tensor(units.UNIT_PREDICTIONS, sources=(g,))
squared_error = Tensor(units.SQUARED_ERROR, sources=(y_hat, y))
