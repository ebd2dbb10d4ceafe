"""Skip connections: a block that learns what to add, and the way around it for the gradient."""

from __future__ import annotations

from nnmath.notation.symbols import shortcuts as symbols
from nnmath.notation.text import Text
from nnmath.proof.argument import Have, Suppose
from nnmath.proof.chain_rule import chain
from nnmath.proof.claims import Definition, Derivation, Theorem
from nnmath.proof.indexed import Kronecker, Tensor, total
from nnmath.proof.inferences import from_facts
from nnmath.proof.nodes import Derivative
from nnmath.proof.rules import differentiate, unfold
from nnmath.proof.statements import Iff, equal
from nnmath.theory.network_vocabulary import j, r

h = Tensor(symbols.BLOCK_INPUT)
f = Tensor(symbols.BLOCK_RESIDUAL, sources=(h,))
h_next = Tensor(symbols.BLOCK_OUTPUT, sources=(h, f))
E = Tensor(symbols.BLOCK_LOSS, sources=(h_next,))

SKIP_CONNECTION = Definition(
    id="skip-connection",
    name=Text(ja="スキップ接続", en="Skip connection"),
    left=h_next[j],
    right=h[j] + f[j],
    source="he2016, section 3.2",
    witness="tests/reference/layers.py::skip_connection",
)

SUM, DIFFERENCE = equal(h_next[j], h[j] + f[j]), equal(f[j], h_next[j] - h[j])
RESIDUAL = Theorem(
    id="residual",
    name=Text(ja="ブロックが学ぶのは、出力と入力の差", en="The block learns output minus input"),
    statement=Iff(SUM, DIFFERENCE),
    source="he2016, section 3.1",
    argument=(
        Suppose(
            title=Text(ja="和から差へ", en="From the sum to the difference"),
            assume=(SUM,),
            steps=(
                Have(
                    statement=DIFFERENCE,
                    by=from_facts,
                    because=Text(ja="入力を移項します。", en="Bring the input to the other side."),
                ),
            ),
        ),
        Suppose(
            title=Text(ja="差から和へ", en="From the difference to the sum"),
            assume=(DIFFERENCE,),
            steps=(
                Have(
                    statement=SUM,
                    by=from_facts,
                    because=Text(ja="入力を戻します。", en="Bring the input back."),
                ),
            ),
        ),
        Have(
            statement=Iff(SUM, DIFFERENCE),
            by=from_facts,
            because=Text(ja="どちらからもう一方が出ます。", en="Each gives the other."),
        ),
    ),
)

SKIP_JACOBIAN = (
    Derivation(
        id="skip-jacobian",
        name=Text(
            ja="ヤコビ行列は、単位行列と残差のヤコビ行列の和",
            en="The Jacobian is the identity plus the residual's",
        ),
        uses=("skip-connection",),
        source="he2016, section 3.2",
    )
    .start(Derivative(h_next[j], h[r]))
    .by(
        unfold(h_next),
        Derivative(h[j] + f[j], h[r]),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        differentiate,
        Kronecker(j, r) + Derivative(f[j], h[r]),
        because=Text(ja="項ごとに微分します。", en="Differentiate term by term."),
    )
)

SKIP_GRADIENT = (
    Derivation(
        id="skip-gradient",
        name=Text(
            ja="勾配は近道を通ってそのまま戻る",
            en="The gradient comes back unchanged by the shortcut",
        ),
        uses=("skip-connection",),
        source="he2016, section 3.2",
    )
    .start(Derivative(E[()], h[r]))
    .by(
        chain(h_next),
        total(j, Derivative(E[()], h_next[j]) * Derivative(h_next[j], h[r])),
        because=Text(
            ja="入力は、ブロックの出力を通してだけ損失に効きます。",
            en="The input acts on the loss through the block's output alone.",
        ),
    )
    .by(
        unfold(h_next),
        total(j, Derivative(E[()], h_next[j]) * Derivative(h[j] + f[j], h[r])),
        because=Text(ja="出力の定義を代入します。", en="Insert the output."),
    )
    .by(
        differentiate,
        Derivative(E[()], h_next[r])
        + total(j, Derivative(E[()], h_next[j]) * Derivative(f[j], h[r])),
        because=Text(
            ja="はじめの項は、残差の傾きがどんなに小さくても消えません。",
            en="However small the residual's slopes, the first term does not vanish.",
        ),
    )
)

CLAIMS = (SKIP_CONNECTION, RESIDUAL, SKIP_JACOBIAN, SKIP_GRADIENT)
