"""The derivative of softmax, by entries and as a matrix."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.indexed import Kronecker, total
from nnmath.proof.inferences import by, cite, from_facts
from nnmath.proof.matrices import Diagonal
from nnmath.proof.nodes import EXP, Derivative, as_node
from nnmath.proof.rules import algebra, differentiate, fold, lemma, unfold
from nnmath.proof.statements import ForAll, equal
from nnmath.theory.network_vocabulary import J, k, p, q, s, z

ZERO = as_node(0)
EXPONENTIALS = total(q, EXP(z[q]))

SOFTMAX_DERIVATIVE = (
    Derivation(
        id="softmax-derivative",
        name=Text(ja="ソフトマックス関数の偏導関数", en="Partial derivatives of softmax"),
        uses=("softmax",),
        source="bishop2006, section 4.3.4",
    )
    .start(Derivative(s[k], z[p]))
    .by(
        unfold(s),
        Derivative(EXP(z[k]) / EXPONENTIALS, z[p]),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        differentiate,
        (Kronecker(k, p) * EXP(z[k]) * EXPONENTIALS - EXP(z[k]) * EXP(z[p])) / EXPONENTIALS**2,
        because=Text(
            ja="商の微分です。分子は k = p のときだけ変わるので、クロネッカーのデルタで書きます。",
            en="Quotient rule. The numerator changes only where k = p: hence Kronecker's delta.",
        ),
    )
    .by(
        algebra,
        (EXP(z[k]) / EXPONENTIALS) * (Kronecker(k, p) - EXP(z[p]) / EXPONENTIALS),
        because=Text(ja="約分して、共通の因数でくくります。", en="Cancel and factor."),
    )
    .by(
        fold(s),
        s[k] * (Kronecker(k, p) - s[p]),
        because=Text(ja="ソフトマックス関数の定義にまとめます。", en="Recognise softmax."),
    )
)

SOFTMAX_JACOBIAN = Definition(
    id="softmax-jacobian",
    name=Text(ja="ソフトマックス関数のヤコビ行列", en="Jacobian of softmax"),
    left=J[k, p],
    right=Derivative(s[k], z[p]),
    source="own",
    witness="tests/reference/softmax.py::softmax_jacobian",
)

SOFTMAX_JACOBIAN_MATRIX = Theorem(
    id="softmax-jacobian-matrix",
    name=Text(ja="ヤコビ行列の行列での書き方", en="The Jacobian as a matrix"),
    statement=equal(J, Diagonal(s) - s @ s.T),
    uses=("softmax-jacobian", "softmax-derivative"),
    source="own",
    argument=(
        Have(
            statement=equal(J[k, p], Derivative(s[k], z[p])),
            by=by(unfold(J)),
            because=Text(ja="k 行 p 列を見ます。", en="Look at row k and column p."),
        ),
        Have(
            statement=equal(Derivative(s[k], z[p]), s[k] * (Kronecker(k, p) - s[p])),
            by=cite("softmax-derivative"),
            because=Text(ja="求めた偏導関数です。", en="The partial derivative just found."),
        ),
        Have(
            statement=ForAll(k, ForAll(p, equal(J[k, p], Kronecker(k, p) * s[k] - s[k] * s[p]))),
            by=from_facts,
            because=Text(
                ja="対角成分にだけ s_k が加わり、どの成分からも s_k s_p が引かれます。",
                en="The diagonal alone has s_k, and s_k s_p is subtracted everywhere.",
            ),
        ),
        Have(
            statement=equal(J, Diagonal(s) - s @ s.T),
            by=from_facts,
            because=Text(
                ja="これは対角行列と、縦ベクトルと横ベクトルの積の差です。",
                en="That is a diagonal matrix minus a column times a row.",
            ),
        ),
    ),
)

SOFTMAX_JACOBIAN_ROW_SUM = (
    Derivation(
        id="softmax-jacobian-row-sum",
        name=Text(
            ja="全部のロジットを同じだけ動かしても出力は動かない",
            en="Moving all logits alike does not move the outputs",
        ),
        uses=("softmax-derivative", "softmax-sum"),
        source="own",
    )
    .start(total(p, Derivative(s[k], z[p])))
    .by(
        lemma("softmax-derivative"),
        total(p, s[k] * (Kronecker(k, p) - s[p])),
        because=Text(ja="偏導関数を代入します。", en="Insert the partial derivatives."),
    )
    .by(
        algebra,
        s[k] * (1 - total(p, s[p])),
        because=Text(
            ja="和をとると、デルタは p = k の1項だけが残ります。",
            en="Of the sum of deltas only the term with p = k remains.",
        ),
    )
    .by(
        lemma("softmax-sum"),
        ZERO,
        because=Text(ja="出力の和は 1 です。", en="The outputs add up to 1."),
    )
)

CLAIMS = (
    SOFTMAX_DERIVATIVE,
    SOFTMAX_JACOBIAN,
    SOFTMAX_JACOBIAN_MATRIX,
    SOFTMAX_JACOBIAN_ROW_SUM,
)
