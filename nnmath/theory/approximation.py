"""What networks can approximate, and with how many weights: theorems of the literature."""

from __future__ import annotations

from nnmath.notation.symbols import approximation as symbols
from nnmath.notation.text import Text
from nnmath.proof.claims import Cited, InWords
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.nodes import ABS, EXP, LOG, Node, Sequence, Variable
from nnmath.proof.statements import ForAll, between
from nnmath.theory.activation_vocabulary import HALF, z
from nnmath.theory.network_vocabulary import D, H, i, j
from nnmath.theory.symmetry import f

x, y = Tensor(symbols.POINT), Tensor(symbols.WANTED)
w, b, v = Tensor(symbols.WEIGHTS), Tensor(symbols.BIASES), Tensor(symbols.OUTPUT_WEIGHTS)
error = Sequence(symbols.BEST_ERROR)
accuracy, radius, moment, constant = (
    Variable(each)
    for each in (symbols.ACCURACY, symbols.RADIUS, symbols.FOURIER_MOMENT, symbols.RATE_CONSTANT)
)
needed, s = Variable(symbols.WEIGHTS_NEEDED), Variable(symbols.SMOOTHNESS)

IN_THE_CUBE = ForAll(i, between(0, x[i], 1, closed="both"))
SMALL = between(0, accuracy, 1)


def network() -> Node:
    """One hidden layer and a linear output."""
    return total(j, v[j] * f(total(i, x[i] * w[i, j]) + b[j]))


def power_of_inverse(exponent: Node) -> Node:
    """(1/ε) to any real power."""
    return EXP(exponent * LOG(1 / accuracy))


UNIVERSAL = Cited(
    id="universal-approximation",
    name=Text(ja="普遍近似定理", en="Universal approximation theorem"),
    statement=ABS(y[()] - network()) < accuracy,
    given=(accuracy > 0, IN_THE_CUBE),
    where=(
        InWords(
            (y[()],), Text(ja=" は入力の連続関数", en=" is a continuous function of the inputs")
        ),
        InWords(
            (f(z),),
            Text(ja=" は連続で、多項式ではない", en=" is continuous, and not a polynomial"),
        ),
        InWords(
            (H, w, b, v),
            Text(
                ja=" は関数と許す誤差に応じて選ぶ、どの入力でも同じ値",
                en=" are chosen for the function and the error allowed, the same for all inputs",
            ),
        ),
    ),
    source="pinkus1999, theorem 3.1",
    instances="tests/literature/test_approximation.py::test_wide_layers_come_near",
)

BARRON = Cited(
    id="approximation-rate-of-one-layer",
    name=Text(
        ja="隠れ層1つの平均二乗誤差は、次元によらずノード数に反比例して減らせる",
        en="One hidden layer: the mean square falls like 1/H in any dimension",
    ),
    statement=error[H] <= (2 * radius * moment) ** 2 / H,
    given=(radius > 0, moment > 0),
    where=(
        InWords(
            (error[H],),
            Text(
                ja=" は、半径 r の球の上のどの分布についても、"
                "シグモイド型の隠れノード H 個と定数で達する下限",
                en=" is the infimum over a constant and H sigmoidal hidden units, "
                "for any distribution on a ball of radius r",
            ),
        ),
        InWords(
            (moment,),
            Text(
                ja=" は、近似される関数のフーリエ変換の絶対値に周波数の長さを掛けた積分",
                en=" is the integral of the size of the function's Fourier transform, "
                "times the length of the frequency",
            ),
        ),
    ),
    source="barron1993, theorem 1",
    instances="tests/literature/test_approximation.py::test_one_layer_keeps_its_rate",
)

SMOOTH = Cited(
    id="approximation-rate-of-deep-networks",
    name=Text(
        ja="滑らかな関数に、深い ReLU ネットワークで要る重みの数",
        en="How many weights a deep ReLU network needs for a smooth function",
    ),
    statement=needed <= constant * power_of_inverse(D / s) * (LOG(1 / accuracy) + 1),
    given=(SMALL, constant > 0),
    where=(
        InWords(
            (s,),
            Text(
                ja=" 階までの導関数の絶対値が単位立方体の上で 1 以下の関数を、"
                "どの点でも許す誤差以下で近似する",
                en=" derivatives, none larger than 1 on the unit cube, "
                "are all that is known of the function; the error allowed is kept everywhere",
            ),
        ),
        InWords(
            (needed,),
            Text(
                ja=" は、深さが対数程度の、ある1つの構造の重みの数",
                en=" weights in one architecture for all such functions, "
                "of a depth in the order of the logarithm",
            ),
        ),
        InWords(
            (constant,),
            Text(
                ja=" は入力の次元 D と滑らかさ s だけで決まる",
                en=" depends on the dimension D and the smoothness s alone",
            ),
        ),
    ),
    source="yarotsky2017, theorem 1",
    instances="tests/literature/test_approximation.py::test_depth_squares_with_few_weights",
)

JUMPS = Cited(
    id="approximation-rate-across-jumps",
    name=Text(
        ja="跳びのある関数にも、深い ReLU ネットワークなら境目の滑らかさだけの重みで足りる",
        en="Across jumps a deep ReLU network needs weights for the edge alone",
    ),
    statement=needed <= constant * power_of_inverse(2 * (D - 1) / s),
    given=(D >= 2, accuracy > 0, accuracy < HALF, constant > 0),
    where=(
        InWords(
            (s,),
            Text(
                ja=" 回微分できる境目で分けられ、それぞれの側でも同じ滑らかさをもつ有界な関数",
                en=" is how often the edge, and the function on either side of it, "
                "can be differentiated, with bounded derivatives",
            ),
        ),
        InWords(
            (needed,),
            Text(
                ja=" は、平均二乗誤差の平方根を許す誤差以下にする、ある ReLU ネットワークの"
                "0 でない重みの数、層の数は D と s だけで決まる",
                en=" weights that are not 0 in some ReLU network, whose root mean square error "
                "is at most the one allowed, with a depth that D and s decide",
            ),
        ),
        InWords(
            (constant,),
            Text(
                ja=" は次元 D、滑らかさ s、導関数の限界だけで決まる",
                en=" depends on the dimension D, the smoothness s and those bounds alone",
            ),
        ),
    ),
    source="petersen2018, section 3",
    instances="tests/literature/test_approximation.py::test_a_ramp_stands_for_a_jump",
)

CLAIMS = (UNIVERSAL, BARRON, SMOOTH, JUMPS)
