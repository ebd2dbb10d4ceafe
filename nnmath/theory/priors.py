"""Penalties as priors: what a prior on a weight adds to the negative logarithm of the posterior."""

from __future__ import annotations

from nnmath.notation.symbols import regularisation
from nnmath.notation.text import Text
from nnmath.proof.claims import Definition, Derivation, Mistake
from nnmath.proof.nodes import EXP, LOG, SQRT, Function, Variable
from nnmath.proof.rules import algebra, unfold
from nnmath.proof.special import PI
from nnmath.proof.statements import equal, unequal
from nnmath.theory.penalties import HALF
from nnmath.theory.vocabulary import W
from nnmath.theory.weight_decay import L

tau, width = Variable(regularisation.PRIOR_SPREAD), Variable(regularisation.PRIOR_WIDTH)
normal = Function(regularisation.NORMAL_PRIOR, depends_on=(tau.symbol,))
laplace = Function(regularisation.LAPLACE_PRIOR, depends_on=(width.symbol,))

NORMAL_PRIOR = Definition(
    id="normal-prior",
    name=Text(ja="重みの正規事前分布", en="Normal prior on a weight"),
    left=normal(W),
    right=EXP(-((W / tau) ** 2) / 2) / (SQRT(2 * PI) * tau),
    given=(unequal(tau, 0),),
    source="bishop2006, section 3.3",
    witness="tests/reference/regularisation.py::normal_prior",
)
LAPLACE_PRIOR = Definition(
    id="laplace-prior",
    name=Text(ja="重みのラプラス事前分布", en="Laplace prior on a weight"),
    left=laplace(W),
    right=EXP(-abs(W) / width) / (2 * width),
    given=(unequal(width, 0),),
    source="tibshirani1996, section 5",
    witness="tests/reference/regularisation.py::laplace_prior",
)

NORMAL_PRIOR_IS_L2 = (
    Derivation(
        id="normal-prior-is-l2",
        name=Text(
            ja="正規事前分布の事後確率最大化は L2 正則化",
            en="With a normal prior, the most probable weight has an L2 penalty",
        ),
        given=(tau > 0,),
        uses=("normal-prior",),
        source="bishop2006, section 3.3",
    )
    .start(-LOG(EXP(-L(W)) * normal(W)))
    .by(
        unfold(normal),
        -LOG(EXP(-L(W)) * (EXP(-((W / tau) ** 2) / 2) / (SQRT(2 * PI) * tau))),
        because=Text(
            ja="尤度と事前分布の積の対数です。事前分布の式を代入します。",
            en="The logarithm of likelihood times prior; insert the prior.",
        ),
    )
    .by(
        algebra,
        L(W) + HALF * (1 / tau**2) * W**2 + LOG(SQRT(2 * PI) * tau),
        because=Text(
            ja="積の対数は対数の和です。λ = 1/τ² の L2 正則化に、重みによらない定数が付きます。",
            en="The logarithm of a product is the sum: an L2 penalty with λ = 1/τ², and a "
            "constant.",
        ),
    )
)

LAPLACE_PRIOR_IS_L1 = (
    Derivation(
        id="laplace-prior-is-l1",
        name=Text(
            ja="ラプラス事前分布の事後確率最大化は L1 正則化",
            en="With a Laplace prior, the most probable weight has an L1 penalty",
        ),
        given=(width > 0,),
        uses=("laplace-prior",),
        source="tibshirani1996, section 5",
    )
    .start(-LOG(EXP(-L(W)) * laplace(W)))
    .by(
        unfold(laplace),
        -LOG(EXP(-L(W)) * (EXP(-abs(W) / width) / (2 * width))),
        because=Text(ja="事前分布の式を代入します。", en="Insert the prior."),
    )
    .by(
        algebra,
        L(W) + 1 / width * abs(W) + LOG(2 * width),
        because=Text(
            ja="λ = 1/s の L1 正則化に、重みによらない定数が付きます。",
            en="An L1 penalty with λ = 1/s, and a constant.",
        ),
    )
)

CLAIMS = (
    NORMAL_PRIOR,
    LAPLACE_PRIOR,
    NORMAL_PRIOR_IS_L2,
    LAPLACE_PRIOR_IS_L1,
    Mistake(
        id="mistake-prior-inverted",
        name=Text(
            ja="広い事前分布ほど正則化が強い", en="The wider the prior, the stronger the penalty"
        ),
        statement=equal(-LOG(normal(W)), HALF * tau**2 * W**2 + LOG(SQRT(2 * PI) * tau)),
        given=(tau > 0,),
        uses=("normal-prior",),
        source="own",
        why=Text(
            ja="λ は分散の逆数です。事前分布が広いほど正則化は弱くなります。",
            en="λ is one over the variance: a wide prior penalises little.",
        ),
        corrects="normal-prior-is-l2",
    ),
)
