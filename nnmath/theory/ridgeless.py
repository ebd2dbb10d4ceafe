"""Double descent: the risk of least squares without a penalty, below and above interpolation.

That the formula is the risk, for many weights and many samples in a fixed ratio, is a theorem that
is only cited; what is proved is what follows from the formula.
"""

from __future__ import annotations

from nnmath.notation.symbols import generalisation as symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Cited, Definition, InWords, Mistake, Theorem
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import Function, Node, Relation, Sequence, Variable
from nnmath.proof.premises import from_these
from nnmath.proof.statements import Chain, Tends, between, equal, unequal

g, g_1, g_2 = (
    Variable(each) for each in (symbols.RATIO, symbols.SMALLER_RATIO, symbols.LARGER_RATIO)
)
noise, signal = Variable(symbols.NOISE_VARIANCE), Variable(symbols.SIGNAL_STRENGTH)
level = Variable(symbols.RISK_LEVEL)
n, risk = Variable(symbols.FEWER_SAMPLES), Sequence(symbols.RISK_OF_SAMPLES)
few = Function(symbols.RISK_OF_FEW, depends_on=(symbols.NOISE_VARIANCE,))
many = Function(symbols.RISK_OF_MANY, depends_on=(symbols.NOISE_VARIANCE, symbols.SIGNAL_STRENGTH))


def below(at: Node) -> Node:
    """The risk with fewer weights than samples."""
    return noise * at / (1 - at)


def above(at: Node) -> Node:
    """The risk with more: what is missed of the signal, and what is made of the noise."""
    return signal * (1 - 1 / at) + noise / (at - 1)


RISK_OF_FEW = Definition(
    id="ridgeless-risk-below",
    name=Text(
        ja="しきい値より下での、正則化なしの最小二乗法のリスク",
        en="Risk of least squares without a penalty, below the threshold",
    ),
    left=few(g),
    right=below(g),
    given=(unequal(1 - g, 0),),
    source="hastie2022, theorem 1",
    witness="tests/reference/regularisation.py::risk_of_few",
)
RISK_OF_MANY = Definition(
    id="ridgeless-risk-above",
    name=Text(
        ja="しきい値より上での、正則化なしの最小二乗法のリスク",
        en="Risk of least squares without a penalty, above the threshold",
    ),
    left=many(g),
    right=above(g),
    given=(unequal(g, 0), unequal(g - 1, 0)),
    source="hastie2022, theorem 1",
    witness="tests/reference/regularisation.py::risk_of_many",
)


LEAST_SQUARES = InWords(
    (risk[n],),
    Text(
        ja=" は、n 個のサンプルと、それに一定の比で近づきながら増える数の重みによる、"
        "最小二乗法の最短の解のリスク、極限はほとんど確実",
        en=" is the risk of the shortest solution of least squares, from n samples and a number "
        "of weights whose ratio to them comes near to the one given, almost surely",
    ),
)
FEATURES = InWords(
    (),
    Text(
        ja="特徴量は互いに独立で、平均 0、分散 1、4次より少し高い次数のモーメントが有限",
        en="independent features, of mean 0, of variance 1, "
        "and with a finite moment of an order above 4",
    ),
)
TRUTH = InWords(
    (signal, noise),
    Text(
        ja=" は真の重みの平方和と雑音の分散、n によらない",
        en=" are the squared length of the true weights, and the variance of the noise, "
        "whatever the number of samples",
    ),
)


def risk_tends(id: str, name: Text, limit: Node, ratio: Relation | Chain, formula: str) -> Cited:
    """The theorem on one side of the threshold."""
    return Cited(
        id=id,
        name=name,
        statement=Tends(risk[n], n, limit),
        given=(ratio, noise > 0, signal > 0),
        where=(LEAST_SQUARES, FEATURES, TRUTH),
        uses=(formula,),
        source="hastie2022, theorem 1",
        instances="tests/literature/test_least_squares.py::test_the_risk_is_near_its_formula",
    )


TENDS_BELOW = risk_tends(
    "ridgeless-risk-tends-below",
    Text(
        ja="重みがサンプルより少ないとき、リスクはこの公式に近づく",
        en="With fewer weights than samples the risk comes near to this formula",
    ),
    few(g),
    between(0, g, 1),
    "ridgeless-risk-below",
)
TENDS_ABOVE = risk_tends(
    "ridgeless-risk-tends-above",
    Text(
        ja="重みがサンプルより多いとき、リスクはこの公式に近づく",
        en="With more weights than samples the risk comes near to this formula",
    ),
    many(g),
    g > 1,
    "ridgeless-risk-above",
)


def defined(at: Node) -> Have:
    """The risk by its formula."""
    return Have(
        statement=equal(few(at), below(at)),
        by=cite("ridgeless-risk-below", {g: at}),
        because=Text(ja="リスクの公式です。", en="The formula of the risk."),
    )


RISES = Theorem(
    id="ridgeless-risk-rises",
    name=Text(
        ja="重みがサンプルより少ないうちは、リスクは増え続ける",
        en="While there are fewer weights than samples, more of them raise the risk",
    ),
    statement=few(g_1) < few(g_2),
    given=(g_1 > 0, g_1 < g_2, g_2 < 1, noise > 0),
    uses=("ridgeless-risk-below",),
    source="hastie2022",
    argument=(
        defined(g_1),
        defined(g_2),
        Have(
            statement=below(g_1) < below(g_2),
            by=from_these(g_1 > 0, g_1 < g_2, g_2 < 1, noise > 0),
            because=Text(ja="分子は増え、分母は減ります。", en="More above, and less below."),
        ),
        Have(
            statement=few(g_1) < few(g_2),
            by=from_facts,
            because=Text(ja="公式に戻します。", en="Back to the formula."),
        ),
    ),
)

NEAR = level / (level + noise)
PEAK = Theorem(
    id="ridgeless-risk-peaks",
    name=Text(
        ja="補間のしきい値の近くでは、リスクはいくらでも大きい",
        en="Near the interpolation threshold the risk is as large as one likes",
    ),
    statement=few(g) >= level,
    given=(level > 0, noise > 0, g >= NEAR, g < 1),
    uses=("ridgeless-risk-below",),
    source="hastie2022",
    argument=(
        Have(
            statement=NEAR > 0,
            by=from_these(level > 0, noise > 0),
            because=Text(ja="正の数の比です。", en="A ratio of positive numbers."),
        ),
        Have(
            statement=g > 0,
            by=from_these(level > 0, noise > 0, NEAR > 0, g >= NEAR),
            because=Text(ja="だから正です。", en="So this is positive."),
        ),
        defined(g),
        Have(
            statement=g * (level + noise) >= level,
            by=from_these(level > 0, noise > 0, g >= NEAR),
            because=Text(ja="分母をはらいます。", en="Clear the denominator."),
        ),
        Have(
            statement=noise * g >= level * (1 - g),
            by=from_these(g * (level + noise) >= level),
            because=Text(ja="移項します。", en="Move a term to the other side."),
        ),
        Have(
            statement=below(g) >= level,
            by=from_these(g < 1, noise * g >= level * (1 - g)),
            because=Text(ja="正の数で割ります。", en="Divide by a positive number."),
        ),
        Have(
            statement=few(g) >= level,
            by=from_facts,
            because=Text(ja="公式に戻します。", en="Back to the formula."),
        ),
    ),
)

BETTER_THAN_NOTHING = Theorem(
    id="ridgeless-noise-falls",
    name=Text(
        ja="しきい値を超えると、雑音によるリスクは減り続ける",
        en="Beyond the threshold what is made of the noise falls again",
    ),
    statement=noise / (g_1 - 1) > noise / (g_2 - 1),
    given=(noise > 0, g_1 > 1, g_1 < g_2),
    source="hastie2022",
    argument=(
        Have(
            statement=noise / (g_1 - 1) > noise / (g_2 - 1),
            by=from_facts,
            because=Text(ja="分母が増えます。", en="The denominator grows."),
        ),
    ),
)

CLAIMS = (
    RISK_OF_FEW,
    RISK_OF_MANY,
    TENDS_BELOW,
    TENDS_ABOVE,
    RISES,
    PEAK,
    BETTER_THAN_NOTHING,
    Mistake(
        id="mistake-double-descent-for-ever",
        name=Text(
            ja="しきい値を超えれば、リスクはいつまでも減り続ける",
            en="Beyond the threshold the risk falls for ever",
        ),
        statement=many(g_2) < many(g_1),
        given=(noise > 0, signal > 0, g_1 > 1, g_1 < g_2),
        uses=("ridgeless-risk-above",),
        source="own",
        why=Text(
            ja="雑音の項は減りますが、信号をとらえそこねる項は増えます。"
            "信号が強ければ、ある比で最小になり、また増えます。",
            en="The term of the noise falls, but more of the signal is missed: if that is strong, "
            "there is a least risk, and then it rises again.",
        ),
        corrects="ridgeless-noise-falls",
    ),
)
