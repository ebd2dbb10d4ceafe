"""Well-known slips about single units; the verifier refutes each by a counterexample."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.claims import Mistake
from nnmath.proof.statements import equal, unequal
from nnmath.theory.activation_vocabulary import (
    HALF,
    ZERO,
    b,
    relu,
    sigma,
    silu,
    tanh,
    w,
    x,
    z,
    z_1,
    z_2,
)

CLAIMS = (
    Mistake(
        id="mistake-sigmoid-derivative",
        name=Text(ja="シグモイド関数の導関数の符号", en="The sign in the sigmoid's derivative"),
        statement=equal(sigma.prime(z), sigma(z) * (1 + sigma(z))),
        uses=("sigmoid",),
        source="own",
        why=Text(
            ja="因数は 1 との和ではなく差です。値が 1 に近づくと傾きは 0 に近づきます。",
            en="The factor is what 1 lacks, not a sum: near the value 1 the slope is near 0.",
        ),
        corrects="sigmoid-derivative",
    ),
    Mistake(
        id="mistake-tanh-derivative",
        name=Text(ja="2乗の書き忘れ", en="The forgotten square"),
        statement=equal(tanh.prime(z), 1 - tanh(z)),
        uses=("tanh",),
        source="own",
        why=Text(
            ja="1 から引くのは tanh の2乗です。tanh は奇関数なので、傾きは左右で等しくなります。",
            en="It is the square that is taken from 1: an odd function is as steep on both sides.",
        ),
        corrects="tanh-derivative",
    ),
    Mistake(
        id="mistake-relu-at-zero",
        name=Text(ja="ReLU の原点での傾きは ½", en="ReLU has the slope ½ at the origin"),
        statement=equal((relu(z) - relu(ZERO)) / z, HALF),
        given=(unequal(z, 0),),
        uses=("relu",),
        source="own",
        why=Text(
            ja="原点からの変化の割合は、左では 0、右では 1 です。½ に近づくことはないので、"
            "原点に傾きはありません。",
            en="From the origin the chords have slope 0 to the left and 1 to the right. They come "
            "near no single number: there is no slope at the origin.",
        ),
        corrects="relu-derivative",
    ),
    Mistake(
        id="mistake-silu-increasing",
        name=Text(ja="SiLU は増加する", en="SiLU increases"),
        statement=silu(z_1) < silu(z_2),
        given=(z_1 < z_2,),
        uses=("silu", "sigmoid"),
        source="own",
        why=Text(
            ja="負の側では 0 からいったん下がり、また 0 に近づきます。",
            en="Left of the origin it dips below 0 and comes back towards it.",
        ),
        corrects="silu-derivative",
    ),
    Mistake(
        id="mistake-bias-before-weight",
        name=Text(ja="バイアスは重みより先に足す", en="The bias is added before the weight"),
        statement=equal(sigma(w * x + b), sigma(w * (x + b))),
        uses=("sigmoid",),
        source="own",
        why=Text(
            ja="入力軸に沿ったずれは、バイアスそのものではなく、バイアスを重みで割った量です。",
            en="Along the input axis the shift is not the bias but the bias over the weight.",
        ),
        corrects="bias-as-shift",
    ),
)
