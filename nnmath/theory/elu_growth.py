"""ELU increases: case by case, and by the slope on its curved side."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Cases, Have, Suppose
from nnmath.proof.claims import Theorem
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import EXP, Node
from nnmath.proof.piecewise import piecewise
from nnmath.proof.premises import from_these
from nnmath.proof.statements import equal
from nnmath.theory.activation_vocabulary import alpha, elu, z, z_1, z_2


def cases(at: Node) -> Node:
    """The definition of ELU."""
    return piecewise((alpha * (EXP(at) - 1), at < 0), (at, at >= 0))


def defined(at: Node) -> Have:
    """ELU by its definition."""
    return Have(
        statement=equal(elu(at), cases(at)),
        by=cite("elu", {z: at}),
        because=Text(ja="定義です。", en="The definition."),
    )


GROWS = elu(z_1) < elu(z_2)
BOTH = (equal(elu(z_1), cases(z_1)), equal(elu(z_2), cases(z_2)))
TANGENT = EXP(z_2 - z_1) >= 1 + (z_2 - z_1)
STRETCHED = alpha * EXP(z_1) < alpha * EXP(z_2)
ELU_INCREASING = Theorem(
    id="elu-increasing",
    name=Text(ja="ELU は増加する", en="ELU increases"),
    statement=GROWS,
    given=(z_1 < z_2, alpha > 0),
    uses=("elu", "exponential-inequality"),
    source="clevert2016",
    argument=(
        defined(z_1),
        defined(z_2),
        Cases(
            cases=(
                Suppose(
                    title=Text(ja="どちらも負の場合", en="Both are negative"),
                    assume=(z_2 < 0,),
                    steps=(
                        Have(
                            statement=TANGENT,
                            by=cite("exponential-inequality", {z: z_2 - z_1}),
                            because=Text(
                                ja="指数関数は接線の上にあります。",
                                en="The exponential lies above its tangent.",
                            ),
                        ),
                        Have(
                            statement=alpha * EXP(z_1) * (EXP(z_2 - z_1) - 1) > 0,
                            by=from_these(z_1 < z_2, alpha > 0, TANGENT),
                            because=Text(ja="どの因数も正です。", en="Every factor is positive."),
                        ),
                        Have(
                            statement=STRETCHED,
                            by=from_these(alpha * EXP(z_1) * (EXP(z_2 - z_1) - 1) > 0),
                            because=Text(ja="展開します。", en="Expand."),
                        ),
                        Have(
                            statement=GROWS,
                            by=from_these(z_1 < z_2, z_2 < 0, STRETCHED, *BOTH),
                            because=Text(ja="定義に戻します。", en="Back to the definition."),
                        ),
                    ),
                ),
                Suppose(
                    title=Text(ja="大きいほうが負でない場合", en="The larger one is not"),
                    assume=(z_2 >= 0,),
                    steps=(
                        Have(
                            statement=GROWS,
                            by=from_facts,
                            because=Text(
                                ja="負の側の値は負で、正の側では恒等関数です。",
                                en="To the left values are negative; to the right it is the "
                                "identity.",
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
)

CLAIMS = (ELU_INCREASING,)
