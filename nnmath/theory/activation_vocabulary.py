"""The symbols of a single unit as expressions."""

from __future__ import annotations

from nnmath.notation.symbols import single_unit
from nnmath.proof.nodes import Function, Variable, as_node
from nnmath.theory.sigmoid import sigma, z

__all__ = [
    "HALF",
    "ONE",
    "QUARTER",
    "ZERO",
    "Phi",
    "a",
    "alpha",
    "b",
    "b_1",
    "b_2",
    "elu",
    "gelu",
    "identity",
    "leaky_relu",
    "n",
    "phi",
    "relu",
    "sigma",
    "silu",
    "softplus",
    "step",
    "tanh",
    "v",
    "w",
    "w_1",
    "w_2",
    "x",
    "x_1",
    "x_2",
    "z",
    "z_1",
    "z_2",
]

ZERO, ONE, HALF, QUARTER = (as_node(text) for text in ("0", "1", "1/2", "1/4"))

z_1 = Variable(single_unit.LOWER_PRE_ACTIVATION)
z_2 = Variable(single_unit.HIGHER_PRE_ACTIVATION)
v = Variable(single_unit.REACHED)
n = Variable(single_unit.FAR_LEFT)
x = Variable(single_unit.INPUT)
x_1 = Variable(single_unit.FIRST_INPUT)
x_2 = Variable(single_unit.SECOND_INPUT)
w = Variable(single_unit.UNIT_WEIGHT)
w_1 = Variable(single_unit.FIRST_WEIGHT)
w_2 = Variable(single_unit.SECOND_WEIGHT)
b = Variable(single_unit.BIAS)
b_1 = Variable(single_unit.FIRST_BIAS)
b_2 = Variable(single_unit.SECOND_BIAS)
a = Variable(single_unit.LEAK)
alpha = Variable(single_unit.SATURATION)

step = Function(single_unit.STEP)
identity = Function(single_unit.IDENTITY)
tanh = Function(single_unit.TANH)
relu = Function(single_unit.RELU)
leaky_relu = Function(single_unit.LEAKY_RELU, depends_on=(single_unit.LEAK,))
elu = Function(single_unit.ELU, depends_on=(single_unit.SATURATION,))
softplus = Function(single_unit.SOFTPLUS)
Phi = Function(single_unit.NORMAL_DISTRIBUTION)
phi = Function(single_unit.NORMAL_DENSITY)
gelu = Function(single_unit.GELU)
silu = Function(single_unit.SILU)
