"""The symbols of Newton's and the quasi-Newton methods as expressions."""

from __future__ import annotations

from nnmath.notation.symbols import descent, optimizer_claims, optimizers
from nnmath.notation.symbols import quasi_newton as symbols
from nnmath.proof.indexed import Tensor
from nnmath.proof.matrices import Identity
from nnmath.proof.nodes import Node, Variable

D, m = Variable(descent.WEIGHT_COUNT), Variable(symbols.MEMORY)
i, j = Variable(descent.WEIGHT_INDEX), Variable(descent.OTHER_WEIGHT_INDEX)
k = Variable(symbols.PAIR_INDEX)

theta, g = Tensor(symbols.PARAMETER_VECTOR), Tensor(descent.GRADIENT_VECTOR)
g_there, g_before = Tensor(symbols.GRADIENT_ELSEWHERE), Tensor(symbols.EARLIER_GRADIENT)
B, C = Tensor(symbols.HESSIAN), Tensor(symbols.INVERSE_OF_HESSIAN)
H = Tensor(optimizer_claims.INVERSE_HESSIAN)
p, c = Tensor(symbols.SEARCH_DIRECTION), Tensor(symbols.MINIMUM_VECTOR)
s, y = Tensor(optimizer_claims.TAKEN_STEP), Tensor(optimizer_claims.GRADIENT_CHANGE)
S, Y = Tensor(symbols.KEPT_STEPS), Tensor(symbols.KEPT_CHANGES)
rho, rho_k = Variable(optimizer_claims.INVERSE_PRODUCT), Tensor(symbols.KEPT_PRODUCTS)
a, q, r = (
    Tensor(symbol)
    for symbol in (symbols.LOOP_COEFFICIENTS, symbols.FIRST_LOOP, symbols.SECOND_LOOP)
)
kappa, alpha = Variable(symbols.DIRECTIONAL_CURVATURE), Variable(symbols.STEP_LENGTH)
gamma = Variable(symbols.FIRST_SCALE)
epsilon = Variable(optimizers.STABILITY_CONSTANT)
unit = Identity(D)


def updated(inverse: Node) -> Node:
    """The update of Broyden, Fletcher, Goldfarb and Shanno."""
    return (unit - rho * s @ y.T) @ inverse @ (unit - rho * y @ s.T) + rho * s @ s.T
