"""The same formulas where columns are samples, as other books write them: transposed, line by line.

Their weights are Wᵀ, with a row for each unit that they lead to.
"""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Theorem
from nnmath.proof.inferences import by, cite, from_facts
from nnmath.proof.matrices import Gradient, Hadamard, Ones
from nnmath.proof.rules import unfold
from nnmath.proof.statements import equal
from nnmath.theory.batch_vocabulary import A_before, E, W, W_after, Z, b, delta, delta_after, f
from nnmath.theory.network_vocabulary import N

ROWS, COLUMNS = (
    equal(delta, Hadamard((delta_after @ W_after.T, f.prime(Z)))),
    equal(delta.T, Hadamard((W_after @ delta_after.T, f.prime(Z.T)))),
)

COLUMN_LAYER = Theorem(
    id="column-layer",
    name=Text(ja="列がサンプルの全結合層", en="The fully connected layer, columns as samples"),
    statement=equal(Z.T, W.T @ A_before.T + b @ Ones(N).T),
    uses=("layer-of-batch",),
    source="nielsen2015, chapter 2",
    argument=(
        Have(
            statement=equal(Z.T, W.T @ A_before.T + b @ Ones(N).T),
            by=by(unfold(Z)),
            because=Text(
                ja="積の転置では、順序が入れ替わります。",
                en="The transpose of a product has its factors in reverse.",
            ),
        ),
    ),
)

COLUMN_RECURSION = Theorem(
    id="column-recursion",
    name=Text(
        ja="列がサンプルの誤差信号の漸化式",
        en="The recurrence of the error signals, columns as samples",
    ),
    statement=COLUMNS,
    uses=("delta-recursion",),
    source="nielsen2015, chapter 2",
    argument=(
        Have(
            statement=ROWS,
            by=cite("delta-recursion"),
            because=Text(ja="行がサンプルの形です。", en="The form with rows as samples."),
        ),
        Have(
            statement=COLUMNS,
            by=from_facts,
            because=Text(
                ja="両辺を転置します。重みの転置は消えます。",
                en="Transpose both sides; the weights lose their transpose.",
            ),
        ),
    ),
)

COLUMN_GRADIENT = Theorem(
    id="column-gradient",
    name=Text(ja="列がサンプルの重みの勾配", en="The gradient of the weights, columns as samples"),
    statement=equal(Gradient(E[()], W).T, delta.T @ A_before),
    uses=("weight-gradient-matrix",),
    source="nielsen2015, chapter 2",
    argument=(
        Have(
            statement=equal(Gradient(E[()], W), A_before.T @ delta),
            by=cite("weight-gradient-matrix"),
            because=Text(ja="行がサンプルの形です。", en="The form with rows as samples."),
        ),
        Have(
            statement=equal(Gradient(E[()], W).T, delta.T @ A_before),
            by=from_facts,
            because=Text(ja="両辺を転置します。", en="Transpose both sides."),
        ),
    ),
)

CLAIMS = (COLUMN_LAYER, COLUMN_RECURSION, COLUMN_GRADIENT)
