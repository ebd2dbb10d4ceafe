"""Limits of geometric sequences: what the convergence of gradient descent rests on."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import ByDefinitionOfLimit, Cases, Have, Suppose
from nnmath.proof.claims import Theorem
from nnmath.proof.inferences import cite, contradiction, from_facts
from nnmath.proof.limit_inferences import limit_arithmetic, shift, stays_away
from nnmath.proof.nodes import INFINITY, as_node
from nnmath.proof.statements import Iff, Not, Tends, equal, unequal
from nnmath.theory.vocabulary import bound, first, r, t, tolerance, x

ZERO, ONE = as_node(0), as_node(1)

POWER_TENDS_TO_ZERO = Tends(r**t, t, ZERO)
SIZE_OF_POWER = Have(
    statement=equal(abs(r**t), abs(r) ** t),
    by=cite("absolute-value-of-a-power"),
    because=Text(
        ja="累乗の絶対値は、絶対値の累乗です。",
        en="The absolute value of a power is the power of the absolute value.",
    ),
)
POWER_GROWS = Have(
    statement=(1 + (abs(r) - 1)) ** t >= 1 + t * (abs(r) - 1),
    by=cite("bernoulli-inequality", {x: abs(r) - 1}),
    because=Text(ja="ベルヌーイの不等式を使います。", en="Bernoulli's inequality."),
)

GEOMETRIC_CONVERGENCE = Theorem(
    id="geometric-convergence",
    name=Text(ja="等比数列が 0 に収束する条件", en="When a geometric sequence tends to 0"),
    statement=Iff(POWER_TENDS_TO_ZERO, abs(r) < 1),
    uses=("bernoulli-inequality", "absolute-value-of-a-power"),
    source="hardy2008, chapter IV",
    argument=(
        SIZE_OF_POWER,
        Suppose(
            title=Text(ja="⇐ 公比の絶対値が 1 より小さいとき", en="⇐ The ratio is below 1 in size"),
            assume=(abs(r) < 1,),
            steps=(
                Cases(
                    cases=(
                        Suppose(
                            title=Text(ja="公比が 0 の場合", en="The ratio is 0"),
                            assume=(equal(r, 0),),
                            steps=(
                                Have(
                                    statement=Tends(r ** (t + 1), t, ZERO),
                                    by=limit_arithmetic,
                                    because=Text(
                                        ja="2 番目の項から先はすべて 0 です。",
                                        en="From its second member on, the sequence is 0.",
                                    ),
                                ),
                                Have(
                                    statement=POWER_TENDS_TO_ZERO,
                                    by=shift,
                                    because=Text(
                                        ja="最初の項は極限に影響しません。",
                                        en="The first member does not matter for the limit.",
                                    ),
                                ),
                            ),
                        ),
                        Suppose(
                            title=Text(ja="公比が 0 でない場合", en="The ratio is not 0"),
                            assume=(unequal(r, 0),),
                            steps=(
                                Have(
                                    statement=(1 + (1 / abs(r) - 1)) ** t
                                    >= 1 + t * (1 / abs(r) - 1),
                                    by=cite("bernoulli-inequality", {x: 1 / abs(r) - 1}),
                                    because=Text(
                                        ja="公比の絶対値の逆数にベルヌーイの不等式を使います。",
                                        en="Bernoulli's inequality for the reciprocal of the "
                                        "ratio's absolute value.",
                                    ),
                                ),
                                ByDefinitionOfLimit(
                                    statement=POWER_TENDS_TO_ZERO,
                                    tolerance=tolerance,
                                    threshold=abs(r) / (tolerance * (1 - abs(r))),
                                    steps=(
                                        Have(
                                            statement=t * (1 / abs(r) - 1) > 1 / tolerance,
                                            by=from_facts,
                                            because=Text(
                                                ja="更新の回数をここまで大きくとれば十分です。",
                                                en="That is what an index so large gives.",
                                            ),
                                        ),
                                        Have(
                                            statement=(1 / abs(r)) ** t > 1 / tolerance,
                                            by=from_facts,
                                            because=Text(
                                                ja="ベルヌーイの不等式とあわせます。",
                                                en="Together with Bernoulli's inequality.",
                                            ),
                                        ),
                                        Have(
                                            statement=abs(r) ** t < tolerance,
                                            by=from_facts,
                                            because=Text(
                                                ja="両辺の逆数をとると、不等号の向きが変わります。",
                                                en="Take reciprocals: the inequality turns round.",
                                            ),
                                        ),
                                        Have(
                                            statement=abs(r**t - 0) < tolerance,
                                            by=from_facts,
                                            because=Text(
                                                ja="累乗の絶対値に戻します。",
                                                en="Back to the absolute value of the power.",
                                            ),
                                        ),
                                    ),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
        ),
        Suppose(
            title=Text(ja="⇒ 0 に収束するとき", en="⇒ The sequence tends to 0"),
            assume=(POWER_TENDS_TO_ZERO,),
            steps=(
                Cases(
                    cases=(
                        Suppose(
                            title=Text(
                                ja="公比の絶対値が 1 より小さい場合",
                                en="The ratio is below 1 in size",
                            ),
                            assume=(abs(r) < 1,),
                            steps=(
                                Have(
                                    statement=abs(r) < 1,
                                    by=from_facts,
                                    because=Text(
                                        ja="これが示したいことです。", en="That is the claim."
                                    ),
                                ),
                            ),
                        ),
                        Suppose(
                            title=Text(
                                ja="公比の絶対値が 1 以上の場合",
                                en="The ratio is at least 1 in size",
                            ),
                            assume=(abs(r) >= 1,),
                            steps=(
                                POWER_GROWS,
                                Have(
                                    statement=abs(r**t) >= 1,
                                    by=from_facts,
                                    because=Text(
                                        ja="右辺は 1 以上です。", en="Its right side is at least 1."
                                    ),
                                ),
                                Have(
                                    statement=Not(POWER_TENDS_TO_ZERO),
                                    by=stays_away(ONE),
                                    because=Text(
                                        ja="0 との距離がいつも 1 以上なら、0 には収束しません。",
                                        en="What stays at least 1 away from 0 does not tend to 0.",
                                    ),
                                ),
                                Have(
                                    statement=abs(r) < 1,
                                    by=contradiction,
                                    because=Text(
                                        ja="仮定と矛盾するので、この場合はありません。",
                                        en="A contradiction: this case does not occur.",
                                    ),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
)

GEOMETRIC_DIVERGENCE = Theorem(
    id="geometric-divergence",
    name=Text(ja="等比数列が発散する条件", en="When a geometric sequence diverges"),
    statement=Tends(abs(r**t), t, INFINITY),
    given=(abs(r) > 1,),
    uses=("bernoulli-inequality", "absolute-value-of-a-power"),
    source="hardy2008, chapter IV",
    argument=(
        SIZE_OF_POWER,
        POWER_GROWS,
        ByDefinitionOfLimit(
            statement=Tends(abs(r**t), t, INFINITY),
            tolerance=bound,
            threshold=bound / (abs(r) - 1),
            steps=(
                Have(
                    statement=t * (abs(r) - 1) > bound,
                    by=from_facts,
                    because=Text(
                        ja="番号をここまで大きくとれば十分です。",
                        en="That is what an index so large gives.",
                    ),
                ),
                Have(
                    statement=abs(r**t) > bound,
                    by=from_facts,
                    because=Text(
                        ja="ベルヌーイの不等式とあわせます。",
                        en="Together with Bernoulli's inequality.",
                    ),
                ),
            ),
        ),
    ),
)

SCALED = abs(r**t * first)
SCALED_DIVERGENCE = Theorem(
    id="scaled-geometric-divergence",
    name=Text(
        ja="最初の項が 0 でない等比数列が発散する条件",
        en="When a geometric sequence that begins with any number but 0 diverges",
    ),
    statement=Tends(SCALED, t, INFINITY),
    given=(abs(r) > 1, unequal(first, 0)),
    uses=("bernoulli-inequality", "absolute-value-of-a-power"),
    source="hardy2008, chapter IV",
    argument=(
        SIZE_OF_POWER,
        Have(
            statement=equal(SCALED, abs(r) ** t * abs(first)),
            by=from_facts,
            because=Text(
                ja="積の絶対値は、絶対値の積です。",
                en="The absolute value of a product is the product of absolute values.",
            ),
        ),
        POWER_GROWS,
        ByDefinitionOfLimit(
            statement=Tends(SCALED, t, INFINITY),
            tolerance=bound,
            threshold=bound / ((abs(r) - 1) * abs(first)),
            steps=(
                Have(
                    statement=t * (abs(r) - 1) * abs(first) > bound,
                    by=from_facts,
                    because=Text(
                        ja="番号をここまで大きくとれば十分です。",
                        en="That is what an index so large gives.",
                    ),
                ),
                Have(
                    statement=bound < SCALED,
                    by=from_facts,
                    because=Text(
                        ja="ベルヌーイの不等式とあわせます。",
                        en="Together with Bernoulli's inequality.",
                    ),
                ),
            ),
        ),
    ),
)

CLAIMS = (
    GEOMETRIC_CONVERGENCE,
    GEOMETRIC_DIVERGENCE,
    SCALED_DIVERGENCE,
)
