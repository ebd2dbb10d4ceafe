"""Early stopping against an L2 penalty for many weights: eigenvector by eigenvector."""

from __future__ import annotations

from nnmath.notation.symbols import curvature, regularisation
from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Mistake, Theorem
from nnmath.proof.indexed import Tensor
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import Node, Relation, Variable, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.statements import And, ForAll, equal
from nnmath.theory.descent_rates import at_next, use_at_next
from nnmath.theory.descent_vocabulary import T, i, s, w_best, w_path
from nnmath.theory.vocabulary import eta, r, t, x

ZERO = as_node(0)
penalty = Variable(regularisation.PENALTY)
shrunk = Tensor(curvature.COORDINATES)
curvatures = Tensor(regularisation.LOSS_CURVATURES)
alpha = Variable(regularisation.LOSS_CURVATURE)

FROM_ZERO = ForAll(i, equal(w_path[0, i], 0))
UPDATES = ForAll(
    s,
    ForAll(
        i,
        equal(
            w_path[s, i],
            w_path[s - 1, i] - eta * (curvatures[i] * (w_path[s - 1, i] - w_best[i])),
        ),
    ),
)


def learned(index: Node) -> Relation:
    """How much of a coordinate has been learned after so many updates."""
    return equal(w_path[index, i], (1 - (1 - eta * curvatures[i]) ** index) * w_best[i])


def every(index: Node) -> Have:
    """From any coordinate to all."""
    return Have(
        statement=ForAll(i, learned(index)),
        by=from_facts,
        because=Text(ja="どの座標でも同じです。", en="It is the same for every coordinate."),
    )


EARLY_STOPPING_EIGEN = Theorem(
    id="early-stopping-by-eigenvalue",
    name=Text(
        ja="固有値の大きい向きほど速く学ぶ", en="Directions of large curvatures are learned first"
    ),
    statement=ForAll(i, learned(T)),
    given=(FROM_ZERO, UPDATES),
    source="goodfellow2016, section 7.8",
    argument=(
        Induction(
            index=t,
            last=T,
            statement=ForAll(i, learned(t)),
            base=(
                Have(
                    statement=learned(ZERO),
                    by=from_these(FROM_ZERO),
                    because=Text(ja="はじめの重みは 0 です。", en="The weights begin at 0."),
                ),
                every(ZERO),
            ),
            step=(
                use_at_next(
                    UPDATES, Text(ja="次の更新を考えます。", en="Look at the next update.")
                ),
                Have(
                    statement=learned(t + 1),
                    by=from_these(at_next(UPDATES), ForAll(i, learned(t))),
                    because=Text(
                        ja="帰納法の仮定を代入します。残りが毎回 1 − ηα 倍になります。",
                        en="Insert the hypothesis: what is left is multiplied by 1 − ηα.",
                    ),
                ),
                every(t + 1),
            ),
        ),
    ),
)

STATIONARY = ForAll(i, equal(curvatures[i] * (shrunk[i] - w_best[i]) + penalty * shrunk[i], 0))
CURVED = ForAll(i, curvatures[i] > 0)
RIDGE = equal(shrunk[i], curvatures[i] / (curvatures[i] + penalty) * w_best[i])
COLLECTED = equal((curvatures[i] + penalty) * shrunk[i], curvatures[i] * w_best[i])
RIDGE_BY_EIGENVALUE = Theorem(
    id="ridge-by-eigenvalue",
    name=Text(
        ja="L2 正則化は、固有値の小さい向きほど縮める",
        en="An L2 penalty shrinks directions of small curvatures most",
    ),
    statement=RIDGE,
    given=(STATIONARY, CURVED, penalty >= 0),
    source="goodfellow2016, section 7.1.1",
    argument=(
        Have(
            statement=COLLECTED,
            by=from_facts,
            because=Text(
                ja="勾配が 0 になる条件を整理します。", en="Collect where the gradient is 0."
            ),
        ),
        Have(
            statement=RIDGE,
            by=from_facts,
            because=Text(ja="正の数で割ります。", en="Divide by a positive number."),
        ),
    ),
)

LEFT = (1 - eta * alpha) ** t
SHARE = 1 - LEFT
RIDGE_SHARE = eta * t * alpha / (1 + eta * t * alpha)
NOT_MORE = Relation(SHARE, "≤", eta * t * alpha)
SLOW = (eta > 0, alpha > 0, eta * alpha < 1)
BY_HYPERBOLA = LEFT * (1 + t * (1 - (1 - eta * alpha))) <= 1
BY_BERNOULLI = (1 + (-eta * alpha)) ** t >= 1 + t * (-eta * alpha)
OVER = SHARE * (1 + eta * t * alpha) >= eta * t * alpha
EARLY_STOPPING_SHARE = Theorem(
    id="early-stopping-share",
    name=Text(
        ja="早期終了は、強さ 1/(ηt) の L2 正則化より少し多く学ぶ",
        en="Stopping early learns a little more than the penalty 1/(ηt)",
    ),
    statement=And((SHARE >= RIDGE_SHARE, NOT_MORE)),
    given=SLOW,
    uses=("power-below-hyperbola", "bernoulli-inequality"),
    source="goodfellow2016, section 7.8",
    argument=(
        Have(
            statement=BY_HYPERBOLA,
            by=cite("power-below-hyperbola", {r: 1 - eta * alpha}),
            because=Text(ja="累乗と双曲線を比べます。", en="Compare the power with a hyperbola."),
        ),
        Have(
            statement=OVER,
            by=from_these(BY_HYPERBOLA),
            because=Text(ja="移項します。", en="Move a term to the other side."),
        ),
        Have(
            statement=eta * t * alpha >= 0,
            by=from_these(*SLOW),
            because=Text(ja="どの因子も負になりません。", en="No factor is negative."),
        ),
        Have(
            statement=SHARE >= RIDGE_SHARE,
            by=from_these(OVER, eta * t * alpha >= 0),
            because=Text(
                ja="正の数で割ります。右辺は α/(α + 1/(ηt)) で、L2 正則化が残す割合です。",
                en="Divide by a positive number: on the right is α/(α + 1/(ηt)), the share that "
                "the penalty leaves.",
            ),
        ),
        Have(
            statement=BY_BERNOULLI,
            by=cite("bernoulli-inequality", {x: -eta * alpha}),
            because=Text(ja="ベルヌーイの不等式です。", en="Bernoulli's inequality."),
        ),
        Have(
            statement=NOT_MORE,
            by=from_these(BY_BERNOULLI),
            because=Text(
                ja="固有値が小さい向きは、まだほとんど学んでいません。",
                en="Where the eigenvalue is small, little has been learned yet.",
            ),
        ),
        Have(
            statement=And((SHARE >= RIDGE_SHARE, NOT_MORE)),
            by=from_these(SHARE >= RIDGE_SHARE, NOT_MORE),
            because=Text(ja="両方が成り立ちます。", en="Both hold."),
        ),
    ),
)

CLAIMS = (
    EARLY_STOPPING_EIGEN,
    RIDGE_BY_EIGENVALUE,
    EARLY_STOPPING_SHARE,
    Mistake(
        id="mistake-all-directions-alike",
        name=Text(
            ja="L2 正則化はどの向きも同じ割合で縮める",
            en="An L2 penalty shrinks all directions by the same share",
        ),
        statement=equal(shrunk[i], w_best[i] / (1 + penalty)),
        given=(STATIONARY, CURVED, penalty > 0),
        source="own",
        why=Text(
            ja="縮む割合は固有値によります。損失が平らな向きほど、強く 0 に引かれます。",
            en="It depends on the eigenvalue: where the loss is flat, the pull to 0 is strong.",
        ),
        corrects="ridge-by-eigenvalue",
    ),
)
