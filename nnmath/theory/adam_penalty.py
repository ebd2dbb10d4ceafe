"""A penalty in the gradient against decay beside it, at the first step of Adam."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.claims import Derivation
from nnmath.proof.nodes import SQRT, Node
from nnmath.proof.rules import algebra
from nnmath.theory.penalties import penalty
from nnmath.theory.vocabulary import W, eta, g

# At the first step, and without ε, Adam divides the gradient by its own size


def first_step(gradient: Node) -> Node:
    """What Adam takes off the weight at its first step."""
    return eta * (gradient / SQRT(gradient**2))


PULLED = g + penalty * W
PENALTY_CANCELS = (
    Derivation(
        id="adam-divides-penalty-away",
        name=Text(
            ja="Adam の最初の更新では、L2 正則化の強さが消える",
            en="At Adam's first step the strength of an L2 penalty cancels",
        ),
        given=(g > 0, W > 0, penalty >= 0),
        source="loshchilov2019, section 2",
    )
    .start(W - first_step(PULLED))
    .by(
        algebra,
        W - eta,
        because=Text(
            ja="勾配は自分の大きさで割られます。正則化をどれだけ強くしても、更新は η です。",
            en="The gradient is divided by its own size: whatever the penalty, the step is η.",
        ),
    )
)

DECAY_STAYS = (
    Derivation(
        id="decoupled-decay-stays",
        name=Text(
            ja="AdamW の最初の更新では、重み減衰がそのまま残る",
            en="At AdamW's first step the decay stays",
        ),
        given=(g > 0,),
        source="loshchilov2019, section 2",
    )
    .start(W - (first_step(g) + eta * penalty * W))
    .by(
        algebra,
        (1 - eta * penalty) * W - eta,
        because=Text(
            ja="減衰は割り算の外にあるので、重みに比例して縮みます。",
            en="The decay stands outside the division: the weight shrinks in proportion.",
        ),
    )
)

CLAIMS = (PENALTY_CANCELS, DECAY_STAYS)
