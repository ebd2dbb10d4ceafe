"""The symbols of losses for one sample as expressions."""

from __future__ import annotations

from nnmath.notation.symbols import losses
from nnmath.proof.nodes import Function, Variable

y_hat = Variable(losses.PREDICTION)
y = Variable(losses.TARGET)
r = Variable(losses.RESIDUAL)
delta = Variable(losses.HUBER_WIDTH)

squared_error = Function(losses.SQUARED_ERROR, depends_on=(losses.TARGET,))
absolute_error = Function(losses.ABSOLUTE_ERROR, depends_on=(losses.TARGET,))
huber = Function(losses.HUBER, depends_on=(losses.HUBER_WIDTH,))
likelihood = Function(losses.LIKELIHOOD, depends_on=(losses.TARGET,))
cross_entropy = Function(losses.CROSS_ENTROPY, depends_on=(losses.TARGET,))
logit_loss = Function(losses.LOGIT_LOSS, depends_on=(losses.TARGET,))
entropy = Function(losses.ENTROPY)
divergence = Function(losses.DIVERGENCE, depends_on=(losses.TARGET,))
squared_logit_loss = Function(losses.SQUARED_LOGIT_LOSS, depends_on=(losses.TARGET,))
