"""Signals through many layers: each multiplies the mean square by the same factor."""

from __future__ import annotations

from nnmath.notation.symbols import chance
from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Induction
from nnmath.proof.claims import Mistake, Theorem
from nnmath.proof.inferences import by, cite, from_facts
from nnmath.proof.nodes import Sequence, Variable
from nnmath.proof.rules import algebra, update
from nnmath.proof.statements import Recurrence, equal
from nnmath.theory.initialisation import n_in, v

l = Variable(chance.LAYER)  # noqa: E741
q = Sequence(chance.LAYER_SQUARES)
gain = Variable(chance.GAIN)
LAYERS = Recurrence(q, l, gain * q[l])
AFTER_ALL = equal(q[l], gain**l * q[0])

SIGNAL_AFTER_LAYERS = Theorem(
    id="signal-after-layers",
    name=Text(
        ja="l 層を通ると、2乗平均は倍率の l 乗倍になる",
        en="After l layers the mean square has the factor to the power l",
    ),
    statement=AFTER_ALL,
    given=(LAYERS,),
    source="he2015",
    argument=(
        Induction(
            index=l,
            statement=AFTER_ALL,
            base=(
                Have(
                    statement=equal(q[0], gain**0 * q[0]),
                    by=by(algebra),
                    because=Text(
                        ja="まだ1層も通っていません。", en="No layer has been passed yet."
                    ),
                ),
            ),
            step=(
                Have(
                    statement=equal(q[l + 1], gain * q[l]),
                    by=by(update),
                    because=Text(ja="次の層の倍率を掛けます。", en="The factor of the next layer."),
                ),
                Have(
                    statement=equal(q[l + 1], gain ** (l + 1) * q[0]),
                    by=from_facts,
                    because=Text(
                        ja="仮定を代入すると、倍率が1つ増えます。",
                        en="Insert the hypothesis: one factor more.",
                    ),
                ),
            ),
        ),
    ),
)

HE_AT_ANY_DEPTH = Theorem(
    id="he-at-any-depth",
    name=Text(
        ja="He の初期化なら、どの深さでも2乗平均は変わらない",
        en="With He's variance the mean square is the same at any depth",
    ),
    statement=equal(q[l], q[0]),
    given=(LAYERS, equal(v, 2 / n_in), equal(gain, n_in * v / 2)),
    uses=("signal-after-layers", "relu-halves", "forward-variance-fan-in"),
    source="he2015",
    argument=(
        Have(
            statement=AFTER_ALL,
            by=cite("signal-after-layers"),
            because=Text(ja="l 層分の倍率です。", en="The factor of l layers."),
        ),
        Have(
            statement=equal(gain, 1),
            by=from_facts,
            because=Text(
                ja="1層の倍率 n_in · v / 2 は 1 になります。",
                en="The factor of one layer, n_in · v / 2, is 1.",
            ),
        ),
        Have(
            statement=equal(q[l], q[0]),
            by=from_facts,
            because=Text(ja="1 は何乗しても 1 です。", en="Powers of 1 are 1."),
        ),
    ),
)

CLAIMS = (
    SIGNAL_AFTER_LAYERS,
    HE_AT_ANY_DEPTH,
    Mistake(
        id="mistake-depth-does-not-matter",
        name=Text(
            ja="初期の重みの分散が少しずれても深さには影響しない",
            en="A factor a little off does no harm at depth",
        ),
        statement=q[l] <= 2 * q[0],
        given=(LAYERS, equal(gain, "1.1"), equal(l, 10), q[0] > 0),
        source="own",
        why=Text(
            ja="倍率は層の数だけ掛け合わされます。1.1 倍でも 10 層では約 2.6 倍です。",
            en="The factors multiply: even 1.1 makes about 2.6 after 10 layers.",
        ),
        corrects="signal-after-layers",
    ),
)
