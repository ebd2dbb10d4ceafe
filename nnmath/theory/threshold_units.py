"""Units with a threshold: what one of them computes, what it cannot, and what two layers can."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Suppose
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import Node, as_node
from nnmath.proof.piecewise import piecewise
from nnmath.proof.rules import insert, unfold
from nnmath.proof.statements import And, Implies, Or, equal
from nnmath.theory.activation_vocabulary import HALF, b, step, w_1, w_2, x, x_1, x_2, z

THREE_HALVES = as_node("3/2")
BOTH = x_1 + x_2 - THREE_HALVES
EITHER = x_1 + x_2 - HALF


def _binary(*inputs: Node) -> tuple[Or, ...]:
    return tuple(Or((equal(each, 0), equal(each, 1))) for each in inputs)


def _cases(at: Node) -> Node:
    return piecewise((0, at < 0), (1, at >= 0))


INSERT = Text(
    ja="ステップ関数の定義を代入します。", en="Insert the definition of the step function."
)
TRY = Text(
    ja="入力は 0 か 1 なので、どの組み合わせでも確かめられます。",
    en="The inputs are 0 or 1, and every combination agrees.",
)

THRESHOLD_AND = (
    Derivation(
        id="threshold-and",
        name=Text(ja="AND を計算するユニット", en="A unit that computes AND"),
        given=_binary(x_1, x_2),
        uses=("step",),
        source="mcculloch1943",
    )
    .start(step(BOTH))
    .by(unfold(step), _cases(BOTH), because=INSERT)
    .by(insert, x_1 * x_2, because=TRY)
)

THRESHOLD_OR = (
    Derivation(
        id="threshold-or",
        name=Text(ja="OR を計算するユニット", en="A unit that computes OR"),
        given=_binary(x_1, x_2),
        uses=("step",),
        source="mcculloch1943",
    )
    .start(step(EITHER))
    .by(unfold(step), _cases(EITHER), because=INSERT)
    .by(insert, x_1 + x_2 - x_1 * x_2, because=TRY)
)

THRESHOLD_NOT = (
    Derivation(
        id="threshold-not",
        name=Text(ja="NOT を計算するユニット", en="A unit that computes NOT"),
        given=_binary(x),
        uses=("step",),
        source="mcculloch1943",
    )
    .start(step(-x + HALF))
    .by(unfold(step), _cases(-x + HALF), because=INSERT)
    .by(insert, 1 - x, because=TRY)
)


def _unit(first: int, second: int) -> Node:
    """The pre-activation at two inputs, each 0 or 1."""
    parts = [weight for weight, input in ((w_1, first), (w_2, second)) if input]
    return sum((part for part in [*parts[1:], b]), start=parts[0]) if parts else b


def _by_definition(at: Node) -> Have:
    return Have(
        statement=equal(step(at), _cases(at)),
        by=cite("step", {z: at}),
        because=Text(ja="ステップ関数の定義です。", en="The definition of the step function."),
    )


AS_XOR_AT_THREE = And(
    (
        equal(step(_unit(0, 0)), 0),
        equal(step(_unit(1, 0)), 1),
        equal(step(_unit(0, 1)), 1),
    )
)
WRONG_AT_THE_FOURTH = equal(step(_unit(1, 1)), 1)

XOR_IMPOSSIBLE = Theorem(
    id="xor-impossible",
    name=Text(ja="1つのユニットでは XOR を計算できない", en="One unit cannot compute XOR"),
    statement=Implies(AS_XOR_AT_THREE, WRONG_AT_THE_FOURTH),
    uses=("step",),
    source="minsky1969",
    argument=(
        *(_by_definition(_unit(*inputs)) for inputs in ((0, 0), (1, 0), (0, 1), (1, 1))),
        Suppose(
            title=Text(
                ja="3つの入力では XOR と同じ値になるとすると",
                en="Suppose it agrees with XOR at three inputs",
            ),
            assume=(AS_XOR_AT_THREE,),
            steps=(
                Have(
                    statement=b < 0,
                    by=from_facts,
                    because=Text(
                        ja="入力がどちらも 0 のとき、値は 0 です。",
                        en="With both inputs 0 the value is 0.",
                    ),
                ),
                Have(
                    statement=w_1 + b >= 0,
                    by=from_facts,
                    because=Text(
                        ja="1つ目だけが 1 のとき、値は 1 です。",
                        en="With the first input alone 1 the value is 1.",
                    ),
                ),
                Have(
                    statement=w_2 + b >= 0,
                    by=from_facts,
                    because=Text(
                        ja="2つ目だけが 1 のときも、値は 1 です。",
                        en="With the second input alone 1 it is 1 as well.",
                    ),
                ),
                Have(
                    statement=_unit(1, 1) >= 0,
                    by=from_facts,
                    because=Text(
                        ja="2つを足してバイアスを1つ引くと、さらに大きくなります。",
                        en="Add the two and take one bias away: that is larger still.",
                    ),
                ),
                Have(
                    statement=WRONG_AT_THE_FOURTH,
                    by=from_facts,
                    because=Text(
                        ja="したがって、どちらも 1 のときの値も 1 です。XOR なら 0 のはずです。",
                        en="So the value is 1 where both inputs are 1, where XOR has 0.",
                    ),
                ),
            ),
        ),
    ),
)

XOR_BY_TWO_LAYERS = (
    Derivation(
        id="xor-by-two-layers",
        name=Text(ja="2層で XOR を計算する", en="Two layers compute XOR"),
        given=_binary(x_1, x_2),
        uses=("step",),
        source="minsky1969",
    )
    .start(step(step(EITHER) - step(BOTH) - HALF))
    .by(
        unfold(step),
        _cases(_cases(EITHER) - _cases(BOTH) - HALF),
        because=Text(
            ja="1層目は OR と AND、2層目は「OR だが AND ではない」です。",
            en="The first layer is OR and AND, the second is “OR but not AND”.",
        ),
    )
    .by(insert, x_1 + x_2 - 2 * x_1 * x_2, because=TRY)
)

CLAIMS = (THRESHOLD_AND, THRESHOLD_OR, THRESHOLD_NOT, XOR_IMPOSSIBLE, XOR_BY_TWO_LAYERS)
