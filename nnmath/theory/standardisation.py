"""Standardised inputs: mean 0 and variance 1 over the training samples."""

from __future__ import annotations

from nnmath.notation.symbols import features
from nnmath.notation.text import Text
from nnmath.proof.argument import Have
from nnmath.proof.claims import Mistake, Theorem
from nnmath.proof.indexed import Tensor, total
from nnmath.proof.inferences import from_facts
from nnmath.proof.nodes import SQRT, Node, Variable
from nnmath.proof.statements import equal
from nnmath.theory.descent_vocabulary import N, n, n_other

x = Tensor(features.FEATURE)
m = Variable(features.FEATURE_MEAN)
k = n_other
MEAN_IS = equal(N * m, total(n, x[n]))
VARIANCE = total(k, (x[k] - m) ** 2) / N


def scaled(at: Variable) -> Node:
    """The standardised value of a sample."""
    return (x[at] - m) / SQRT(VARIANCE)


STANDARDISED_MEAN = Theorem(
    id="standardised-mean",
    name=Text(ja="標準化した入力の平均は 0", en="Standardised inputs have mean 0"),
    statement=equal(total(n, scaled(n)) / N, 0),
    given=(VARIANCE > 0, MEAN_IS),
    source="lecun2012",
    argument=(
        Have(
            statement=equal(total(n, x[n] - m), 0),
            by=from_facts,
            because=Text(
                ja="平均の N 倍が和なので、ずれの和は 0 です。",
                en="N times the mean is the sum: the deviations add up to 0.",
            ),
        ),
        Have(
            statement=equal(total(n, scaled(n)), total(n, x[n] - m) / SQRT(VARIANCE)),
            by=from_facts,
            because=Text(ja="標準偏差は共通の因子です。", en="The deviation is a common factor."),
        ),
        Have(
            statement=equal(total(n, scaled(n)) / N, 0),
            by=from_facts,
            because=Text(ja="0 を割っても 0 です。", en="0 divided is 0."),
        ),
    ),
)

STANDARDISED_VARIANCE = Theorem(
    id="standardised-variance",
    name=Text(ja="標準化した入力の分散は 1", en="Standardised inputs have variance 1"),
    statement=equal(total(n, scaled(n) ** 2) / N, 1),
    given=(VARIANCE > 0,),
    source="lecun2012",
    argument=(
        Have(
            statement=equal(total(n, scaled(n) ** 2), total(n, (x[n] - m) ** 2) / VARIANCE),
            by=from_facts,
            because=Text(ja="分散を和の外に出します。", en="Take the variance out of the sum."),
        ),
        Have(
            statement=equal(total(n, scaled(n) ** 2), N),
            by=from_facts,
            because=Text(ja="和は分散の N 倍です。", en="The sum is N times the variance."),
        ),
        Have(
            statement=equal(total(n, scaled(n) ** 2) / N, 1),
            by=from_facts,
            because=Text(ja="N で割ります。", en="Divide by N."),
        ),
    ),
)

CLAIMS = (
    STANDARDISED_MEAN,
    STANDARDISED_VARIANCE,
    Mistake(
        id="mistake-divide-by-variance",
        name=Text(ja="標準偏差ではなく分散で割る", en="Dividing by the variance"),
        statement=equal(total(n, ((x[n] - m) / VARIANCE) ** 2) / N, 1),
        given=(VARIANCE > 0,),
        source="own",
        why=Text(
            ja="分散で割ると、得られる分散は 1/v です。割るのは標準偏差です。",
            en="That leaves a variance of 1/v: it is the standard deviation to divide by.",
        ),
        corrects="standardised-variance",
    ),
)
