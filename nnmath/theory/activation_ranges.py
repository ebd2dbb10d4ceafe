"""Ranges of leaky ReLU and GELU."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import SQRT, as_node
from nnmath.proof.piecewise import piecewise
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra, unfold
from nnmath.proof.special import ERF
from nnmath.proof.statements import And, between, equal
from nnmath.theory.activation_vocabulary import Phi, a, gelu, leaky_relu, v, z

REACHING = piecewise((v / a, v < 0), (v, v >= 0))
LEAKY_REACHES = (
    Derivation(
        id="leaky-relu-reaches",
        name=Text(ja="Leaky ReLU はどの値もとる", en="Leaky ReLU takes every value"),
        given=(a > 0,),
        uses=("leaky-relu",),
        source="own",
    )
    .start(leaky_relu(REACHING))
    .by(
        unfold(leaky_relu),
        piecewise((a * REACHING, REACHING < 0), (REACHING, REACHING >= 0)),
        because=Text(ja="定義に代入します。", en="Insert it into the definition."),
    )
    .by(
        algebra,
        v,
        because=Text(
            ja="負の値は、傾きで割った総入力でとります。",
            en="A negative value is taken at itself over the slope.",
        ),
    )
)

ROOT = SQRT(as_node(2))
OPEN = between(0, Phi(z), 1)
NORMAL_RANGE = Theorem(
    id="normal-distribution-range",
    name=Text(ja="分布関数の値は 0 と 1 の間", en="A distribution function lies between 0 and 1"),
    statement=OPEN,
    uses=("normal-distribution",),
    source="bishop2006, section 4.3",
    argument=(
        Have(
            statement=equal(Phi(z), (1 + ERF(z / ROOT)) / 2),
            by=cite("normal-distribution"),
            because=Text(ja="定義です。", en="The definition."),
        ),
        Have(
            statement=OPEN,
            by=from_facts,
            because=Text(
                ja="誤差関数の値は −1 と 1 の間です。",
                en="The error function lies between −1 and 1.",
            ),
        ),
    ),
)

GELU_RANGE = Theorem(
    id="gelu-between",
    name=Text(ja="正の側の GELU は 0 と総入力の間", en="To the right GELU is between 0 and z"),
    statement=And((gelu(z) > 0, gelu(z) < z)),
    given=(z > 0,),
    uses=("gelu", "normal-distribution", "normal-distribution-range"),
    source="own",
    argument=(
        Have(
            statement=equal(gelu(z), z * Phi(z)),
            by=cite("gelu"),
            because=Text(ja="定義です。", en="The definition."),
        ),
        Have(
            statement=OPEN,
            by=cite("normal-distribution-range"),
            because=Text(ja="門は 0 と 1 の間で開きます。", en="The gate is between 0 and 1."),
        ),
        Have(
            statement=z * (1 - Phi(z)) > 0,
            by=from_these(z > 0, OPEN),
            because=Text(ja="どちらの因数も正です。", en="Both factors are positive."),
        ),
        Have(
            statement=And((gelu(z) > 0, gelu(z) < z)),
            by=from_facts,
            because=Text(ja="定義に戻します。", en="Back to the definition."),
        ),
    ),
)

CLAIMS = (LEAKY_REACHES, NORMAL_RANGE, GELU_RANGE)
