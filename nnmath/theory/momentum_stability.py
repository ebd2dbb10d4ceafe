"""When momentum is stable on a quadratic: the roots of its characteristic polynomial."""

from __future__ import annotations

from nnmath.notation.symbols import optimizer_claims as symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Cases, Have, Suppose
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.inferences import contradiction, from_facts
from nnmath.proof.nodes import Node, Relation, Variable
from nnmath.proof.rules import algebra, update
from nnmath.proof.statements import And, Iff, Recurrence, Statement, between, equal
from nnmath.theory.momentum_forms import theta_, v_
from nnmath.theory.optimizer_vocabulary import mu
from nnmath.theory.vocabulary import eta, t

curvature = Variable(symbols.EIGENVALUE)
x, y = Variable(symbols.REAL_PART), Variable(symbols.IMAGINARY_PART)
a, b = Variable(symbols.TRACE), Variable(symbols.DETERMINANT)

VELOCITY = Recurrence(v_, t, mu * v_[t] - eta * curvature * theta_[t])
PARAMETER = Recurrence(theta_, t, theta_[t] + (mu * v_[t] - eta * curvature * theta_[t]))
HEAVY_BALL = (VELOCITY, PARAMETER)
BEFORE = (
    Derivation(
        id="heavy-ball-one-step-before",
        name=Text(
            ja="速度を引くと1回前のパラメータになる",
            en="Less its velocity, a parameter is the one before",
        ),
        given=HEAVY_BALL,
        source="own",
    )
    .start(theta_[t + 1] - v_[t + 1])
    .by(
        update,
        theta_[t]
        + (mu * v_[t] - eta * curvature * theta_[t])
        - (mu * v_[t] - eta * curvature * theta_[t]),
        because=Text(ja="更新則を1回ずつ使います。", en="Apply each rule once."),
    )
    .by(algebra, theta_[t], because=Text(ja="速度が消えます。", en="The velocity cancels."))
)
CHARACTERISTIC = (
    Derivation(
        id="heavy-ball-characteristic",
        name=Text(
            ja="慣性項つきの勾配降下法がみたす2次の漸化式",
            en="The recurrence of second order that the heavy ball obeys",
        ),
        given=(PARAMETER,),
        source="polyak1964",
    )
    .start(theta_[t + 1])
    .by(
        update,
        theta_[t] + (mu * v_[t] - eta * curvature * theta_[t]),
        because=Text(ja="更新則を1回使います。", en="Apply the rule once."),
    )
    .by(
        algebra,
        (1 + mu - eta * curvature) * theta_[t] - mu * (theta_[t] - v_[t]),
        because=Text(
            ja="括弧の中は1回前のパラメータです。特性多項式は z² − (1 + μ − ηλ)z + μ になります。",
            en="The bracket is the parameter one step before: the characteristic polynomial is "
            "z² − (1 + μ − ηλ)z + μ.",
        ),
    )
)

# z² − az + b with a real root x
ROOT = equal(b, a * x - x**2)
MARGINS = (b < 1, 1 - a + b > 0, 1 + a + b > 0)
BOUNDED = between(-1, x, 1)


def outside(title: Text, where: Relation, factored: Relation, value: Text) -> Suppose:
    """No real root is so far out."""
    return Suppose(
        title=title,
        assume=(where,),
        steps=(
            Have(
                statement=factored,
                by=from_facts,
                because=Text(
                    ja="条件から |a| < 1 + b < 2 なので、どちらの因数も負ではありません。",
                    en="By the conditions |a| < 1 + b < 2, so neither factor is negative.",
                ),
            ),
            Have(statement=BOUNDED, by=contradiction, because=value),
        ),
    )


REAL_ROOT = Theorem(
    id="jury-real-root",
    name=Text(
        ja="3つの条件がそろえば、実根は 1 と −1 の間にある",
        en="Under the three conditions a real root lies between −1 and 1",
    ),
    statement=BOUNDED,
    given=(ROOT, *MARGINS),
    source="own",
    argument=(
        Cases(
            cases=(
                outside(
                    Text(ja="1 以上なら", en="If it were at least 1"),
                    x >= 1,
                    (x - 1) * (x + 1 - a) >= 0,
                    Text(
                        ja="x での値が 1 − a + b 以上となり、0 になりません。",
                        en="The value at x is at least 1 − a + b: it is no root.",
                    ),
                ),
                outside(
                    Text(ja="−1 以下なら", en="If it were at most −1"),
                    x <= -1,
                    (-1 - x) * (1 - x + a) >= 0,
                    Text(
                        ja="x での値が 1 + a + b 以上となり、0 になりません。",
                        en="The value at x is at least 1 + a + b: it is no root.",
                    ),
                ),
                Suppose(
                    title=Text(ja="その間なら", en="In between"),
                    assume=(BOUNDED,),
                    steps=(
                        Have(
                            statement=BOUNDED,
                            by=from_facts,
                            because=Text(ja="示すことそのものです。", en="That is the claim."),
                        ),
                    ),
                ),
            )
        ),
    ),
)
# (z − x)² + y² has the roots x ± iy and the constant term b = x² + y²
INSIDE = x**2 + y**2 < 1
COMPLEX_ROOT = Theorem(
    id="jury-complex-root",
    name=Text(
        ja="定数項が 1 より小さければ、複素数の根は単位円の内側にある",
        en="With a constant term below 1 complex roots lie inside the unit circle",
    ),
    statement=INSIDE,
    given=(equal(b, x**2 + y**2), b < 1),
    source="own",
    argument=(
        Have(
            statement=INSIDE,
            by=from_facts,
            because=Text(
                ja="根の大きさの平方は、2つの根の積 b です。",
                en="The squared size of a root is b, the product of the two.",
            ),
        ),
    ),
)


def region(
    id: str,
    name: Text,
    coefficients: tuple[Node, Node],
    rates: tuple[Relation, Relation],
    source: str,
) -> Theorem:
    """The three conditions hold at these learning rates and at no others."""
    trace, product = coefficients
    margins = (product < 1, 1 - trace + product > 0, 1 + trace + product > 0)
    words = (
        Text(ja="2つの根の積です。", en="The product of the two roots."),
        Text(ja="z = 1 での値は ηλ です。", en="The value at z = 1 is ηλ."),
        Text(ja="z = −1 での値が正になるところが上限です。", en="z = −1 gives the upper end."),
    )
    inside: Statement = And(rates)
    stable: Statement = And(margins)

    def shown(parts: tuple[Relation, ...], because: tuple[Text, ...]) -> tuple[Have, ...]:
        pairs = zip(parts, because, strict=True)
        return tuple(Have(statement=each, by=from_facts, because=why) for each, why in pairs)

    def together(whole: Statement) -> Have:
        words = Text(ja="まとめます。", en="Together.")
        return Have(statement=whole, by=from_facts, because=words)

    return Theorem(
        id=id,
        name=name,
        statement=Iff(inside, stable),
        given=(between(0, mu, 1, closed="low"),),
        source=source,
        argument=(
            Suppose(
                title=Text(ja="学習率が範囲にあれば", en="With such a rate"),
                assume=(inside,),
                steps=(*shown(margins, words), together(stable)),
            ),
            Suppose(
                title=Text(ja="3つの条件がそろえば", en="Under the conditions"),
                assume=(stable,),
                steps=(*shown(rates, words[1:]), together(inside)),
            ),
        ),
    )


STEP = eta * curvature
HEAVY_BALL_STABLE = region(
    "heavy-ball-stable",
    Text(ja="慣性項つきの勾配降下法が安定な範囲", en="Where the heavy ball is stable"),
    (1 + mu - STEP, mu),
    (STEP > 0, 2 * (1 + mu) > STEP),
    "polyak1964",
)
NESTEROV_STABLE = region(
    "nesterov-stable",
    Text(ja="ネステロフの加速法が安定な範囲", en="Where Nesterov's method is stable"),
    ((1 + mu) * (1 - STEP), mu * (1 - STEP)),
    (STEP > 0, 2 * (1 + mu) / (1 + 2 * mu) > STEP),
    "sutskever2013, section 2",
)

CLAIMS = (
    BEFORE,
    CHARACTERISTIC,
    REAL_ROOT,
    COMPLEX_ROOT,
    HEAVY_BALL_STABLE,
    NESTEROV_STABLE,
)
