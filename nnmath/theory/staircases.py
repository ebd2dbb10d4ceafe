"""Universal approximation in one dimension: one hidden layer of steps draws any staircase."""

from __future__ import annotations

from nnmath.notation.symbols import staircases as symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Derivation, Theorem
from nnmath.proof.indexed import total
from nnmath.proof.inferences import by, cite
from nnmath.proof.nodes import Function, Node, Relation, Variable, as_node
from nnmath.proof.piecewise import piecewise
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra, unfold
from nnmath.proof.statements import And, equal
from nnmath.theory.activation_vocabulary import step, x, z

ZERO, ONE = as_node(0), as_node(1)
f = Function(symbols.APPROXIMATED)
width, slope = Variable(symbols.STEP_WIDTH), Variable(symbols.VARIATION)
K, t, k = (
    Variable(symbols.STEPS_BELOW),
    Variable(symbols.STEPS_ABOVE),
    Variable(symbols.STEP_NUMBER),
)
a, b = Variable(symbols.BUMP_START), Variable(symbols.BUMP_END)


def cases(at: Node) -> Node:
    """The definition of the step function."""
    return piecewise((0, at < 0), (1, at >= 0))


BUMP = (
    Derivation(
        id="bump-from-steps",
        name=Text(ja="2つのステップでつくるこぶ", en="A bump from two steps"),
        given=(a < b,),
        uses=("step",),
        source="nielsen2015, chapter 4",
    )
    .start(step(x - a) - step(x - b))
    .by(
        unfold(step),
        cases(x - a) - cases(x - b),
        because=Text(ja="ステップ関数の定義です。", en="The definition of the step function."),
    )
    .by(
        algebra,
        piecewise((0, x < a), (1, And((x >= a, x < b))), (0, x >= b)),
        because=Text(
            ja="a で 1 に上がり、b で 0 に戻ります。", en="Up to 1 at a, and back to 0 at b."
        ),
    )
)


def height(number: Node) -> Node:
    """How high step number k is."""
    return f(number * width) - f((number - 1) * width)


def staircase(last: Node) -> Node:
    """What an output unit makes of so many hidden units, one a step."""
    return f(ZERO) + total(k, height(k) * step(x - k * width), 1, last)


def climbed(last: Node) -> Relation:
    """The staircase is as high as the function at the last step."""
    return equal(staircase(last), f(last * width))


UP_TO_HERE = x >= K * width
BEYOND = x < (K + 1) * width
REACHED = x - (t + 1) * width >= 0
SPLIT_OFF = equal(
    staircase(t + 1),
    staircase(t) + (f((t + 1) * width) - f(t * width)) * step(x - (t + 1) * width),
)
STAIRCASE_CLIMBS = Theorem(
    id="staircase-climbs",
    name=Text(
        ja="入力より左の段は、関数の値まで積み上がる",
        en="Steps to the left of the input add up to a value of the function",
    ),
    statement=climbed(K),
    given=(width > 0, UP_TO_HERE),
    uses=("step",),
    source="own",
    argument=(
        Induction(
            index=t,
            last=K,
            statement=climbed(t),
            base=(
                Have(
                    statement=climbed(ZERO),
                    by=by(algebra),
                    because=Text(
                        ja="段がなければ、はじめの値です。", en="No step: the first value."
                    ),
                ),
            ),
            step=(
                Have(
                    statement=(t + 1) * width <= K * width,
                    by=from_these(width > 0, t + 1 <= K),
                    because=Text(ja="この段の左端は、", en="The left end of this step is"),
                ),
                Have(
                    statement=REACHED,
                    by=from_these(UP_TO_HERE, (t + 1) * width <= K * width),
                    because=Text(ja="入力より左にあります。", en="to the left of the input."),
                ),
                Have(
                    statement=equal(step(x - (t + 1) * width), cases(x - (t + 1) * width)),
                    by=cite("step", {z: x - (t + 1) * width}),
                    because=Text(
                        ja="ステップ関数の定義です。", en="The step function is defined so."
                    ),
                ),
                Have(
                    statement=equal(step(x - (t + 1) * width), 1),
                    by=from_these(
                        REACHED, equal(step(x - (t + 1) * width), cases(x - (t + 1) * width))
                    ),
                    because=Text(ja="そのノードは 1 を出します。", en="Its unit gives 1."),
                ),
                Have(
                    statement=SPLIT_OFF,
                    by=by(algebra),
                    because=Text(ja="最後の段を分けます。", en="Split the last step off."),
                ),
                Have(
                    statement=climbed(t + 1),
                    by=from_these(climbed(t), equal(step(x - (t + 1) * width), 1), SPLIT_OFF),
                    because=Text(
                        ja="和に1項を加えると、途中の値は打ち消し合います。",
                        en="One term more: what is in between cancels.",
                    ),
                ),
            ),
        ),
    ),
)


def whole(further: Node) -> Node:
    """The steps up to the input, and so many further to the right."""
    return staircase(K) + total(k, height(K + k) * step(x - (K + k) * width), 1, further)


def level(further: Node) -> Relation:
    """Steps to the right of the input change nothing."""
    return equal(whole(further), f(K * width))


NEXT_HEIGHT = height(K + (t + 1))
LATER = x - (K + (t + 1)) * width
LAST_APART = equal(whole(t + 1), whole(t) + NEXT_HEIGHT * step(LATER))
STAIRCASE_VALUE = Theorem(
    id="staircase-value",
    name=Text(
        ja="階段の高さは、その段の左端での関数の値",
        en="A staircase has the value of the function at the left end of the step",
    ),
    statement=level(t),
    given=(width > 0, UP_TO_HERE, BEYOND),
    uses=("step", "staircase-climbs"),
    source="own",
    argument=(
        Induction(
            index=t,
            statement=level(t),
            base=(
                Have(
                    statement=climbed(K),
                    by=cite("staircase-climbs"),
                    because=Text(ja="左の段の和です。", en="The sum of the steps to the left."),
                ),
                Have(
                    statement=level(ZERO),
                    by=from_these(climbed(K)),
                    because=Text(ja="右の段はまだありません。", en="No step to the right yet."),
                ),
            ),
            step=(
                Have(
                    statement=t * width >= 0,
                    by=from_these(width > 0),
                    because=Text(ja="幅は正です。", en="A width is positive."),
                ),
                Have(
                    statement=LATER < 0,
                    by=from_these(BEYOND, t * width >= 0),
                    because=Text(
                        ja="この段は入力より右にあります。", en="This step is further right."
                    ),
                ),
                Have(
                    statement=equal(step(LATER), cases(LATER)),
                    by=cite("step", {z: LATER}),
                    because=Text(
                        ja="ステップ関数の定義です。", en="The step function is defined so."
                    ),
                ),
                Have(
                    statement=equal(step(LATER), 0),
                    by=from_these(LATER < 0, equal(step(LATER), cases(LATER))),
                    because=Text(ja="そのノードは 0 を出します。", en="Its unit gives 0."),
                ),
                Have(
                    statement=LAST_APART,
                    by=by(algebra),
                    because=Text(ja="最後の段を分けます。", en="Split the last step off."),
                ),
                Have(
                    statement=level(t + 1),
                    by=from_these(level(t), equal(step(LATER), 0), LAST_APART),
                    because=Text(ja="加わる項は 0 です。", en="The term that is added is 0."),
                ),
            ),
        ),
    ),
)

LIPSCHITZ = abs(f(x) - f(K * width)) <= slope * abs(x - K * width)
error = abs(f(x) - whole(t))
STAIRCASE_error = Theorem(
    id="staircase-error",
    name=Text(
        ja="階段の誤差は、段の幅に比例する",
        en="The error of a staircase is in proportion to its width",
    ),
    statement=error <= slope * width,
    given=(width > 0, slope >= 0, UP_TO_HERE, BEYOND, LIPSCHITZ),
    uses=("step", "staircase-value"),
    source="own",
    argument=(
        Have(
            statement=level(t),
            by=cite("staircase-value"),
            because=Text(ja="階段の値です。", en="The value of the staircase."),
        ),
        Have(
            statement=abs(x - K * width) <= width,
            by=from_these(width > 0, UP_TO_HERE, BEYOND),
            because=Text(
                ja="入力は、段の左端から1段の幅の中にあります。", en="One step away at most."
            ),
        ),
        Have(
            statement=slope * abs(x - K * width) <= slope * width,
            by=from_these(slope >= 0, abs(x - K * width) <= width),
            because=Text(ja="負でない数を掛けます。", en="Times a number that is not negative."),
        ),
        Have(
            statement=abs(f(x) - f(K * width)) <= slope * width,
            by=from_these(LIPSCHITZ, slope * abs(x - K * width) <= slope * width),
            because=Text(
                ja="関数の変わり方には上限があります。", en="The function changes no faster."
            ),
        ),
        Have(
            statement=error <= slope * width,
            by=from_these(level(t), abs(f(x) - f(K * width)) <= slope * width),
            because=Text(
                ja="段を細かくすれば、誤差はいくらでも小さくなります。",
                en="With steps fine enough the error is as small as one likes.",
            ),
        ),
    ),
)

CLAIMS = (BUMP, STAIRCASE_CLIMBS, STAIRCASE_VALUE, STAIRCASE_error)
