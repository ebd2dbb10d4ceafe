"""Layer normalisation: over the units of one sample; what it ignores, and what comes back."""

from __future__ import annotations

from nnmath.notation.symbols import layer_norms as symbols
from nnmath.notation.symbols import shortcuts
from nnmath.notation.text import Text
from nnmath.proof.argument import Cases, Have, Suppose
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.inferences import contradiction
from nnmath.proof.nodes import SQRT, Node, Relation, Variable, as_node
from nnmath.proof.premises import from_these
from nnmath.proof.rules import algebra, lemma, unfold
from nnmath.proof.statements import equal, unequal
from nnmath.theory.network_vocabulary import H, j, r

ZERO = as_node(0)
q = Variable(symbols.AVERAGED_UNIT)
epsilon = Variable(shortcuts.SMALL_NUMBER)
h, g = Tensor(symbols.UNIT_VALUES), Tensor(symbols.ARRIVING)
mean = Tensor(symbols.LAYER_MEAN, sources=(h,))
variance = Tensor(symbols.LAYER_VARIANCE, sources=(h, mean))
u = Tensor(symbols.LAYER_NORMALIZED, sources=(h, mean, variance, epsilon))
w = Tensor(symbols.NORMALIZED_VALUES)
c, m, v = (
    Variable(each) for each in (symbols.LAYER_SCALE, symbols.MEAN_VALUE, symbols.VARIANCE_VALUE)
)
ROOT = SQRT(variance[()] + epsilon)
SPREAD = total(r, (h[r] - total(q, h[q]) / H) ** 2) / H
DOMAIN = (SPREAD + epsilon >= 0, unequal(SQRT(SPREAD + epsilon), 0))

LAYER_MEAN = Definition(
    id="layer-mean",
    name=Text(ja="層の平均", en="Mean over the layer"),
    left=mean[()],
    right=total(j, h[j]) / H,
    source="ba2016",
    witness="tests/reference/layers.py::batch_mean",
)
LAYER_VARIANCE = Definition(
    id="layer-variance",
    name=Text(ja="層の分散", en="Variance over the layer"),
    left=variance[()],
    right=total(j, (h[j] - mean[()]) ** 2) / H,
    uses=("layer-mean",),
    source="ba2016",
    witness="tests/reference/layers.py::batch_variance",
)
LAYER_NORMALIZATION = Definition(
    id="layer-normalization",
    name=Text(ja="層正規化", en="Layer normalisation"),
    left=u[j],
    right=(h[j] - mean[()]) / ROOT,
    given=DOMAIN,
    uses=("layer-mean", "layer-variance"),
    source="ba2016",
    witness="tests/reference/layers.py::normalized",
)
LAYER_NORMALIZED_MEAN = (
    Derivation(
        id="layer-normalized-mean",
        name=Text(ja="層で正規化した値の平均は 0", en="The normalised layer has the mean 0"),
        given=(epsilon > 0,),
        uses=("layer-mean", "layer-normalization"),
        source="ba2016",
    )
    .start(total(j, u[j]) / H)
    .by(
        unfold(u),
        total(j, (h[j] - mean[()]) / ROOT) / H,
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        algebra,
        (total(j, h[j]) / H - mean[()]) / ROOT,
        because=Text(ja="分母と平均を和の外に出します。", en="Take root and mean out of the sum."),
    )
    .by(
        unfold(mean),
        ZERO,
        because=Text(ja="平均の定義です。", en="This is the mean."),
    )
)


SCALED = c * h[r] - total(q, c * h[q]) / H
VARIANCE_SCALES = (
    Derivation(
        id="variance-scales",
        name=Text(
            ja="値を c 倍にすると、分散は c² 倍になる",
            en="Values multiplied by c have c² times the variance",
        ),
        source="own",
    )
    .start(total(r, SCALED**2) / H)
    .by(
        algebra,
        c**2 * SPREAD,
        because=Text(
            ja="平均も c 倍になるので、c² が和の外に出ます。",
            en="The mean is multiplied as well: c² comes out of the sum.",
        ),
    )
)
WIDE, NARROW = SQRT(c**2 * v), c * SQRT(v)
SQUARES_AGREE = equal((WIDE - NARROW) * (WIDE + NARROW), 0)
SAME = equal(WIDE, NARROW)


def _apart(title: Text, order: Relation, product: Relation) -> Suppose:
    return Suppose(
        title=title,
        assume=(order,),
        steps=(
            Have(
                statement=product,
                by=from_these(order, WIDE + NARROW > 0, c > 0, v > 0),
                because=Text(ja="積は 0 ではなく、", en="Then the product is not 0:"),
            ),
            Have(
                statement=SAME,
                by=contradiction,
                because=Text(ja="矛盾します。", en="a contradiction."),
            ),
        ),
    )


PRODUCT = (WIDE - NARROW) * (WIDE + NARROW)
ROOT_SCALES = Theorem(
    id="root-scales",
    name=Text(
        ja="正の数の平方は、根号の外に出せる", en="The square of a positive number leaves the root"
    ),
    statement=equal(WIDE, NARROW),
    given=(c > 0, v > 0),
    source="own",
    argument=(
        Have(
            statement=SQUARES_AGREE,
            by=from_these(c > 0, v > 0),
            because=Text(ja="平方は等しく、", en="Their squares are the same,"),
        ),
        Have(
            statement=WIDE + NARROW > 0,
            by=from_these(c > 0, v > 0),
            because=Text(ja="どちらも正です。", en="and both are positive."),
        ),
        Cases(
            cases=(
                _apart(
                    Text(ja="左辺のほうが大きいと", en="Were the left side larger"),
                    WIDE > NARROW,
                    PRODUCT > 0,
                ),
                _apart(
                    Text(ja="右辺のほうが大きいと", en="Were the right side larger"),
                    WIDE < NARROW,
                    PRODUCT < 0,
                ),
                Suppose(
                    title=Text(ja="残るのは", en="What is left"),
                    assume=(SAME,),
                    steps=(
                        Have(
                            statement=SAME,
                            by=from_these(SAME),
                            because=Text(ja="等しい場合です。", en="is that they are equal."),
                        ),
                    ),
                ),
            ),
        ),
    ),
)
SCALE_INVARIANCE = (
    Derivation(
        id="normalization-ignores-scale",
        name=Text(
            ja="正規化すると、層の値の大きさは効かない",
            en="Normalised, the scale of a layer has no effect",
        ),
        given=(c > 0, v > 0),
        uses=("root-scales",),
        source="ba2016",
    )
    .start((c * h[j] - c * m) / SQRT(c**2 * v))
    .by(
        lemma("root-scales"),
        (c * h[j] - c * m) / (c * SQRT(v)),
        because=Text(
            ja="値を c 倍にすると、平均は c 倍、分散は c² 倍になります。",
            en="Values multiplied by c have c times the mean and c² times the variance.",
        ),
    )
    .by(
        algebra,
        (h[j] - m) / SQRT(v),
        because=Text(
            ja="c は打ち消し合います。重みを c 倍にしても、出力は同じです。",
            en="The factor cancels: weights multiplied by c give the same output.",
        ),
    )
)

# What batch and layer normalisation send back, up to the factor γ/√(v + ε)
CENTRED = equal(total(r, w[r]), 0)
SQUARES = total(r, w[r] ** 2) / H
MEAN_OF_GRADIENT = total(r, g[r]) / H
ALONG = total(r, g[r] * w[r])


def back(unit: Variable) -> Node:
    """What comes back to a unit: less the mean, and less the part along the values."""
    return g[unit] - MEAN_OF_GRADIENT - w[unit] * (ALONG / H)


BACK_SUM = equal(total(j, back(j)), -(ALONG / H) * total(r, w[r]))
NO_MEAN = Theorem(
    id="normalized-gradient-has-no-mean",
    name=Text(
        ja="正規化を通って戻る勾配の平均は 0",
        en="What comes back through a normalisation has the mean 0",
    ),
    statement=equal(total(j, back(j)), 0),
    given=(CENTRED,),
    source="own",
    argument=(
        Have(
            statement=BACK_SUM,
            by=from_these(),
            because=Text(
                ja="平均との差の和は 0 で、あとの項だけが残ります。",
                en="Distances from a mean add up to 0: the last term is left.",
            ),
        ),
        Have(
            statement=equal(total(j, back(j)), 0),
            by=from_these(CENTRED, BACK_SUM),
            because=Text(
                ja="正規化した値の和も 0 です。すべての値に同じ数を足しても、損失は変わりません。",
                en="The normalised values add up to 0 as well: the same number added to all "
                "leaves the loss as it is.",
            ),
        ),
    ),
)
EXPANDED = equal(
    total(j, w[j] * back(j)),
    ALONG - MEAN_OF_GRADIENT * total(r, w[r]) - ALONG / H * total(r, w[r] ** 2),
)
PERPENDICULAR = equal(total(j, w[j] * back(j)), (1 - SQUARES) * ALONG)
NO_SCALE = Theorem(
    id="normalized-gradient-is-perpendicular",
    name=Text(
        ja="正規化を通って戻る勾配は、正規化した値にほぼ垂直",
        en="What comes back is nearly perpendicular to the normalised values",
    ),
    statement=PERPENDICULAR,
    given=(CENTRED,),
    source="own",
    argument=(
        Have(
            statement=EXPANDED,
            by=from_these(),
            because=Text(ja="項ごとに和をとります。", en="Sum term by term."),
        ),
        Have(
            statement=PERPENDICULAR,
            by=from_these(CENTRED, EXPANDED),
            because=Text(
                ja="正規化した値の分散はほぼ 1 なので、大きさを変える向きの勾配は残りません。",
                en="Their variance is nearly 1: hardly any gradient is along the scale.",
            ),
        ),
    ),
)

CLAIMS = (
    LAYER_MEAN,
    LAYER_VARIANCE,
    LAYER_NORMALIZATION,
    LAYER_NORMALIZED_MEAN,
    VARIANCE_SCALES,
    ROOT_SCALES,
    SCALE_INVARIANCE,
    NO_MEAN,
    NO_SCALE,
)
