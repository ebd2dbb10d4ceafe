"""Vanishing and exploding gradients: what a chain of layers does to a product of slopes."""

from __future__ import annotations

from nnmath.notation.symbols import deep_chains as symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Theorem
from nnmath.proof.indexed import Tensor, product
from nnmath.proof.inferences import by, cite, from_facts, instantiate
from nnmath.proof.nodes import Node, Relation, Variable, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra, unfold
from nnmath.proof.statements import And, ForAll, equal
from nnmath.theory.sigmoid import sigma
from nnmath.theory.sigmoid import z as pre_activation

ZERO, QUARTER, HALF = as_node(0), as_node("1/4"), as_node("1/2")
L, t = Variable(symbols.DEPTH), Variable(symbols.LAYERS_PASSED)
layer, counted = Variable(symbols.LAYER), Variable(symbols.COUNTED_LAYER)
x, w, z = (
    Tensor(each) for each in (symbols.FACTORS, symbols.CHAIN_WEIGHTS, symbols.CHAIN_PRE_ACTIVATIONS)
)
c, a = Variable(symbols.FACTOR_BOUND), Variable(symbols.WEIGHT_BOUND)
SLOPE = sigma.prime(z[layer])
sigmoid_chain = abs(product(counted, w[counted] * sigma.prime(z[counted]), 1, L))


def passed(last: Node) -> Node:
    """The size of the product of the first factors."""
    return abs(product(counted, x[counted], 1, last))


def _compared(left: Node, kind: str, right: Node) -> Relation:
    return left <= right if kind == "≤" else left >= right


def _product_compared(id: str, name: Text, kind: str, because: Text) -> Theorem:
    """|∏ x_l| against c^L, where each |x_l| compares so with c."""

    def at(last: Node) -> Relation:
        return _compared(passed(last), kind, c**last)

    each = _compared(abs(x[layer]), kind, c)
    here = _compared(abs(x[t + 1]), kind, c)
    split = equal(passed(t + 1), passed(t) * abs(x[t + 1]))
    times = _compared(passed(t) * abs(x[t + 1]), kind, c**t * c)
    return Theorem(
        id=id,
        name=name,
        statement=at(L),
        given=(c >= 0, ForAll(layer, each)),
        source="bengio1994",
        argument=(
            Induction(
                index=t,
                last=L,
                statement=at(t),
                base=(
                    Have(
                        statement=at(ZERO),
                        by=by(algebra),
                        because=Text(
                            ja="因数のない積も、0 乗も 1 です。",
                            en="A product without factors is 1, and so is the power 0.",
                        ),
                    ),
                ),
                step=(
                    Have(
                        statement=here,
                        by=instantiate(layer, t + 1),
                        because=Text(ja="次の層の因数です。", en="The factor of the next layer."),
                    ),
                    Have(
                        statement=split,
                        by=by(algebra),
                        because=Text(
                            ja="積の絶対値は、絶対値の積です。",
                            en="The size of a product is the product of the sizes.",
                        ),
                    ),
                    Have(
                        statement=times,
                        by=from_these(here, at(t), c >= 0, t + 1 <= L),
                        because=because,
                    ),
                    Have(
                        statement=at(t + 1),
                        by=from_these(split, times, t + 1 <= L),
                        because=Text(ja="累乗をまとめます。", en="Collect the powers."),
                    ),
                ),
            ),
        ),
    )


PRODUCT_BOUND = _product_compared(
    "product-of-slopes-vanishes",
    Text(
        ja="どの因数も c 以下なら、積は c の L 乗以下",
        en="Where no factor is above c, the product is at most c to the power L",
    ),
    "≤",
    Text(
        ja="帰納法の仮定に、次の因数を掛けます。",
        en="Multiply the hypothesis of the induction by the next factor.",
    ),
)
PRODUCT_GROWTH = _product_compared(
    "product-of-slopes-explodes",
    Text(
        ja="どの因数も c 以上なら、積は c の L 乗以上",
        en="Where no factor is below c, the product is at least c to the power L",
    ),
    "≥",
    Text(
        ja="帰納法の仮定に、次の因数を掛けます。",
        en="Multiply the hypothesis of the induction by the next factor.",
    ),
)

VALUE = sigma(pre_activation)
IS_PRODUCT = equal(sigma.prime(pre_activation), VALUE * (1 - VALUE))
IS_COMPLETED = equal(VALUE * (1 - VALUE), QUARTER - (VALUE - HALF) ** 2)
SIGMOID_SLOPE_BOUND = Theorem(
    id="sigmoid-slope-bound",
    name=Text(ja="シグモイド関数の傾きは 1/4 以下", en="The sigmoid's slope is at most 1/4"),
    statement=And((sigma.prime(pre_activation) >= 0, sigma.prime(pre_activation) <= QUARTER)),
    uses=("sigmoid", "sigmoid-derivative"),
    source="own",
    argument=(
        Have(
            statement=IS_PRODUCT,
            by=cite("sigmoid-derivative"),
            because=Text(ja="シグモイド関数の導関数です。", en="The sigmoid's derivative."),
        ),
        Have(
            statement=VALUE > 0,
            by=by(unfold(sigma)),
            because=Text(ja="値は 0 より大きく、", en="The value is above 0"),
        ),
        Have(
            statement=VALUE < 1,
            by=by(unfold(sigma)),
            because=Text(ja="1 より小さいので、", en="and below 1,"),
        ),
        Have(
            statement=sigma.prime(pre_activation) >= 0,
            by=from_facts,
            because=Text(ja="傾きは負になりません。", en="so the slope is not negative."),
        ),
        Have(
            statement=IS_COMPLETED,
            by=by(algebra),
            because=Text(ja="平方完成します。", en="Complete the square."),
        ),
        Have(
            statement=(VALUE - HALF) ** 2 >= 0,
            by=from_facts,
            because=Text(ja="平方は負になりません。", en="A square is not negative."),
        ),
        Have(
            statement=sigma.prime(pre_activation) <= QUARTER,
            by=from_facts,
            because=Text(ja="だから 1/4 を超えません。", en="Hence it does not exceed 1/4."),
        ),
    ),
)

SIGMOID_CHAIN = Theorem(
    id="sigmoid-chain-vanishes",
    name=Text(
        ja="シグモイド関数の層を重ねると勾配が消える",
        en="Through many sigmoid layers a gradient vanishes",
    ),
    statement=sigmoid_chain <= (QUARTER * a) ** L,
    given=(a >= 0, ForAll(layer, abs(w[layer]) <= a)),
    uses=("product-of-slopes-vanishes", "sigmoid-slope-bound"),
    source="bengio1994",
    argument=(
        Have(
            statement=And((SLOPE >= 0, SLOPE <= QUARTER)),
            by=cite("sigmoid-slope-bound", {pre_activation: z[layer]}),
            because=Text(ja="どの層の傾きも 1/4 以下です。", en="No slope is above 1/4."),
        ),
        Have(
            statement=ForAll(layer, abs(w[layer] * SLOPE) <= QUARTER * a),
            by=from_facts,
            because=Text(
                ja="重みの絶対値は a 以下なので、因数は a/4 以下です。",
                en="As no weight is above a in size, no factor is above a/4.",
            ),
        ),
        Have(
            statement=sigmoid_chain <= (QUARTER * a) ** L,
            by=cite("product-of-slopes-vanishes", {x[layer]: w[layer] * SLOPE, c: QUARTER * a}),
            because=Text(ja="積の上界を使います。", en="Use the bound on products."),
        ),
    ),
)

CLAIMS = (PRODUCT_BOUND, PRODUCT_GROWTH, SIGMOID_SLOPE_BOUND, SIGMOID_CHAIN)
