"""Why universal approximation needs an activation function that is no polynomial."""

from __future__ import annotations

from nnmath.notation.symbols import polynomial_networks as symbols
from nnmath.notation.symbols import single_unit
from nnmath.notation.text import Text
from nnmath.proof.claims import Derivation, Mistake
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.nodes import Node, Variable, as_node
from nnmath.proof.rules import algebra
from nnmath.proof.statements import equal
from nnmath.theory.network_vocabulary import j

w, b, v = (
    Tensor(each) for each in (symbols.HIDDEN_WEIGHTS, symbols.HIDDEN_BIASES, symbols.OUTPUT_WEIGHTS)
)
x = Variable(single_unit.INPUT)


def squares(at: Node) -> Node:
    """The output of any number of hidden units that square their pre-activations."""
    return total(j, v[j] * (w[j] * at + b[j]) ** 2)


def cube(at: Node) -> Node:
    """What is to be learned."""
    return at**3


def third_difference_of_squares(at: Node) -> Node:
    """The third difference of the network."""
    return squares(at + 3) - 3 * squares(at + 2) + 3 * squares(at + 1) - squares(at)


SQUARES_STAY_PARABOLAS = (
    Derivation(
        id="squares-stay-parabolas",
        name=Text(
            ja="2乗を活性化関数にすると、何ノードあっても放物線",
            en="With squares as activation any number of units draws a parabola",
        ),
        source="own",
    )
    .start(third_difference_of_squares(x))
    .by(
        algebra,
        as_node(0),
        because=Text(
            ja="2次式の3階差分は、どんな重みでも 0 です。",
            en="Whatever the weights, the third difference of a quadratic is 0.",
        ),
    )
)

CUBE_DOES_NOT = (
    Derivation(
        id="cube-is-no-parabola",
        name=Text(ja="3乗の3階差分は 0 ではない", en="The third difference of a cube is not 0"),
        source="own",
    )
    .start(cube(x + 3) - 3 * cube(x + 2) + 3 * cube(x + 1) - cube(x))
    .by(
        algebra,
        as_node(6),
        because=Text(
            ja="だから、4点のどこかで必ずずれます。幅を増やしても近づけません。",
            en="So it is missed at one of four points, and no width brings the network nearer.",
        ),
    )
)

CLAIMS = (
    SQUARES_STAY_PARABOLAS,
    CUBE_DOES_NOT,
    Mistake(
        id="mistake-any-activation-approximates",
        name=Text(
            ja="非線形なら、どんな活性化関数でも何でも近似できる",
            en="Any non-linear activation function approximates everything",
        ),
        statement=equal(third_difference_of_squares(x), as_node(6)),
        source="own",
        why=Text(
            ja="多項式ではだめです。層の幅を増やしても、次数が上がらないからです。",
            en="A polynomial will not do: more units do not raise the degree.",
        ),
        corrects="squares-stay-parabolas",
    ),
)
