"""The letters that the printed formulas are written with."""

from __future__ import annotations

from nnmath.notation import symbols
from nnmath.proof.nodes import Function, Sequence, Variable

W = Variable(symbols.WEIGHT)
W_ = Sequence(symbols.WEIGHT_SEQUENCE)
t = Variable(symbols.ITERATION)
h = Variable(symbols.INCREMENT)
a = Variable(symbols.CURVATURE)
c = Variable(symbols.MINIMIZER)
d = Variable(symbols.MINIMUM)
x = Variable(symbols.EXCESS)
eta = Variable(symbols.LEARNING_RATE)
E = Function(symbols.LOSS)
Q = Function(symbols.QUADRATIC_LOSS)
