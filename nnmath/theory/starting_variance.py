"""Which variance the weights should start with: Xavier, and the width of a uniform law."""

from __future__ import annotations

from nnmath.notation.symbols import chance
from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Derivation, Mistake, Theorem
from nnmath.proof.expectation_rules import variance_defined
from nnmath.proof.expectations import expectation, variance
from nnmath.proof.inferences import by, from_facts
from nnmath.proof.integrals import antiderivative, density, integral
from nnmath.proof.laws import Random, Uniform
from nnmath.proof.nodes import SQRT, Variable, as_node
from nnmath.proof.rules import algebra, insert, lemma
from nnmath.proof.statements import equal
from nnmath.theory.initialisation import n_in, n_out, v

w, a, x = (
    Variable(symbol) for symbol in (chance.SINGLE_WEIGHT, chance.HALF_WIDTH, chance.INTEGRATED)
)
GLOROT = 2 / (n_in + n_out)

# Both ways

GLOROT_BOTH = Theorem(
    id="glorot-both-ways",
    name=Text(
        ja="前向きにも後ろ向きにも分散を保てるのは、入力と出力の本数が等しいときだけ",
        en="Both ways at once only where fan-in equals fan-out",
    ),
    statement=equal(n_in, n_out),
    given=(equal(n_in * v, 1), equal(n_out * v, 1)),
    source="glorot2010",
    argument=(
        Have(
            statement=equal(n_in * (n_out * v), n_in),
            by=from_facts,
            because=Text(
                ja="後ろ向きの条件に n_in を掛けます。",
                en="Multiply the condition backwards by n_in.",
            ),
        ),
        Have(
            statement=equal(n_in * (n_out * v), n_out),
            by=from_facts,
            because=Text(
                ja="前向きの条件に n_out を掛けます。",
                en="Multiply the condition forwards by n_out.",
            ),
        ),
        Have(
            statement=equal(n_in, n_out),
            by=from_facts,
            because=Text(ja="左辺は同じです。", en="The left sides are the same."),
        ),
    ),
)

GLOROT_COMPROMISE = Theorem(
    id="glorot-compromise",
    name=Text(
        ja="Xavier の初期化では、前向きと後ろ向きの倍率の平均が 1 になる",
        en="Xavier: the factors forwards and backwards average to 1",
    ),
    statement=equal((n_in * v + n_out * v) / 2, 1),
    given=(equal(v, GLOROT),),
    source="glorot2010",
    argument=(
        Have(
            statement=equal((n_in * v + n_out * v) / 2, 1),
            by=by(insert),
            because=Text(
                ja="分散を代入すると、本数の和が約分されます。",
                en="Insert the variance; the sum of the fans cancels.",
            ),
        ),
    ),
)

# A uniform law on (−a, a)

UNIFORM = (a > 0, Random(w, Uniform(-a, a)))

UNIFORM_MEAN = (
    Derivation(
        id="uniform-mean",
        name=Text(ja="左右対称な一様分布の平均", en="Mean of a symmetric uniform law"),
        given=UNIFORM,
        source="bishop2006, appendix B",
    )
    .start(expectation(w, w))
    .by(
        density(x),
        integral(x, x, -a, a) / (2 * a),
        because=Text(
            ja="密度は区間全体で 1/(2a) です。", en="The density is 1/(2a) all over the interval."
        ),
    )
    .by(
        antiderivative(x**2 / 2, x),
        (a**2 / 2 - (-a) ** 2 / 2) / (2 * a),
        because=Text(ja="原始関数は x²/2 です。", en="An antiderivative is x²/2."),
    )
    .by(
        algebra,
        as_node(0),
        because=Text(ja="左右が打ち消し合います。", en="The two sides cancel."),
    )
)

UNIFORM_VARIANCE = (
    Derivation(
        id="uniform-variance",
        name=Text(ja="左右対称な一様分布の分散", en="Variance of a symmetric uniform law"),
        given=UNIFORM,
        uses=("uniform-mean",),
        source="bishop2006, appendix B",
    )
    .start(variance(w, w))
    .by(
        variance_defined,
        expectation((w - expectation(w, w)) ** 2, w),
        because=Text(ja="分散の定義です。", en="The definition of the variance."),
    )
    .by(
        lemma("uniform-mean"),
        expectation(w**2, w),
        because=Text(ja="平均は 0 です。", en="The mean is 0."),
    )
    .by(
        density(x),
        integral(x**2, x, -a, a) / (2 * a),
        because=Text(
            ja="密度は区間全体で 1/(2a) です。", en="The density is 1/(2a) all over the interval."
        ),
    )
    .by(
        antiderivative(x**3 / 3, x),
        (a**3 / 3 - (-a) ** 3 / 3) / (2 * a),
        because=Text(ja="原始関数は x³/3 です。", en="An antiderivative is x³/3."),
    )
    .by(algebra, a**2 / 3, because=Text(ja="整理します。", en="Collect."))
)

GLOROT_UNIFORM = (
    Derivation(
        id="glorot-uniform",
        name=Text(
            ja="一様分布による Xavier の初期化の幅",
            en="The width of Xavier's uniform law",
        ),
        given=(equal(a, SQRT(6 / (n_in + n_out))), *UNIFORM),
        uses=("uniform-variance",),
        source="glorot2010",
    )
    .start(variance(w, w))
    .by(
        lemma("uniform-variance"),
        a**2 / 3,
        because=Text(ja="一様分布の分散です。", en="The variance of the uniform law."),
    )
    .by(
        insert,
        GLOROT,
        because=Text(
            ja="幅を代入すると、Xavier の分散になります。",
            en="Insert the width: this is Xavier's variance.",
        ),
    )
)

CLAIMS = (
    GLOROT_BOTH,
    GLOROT_COMPROMISE,
    UNIFORM_MEAN,
    UNIFORM_VARIANCE,
    GLOROT_UNIFORM,
    Mistake(
        id="mistake-uniform-width",
        name=Text(
            ja="一様分布の幅を標準偏差そのものにする",
            en="The half-width of a uniform law is its standard deviation",
        ),
        statement=equal(variance(w, w), a**2),
        given=UNIFORM,
        source="own",
        why=Text(
            ja="一様分布の分散は a²/3 です。そのため、幅には 3 の平方根が余分に付きます。",
            en="The variance is a²/3: the half-width has an extra factor √3.",
        ),
        corrects="uniform-variance",
    ),
)
