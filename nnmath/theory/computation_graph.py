"""Computation graphs: derivatives along paths, the two sweeps, and what a sweep costs."""

from __future__ import annotations

from nnmath.notation.symbols import graphs
from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Derivation, Mistake, Theorem
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.nodes import Derivative, Function, Variable
from nnmath.proof.premises import from_these
from nnmath.proof.rules import differentiate
from nnmath.proof.statements import ForAll, equal
from nnmath.proof.sum_inferences import termwise
from nnmath.theory.vocabulary import x

f, g, h = (
    Function(symbol)
    for symbol in (graphs.OUTER_FUNCTION, graphs.INNER_FUNCTION, graphs.LAST_FUNCTION)
)
i, j = Variable(graphs.NODE_BEFORE), Variable(graphs.NODE)
local = Tensor(graphs.LOCAL_DERIVATIVES)
v_dot, v_bar = Tensor(graphs.FORWARD_DERIVATIVES), Tensor(graphs.REVERSE_DERIVATIVES)
s, r = Tensor(graphs.INPUT_DIRECTION), Tensor(graphs.OUTPUT_WEIGHTS)
a, d, p = (
    Tensor(symbol) for symbol in (graphs.EVALUATION_COSTS, graphs.DERIVATIVE_COSTS, graphs.FAN_IN)
)
ratio = Variable(graphs.COST_RATIO)

PATH_MULTIPLIES = (
    Derivation(
        id="path-multiplies",
        name=Text(
            ja="道に沿って、局所的な導関数を掛ける", en="Along a path local derivatives multiply"
        ),
        source="goodfellow2016, section 6.5.2",
    )
    .start(Derivative(h(f(g(x))), x))
    .by(
        differentiate,
        h.prime(f(g(x))) * f.prime(g(x)) * g.prime(x),
        because=Text(
            ja="連鎖律です。どの因数も、1つのノードだけを見れば求まります。",
            en="The chain rule: each factor needs a look at one node alone.",
        ),
    )
)

PATHS_ADD_UP = (
    Derivation(
        id="paths-add-up",
        name=Text(ja="道が2本あれば、足し合わせる", en="Two paths add up"),
        source="goodfellow2016, section 6.5.2",
    )
    .start(Derivative(f(x) * g(x), x))
    .by(
        differentiate,
        g(x) * f.prime(x) + f(x) * g.prime(x),
        because=Text(
            ja="積のノードに至る道ごとに、局所的な導関数の積が1つずつできます。",
            en="Each path to the product node brings one product of local derivatives.",
        ),
    )
)

FORWARD = ForAll(j, equal(v_dot[j] - total(i, local[i, j] * v_dot[i]), s[j]))
REVERSE = ForAll(i, equal(v_bar[i] - total(j, local[i, j] * v_bar[j]), r[i]))
MET_FORWARD = total(i, r[i] * v_dot[i])
MET_IN_REVERSE = total(j, v_bar[j] * s[j])
BOTH = total(j, v_bar[j] * v_dot[j]) - total(i, total(j, local[i, j] * v_bar[j] * v_dot[i]))

sweepS_AGREE = Theorem(
    id="sweeps-agree",
    name=Text(ja="前向きに運んでも後ろ向きに運んでも同じ", en="Forward and in reverse: the same"),
    statement=equal(MET_FORWARD, MET_IN_REVERSE),
    given=(FORWARD, REVERSE),
    source="griewank2008, chapter 3",
    argument=(
        Have(
            statement=equal(MET_FORWARD, BOTH),
            by=from_these(REVERSE),
            because=Text(
                ja="出力の重みを、後ろ向きの計算の式で書きます。",
                en="Write the weights of the outputs by the reverse sweep.",
            ),
        ),
        Have(
            statement=equal(MET_IN_REVERSE, BOTH),
            by=from_these(FORWARD),
            because=Text(
                ja="入力の向きを、前向きの計算の式で書きます。",
                en="Write the direction of the inputs by the forward sweep.",
            ),
        ),
        Have(
            statement=equal(MET_FORWARD, MET_IN_REVERSE),
            by=from_these(equal(MET_FORWARD, BOTH), equal(MET_IN_REVERSE, BOTH)),
            because=Text(
                ja="同じ二重和です。1回の後ろ向きの計算で、すべての入力への導関数が求まります。",
                en="The same double sum: one reverse sweep has the derivatives by all inputs.",
            ),
        ),
    ),
)

evaluation = total(j, a[j])
sweep = total(j, d[j] + 2 * p[j])
CHEAP = ForAll(j, d[j] + 2 * p[j] <= ratio * a[j])
REVERSE_sweep_COST = Theorem(
    id="reverse-sweep-cost",
    name=Text(
        ja="後ろ向きの計算の手間は、値の計算の定数倍まで",
        en="A reverse sweep costs at most a constant times one evaluation",
    ),
    statement=sweep <= ratio * evaluation,
    given=(CHEAP,),
    source="griewank2008, section 4.6",
    argument=(
        Have(
            statement=sweep <= total(j, ratio * a[j]),
            by=termwise,
            because=Text(
                ja="ノードに入る枝1本につき、掛け算と足し算が1回ずつです。ノードごとに比べます。",
                en="For each edge into a node one multiplication and one addition: compare node by "
                "node.",
            ),
        ),
        Have(
            statement=sweep <= ratio * evaluation,
            by=from_these(sweep <= total(j, ratio * a[j])),
            because=Text(
                ja="比を和の外に出します。重みの個数は現れません。",
                en="Take the ratio out of the sum: the number of weights does not occur.",
            ),
        ),
    ),
)

ONE_STEP = ForAll(j, a[j] >= 1)
TWO_INPUTS = ForAll(j, d[j] <= 4 - 2 * p[j])
GRADIENT_COST = Theorem(
    id="gradient-cost",
    name=Text(
        ja="値と勾配をあわせても、値の計算の5倍まで",
        en="Value and gradient together: at most five evaluations",
    ),
    statement=evaluation + sweep <= 5 * evaluation,
    given=(ONE_STEP, TWO_INPUTS),
    source="griewank2008, section 4.6",
    argument=(
        Have(
            statement=sweep <= total(j, 4 * a[j]),
            by=termwise,
            because=Text(
                ja="和と積のノードは2つの値を受け取り、導関数に計算は要りません。"
                "初等関数のノードは1つの値を受け取り、導関数の計算は2回までとします。",
                en="Sums and products take in two values, and their derivatives need no work; "
                "elementary functions take in one, and their derivative two operations at most.",
            ),
        ),
        Have(
            statement=evaluation + sweep <= 5 * evaluation,
            by=from_these(sweep <= total(j, 4 * a[j])),
            because=Text(ja="値の計算を加えます。", en="Add the evaluation itself."),
        ),
    ),
)

CLAIMS = (
    PATH_MULTIPLIES,
    PATHS_ADD_UP,
    sweepS_AGREE,
    REVERSE_sweep_COST,
    GRADIENT_COST,
    Mistake(
        id="mistake-one-path",
        name=Text(ja="道は1本だけ見ればよい", en="One path is enough"),
        statement=equal(Derivative(f(x) * g(x), x), g(x) * f.prime(x)),
        source="own",
        why=Text(
            ja="値が2か所で使われるときは、両方の道から戻ってくる量を足します。",
            en="Where a value is used twice, what comes back along both paths adds up.",
        ),
        corrects="paths-add-up",
    ),
)
