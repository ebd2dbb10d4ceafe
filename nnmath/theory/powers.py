"""Powers with a natural exponent: Bernoulli's inequality and absolute values."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Theorem
from nnmath.proof.inferences import by, from_facts
from nnmath.proof.rules import algebra
from nnmath.proof.statements import equal
from nnmath.theory.vocabulary import r, t, x

BERNOULLI_INEQUALITY = Theorem(
    id="bernoulli-inequality",
    name=Text(ja="ベルヌーイの不等式", en="Bernoulli's inequality"),
    statement=(1 + x) ** t >= 1 + t * x,
    given=(x >= -1,),
    source="hardy2008, chapter IV",
    argument=(
        Induction(
            index=t,
            statement=(1 + x) ** t >= 1 + t * x,
            base=(
                Have(
                    statement=(1 + x) ** 0 >= 1 + 0 * x,
                    by=by(algebra),
                    because=Text(ja="両辺とも 1 です。", en="Both sides are 1."),
                ),
            ),
            step=(
                Have(
                    statement=(1 + x) ** (t + 1) >= (1 + t * x) * (1 + x),
                    by=from_facts,
                    because=Text(
                        ja="仮定の両辺に、負でない数 1 + x を掛けます。",
                        en="Multiply both sides of the hypothesis by 1 + x, which is not negative.",
                    ),
                ),
                Have(
                    statement=equal((1 + t * x) * (1 + x), 1 + (t + 1) * x + t * x**2),
                    by=by(algebra),
                    because=Text(ja="右辺を展開します。", en="Expand the right side."),
                ),
                Have(
                    statement=(1 + x) ** (t + 1) >= 1 + (t + 1) * x,
                    by=from_facts,
                    because=Text(
                        ja="最後の項は負ではないので、取り除いても不等号は変わりません。",
                        en="The last term is not negative; without it the inequality still holds.",
                    ),
                ),
            ),
        ),
    ),
)

ABSOLUTE_VALUE_OF_A_POWER = Theorem(
    id="absolute-value-of-a-power",
    name=Text(ja="累乗の絶対値", en="Absolute value of a power"),
    statement=equal(abs(r**t), abs(r) ** t),
    source="own",
    argument=(
        Induction(
            index=t,
            statement=equal(abs(r**t), abs(r) ** t),
            base=(
                Have(
                    statement=equal(abs(r**0), abs(r) ** 0),
                    by=by(algebra),
                    because=Text(ja="どちらも 1 です。", en="Both are 1."),
                ),
            ),
            step=(
                Have(
                    statement=equal(abs(r ** (t + 1)), abs(r) * abs(r**t)),
                    by=by(algebra),
                    because=Text(
                        ja="積の絶対値は、絶対値の積です。",
                        en="The absolute value of a product is the product of absolute values.",
                    ),
                ),
                Have(
                    statement=equal(abs(r ** (t + 1)), abs(r) ** (t + 1)),
                    by=from_facts,
                    because=Text(ja="仮定を使います。", en="Use the hypothesis."),
                ),
            ),
        ),
    ),
)

CLAIMS = (BERNOULLI_INEQUALITY, ABSOLUTE_VALUE_OF_A_POWER)
