"""The fully connected layer: what it computes, how many parameters it has, why it needs more."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.indexed import total
from nnmath.proof.inferences import by
from nnmath.proof.matrices import Ones
from nnmath.proof.nodes import as_node
from nnmath.proof.rules import algebra, unfold
from nnmath.proof.statements import equal
from nnmath.theory.network_vocabulary import D, H, K, N, V, W, X, Z, b, i, j, k, n, next_b

ONE = as_node(1)
HIDDEN = X @ W + Ones(N) @ b.T

FULLY_CONNECTED_LAYER = Definition(
    id="fully-connected-layer",
    name=Text(ja="全結合層", en="Fully connected layer"),
    left=Z,
    right=HIDDEN,
    source="goodfellow2016, section 6.5.4",
    witness="tests/reference/layers.py::fully_connected",
)

FULLY_CONNECTED_ENTRY = Theorem(
    id="fully-connected-entry",
    name=Text(ja="全結合層を成分で書く", en="The fully connected layer entry by entry"),
    statement=equal(Z[n, j], total(i, X[n, i] * W[i, j]) + b[j]),
    uses=("fully-connected-layer",),
    source="own",
    argument=(
        Have(
            statement=equal(Z[n, j], total(i, X[n, i] * W[i, j]) + b[j]),
            by=by(unfold(Z)),
            because=Text(
                ja="行列の積の成分は行と列の積の和で、バイアスはどの行にも同じように足されます。",
                en="An entry of a product sums row times column; every row has the same biases "
                "added.",
            ),
        ),
    ),
)

PARAMETER_COUNT = (
    Derivation(
        id="parameter-count",
        name=Text(
            ja="全結合層のパラメータの数", en="The number of parameters of a fully connected layer"
        ),
        source="own",
    )
    .start(total(i, total(j, ONE)) + total(j, ONE))
    .by(
        algebra,
        D * H + H,
        because=Text(
            ja="重みは入力と出力の組の数だけ、バイアスは出力の数だけあります。",
            en="There is a weight for each pair of an input and an output, a bias for each output.",
        ),
    )
    .by(
        algebra,
        (D + 1) * H,
        because=Text(
            ja="バイアスは、いつも 1 の入力に付く重みと数えられます。",
            en="A bias counts as the weight of one more input, which is always 1.",
        ),
    )
)

TWO_LAYER_PARAMETER_COUNT = (
    Derivation(
        id="two-layer-parameter-count",
        name=Text(
            ja="隠れ層が1つのネットワークのパラメータの数",
            en="The number of parameters with one hidden layer",
        ),
        source="own",
    )
    .start((total(i, total(j, ONE)) + total(j, ONE)) + (total(j, total(k, ONE)) + total(k, ONE)))
    .by(
        algebra,
        (D + 1) * H + (H + 1) * K,
        because=Text(ja="層ごとに数えて足します。", en="Count layer by layer and add."),
    )
    .by(
        algebra,
        (D + K + 1) * H + K,
        because=Text(
            ja="隠れ層のノードを1つ増やすと、パラメータは D + K + 1 個増えます。",
            en="One more hidden unit brings D + K + 1 more parameters.",
        ),
    )
)

LINEAR_LAYERS_COMPOSE = Theorem(
    id="linear-layers-compose",
    name=Text(
        ja="活性化関数がなければ、2つの層は1つの層と同じ",
        en="Without an activation function two layers are one",
    ),
    statement=equal(
        HIDDEN @ V + Ones(N) @ next_b.T,
        X @ (W @ V) + Ones(N) @ (V.T @ b + next_b).T,
    ),
    source="goodfellow2016, section 6.1",
    argument=(
        Have(
            statement=equal(
                HIDDEN @ V + Ones(N) @ next_b.T,
                X @ (W @ V) + Ones(N) @ (V.T @ b + next_b).T,
            ),
            by=by(algebra),
            because=Text(
                ja="展開すると、重みは2つの行列の積、バイアスは1つの縦ベクトルにまとまります。",
                en="Multiplied out, the weights are one product of matrices, the biases one "
                "column.",
            ),
        ),
    ),
)

CLAIMS = (
    FULLY_CONNECTED_LAYER,
    FULLY_CONNECTED_ENTRY,
    PARAMETER_COUNT,
    TWO_LAYER_PARAMETER_COUNT,
    LINEAR_LAYERS_COMPOSE,
)
