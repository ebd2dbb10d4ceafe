"""Units without an activation function: layers of them are no more than one."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.inferences import cite
from nnmath.proof.nodes import EXP
from nnmath.proof.rules import algebra, unfold
from nnmath.proof.statements import Iff, unequal
from nnmath.theory.activation_vocabulary import HALF, ZERO, b, b_1, b_2, sigma, w, w_1, w_2, x, z

AFFINE_COMPOSITION = (
    Derivation(
        id="affine-composition",
        name=Text(
            ja="1次関数を重ねても1次関数", en="An affine function of an affine function is affine"
        ),
        source="goodfellow2016, section 6.1",
    )
    .start(w_2 * (w_1 * x + b_1) + b_2)
    .by(
        algebra,
        (w_2 * w_1) * x + (w_2 * b_1 + b_2),
        because=Text(
            ja="展開して入力でまとめると、重みとバイアスが1つずつ残ります。",
            en="Expand and collect the input: one weight and one bias are left.",
        ),
    )
)

BIAS_AS_SHIFT = (
    Derivation(
        id="bias-as-shift",
        name=Text(ja="バイアスは入力軸に沿ったずれ", en="A bias is a shift along the input axis"),
        given=(unequal(w, 0),),
        source="own",
    )
    .start(sigma(w * x + b))
    .by(
        algebra,
        sigma(w * (x + b / w)),
        because=Text(
            ja="重みでくくると、入力に同じ量だけ足した形になります。",
            en="Take the weight out: what is left is the input plus a fixed amount.",
        ),
    )
)

UNIT_WITHOUT_BIAS = (
    Derivation(
        id="unit-without-bias",
        name=Text(
            ja="バイアスがなければ、原点での出力は ½ に決まる",
            en="Without a bias the output at the origin is ½",
        ),
        uses=("sigmoid",),
        source="own",
    )
    .start(sigma(w * ZERO))
    .by(
        unfold(sigma),
        1 / (1 + EXP(-(w * ZERO))),
        because=Text(ja="定義に代入します。", en="Insert it into the definition."),
    )
    .by(
        algebra,
        HALF,
        because=Text(
            ja="どんな重みでも、原点での総入力は 0 です。",
            en="Whatever the weight is, the pre-activation is 0 at the origin.",
        ),
    )
)

DECISION_BOUNDARY = Theorem(
    id="decision-boundary",
    name=Text(ja="決定境界", en="Decision boundary"),
    statement=Iff(sigma(w * x + b) >= HALF, w * x + b >= 0),
    uses=("sigmoid", "sigmoid-at-least-half"),
    source="bishop2006, section 4.3",
    argument=(
        Have(
            statement=Iff(sigma(w * x + b) >= HALF, w * x + b >= 0),
            by=cite("sigmoid-at-least-half", {z: w * x + b}),
            because=Text(
                ja="シグモイド関数の値が ½ 以上になる条件です。",
                en="The condition for the sigmoid function to be at least ½.",
            ),
        ),
    ),
)

CLAIMS = (AFFINE_COMPOSITION, BIAS_AS_SHIFT, UNIT_WITHOUT_BIAS, DECISION_BOUNDARY)
