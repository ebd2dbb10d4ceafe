"""Gains other than ReLU's: the starting variance for leaky ReLU, for a linear unit and near 0."""

from __future__ import annotations

from nnmath.notation.symbols import chance, single_unit
from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Derivation, Mistake, Theorem
from nnmath.proof.expectation_rules import by_laws, linearity
from nnmath.proof.expectations import expectation
from nnmath.proof.inferences import by, from_facts
from nnmath.proof.laws import Random, Symmetric
from nnmath.proof.nodes import SQRT, Variable, as_node
from nnmath.proof.piecewise import piecewise
from nnmath.proof.rules import insert, lemma
from nnmath.proof.statements import equal
from nnmath.theory.initialisation import n_in, q, v

a = Variable(single_unit.LEAK)
z, s, u = (
    Variable(symbol) for symbol in (chance.PRE_ACTIVATION, chance.SUM_VARIANCE, chance.ANY_NUMBER)
)
LEAKY = piecewise((a * u, u < 0), (u, u >= 0))
LEAKY_OF_SUM = piecewise((a * z, z < 0), (z, z >= 0))
EVEN = Random(z, Symmetric(s))
KEPT = (1 + a**2) / 2
GAIN = SQRT(2 / (1 + a**2))

LEAKY_BY_ABSOLUTE_VALUE = Theorem(
    id="leaky-relu-by-absolute-value",
    name=Text(ja="Leaky ReLU を絶対値で書く", en="Leaky ReLU by an absolute value"),
    statement=equal(LEAKY, ((1 + a) * u + (1 - a) * abs(u)) / 2),
    source="own",
    argument=(
        Have(
            statement=equal(LEAKY, ((1 + a) * u + (1 - a) * abs(u)) / 2),
            by=from_facts,
            because=Text(ja="どちらの場合も一致します。", en="Both cases agree."),
        ),
    ),
)

LEAKY_RELU_MEAN_SQUARE = (
    Derivation(
        id="leaky-relu-mean-square",
        name=Text(
            ja="Leaky ReLU は、左右対称な入力和の2乗平均を (1 + a²)/2 倍にする",
            en="Leaky ReLU multiplies the mean square of a symmetric sum by (1 + a²)/2",
        ),
        given=(s >= 0, EVEN),
        uses=("leaky-relu-by-absolute-value",),
        source="he2015",
    )
    .start(expectation(LEAKY_OF_SUM**2, z))
    .by(
        lemma("leaky-relu-by-absolute-value"),
        expectation((((1 + a) * z + (1 - a) * abs(z)) / 2) ** 2, z),
        because=Text(
            ja="Leaky ReLU を絶対値で書きます。", en="Write leaky ReLU by the absolute value."
        ),
    )
    .by(
        linearity,
        KEPT * expectation(z**2, z) + (1 - a**2) / 2 * expectation(z * abs(z), z),
        because=Text(
            ja="展開して、項ごとに期待値をとります。",
            en="Expand, and take the mean term by term.",
        ),
    )
    .by(
        by_laws,
        KEPT * s,
        because=Text(
            ja="左右対称なので、z|z| の平均は 0 です。", en="By symmetry the mean of z|z| is 0."
        ),
    )
)

LEAKY_GAIN_KEEPS = Theorem(
    id="leaky-gain-keeps-mean-square",
    name=Text(
        ja="Leaky ReLU の利得で始めると、2乗平均が保たれる",
        en="With the gain of leaky ReLU the mean square is kept",
    ),
    statement=equal(KEPT * (n_in * v * q), q),
    given=(equal(v, 2 / ((1 + a**2) * n_in)),),
    source="he2015",
    argument=(
        Have(
            statement=equal(KEPT * (n_in * v * q), q),
            by=by(insert),
            because=Text(
                ja="利得の平方を入力の本数で割った分散です。a = 0 なら He の初期化です。",
                en="The variance is the square of the gain over fan-in; with a = 0 it is He's.",
            ),
        ),
    ),
)

LINEAR_GAIN = Theorem(
    id="linear-gain",
    name=Text(ja="1次の活性化関数の利得は 1", en="The gain of a linear activation is 1"),
    statement=equal(GAIN, 1),
    given=(equal(a, 1),),
    source="own",
    argument=(
        Have(
            statement=equal(GAIN, 1),
            by=by(insert),
            because=Text(
                ja="傾きがどこでも 1 の Leaky ReLU は恒等関数です。"
                "tanh も原点の近くではこれに近くなります。",
                en="Leaky ReLU with the slope 1 everywhere is the identity; tanh is nearly so "
                "close to the origin.",
            ),
        ),
    ),
)

CLAIMS = (
    LEAKY_BY_ABSOLUTE_VALUE,
    LEAKY_RELU_MEAN_SQUARE,
    LEAKY_GAIN_KEEPS,
    LINEAR_GAIN,
    Mistake(
        id="mistake-one-gain-for-all",
        name=Text(
            ja="どの活性化関数でも利得は √2", en="The gain is √2 for every activation function"
        ),
        statement=equal(GAIN, SQRT(as_node(2))),
        source="own",
        why=Text(
            ja="√2 は ReLU の利得です。負の側にも傾きがあれば、利得はそれより小さくなります。",
            en="√2 is ReLU's. With some slope on the negative side it is less.",
        ),
        corrects="leaky-gain-keeps-mean-square",
    ),
)
