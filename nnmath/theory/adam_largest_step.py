"""How far one step of Adam can go, as one claim, and what that is at the usual hyperparameters."""

from __future__ import annotations

from nnmath.notation.symbols import optimizer_claims as symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import Variable, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra
from nnmath.proof.statements import Chain, equal
from nnmath.theory.adam_step_bound import BOUND, LIMIT, M_HAT, RANGES, SHORT, V_HAT
from nnmath.theory.optimizer_vocabulary import POSITIVE_RATE, epsilon, eta, m_hat, v_hat

# The d with d ≥ 0 and d² = v̂ is the root of v̂
d = Variable(symbols.ROOT_OF_SECOND)
ROOT = (d >= 0, equal(d**2, V_HAT))
STEP = eta * M_HAT / (d + epsilon)
PLAIN = eta * m_hat / (d + epsilon)
LARGER = (d + epsilon) ** 2
RATIO = Theorem(
    id="ratio-with-epsilon",
    name=Text(ja="ε を足した数で割った1歩の限界", en="A bound on a step divided by d + ε"),
    statement=eta**2 * LIMIT >= PLAIN**2,
    given=(d >= 0, equal(d**2, v_hat), epsilon > 0, LIMIT >= 0, m_hat**2 <= LIMIT * v_hat),
    source="own",
    argument=(
        Have(
            statement=v_hat <= LARGER,
            by=from_facts,
            because=Text(ja="ε は正です。", en="The ε is positive."),
        ),
        Have(
            statement=LIMIT * v_hat <= LIMIT * LARGER,
            by=from_facts,
            because=Text(ja="負でない数を掛けます。", en="Multiply by what is not negative."),
        ),
        Have(
            statement=eta**2 * m_hat**2 <= eta**2 * (LIMIT * LARGER),
            by=from_facts,
            because=Text(
                ja="比の限界と合わせ、η² を掛けます。",
                en="With the bound on the ratio; multiply by η².",
            ),
        ),
        Have(
            statement=eta**2 * LIMIT >= PLAIN**2,
            by=from_facts,
            because=Text(
                ja="正の数 (d + ε)² で割ります。", en="Divide by (d + ε)², which is positive."
            ),
        ),
    ),
)
SQUARE = M_HAT**2 <= BOUND * V_HAT
WHOLE = Theorem(
    id="adam-longest-step",
    name=Text(
        ja="Adam の1歩は、勾配によらない限界を超えない",
        en="Whatever the gradients, a step of Adam has a bound",
    ),
    statement=eta**2 * BOUND >= STEP**2,
    given=(*RANGES, *ROOT, epsilon > 0),
    uses=("adam-ratio-bound", "ratio-with-epsilon"),
    source="own",
    argument=(
        *(
            Have(
                statement=each,
                by=from_these(*RANGES),
                because=Text(ja="1 より小さい数の累乗です。", en="A power of a number below 1."),
            )
            for each in SHORT
        ),
        Have(
            statement=SQUARE,
            by=cite("adam-ratio-bound"),
            because=Text(ja="比の限界です。", en="The bound on the ratio."),
        ),
        Have(
            statement=BOUND >= 0,
            by=from_these(*RANGES, *SHORT),
            because=Text(ja="負でない数だけでできています。", en="None of its parts is negative."),
        ),
        Have(
            statement=eta**2 * BOUND >= STEP**2,
            by=cite("ratio-with-epsilon", {m_hat: M_HAT, v_hat: V_HAT, LIMIT: BOUND}),
            because=Text(ja="ε は1歩を短くするだけです。", en="The ε only makes the step shorter."),
        ),
    ),
)

# β₁ = 0.9 and β₂ = 0.999: the bound without the powers of β, which vanish as t grows
USUAL = (
    (1 - as_node("0.9")) ** 2
    / (1 - as_node("0.999"))
    / (1 - as_node("0.9") ** 2 / as_node("0.999"))
)
AT_DEFAULTS = (
    Derivation(
        id="adam-bound-at-defaults",
        name=Text(
            ja="よく使う値での Adam の1歩の2乗の限界",
            en="The square of Adam's longest step at the usual values",
        ),
        source="own",
    )
    .start(USUAL)
    .by(
        algebra,
        as_node("370/7"),
        because=Text(
            ja="β の累乗は回数とともに 0 に近づくので、残りを計算します。",
            en="The powers of β vanish as steps go on; work out what remains.",
        ),
    )
)
BETWEEN = Chain(
    ((as_node("7.27") * eta) ** 2, eta**2 * USUAL, (as_node("7.271") * eta) ** 2), ("<", "<")
)
SEVEN = Theorem(
    id="adam-may-step-seven-rates",
    name=Text(
        ja="よく使う値での限界は、学習率の 7.27 倍",
        en="At the usual values the bound is 7.27 times the rate",
    ),
    statement=BETWEEN,
    given=(POSITIVE_RATE,),
    source="own",
    argument=(
        Have(
            statement=BETWEEN,
            by=from_facts,
            because=Text(
                ja="370/7 は 7.27 の2乗と 7.271 の2乗の間にあります。",
                en="370/7 lies between the squares of 7.27 and of 7.271.",
            ),
        ),
    ),
)
CLAIMS = (RATIO, WHOLE, AT_DEFAULTS, SEVEN)
