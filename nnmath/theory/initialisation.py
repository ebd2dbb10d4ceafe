"""How signals spread at the start: weights drawn at random, forwards, backwards, layer by layer."""

from __future__ import annotations

from nnmath.notation.symbols import chance
from nnmath.notation.text import Text
from nnmath.proof.claims import Derivation, Mistake
from nnmath.proof.expectation_rules import by_laws, independence, linearity, variance_defined
from nnmath.proof.expectations import expectation, variance
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.laws import Moments, Random, independent
from nnmath.proof.nodes import Variable, as_node
from nnmath.proof.rules import insert, lemma
from nnmath.proof.statements import ForAll, Hypothesis, equal, unequal

n_in, n_out = Variable(chance.FAN_IN), Variable(chance.FAN_OUT)
i, j = Variable(chance.INPUT_INDEX), Variable(chance.UNIT_INDEX)
w, x, errors = (
    Tensor(symbol) for symbol in (chance.STARTING_WEIGHTS, chance.SIGNALS, chance.ERRORS)
)
v, q = Variable(chance.WEIGHT_VARIANCE), Variable(chance.SIGNAL_SQUARE)
WEIGHTS = Random(w[i, j], Moments(as_node(0), v), independent=True)


# Forwards

SIGNALS = Random(x[i], Moments())
FORWARD: tuple[Hypothesis, ...] = (v >= 0, WEIGHTS, SIGNALS, independent(w, x))
SUM = total(i, w[i, j] * x[i])

FORWARD_MEAN = (
    Derivation(
        id="forward-mean",
        name=Text(ja="入力和の平均は 0", en="The weighted sum has mean 0"),
        given=FORWARD,
        source="glorot2010",
    )
    .start(expectation(SUM, w, x))
    .by(
        linearity,
        total(i, expectation(w[i, j] * x[i], w, x)),
        because=Text(
            ja="和の期待値は期待値の和です。", en="The mean of a sum is the sum of means."
        ),
    )
    .by(
        independence,
        total(i, expectation(w[i, j], w) * expectation(x[i], x)),
        because=Text(
            ja="重みと入力は独立なので、積の期待値は期待値の積です。",
            en="Weights and inputs are independent: means multiply.",
        ),
    )
    .by(
        by_laws,
        as_node(0),
        because=Text(ja="重みの平均は 0 です。", en="The weights have mean 0."),
    )
)

FORWARD_VARIANCE = (
    Derivation(
        id="forward-variance",
        name=Text(
            ja="入力和の分散は、入力の2乗平均の和に比例する",
            en="The variance of the weighted sum",
        ),
        given=FORWARD,
        uses=("forward-mean",),
        source="he2015",
    )
    .start(variance(SUM, w, x))
    .by(
        variance_defined,
        expectation((SUM - expectation(SUM, w, x)) ** 2, w, x),
        because=Text(ja="分散の定義です。", en="The definition of the variance."),
    )
    .by(
        lemma("forward-mean"),
        expectation(SUM**2, w, x),
        because=Text(ja="平均は 0 です。", en="The mean is 0."),
    )
    .by(
        by_laws,
        total(i, v * expectation(x[i] ** 2, x)),
        because=Text(
            ja="異なる重みは独立で平均 0 なので、2乗を展開した積の項は消えます。",
            en="Different weights are independent with mean 0: of the expanded square only the "
            "squares are left.",
        ),
    )
)

SAME_SQUARES = ForAll(i, equal(expectation(x[i] ** 2, x), q))

FORWARD_VARIANCE_FAN_IN = (
    Derivation(
        id="forward-variance-fan-in",
        name=Text(
            ja="2乗平均がそろっていれば、分散は n_in · v 倍になる",
            en="With equal mean squares, the variance is n_in times v times that",
        ),
        given=(*FORWARD, SAME_SQUARES),
        uses=("forward-variance",),
        source="he2015",
    )
    .start(variance(SUM, w, x))
    .by(
        lemma("forward-variance"),
        total(i, v * expectation(x[i] ** 2, x)),
        because=Text(ja="求めた分散です。", en="The variance just found."),
    )
    .by(
        insert,
        n_in * v * q,
        because=Text(
            ja="どの入力も2乗平均が q なので、同じ項が n_in 個並びます。",
            en="Every input has the mean square q: the same term, n_in times.",
        ),
    )
)

# Backwards: the same weights, summed over the units that a signal goes to

BACK = Random(errors[j], Moments())
BACKWARD: tuple[Hypothesis, ...] = (v >= 0, WEIGHTS, BACK, independent(w, errors))
BACK_SUM = total(j, w[i, j] * errors[j])
SAME_ERRORS = ForAll(j, equal(expectation(errors[j] ** 2, errors), q))

BACKWARD_MEAN = (
    Derivation(
        id="backward-mean",
        name=Text(ja="戻ってくる誤差の平均は 0", en="The error that comes back has mean 0"),
        given=BACKWARD,
        source="glorot2010",
    )
    .start(expectation(BACK_SUM, w, errors))
    .by(
        by_laws,
        as_node(0),
        because=Text(
            ja="誤差と独立な重みの平均が 0 だからです。",
            en="The weights, independent of the errors, have mean 0.",
        ),
    )
)

BACKWARD_VARIANCE = (
    Derivation(
        id="backward-variance",
        name=Text(
            ja="戻ってくる誤差の分散は n_out · v 倍になる",
            en="Backwards the variance is n_out times v times the mean square",
        ),
        given=(*BACKWARD, SAME_ERRORS),
        uses=("backward-mean",),
        source="glorot2010",
    )
    .start(variance(BACK_SUM, w, errors))
    .by(
        variance_defined,
        expectation((BACK_SUM - expectation(BACK_SUM, w, errors)) ** 2, w, errors),
        because=Text(ja="分散の定義です。", en="The definition of the variance."),
    )
    .by(
        lemma("backward-mean"),
        expectation(BACK_SUM**2, w, errors),
        because=Text(ja="平均は 0 です。", en="The mean is 0."),
    )
    .by(
        by_laws,
        total(j, v * expectation(errors[j] ** 2, errors)),
        because=Text(
            ja="積の項は独立性により消え、2乗の項だけが残ります。",
            en="By independence the mixed terms vanish; the squares are left.",
        ),
    )
    .by(
        insert,
        n_out * v * q,
        because=Text(
            ja="今度は出力の本数だけ同じ項が並びます。",
            en="This time there are as many equal terms as outputs.",
        ),
    )
)

CLAIMS = (
    FORWARD_MEAN,
    FORWARD_VARIANCE,
    FORWARD_VARIANCE_FAN_IN,
    BACKWARD_MEAN,
    BACKWARD_VARIANCE,
    Mistake(
        id="mistake-variance-without-mean",
        name=Text(
            ja="入力の分散だけで入力和の分散が決まる",
            en="Only the variance of the inputs counts",
        ),
        statement=equal(variance(SUM, w, x), total(i, v * variance(x[i], x))),
        given=(v > 0, WEIGHTS, SIGNALS, independent(w, x)),
        source="own",
        why=Text(
            ja="効くのは分散ではなく2乗平均です。"
            "ReLU の出力のように平均が 0 でなければ、両者は異なります。",
            en="It is the mean square that counts, not the variance: they differ where the mean is "
            "not 0, as after ReLU.",
        ),
        corrects="forward-variance",
    ),
    Mistake(
        id="mistake-forward-dependent",
        name=Text(
            ja="重みどうしが独立でなくても分散は n_in · v 倍",
            en="n_in times v, for dependent weights too",
        ),
        statement=equal(variance(SUM, w, x), n_in * v * q),
        given=(
            v > 0,
            Random(w[i, j], Moments(as_node(0), v)),
            SIGNALS,
            independent(w, x),
            SAME_SQUARES,
            unequal(n_in, 1),
        ),
        source="own",
        why=Text(
            ja="重みが互いに独立でないと、積の項が残ります。",
            en="Where weights hang together, the mixed terms stay.",
        ),
        corrects="forward-variance-fan-in",
    ),
)
