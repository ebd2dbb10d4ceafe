"""A saddle: the gradient is 0, and yet it is no minimum; gradient descent leaves it sideways."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import ByDefinitionOfLimit, Have, Induction
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.inferences import by, cite, from_facts
from nnmath.proof.nodes import INFINITY, Derivative, Node, Relation, Sequence, as_node
from nnmath.proof.rules import algebra, differentiate, unfold, update
from nnmath.proof.statements import Recurrence, Tends, equal, unequal
from nnmath.theory.descent_vocabulary import saddle, x, x_, y, y_
from nnmath.theory.vocabulary import bound, eta, t
from nnmath.theory.vocabulary import x as excess

ZERO = as_node(0)

SADDLE_LOSS = Definition(
    id="saddle-loss",
    name=Text(ja="鞍点をもつ損失", en="A loss with a saddle"),
    left=saddle[()],
    right=(x**2 - y**2) / 2,
    source="own",
    witness="tests/reference/descent.py::saddle_loss",
)


def _slope(id: str, name: Text, variable: Node, value: Node) -> Derivation:
    return (
        Derivation(id=id, name=name, uses=("saddle-loss",), source="own")
        .start(Derivative(saddle[()], variable))
        .by(
            unfold(saddle),
            Derivative((x**2 - y**2) / 2, variable),
            because=Text(ja="損失の定義を代入します。", en="Insert the loss."),
        )
        .by(
            differentiate,
            value,
            because=Text(
                ja="もう一方の重みは定数とみなします。", en="The other weight counts as constant."
            ),
        )
    )


SADDLE_SLOPE_ALONG = _slope(
    "saddle-slope-along", Text(ja="下に凸な方向の傾き", en="Slope along the valley's axis"), x, x
)
SADDLE_SLOPE_ACROSS = _slope(
    "saddle-slope-across", Text(ja="上に凸な方向の傾き", en="Slope along the ridge's axis"), y, -y
)

UPDATES_X = Recurrence(x_, t, x_[t] - eta * x_[t])
UPDATES_Y = Recurrence(y_, t, y_[t] - eta * -y_[t])


def _closed_form(id: str, name: Text, path: Sequence, updates: Recurrence, factor: Node) -> Theorem:
    def after(index: Node) -> Relation:
        return equal(path[index], factor**index * path[0])

    return Theorem(
        id=id,
        name=name,
        statement=after(t),
        given=(updates,),
        source="own",
        argument=(
            Induction(
                index=t,
                statement=after(t),
                base=(
                    Have(
                        statement=after(ZERO),
                        by=by(algebra),
                        because=Text(ja="0 乗は 1 です。", en="The power 0 is 1."),
                    ),
                ),
                step=(
                    Have(
                        statement=equal(path[t + 1], factor * path[t]),
                        by=by(update),
                        because=Text(ja="更新則を1回使います。", en="Apply the update rule once."),
                    ),
                    Have(
                        statement=after(t + 1),
                        by=from_facts,
                        because=Text(
                            ja="帰納法の仮定を代入します。",
                            en="Insert the hypothesis of the induction.",
                        ),
                    ),
                ),
            ),
        ),
    )


SADDLE_ATTRACTS = _closed_form(
    "saddle-attracts",
    Text(ja="鞍点に近づく座標", en="The coordinate that is drawn to the saddle"),
    x_,
    UPDATES_X,
    1 - eta,
)
SADDLE_REPELS = _closed_form(
    "saddle-repels",
    Text(ja="鞍点から遠ざかる座標", en="The coordinate that is driven away from it"),
    y_,
    UPDATES_Y,
    1 + eta,
)

LONG = (1 + eta) ** t >= 1 + t * eta
SIZE = equal(abs(y_[t]), (1 + eta) ** t * abs(y_[0]))
SADDLE_IS_LEFT = Theorem(
    id="saddle-is-left",
    name=Text(ja="鞍点からは必ず離れていく", en="The saddle is always left"),
    statement=Tends(abs(y_[t]), t, INFINITY),
    given=(UPDATES_Y, eta > 0, unequal(y_[0], 0)),
    uses=("saddle-repels", "bernoulli-inequality"),
    source="own",
    argument=(
        Have(
            statement=equal(y_[t], (1 + eta) ** t * y_[0]),
            by=cite("saddle-repels"),
            because=Text(ja="一般項を使います。", en="Use the closed form."),
        ),
        Have(
            statement=1 + eta > 0,
            by=from_facts,
            because=Text(ja="学習率は正です。", en="The learning rate is positive."),
        ),
        Have(
            statement=LONG,
            by=cite("bernoulli-inequality", {excess: eta}),
            because=Text(ja="ベルヌーイの不等式を使います。", en="Bernoulli's inequality."),
        ),
        Have(
            statement=SIZE,
            by=from_facts,
            because=Text(
                ja="積の絶対値は、絶対値の積です。",
                en="The absolute value of a product is the product of absolute values.",
            ),
        ),
        ByDefinitionOfLimit(
            statement=Tends(abs(y_[t]), t, INFINITY),
            tolerance=bound,
            threshold=bound / (eta * abs(y_[0])),
            steps=(
                Have(
                    statement=t * eta * abs(y_[0]) > bound,
                    by=from_facts,
                    because=Text(
                        ja="更新の回数をここまで大きくとれば十分です。",
                        en="That is what so many updates give.",
                    ),
                ),
                Have(
                    statement=abs(y_[t]) > bound,
                    by=from_facts,
                    because=Text(
                        ja="ベルヌーイの不等式とあわせます。",
                        en="Together with Bernoulli's inequality.",
                    ),
                ),
            ),
        ),
    ),
)

SADDLE_IS_NO_MINIMUM = Theorem(
    id="saddle-is-no-minimum",
    name=Text(ja="鞍点は最小点ではない", en="A saddle is no minimum"),
    statement=(ZERO**2 - y**2) / 2 < (ZERO**2 - ZERO**2) / 2,
    given=(unequal(y, 0),),
    uses=("saddle-loss",),
    source="own",
    argument=(
        Have(
            statement=y**2 > 0,
            by=from_facts,
            because=Text(ja="0 でない数の平方は正です。", en="A square other than 0."),
        ),
        Have(
            statement=(ZERO**2 - y**2) / 2 < (ZERO**2 - ZERO**2) / 2,
            by=from_facts,
            because=Text(
                ja="傾きが 0 の点のすぐ隣に、もっと低い点があります。",
                en="As near as you like to the flat point there are lower ones.",
            ),
        ),
    ),
)

CLAIMS = (
    SADDLE_LOSS,
    SADDLE_SLOPE_ALONG,
    SADDLE_SLOPE_ACROSS,
    SADDLE_ATTRACTS,
    SADDLE_REPELS,
    SADDLE_IS_LEFT,
    SADDLE_IS_NO_MINIMUM,
)
