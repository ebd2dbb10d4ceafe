"""The symbols of gradient descent with many weights, as expressions."""

from __future__ import annotations

from nnmath.notation.symbols import curvature, descent, samples
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.nodes import Node, Operand, Sequence, Variable
from nnmath.theory.vocabulary import eta, h

D, T = Variable(descent.WEIGHT_COUNT), Variable(descent.UPDATE_COUNT)
i, j = Variable(descent.WEIGHT_INDEX), Variable(descent.OTHER_WEIGHT_INDEX)
s, k = Variable(descent.UPDATE_INDEX), Variable(descent.SUMMED_INDEX)

a, b = Tensor(descent.FIRST_VECTOR), Tensor(descent.SECOND_VECTOR)
w, g, u = Tensor(descent.WEIGHTS), Tensor(descent.GRADIENT_VECTOR), Tensor(descent.DIRECTION)
v = Tensor(descent.MOVED_WEIGHTS, sources=(w, u, h))
w_best = Tensor(descent.BEST_WEIGHTS)
w_path, g_path = Tensor(descent.WEIGHT_PATH), Tensor(descent.GRADIENT_PATH)
loss_at_w = Tensor(descent.LOSS_QUANTITY, sources=(w,))
w_next = Tensor(descent.NEXT_WEIGHTS, sources=(w, eta, loss_at_w))
w_stepped = Tensor(descent.STEPPED_WEIGHTS)

loss_before, loss_after = Variable(descent.LOSS_BEFORE), Variable(descent.LOSS_AFTER)
E_ = Sequence(descent.LOSS_SEQUENCE)
E_least = Variable(descent.LEAST_LOSS)
L, mu = Variable(descent.SMOOTHNESS), Variable(descent.STRONG_CONVEXITY)
q, m = Variable(descent.SQUARE_BOUND), Variable(descent.LEVEL)

eigenvalues = Tensor(curvature.EIGENVALUES)
eigenvalue = Variable(curvature.EIGENVALUE)
lambda_min = Variable(curvature.SMALLEST_EIGENVALUE)
lambda_max = Variable(curvature.LARGEST_EIGENVALUE)
steepest = Variable(curvature.STEEPEST_INDEX)
coordinates = Tensor(curvature.COORDINATES)
condition_number = Tensor(curvature.CONDITION_QUANTITY, sources=(lambda_max, lambda_min))
block = Variable(samples.BLOCK_COUNT)
kappa, rho = Variable(curvature.CONDITION_NUMBER), Variable(curvature.CONTRACTION)

x, y = Variable(curvature.FIRST_WEIGHT), Variable(curvature.SECOND_WEIGHT)
x_, y_ = Sequence(curvature.FIRST_PATH), Sequence(curvature.SECOND_PATH)
saddle = Tensor(curvature.SADDLE_LOSS, sources=(x, y))
h_xx, h_xy, h_yy = (
    Variable(symbol)
    for symbol in (curvature.HESSIAN_FIRST, curvature.HESSIAN_MIXED, curvature.HESSIAN_SECOND)
)
delta, radius = Variable(curvature.PERTURBATION), Variable(curvature.RADIUS)

eta_max = Variable(samples.PEAK_RATE)
gamma = Variable(samples.DECAY)
N = Variable(samples.SAMPLE_COUNT)
n, n_other = Variable(samples.SAMPLE_INDEX), Variable(samples.OTHER_SAMPLE_INDEX)
sample_losses = Tensor(samples.SAMPLE_LOSSES, sources=(w,))
z = Tensor(samples.SAMPLE_SLOPES)


def inner(first: Tensor, second: Tensor) -> Node:
    """Σ_i a_i b_i."""
    return total(i, first[i] * second[i])


def square(vector: Tensor) -> Node:
    """‖a‖² = Σ_i a_i²."""
    return total(i, vector[i] ** 2)


def square_of_gradient(t: Operand) -> Node:
    """‖g_t‖²."""
    return total(i, g_path[t, i] ** 2)


def square_of_distance(t: Operand) -> Node:
    """‖w_t − w*‖²."""
    return total(i, (w_path[t, i] - w_best[i]) ** 2)
