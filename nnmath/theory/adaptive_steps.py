"""How long the steps of RMSProp and AdaDelta are at most."""

from __future__ import annotations

from nnmath.notation.symbols import optimizer_claims as symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Derivation, Mistake, Theorem
from nnmath.proof.inferences import from_facts
from nnmath.proof.nodes import SQRT, Node, Variable
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra, insert, lemma
from nnmath.proof.statements import equal
from nnmath.theory.effective_steps import OUT_OF_ROOT, POSITIVE_GRADIENT
from nnmath.theory.optimizer_vocabulary import epsilon, eta, fraction, g, rho, u, v

scale = Variable(symbols.GRADIENT_SCALE)


def averaged(memory: Node) -> Node:
    """The moving average of squares after one more gradient."""
    return rho * memory + (1 - rho) * g**2


RMSPROP_FIRST = (
    Derivation(
        id="rmsprop-first-step",
        name=Text(ja="RMSProp の最初の歩幅は η/√(1 − ρ)", en="RMSProp's first step is η/√(1 − ρ)"),
        given=(fraction(rho), POSITIVE_GRADIENT, equal(v, 0)),
        uses=("root-scales",),
        source="goodfellow2016, Algorithm 8.5",
    )
    .start(eta * g / SQRT(averaged(v)))
    .by(
        insert,
        eta * g / SQRT(g**2 * (1 - rho)),
        because=Text(ja="移動平均は 0 から始まります。", en="The average begins with 0."),
    )
    .by(lemma("root-scales"), eta * g / (g * SQRT(1 - rho)), because=OUT_OF_ROOT)
    .by(
        algebra,
        eta / SQRT(1 - rho),
        because=Text(
            ja="勾配の大きさは消えます。補正がないので、最初の数歩は大きくなります。",
            en="The size of the gradient cancels. Without a correction the first steps are long.",
        ),
    )
)
RMSPROP_BOUND = Theorem(
    id="rmsprop-step-bound",
    name=Text(
        ja="RMSProp の1歩は η/√(1 − ρ) を超えない",
        en="No step of RMSProp is longer than η/√(1 − ρ)",
    ),
    statement=(eta * g / SQRT(averaged(v))) ** 2 <= eta**2 / (1 - rho),
    given=(fraction(rho), v >= 0, g**2 > 0),
    source="own",
    argument=(
        Have(
            statement=averaged(v) > 0,
            by=from_these(fraction(rho), v >= 0, g**2 > 0),
            because=Text(ja="正の数が加わります。", en="What is added is positive."),
        ),
        Have(
            statement=eta**2 * g**2 / averaged(v) <= eta**2 / (1 - rho),
            by=from_these(fraction(rho), v >= 0, g**2 > 0, averaged(v) > 0),
            because=Text(
                ja="分母には、いまの勾配の平方の 1 − ρ 倍が入っています。",
                en="The denominator holds 1 − ρ times the square of this gradient.",
            ),
        ),
        Have(
            statement=(eta * g / SQRT(averaged(v))) ** 2 <= eta**2 / (1 - rho),
            by=from_facts,
            because=Text(ja="平方根を平方にします。", en="Square the root."),
        ),
    ),
)
IGNORES_SCALE = (
    Derivation(
        id="adaptive-step-ignores-scale",
        name=Text(
            ja="勾配をすべて c 倍しても、歩幅は変わらない",
            en="All gradients c times as large, and the step stays",
        ),
        given=(scale > 0, v > 0),
        uses=("root-scales",),
        source="kingma2015, section 2.1",
    )
    .start(eta * (scale * g) / SQRT(scale**2 * v))
    .by(lemma("root-scales"), eta * (scale * g) / (scale * SQRT(v)), because=OUT_OF_ROOT)
    .by(
        algebra,
        eta * g / SQRT(v),
        because=Text(
            ja="平方の平均は c² 倍、その根は c 倍です。ε が 0 なら、損失の単位によりません。",
            en="Averages of squares grow by c², their root by c: without ε the unit of the loss "
            "does not matter.",
        ),
    )
)
taken = SQRT(u + epsilon) / SQRT(averaged(v) + epsilon) * g
ADADELTA_BOUND = Theorem(
    id="adadelta-step-bound",
    name=Text(
        ja="AdaDelta の1歩は、それまでの歩幅で決まる",
        en="AdaDelta's step is bounded by its steps so far",
    ),
    statement=taken**2 <= (u + epsilon) / (1 - rho),
    given=(fraction(rho), v >= 0, u >= 0, epsilon > 0),
    source="zeiler2012, section 3.2",
    argument=(
        Have(
            statement=averaged(v) >= (1 - rho) * g**2,
            by=from_these(fraction(rho), v >= 0),
            because=Text(ja="残りの項は負になりません。", en="The other term is not negative."),
        ),
        Have(
            statement=(1 - rho) * g**2 >= 0,
            by=from_these(fraction(rho)),
            because=Text(ja="負でない数の積です。", en="A product of what is not negative."),
        ),
        Have(
            statement=g**2 / (averaged(v) + epsilon) <= 1 / (1 - rho),
            by=from_these(
                fraction(rho),
                epsilon > 0,
                averaged(v) >= (1 - rho) * g**2,
                (1 - rho) * g**2 >= 0,
            ),
            because=Text(
                ja="分母には、いまの勾配の平方の 1 − ρ 倍が入っています。",
                en="The denominator holds 1 − ρ times the square of this gradient.",
            ),
        ),
        Have(
            statement=taken**2 <= (u + epsilon) / (1 - rho),
            by=from_facts,
            because=Text(
                ja="u + ε を掛けます。はじめは u が 0 なので、ごく小さい歩幅から始まります。",
                en="Multiply by u + ε. As u begins with 0, the first steps are tiny.",
            ),
        ),
    ),
)

CLAIMS = (
    RMSPROP_FIRST,
    RMSPROP_BOUND,
    IGNORES_SCALE,
    ADADELTA_BOUND,
    Mistake(
        id="mistake-rmsprop-step-below-rate",
        name=Text(
            ja="RMSProp の1歩は学習率を超えない", en="No step of RMSProp is longer than the rate"
        ),
        statement=(eta * g / SQRT(averaged(v))) ** 2 <= eta**2,
        given=(fraction(rho), eta > 0, v >= 0, g**2 > 0),
        source="own",
        why=Text(
            ja="移動平均は 0 から始まり、いまの勾配を 1 − ρ 倍しか含みません。",
            en="The average begins with 0 and holds only 1 − ρ of this gradient.",
        ),
        corrects="rmsprop-step-bound",
    ),
)
