"""The best learning rate on a quadratic, and how the condition number decides its speed."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.inferences import by, cite, from_facts
from nnmath.proof.nodes import Node, Relation, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra, unfold
from nnmath.proof.statements import between, equal, unequal
from nnmath.theory.descent_vocabulary import (
    block,
    condition_number,
    eigenvalue,
    kappa,
    lambda_max,
    lambda_min,
    rho,
)
from nnmath.theory.vocabulary import eta, t, x

ZERO = as_node(0)
HALF = as_node("1/2")
BEST_RATE = 2 / (lambda_min + lambda_max)
SPREAD = (lambda_max - lambda_min) / (lambda_max + lambda_min)
EIGENVALUES = between(0, lambda_min, lambda_max, closed="high")

CONDITION_NUMBER = Definition(
    id="condition-number",
    name=Text(ja="条件数", en="Condition number"),
    left=condition_number[()],
    right=lambda_max / lambda_min,
    given=(unequal(lambda_min, 0),),
    source="goodfellow2016, section 4.2",
    witness="tests/reference/descent.py::condition_number",
)

BEST_RATE_FACTOR = Theorem(
    id="best-rate-factor",
    name=Text(ja="最良の学習率での倍率", en="Factor at the best learning rate"),
    statement=abs(1 - BEST_RATE * eigenvalue) <= SPREAD,
    given=(EIGENVALUES, between(lambda_min, eigenvalue, lambda_max, closed="both")),
    source="goh2017, section “Choosing A Step-size”",
    argument=(
        Have(
            statement=1 - BEST_RATE * eigenvalue <= SPREAD,
            by=from_facts,
            because=Text(
                ja="固有値が最小のときに最も大きくなります。",
                en="It is largest for the smallest eigenvalue.",
            ),
        ),
        Have(
            statement=1 - BEST_RATE * eigenvalue >= -SPREAD,
            by=from_facts,
            because=Text(
                ja="固有値が最大のときに最も小さくなります。",
                en="It is least for the largest eigenvalue.",
            ),
        ),
        Have(
            statement=abs(1 - BEST_RATE * eigenvalue) <= SPREAD,
            by=from_these(
                EIGENVALUES,
                1 - BEST_RATE * eigenvalue <= SPREAD,
                1 - BEST_RATE * eigenvalue >= -SPREAD,
            ),
            because=Text(ja="両側からはさまれました。", en="So it is bounded from both sides."),
        ),
    ),
)

LOWEST = rho >= abs(1 - eta * lambda_min)
HIGHEST = rho >= abs(1 - eta * lambda_max)
BEST_RATE_IS_OPTIMAL = Theorem(
    id="best-rate-is-optimal",
    name=Text(ja="どの学習率でも、これより速くはならない", en="No learning rate does better"),
    statement=rho >= SPREAD,
    given=(EIGENVALUES, LOWEST, HIGHEST),
    source="goh2017, section “Choosing A Step-size”",
    argument=(
        Have(
            statement=rho >= 1 - eta * lambda_min,
            by=from_these(LOWEST),
            because=Text(
                ja="固有値が最小の座標の倍率です。",
                en="The factor of the coordinate with the smallest eigenvalue.",
            ),
        ),
        Have(
            statement=rho >= eta * lambda_max - 1,
            by=from_these(HIGHEST),
            because=Text(
                ja="固有値が最大の座標の倍率です。",
                en="The factor of the coordinate with the largest eigenvalue.",
            ),
        ),
        Have(
            statement=(lambda_max + lambda_min) * rho >= lambda_max - lambda_min,
            by=from_these(EIGENVALUES, rho >= 1 - eta * lambda_min, rho >= eta * lambda_max - 1),
            because=Text(
                ja="重みをつけて足すと、学習率が消えます。",
                en="Weighted and added, the two rid the bound of the learning rate.",
            ),
        ),
        Have(
            statement=rho >= SPREAD,
            by=from_these(EIGENVALUES, (lambda_max + lambda_min) * rho >= lambda_max - lambda_min),
            because=Text(ja="正の数で割ります。", en="Divide by a positive number."),
        ),
    ),
)

CONDITION_NUMBER_RATE = (
    Derivation(
        id="condition-number-rate",
        name=Text(ja="条件数で表した収束の速さ", en="Rate of convergence by the condition number"),
        given=(EIGENVALUES,),
        uses=("condition-number",),
        source="goh2017, section “Choosing A Step-size”",
    )
    .start((condition_number[()] - 1) / (condition_number[()] + 1))
    .by(
        unfold(condition_number),
        (lambda_max / lambda_min - 1) / (lambda_max / lambda_min + 1),
        because=Text(ja="条件数の定義を代入します。", en="Insert the condition number."),
    )
    .by(
        algebra,
        SPREAD,
        because=Text(
            ja="分子と分母に最小の固有値を掛けます。",
            en="Multiply top and bottom by the smallest eigenvalue.",
        ),
    )
)

RATE = (kappa - 1) / (kappa + 1)
GROWTH = 2 / (kappa - 1)
BERNOULLI = (1 + GROWTH) ** block >= 1 + block * GROWTH
RECIPROCAL = equal(RATE**block * (1 + GROWTH) ** block, 1)
LONG = block >= (kappa - 1) / 2

RATE_IS_NOT_NEGATIVE = (
    Have(
        statement=kappa + 1 > 0,
        by=from_these(kappa > 1),
        because=Text(ja="1 より大きい数に 1 を足します。", en="A number above 1, plus 1."),
    ),
    Have(
        statement=RATE**block >= 0,
        by=from_these(kappa > 1, kappa + 1 > 0),
        because=Text(ja="正の数の累乗です。", en="A power of a positive number."),
    ),
)

STEPS_TO_HALVE = Theorem(
    id="steps-to-halve",
    name=Text(ja="ずれを半分にする更新の回数", en="Number of updates that halve the distance"),
    statement=RATE**block <= HALF,
    given=(kappa > 1, LONG),
    uses=("bernoulli-inequality",),
    source="own",
    argument=(
        Have(
            statement=BERNOULLI,
            by=cite("bernoulli-inequality", {x: GROWTH, t: block}),
            because=Text(
                ja="倍率の逆数にベルヌーイの不等式を使います。",
                en="Bernoulli's inequality for the reciprocal of the rate.",
            ),
        ),
        Have(
            statement=block * GROWTH >= 1,
            by=from_these(kappa > 1, LONG),
            because=Text(ja="更新の回数の仮定です。", en="That is what so many updates give."),
        ),
        Have(
            statement=(1 + GROWTH) ** block >= 2,
            by=from_these(kappa > 1, BERNOULLI, block * GROWTH >= 1),
            because=Text(ja="逆数は 2 以上になります。", en="The reciprocal is at least 2."),
        ),
        Have(
            statement=RECIPROCAL,
            by=from_these(kappa > 1),
            because=Text(
                ja="互いに逆数なので、累乗の積は 1 です。",
                en="They are reciprocal: the product of the powers is 1.",
            ),
        ),
        *RATE_IS_NOT_NEGATIVE,
        Have(
            statement=RATE**block <= HALF,
            by=from_these(kappa > 1, RECIPROCAL, (1 + GROWTH) ** block >= 2, RATE**block >= 0),
            because=Text(ja="したがって ½ 以下です。", en="So it is at most ½."),
        ),
    ),
)


def halved(times: Node) -> Relation:
    """After so many blocks of updates."""
    return RATE ** (block * times) <= HALF**times


NUMBER_OF_STEPS = Theorem(
    id="number-of-steps",
    name=Text(ja="必要な更新の回数は条件数に比例する", en="The number of updates grows like κ"),
    statement=halved(t),
    given=(kappa > 1, LONG),
    uses=("steps-to-halve",),
    source="own",
    argument=(
        Have(
            statement=RATE**block <= HALF,
            by=cite("steps-to-halve"),
            because=Text(
                ja="ひとまとまりの更新で半分になります。", en="One block of updates halves it."
            ),
        ),
        *RATE_IS_NOT_NEGATIVE,
        Induction(
            index=t,
            statement=halved(t),
            base=(
                Have(
                    statement=halved(ZERO),
                    by=by(algebra),
                    because=Text(ja="0 乗は 1 です。", en="The power 0 is 1."),
                ),
            ),
            step=(
                Have(
                    statement=HALF**t >= 0,
                    by=from_these(),
                    because=Text(ja="正の数の累乗です。", en="A power of a positive number."),
                ),
                Have(
                    statement=RATE**block * RATE ** (block * t) <= RATE**block * HALF**t,
                    by=from_these(kappa > 1, kappa + 1 > 0, RATE**block >= 0, halved(t)),
                    because=Text(
                        ja="帰納法の仮定に、負でない数を掛けます。",
                        en="The hypothesis of the induction times a number that is not negative.",
                    ),
                ),
                Have(
                    statement=RATE**block * HALF**t <= HALF * HALF**t,
                    by=from_these(kappa > 1, RATE**block <= HALF, HALF**t >= 0),
                    because=Text(ja="もう一度半分になります。", en="It is halved once more."),
                ),
                Have(
                    statement=halved(t + 1),
                    by=from_these(
                        kappa > 1,
                        RATE**block * RATE ** (block * t) <= RATE**block * HALF**t,
                        RATE**block * HALF**t <= HALF * HALF**t,
                    ),
                    because=Text(ja="2つの不等式をつなぎます。", en="Chain the two inequalities."),
                ),
            ),
        ),
    ),
)

CLAIMS = (
    CONDITION_NUMBER,
    BEST_RATE_FACTOR,
    BEST_RATE_IS_OPTIMAL,
    CONDITION_NUMBER_RATE,
    STEPS_TO_HALVE,
    NUMBER_OF_STEPS,
)
