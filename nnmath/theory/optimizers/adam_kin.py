"""NAdam, RAdam, AdaBound and Lion."""

from __future__ import annotations

from nnmath.notation.text import Text
from nnmath.proof.claims import Optimizer
from nnmath.proof.nodes import SQRT, Node, as_node
from nnmath.proof.piecewise import piecewise
from nnmath.proof.statements import Assign
from nnmath.theory.optimizer_vocabulary import (
    POSITIVE_RATE,
    beta1,
    beta2,
    c,
    clipped,
    corrected,
    decay,
    delta,
    epsilon,
    eta,
    eta_end,
    eta_free,
    eta_hat,
    eta_high,
    eta_low,
    fraction,
    g,
    gamma,
    l_t,
    m,
    m_hat,
    mu_next,
    mu_product,
    mu_t,
    psi,
    r_t,
    rho_inf,
    rho_t,
    sign,
    t,
    theta,
    v,
    v_hat,
)
from nnmath.theory.optimizers.adam import ADAM, MOMENTS, RANGES
from nnmath.theory.optimizers.conventions import Convention, Family

ADAMS_OWN = ADAM.hyperparameters
NO_EPSILON = Text(
    ja="論文にない ε を足し、勾配が 0 のときにも割れるようにしています。",
    en="The ε, which the paper does not have, lets the division stand where gradients are 0.",
)

NADAM = Optimizer(
    id="nadam",
    name=Text(ja="NAdam", en="NAdam"),
    source="dozat2016, Algorithm 2 with constant momentum",
    hyperparameters={eta: None, beta1: None, beta2: None, epsilon: None},
    given=RANGES,
    state=(m, v),
    keeps=(v >= 0,),
    rules=(
        *MOMENTS,
        Assign(m_hat, beta1 * corrected(m, beta1, t + 1) + (1 - beta1) * corrected(g, beta1)),
        Assign(v_hat, beta2 * corrected(v, beta2)),
        ADAM.rules[-1],
    ),
    witness="tests/reference/adam_kin.py::nadam",
)


def scheduled(base: Node) -> tuple[Assign, ...]:
    """NAdam with the momentum of each step from Dozat's schedule: from β₁/2 it rises to β₁."""
    return (
        *MOMENTS,
        Assign(delta, base),
        Assign(mu_t, beta1 * (1 - as_node("0.5") * delta**t)),
        Assign(mu_next, beta1 * (1 - as_node("0.5") * delta ** (t + 1))),
        Assign(mu_product, mu_product * mu_t),
        Assign(
            m_hat,
            mu_next * m / (1 - mu_product * mu_next) + (1 - mu_t) * g / (1 - mu_product),
        ),
        Assign(v_hat, corrected(v, beta2)),
        ADAM.assignments[-1],
    )


BASE = as_node("0.96")
KEPT = (v >= 0, mu_product >= 0, mu_product <= 1)
SHOWN = (
    delta > 0,
    delta < 1,
    mu_t >= 0,
    mu_t < 1,
    mu_next >= 0,
    mu_next < 1,
    mu_product < 1,
    mu_product * mu_next < 1,
)
NADAMS = Family(
    NADAM,
    (
        Convention(
            framework="pytorch",
            source="paszke2019, torch.optim.NAdam",
            call="torch.optim.NAdam(parameters, lr=learning_rate, betas=(beta1, beta2), "
            "eps=epsilon, momentum_decay=momentum_decay)",
            differs=Text(
                ja="慣性項の係数は β₁/2 から β₁ へ上がり、v の補正に β₂ を掛けません。",
                en="The momentum rises from β₁/2 to β₁; the corrected v is not multiplied by β₂.",
            ),
            defaults={**ADAMS_OWN, eta: "0.002", psi: "0.004"},
            given=(*RANGES, psi > 0, BASE**psi < 1),
            state=(m, v, mu_product),
            starts={mu_product: as_node(1)},
            keeps=KEPT,
            shows=SHOWN,
            rules=scheduled(BASE**psi),
            witness="tests/reference/adam_kin.py::nadam_scheduled",
        ),
        Convention(
            framework="keras",
            source="chollet2015, Nadam",
            call="keras.optimizers.Nadam(learning_rate=learning_rate, beta_1=beta1, "
            "beta_2=beta2, epsilon=epsilon)",
            differs=Text(
                ja="慣性項の係数は β₁/2 から β₁ へ、PyTorch の 250 倍の速さで上がります。",
                en="The momentum rises from β₁/2 to β₁, 250 times as fast as in PyTorch.",
            ),
            defaults={**ADAMS_OWN, epsilon: "1e-7"},
            state=(m, v, mu_product),
            starts={mu_product: as_node(1)},
            keeps=KEPT,
            shows=SHOWN,
            rules=scheduled(BASE),
            witness="tests/reference/adam_kin.py::nadam_keras",
        ),
        Convention(
            framework="optax",
            source="deepmind2020, nadam",
            call="optax.nadam(learning_rate, b1=beta1, b2=beta2, eps=epsilon)",
            differs=Text(
                ja="v の補正に β₂ を掛けません。",
                en="The corrected v is not multiplied by β₂.",
            ),
            defaults={**ADAMS_OWN, eta: None},
            rules=(*NADAM.rules[:-2], Assign(v_hat, corrected(v, beta2)), ADAM.rules[-1]),
            witness="tests/reference/adam_kin.py::nadam_optax",
        ),
    ),
)

LENGTHS = (
    Assign(rho_inf, 2 / (1 - beta2) - 1),
    Assign(rho_t, rho_inf - 2 * t * beta2**t / (1 - beta2**t)),
)
RECTIFIED = SQRT((rho_t - 4) * (rho_t - 2) * rho_inf / ((rho_inf - 4) * (rho_inf - 2) * rho_t))


def rectified(threshold: int, adaptive: Node) -> tuple[Assign, ...]:
    """RAdam: an adaptive rate where the average is long enough, plain momentum before."""
    short, long = rho_t <= threshold, rho_t > threshold
    return (
        *MOMENTS,
        Assign(m_hat, corrected(m, beta1)),
        *LENGTHS,
        Assign(r_t, piecewise((1, short), (RECTIFIED, long))),
        Assign(l_t, piecewise((1, short), (adaptive, long))),
        Assign(theta, theta - eta * r_t * m_hat * l_t),
    )


CORRECTED_ROOT = 1 / (SQRT(v / (1 - beta2**t)) + epsilon)
RADAM = Optimizer(
    id="radam",
    name=Text(ja="RAdam", en="RAdam"),
    source="liu2020, Algorithm 2",
    differs=NO_EPSILON,
    hyperparameters={eta: None, beta1: "0.9", beta2: "0.999", epsilon: None},
    given=RANGES,
    state=(m, v),
    keeps=(v >= 0,),
    shows=(rho_t <= rho_inf,),
    rules=rectified(4, CORRECTED_ROOT),
    witness="tests/reference/adam_kin.py::radam",
)
RADAMS = Family(
    RADAM,
    (
        Convention(
            framework="pytorch",
            source="paszke2019, torch.optim.RAdam",
            call="torch.optim.RAdam(parameters, lr=learning_rate, betas=(beta1, beta2), "
            "eps=epsilon)",
            differs=Text(
                ja="補正を始めるのは ρ_t が 5 を超えてからで、ε は補正する前の v の根に足します。",
                en="The step is rectified once ρ_t exceeds 5; the ε is added to the root of v "
                "before the correction.",
            ),
            defaults=ADAMS_OWN,
            rules=rectified(5, SQRT(1 - beta2**t) / (SQRT(v) + epsilon)),
            witness="tests/reference/adam_kin.py::radam_pytorch",
        ),
        Convention(
            framework="optax",
            source="deepmind2020, scale_by_radam",
            call="optax.radam(learning_rate, b1=beta1, b2=beta2, eps=epsilon)",
            differs=Text(
                ja="補正を始めるのは ρ_t が 5 以上になってからです。",
                en="The step is rectified once ρ_t is at least 5.",
            ),
            defaults={**ADAMS_OWN, eta: None},
            rules=rectified(5, CORRECTED_ROOT),
            witness="tests/reference/adam_kin.py::radam_optax",
        ),
    ),
)

ADABOUND = Optimizer(
    id="adabound",
    name=Text(ja="AdaBound", en="AdaBound"),
    source="luo2019, Algorithm 2",
    differs=Text(
        ja="著者のプログラムに合わせて、Adam と同じ補正と ε を入れ、√t では割りません。",
        en="As in the authors' program: the corrections and the ε of Adam, and no division by √t.",
    ),
    hyperparameters={
        **ADAMS_OWN,
        eta_end: "0.1",
        gamma: "0.001",
    },
    given=(*RANGES, eta_end > 0, gamma > 0),
    state=(m, v),
    keeps=(v >= 0,),
    shows=(eta_low <= eta_end, eta_end <= eta_high),
    rules=(
        *MOMENTS,
        Assign(eta_low, eta_end * (1 - 1 / (gamma * t + 1))),
        Assign(eta_high, eta_end * (1 + 1 / (gamma * t))),
        Assign(eta_free, eta * SQRT(1 - beta2**t) / (1 - beta1**t) / (SQRT(v) + epsilon)),
        Assign(eta_hat, clipped(eta_free, eta_low, eta_high)),
        Assign(theta, theta - eta_hat * m),
    ),
    witness="tests/reference/adam_kin.py::adabound",
)

LION = Optimizer(
    id="lion",
    name=Text(ja="Lion", en="Lion"),
    source="chen2023, Algorithm 2",
    hyperparameters={eta: None, beta1: "0.9", beta2: "0.99", decay: None},
    given=(POSITIVE_RATE, fraction(beta1), fraction(beta2), decay >= 0),
    state=(m,),
    rules=(
        Assign(c, beta1 * m + (1 - beta1) * g),
        Assign(theta, theta - eta * (sign(c) + decay * theta)),
        Assign(m, beta2 * m + (1 - beta2) * g),
    ),
    witness="tests/reference/adam_kin.py::lion",
)
LIONS = Family(
    LION,
    (
        Convention(
            framework="keras",
            source="chollet2015, Lion",
            call="keras.optimizers.Lion(learning_rate=learning_rate, beta_1=beta1, beta_2=beta2)",
            differs=Text(ja="重みの減衰は別の設定です。", en="The weight decay is set apart."),
            defaults={eta: "0.001"},
            without=(decay,),
            given=LION.given[:-1],
            rules=(LION.rules[0], Assign(theta, theta - eta * sign(c)), LION.rules[-1]),
            witness="tests/reference/adam_kin.py::lion_keras",
        ),
        Convention(
            framework="optax",
            source="deepmind2020, lion",
            call="optax.lion(learning_rate, b1=beta1, b2=beta2, weight_decay=weight_decay)",
            defaults={decay: "0.001"},
        ),
    ),
)

FAMILIES = (NADAMS, RADAMS, Family(ADABOUND), LIONS)
