"""Which variance the weights should start with where ReLU follows: He."""

from __future__ import annotations

from nnmath.notation.symbols import chance
from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Derivation, Mistake, Theorem
from nnmath.proof.expectation_rules import by_laws, linearity
from nnmath.proof.expectations import expectation
from nnmath.proof.inferences import by
from nnmath.proof.laws import Random, Symmetric
from nnmath.proof.nodes import Variable, as_node
from nnmath.proof.rules import insert, lemma
from nnmath.proof.statements import equal
from nnmath.theory.activation_vocabulary import relu
from nnmath.theory.initialisation import n_in, q, v

HALF = as_node("1/2")
HE = 2 / n_in
z, s = Variable(chance.PRE_ACTIVATION), Variable(chance.SUM_VARIANCE)
EVEN = Random(z, Symmetric(s))

RELU_HALVES = (
    Derivation(
        id="relu-halves",
        name=Text(
            ja="ReLU は、左右対称な入力和の2乗平均を半分にする",
            en="ReLU halves the mean square of a symmetric sum",
        ),
        given=(s >= 0, EVEN),
        uses=("relu", "relu-by-absolute-value"),
        source="he2015",
    )
    .start(expectation(relu(z) ** 2, z))
    .by(
        lemma("relu-by-absolute-value"),
        expectation(((z + abs(z)) / 2) ** 2, z),
        because=Text(ja="ReLU を絶対値で書きます。", en="Write ReLU by the absolute value."),
    )
    .by(
        linearity,
        HALF * expectation(z**2, z) + HALF * expectation(z * abs(z), z),
        because=Text(
            ja="展開して、項ごとに期待値をとります。",
            en="Expand, and take the mean term by term.",
        ),
    )
    .by(
        by_laws,
        HALF * s,
        because=Text(
            ja="左右対称なので z|z| の平均は 0 です。残りは分散の半分です。",
            en="By symmetry the mean of z|z| is 0; what is left is half the variance.",
        ),
    )
)

HE_KEEPS = Theorem(
    id="he-keeps-mean-square",
    name=Text(
        ja="He の初期化では、ReLU を通っても2乗平均が保たれる",
        en="He: the mean square is kept, through ReLU as well",
    ),
    statement=equal(HALF * (n_in * v * q), q),
    given=(equal(v, HE),),
    source="he2015",
    argument=(
        Have(
            statement=equal(HALF * (n_in * v * q), q),
            by=by(insert),
            because=Text(
                ja="入力和の分散は n_in · v · q で、ReLU がそれを半分にします。",
                en="The sum has the variance n_in · v · q, and ReLU halves it.",
            ),
        ),
    ),
)

CLAIMS = (
    RELU_HALVES,
    HE_KEEPS,
    Mistake(
        id="mistake-relu-keeps-square",
        name=Text(
            ja="ReLU の前後で2乗平均は変わらない",
            en="ReLU does not change the mean square",
        ),
        statement=equal(expectation(relu(z) ** 2, z), s),
        given=(s > 0, EVEN),
        uses=("relu",),
        source="own",
        why=Text(
            ja="負の半分が 0 になるので、2乗平均も半分になります。He の 2 はその埋め合わせです。",
            en="The negative half becomes 0, and so does half the mean square: He's 2 makes up "
            "for it.",
        ),
        corrects="relu-halves",
    ),
)
