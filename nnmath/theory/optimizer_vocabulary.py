"""The symbols of the optimizers as expressions, and what hyperparameters may be."""

from __future__ import annotations

from nnmath.notation.symbols import optimizers as symbols
from nnmath.proof.nodes import Node, Operand, Variable, as_node
from nnmath.proof.piecewise import Piecewise, piecewise
from nnmath.proof.statements import Chain, between, equal
from nnmath.theory.vocabulary import eta, g, t, theta

__all__ = ["POSITIVE_RATE", "eta", "fraction", "g", "larger", "sign", "t", "theta"]

mu = Variable(symbols.MOMENTUM)
tau = Variable(symbols.DAMPENING)
beta1, beta2 = Variable(symbols.BETA_1), Variable(symbols.BETA_2)
rho = Variable(symbols.DECAY_RATE)
epsilon = Variable(symbols.STABILITY_CONSTANT)
decay = Variable(symbols.WEIGHT_DECAY)
r0 = Variable(symbols.INITIAL_ACCUMULATOR)
eta_end = Variable(symbols.FINAL_RATE)
gamma = Variable(symbols.BOUND_SPEED)
psi = Variable(symbols.MOMENTUM_DECAY)

velocity = Variable(symbols.VELOCITY)
b = Variable(symbols.MOMENTUM_BUFFER)
r = Variable(symbols.SQUARED_SUM)
m, v = Variable(symbols.FIRST_MOMENT), Variable(symbols.SECOND_MOMENT)
m_hat = Variable(symbols.CORRECTED_FIRST_MOMENT)
v_hat = Variable(symbols.CORRECTED_SECOND_MOMENT)
v_max = Variable(symbols.LARGEST_SECOND_MOMENT)
u = Variable(symbols.SQUARED_STEP_MEAN)
step = Variable(symbols.STEP)
c = Variable(symbols.SIGNED_DIRECTION)
mu_t, mu_next = Variable(symbols.PRESENT_MOMENTUM), Variable(symbols.NEXT_MOMENTUM)
delta = Variable(symbols.DECAY_BASE)
mu_product = Variable(symbols.MOMENTUM_PRODUCT)
rho_t, rho_inf = Variable(symbols.AVERAGE_LENGTH), Variable(symbols.LONGEST_AVERAGE)
r_t, l_t = Variable(symbols.RECTIFICATION), Variable(symbols.ADAPTIVE_RATE)
eta_low, eta_high = Variable(symbols.LOWER_RATE), Variable(symbols.UPPER_RATE)
eta_free, eta_hat = Variable(symbols.FREE_RATE), Variable(symbols.CLIPPED_RATE)

POSITIVE_RATE = eta > 0


def fraction(number: Node) -> Chain:
    """0 ≤ number < 1."""
    return between(0, number, 1, closed="low")


def larger(one: Node, other: Node) -> Piecewise:
    """The larger of two numbers."""
    return piecewise((one, one >= other), (other, one < other))


def sign(number: Node) -> Piecewise:
    """1, 0 or −1."""
    zero = as_node(0)
    return piecewise((1, number > zero), (0, equal(number, zero)), (-1, number < zero))


def clipped(number: Node, low: Node, high: Node) -> Piecewise:
    """The nearest number that is not below `low` nor above `high`."""
    inside = between(low, number, high, closed="both")
    return piecewise((low, number < low), (number, inside), (high, number > high))


def corrected(average: Node, rate: Node, steps: Operand = t) -> Node:
    """A moving average that began at 0, divided by the sum of its weights."""
    return average / (1 - rate**steps)
