"""Shapes of losses for one sample: curvature, subgradients at a kink, the pull of an outlier."""

from __future__ import annotations

from nnmath.notation.symbols import losses
from nnmath.notation.text import Text
from nnmath.proof.argument import Cases, Have, Suppose
from nnmath.proof.claims import Derivation, Mistake, Theorem
from nnmath.proof.inferences import from_facts, instantiate
from nnmath.proof.nodes import Derivative, Variable, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.rules import differentiate, unfold
from nnmath.proof.statements import And, ForAll, between, equal
from nnmath.theory.loss_vocabulary import delta, r, squared_error, y, y_hat

g = Variable(losses.SUBGRADIENT)
ONE, MINUS_ONE = as_node(1), as_node(-1)

SQUARED_ERROR_CURVATURE = (
    Derivation(
        id="squared-error-curvature",
        name=Text(ja="二乗誤差の2階導関数は一定", en="The squared error has a constant curvature"),
        uses=("squared-error",),
        source="own",
    )
    .start(Derivative(Derivative(squared_error(y_hat), y_hat), y_hat))
    .by(
        unfold(squared_error),
        Derivative(Derivative((y_hat - y) ** 2, y_hat), y_hat),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        differentiate,
        as_node(2),
        because=Text(
            ja="2回微分すると定数になります。だから二乗誤差は凸です。",
            en="Differentiated twice it is a constant above 0: the squared error is convex.",
        ),
    )
)

SUPPORTS = ForAll(r, abs(r) >= g * r)
SLOPES = between(-1, g, 1, closed="both")
ABSOLUTE_SUBGRADIENT = Theorem(
    id="absolute-error-subgradient",
    name=Text(
        ja="絶対誤差の折れ目では、−1 から 1 までのどの傾きの直線も下から支える",
        en="At the kink of the absolute error any slope from −1 to 1 supports it from below",
    ),
    statement=abs(r) >= g * r,
    given=(SLOPES,),
    source="boyd2004, section 6.1.1",
    argument=(
        Cases(
            cases=(
                Suppose(
                    title=Text(ja="残差が負でないとき", en="The residual is not negative"),
                    assume=(r >= 0,),
                    steps=(
                        Have(
                            statement=r * (1 - g) >= 0,
                            by=from_these(SLOPES, r >= 0),
                            because=Text(ja="どちらの因数も負になりません。", en="No factor is."),
                        ),
                        Have(
                            statement=abs(r) >= g * r,
                            by=from_facts,
                            because=Text(ja="移項します。", en="Move a term over."),
                        ),
                    ),
                ),
                Suppose(
                    title=Text(ja="残差が負のとき", en="The residual is negative"),
                    assume=(r < 0,),
                    steps=(
                        Have(
                            statement=-r * (1 + g) >= 0,
                            by=from_these(SLOPES, r < 0),
                            because=Text(ja="どちらの因数も負になりません。", en="No factor is."),
                        ),
                        Have(
                            statement=abs(r) >= g * r,
                            by=from_facts,
                            because=Text(ja="移項します。", en="Move a term over."),
                        ),
                    ),
                ),
            ),
        ),
    ),
)

ONLY_THESE = Theorem(
    id="absolute-error-only-subgradients",
    name=Text(ja="ほかの傾きでは支えられない", en="No other slope supports it"),
    statement=SLOPES,
    given=(SUPPORTS,),
    source="boyd2004, section 6.1.1",
    argument=(
        Have(
            statement=abs(ONE) >= g * ONE,
            by=instantiate(r, ONE),
            because=Text(ja="右側で比べると、傾きは 1 以下です。", en="To the right: at most 1."),
        ),
        Have(
            statement=abs(MINUS_ONE) >= g * MINUS_ONE,
            by=instantiate(r, MINUS_ONE),
            because=Text(ja="左側で比べると、−1 以上です。", en="To the left: at least −1."),
        ),
        Have(
            statement=SLOPES,
            by=from_these(abs(ONE) >= g * ONE, abs(MINUS_ONE) >= g * MINUS_ONE),
            because=Text(ja="あわせます。", en="Together."),
        ),
    ),
)

# By how much the slope of each loss grows from an ordinary residual δ to an outlier r
OUTLIER_PULL = Theorem(
    id="outlier-pull",
    name=Text(
        ja="外れ値が引く力は、二乗誤差でだけ限りなく増える",
        en="The pull of an outlier has no bound for the squared error alone",
    ),
    statement=And((2 * r > 2 * delta, equal(delta * r / abs(r), delta))),
    given=(delta > 0, r > delta),
    source="huber1964",
    argument=(
        Have(
            statement=2 * r > 2 * delta,
            by=from_facts,
            because=Text(
                ja="二乗誤差の傾きは、残差とともに増えます。",
                en="The slope of the squared error grows with the residual.",
            ),
        ),
        Have(
            statement=equal(delta * r / abs(r), delta),
            by=from_facts,
            because=Text(
                ja="Huber 損失の傾きは、残差が δ を超えると一定です。",
                en="Beyond the residual δ the slope of the Huber loss stays the same.",
            ),
        ),
    ),
)

CLAIMS = (
    SQUARED_ERROR_CURVATURE,
    ABSOLUTE_SUBGRADIENT,
    ONLY_THESE,
    OUTLIER_PULL,
    Mistake(
        id="mistake-any-subgradient",
        name=Text(ja="折れ目では傾きを自由に選べる", en="At a kink one may choose any slope"),
        statement=abs(r) >= g * r,
        source="own",
        why=Text(
            ja="下から支える傾きは、左右の傾きの間に限られます。",
            en="Only slopes between those to the left and to the right support it from below.",
        ),
        corrects="absolute-error-subgradient",
    ),
)
