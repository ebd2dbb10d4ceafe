"""Backpropagation through any network: any number of layers, of any widths, with shortcuts or not.

The units of all layers are numbered through; a weight is 0 where nothing joins two units. In a
network of layers a unit is joined with those of the next layer alone, however many these are.
"""

from __future__ import annotations

from nnmath.notation.symbols import deep_networks as symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Suppose
from nnmath.proof.claims import Mistake, Theorem
from nnmath.proof.indexed import Kronecker, Tensor, total
from nnmath.proof.inferences import cite
from nnmath.proof.nodes import Variable
from nnmath.proof.premises import from_these
from nnmath.proof.statements import ForAll, Implies, equal

j, r, m = (Variable(symbol) for symbol in (symbols.UNIT, symbols.OTHER_UNIT, symbols.MOVED_UNIT))
W, slopes = Tensor(symbols.UNIT_WEIGHTS), Tensor(symbols.UNIT_SLOPES)
z_dot, eps = Tensor(symbols.UNIT_TANGENTS), Tensor(symbols.UNIT_ERRORS)
direct, nudge = Tensor(symbols.DIRECT_EFFECTS), Tensor(symbols.NUDGES)

# ε_j = e_j + Σ_r ε_r W_jr s_j and ż_r = d_r + Σ_j ż_j s_j W_jr, each for what comes from outside
BACKWARD = ForAll(j, equal(direct[j], eps[j] - total(r, eps[r] * W[j, r]) * slopes[j]))
FORWARD = ForAll(r, equal(nudge[r], z_dot[r] - total(j, z_dot[j] * slopes[j] * W[j, r])))
CHANGE = total(j, direct[j] * z_dot[j])
MET = equal(CHANGE, total(j, eps[j] * nudge[j]))

IN_ANY_NETWORK = Theorem(
    id="backpropagation-in-any-network",
    name=Text(
        ja="層の数も幅も問わず、前向きと後ろ向きの計算は一致する",
        en="Whatever the layers and their widths, forwards and backwards agree",
    ),
    statement=MET,
    given=(BACKWARD, FORWARD),
    source="griewank2008, section 3.2",
    argument=(
        Have(
            statement=MET,
            by=from_these(BACKWARD, FORWARD),
            because=Text(
                ja="どちらの和にも、同じ重みと同じ傾きが1回ずつ現れます。",
                en="In either sum the same weights and the same slopes appear once each.",
            ),
        ),
    ),
)

BACKWARDS_TOO = Have(
    statement=MET,
    by=cite("backpropagation-in-any-network"),
    because=Text(
        ja="損失の変化は、後ろ向きにも計算できます。",
        en="The change of the loss can be worked out backwards, too.",
    ),
)
ONE_MOVED = ForAll(j, equal(nudge[j], Kronecker(j, m)))
IS_GRADIENT = equal(CHANGE, eps[m])
SIGNALS_ARE_GRADIENT = Theorem(
    id="error-signals-are-the-gradient",
    name=Text(
        ja="誤差信号は、そのノードの総入力についての損失の勾配",
        en="An error signal is the gradient of the loss by that unit's pre-activation",
    ),
    statement=Implies(ONE_MOVED, IS_GRADIENT),
    given=(BACKWARD, FORWARD),
    uses=("backpropagation-in-any-network",),
    source="griewank2008, section 3.2",
    argument=(
        Suppose(
            title=Text(ja="1つのノードの総入力だけを動かすと", en="Move one pre-activation alone"),
            assume=(ONE_MOVED,),
            steps=(
                BACKWARDS_TOO,
                Have(
                    statement=equal(total(j, eps[j] * nudge[j]), eps[m]),
                    by=from_these(ONE_MOVED),
                    because=Text(ja="和に残るのは1項だけです。", en="One term of the sum is left."),
                ),
                Have(
                    statement=IS_GRADIENT,
                    by=from_these(MET, equal(total(j, eps[j] * nudge[j]), eps[m])),
                    because=Text(ja="それが誤差信号です。", en="It is the error signal."),
                ),
            ),
        ),
    ),
)

g, W_dot = Tensor(symbols.UNIT_OUTPUTS), Tensor(symbols.UNIT_WEIGHT_CHANGE)
BY_WEIGHTS = ForAll(r, equal(nudge[r], total(j, g[j] * W_dot[j, r])))
SLOPE_BY_WEIGHTS = total(j, total(r, g[j] * eps[r] * W_dot[j, r]))
WEIGHT_GRADIENT = Theorem(
    id="weight-gradient-in-any-network",
    name=Text(
        ja="どの重みの勾配も、手前の出力と行き先の誤差信号の積",
        en="The gradient of any weight is the output behind times the error signal ahead",
    ),
    statement=Implies(BY_WEIGHTS, equal(CHANGE, SLOPE_BY_WEIGHTS)),
    given=(BACKWARD, FORWARD),
    uses=("backpropagation-in-any-network",),
    source="griewank2008, section 3.2",
    argument=(
        Suppose(
            title=Text(ja="重みを動かすと", en="Move the weights"),
            assume=(BY_WEIGHTS,),
            steps=(
                BACKWARDS_TOO,
                Have(
                    statement=equal(total(j, eps[j] * nudge[j]), SLOPE_BY_WEIGHTS),
                    by=from_these(BY_WEIGHTS),
                    because=Text(
                        ja="総入力の変化を代入します。", en="Insert how the pre-activations change."
                    ),
                ),
                Have(
                    statement=equal(CHANGE, SLOPE_BY_WEIGHTS),
                    by=from_these(MET, equal(total(j, eps[j] * nudge[j]), SLOPE_BY_WEIGHTS)),
                    because=Text(
                        ja="重みの変化に掛かるのが勾配です。",
                        en="What multiplies the change of a weight is its gradient.",
                    ),
                ),
            ),
        ),
    ),
)

CLAIMS = (
    IN_ANY_NETWORK,
    SIGNALS_ARE_GRADIENT,
    WEIGHT_GRADIENT,
    Mistake(
        id="mistake-backwards-along-other-weights",
        name=Text(
            ja="後ろ向きには、そのノードに入る重みを使う",
            en="Backwards one takes the weights that lead to the unit",
        ),
        statement=MET,
        given=(
            ForAll(j, equal(direct[j], eps[j] - total(r, eps[r] * W[r, j]) * slopes[j])),
            FORWARD,
        ),
        source="own",
        why=Text(
            ja="誤差信号は、そのノードから出る重みを通って戻ります。",
            en="Error signals come back through the weights that lead away from the unit.",
        ),
        corrects="backpropagation-in-any-network",
    ),
)
