"""Sizes, indices and arrays of networks as expressions, so that theory reads like its formulas."""

from __future__ import annotations

from nnmath.notation.symbols import classification
from nnmath.notation.symbols import networks as symbols
from nnmath.proof.indexed import Tensor
from nnmath.proof.nodes import Variable

N = Variable(symbols.BATCH_SIZE)
D = Variable(symbols.INPUT_SIZE)
H = Variable(symbols.HIDDEN_SIZE)
K = Variable(symbols.OUTPUT_SIZE)

n, m = Variable(symbols.SAMPLE), Variable(symbols.OTHER_SAMPLE)
i = Variable(symbols.INPUT_UNIT)
j, r = Variable(symbols.HIDDEN_UNIT), Variable(symbols.OTHER_HIDDEN_UNIT)
k, p, q = (
    Variable(each) for each in (symbols.OUTPUT_UNIT, symbols.OTHER_OUTPUT, symbols.THIRD_OUTPUT)
)

# Softmax

z = Tensor(symbols.LOGITS)
s = Tensor(symbols.SOFTMAX_OUTPUT, sources=(z,))
J = Tensor(symbols.SOFTMAX_JACOBIAN, sources=(s,))
lse = Tensor(symbols.LOG_SUM_EXP, sources=(z,))
v = Tensor(symbols.LOGIT_DIRECTION)
c = Variable(symbols.LOGIT_SHIFT)
T = Variable(symbols.TEMPERATURE)
tempered = Tensor(symbols.TEMPERED_SOFTMAX, sources=(z, T))

# A fully connected layer

X = Tensor(symbols.INPUTS)
W = Tensor(symbols.LAYER_WEIGHTS)
b = Tensor(symbols.LAYER_BIASES)
Z = Tensor(symbols.LAYER_PRE_ACTIVATIONS, sources=(X, W, b))

# Losses over several outputs and over a batch

y = Tensor(classification.TARGETS)
y_hat = Tensor(classification.PREDICTIONS)
cross_entropy = Tensor(classification.CROSS_ENTROPY, sources=(y, y_hat))
softmax_cross_entropy = Tensor(classification.SOFTMAX_CROSS_ENTROPY, sources=(y, s))
entropy = Tensor(classification.ENTROPY, sources=(y,))
divergence = Tensor(classification.DIVERGENCE, sources=(y, y_hat))

Y = Tensor(classification.BATCH_TARGETS)
Y_hat = Tensor(classification.BATCH_PREDICTIONS)
batch_logits = Tensor(classification.BATCH_LOGITS)
S = Tensor(classification.BATCH_PROBABILITIES, sources=(batch_logits,))
mean_squared_error = Tensor(classification.MEAN_SQUARED_ERROR, sources=(Y, Y_hat))
batch_cross_entropy = Tensor(classification.BATCH_CROSS_ENTROPY, sources=(Y, S))
batch_binary_cross_entropy = Tensor(
    classification.BATCH_BINARY_CROSS_ENTROPY, sources=(Y, batch_logits)
)
shifts = Tensor(classification.ROW_SHIFTS)
likelihood = Tensor(classification.LIKELIHOOD, sources=(Y, Y_hat))

# The layer after it

V = Tensor(symbols.NEXT_LAYER_WEIGHTS)
next_b = Tensor(symbols.NEXT_BIASES)
