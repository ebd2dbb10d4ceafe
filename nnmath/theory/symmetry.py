"""Why equal weights never part: two hidden units that start alike stay alike at every update."""

from __future__ import annotations

from nnmath.notation.symbols import features
from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Mistake, Theorem
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.inferences import from_facts, instantiate
from nnmath.proof.nodes import Function, Node, Sequence, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.statements import And, ForAll, Statement, equal, unequal
from nnmath.proof.substitution import substitute_in
from nnmath.theory.descent_vocabulary import T, s
from nnmath.theory.least_norm import i
from nnmath.theory.vocabulary import eta, t

a, b = Tensor(features.FIRST_UNIT), Tensor(features.SECOND_UNIT)
p, q = Sequence(features.FIRST_OUTPUT), Sequence(features.SECOND_OUTPUT)
e, x_path = Sequence(features.OUTPUT_ERRORS), Tensor(features.SAMPLE_PATH)
f = Function(features.ANY_ACTIVATION)


def pre_activation(unit: Tensor, at: Node) -> Node:
    """The weighted sum at a hidden unit, of the sample that the next update is made with."""
    return total(i, x_path[at, i] * unit[at, i])


def inward(unit: Tensor, output: Sequence) -> ForAll:
    """Every update of the weights into a unit, by the chain rule."""
    slope = e[s - 1] * output[s - 1] * f.prime(pre_activation(unit, s - 1)) * x_path[s - 1, i]
    return ForAll(s, ForAll(i, equal(unit[s, i], unit[s - 1, i] - eta * slope)))


def outward(unit: Tensor, output: Sequence) -> ForAll:
    """Every update of the weight out of a unit."""
    slope = e[s - 1] * f(pre_activation(unit, s - 1))
    return ForAll(s, equal(output[s], output[s - 1] - eta * slope))


UPDATES = (inward(a, p), inward(b, q), outward(a, p), outward(b, q))


def alike(at: Node) -> And:
    """That the two units have the same weights after so many updates."""
    return And((ForAll(i, equal(a[at, i], b[at, i])), equal(p[at], q[at])))


def at_next(hypothesis: ForAll) -> Statement:
    """What a hypothesis on every update says of update t + 1."""
    return substitute_in(hypothesis.statement, {s: t + 1})


ZERO = as_node(0)
USED = tuple(
    Have(
        statement=at_next(each),
        by=instantiate(s, t + 1),
        because=Text(ja="次の更新です。", en="The next update."),
    )
    for each in UPDATES
)

EQUAL_UNITS_STAY_EQUAL = Theorem(
    id="equal-units-stay-equal",
    name=Text(
        ja="同じ重みで始めた2つのユニットは、何回更新しても同じまま",
        en="Two units that start with equal weights are equal after every update",
    ),
    statement=alike(T),
    given=(*UPDATES, *alike(ZERO).parts),
    source="goodfellow2016, section 8.4",
    argument=(
        Induction(
            index=t,
            last=T,
            statement=alike(t),
            base=(),
            step=(
                *USED,
                Have(
                    statement=equal(a[t + 1, i], b[t + 1, i]),
                    by=from_these(at_next(UPDATES[0]), at_next(UPDATES[1]), alike(t)),
                    because=Text(
                        ja="重みが同じなら入力和も出力も同じで、勾配も同じです。",
                        en="Equal weights give equal sums, equal outputs, and equal gradients.",
                    ),
                ),
                Have(
                    statement=ForAll(i, equal(a[t + 1, i], b[t + 1, i])),
                    by=from_facts,
                    because=Text(ja="どの入力の重みでも同じです。", en="For every input alike."),
                ),
                Have(
                    statement=equal(p[t + 1], q[t + 1]),
                    by=from_these(at_next(UPDATES[2]), at_next(UPDATES[3]), alike(t)),
                    because=Text(
                        ja="出力側の重みの勾配も同じです。",
                        en="The weights that lead out have equal gradients, too.",
                    ),
                ),
            ),
        ),
    ),
)

CLAIMS = (
    EQUAL_UNITS_STAY_EQUAL,
    Mistake(
        id="mistake-training-breaks-symmetry",
        name=Text(
            ja="同じ重みで始めても、学習すれば違うユニットになる",
            en="Training makes equal units different",
        ),
        statement=unequal(
            p[0] - eta * e[0] * f(pre_activation(a, ZERO)),
            q[0] - eta * e[0] * f(pre_activation(b, ZERO)),
        ),
        given=alike(ZERO).parts,
        source="own",
        why=Text(
            ja="どの更新でも2つのユニットの勾配は同じです。"
            "すべて 0 でも、すべて 1 でも変わりません。",
            en="At every update the two have equal gradients, be all weights 0 or all 1.",
        ),
        corrects="equal-units-stay-equal",
    ),
)
