"""Least squares with more weights than samples: of all solutions, the one that is made of data is
the shortest, and gradient descent from 0 never leaves what is made of data."""

from __future__ import annotations

from nnmath.notation.symbols import features
from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Mistake, Theorem
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.inferences import instantiate
from nnmath.proof.nodes import Node, Variable, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.statements import ForAll, Statement, equal
from nnmath.proof.substitution import substitute_in
from nnmath.theory.descent_vocabulary import T, n, s
from nnmath.theory.vocabulary import eta, t

i = Variable(features.FEATURE_INDEX)
X, r, w, d, u, w_path, u_path, e_path = (
    Tensor(symbol)
    for symbol in (
        features.DESIGN,
        features.CHANGES,
        features.LEAST_NORM,
        features.DIFFERENCE,
        features.COEFFICIENTS,
        features.WEIGHT_PATH,
        features.COEFFICIENT_PATH,
        features.ERROR_PATH,
    )
)
MADE_OF_DATA = ForAll(i, equal(w[i], total(n, X[n, i] * u[n])))


# Another solution is w + d; both fit the same targets, so d changes no prediction
CHANGE = ForAll(n, equal(r[n], total(i, X[n, i] * d[i])))
NO_CHANGE = ForAll(n, equal(r[n], 0))
GIVEN = (NO_CHANGE, MADE_OF_DATA, CHANGE)


def square(weights: Node) -> Node:
    """The squared length, of entries with the index i."""
    return total(i, weights**2)


MIXED = total(i, w[i] * d[i])
PAIRED = total(n, u[n] * r[n])
PYTHAGORAS = equal(square(w[i] + d[i]), square(w[i]) + 2 * MIXED + square(d[i]))

LEAST_NORM = Theorem(
    id="least-norm-solution",
    name=Text(
        ja="データの組み合わせでできた解は、すべての解の中で最も短い",
        en="The solution that is made of data is the shortest of all",
    ),
    statement=square(w[i]) <= square(w[i] + d[i]),
    given=GIVEN,
    source="zhang2017",
    argument=(
        Have(
            statement=equal(MIXED, PAIRED),
            by=from_these(MADE_OF_DATA, CHANGE),
            because=Text(
                ja="w = Xᵀu なので、wᵀd = uᵀXd です。",
                en="As w = Xᵀu: wᵀd = uᵀXd.",
            ),
        ),
        Have(
            statement=equal(PAIRED, 0),
            by=from_these(NO_CHANGE),
            because=Text(
                ja="2つの解の予測は同じなので、Xd は 0 です。",
                en="Both solutions predict the same: Xd is 0.",
            ),
        ),
        Have(
            statement=PYTHAGORAS,
            by=from_these(),
            because=Text(ja="和の平方を展開します。", en="Expand the square of the sum."),
        ),
        Have(
            statement=square(d[i]) >= 0,
            by=from_these(),
            because=Text(ja="平方の和です。", en="A sum of squares."),
        ),
        Have(
            statement=square(w[i]) <= square(w[i] + d[i]),
            by=from_these(equal(MIXED, PAIRED), equal(PAIRED, 0), PYTHAGORAS, square(d[i]) >= 0),
            because=Text(
                ja="w と d は直交するので、三平方の定理から w + d のほうが長くなります。",
                en="w and d are orthogonal: by Pythagoras w + d is the longer.",
            ),
        ),
    ),
)

WEIGHTS = ForAll(
    s,
    ForAll(i, equal(w_path[s, i], w_path[s - 1, i] - eta * total(n, X[n, i] * e_path[s - 1, n]))),
)
COEFFICIENTS = ForAll(s, ForAll(n, equal(u_path[s, n], u_path[s - 1, n] - eta * e_path[s - 1, n])))
FROM_ZERO = (ForAll(i, equal(w_path[0, i], 0)), ForAll(n, equal(u_path[0, n], 0)))


def made_of_data(at: Node) -> Statement:
    """w = Xᵀu after so many updates."""
    return equal(w_path[at, i], total(n, X[n, i] * u_path[at, n]))


def at_next(hypothesis: ForAll) -> Statement:
    """What a hypothesis on every update says of update t + 1."""
    return substitute_in(hypothesis.statement, {s: t + 1})


def _next(hypothesis: ForAll, because: Text) -> Have:
    return Have(statement=at_next(hypothesis), by=instantiate(s, t + 1), because=because)


STAYS_IN_ROW_SPACE = Theorem(
    id="descent-stays-in-row-space",
    name=Text(
        ja="0 から始めた勾配降下法の重みは、いつもデータの組み合わせでできている",
        en="Gradient descent from 0 keeps to weights that are made of data",
    ),
    statement=made_of_data(T),
    given=(WEIGHTS, COEFFICIENTS, *FROM_ZERO),
    source="zhang2017",
    argument=(
        Induction(
            index=t,
            last=T,
            statement=made_of_data(t),
            base=(
                Have(
                    statement=substitute_in(made_of_data(t), {t: as_node(0)}),
                    by=from_these(*FROM_ZERO),
                    because=Text(ja="両辺とも 0 です。", en="Both sides are 0."),
                ),
            ),
            step=(
                _next(WEIGHTS, Text(ja="次の重みの更新です。", en="The next update of weights.")),
                _next(
                    COEFFICIENTS,
                    Text(
                        ja="勾配はデータに誤差を掛けた和なので、係数も誤差の分だけ変わります。",
                        en="The gradient is a sum of data times errors: the coefficients take "
                        "the errors.",
                    ),
                ),
                Have(
                    statement=made_of_data(t + 1),
                    by=from_these(at_next(WEIGHTS), at_next(COEFFICIENTS), made_of_data(t)),
                    because=Text(
                        ja="仮定に、同じ組み合わせを足すだけです。",
                        en="To the hypothesis, a combination of the same kind is added.",
                    ),
                ),
            ),
        ),
    ),
)

CLAIMS = (
    LEAST_NORM,
    STAYS_IN_ROW_SPACE,
    Mistake(
        id="mistake-any-solution-is-shortest",
        name=Text(ja="データに合う解なら、どれも長さは同じ", en="All solutions are of one length"),
        statement=equal(square(w[i] + d[i]), square(w[i])),
        given=GIVEN,
        source="own",
        why=Text(
            ja="データに直交する成分を足しても解のままですが、長くなります。",
            en="Add something orthogonal to the data: still a solution, but a longer one.",
        ),
        corrects="least-norm-solution",
    ),
)
