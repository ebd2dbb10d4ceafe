"""What a cross-entropy is made of: the entropy of the target, and the divergence from it."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Cases, Have, Suppose
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import LOG
from nnmath.proof.rules import algebra, fold, unfold
from nnmath.proof.statements import between, equal
from nnmath.theory.binary_cross_entropy import BETWEEN, BODY
from nnmath.theory.logarithm_bound import x
from nnmath.theory.loss_vocabulary import cross_entropy, divergence, entropy, y, y_hat
from nnmath.theory.rectifiers import DEFINITION

TARGET_BETWEEN = between(0, y, 1)
LABEL = between(0, y, 1, closed="both")
DIVERGENCE_BODY = y * (LOG(y) - LOG(y_hat)) + (1 - y) * (LOG(1 - y) - LOG(1 - y_hat))

ENTROPY = Definition(
    id="binary-entropy",
    name=Text(ja="2値のエントロピー", en="Entropy of a binary variable"),
    left=entropy(y),
    right=-y * LOG(y) - (1 - y) * LOG(1 - y),
    given=(TARGET_BETWEEN,),
    source="bishop2006, section 1.6",
    witness="tests/reference/losses.py::binary_entropy",
)

NONNEGATIVE = Theorem(
    id="binary-cross-entropy-nonnegative",
    name=Text(ja="交差エントロピーは正", en="A cross-entropy is positive"),
    statement=cross_entropy(y_hat) > 0,
    given=(LABEL, BETWEEN),
    uses=("binary-cross-entropy",),
    source="bishop2006, section 1.6",
    argument=(
        Have(
            statement=equal(cross_entropy(y_hat), BODY),
            by=cite("binary-cross-entropy"),
            because=Text(ja="定義です。", en="The definition."),
        ),
        Have(
            statement=LOG(y_hat) < 0,
            by=from_facts,
            because=Text(
                ja="1 より小さい数の対数は負です。",
                en="The logarithm of a number below 1 is negative.",
            ),
        ),
        Have(
            statement=LOG(1 - y_hat) < 0,
            by=from_facts,
            because=Text(ja="こちらも 1 より小さい数です。", en="So is this one."),
        ),
        Cases(
            cases=tuple(
                Suppose(
                    title=title,
                    assume=(assumed,),
                    steps=(
                        Have(
                            statement=cross_entropy(y_hat) > 0,
                            by=from_facts,
                            because=Text(
                                ja="正の数を、負でない重みで平均しています。",
                                en="A mean of positive numbers with weights that are not negative.",
                            ),
                        ),
                    ),
                )
                for title, assumed in (
                    (Text(ja="教師信号が 0 の場合", en="The target is 0"), equal(y, 0)),
                    (Text(ja="教師信号が正の場合", en="The target is positive"), y > 0),
                )
            ),
        ),
    ),
)

DIVERGENCE = Definition(
    id="binary-kl-divergence",
    name=Text(
        ja="2値のカルバック・ライブラー情報量",
        en="Kullback–Leibler divergence of binary variables",
    ),
    left=divergence(y_hat),
    right=DIVERGENCE_BODY,
    given=(TARGET_BETWEEN, BETWEEN),
    source="bishop2006, section 1.6",
    witness="tests/reference/losses.py::binary_kl_divergence",
)

DIVERGENCE_AS_DIFFERENCE = (
    Derivation(
        id="kl-is-cross-entropy-minus-entropy",
        name=Text(
            ja="情報量は交差エントロピーとエントロピーの差",
            en="The divergence is cross-entropy less entropy",
        ),
        given=(TARGET_BETWEEN, BETWEEN),
        uses=("binary-kl-divergence", "binary-cross-entropy", "binary-entropy"),
        source="bishop2006, section 1.6",
    )
    .start(divergence(y_hat))
    .by(unfold(divergence), DIVERGENCE_BODY, because=DEFINITION)
    .by(
        algebra,
        BODY - (-y * LOG(y) - (1 - y) * LOG(1 - y)),
        because=Text(
            ja="予測値を含む項と含まない項に分けます。",
            en="Part the terms with the prediction from those without.",
        ),
    )
    .by(
        fold(cross_entropy),
        cross_entropy(y_hat) - (-y * LOG(y) - (1 - y) * LOG(1 - y)),
        because=Text(ja="前半は交差エントロピーです。", en="The first part is the cross-entropy."),
    )
    .by(
        fold(entropy),
        cross_entropy(y_hat) - entropy(y),
        because=Text(
            ja="後半は教師信号だけで決まり、学習では動きません。",
            en="The rest is up to the target alone; training does not move it.",
        ),
    )
)

DIVERGENCE_NONNEGATIVE = Theorem(
    id="kl-nonnegative",
    name=Text(ja="情報量は負にならない", en="The divergence is never negative"),
    statement=divergence(y_hat) >= 0,
    given=(TARGET_BETWEEN, BETWEEN),
    uses=("binary-kl-divergence", "logarithm-bound"),
    source="bishop2006, section 1.6",
    argument=(
        Have(
            statement=equal(divergence(y_hat), DIVERGENCE_BODY),
            by=cite("binary-kl-divergence"),
            because=Text(ja="定義です。", en="The definition."),
        ),
        Have(
            statement=LOG(y_hat / y) <= y_hat / y - 1,
            by=cite("logarithm-bound", {x: y_hat / y}),
            because=Text(
                ja="対数関数は接線の下にあります。", en="The logarithm lies below its tangent line."
            ),
        ),
        Have(
            statement=y * LOG(y_hat / y) <= y_hat - y,
            by=from_facts,
            because=Text(ja="教師信号を掛けます。", en="Multiply by the target."),
        ),
        Have(
            statement=LOG((1 - y_hat) / (1 - y)) <= (1 - y_hat) / (1 - y) - 1,
            by=cite("logarithm-bound", {x: (1 - y_hat) / (1 - y)}),
            because=Text(ja="もう一方の項も同様です。", en="The same for the other term."),
        ),
        Have(
            statement=(1 - y) * LOG((1 - y_hat) / (1 - y)) <= y - y_hat,
            by=from_facts,
            because=Text(ja="残りの重みを掛けます。", en="Multiply by the other weight."),
        ),
        Have(
            statement=divergence(y_hat) >= 0,
            by=from_facts,
            because=Text(
                ja="2つを足すと右辺は 0 になり、符号を変えると情報量です。",
                en="Added, the right sides cancel; the left is minus the divergence.",
            ),
        ),
    ),
)

CLAIMS = (
    ENTROPY,
    NONNEGATIVE,
    DIVERGENCE,
    DIVERGENCE_AS_DIFFERENCE,
    DIVERGENCE_NONNEGATIVE,
)
