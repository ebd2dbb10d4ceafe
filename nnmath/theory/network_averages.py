"""Dropout as an average over networks: of linear units exactly, of sigmoid units by their odds."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.claims import Derivation, Mistake
from nnmath.proof.nodes import EXP
from nnmath.proof.rules import algebra, lemma, unfold
from nnmath.proof.statements import equal
from nnmath.theory.activation_vocabulary import sigma, w_1, w_2, x_1, x_2, z, z_1, z_2

FIRST, SECOND = w_1 * x_1, w_2 * x_2

FOUR_NETWORKS = (
    Derivation(
        id="average-of-four-networks",
        name=Text(
            ja="2つの入力の残し方4通りの平均は、半分の重み",
            en="The average over the four ways to keep two inputs halves the weights",
        ),
        source="srivastava2014, section 1",
    )
    .start((0 + FIRST + SECOND + (FIRST + SECOND)) / 4)
    .by(
        algebra,
        (w_1 / 2) * x_1 + (w_2 / 2) * x_2,
        because=Text(
            ja="どの入力も、4つのうち2つのネットワークに残ります。",
            en="Each input is kept in two of the four networks.",
        ),
    )
)

SIGMOID_ODDS = (
    Derivation(
        id="sigmoid-odds",
        name=Text(ja="シグモイド関数のオッズ", en="The odds of the sigmoid function"),
        uses=("sigmoid",),
        source="bishop2006, section 4.2",
    )
    .start(sigma(z) / (1 - sigma(z)))
    .by(
        unfold(sigma),
        (1 / (1 + EXP(-z))) / (1 - 1 / (1 + EXP(-z))),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(algebra, EXP(z), because=Text(ja="通分します。", en="Bring the fractions together."))
)


GEOMETRIC_MEAN = (
    Derivation(
        id="geometric-mean-of-networks",
        name=Text(
            ja="オッズの積は、総入力の平均でのオッズの平方",
            en="The product of two odds is the square of the odds at the mean pre-activation",
        ),
        uses=("sigmoid", "sigmoid-odds"),
        source="goodfellow2016, section 7.12",
    )
    .start(sigma(z_1) / (1 - sigma(z_1)) * (sigma(z_2) / (1 - sigma(z_2))))
    .by(
        lemma("sigmoid-odds"),
        EXP(z_1) * EXP(z_2),
        because=Text(ja="どちらのオッズも指数関数です。", en="Both odds are powers of e."),
    )
    .by(
        algebra,
        EXP((z_1 + z_2) / 2) ** 2,
        because=Text(
            ja="だから、重みを縮めた1つのネットワークが、幾何平均の意味で全体を代表します。",
            en="So one network with scaled weights stands for all, in the sense of this mean.",
        ),
    )
)

CLAIMS = (
    FOUR_NETWORKS,
    SIGMOID_ODDS,
    GEOMETRIC_MEAN,
    Mistake(
        id="mistake-arithmetic-mean-of-networks",
        name=Text(
            ja="シグモイド関数でも、出力の平均は総入力の平均での出力",
            en="For sigmoid units, too, the mean output is that at the mean pre-activation",
        ),
        statement=equal((sigma(z_1) + sigma(z_2)) / 2, sigma((z_1 + z_2) / 2)),
        uses=("sigmoid",),
        source="own",
        why=Text(
            ja="等しいのはオッズの幾何平均です。出力そのものの平均とは少しずれます。",
            en="That holds for the geometric mean of the odds; the plain mean differs a little.",
        ),
        corrects="geometric-mean-of-networks",
    ),
)
