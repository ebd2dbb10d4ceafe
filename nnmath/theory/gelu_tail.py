"""GELU left of the origin: between 0 and a bound, and back to 0 far to the left."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import ByDefinitionOfLimit, Cases, Have, Suppose
from nnmath.proof.claims import Mistake, Theorem
from nnmath.proof.inferences import cite, from_facts
from nnmath.proof.nodes import Node
from nnmath.proof.premises import from_these
from nnmath.proof.statements import Chain, Tends, between, equal
from nnmath.theory.activation_vocabulary import ZERO, Phi, gelu, n, phi, v, z
from nnmath.theory.normal_density import PEAK, TOP
from nnmath.theory.vocabulary import tolerance

GATE_TEXT = Text(ja="門は 0 と 1 の間で開きます。", en="The gate is between 0 and 1.")


def gate(at: Node) -> Have:
    """The gate is between closed and open."""
    return Have(
        statement=between(0, Phi(at), 1),
        by=cite("normal-distribution-range", {z: at}),
        because=GATE_TEXT,
    )


def value(at: Node) -> Have:
    """What GELU is."""
    return Have(
        statement=equal(gelu(at), at * Phi(at)),
        by=cite("gelu", {z: at}),
        because=Text(ja="GELU の定義です。", en="The definition of GELU."),
    )


def tail(at: Node) -> Have:
    """Mills's inequality."""
    return Have(
        statement=Phi(at) < phi(at) / -at,
        by=cite("mills-inequality", {v: at}),
        because=Text(ja="ミルズの不等式です。", en="Mills's inequality."),
    )


LEFT_RANGE = Chain((-phi(z), gelu(z), ZERO), ("<", "<"))
GELU_LEFT = Theorem(
    id="gelu-left-range",
    name=Text(ja="負の側の GELU は、−φ と 0 の間", en="To the left GELU is between −φ and 0"),
    statement=LEFT_RANGE,
    given=(z < 0,),
    uses=("gelu", "normal-distribution-range", "mills-inequality"),
    source="own",
    argument=(
        value(z),
        gate(z),
        Have(
            statement=gelu(z) < 0,
            by=from_facts,
            because=Text(
                ja="負の数と正の数の積です。", en="A negative number times a positive one."
            ),
        ),
        tail(z),
        Have(
            statement=-phi(z) < z * Phi(z),
            by=from_these(z < 0, Phi(z) < phi(z) / -z),
            because=Text(
                ja="負の数 z を掛けると、不等号の向きが変わります。",
                en="Multiply by z, which is negative: the inequality turns round.",
            ),
        ),
        Have(
            statement=LEFT_RANGE,
            by=from_these(equal(gelu(z), z * Phi(z)), gelu(z) < 0, -phi(z) < z * Phi(z)),
            because=Text(ja="定義に戻します。", en="Back to the definition."),
        ),
    ),
)

ABOVE = gelu(z) > -TOP
GELU_BOUND = Theorem(
    id="gelu-bound",
    name=Text(ja="GELU は −1/√(2π) より大きい", en="GELU stays above −1/√(2π)"),
    statement=ABOVE,
    uses=("gelu", "normal-distribution-range", "gelu-left-range", "normal-density-bound"),
    source="own",
    argument=(
        Cases(
            cases=(
                Suppose(
                    title=Text(ja="負の側では", en="To the left"),
                    assume=(z < 0,),
                    steps=(
                        Have(
                            statement=LEFT_RANGE,
                            by=cite("gelu-left-range"),
                            because=Text(ja="密度で抑えられます。", en="the density bounds it,"),
                        ),
                        Have(
                            statement=PEAK,
                            by=cite("normal-density-bound"),
                            because=Text(
                                ja="密度は原点で最大なので、", en="which is greatest at the origin;"
                            ),
                        ),
                        Have(
                            statement=ABOVE,
                            by=from_these(LEFT_RANGE, PEAK),
                            because=Text(ja="そこでの値を使えます。", en="take its value there."),
                        ),
                    ),
                ),
                Suppose(
                    title=Text(ja="それ以外では", en="Elsewhere"),
                    assume=(z >= 0,),
                    steps=(
                        value(z),
                        gate(z),
                        Have(
                            statement=gelu(z) >= 0,
                            by=from_facts,
                            because=Text(ja="負になりません。", en="it is not negative,"),
                        ),
                        Have(
                            statement=TOP > 0,
                            by=from_these(),
                            because=Text(
                                ja="この数は正なので、", en="and this number is positive:"
                            ),
                        ),
                        Have(
                            statement=ABOVE,
                            by=from_these(gelu(z) >= 0, TOP > 0),
                            because=Text(
                                ja="符号を変えたものは負です。",
                                en="with its sign turned it is below.",
                            ),
                        ),
                    ),
                ),
            )
        ),
    ),
)

FAR_RANGE = Chain((-phi(-n), gelu(-n), ZERO), ("<", "<"))
FAR_FADES = phi(-n) * (1 + (-n) ** 2 / 2) <= TOP
WIDE = tolerance * (1 + n**2 / 2) > TOP
BEYOND = n > TOP / tolerance
GELU_VANISHES = Theorem(
    id="gelu-vanishes",
    name=Text(ja="左の果てで GELU は 0 に近づく", en="Far to the left GELU nears 0"),
    statement=Tends(gelu(-n), n, ZERO),
    uses=("gelu", "gelu-left-range", "normal-density-bound"),
    source="own",
    argument=(
        ByDefinitionOfLimit(
            statement=Tends(gelu(-n), n, ZERO),
            tolerance=tolerance,
            threshold=TOP / tolerance,
            steps=(
                Have(
                    statement=tolerance * n > TOP,
                    by=from_these(tolerance > 0, BEYOND),
                    because=Text(ja="ここまで左へ進めば、", en="So far to the left"),
                ),
                Have(
                    statement=TOP > 0,
                    by=from_these(),
                    because=Text(ja="(右辺は正なので、", en="(the right side is positive:"),
                ),
                Have(
                    statement=n > 0,
                    by=from_these(tolerance > 0, TOP > 0, tolerance * n > TOP),
                    because=Text(ja="原点より左です)", en="we are left of the origin)"),
                ),
                Have(
                    statement=(n - 1) ** 2 >= 0,
                    by=from_these(),
                    because=Text(ja="平方は負にならないので、", en="A square is not negative, so"),
                ),
                Have(
                    statement=1 + n**2 / 2 > n,
                    by=from_these((n - 1) ** 2 >= 0),
                    because=Text(
                        ja="この数は n より大きく、", en="this is more than n, and for it"
                    ),
                ),
                Have(
                    statement=WIDE,
                    by=from_these(tolerance > 0, tolerance * n > TOP, 1 + n**2 / 2 > n),
                    because=Text(ja="同じことがいえます。", en="the same holds."),
                ),
                Have(
                    statement=FAR_FADES,
                    by=cite("normal-density-bound", {z: -n}),
                    because=Text(ja="密度の上界から、", en="The bound on the density,"),
                ),
                Have(
                    statement=1 + n**2 / 2 > 0,
                    by=from_these(),
                    because=Text(ja="正の数で割れば、", en="divided by what is positive,"),
                ),
                Have(
                    statement=phi(-n) < tolerance,
                    by=from_these(FAR_FADES, WIDE, 1 + n**2 / 2 > 0),
                    because=Text(
                        ja="密度は許容する誤差より小さくなります。",
                        en="makes it less than the tolerance.",
                    ),
                ),
                Have(
                    statement=FAR_RANGE,
                    by=cite("gelu-left-range", {z: -n}),
                    because=Text(
                        ja="GELU は符号を変えた密度と 0 の間にあるので、",
                        en="GELU lies between the density with its sign turned and 0,",
                    ),
                ),
                Have(
                    statement=abs(gelu(-n) - 0) < tolerance,
                    by=from_these(FAR_RANGE, phi(-n) < tolerance),
                    because=Text(ja="GELU も同じです。", en="so it is less as well."),
                ),
            ),
        ),
    ),
)

CLAIMS = (
    GELU_LEFT,
    GELU_BOUND,
    GELU_VANISHES,
    Mistake(
        id="mistake-gelu-not-negative",
        name=Text(ja="GELU は ReLU と同じく負にならない", en="Like ReLU, GELU is never negative"),
        statement=gelu(z) >= 0,
        uses=("gelu", "normal-distribution"),
        source="own",
        why=Text(
            ja="負の側では、負の総入力に、閉じきらない門の正の値が掛かります。"
            "最小値は約 −0.17 です。",
            en="To the left a negative pre-activation is multiplied by a gate that is not quite "
            "shut. The least value is about −0.17.",
        ),
        corrects="gelu-left-range",
    ),
)
