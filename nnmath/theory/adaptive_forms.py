"""Which forms of AdaGrad, RMSProp, AdaDelta and Adam are one, and how far apart the others are."""

from __future__ import annotations

from nnmath.notation.symbols import optimizer_claims as symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Derivation, Mistake, Theorem
from nnmath.proof.inferences import by, cite, from_facts
from nnmath.proof.nodes import SQRT, Node, Sequence
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra, insert, lemma, update
from nnmath.proof.statements import And, Recurrence, equal
from nnmath.theory.descent_vocabulary import q
from nnmath.theory.effective_steps import r_
from nnmath.theory.moment_sums import g_
from nnmath.theory.momentum_forms import ONCE
from nnmath.theory.optimizer_vocabulary import (
    beta1,
    beta2,
    decay,
    epsilon,
    eta,
    fraction,
    m,
    r0,
    step,
    theta,
    v,
)
from nnmath.theory.vocabulary import t, x

# The two places of Adam's ε

SHRUNK = 1 - beta2**t
INVERSE_ROOT = 1 / SQRT(SHRUNK)
WHOLE, SPLIT = SQRT(v / SHRUNK), INVERSE_ROOT * SQRT(v)
POSITIVE = (fraction(beta2), t >= 1, v > 0)
ROOT_OF_CORRECTED = Theorem(
    id="root-of-corrected-average",
    name=Text(
        ja="補正した平均の根は、根の補正",
        en="The root of the corrected average is the corrected root",
    ),
    statement=equal(WHOLE, SPLIT),
    given=POSITIVE,
    uses=("equal-squares",),
    source="own",
    argument=(
        Have(
            statement=SHRUNK > 0,
            by=from_these(*POSITIVE),
            because=Text(ja="1 より小さい数の累乗です。", en="A power of a number below 1."),
        ),
        Have(
            statement=WHOLE > 0,
            by=from_these(SHRUNK > 0, v > 0),
            because=Text(ja="正の数の根です。", en="The root of a positive number."),
        ),
        Have(
            statement=SPLIT > 0,
            by=from_these(SHRUNK > 0, v > 0),
            because=Text(ja="正の数の積です。", en="A product of positive numbers."),
        ),
        Have(
            statement=equal(WHOLE**2, SPLIT**2),
            by=from_these(SHRUNK > 0, v > 0),
            because=Text(ja="平方すれば同じです。", en="Their squares are the same."),
        ),
        Have(
            statement=equal(WHOLE, SPLIT),
            by=cite("equal-squares", {x: WHOLE, q: SPLIT}),
            because=Text(ja="だから等しくなります。", en="So they are equal."),
        ),
    ),
)


def corrected_step(constant: Node) -> Node:
    """Adam's step with the corrections at the averages."""
    return eta * (m / (1 - beta1**t)) / (SQRT(v / SHRUNK) + constant)


def rate_corrected_step(constant: Node) -> Node:
    """Adam's step with both corrections in the rate."""
    return eta * SQRT(SHRUNK) / (1 - beta1**t) * m / (SQRT(v) + constant)


ADAM_FORMS = (
    Derivation(
        id="adam-forms",
        name=Text(
            ja="Adam の2つの形は、ε を √(1 − β₂^t) 倍すれば同じ",
            en="Adam's two forms are one, with √(1 − β₂^t) times the ε",
        ),
        given=(fraction(beta1), fraction(beta2), t >= 1, v > 0, epsilon > 0),
        uses=("root-of-corrected-average",),
        source="kingma2015, section 2",
    )
    .start(corrected_step(epsilon))
    .by(
        lemma("root-of-corrected-average"),
        eta * (m / (1 - beta1**t)) / (INVERSE_ROOT * SQRT(v) + epsilon),
        because=Text(ja="補正を根号の外に出します。", en="Take the correction out of the root."),
    )
    .by(
        algebra,
        rate_corrected_step(epsilon * SQRT(SHRUNK)),
        because=Text(
            ja="分母と分子に √(1 − β₂^t) を掛けます。はじめのうち、ε はずっと小さくなります。",
            en="Multiply above and below by √(1 − β₂^t): at first the ε is much smaller.",
        ),
    )
)

# ε inside or outside the root

INSIDE, OUTSIDE = SQRT(v + epsilon**2), SQRT(v) + epsilon
ENCLOSED = (INSIDE**2 <= OUTSIDE**2, OUTSIDE**2 <= 2 * INSIDE**2)
EPSILON_PLACES = Theorem(
    id="epsilon-inside-or-outside",
    name=Text(
        ja="根号の中の ε² と外の ε の違いは、歩幅にして √2 倍まで",
        en="Between ε² inside the root and ε outside it steps differ by √2 at most",
    ),
    statement=And(ENCLOSED),
    given=(v >= 0, epsilon > 0),
    source="own",
    argument=(
        Have(
            statement=ENCLOSED[0],
            by=from_facts,
            because=Text(
                ja="右辺を展開すると、正の項 2ε√v が加わります。",
                en="Expanded, the right side has a further term 2ε√v, which is not negative.",
            ),
        ),
        Have(
            statement=(SQRT(v) - epsilon) ** 2 >= 0,
            by=from_facts,
            because=Text(ja="平方は負になりません。", en="A square is not negative."),
        ),
        Have(
            statement=ENCLOSED[1],
            by=from_facts,
            because=Text(
                ja="差は (√v − ε)² です。v = ε² のとき、ちょうど 2 倍になります。",
                en="The difference is (√v − ε)². Where v = ε² it is twice exactly.",
            ),
        ),
    ),
)

# AdaGrad's first accumulator

s_ = Sequence(symbols.STARTED_SUMS)
ADDED = (
    Recurrence(r_, t, r_[t] + g_[t + 1] ** 2),
    Recurrence(s_, t, s_[t] + g_[t + 1] ** 2),
)
SHIFTED = equal(s_[t], r_[t] + r0)
ADAGRAD_STARTS = Theorem(
    id="adagrad-starts",
    name=Text(
        ja="AdaGrad の累積値の初期値は、いつまでも足されている",
        en="What AdaGrad's accumulator begins with stays in it for ever",
    ),
    statement=SHIFTED,
    given=(equal(r_[0], 0), equal(s_[0], r0), *ADDED),
    source="own",
    argument=(
        Induction(
            index=t,
            statement=SHIFTED,
            base=(
                Have(
                    statement=equal(s_[0], r_[0] + r0),
                    by=from_facts,
                    because=Text(ja="はじめの値です。", en="What they begin with."),
                ),
            ),
            step=(
                Have(
                    statement=equal(r_[t + 1], r_[t] + g_[t + 1] ** 2), by=by(update), because=ONCE
                ),
                Have(
                    statement=equal(s_[t + 1], s_[t] + g_[t + 1] ** 2), by=by(update), because=ONCE
                ),
                Have(
                    statement=equal(s_[t + 1], r_[t + 1] + r0),
                    by=from_facts,
                    because=Text(
                        ja="どちらにも同じ数が加わります。初期値が 0 なら、同じ手法です。",
                        en="The same is added to both. With 0 to begin with they are one method.",
                    ),
                ),
            ),
        ),
    ),
)

# A rate for AdaDelta, and the decay of AdamW

ADADELTA_RATE = (
    Derivation(
        id="adadelta-with-rate-one",
        name=Text(
            ja="学習率 1 の AdaDelta は、論文のとおり", en="With the rate 1 AdaDelta is the paper's"
        ),
        given=(equal(eta, 1),),
        source="zeiler2012, Algorithm 1",
    )
    .start(theta + eta * step)
    .by(
        insert,
        theta + step,
        because=Text(
            ja="更新量の記録には学習率が入らないので、ほかの値でも向きと比は変わりません。",
            en="The rate is not in what is remembered of the steps: any other only scales them.",
        ),
    )
)
DECAY_FORMS = (
    Derivation(
        id="adamw-forms",
        name=Text(
            ja="論文の重み減衰は、枠組みの係数の学習率倍",
            en="The paper's decay is the frameworks' coefficient times the rate",
        ),
        source="loshchilov2019, Algorithm 2",
    )
    .start(theta - (eta * step + eta * decay * theta))
    .by(
        algebra,
        (1 - eta * decay) * theta - eta * step,
        because=Text(
            ja="論文の λ のところに ηλ を置くと、先に縮めてから進む形になります。",
            en="With ηλ in the place of the paper's λ this is: first shrink, then step.",
        ),
    )
)

CLAIMS = (
    ROOT_OF_CORRECTED,
    ADAM_FORMS,
    EPSILON_PLACES,
    ADAGRAD_STARTS,
    ADADELTA_RATE,
    DECAY_FORMS,
    Mistake(
        id="mistake-adam-forms-same-epsilon",
        name=Text(
            ja="Adam の2つの形は、同じ ε で同じ動きになる",
            en="Adam's two forms move the same with the same ε",
        ),
        statement=equal(corrected_step(epsilon), rate_corrected_step(epsilon)),
        given=(
            eta > 0,
            m > 0,
            fraction(beta1),
            fraction(beta2),
            beta2 > 0,
            t >= 1,
            v >= 0,
            epsilon > 0,
        ),
        source="own",
        why=Text(
            ja="補正を学習率に移すと、ε も補正されたことになります。",
            en="With the corrections in the rate the ε is corrected, too.",
        ),
        corrects="adam-forms",
    ),
    Mistake(
        id="mistake-epsilon-anywhere",
        name=Text(
            ja="ε を根号の中に入れても外に出しても同じ",
            en="Inside the root or outside, the ε does the same",
        ),
        statement=equal(SQRT(v + epsilon), SQRT(v) + epsilon),
        given=(v >= 0, epsilon > 0),
        source="own",
        why=Text(
            ja="v が 0 に近いとき、中の ε はその根として効きます。1e-8 なら 1e-4 です。",
            en="Where v is near 0 the ε inside acts by its root: 1e-8 as 1e-4.",
        ),
        corrects="epsilon-inside-or-outside",
    ),
)
