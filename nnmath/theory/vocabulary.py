"""The symbols of the book as expressions, so that theory reads like its formulas."""

from __future__ import annotations

from nnmath.notation import symbols
from nnmath.proof.nodes import Function, Sequence, Variable

W = Variable(symbols.WEIGHT)
W_ = Sequence(symbols.WEIGHT_SEQUENCE)
eta = Variable(symbols.LEARNING_RATE)
t = Variable(symbols.ITERATION)
h = Variable(symbols.INCREMENT)
a = Variable(symbols.CURVATURE)
c = Variable(symbols.MINIMIZER)
d = Variable(symbols.MINIMUM)
r = Variable(symbols.RATIO)
first = Variable(symbols.FIRST_MEMBER)
x = Variable(symbols.EXCESS)
tolerance = Variable(symbols.TOLERANCE)
bound = Variable(symbols.BOUND)
theta = Variable(symbols.PARAMETER)
g = Variable(symbols.GRADIENT)

E = Function(symbols.LOSS)
Q = Function(
    symbols.QUADRATIC_LOSS,
    depends_on=(symbols.CURVATURE, symbols.MINIMIZER, symbols.MINIMUM),
)
