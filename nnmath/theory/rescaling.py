"""Rescaling that leaves a ReLU network as it is, and changes how flat its minimum looks."""

from __future__ import annotations

from nnmath.notation.symbols import generalisation
from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Derivation, Mistake, Theorem
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import Derivative, Node, Variable
from nnmath.proof.piecewise import piecewise
from nnmath.proof.premises import from_these
from nnmath.proof.rules import differentiate
from nnmath.proof.statements import equal, unequal
from nnmath.theory.activation_vocabulary import relu, w_1, w_2, x, z
from nnmath.theory.vocabulary import E, W

c = Variable(generalisation.RESCALING)


def cases(at: Node) -> Node:
    """The definition of ReLU."""
    return piecewise((0, at < 0), (at, at >= 0))


def defined(at: Node) -> Have:
    """ReLU by its definition."""
    return Have(
        statement=equal(relu(at), cases(at)),
        by=cite("relu", {z: at}),
        because=Text(ja="定義です。", en="The definition."),
    )


RELU_IS_HOMOGENEOUS = Theorem(
    id="relu-is-homogeneous",
    name=Text(ja="正の数は ReLU の外に出せる", en="A positive factor comes out of ReLU"),
    statement=equal(relu(c * z), c * relu(z)),
    given=(c > 0,),
    uses=("relu",),
    source="dinh2017, section 3",
    argument=(
        defined(c * z),
        defined(z),
        Have(
            statement=equal(relu(c * z), c * relu(z)),
            by=from_facts,
            because=Text(
                ja="正の数を掛けても符号は変わりません。", en="A positive factor keeps the sign."
            ),
        ),
    ),
)

MOVED_OUT = equal(relu(c * (w_1 * x)), c * relu(w_1 * x))
RESCALED_NETWORK = Theorem(
    id="rescaled-network",
    name=Text(
        ja="層の間で重みの大きさを移しても、ネットワークは変わらない",
        en="Weights rescaled from layer to layer: the same network",
    ),
    statement=equal(w_2 / c * relu(c * (w_1 * x)), w_2 * relu(w_1 * x)),
    given=(c > 0,),
    uses=("relu", "relu-is-homogeneous"),
    source="dinh2017, section 3",
    argument=(
        Have(
            statement=MOVED_OUT,
            by=cite("relu-is-homogeneous", {z: w_1 * x}),
            because=Text(ja="倍率を ReLU の外に出します。", en="Take the factor out of ReLU."),
        ),
        Have(
            statement=equal(w_2 / c * relu(c * (w_1 * x)), w_2 * relu(w_1 * x)),
            by=from_these(c > 0, MOVED_OUT),
            because=Text(ja="次の重みが打ち消します。", en="The next weight cancels it."),
        ),
    ),
)

CURVATURE_AFTER_RESCALING = (
    Derivation(
        id="curvature-after-rescaling",
        name=Text(
            ja="重みを c 倍に測り直すと、曲がり方は c² 分の1になる",
            en="Of weights scaled up by c the curvature is divided by c²",
        ),
        given=(unequal(c, 0),),
        source="dinh2017, section 3",
    )
    .start(Derivative(Derivative(E(W / c), W), W))
    .by(
        differentiate,
        E.prime.prime(W / c) / c**2,
        because=Text(
            ja="連鎖律を2回使います。出力は同じなのに、谷はいくらでも平らに見せられます。",
            en="The chain rule, twice. The outputs are the same, yet the valley can be made as "
            "flat as one likes.",
        ),
    )
)

CLAIMS = (
    RELU_IS_HOMOGENEOUS,
    RESCALED_NETWORK,
    CURVATURE_AFTER_RESCALING,
    Mistake(
        id="mistake-flatness-is-intrinsic",
        name=Text(
            ja="同じ関数なら、最小点の曲がり方も同じ",
            en="The same function, hence the same curvature at the minimum",
        ),
        statement=equal(Derivative(Derivative(E(W / c), W), W), E.prime.prime(W / c)),
        given=(c > 0,),
        source="own",
        why=Text(
            ja="曲がり方は重みの測り方によります。平らさを比べるには、まず大きさをそろえます。",
            en="Curvature depends on the scale of the weights: to compare flatness, fix the scale "
            "first.",
        ),
        corrects="curvature-after-rescaling",
    ),
)
