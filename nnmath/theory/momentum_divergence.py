"""Beyond the limit of stability the heavy ball diverges on a quadratic.

With 0 ≤ μ < 1 the product of the two roots is below 1, so that what leaves the unit circle is a
real root: below −1 where the rate is too large.
"""

from __future__ import annotations

from nnmath.notation.symbols import optimizer_claims as symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Cases, Have, Induction, Suppose
from nnmath.proof.claims import Theorem
from nnmath.proof.inferences import by, cite, contradiction, from_facts, rewrite
from nnmath.proof.nodes import INFINITY, Node, Relation, Variable, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.rules import update
from nnmath.proof.statements import Recurrence, Statement, Tends, between, equal, unequal
from nnmath.theory.momentum_forms import theta_, v_
from nnmath.theory.momentum_stability import HEAVY_BALL, STEP, curvature, x
from nnmath.theory.optimizer_vocabulary import mu
from nnmath.theory.vocabulary import eta, first, r, t

z = Variable(symbols.OTHER_ROOT)
TRACE = 1 + mu - STEP
# z² − (1 + μ − ηλ)z + μ with the roots x and z, as far as they are real
ROOTS = (equal(mu, x * z), eta > 0, equal(curvature, (1 - x) * (1 - z) / eta))
ONCE = Text(ja="更新則を1回使います。", en="Apply the rule once.")


def mixed(step: Node) -> Node:
    """θ_t less the other root times θ_{t−1}, which is θ_t − v_t."""
    return theta_[step] - z * (theta_[step] - v_[step])


START = mixed(as_node(0))
GROWS = equal(mixed(t), x**t * START)


def along_a_root(
    id: str,
    name: Text,
    rules: tuple[Recurrence, Recurrence],
    roots: tuple[Relation, ...],
    put_in: Text,
    source: str,
) -> Theorem:
    """θ_t less the other root times θ_{t−1} goes like the powers of a root."""
    following = tuple(equal(each.sequence[t + 1], each.following) for each in rules)
    return Theorem(
        id=id,
        name=name,
        statement=GROWS,
        given=(*rules, *roots),
        source=source,
        argument=(
            Induction(
                index=t,
                statement=GROWS,
                base=(
                    Have(
                        statement=equal(START, x ** as_node(0) * START),
                        by=from_facts,
                        because=Text(ja="0 乗は 1 です。", en="The power 0 is 1."),
                    ),
                ),
                step=(
                    *(Have(statement=each, by=by(update), because=ONCE) for each in following),
                    Have(
                        statement=equal(mixed(t + 1), x * mixed(t)),
                        by=from_these(*following, *roots),
                        because=put_in,
                    ),
                    Have(
                        statement=equal(mixed(t + 1), x ** (t + 1) * START),
                        by=from_these(equal(mixed(t + 1), x * mixed(t)), GROWS),
                        because=Text(
                            ja="帰納法の仮定に x を掛けます。",
                            en="Multiply the hypothesis of the induction by x.",
                        ),
                    ),
                ),
            ),
        ),
    )


ALONG_A_ROOT = along_a_root(
    "heavy-ball-along-a-root",
    Text(
        ja="慣性項つきの勾配降下法には、根の累乗で変わる量がある",
        en="The heavy ball has a part that goes like the powers of a root",
    ),
    HEAVY_BALL,
    ROOTS,
    Text(
        ja="μ = xz と ηλ = (1 − x)(1 − z) を代入して整理します。",
        en="Put μ = xz and ηλ = (1 − x)(1 − z) in and collect.",
    ),
    "polyak1964",
)
TOO_LARGE = (between(0, mu, 1, closed="low"), 2 * (1 + mu) < STEP)
REAL_ROOTS = Theorem(
    id="heavy-ball-real-roots",
    name=Text(
        ja="学習率が大きすぎると、特性多項式の根は実数",
        en="With too large a rate the roots are real",
    ),
    statement=TRACE**2 - 4 * mu > 0,
    given=TOO_LARGE,
    source="own",
    argument=(
        Have(
            statement=1 + mu < -TRACE,
            by=from_facts,
            because=Text(ja="条件を移項します。", en="The condition, rearranged."),
        ),
        Have(
            statement=(1 + mu) ** 2 < TRACE**2,
            by=from_facts,
            because=Text(ja="正の数の平方どうしです。", en="Squares of positive numbers."),
        ),
        Have(
            statement=TRACE**2 - 4 * mu > 0,
            by=from_facts,
            because=Text(ja="(1 + μ)² − 4μ は (1 − μ)² です。", en="As (1 + μ)² − 4μ is (1 − μ)²."),
        ),
    ),
)
BELOW = x < -1


def root_below(
    id: str,
    name: Text,
    roots: tuple[Relation, ...],
    value: Node,
    too_large: tuple[Statement, ...],
) -> Theorem:
    """Where the characteristic polynomial is negative at −1, its lower root is below −1."""
    at_minus_one = equal((1 + x) * (1 + z), value)
    return Theorem(
        id=id,
        name=name,
        statement=BELOW,
        given=(*roots, x <= z, *too_large),
        source="own",
        argument=(
            Have(
                statement=at_minus_one,
                by=from_these(*roots),
                because=Text(ja="特性多項式の −1 での値です。", en="The value at −1."),
            ),
            Have(
                statement=(1 + x) * (1 + z) < 0,
                by=from_these(at_minus_one, *too_large),
                because=Text(ja="条件から負です。", en="Negative, by the condition."),
            ),
            Cases(
                cases=(
                    Suppose(
                        title=Text(ja="x ≥ −1 とすると", en="Were x at least −1"),
                        assume=(x >= -1,),
                        steps=(
                            Have(
                                statement=(1 + x) * (1 + z) >= 0,
                                by=from_these(x >= -1, x <= z),
                                because=Text(
                                    ja="どちらの因数も負になりません。",
                                    en="Neither factor would be negative.",
                                ),
                            ),
                            Have(
                                statement=BELOW,
                                by=contradiction,
                                because=Text(ja="負の値に反します。", en="But it is negative."),
                            ),
                        ),
                    ),
                    Suppose(
                        title=Text(ja="そうでなければ", en="Otherwise"),
                        assume=(BELOW,),
                        steps=(
                            Have(
                                statement=BELOW,
                                by=from_facts,
                                because=Text(ja="示すことそのものです。", en="That is the claim."),
                            ),
                        ),
                    ),
                )
            ),
        ),
    )


ROOT_BELOW = root_below(
    "heavy-ball-root-below",
    Text(
        ja="学習率が大きすぎると、根の1つは −1 より小さい",
        en="With too large a rate one of the roots is below −1",
    ),
    ROOTS,
    2 * (1 + mu) - STEP,
    TOO_LARGE[1:],
)
SIZE = abs(mixed(t))
DIVERGING = "scaled-geometric-divergence"
BY_POWERS = Tends(abs(x**t * START), t, INFINITY)
# What goes like the powers of a root beyond 1 in size tends to infinity
POWERS_GROW = (
    Have(
        statement=BY_POWERS,
        by=cite(DIVERGING, {r: x, first: START}),
        because=Text(
            ja="1 より大きい数の累乗は、限りなく大きくなります。",
            en="Powers of a number beyond 1 in size exceed any bound.",
        ),
    ),
    Have(
        statement=Tends(SIZE, t, INFINITY),
        by=rewrite,
        because=Text(ja="この量がそうです。", en="And so does what goes like them."),
    ),
)
DIVERGES = Theorem(
    id="heavy-ball-diverges",
    name=Text(
        ja="根の絶対値が 1 を超えると、慣性項つきの勾配降下法は発散する",
        en="With a root beyond 1 in size the heavy ball diverges",
    ),
    statement=Tends(SIZE, t, INFINITY),
    given=(*HEAVY_BALL, *ROOTS, abs(x) > 1, unequal(START, 0)),
    uses=("heavy-ball-along-a-root", DIVERGING),
    source="polyak1964",
    argument=(
        Have(
            statement=GROWS,
            by=cite("heavy-ball-along-a-root"),
            because=Text(ja="根の累乗で変わる量です。", en="What goes like its powers."),
        ),
        *POWERS_GROW,
    ),
)
CLAIMS = (ALONG_A_ROOT, REAL_ROOTS, ROOT_BELOW, DIVERGES)
