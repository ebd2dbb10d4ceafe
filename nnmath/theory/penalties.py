"""L2 and L1 penalties on one weight of a quadratic loss: shrinkage and the soft threshold."""

from __future__ import annotations

from nnmath.notation.symbols import regularisation
from nnmath.notation.text import Text
from nnmath.proof.argument import Cases, Have, Suppose
from nnmath.proof.claims import Definition, Derivation, Mistake, Theorem
from nnmath.proof.inferences import by, from_facts
from nnmath.proof.nodes import Derivative, Function, Node, Relation, Variable, as_node
from nnmath.proof.piecewise import piecewise
from nnmath.proof.rules import differentiate, unfold
from nnmath.proof.statements import And, Chain, between, equal, unequal
from nnmath.theory.vocabulary import W, c

HALF = as_node("1/2")
ZERO = as_node(0)
penalty = Variable(regularisation.PENALTY)
alpha = Variable(regularisation.LOSS_CURVATURE)
J2 = Function(
    regularisation.RIDGE_LOSS,
    depends_on=(alpha.symbol, c.symbol, penalty.symbol),
)
J1 = Function(regularisation.LASSO_LOSS, depends_on=(c.symbol, penalty.symbol))
soft = Function(regularisation.SOFT_THRESHOLD, depends_on=(penalty.symbol,))
SHRUNK = alpha / (alpha + penalty) * c

RIDGE_LOSS = Definition(
    id="ridge-loss",
    name=Text(ja="L2 正則化をした2次関数の損失", en="Quadratic loss with an L2 penalty"),
    left=J2(W),
    right=HALF * alpha * (W - c) ** 2 + HALF * penalty * W**2,
    source="hoerl1970",
    witness="tests/reference/regularisation.py::ridge_loss",
)

RIDGE_GRADIENT = (
    Derivation(
        id="ridge-gradient",
        name=Text(ja="L2 正則化をした損失の勾配", en="Gradient with an L2 penalty"),
        uses=("ridge-loss",),
        source="goodfellow2016, section 7.1.1",
    )
    .start(Derivative(J2(W), W))
    .by(
        unfold(J2),
        Derivative(HALF * alpha * (W - c) ** 2 + HALF * penalty * W**2, W),
        because=Text(ja="損失の定義を代入します。", en="Insert the definition of the loss."),
    )
    .by(
        differentiate,
        alpha * (W - c) + penalty * W,
        because=Text(
            ja="正則化項の勾配は重みに比例し、重みを 0 へ引き戻します。",
            en="The penalty adds a gradient in proportion to the weight, which pulls it to 0.",
        ),
    )
)

RIDGE_SHRINKAGE = Theorem(
    id="ridge-shrinkage",
    name=Text(ja="L2 正則化は最小点を一定の割合で縮める", en="An L2 penalty shrinks the minimiser"),
    statement=J2(W) >= J2(SHRUNK),
    given=(alpha > 0, penalty >= 0),
    uses=("ridge-loss",),
    source="goodfellow2016, section 7.1.1",
    argument=(
        Have(
            statement=equal(J2(W) - J2(SHRUNK), HALF * (alpha + penalty) * (W - SHRUNK) ** 2),
            by=by(unfold(J2)),
            because=Text(
                ja="平方完成すると、差は2乗の項だけになります。",
                en="Complete the square: what is left of the difference is a square.",
            ),
        ),
        Have(
            statement=HALF * (alpha + penalty) * (W - SHRUNK) ** 2 >= 0,
            by=from_facts,
            because=Text(
                ja="正の数と2乗の積は負になりません。",
                en="A positive number times a square is not negative.",
            ),
        ),
        Have(
            statement=J2(W) >= J2(SHRUNK),
            by=from_facts,
            because=Text(
                ja="したがって、縮めた点より損失を小さくする重みはありません。",
                en="So no weight does better than the shrunk one.",
            ),
        ),
    ),
)

LASSO_LOSS = Definition(
    id="lasso-loss",
    name=Text(ja="L1 正則化をした2次関数の損失", en="Quadratic loss with an L1 penalty"),
    left=J1(W),
    right=HALF * (W - c) ** 2 + penalty * abs(W),
    source="tibshirani1996",
    witness="tests/reference/regularisation.py::lasso_loss",
)

SOFT_THRESHOLD = Definition(
    id="soft-threshold",
    name=Text(ja="ソフトしきい値関数", en="Soft threshold"),
    left=soft(c),
    right=piecewise(
        (c - penalty, c > penalty),
        (ZERO, between(-penalty, c, penalty, closed="both")),
        (c + penalty, And((c <= penalty, c < -penalty))),
    ),
    source="donoho1994",
    witness="tests/reference/regularisation.py::soft_threshold",
)


def _case(title: Text, assume: Chain | Relation, value: Node, difference: Node) -> Suppose:
    """That the value of one case of the soft threshold does best there."""
    return Suppose(
        title=title,
        assume=(assume,),
        steps=(
            Have(
                statement=equal(J1(soft(c)), J1(value)),
                by=by(unfold(soft)),
                because=Text(ja="この場合の値です。", en="This is the value in this case."),
            ),
            Have(
                statement=equal(J1(W) - J1(value), difference),
                by=by(unfold(J1)),
                because=Text(
                    ja="2つの損失の差を、負にならない項に整理します。",
                    en="Sort the difference of the two losses into terms that are not negative.",
                ),
            ),
            Have(
                statement=difference >= 0,
                by=from_facts,
                because=Text(
                    ja="2乗も、絶対値ともとの数との差も負になりません。",
                    en="A square is not negative, nor is an absolute value less its number.",
                ),
            ),
            Have(
                statement=J1(W) >= J1(soft(c)),
                by=from_facts,
                because=Text(
                    ja="差が負にならないので、ほかの重みのほうが小さくなることはありません。",
                    en="The difference is not negative: no other weight does better.",
                ),
            ),
        ),
    )


LASSO_SOFT_THRESHOLD = Theorem(
    id="lasso-soft-threshold",
    name=Text(
        ja="L1 正則化をした損失はソフトしきい値で最小になる",
        en="The soft threshold minimises the loss with an L1 penalty",
    ),
    statement=J1(W) >= J1(soft(c)),
    given=(penalty >= 0,),
    uses=("lasso-loss", "soft-threshold"),
    source="tibshirani1996",
    argument=(
        Cases(
            cases=(
                _case(
                    Text(ja="c がしきい値より大きい場合", en="c above the threshold"),
                    c > penalty,
                    c - penalty,
                    HALF * (W - c + penalty) ** 2 + penalty * (abs(W) - W),
                ),
                _case(
                    Text(ja="c がしきい値を超えない場合", en="c within the threshold"),
                    between(-penalty, c, penalty, closed="both"),
                    ZERO,
                    HALF * W**2 + penalty * abs(W) - c * W,
                ),
                _case(
                    Text(ja="c が負のしきい値より小さい場合", en="c below the threshold"),
                    c < -penalty,
                    c + penalty,
                    HALF * (W - c - penalty) ** 2 + penalty * (abs(W) + W),
                ),
            ),
        ),
    ),
)

LASSO_ZERO = Theorem(
    id="lasso-zero",
    name=Text(ja="L1 正則化は小さな重みをちょうど 0 にする", en="An L1 penalty makes weights 0"),
    statement=equal(soft(c), 0),
    given=(penalty >= 0, between(-penalty, c, penalty, closed="both")),
    uses=("soft-threshold",),
    source="tibshirani1996",
    argument=(
        Have(
            statement=equal(soft(c), 0),
            by=by(unfold(soft)),
            because=Text(
                ja="しきい値を超えないので、中央の場合にあたります。",
                en="Within the threshold the case in the middle holds.",
            ),
        ),
    ),
)
MISTAKE_RIDGE_ZERO = Mistake(
    id="mistake-ridge-zero",
    name=Text(
        ja="L2 正則化でも重みがちょうど 0 になる", en="An L2 penalty, too, makes a weight exactly 0"
    ),
    statement=equal(SHRUNK, 0),
    given=(alpha > 0, penalty > 0, unequal(c, 0)),
    source="own",
    why=Text(
        ja="L2 正則化は重みを同じ割合で縮めるだけです。ちょうど 0 にするのは L1 正則化です。",
        en="An L2 penalty shrinks a weight by a factor; it is the L1 penalty that makes it 0.",
    ),
    corrects="ridge-shrinkage",
)

MISTAKE_LASSO_FACTOR = Mistake(
    id="mistake-lasso-factor",
    name=Text(ja="L1 正則化は重みを同じ割合で縮める", en="An L1 penalty scales every weight"),
    statement=equal(soft(c), c / (1 + penalty)),
    given=(penalty > 0,),
    uses=("soft-threshold",),
    source="own",
    why=Text(
        ja="L1 正則化は重みから一定の量を引き、小さな重みを 0 にします。割合で縮めるのは L2 です。",
        en="An L1 penalty takes a fixed amount off and makes small weights 0: only L2 scales.",
    ),
    corrects="lasso-soft-threshold",
)

CLAIMS = (
    RIDGE_LOSS,
    RIDGE_GRADIENT,
    RIDGE_SHRINKAGE,
    LASSO_LOSS,
    SOFT_THRESHOLD,
    LASSO_SOFT_THRESHOLD,
    LASSO_ZERO,
    MISTAKE_RIDGE_ZERO,
    MISTAKE_LASSO_FACTOR,
)
