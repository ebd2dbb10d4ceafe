"""Backpropagation through any number of layers, by induction on them, sample by sample.

What a change of the first pre-activations does to the loss is the same whether the change is
carried forward through all layers or the error signals are carried back to the first.
"""

from __future__ import annotations

from nnmath.notation.symbols import deep_networks as symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Mistake, Theorem
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.inferences import from_facts
from nnmath.proof.nodes import Node, Relation, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.statements import ForAll, equal
from nnmath.theory.descent_rates import at_next, use_at_next
from nnmath.theory.descent_vocabulary import T, s
from nnmath.theory.network_vocabulary import j, n, r
from nnmath.theory.vocabulary import t

ZERO = as_node(0)
W, slopes = Tensor(symbols.DEEP_WEIGHTS), Tensor(symbols.DEEP_SLOPES)
z_dot, delta = Tensor(symbols.DEEP_TANGENTS), Tensor(symbols.DEEP_ERRORS)

BACKWARD = ForAll(
    s,
    ForAll(j, equal(delta[s - 1, j], total(r, delta[s, r] * W[s, j, r]) * slopes[s, j])),
)
FORWARD = ForAll(
    s,
    ForAll(r, equal(z_dot[s, r], total(j, z_dot[s - 1, j] * slopes[s, j] * W[s, j, r]))),
)


def met(layer: Node) -> Node:
    """What the loss changes by, as seen from a layer."""
    return total(j, delta[layer, j] * z_dot[layer, j])


def same(layer: Node) -> Relation:
    """It is what is seen from the first layer."""
    return equal(met(layer), met(ZERO))


BACKPROPAGATION_AT_ANY_DEPTH = Theorem(
    id="backpropagation-at-any-depth",
    name=Text(
        ja="何層あっても、誤差信号は正しい勾配",
        en="At any depth the error signals are the gradient",
    ),
    statement=same(T),
    given=(BACKWARD, FORWARD),
    source="goodfellow2016, section 6.5",
    argument=(
        Induction(
            index=t,
            last=T,
            statement=same(t),
            base=(
                Have(
                    statement=same(ZERO),
                    by=from_facts,
                    because=Text(ja="同じ層です。", en="It is the same layer."),
                ),
            ),
            step=(
                use_at_next(BACKWARD, Text(ja="1層戻る式です。", en="Back through one layer.")),
                use_at_next(FORWARD, Text(ja="1層進む式です。", en="Forward through it.")),
                Have(
                    statement=equal(met(t + 1), met(t)),
                    by=from_these(at_next(BACKWARD), at_next(FORWARD)),
                    because=Text(
                        ja="どちらも、同じ重みと同じ傾きについての和です。",
                        en="Both are sums over the same weights and the same slopes.",
                    ),
                ),
                Have(
                    statement=same(t + 1),
                    by=from_these(same(t), equal(met(t + 1), met(t))),
                    because=Text(
                        ja="帰納法の仮定とつなぎます。", en="Chain it with the hypothesis."
                    ),
                ),
            ),
        ),
    ),
)

A, moved = Tensor(symbols.DEEP_ACTIVATIONS), Tensor(symbols.MOVED_BY_WEIGHTS)
W_dot, errors = Tensor(symbols.WEIGHT_CHANGE), Tensor(symbols.LAYER_ERRORS)
BY_WEIGHTS = ForAll(n, ForAll(r, equal(moved[n, r], total(j, A[n, j] * W_dot[j, r]))))
CHANGE = total(n, total(r, errors[n, r] * moved[n, r]))
BY_GRADIENT = total(j, total(r, total(n, A[n, j] * errors[n, r]) * W_dot[j, r]))
DEEP_WEIGHT_GRADIENT = Theorem(
    id="deep-weight-gradient",
    name=Text(
        ja="どの層でも、重みの勾配は前の層の出力と誤差信号の積",
        en="In every layer the gradient is activations before times error signals",
    ),
    statement=equal(CHANGE, BY_GRADIENT),
    given=(BY_WEIGHTS,),
    source="goodfellow2016, section 6.5",
    argument=(
        Have(
            statement=equal(CHANGE, BY_GRADIENT),
            by=from_these(BY_WEIGHTS),
            because=Text(
                ja="重みの変化に掛かるのが勾配です。行列で書けば Aᵀδ になります。",
                en="What multiplies the change of a weight is the gradient: as a matrix, Aᵀδ.",
            ),
        ),
    ),
)

CLAIMS = (
    BACKPROPAGATION_AT_ANY_DEPTH,
    DEEP_WEIGHT_GRADIENT,
    Mistake(
        id="mistake-weights-not-transposed",
        name=Text(
            ja="後ろ向きにも同じ向きの重みを掛ける",
            en="Backwards the weights are used the same way round",
        ),
        statement=equal(met(as_node(1)), met(ZERO)),
        given=(
            ForAll(j, equal(delta[0, j], total(r, delta[1, r] * W[1, r, j]) * slopes[1, j])),
            ForAll(r, equal(z_dot[1, r], total(j, z_dot[0, j] * slopes[1, j] * W[1, j, r]))),
        ),
        source="own",
        why=Text(
            ja="後ろ向きには転置を掛けます。行と列を取り違えても、層の幅が同じだと気づけません。",
            en="Backwards it is the transpose. With layers of one width no shape gives it away.",
        ),
        corrects="backpropagation-at-any-depth",
    ),
)
