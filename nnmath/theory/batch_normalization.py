"""Batch normalisation of one feature: what comes out, and how the error comes back through it.

Over the units of a sample in place of the samples of a batch, the same is layer normalisation.
"""

from __future__ import annotations

from nnmath.notation.symbols import shortcuts as symbols
from nnmath.notation.text import Text
from nnmath.proof.chain_rule import chain
from nnmath.proof.claims import Definition, Derivation
from nnmath.proof.indexed import Kronecker, Tensor, total
from nnmath.proof.nodes import SQRT, Derivative, Variable, as_node
from nnmath.proof.rules import algebra, differentiate, fold, lemma, unfold
from nnmath.proof.statements import unequal
from nnmath.theory.network_vocabulary import N, n

ZERO = as_node(0)
p = Variable(symbols.MOVED_SAMPLE)
h = Tensor(symbols.FEATURE)
mean = Tensor(symbols.MEAN, sources=(h,))
variance = Tensor(symbols.VARIANCE, sources=(h, mean))
epsilon, gamma, beta = (
    Variable(each) for each in (symbols.SMALL_NUMBER, symbols.SCALE, symbols.SHIFT)
)
u = Tensor(symbols.NORMALIZED, sources=(h, mean, variance, epsilon))
y = Tensor(symbols.NORMALIZED_OUTPUT, sources=(u, gamma, beta))
E = Tensor(symbols.NORMALIZED_LOSS, sources=(y,))
ROOT = SQRT(variance[()] + epsilon)
SPREAD = total(n, (h[n] - total(p, h[p]) / N) ** 2) / N
DOMAIN = (SPREAD + epsilon >= 0, unequal(SQRT(SPREAD + epsilon), 0))
POSITIVE = epsilon > 0

BATCH_MEAN = Definition(
    id="batch-mean",
    name=Text(ja="バッチの平均", en="Mean over the batch"),
    left=mean[()],
    right=total(n, h[n]) / N,
    source="ioffe2015, algorithm 1",
    witness="tests/reference/layers.py::batch_mean",
)
BATCH_VARIANCE = Definition(
    id="batch-variance",
    name=Text(ja="バッチの分散", en="Variance over the batch"),
    left=variance[()],
    right=total(n, (h[n] - mean[()]) ** 2) / N,
    uses=("batch-mean",),
    source="ioffe2015, algorithm 1",
    witness="tests/reference/layers.py::batch_variance",
)
NORMALIZATION = Definition(
    id="batch-normalization",
    name=Text(ja="バッチ正規化", en="Batch normalisation"),
    left=u[n],
    right=(h[n] - mean[()]) / ROOT,
    given=DOMAIN,
    uses=("batch-mean", "batch-variance"),
    source="ioffe2015, algorithm 1",
    witness="tests/reference/layers.py::normalized",
)
NORMALIZED_MEAN = (
    Derivation(
        id="normalized-mean",
        name=Text(ja="正規化した値の平均は 0", en="Normalised values have the mean 0"),
        given=(POSITIVE,),
        uses=("batch-mean", "batch-normalization"),
        source="ioffe2015, section 3",
    )
    .start(total(n, u[n]) / N)
    .by(
        unfold(u),
        total(n, (h[n] - mean[()]) / ROOT) / N,
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        algebra,
        (total(n, h[n]) / N - mean[()]) / ROOT,
        because=Text(ja="分母と平均を和の外に出します。", en="Take root and mean out of the sum."),
    )
    .by(
        unfold(mean),
        ZERO * ROOT,
        because=Text(ja="平均の定義です。", en="This is the mean."),
    )
)

MEAN_DERIVATIVE = (
    Derivation(
        id="batch-mean-derivative",
        name=Text(ja="平均の偏導関数", en="Derivatives of the mean"),
        uses=("batch-mean",),
        source="own",
    )
    .start(Derivative(mean[()], h[p]))
    .by(
        unfold(mean),
        Derivative(total(n, h[n]) / N, h[p]),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        differentiate,
        1 / N,
        because=Text(ja="どのサンプルも同じだけ効きます。", en="All samples count alike."),
    )
)

VARIANCE_DERIVATIVE = (
    Derivation(
        id="batch-variance-derivative",
        name=Text(ja="分散の偏導関数", en="Derivatives of the variance"),
        uses=("batch-mean", "batch-variance", "batch-mean-derivative"),
        source="own",
    )
    .start(Derivative(variance[()], h[p]))
    .by(
        unfold(variance),
        Derivative(total(n, (h[n] - mean[()]) ** 2) / N, h[p]),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        differentiate,
        total(n, 2 * (h[n] - mean[()]) * (Kronecker(n, p) - Derivative(mean[()], h[p]))) / N,
        because=Text(
            ja="平均も、このサンプルとともに動きます。", en="The mean moves with the sample too."
        ),
    )
    .by(
        lemma("batch-mean-derivative"),
        total(n, 2 * (h[n] - mean[()]) * (Kronecker(n, p) - 1 / N)) / N,
        because=Text(ja="平均の偏導関数です。", en="Insert the mean's derivative."),
    )
    .by(
        algebra,
        2 * (h[p] - mean[()]) / N - 2 * (total(n, h[n]) / N - mean[()]) / N,
        because=Text(ja="和を2つに分けます。", en="Split the sum in two."),
    )
    .by(
        unfold(mean),
        2 * (h[p] - mean[()]) / N,
        because=Text(
            ja="平均からのずれの和は 0 なので、あとの項は消えます。",
            en="Distances from the mean add up to 0: the second term goes.",
        ),
    )
)

NORMALIZED_DERIVATIVE = (
    Derivation(
        id="batch-normalization-derivative",
        name=Text(ja="正規化した値の偏導関数", en="Derivatives of a normalised value"),
        given=(POSITIVE,),
        uses=("batch-normalization", "batch-mean-derivative", "batch-variance-derivative"),
        source="ioffe2015, section 3",
    )
    .start(Derivative(u[n], h[p]))
    .by(
        unfold(u),
        Derivative((h[n] - mean[()]) / ROOT, h[p]),
        because=Text(ja="定義を代入します。", en="Insert the definition."),
    )
    .by(
        differentiate,
        (Kronecker(n, p) - Derivative(mean[()], h[p])) / ROOT
        - (h[n] - mean[()]) * Derivative(variance[()], h[p]) / (2 * ROOT**3),
        because=Text(
            ja="商の微分です。平均も分散も動きます。",
            en="Quotient rule; mean and variance both move.",
        ),
    )
    .by(
        lemma("batch-mean-derivative"),
        (Kronecker(n, p) - 1 / N) / ROOT
        - (h[n] - mean[()]) * Derivative(variance[()], h[p]) / (2 * ROOT**3),
        because=Text(ja="平均の偏導関数です。", en="Insert the mean's derivative."),
    )
    .by(
        lemma("batch-variance-derivative"),
        (Kronecker(n, p) - 1 / N) / ROOT
        - (h[n] - mean[()]) * (2 * (h[p] - mean[()]) / N) / (2 * ROOT**3),
        because=Text(ja="分散の偏導関数です。", en="Insert the variance's derivative."),
    )
    .by(
        fold(u),
        (Kronecker(n, p) - 1 / N - u[n] * u[p] / N) / ROOT,
        because=Text(ja="正規化した値にまとめます。", en="Recognise the normalised values."),
    )
)

SCALE_AND_SHIFT = Definition(
    id="scale-and-shift",
    name=Text(ja="正規化のあとの拡大とずらし", en="Scale and shift after normalising"),
    left=y[n],
    right=gamma * u[n] + beta,
    source="ioffe2015, algorithm 1",
    given=DOMAIN,
    uses=("batch-normalization",),
    witness="tests/reference/layers.py::scaled_and_shifted",
)

NORMALIZED_VARIANCE = (
    Derivation(
        id="normalized-variance",
        name=Text(
            ja="正規化した値の分散は v/(v + ε)", en="Normalised values have the variance v/(v + ε)"
        ),
        given=(POSITIVE,),
        uses=("batch-variance", "batch-normalization"),
        source="own",
    )
    .start(total(n, u[n] ** 2) / N)
    .by(
        unfold(u),
        (total(n, (h[n] - mean[()]) ** 2) / N) / ROOT**2,
        because=Text(
            ja="定義を代入し、分母を和の外に出します。",
            en="Insert the definition and take the denominator out of the sum.",
        ),
    )
    .by(
        fold(variance),
        variance[()] / (variance[()] + epsilon),
        because=Text(
            ja="分子は分散です。ε が小さいほど 1 に近づきます。",
            en="Above stands the variance. The smaller ε, the nearer to 1.",
        ),
    )
)

SLOPES, SLOPES_BY_VALUE = (
    total(n, Derivative(E[()], y[n])) / N,
    total(n, Derivative(E[()], y[n]) * u[n]) / N,
)
BACKWARD = (
    Derivation(
        id="batch-normalization-backward",
        name=Text(ja="バッチ正規化の誤差逆伝播", en="Backpropagation through batch normalisation"),
        given=(POSITIVE,),
        uses=("scale-and-shift", "batch-normalization-derivative"),
        source="ioffe2015, section 3",
    )
    .start(Derivative(E[()], h[p]))
    .by(
        chain(y),
        total(n, Derivative(E[()], y[n]) * Derivative(y[n], h[p])),
        because=Text(
            ja="1つのサンプルは、バッチのすべての出力に効きます。",
            en="A sample acts on every output of the batch.",
        ),
    )
    .by(
        unfold(y),
        total(n, Derivative(E[()], y[n]) * Derivative(gamma * u[n] + beta, h[p])),
        because=Text(ja="出力の定義を代入します。", en="Insert the outputs."),
    )
    .by(
        differentiate,
        total(n, Derivative(E[()], y[n]) * (gamma * Derivative(u[n], h[p]))),
        because=Text(ja="拡大だけが残ります。", en="Only the scale remains."),
    )
    .by(
        lemma("batch-normalization-derivative"),
        total(
            n,
            Derivative(E[()], y[n])
            * (gamma * ((Kronecker(n, p) - 1 / N - u[n] * u[p] / N) / ROOT)),
        ),
        because=Text(
            ja="正規化した値の偏導関数です。", en="Insert the derivatives of the normalised values."
        ),
    )
    .by(
        algebra,
        gamma / ROOT * (Derivative(E[()], y[p]) - SLOPES - u[p] * SLOPES_BY_VALUE),
        because=Text(
            ja="戻ってきた誤差から、その平均と、正規化した値に沿う成分が引かれます。",
            en="From what comes back, its mean is taken off and its part along the normalised "
            "values.",
        ),
    )
)

CLAIMS = (
    BATCH_MEAN,
    BATCH_VARIANCE,
    NORMALIZATION,
    NORMALIZED_MEAN,
    NORMALIZED_VARIANCE,
    MEAN_DERIVATIVE,
    VARIANCE_DERIVATIVE,
    NORMALIZED_DERIVATIVE,
    SCALE_AND_SHIFT,
    BACKWARD,
)
