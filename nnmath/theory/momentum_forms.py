"""Forms of momentum that are one: with the rate inside or outside, averaged, looking ahead."""

from __future__ import annotations

from nnmath.notation.symbols import optimizer_claims as symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Derivation, Mistake, Theorem
from nnmath.proof.inferences import by, from_facts
from nnmath.proof.nodes import Sequence
from nnmath.proof.rules import algebra, update
from nnmath.proof.statements import Recurrence, between, equal
from nnmath.theory.moment_sums import BUFFER, b_, g_, m_
from nnmath.theory.optimizer_vocabulary import mu
from nnmath.theory.vocabulary import E, eta, t

v_, theta_ = Sequence(symbols.VELOCITIES), Sequence(symbols.PARAMETERS)

VELOCITY = Recurrence(v_, t, mu * v_[t] - eta * g_[t + 1])
AVERAGED = Recurrence(m_, t, mu * m_[t] + (1 - mu) * g_[t + 1])
ONCE = Text(ja="更新則を1回ずつ使います。", en="Apply each rule once.")
REST = Text(ja="どちらも 0 から始まります。", en="Both begin with 0.")

BUFFER_IS_VELOCITY = Theorem(
    id="buffer-is-velocity",
    name=Text(
        ja="学習率を中で掛けても外で掛けても同じ",
        en="The rate inside or outside: the same momentum",
    ),
    statement=equal(v_[t], -(eta * b_[t])),
    given=(equal(b_[0], 0), equal(v_[0], 0), BUFFER, VELOCITY),
    source="sutskever2013, equation 1",
    argument=(
        Induction(
            index=t,
            statement=equal(v_[t], -(eta * b_[t])),
            base=(Have(statement=equal(v_[0], -(eta * b_[0])), by=from_facts, because=REST),),
            step=(
                Have(
                    statement=equal(v_[t + 1], mu * v_[t] - eta * g_[t + 1]),
                    by=by(update),
                    because=ONCE,
                ),
                Have(
                    statement=equal(b_[t + 1], mu * b_[t] + g_[t + 1]), by=by(update), because=ONCE
                ),
                Have(
                    statement=equal(v_[t + 1], -(eta * b_[t + 1])),
                    by=from_facts,
                    because=Text(
                        ja="学習率が一定なので、−η でくくれます。",
                        en="The rate is constant: take out −η.",
                    ),
                ),
            ),
        ),
    ),
)
AVERAGE_IS_BUFFER = Theorem(
    id="average-is-buffer",
    name=Text(
        ja="移動平均の形は、学習率を 1/(1 − μ) 倍すれば同じ",
        en="The averaged form is the same after η/(1 − μ)",
    ),
    statement=equal(eta / (1 - mu) * m_[t], eta * b_[t]),
    given=(mu < 1, equal(b_[0], 0), equal(m_[0], 0), BUFFER, AVERAGED),
    source="own",
    argument=(
        Induction(
            index=t,
            statement=equal(m_[t], (1 - mu) * b_[t]),
            base=(Have(statement=equal(m_[0], (1 - mu) * b_[0]), by=from_facts, because=REST),),
            step=(
                Have(
                    statement=equal(m_[t + 1], mu * m_[t] + (1 - mu) * g_[t + 1]),
                    by=by(update),
                    because=ONCE,
                ),
                Have(
                    statement=equal(b_[t + 1], mu * b_[t] + g_[t + 1]), by=by(update), because=ONCE
                ),
                Have(
                    statement=equal(m_[t + 1], (1 - mu) * b_[t + 1]),
                    by=from_facts,
                    because=Text(ja="1 − μ でくくります。", en="Take out 1 − μ."),
                ),
            ),
        ),
        Have(
            statement=equal(eta / (1 - mu) * m_[t], eta * b_[t]),
            by=from_facts,
            because=Text(
                ja="両辺に η/(1 − μ) を掛けます。", en="Multiply both sides by η/(1 − μ)."
            ),
        ),
    ),
)

AHEAD = theta_[t] + mu * v_[t]
SLOPE = E.prime(AHEAD)
LOOKING = (
    Recurrence(v_, t, mu * v_[t] - eta * SLOPE),
    Recurrence(theta_, t, theta_[t] + (mu * v_[t] - eta * SLOPE)),
)
NESTEROV_FORMS = (
    Derivation(
        id="nesterov-forms",
        name=Text(
            ja="先読みした点で見れば、勾配はいまの点でとる形になる",
            en="Seen at the point ahead, the gradient is taken where one stands",
        ),
        given=LOOKING,
        source="sutskever2013, equations 3 and 4",
    )
    .start(theta_[t + 1] + mu * v_[t + 1])
    .by(
        update,
        theta_[t] + (mu * v_[t] - eta * SLOPE) + mu * (mu * v_[t] - eta * SLOPE),
        because=Text(ja="更新則を1回ずつ使います。", en="Apply each rule once."),
    )
    .by(
        algebra,
        AHEAD - eta * SLOPE + mu * (mu * v_[t] - eta * SLOPE),
        because=Text(
            ja="先読みした点 θ + μv を取り出すと、そこからの1回の更新になっています。"
            "括弧の中は次の速度です。",
            en="With the point ahead θ + μv taken out, this is a step from it; the bracket is the "
            "next velocity.",
        ),
    )
)

MISTAKE_DAMPED_FIRST = Mistake(
    id="mistake-averaged-momentum-same-rate",
    name=Text(
        ja="移動平均の形でも、同じ学習率で同じ動きになる",
        en="The averaged form moves the same at the same rate",
    ),
    statement=equal(eta * m_[1], eta * b_[1]),
    given=(eta > 0, between(0, mu, 1), equal(b_[0], 0), equal(m_[0], 0), BUFFER, AVERAGED),
    source="own",
    why=Text(
        ja="移動平均は新しい勾配を 1 − μ 倍してから足すので、"
        "同じ学習率では歩幅が 1 − μ 倍になります。",
        en="The average adds 1 − μ times the new gradient: at the same rate its steps are shorter "
        "by that factor.",
    ),
    corrects="average-is-buffer",
)

CLAIMS = (BUFFER_IS_VELOCITY, AVERAGE_IS_BUFFER, NESTEROV_FORMS, MISTAKE_DAMPED_FIRST)
