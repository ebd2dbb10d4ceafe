"""The perceptron's learning rule, and why it ends: few mistakes where a margin separates."""

from __future__ import annotations

from nnmath.notation.symbols import perceptrons
from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Definition, Mistake, Theorem
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.inferences import cite, instantiate
from nnmath.proof.nodes import Node, Relation, Variable, as_node
from nnmath.proof.piecewise import piecewise
from nnmath.proof.premises import from_these
from nnmath.proof.statements import ForAll, Statement, equal
from nnmath.proof.substitution import substitute_in
from nnmath.theory.descent_vocabulary import T, a, b, i, s, square, u, w, w_path, w_stepped
from nnmath.theory.vocabulary import t

ZERO = as_node(0)
y = Variable(perceptrons.LABEL)
gamma, R = Variable(perceptrons.MARGIN), Variable(perceptrons.LARGEST_INPUT)
x = Tensor(perceptrons.FEATURES)
learned = Tensor(perceptrons.LEARNED_WEIGHTS, sources=(w, x, y))
y_path, x_path = Tensor(perceptrons.MISTAKEN_LABELS), Tensor(perceptrons.MISTAKEN_INPUTS)

AGREEMENT = y * total(i, w[i] * x[i])
PERCEPTRON_RULE = Definition(
    id="perceptron-rule",
    name=Text(ja="パーセプトロンの学習則", en="Perceptron learning rule"),
    left=learned[i],
    right=piecewise((w[i] + y * x[i], AGREEMENT <= 0), (w[i], AGREEMENT > 0)),
    source="rosenblatt1958",
    witness="tests/reference/descent.py::learned_weights",
)

IS_LABEL = equal(y**2, 1)
STEP = ForAll(i, equal(w_stepped[i], w[i] + y * x[i]))
CORRECTED = y * total(i, w_stepped[i] * x[i])
PERCEPTRON_CORRECTS = Theorem(
    id="perceptron-corrects",
    name=Text(
        ja="更新は、誤ったサンプルを正しい側へ動かす",
        en="An update moves a wrong sample towards the right side",
    ),
    statement=equal(CORRECTED, AGREEMENT + square(x)),
    given=(IS_LABEL, STEP),
    source="own",
    argument=(
        Have(
            statement=equal(CORRECTED, AGREEMENT + y**2 * square(x)),
            by=from_these(STEP),
            because=Text(ja="更新則を代入します。", en="Insert the update."),
        ),
        Have(
            statement=equal(CORRECTED, AGREEMENT + square(x)),
            by=from_these(IS_LABEL, equal(CORRECTED, AGREEMENT + y**2 * square(x))),
            because=Text(ja="ラベルの平方は 1 です。", en="The square of a label is 1."),
        ),
    ),
)

# At the s-th mistake the weights are w_{s−1}
START = ForAll(i, equal(w_path[0, i], 0))
UPDATES = ForAll(s, ForAll(i, equal(w_path[s, i], w_path[s - 1, i] + y_path[s] * x_path[s, i])))
LABELS = ForAll(s, equal(y_path[s] ** 2, 1))
MISTAKEN = ForAll(s, y_path[s] * total(i, w_path[s - 1, i] * x_path[s, i]) <= 0)
SEPARATED = ForAll(s, y_path[s] * total(i, u[i] * x_path[s, i]) >= gamma)
SMALL = ForAll(s, total(i, x_path[s, i] ** 2) <= R**2)
UNIT = equal(square(u), 1)


def at_next(hypothesis: ForAll) -> Statement:
    """What a hypothesis on every mistake says of mistake t + 1."""
    return substitute_in(hypothesis.statement, {s: t + 1})


def use_at_next(hypothesis: ForAll, because: Text) -> Have:
    """A hypothesis on every mistake, at mistake t + 1."""
    return Have(statement=at_next(hypothesis), by=instantiate(s, t + 1), because=because)


USE_UPDATE = use_at_next(UPDATES, Text(ja="次の誤りでの更新です。", en="The next update."))


def along(index: Node) -> Node:
    """u · w_t."""
    return total(i, u[i] * w_path[index, i])


def length(index: Node) -> Node:
    """‖w_t‖²."""
    return total(i, w_path[index, i] ** 2)


def progress(index: Node) -> Relation:
    """Every mistake turns the weights towards the separating direction."""
    return along(index) >= index * gamma


def growth(index: Node) -> Relation:
    """No mistake lengthens the weights by much."""
    return length(index) <= index * R**2


PERCEPTRON_PROGRESS = Theorem(
    id="perceptron-progress",
    name=Text(
        ja="誤るたびに、重みは分ける向きへ進む",
        en="With every mistake the weights gain along a separating direction",
    ),
    statement=progress(T),
    given=(START, UPDATES, SEPARATED),
    source="novikoff1962",
    argument=(
        Induction(
            index=t,
            last=T,
            statement=progress(t),
            base=(
                Have(
                    statement=progress(ZERO),
                    by=from_these(START),
                    because=Text(ja="はじめの重みは 0 です。", en="The first weights are 0."),
                ),
            ),
            step=(
                USE_UPDATE,
                use_at_next(
                    SEPARATED,
                    Text(
                        ja="u は、どのサンプルも余裕 γ で正しく分けます。",
                        en="The direction u has every sample right, by the margin γ.",
                    ),
                ),
                Have(
                    statement=equal(
                        along(t + 1),
                        along(t) + y_path[t + 1] * total(i, u[i] * x_path[t + 1, i]),
                    ),
                    by=from_these(at_next(UPDATES)),
                    because=Text(ja="更新則を代入します。", en="Insert the update."),
                ),
                Have(
                    statement=progress(t + 1),
                    by=from_these(
                        progress(t),
                        at_next(SEPARATED),
                        equal(
                            along(t + 1),
                            along(t) + y_path[t + 1] * total(i, u[i] * x_path[t + 1, i]),
                        ),
                    ),
                    because=Text(
                        ja="1回の誤りで、少なくとも γ だけ増えます。",
                        en="One mistake adds at least γ.",
                    ),
                ),
            ),
        ),
    ),
)

LENGTHENED = equal(
    length(t + 1),
    length(t)
    + 2 * (y_path[t + 1] * total(i, w_path[t, i] * x_path[t + 1, i]))
    + y_path[t + 1] ** 2 * total(i, x_path[t + 1, i] ** 2),
)
PERCEPTRON_GROWTH = Theorem(
    id="perceptron-growth",
    name=Text(
        ja="誤っても、重みはあまり長くならない", en="No mistake makes the weights much longer"
    ),
    statement=growth(T),
    given=(START, UPDATES, LABELS, MISTAKEN, SMALL),
    source="novikoff1962",
    argument=(
        Induction(
            index=t,
            last=T,
            statement=growth(t),
            base=(
                Have(
                    statement=growth(ZERO),
                    by=from_these(START),
                    because=Text(ja="はじめの重みは 0 です。", en="The first weights are 0."),
                ),
            ),
            step=(
                USE_UPDATE,
                use_at_next(LABELS, Text(ja="ラベルの平方は 1 です。", en="Labels square to 1.")),
                use_at_next(
                    MISTAKEN,
                    Text(
                        ja="誤ったので、この積は正ではありません。",
                        en="It was a mistake: this product is not positive.",
                    ),
                ),
                use_at_next(
                    SMALL, Text(ja="入力の大きさは R 以下です。", en="No input is longer than R.")
                ),
                Have(
                    statement=LENGTHENED,
                    by=from_these(at_next(UPDATES)),
                    because=Text(
                        ja="更新則を代入して、平方を展開します。",
                        en="Insert the update and expand the square.",
                    ),
                ),
                Have(
                    statement=growth(t + 1),
                    by=from_these(
                        growth(t), at_next(LABELS), at_next(MISTAKEN), at_next(SMALL), LENGTHENED
                    ),
                    because=Text(
                        ja="2つ目の項は正ではないので、増えるのは R² までです。",
                        en="The term in the middle is not positive: at most R² is added.",
                    ),
                ),
            ),
        ),
    ),
)

MISTAKES_ARE_FEW = Relation(T, "≤", (R / gamma) ** 2)
BY_CAUCHY_SCHWARZ = along(T) ** 2 <= square(u) * length(T)
GAINED = along(T) ** 2 >= (T * gamma) ** 2
PERCEPTRON_BOUND = Theorem(
    id="perceptron-mistake-bound",
    name=Text(ja="パーセプトロンの収束定理", en="Perceptron convergence theorem"),
    statement=MISTAKES_ARE_FEW,
    given=(START, UPDATES, LABELS, MISTAKEN, SEPARATED, SMALL, UNIT, gamma > 0),
    uses=("perceptron-progress", "perceptron-growth", "cauchy-schwarz"),
    source="novikoff1962",
    argument=(
        Have(
            statement=progress(T),
            by=cite("perceptron-progress"),
            because=Text(ja="分ける向きへの進みです。", en="What is gained along u."),
        ),
        Have(
            statement=growth(T),
            by=cite("perceptron-growth"),
            because=Text(ja="長さの伸びです。", en="What is gained in length."),
        ),
        Have(
            statement=BY_CAUCHY_SCHWARZ,
            by=cite("cauchy-schwarz", {a[i]: u[i], b[i]: w_path[T, i]}),
            because=Text(
                ja="ある向きの成分は、長さを超えません。",
                en="What lies along a direction is no longer than the whole.",
            ),
        ),
        Have(
            statement=GAINED,
            by=from_these(gamma > 0, progress(T)),
            because=Text(ja="正の数どうしの平方を比べます。", en="Square two positive numbers."),
        ),
        Have(
            statement=(T * gamma) ** 2 <= T * R**2,
            by=from_these(UNIT, BY_CAUCHY_SCHWARZ, GAINED, growth(T)),
            because=Text(ja="3つの不等式をつなぎます。", en="Chain the inequalities."),
        ),
        Have(
            statement=T * gamma**2 <= R**2,
            by=from_these((T * gamma) ** 2 <= T * R**2),
            because=Text(ja="T で割ります。", en="Divide by T."),
        ),
        Have(
            statement=MISTAKES_ARE_FEW,
            by=from_these(gamma > 0, T * gamma**2 <= R**2),
            because=Text(ja="γ² で割ります。", en="Divide by γ²."),
        ),
    ),
)

CLAIMS = (
    PERCEPTRON_RULE,
    PERCEPTRON_CORRECTS,
    PERCEPTRON_PROGRESS,
    PERCEPTRON_GROWTH,
    PERCEPTRON_BOUND,
    Mistake(
        id="mistake-one-update-is-enough",
        name=Text(
            ja="1回の更新で、そのサンプルは正しく分けられる",
            en="One update puts the sample right",
        ),
        statement=CORRECTED > 0,
        given=(IS_LABEL, STEP, AGREEMENT <= 0, square(x) > 0),
        source="own",
        why=Text(
            ja="正しい側へ動きますが、大きく誤っていれば、まだ誤った側にとどまります。",
            en="It moves towards the right side; from far on the wrong side it does not get there.",
        ),
        corrects="perceptron-corrects",
    ),
)
